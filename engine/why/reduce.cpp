#include "engine/why/reduce.hpp"

#include <algorithm>

#include "engine/corpus/html_tags.hpp"
#include "engine/text/tokens.hpp"

namespace demarche::why {

using program::Node;
using program::Pattern;

bool may_match(const Node& node, const Words& text) {
  auto may = [&text](const Node& child) { return may_match(child, text); };
  switch (node.kind) {
    case Node::Kind::word:
      return std::any_of(node.forms.begin(), node.forms.end(),
                         [&text](const std::string& form) { return text.count(form) != 0; });
    case Node::Kind::sequence:
    case Node::Kind::says:
      return std::all_of(node.children.begin(), node.children.end(), may);
    case Node::Kind::choice:
      return std::any_of(node.children.begin(), node.children.end(), may);
    default:
      return true;
  }
}

namespace {

void add_words(const std::string& text, Words& words) {
  for (std::string& token : text::token_texts(text)) words.insert(std::move(token));
}

void add_words(const Node& node, Words& words) {
  words.insert(node.forms.begin(), node.forms.end());
  for (const Node& child : node.children) add_words(child, words);
}

void add_words(const std::vector<program::Condition>& conditions, Words& words) {
  for (const program::Condition& condition : conditions)
    for (const Pattern& pattern : condition.patterns) add_words(pattern.root, words);
}

void add_words(const program::Issue& issue, Words& words) {
  for (const program::IssuePattern& pattern : issue.patterns) {
    add_words(pattern.pattern.root, words);
    for (const program::Neighbour& neighbour : pattern.neighbours) add_words(neighbour.pattern.root, words);
  }
  add_words(issue.needs, words);
  add_words(issue.after, words);
  add_words(issue.unless, words);
}

void add_words(const lexicon::ActorTable& actors, Words& words) {
  for (const lexicon::Actor& actor : actors.actors) {
    for (const lexicon::ActorName& name : actor.names) add_words(name.text, words);
    for (const auto& [title, office] : actor.titles) add_words(title, words);
  }
  for (const lexicon::Person& person : actors.people)
    for (const std::string& spelling : person.spellings) add_words(spelling, words);
  for (const lexicon::Office& office : actors.offices)
    for (const std::string& name : office.names) add_words(name, words);
  for (const std::string& name : actors.not_actors) add_words(name, words);
}

Node without_children(const Node& node) {
  Node copy;
  copy.kind = node.kind;
  copy.forms = node.forms;
  copy.word_case = node.word_case;
  copy.limit = node.limit;
  copy.actors = node.actors;
  copy.possessive = node.possessive;
  copy.issues = node.issues;
  copy.slot = node.slot;
  copy.form = node.form;
  copy.role = node.role;
  copy.alternative = node.alternative;
  copy.form_alternatives = node.form_alternatives;
  return copy;
}

// A copy without the branches that the text rules out.
Node pruned(const Node& node, const Words& text) {
  Node copy = without_children(node);
  for (const Node& child : node.children) {
    const bool branch = node.kind == Node::Kind::choice || node.kind == Node::Kind::optional;
    if (branch && !may_match(child, text)) continue;
    copy.children.push_back(pruned(child, text));
  }
  if (node.kind == Node::Kind::optional && copy.children.empty()) copy = Node{};  // an empty sequence
  // No branch left is not "no words needed": it becomes a word that stands nowhere.
  if (node.kind == Node::Kind::choice && copy.children.empty()) copy.kind = Node::Kind::word;
  return copy;
}

Pattern pruned(const Pattern& pattern, const Words& text) {
  Pattern copy;
  copy.root = pruned(pattern.root, text);
  copy.source = pattern.source;
  copy.place = pattern.place;
  return copy;
}

std::vector<Pattern> pruned(const std::vector<Pattern>& patterns, const Words& text) {
  std::vector<Pattern> kept;
  for (const Pattern& pattern : patterns)
    if (may_match(pattern.root, text)) kept.push_back(pruned(pattern, text));
  return kept;
}

// Conditions stay, whether or not the text can meet them; what it cannot meet becomes a word that stands nowhere.
std::vector<program::Condition> pruned(const std::vector<program::Condition>& conditions, const Words& text) {
  std::vector<program::Condition> kept;
  for (const program::Condition& condition : conditions) {
    program::Condition& copy = kept.emplace_back();
    copy.scope = condition.scope;
    copy.place = condition.place;
    for (const Pattern& pattern : condition.patterns) {
      const bool may = may_match(pattern.root, text);
      copy.patterns.push_back(pruned(may ? pattern : Pattern{{}, pattern.source, pattern.place}, text));
      if (!may) copy.patterns.back().root.kind = Node::Kind::word;
    }
  }
  return kept;
}

program::Issue pruned(const program::Issue& issue, const Words& text) {
  program::Issue copy;
  copy.id = issue.id;
  copy.title = issue.title;
  copy.needs = pruned(issue.needs, text);
  copy.after = pruned(issue.after, text);
  copy.unless = pruned(issue.unless, text);
  copy.not_in = issue.not_in;
  copy.place = issue.place;
  for (const program::IssuePattern& pattern : issue.patterns)
    if (may_match(pattern.pattern.root, text))
      copy.patterns.push_back({pattern.kind, pattern.side, pruned(pattern.pattern, text), pattern.neighbours});
  return copy;
}

std::vector<program::Rule> pruned_rules(const std::vector<program::Rule>& rules, const Words& text) {
  std::vector<program::Rule> kept = rules;
  for (program::Rule& rule : kept) {
    rule.when = pruned(rule.when, text);
    rule.unless = pruned(rule.unless, text);
  }
  return kept;
}

program::Stance pruned(const program::Stance& stance, const Words& text) {
  program::Stance copy{stance.id,
                       stance.sign,
                       stance.inverse,
                       stance.negated,
                       {},
                       pruned(stance.strong_degrees, text),
                       pruned(stance.weak_degrees, text),
                       stance.place};
  for (const program::Entry& entry : stance.entries)
    if (may_match(entry.pattern.root, text))
      copy.entries.push_back({entry.kind, entry.strength, pruned(entry.pattern, text)});
  return copy;
}

// An issue without patterns, which never matches, holds the words that would not be known any more.
program::Issue keeper(const Words& text, const Words& known) {
  Pattern pattern;
  pattern.root.kind = Node::Kind::word;
  for (const std::string& word : text)
    if (known.count(word) != 0) pattern.root.forms.push_back(word);
  std::sort(pattern.root.forms.begin(), pattern.root.forms.end());
  program::Issue issue;
  issue.unless.emplace_back().patterns.push_back(std::move(pattern));
  return issue;
}

// Which names a text may hold: all words of the name stand in it, or, as hyphens may be left out, words that begin
// alike.
class NameFilter {
 public:
  explicit NameFilter(const Words& text) : text_(text) {
    for (const std::string& word : text) beginnings_.insert(word.substr(0, beginning));
  }
  bool may_hold(const std::string& name) const {
    const auto tokens = text::token_texts(name);
    bool all = true;
    bool hyphen = false;
    for (const std::string& token : tokens) {
      hyphen = hyphen || token == "-";
      all = all && (token == "-" || text_.count(token) != 0);
    }
    return all || (hyphen && begins_joined(tokens.front()));
  }
  // The same for the plurals that offices have: "ministers of justice".
  bool may_hold_office(const std::string& name) const {
    const auto tokens = text::token_texts(name);
    return std::all_of(tokens.begin(), tokens.end(),
                       [this](const std::string& token) { return token == "-" || begins_like(token); });
  }

