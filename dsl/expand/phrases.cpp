#include "dsl/expand/phrases.hpp"

#include <algorithm>
#include <iterator>
#include <limits>

namespace demarche::dsl::expand {

namespace {
using program::Node;
using Kind = Node::Kind;

// Alternatives beyond this many are too many for one example each; the first ones stand for all.
constexpr std::size_t most_examples = 200;

bool contains(const std::vector<std::string>& list, const std::string& word) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

std::string actor_name(const Node& node, const Words& words, const std::string& anybody) {
  const auto& wanted = node.actors;
  for (const auto& id : wanted.ids)
    if (auto at = words.actors.find(id); at != lexicon::none) return words.actors.actors[at].name;
  if (wanted.in.empty() && wanted.outside.empty()) return anybody;
  for (lexicon::ActorIndex i = 0; i < words.actors.actors.size(); ++i) {
    if (words.actors.actors[i].kind != lexicon::ActorKind::state) continue;
    auto is_in = [&](const std::string& group) { return words.actors.is_member(i, group, std::nullopt); };
    bool in = wanted.in.empty() || std::any_of(wanted.in.begin(), wanted.in.end(), is_in);
    if (in && std::none_of(wanted.outside.begin(), wanted.outside.end(), is_in)) return words.actors.actors[i].name;
  }
  return anybody;
}

class Reader {
 public:
  Reader(const Words& words, const std::string& actor) : words_(words), actor_(actor) {}

  std::vector<std::string> read(const Node& node) const {
    switch (node.kind) {
      case Kind::word:
        return word(node);
      case Kind::sequence:
        return sequence(node);
      case Kind::choice:
        return choice(node);
      case Kind::optional: {
        auto found = read(node.children.front());
        found.insert(found.begin() + (found.empty() ? 0 : 1), std::string{});
        return found;
      }
      case Kind::gap:
      case Kind::not_here:
        return {std::string{}};
      case Kind::actor:
        return {actor_name(node, words_, actor_) + (node.possessive ? "'s" : "")};
      case Kind::issue:
        return issue(node);
      case Kind::role:
        return role(node);
      default:
        return {};
    }
  }

 private:
  std::vector<std::string> word(const Node& node) const {
    auto found = bases_of(node, words_.morphology);
    if (node.word_case == program::WordCase::capitalised)
      for (auto& text : found)
        if (!text.empty() && text[0] >= 'a' && text[0] <= 'z') text[0] = static_cast<char>(text[0] - 'a' + 'A');
    return found;
  }

  // As many examples as the part with most alternatives has; the others go round.
  std::vector<std::string> sequence(const Node& node) const {
    std::vector<std::string> out{std::string{}};
    for (const auto& child : node.children) {
      const auto next = read(child);
      if (next.empty()) return {};
      const auto before = out;
      out.resize(std::max(before.size(), next.size()));
      for (std::size_t i = 0; i < out.size(); ++i) out[i] = joined(before[i % before.size()], next[i % next.size()]);
    }
    return out;
  }

  std::vector<std::string> choice(const Node& node) const {
    std::vector<std::string> out;
    for (const auto& child : node.children) {
      auto found = read(child);
      std::move(found.begin(), found.end(), std::back_inserter(out));
    }
    if (out.size() > most_examples) out.resize(most_examples);
    return out;
  }

  std::vector<std::string> issue(const Node& node) const {
    for (const auto& known : words_.program.issues) {
      if (!node.issues.empty() && !contains(node.issues, known.id)) continue;
      for (const auto& line : known.patterns) {
        if (line.kind != program::IssuePattern::Kind::about || line.side < 0) continue;
        auto found = read(line.pattern.root);
        if (!found.empty()) return {found.front()};
      }
    }
    return {};
  }

  std::vector<std::string> role(const Node& node) const {
    for (const auto& list : words_.program.words) {
      if (list.role != node.role || list.patterns.empty()) continue;
      auto found = read(list.patterns.front().root);
      if (!found.empty()) return {found.front()};
    }
    return {};
  }

