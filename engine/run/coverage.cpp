#include "engine/run/coverage.hpp"

#include <algorithm>

#include "engine/match/bare_chart.hpp"
#include "engine/match/reference.hpp"

namespace demarche::run {

using evidence::Use;
using program::Node;

namespace {

constexpr std::size_t none = static_cast<std::size_t>(-1);

constexpr const char* role_names[] = {
#define DEMARCHE_WORD_ROLE(enumerator, name, part, meaning) name,
#include "engine/program/word_roles.def"
#undef DEMARCHE_WORD_ROLE
};

// The forms with which a match of the node can begin.
void first_forms(const Node& node, std::vector<std::string>& forms) {
  if (node.kind == Node::Kind::word) {
    forms.insert(forms.end(), node.forms.begin(), node.forms.end());
  } else if (node.kind == Node::Kind::choice) {
    for (const Node& child : node.children) first_forms(child, forms);
  } else if (!node.children.empty()) {
    first_forms(node.children.front(), forms);
  }
}

}  // namespace

Coverage::Coverage(const program::Program& program) : program_(program) {
  alternatives_.assign(program.alternatives.size() + 1, none);
  for (std::uint32_t i = 0; i < program.issues.size(); ++i) add_issue(i);
  add_language();
  add_rules();
}

std::size_t Coverage::add_part(CoveredKind kind, std::string owner, std::string text, const program::Place& place) {
  parts_.push_back({kind, std::move(owner), std::move(text), place, 0, 0, {}, {}});
  return parts_.size() - 1;
}

void Coverage::add_pattern(const Key& key, CoveredKind kind, const std::string& owner,
                           const program::Pattern& pattern) {
  lines_.emplace(key, add_part(kind, owner, pattern.source, pattern.place));
  add_alternatives(pattern.root, owner);
}

// What stands behind `not` never takes part in a match: the mutation of guards watches over it.
void Coverage::add_alternatives(const Node& node, const std::string& owner) {
  if (node.kind == Node::Kind::not_here) return;
  auto add = [&](std::uint32_t number) {
    if (number == 0 || alternatives_[number] != none) return;
    const program::Alternative& written = program_.alternatives[number - 1];
    alternatives_[number] = add_part(CoveredKind::alternative, owner, written.text, written.place);
  };
  add(node.alternative);
  for (std::uint32_t number : node.form_alternatives) add(number);
  for (const Node& child : node.children) add_alternatives(child, owner);
}

void Coverage::add_conditions(Use::Part part, std::uint32_t owner_number, const std::string& owner,
                              const std::vector<program::Condition>& conditions) {
  const CoveredKind kind = part == Use::Part::when ? CoveredKind::line : CoveredKind::guard;
  for (std::uint32_t c = 0; c < conditions.size(); ++c)
    for (std::uint32_t p = 0; p < conditions[c].patterns.size(); ++p)
      add_pattern({part, owner_number, c, p}, kind, owner, conditions[c].patterns[p]);
}

void Coverage::add_issue(std::uint32_t number) {
  const program::Issue& issue = program_.issues[number];
  const std::string owner = "issue " + issue.id;
  for (std::uint32_t p = 0; p < issue.patterns.size(); ++p) {
    add_pattern({Use::Part::issue_pattern, number, p, 0}, CoveredKind::line, owner, issue.patterns[p].pattern);
    const auto& neighbours = issue.patterns[p].neighbours;
    for (std::uint32_t n = 0; n < neighbours.size(); ++n)
      add_pattern({Use::Part::neighbour, number, p, n}, CoveredKind::guard, owner, neighbours[n].pattern);
  }
  add_conditions(Use::Part::needs, number, owner, issue.needs);
  add_conditions(Use::Part::after, number, owner, issue.after);
  add_conditions(Use::Part::issue_unless, number, owner, issue.unless);
  for (std::uint32_t n = 0; n < issue.not_in.size(); ++n)
    lines_.emplace(Key{Use::Part::not_in, number, n, 0},
                   add_part(CoveredKind::guard, owner, "not in " + issue.not_in[n], issue.place));
}

void Coverage::add_language() {
  for (std::uint32_t s = 0; s < program_.stances.size(); ++s) {
    const program::Stance& stance = program_.stances[s];
    const std::string owner = "stance " + stance.id;
    for (std::uint32_t e = 0; e < stance.entries.size(); ++e)
      add_pattern({Use::Part::entry, s, e, 0}, CoveredKind::line, owner, stance.entries[e].pattern);
    for (std::uint32_t d = 0; d < stance.strong_degrees.size(); ++d)
      add_pattern({Use::Part::degree, s, d, 0}, CoveredKind::line, owner, stance.strong_degrees[d]);
    for (std::uint32_t d = 0; d < stance.weak_degrees.size(); ++d)
      add_pattern({Use::Part::degree, s, d, 1}, CoveredKind::line, owner, stance.weak_degrees[d]);
  }
  for (std::uint32_t t = 0; t < program_.turns.size(); ++t)
    for (std::uint32_t p = 0; p < program_.turns[t].patterns.size(); ++p)
      add_pattern({Use::Part::turn, t, p, 0}, CoveredKind::line, "turn " + program_.turns[t].id,
                  program_.turns[t].patterns[p]);
  for (std::uint32_t c = 0; c < program_.constructions.size(); ++c) {
    const program::Construction& construction = program_.constructions[c];
    const std::string owner = "construction " + construction.id;
    constructions_.emplace(c, add_part(CoveredKind::construction, owner, construction.id, construction.place));
    for (std::uint32_t f = 0; f < construction.forms.size(); ++f)
      add_pattern({Use::Part::form, c, f, 0}, CoveredKind::line, owner, construction.forms[f]);
  }
  for (const program::WordList& list : program_.words) add_words(list);
}

void Coverage::add_words(const program::WordList& list) {
  const std::string owner = std::string("words ") + role_names[static_cast<std::size_t>(list.role)];
  for (const program::Pattern& pattern : list.patterns) {
    if (pattern.root.kind != Node::Kind::choice) {
      add_word(pattern.root, list.role, owner, pattern);
      continue;
    }
    for (const Node& child : pattern.root.children) add_word(child, list.role, owner, pattern);
  }
}

void Coverage::add_word(const Node& node, program::WordRole role, const std::string& owner,
                        const program::Pattern& written) {
  auto add = [&](std::uint32_t number, const std::vector<std::string>& forms) {
    const bool known = number > 0 && number <= program_.alternatives.size();
    const std::string& text = known ? program_.alternatives[number - 1].text : written.source;
    const program::Place& place = known ? program_.alternatives[number - 1].place : written.place;
    const std::size_t part = add_part(CoveredKind::word, owner, text, place);
    for (const std::string& form : forms) word_parts_[{role, form}].push_back({part, &node});
  };
  if (node.form_alternatives.empty()) {
    std::vector<std::string> forms;
    first_forms(node, forms);
    return add(node.alternative, forms);
  }
  std::map<std::uint32_t, std::vector<std::string>> by_number;
  for (std::size_t i = 0; i < node.forms.size(); ++i) by_number[node.form_alternatives[i]].push_back(node.forms[i]);
  for (const auto& [number, forms] : by_number) add(number, forms);
}

void Coverage::add_rules() {
  for (std::uint32_t r = 0; r < program_.rules.size(); ++r) {
    const program::Rule& rule = program_.rules[r];
    const std::string owner = (rule.ignore ? "ignore " : "rule ") + rule.id;
    if (!rule.ignore)
      lines_.emplace(Key{Use::Part::rule, r, 0, 0}, add_part(CoveredKind::rule, owner, rule.id, rule.place));
    add_conditions(rule.ignore ? Use::Part::veto : Use::Part::when, r, owner, rule.when);
    add_conditions(Use::Part::rule_unless, r, owner, rule.unless);
  }
}

void Coverage::add_sentence(const evidence::SentenceReading& reading, const mention::Lexis& lexis) {
  const mention::SentenceView& view = reading.view;
  const match::BareChart chart;
  for (std::uint32_t t = 0; t < view.size(); ++t) {
    const std::uint32_t length = view.role_lengths[t];
    if (length == 0 || view.roles[t] == 0 || view.tokens[t].word == text::unknown_word) continue;
    const std::string form(lexis.vocabulary.text(view.tokens[t].word));
    for (const program::WordList& list : program_.words) {
      if (!view.is(t, list.role)) continue;
      auto words = word_parts_.find({list.role, form});
      if (words == word_parts_.end()) continue;
      for (const Word& word : words->second)
        if (match::reference_ends(*word.node, view.tokens, chart, lexis.vocabulary, t).contains(t + length))
          words_.try_emplace(word.part, std::string(view.raw(t, t + length)));
    }
  }
}

void Coverage::note(const Use& use, const std::string& sentence, std::map<std::size_t, std::string>& parts) const {
  if (auto line = lines_.find({use.part, use.owner, use.item, use.pattern}); line != lines_.end())
    parts.try_emplace(line->second, sentence);
  if (use.part == Use::Part::form) parts.try_emplace(constructions_.at(use.owner), sentence);
  for (std::uint32_t number : use.alternatives)
    if (alternatives_[number] != none) parts.try_emplace(alternatives_[number], sentence);
}

std::map<std::size_t, std::string> Coverage::parts_of(const evidence::DocumentResult& result) const {
  std::map<std::size_t, std::string> parts = words_;
  for (const evidence::Record& record : result.records)
    for (const Use& use : record.uses) note(use, record.sentence, parts);
  for (const Use& use : result.vetoes) note(use, {}, parts);
  return parts;
}

void Coverage::add_test(const program::Test& test, const evidence::DocumentResult& result) {
  for (const auto& [index, sentence] : parts_of(result)) {
    CoveredPart& part = parts_[index];
    if (part.tests++ == 0) part.test = test.name + " (" + test.place.file + ":" + std::to_string(test.place.line) + ")";
  }
  words_.clear();
}

void Coverage::add_document(const evidence::DocumentResult& result) {
  has_corpus_ = true;
  for (const auto& [index, sentence] : parts_of(result)) {
    CoveredPart& part = parts_[index];
    if (part.documents++ == 0) part.sentence = sentence.empty() ? result.doc : sentence + " (" + result.doc + ")";
  }
  words_.clear();
}

CoverageReport Coverage::report() const {
  CoverageReport report{parts_, has_corpus_};
  auto key = [](const CoveredPart& part) {
    return std::tie(part.place.file, part.place.line, part.place.column, part.kind, part.text);
  };
  std::stable_sort(report.parts.begin(), report.parts.end(),
                   [&](const CoveredPart& a, const CoveredPart& b) { return key(a) < key(b); });
  return report;
}

void CoverageReport::drop_files(const std::function<bool(const std::string& file)>& is_foreign) {
  std::erase_if(parts, [&](const CoveredPart& part) { return is_foreign(part.place.file); });
}

Share CoverageReport::share() const {
  Share share;
  for (const CoveredPart& part : parts) {
    if (part.kind == CoveredKind::word) continue;
    ++share.all;
    share.covered += part.tests > 0;
  }
  return share;
}

Share CoverageReport::share(CoveredKind kind) const {
  Share share;
  for (const CoveredPart& part : parts) {
    if (part.kind != kind) continue;
    ++share.all;
    share.covered += part.tests > 0;
  }
  return share;
}

std::map<std::string, Share> CoverageReport::by_file() const {
  std::map<std::string, Share> files;
  for (const CoveredPart& part : parts) {
    if (part.kind == CoveredKind::word) continue;
    Share& share = files[part.place.file];
    ++share.all;
    share.covered += part.tests > 0;
  }
  return files;
}

std::string_view name_of(CoveredKind kind) {
  switch (kind) {
    case CoveredKind::rule:
      return "rule";
    case CoveredKind::construction:
      return "construction";
    case CoveredKind::line:
      return "line";
    case CoveredKind::alternative:
      return "alternative";
    case CoveredKind::guard:
      return "guard";
    case CoveredKind::word:
      return "word";
  }
  return "";
}

}  // namespace demarche::run
