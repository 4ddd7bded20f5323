#include "engine/mention/lexis.hpp"

#include <algorithm>
#include <string>

namespace demarche::mention {

namespace {

using program::Node;
using program::Slot;
using program::WordRole;

// Calls `visit` for every pattern of a program.
template <typename Visit>
void each_condition(const program::Program& program, Visit visit) {
  auto conditions = [&visit](const std::vector<program::Condition>& list) {
    for (const program::Condition& condition : list)
      for (const program::Pattern& pattern : condition.patterns) visit(pattern);
  };
  for (const program::Issue& issue : program.issues) {
    conditions(issue.needs);
    conditions(issue.after);
    conditions(issue.unless);
    for (const program::IssuePattern& pattern : issue.patterns)
      for (const program::Neighbour& neighbour : pattern.neighbours) visit(neighbour.pattern);
  }
  for (const program::Rule& rule : program.rules) {
    conditions(rule.when);
    conditions(rule.unless);
  }
}

text::Vocabulary intern_all(const program::Program& program) {
  text::Vocabulary vocabulary;
  auto intern = [&vocabulary](const program::Pattern& pattern) { match::intern_words(pattern.root, vocabulary); };
  for (const program::Issue& issue : program.issues)
    for (const program::IssuePattern& pattern : issue.patterns) intern(pattern.pattern);
  for (const program::Stance& stance : program.stances) {
    for (const program::Entry& entry : stance.entries) intern(entry.pattern);
    for (const program::Pattern& degree : stance.strong_degrees) intern(degree);
    for (const program::Pattern& degree : stance.weak_degrees) intern(degree);
  }
  for (const program::Turn& turn : program.turns)
    for (const program::Pattern& pattern : turn.patterns) intern(pattern);
  for (const program::Construction& construction : program.constructions)
    for (const program::Pattern& form : construction.forms) intern(form);
  for (const program::WordList& words : program.words)
    for (const program::Pattern& pattern : words.patterns) intern(pattern);
  each_condition(program, intern);
  for (const char* word :
       {"'s", "n't", "-", "\"", ",", ".", ";", ":", "(", ")", "?", "!", "...", "to", "and", "or", "by", "of"})
    vocabulary.intern(word);
  return vocabulary;
}

bool is_slot(const Node& node, Slot slot) { return node.kind == Node::Kind::slot && node.slot == slot; }

// Cuts a sequence at the first child that is the slot. False when the slot is no direct child.
bool cut(const Node& root, Slot slot, Node& before, Node& after) {
  if (is_slot(root, slot)) return true;
  if (root.kind != Node::Kind::sequence) return false;
  auto at = std::find_if(root.children.begin(), root.children.end(),
                         [slot](const Node& child) { return is_slot(child, slot); });
  if (at == root.children.end()) return false;
  before.children.assign(root.children.begin(), at);
  after.children.assign(at + 1, root.children.end());
  return true;
}

// Whether the list has the word's third person, too: "leave" with "leaves", not "left".
bool is_base(const std::string& word, const std::vector<std::string>& forms) {
  return std::any_of(forms.begin(), forms.end(), [&word](const std::string& form) {
    if (form == word + "s" || form == word + "es") return true;
    return word.ends_with("y") && form == word.substr(0, word.size() - 1) + "ies";
  });
}

// Which form of a word of the verb lists this is; endings tell, where the list has no base.
std::uint8_t form_of(const std::string& form, const std::vector<std::string>& forms) {
  if (is_base(form, forms)) return form_base;
  const bool with_base =
      std::any_of(forms.begin(), forms.end(), [&forms](const std::string& other) { return is_base(other, forms); });
  auto shortest =
      std::min_element(forms.begin(), forms.end(), [](const auto& a, const auto& b) { return a.size() < b.size(); });
  if ((with_base || form != *shortest) && form.ends_with("ing")) return form_ing;
  if (form.ends_with("ed") && (with_base || form != *shortest)) return form_past;
  if (!with_base && form == *shortest) return form_base;
  if (form.ends_with("s")) {
    auto base = [&](std::size_t cut, const char* end) {
      return std::find(forms.begin(), forms.end(), form.substr(0, form.size() - cut) + end) != forms.end();
    };
    if (base(1, "") || base(2, "") || (form.size() > 3 && base(3, "y"))) return form_s;
  }
  return form_past;
}

bool is_single_word(const Node& node) {
  if (node.kind == Node::Kind::word) return true;
  return node.kind == Node::Kind::sequence && node.children.size() == 1 && is_single_word(node.children[0]);
}

const Node& single_word(const Node& node) {
  return node.kind == Node::Kind::word ? node : single_word(node.children[0]);
}

bool is_verb_role(WordRole role) {
  switch (role) {
#define DEMARCHE_WORD_ROLE(enumerator, name, part, meaning) \
  case WordRole::enumerator: {                              \
    enum { verb, noun, exact };                             \
    return part == verb;                                    \
  }
#include "engine/program/word_roles.def"
#undef DEMARCHE_WORD_ROLE
  }
  return false;
}

}  // namespace

bool holds_slot(const Node& node, Slot slot) {
  if (is_slot(node, slot)) return true;
  return std::any_of(node.children.begin(), node.children.end(),
                     [slot](const Node& child) { return holds_slot(child, slot); });
}

Lexis::Lexis(const program::Program& p, const lexicon::ActorTable& a, Diagnostics& diagnostics)
    : program(p), actors(a), vocabulary(intern_all(p)), names(a, vocabulary), diagnostics_(diagnostics) {
  word_roles.resize(vocabulary.size());
  word_verb_forms.resize(vocabulary.size());
  add_roles();
  add_issues();
  add_stances();
  add_turns();
  add_forms();
  add_conditions();
}

void Lexis::add_roles() {
  auto note_verb = [this](const Node& node) {
    for (const std::string& form : node.forms)
      if (text::WordId word = vocabulary.find(form)) word_verb_forms[word] |= form_of(form, node.forms);
  };
  auto add_pattern = [&](const Node& node, WordRole role_of_list) {
    // "re-impose": also as one word
    if (node.kind == Node::Kind::choice && is_verb_role(role_of_list))
      for (const Node& child : node.children)
        if (is_single_word(child)) note_verb(single_word(child));
    if (!is_single_word(node)) {
      role_phrases.add(node, vocabulary);
      role_phrase_roles.push_back(role_of_list);
      if (is_verb_role(role_of_list) && node.kind == Node::Kind::sequence && !node.children.empty() &&
          is_single_word(node.children[0]))
        note_verb(single_word(node.children[0]));
      return;
    }
    const Node& word = single_word(node);
    for (const std::string& form : word.forms)
      if (text::WordId id = vocabulary.find(form)) word_roles[id] |= role(role_of_list);
    if (is_verb_role(role_of_list)) note_verb(word);
    if (role_of_list == WordRole::participle)
      for (const std::string& form : word.forms) word_verb_forms[vocabulary.find(form)] |= form_participle;
  };
  for (const program::WordList& list : program.words)
    for (const program::Pattern& pattern : list.patterns) {
      if (pattern.root.kind == Node::Kind::choice) {
        for (const Node& child : pattern.root.children) add_pattern(child, list.role);
      } else {
        add_pattern(pattern.root, list.role);
      }
    }
  role_phrases.finish(vocabulary);
}

void Lexis::add_issues() {
  for (std::uint32_t i = 0; i < program.issues.size(); ++i)
    for (std::uint32_t j = 0; j < program.issues[i].patterns.size(); ++j) {
      issues.add(program.issues[i].patterns[j].pattern.root, vocabulary);
      issue_origins.push_back({i, j});
    }
  issues.finish(vocabulary);
}

void Lexis::add_stances() {
  for (std::uint32_t s = 0; s < program.stances.size(); ++s) {
    const program::Stance& stance = program.stances[s];
    auto& parts_of_stance = entries.emplace_back(stance.entries.size());
    for (std::uint32_t e = 0; e < stance.entries.size(); ++e) {
      EntryParts& parts = parts_of_stance[e];
      cut(stance.entries[e].pattern.root, Slot::target, parts.before, parts.after);
      parts.has_before = !parts.before.children.empty();
      parts.has_after = !parts.after.children.empty();
      if (stance.entries[e].kind == program::Entry::Kind::verb && is_single_word(parts.before)) {
        stance_verbs.resize(vocabulary.size());
        for (const std::string& form : single_word(parts.before).forms) stance_verbs[vocabulary.find(form)] = true;
      }
      parts.names_someone = holds_slot(parts.before, Slot::someone) || holds_slot(parts.before, Slot::other);
      if (parts.has_before) {
        heads.add(parts.before, vocabulary);
        head_origins.push_back({s, e});
        if (parts.has_after) parts.after_automaton = match::compile(parts.after, vocabulary);
      } else if (parts.has_after) {
        judgements.add(parts.after, vocabulary);
        judgement_origins.push_back({s, e});
      }
    }
    for (const program::Pattern& degree : stance.strong_degrees) strong_degrees.add(degree.root, vocabulary);
    for (const program::Pattern& degree : stance.weak_degrees) weak_degrees.add(degree.root, vocabulary);
  }
  heads.finish(vocabulary);
  judgements.finish(vocabulary);
  strong_degrees.finish(vocabulary);
  weak_degrees.finish(vocabulary);
}

void Lexis::add_turns() {
  turn_words_.resize(program.turns.size());
  for (std::uint32_t t = 0; t < program.turns.size(); ++t)
    for (std::uint32_t i = 0; i < program.turns[t].patterns.size(); ++i) {
      Node& before = owned_.emplace_back();
      Node& after = owned_.emplace_back();
      cut(program.turns[t].patterns[i].root, Slot::issue, before, after);
      turn_words_[t].push_back(before.children.empty() ? &after : &before);
      if (!before.children.empty()) {
        turns.add(before, vocabulary);
        turn_origins.push_back({t, i});
      } else if (!after.children.empty()) {
        after_turns.add(after, vocabulary);
        after_turn_origins.push_back({t, i});
      }
    }
  turns.finish(vocabulary);
  after_turns.finish(vocabulary);
}

void Lexis::add_forms() {
  for (std::uint32_t c = 0; c < program.constructions.size(); ++c)
    for (std::uint32_t f = 0; f < program.constructions[c].forms.size(); ++f) {
      forms.add(program.constructions[c].forms[f].root, vocabulary);
      form_origins.push_back({c, f});
    }
  forms.finish(vocabulary);
}

void Lexis::add_conditions() {
  each_condition(program, [this](const program::Pattern& pattern) {
    conditions_.emplace(&pattern, match::compile(pattern.root, vocabulary));
  });
}

const match::Automaton& Lexis::condition(const program::Pattern& pattern) const { return conditions_.at(&pattern); }

std::uint32_t Lexis::stance_named(std::string_view id) const {
  for (std::uint32_t i = 0; i < program.stances.size(); ++i)
    if (program.stances[i].id == id) return i;
  return lexicon::none;
}

}  // namespace demarche::mention