  const Words& words_;
  const std::string& actor_;
};
}  // namespace

// A base form is the one whose own forms are most of those that are left: "see", not "saw"; of two the shorter.
std::vector<std::string> bases_of(const program::Node& word, const lexicon::Morphology& morphology) {
  if (contains(word.forms, "be")) return {"be"};
  struct Candidate {
    std::string form;
    std::vector<std::string> covers;
  };
  std::vector<Candidate> left;
  for (const auto& form : word.forms) {
    auto covers = morphology.any(form);
    for (const auto& spelling : morphology.spellings(form)) covers.push_back(spelling);
    left.push_back({form, std::move(covers)});
  }
  std::vector<std::string> bases;
  while (!left.empty()) {
    auto share = [&](const Candidate& one) {
      return std::count_if(left.begin(), left.end(), [&](const Candidate& o) { return contains(one.covers, o.form); });
    };
    auto better = [&](const Candidate& a, const Candidate& b) {
      const auto of_a = share(a);
      const auto of_b = share(b);
      return of_a != of_b ? of_a < of_b : a.form.size() > b.form.size();
    };
    const Candidate base = *std::max_element(left.begin(), left.end(), better);
    std::erase_if(left, [&](const Candidate& one) { return one.form == base.form || contains(base.covers, one.form); });
    bases.push_back(base.form);
  }
  return bases;
}

std::string inflected(const std::string& phrase, VerbForm form, const lexicon::Morphology& morphology) {
  if (form == VerbForm::as_written || form == VerbForm::base) return phrase;
  const auto end = std::min(phrase.find(' '), phrase.size());
  const auto forms = morphology.verb(phrase.substr(0, end));
  const auto& list = form == VerbForm::third        ? forms.third
                     : form == VerbForm::participle ? forms.participle
                                                    : forms.gerund;
  return (list.empty() ? phrase.substr(0, end) : list.front()) + phrase.substr(end);
}

std::string joined(const std::string& left, const std::string& right) {
  if (left.empty() || right.empty()) return left + right;
  bool tight = right.starts_with(',') || right.starts_with("'s") || right.starts_with('.');
  return left + (tight ? "" : " ") + right;
}

std::vector<std::string> examples_of(const program::Node& node, const Words& words, const std::string& actor) {
  return Reader(words, actor).read(node);
}

std::uint64_t sequences_of(const program::Node& node) {
  constexpr auto most = std::numeric_limits<std::uint64_t>::max();
  auto plus = [](std::uint64_t a, std::uint64_t b) { return a > most - b ? most : a + b; };
  auto times = [](std::uint64_t a, std::uint64_t b) { return b != 0 && a > most / b ? most : a * b; };
  std::uint64_t count = node.kind == Kind::choice ? 0 : 1;
  switch (node.kind) {
    case Kind::word:
      return node.forms.size();
    case Kind::sequence:
      for (const auto& child : node.children) count = times(count, sequences_of(child));
      return count;
    case Kind::choice:
      for (const auto& child : node.children) count = plus(count, sequences_of(child));
      return count;
    case Kind::optional:
      return plus(1, sequences_of(node.children.front()));
    default:
      return 1;
  }
}

std::string in_words(std::uint64_t count) {
  constexpr std::pair<std::uint64_t, const char*> steps[] = {{1000000000000000000u, "quintillion"},
                                                             {1000000000000000u, "quadrillion"},
                                                             {1000000000000u, "trillion"},
                                                             {1000000000u, "billion"},
                                                             {1000000u, "million"},
                                                             {10000u, "thousand"}};
  if (count == std::numeric_limits<std::uint64_t>::max()) return "more than 18 quintillion";
  for (const auto& [size, name] : steps) {
    if (count < size) continue;
    const std::uint64_t unit = size == 10000u ? 1000u : size;
    return "about " + std::to_string((count + unit / 2) / unit) + " " + name;
  }
  return std::to_string(count);
}

}  // namespace demarche::dsl::expand
