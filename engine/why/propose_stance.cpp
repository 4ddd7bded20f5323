#include <algorithm>
#include <set>

#include "engine/why/bench.hpp"
#include "engine/why/plausible.hpp"

// Words of stance that the rules lack.
namespace demarche::why {

using mention::Tag;
using program::Entry;
using program::WordRole;

namespace {

program::Node target_slot() {
  program::Node node;
  node.kind = program::Node::Kind::slot;
  node.slot = program::Slot::target;
  return node;
}

class Proposer {
 public:
  Proposer(const Look& look, std::vector<Trial>& out)
      : look_(look), seen_(look.seen()), finding_(look.finding), writer_(look.sandbox.program()), out_(out) {}

  void run() {
    // The wanted side first; where a negation or a turn stands in the sentence, the other side may give it.
    for (const std::string& stance : stances()) {
      stance_ = stance;
      sign_ = sign_of(look_.sandbox.program(), stance).value_or(0);
      add_near();
      add_verbs();
      add_nouns();
      add_judgements();
    }
  }

 private:
  std::vector<std::string> stances() const {
    std::vector<std::string> ids = {look_.bench.wanted.stance};
    for (const program::Stance& stance : look_.sandbox.program().stances)
      if (stance.id == ids[0] && !stance.inverse.empty()) ids.push_back(stance.inverse);
    return ids;
  }

  void add(std::uint32_t begin, std::uint32_t end, Entry::Kind kind, const Nearest* nearest = nullptr) {
    while (end > begin && is_left_out(end - 1)) --end;
    if (begin >= end) return;
    const Head head = kind == Entry::Kind::verb ? Head::verb : kind == Entry::Kind::noun ? Head::noun : Head::any;
    const auto pattern = writer_.write(seen_, begin, end, head);
    if (!pattern || !may_be_entry(seen_, look_.sandbox.lexis(), sign_, begin, end)) return;
    put(kind, *pattern, nearest);
  }

  void put(Entry::Kind kind, const program::Pattern& pattern, const Nearest* nearest) {
    Trial trial = entry_trial(stance_, kind, pattern);
    if (!known_.insert(trial.edit.statement).second) return;
    if (nearest) trial.nearest = *nearest;
    out_.push_back(std::move(trial));
  }

  bool is_left_out(std::uint32_t t) const {
    return seen_.view.is(t, WordRole::determiner) || seen_.view.tokens[t].has(text::Token::punctuation);
  }

  // The words that nearly are an entry, as an entry of their own.
  void add_near() {
    constexpr std::size_t most = 3;
    for (const Near& near : nearest_of_stance(look_.search(most), stance_, finding_.sentence)) {
      if (near.what == "judgement") continue;  // written anew below, behind the issue
      std::uint32_t end = near.alignment.end;
      if (near.alignment.begin < finding_.issue_begin) end = std::min(end, finding_.issue_begin);
      const Nearest nearest = describe(near, seen_);
      add(near.alignment.begin, end, kind_of(near.what), &nearest);
    }
  }

  static Entry::Kind kind_of(const std::string& keyword) {
    if (keyword == "noun") return Entry::Kind::noun;
    if (keyword == "adjective") return Entry::Kind::adjective;
    if (keyword == "purpose") return Entry::Kind::purpose;
    return Entry::Kind::verb;
  }

  std::uint32_t from() const {
    constexpr std::uint32_t farthest = 14;
    return finding_.issue_begin > farthest ? finding_.issue_begin - farthest : 0;
  }

  bool is_particle(std::uint32_t t) const {
    return seen_.view.is(t, WordRole::preposition) || seen_.words[t] == "to" || seen_.words[t] == "out" ||
           seen_.words[t] == "up" || seen_.words[t] == "down" || seen_.words[t] == "off" || seen_.words[t] == "back";
  }

