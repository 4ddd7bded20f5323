#include <algorithm>
#include <set>

#include "engine/why/bench.hpp"

// Names, speakers, speech verbs; rules and their limits; strength.
namespace demarche::why {

using mention::Tag;
using program::WordRole;
using text::Token;

namespace {

Trial said(std::string what) {
  Trial trial;
  trial.edit.statement = std::move(what);
  trial.edit.is_statement = false;
  return trial;
}

bool is_named(const Seen& seen, std::uint32_t t) {
  return std::any_of(seen.view.names.begin(), seen.view.names.end(),
                     [t](const mention::NameHit& name) { return name.begin <= t && t < name.end; });
}

// Capitalised words that no list knows.
std::vector<std::pair<std::uint32_t, std::uint32_t>> unknown_names(const Seen& seen) {
  std::vector<std::pair<std::uint32_t, std::uint32_t>> found;
  const auto capital = [&seen](std::uint32_t t) {
    return t < seen.view.size() && seen.view.tokens[t].has(Token::capitalised) && !is_named(seen, t);
  };
  for (std::uint32_t t = 0; t < seen.view.size(); ++t) {
    if (!capital(t) || (t == 0 && is_function_word(seen, t))) continue;
    std::uint32_t end = t + 1;
    while (capital(end)) ++end;
    found.emplace_back(t, end);
    t = end;
  }
  return found;
}

bool names_actor(const Look& look) {
  const auto& mentioned = look.reading.result.mentioned;
  return std::find(mentioned.begin(), mentioned.end(), look.bench.wanted.actor) != mentioned.end();
}

bool says_we(const Look& look) {
  for (const Seen& seen : look.reading.sentences)
    for (std::uint32_t t = 0; t < seen.view.size(); ++t)
      if (seen.view.is(t, WordRole::pronoun_first)) return true;
  return false;
}

// A verb behind which somebody's words begin, or before which they end.
bool opens_words(const Seen& seen, std::uint32_t t) {
  if (seen.view.is(t, WordRole::speech_verb)) return false;
  const auto is_mark = [&seen](std::uint32_t at) {
    const Token& token = seen.view.tokens[at];
    return token.has(Token::opens_quote) || token.has(Token::closes_quote) ||
           seen.view.is(at, WordRole::complementiser);
  };
  return (t + 1 < seen.view.size() && is_mark(t + 1)) || (t > 0 && is_mark(t - 1));
}

Trial name_trial(const std::string& actor, const std::string& name) {
  Trial trial = said("\"" + name + "\" among the names of " + actor + " in the actor file");
  trial.names = [actor, name](lexicon::ActorTable& actors) {
    for (lexicon::Actor& one : actors.actors)
      if (one.id == actor) one.names.push_back({name, lexicon::NameKind::name});
  };
  return trial;
}

Trial speech_verb_trial(const Seen& seen, std::uint32_t t, const Writer& writer) {
  const std::string base = writer.base_of(seen.words[t], Head::verb);
  Trial trial;
  trial.edit.statement = "words speech-verb = " + base;
  program::Pattern pattern;
  program::Node word;
  word.kind = program::Node::Kind::word;
  word.forms = {base, seen.words[t]};
  std::sort(word.forms.begin(), word.forms.end());
  pattern.root = word;
  pattern.source = base;
  trial.rules = [pattern](program::Program& program) {
    for (program::WordList& list : program.words)
      if (list.role == WordRole::speech_verb) {
        list.patterns.push_back(pattern);
        return;
      }
    program.words.push_back({WordRole::speech_verb, {pattern}});
  };
  return trial;
}

const char* adverb_of(program::Strength strength) {
  static constexpr const char* adverbs[] = {"weakly", "plainly", "strongly"};
  return adverbs[static_cast<int>(strength)];
}

}  // namespace

void propose_names(const Look& look, std::vector<Trial>& out) {
  if (names_actor(look)) return;
  std::set<std::string> known;
  for (const Seen& seen : look.reading.sentences)
    for (const auto& [begin, end] : unknown_names(seen)) {
      const std::string name(seen.view.raw(begin, end));
      if (known.insert(name).second && known.size() <= 6) out.push_back(name_trial(look.bench.wanted.actor, name));
    }
}

void propose_holder(const Look& look, std::vector<Trial>& out) {
  const std::string& actor = look.bench.wanted.actor;
  if (look.has_sentence()) {
    const Seen& seen = look.seen();
    const Writer writer(look.sandbox.program());
    for (std::uint32_t t = 0; t < seen.view.size(); ++t)
      if (seen.view.tags[t] == Tag::finite && opens_words(seen, t)) out.push_back(speech_verb_trial(seen, t, writer));
  }
  // A text that names the actor speaks of it; only "we" and "my country" may be its own.
  if (!look.bench.document.speaking.empty() || (names_actor(look) && !says_we(look))) return;
  Trial trial = said("`speaking " + actor + "` in the test, if the text is " + actor + "'s own words");
  trial.text = [actor](corpus::Document& document) { document.speaking = {actor}; };
  out.push_back(std::move(trial));
}

void propose_rules(const Look& look, std::vector<Trial>& out) {
  const Wanted& wanted = look.bench.wanted;
  for (std::size_t r = 0; r < look.sandbox.program().rules.size(); ++r) {
    const program::Rule& rule = look.sandbox.program().rules[r];
    if (look.finding.guard.empty() || rule.id != look.finding.guard) continue;
    Trial trial = said(rule.ignore ? "without `ignore " + rule.id + "`" : "without the `unless` of `" + rule.id + "`");
    trial.edit.place = rule.place;
    trial.nearest = Nearest{rule.ignore ? "ignore" : "rule", rule.id, {}, rule.place, {}, {}, 0};
    trial.rules = [r](program::Program& program) {
      if (program.rules[r].ignore)
        program.rules.erase(program.rules.begin() + static_cast<std::ptrdiff_t>(r));
      else
        program.rules[r].unless.clear();
    };
    out.push_back(std::move(trial));
  }
  program::Rule rule;
  rule.id = "why-not";
  rule.actors.ids = {wanted.actor};
  rule.stance = wanted.stance;
  rule.issues = {wanted.issue};
  Trial trial;
  trial.edit.statement = wanted.actor + " " + wanted.stance + " " + wanted.issue;
  trial.rules = [rule](program::Program& program) { program.rules.push_back(rule); };
  out.push_back(std::move(trial));
}

void propose_strength(const Look& look, std::vector<Trial>& out) {
  if (!look.bench.wanted.strength || !look.has_sentence()) return;
  const program::Strength strength = *look.bench.wanted.strength;
  const Finding& finding = look.finding;
  const Writer writer(look.sandbox.program());
  for (const mention::HeadMatch& head : look.seen().view.heads) {
    if (strength == program::Strength::plain || head.begin != finding.head_begin || head.end != finding.head_end)
      continue;
    const program::Stance& stance = look.sandbox.program().stances[head.stance];
    const program::Entry::Kind kind = stance.entries[head.entry].kind;
    const Head part = kind == program::Entry::Kind::verb   ? Head::verb
                      : kind == program::Entry::Kind::noun ? Head::noun
                                                           : Head::any;
    if (kind == program::Entry::Kind::judgement) continue;
    if (const auto pattern = writer.write(look.seen(), head.begin, head.end, part))
      out.push_back(entry_trial(stance.id, kind, *pattern, strength));
  }
  program::Rule rule;
  rule.id = "why-not";
  rule.actors.ids = {look.bench.wanted.actor};
  rule.stance = look.bench.wanted.stance;
  rule.issues = {look.bench.wanted.issue};
  rule.strength = strength;
  Trial trial;
  trial.edit.statement = look.bench.wanted.actor + " " + look.bench.wanted.stance + " " + look.bench.wanted.issue +
                         " " + adverb_of(strength);
  // Rules are asked in the order of their ids.
  trial.rules = [rule](program::Program& program) { program.rules.insert(program.rules.begin(), rule); };
  out.push_back(std::move(trial));
}

}  // namespace demarche::why