 private:
  static constexpr std::size_t beginning = 1;  // bytes: "man" and "men" have no more in common
  // "amirabdollahian" holds the name "Amir-Abdollahian".
  bool begins_joined(const std::string& first) const {
    return std::any_of(text_.begin(), text_.end(),
                       [&first](const std::string& word) { return word.starts_with(first); });
  }
  bool begins_like(const std::string& word) const { return beginnings_.count(word.substr(0, beginning)) != 0; }

  const Words& text_;
  std::unordered_set<std::string> beginnings_;
};

}  // namespace

Words words_of(const corpus::Document& document) {
  Words words;
  add_words(document.text, words);
  add_words(document.title, words);
  if (!document.references.empty()) add_words(corpus::decoded_text(document.text), words);
  return words;
}

Words known_words(const program::Program& program, const lexicon::ActorTable& actors) {
  Words words;
  for (const program::Issue& issue : program.issues) add_words(issue, words);
  for (const program::Stance& stance : program.stances) {
    for (const program::Entry& entry : stance.entries) add_words(entry.pattern.root, words);
    for (const Pattern& degree : stance.strong_degrees) add_words(degree.root, words);
    for (const Pattern& degree : stance.weak_degrees) add_words(degree.root, words);
  }
  for (const program::Turn& turn : program.turns)
    for (const Pattern& pattern : turn.patterns) add_words(pattern.root, words);
  for (const program::Construction& construction : program.constructions)
    for (const Pattern& form : construction.forms) add_words(form.root, words);
  for (const program::WordList& list : program.words)
    for (const Pattern& pattern : list.patterns) add_words(pattern.root, words);
  for (const program::Rule& rule : program.rules) {
    add_words(rule.when, words);
    add_words(rule.unless, words);
  }
  add_words(actors, words);
  return words;
}

program::Program reduced(const program::Program& program, const Words& text, const Words& known) {
  program::Program out;
  out.hash = program.hash;
  out.groups = program.groups;
  out.rules = pruned_rules(program.rules, text);
  for (const program::Issue& issue : program.issues) out.issues.push_back(pruned(issue, text));
  out.issues.push_back(keeper(text, known));
  for (const program::Stance& stance : program.stances) out.stances.push_back(pruned(stance, text));
  for (const program::Turn& turn : program.turns)
    out.turns.push_back({turn.id, turn.sign, pruned(turn.patterns, text), turn.place});
  for (const program::Construction& construction : program.constructions) {
    program::Construction& copy = out.constructions.emplace_back(construction);
    copy.forms = pruned(construction.forms, text);
  }
  for (const program::WordList& list : program.words) out.words.push_back({list.role, pruned(list.patterns, text)});
  return out;
}

lexicon::ActorTable reduced(const lexicon::ActorTable& actors, const program::Program& program, const Words& text) {
  const NameFilter names(text);
  lexicon::ActorTable out;
  for (const lexicon::Office& office : actors.offices) {
    lexicon::Office& copy = out.offices.emplace_back(lexicon::Office{office.id, {}, office.level});
    for (const std::string& name : office.names)
      if (names.may_hold_office(name)) copy.names.push_back(name);
  }
  out.regions = actors.regions;
  for (const lexicon::Actor& actor : actors.actors) {
    lexicon::Actor copy{actor.id, actor.kind, actor.name, {}, actor.regions, {}, actor.members, actor.styles};
    for (const auto& [title, office] : actor.titles)
      if (names.may_hold(title)) copy.titles.emplace(title, office);
    for (const lexicon::ActorName& name : actor.names)
      if (names.may_hold(name.text)) copy.names.push_back(name);
    out.actors.push_back(std::move(copy));
  }
  for (const lexicon::Person& person : actors.people) {
    lexicon::Person& copy = out.people.emplace_back(lexicon::Person{person.name, {}, person.actor, person.terms});
    for (const std::string& spelling : person.spellings)
      if (names.may_hold(spelling)) copy.spellings.push_back(spelling);
  }
  for (const std::string& name : actors.not_actors)
    if (names.may_hold(name)) out.not_actors.push_back(name);
  for (const program::Group& group : program.groups) {
    auto& members = out.regions[group.id];
    for (const std::string& id : group.members)
      if (auto member = out.find(id); member != lexicon::none) members.push_back(member);
    std::sort(members.begin(), members.end());
  }
  return out;
}

}  // namespace demarche::why