  // A verb before the issue: with its particles, with what follows up to the first preposition, with the whole way.
  void add_verbs() {
    const std::uint32_t issue = finding_.issue_begin;
    for (std::uint32_t t = issue; t-- > from();) {
      const Tag tag = seen_.view.tags[t];
      if (tag != Tag::finite && tag != Tag::infinitive && tag != Tag::ing && tag != Tag::participle) continue;
      std::uint32_t particles = t + 1;
      while (particles < issue && is_particle(particles)) ++particles;
      add(t, particles, Entry::Kind::verb);
      for (std::uint32_t end = particles; end < issue && end < t + 6; ++end)
        if (seen_.view.is(end, WordRole::preposition)) {
          std::uint32_t stop = end + 1;
          while (stop < issue && is_particle(stop)) ++stop;
          add(t, stop, Entry::Kind::verb);
          break;
        }
      if (issue <= t + 6) add(t, issue, Entry::Kind::verb);
    }
  }

  // A noun or an adjective with its preposition: "displeasure with", "uneasy about".
  void add_nouns() {
    for (std::uint32_t t = finding_.issue_begin; t-- > from() + 1;) {
      if (!seen_.view.is(t, WordRole::preposition)) continue;
      const std::uint32_t word = t - 1;
      if (is_function_word(seen_, word)) continue;
      const bool predicate = word > 0 && (is_be(word - 1) || seen_.view.is(word - 1, WordRole::copula));
      add(word, t + 1, predicate ? Entry::Kind::adjective : Entry::Kind::noun);
      add(word, t + 1, predicate ? Entry::Kind::noun : Entry::Kind::adjective);
    }
    if (finding_.issue_begin > 0 && !is_function_word(seen_, finding_.issue_begin - 1))
      add(finding_.issue_begin - 1, finding_.issue_begin, Entry::Kind::purpose);  // "illegal sanctions"
  }

  bool is_be(std::uint32_t t) const {
    const std::string& word = seen_.words[t];
    return word == "is" || word == "are" || word == "was" || word == "were" || word == "be" || word == "been" ||
           word == "being";
  }

  // What is said of the issue behind it: "<target> be unwise", "<target> poison relations".
  void add_judgements() {
    constexpr std::uint32_t farthest = 10;
    const auto& view = seen_.view;
    for (std::uint32_t t = finding_.issue_end; t < view.size() && t < finding_.issue_end + farthest; ++t) {
      // Right behind the issue stands its predicate, even where no list knows the verb.
      const bool predicate = t == finding_.issue_end && !is_function_word(seen_, t) && view.tags[t] != Tag::participle;
      if (view.tags[t] != Tag::finite && !is_be(t) && !predicate) continue;
      for (std::uint32_t end = t + 1; end <= view.size() && end <= t + 5; ++end) {
        if (view.tokens[end - 1].has(text::Token::punctuation)) return;
        if (!is_function_word(seen_, end - 1)) add_judgement(t, end);
      }
      return;
    }
  }

  void add_judgement(std::uint32_t begin, std::uint32_t end) {
    auto words = writer_.write(seen_, begin, end, is_be(begin) ? Head::as_is : Head::any);
    if (!words || !may_be_entry(seen_, look_.sandbox.lexis(), sign_, begin, end)) return;
    program::Pattern pattern;
    pattern.root.children.push_back(target_slot());
    for (program::Node& child : words->root.children) pattern.root.children.push_back(std::move(child));
    pattern.source = "<target> " + words->source;
    if (is_be(begin)) {
      program::Node& be = pattern.root.children[1];
      be.forms = {"am", "are", "be", "been", "being", "is", "was", "were"};
      pattern.source = "<target> be" + words->source.substr(seen_.words[begin].size());
    }
    put(Entry::Kind::judgement, pattern, nullptr);
  }

  const Look& look_;
  const Seen& seen_;
  const Finding& finding_;
  Writer writer_;
  std::vector<Trial>& out_;
  std::string stance_;
  int sign_ = 0;
  std::set<std::string> known_;
};

}  // namespace

void propose_stance(const Look& look, std::vector<Trial>& out) {
  if (look.has_sentence() && look.finding.issue_begin < look.finding.issue_end) Proposer(look, out).run();
}

}  // namespace demarche::why
