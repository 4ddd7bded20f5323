#include "engine/evidence/verbs.hpp"

#include <algorithm>

#include "engine/mention/verb_groups.hpp"

namespace demarche::evidence {

using mention::Clause;
using mention::Tag;
using program::WordRole;
using text::Token;

// "answered by sending weapons": the means of what was done were done, too.
static bool is_means(const mention::SentenceView& view, std::uint32_t verb, std::uint32_t clause_begin) {
  if (verb < 2 || view.raw(verb - 1) != "by") return false;
  for (std::uint32_t t = verb - 1; t-- > clause_begin;) {
    if (view.tags[t] == Tag::finite) return true;
    if (view.tags[t] != Tag::other && view.tags[t] != Tag::noun) return false;
  }
  return false;
}

bool is_done(const mention::SentenceView& view, std::uint32_t verb) {
  const Clause& clause = view.clauses[view.clause_of[verb]];
  switch (view.tags[verb]) {
    case Tag::finite:
      return true;
    case Tag::ing: {
      if (is_means(view, verb, clause.begin)) return true;
      if (clause.kind != Clause::Kind::participle) return false;
      std::uint32_t first = clause.begin;
      while (first < verb && (view.tokens[first].has(Token::punctuation) || view.is(first, WordRole::degree_adverb)))
        ++first;
      return first == verb;
    }
    default:
      return false;
  }
}

bool is_only_possible(const mention::SentenceView& view, std::uint32_t verb) {
  std::uint32_t at = verb;
  while (at > 0 && (view.is(at - 1, WordRole::degree_adverb) || view.role_lengths[at - 1] == 0)) --at;
  if (at == 0 || view.tags[at - 1] != Tag::auxiliary) return false;
  const std::string_view word = view.raw(at - 1);
  return word == "can" || word == "could" || word == "may" || word == "might";
}

// "will not accept a process in which the U.S. acts first and removes the sanctions": of what is refused nothing is
// done.
static bool is_of_refused(const mention::SentenceView& view, std::uint32_t verb) {
  std::uint32_t c = view.clause_of[verb];
  while (c > 0 && view.clauses[c].kind == Clause::Kind::coordinate &&
         view.is(view.clauses[c].begin, WordRole::conjunction))
    --c;
  const Clause& told = view.clauses[c];
  const std::uint32_t last = told.begin + view.role_lengths[told.begin];
  if (c == 0 || told.kind != Clause::Kind::subordinate || last < told.begin + 2 || view.raw(last - 1) != "which")
    return false;
  const Clause& before = view.clauses[c - 1];
  for (std::uint32_t t = before.begin; t < before.end; ++t)
    if (view.is(t, WordRole::negator)) return true;
  return false;
}

// "said it would lift them once Peru honoured the deal", "was ready to lift them": what is still to be done.
static bool tells_plan(const mention::SentenceView& view, std::uint32_t end) {
  constexpr std::uint32_t farthest = 14;
  for (std::uint32_t t = end; t > 0 && end - t < farthest; --t) {
    const std::string_view word = view.raw(t - 1);
    if (word == "would" || word == "could" || word == "ready" || word == "willing" || word == "prepared") return true;
    if (view.tokens[t - 1].has(Token::punctuation)) return false;
  }
  return false;
}

// "can be reversed once Germany honours the deal", but "once Peru had recognised it"
static bool is_yet_to_come(const mention::SentenceView& view, const mention::Lexis& lexis, const Clause& clause) {
  for (std::uint32_t t = clause.begin; t < clause.end; ++t) {
    if (view.tags[t] == Tag::auxiliary)
      return view.raw(t) != "had" && view.raw(t) != "was" && view.raw(t) != "were" && view.raw(t) != "did";
    if (view.tags[t] == Tag::finite)
      return (lexis.word_verb_forms[view.tokens[t].word] & mention::form_past) == 0 || tells_plan(view, clause.begin);
  }
  return false;
}

bool is_supposed(const mention::SentenceView& view, const mention::Lexis& lexis, std::uint32_t verb) {
  if (is_of_refused(view, verb)) return true;
  // "until Turkey honours its promise and withdraws": the second verb is supposed with the first.
  std::uint32_t c = view.clause_of[verb];
  while (c > 0 && view.clauses[c].kind == Clause::Kind::coordinate && view.clauses[c].begin + 1 == verb &&
         view.is(view.clauses[c].begin, WordRole::conjunction))
    verb = view.clauses[c].begin, --c;
  const Clause& clause = view.clauses[c];
  if (clause.kind != Clause::Kind::subordinate) return clause.kind == Clause::Kind::conditional;
  std::string_view opener = view.raw(clause.begin);
  if (opener == "until" || opener == "till" || opener == "lest") return true;
  return opener == "once" && is_yet_to_come(view, lexis, clause);
}

// "is imposing", "are not, for now, imposing"
static bool is_present_progressive(const mention::SentenceView& view, std::uint32_t verb) {
  if (view.tags[verb] != Tag::finite || !view.raw(verb).ends_with("ing")) return false;
  std::uint32_t at = verb;
  while (at > 0 && (view.is(at - 1, WordRole::negator) || view.is(at - 1, WordRole::degree_adverb) ||
                    view.role_lengths[at - 1] == 0))
    --at;
  if (at == 0) return false;
  const std::string_view helper = view.raw(at - 1);
  return helper == "is" || helper == "are" || helper == "am" || helper == "'re" || helper == "'m" || helper == "be";
}

// "Peru cannot undo it", "might no longer keep it": what somebody else is not able to do, or may come to leave, is no
// refusal; "we cannot go on with it" is one.
static bool is_unable(const mention::SentenceView& view, std::uint32_t verb) {
  for (std::uint32_t t = verb; t > 0 && verb - t < 4; --t) {
    const std::uint32_t helper = t - 1;
    if (view.is(helper, WordRole::pronoun_first)) return false;
    const std::string_view word = view.raw(helper);
    if (word != "can" && word != "cannot" && word != "could" && word != "might" && word != "may") continue;
    return helper == 0 || !view.is(helper - 1, WordRole::pronoun_first);
  }
  return false;
}

bool is_refused(const mention::SentenceView& view, const mention::Lexis& lexis, std::uint32_t verb) {
  if (is_unable(view, verb)) return false;
  for (std::uint32_t back = 1; back <= 4 && back <= verb; ++back) {
    std::uint32_t t = verb - back;
    if (view.is(t, WordRole::negator) && view.role_lengths[t] > 1 && view.raw(t + view.role_lengths[t] - 1) == "to")
      return false;
  }
  // "will not be developing them", "is not, and will not be, developing them"
  const std::uint32_t before = verb > 1 && view.raw(verb - 1) == "," ? verb - 2 : verb - 1;
  if (verb > 1 && view.tags[verb] == Tag::ing && view.raw(before) == "be") return true;
  if (is_present_progressive(view, verb)) return true;  // "is not imposing them"
  return (lexis.word_verb_forms[view.tokens[verb].word] & mention::form_base) != 0;
}

bool is_subjunctive(const mention::SentenceView& view, const mention::Lexis& lexis, std::uint32_t verb) {
  const std::uint8_t forms = lexis.word_verb_forms[view.tokens[verb].word];
  if (view.tags[verb] != Tag::finite || (forms & mention::form_base) == 0 || (forms & mention::form_past) != 0)
    return false;
  std::uint32_t behind = verb;  // the subject: "demanded that Mali immediately lift"
  while (behind > 0 && (view.is(behind - 1, WordRole::degree_adverb) || view.is(behind - 1, WordRole::booster) ||
                        view.raw(behind - 1).ends_with("ly")))
    --behind;
  const mention::Mention* subject = behind > 0 ? view.mention_at(behind - 1) : nullptr;
  const Clause& clause = view.clauses[view.clause_of[verb]];
  if (!subject || subject->end != behind || subject->plural || subject->actors.size() != 1 ||
      subject->kind != mention::Mention::Kind::actor || clause.kind != Clause::Kind::complement)
    return false;
  std::uint32_t before = subject->begin;
  while (before > clause.begin && view.is(before - 1, WordRole::determiner)) --before;
  // "the sanctions that Washington put in place": a relative clause of the thing
  const std::uint32_t that = before - 1;
  return before > clause.begin && view.raw(that) == "that" &&
         std::none_of(view.issues.begin(), view.issues.end(),
                      [that](const mention::IssueMatch& issue) { return issue.end == that; });
}

bool is_asked_for(const mention::SentenceView& view, const mention::Lexis& lexis, std::uint32_t verb) {
  if (is_subjunctive(view, lexis, verb)) return true;
  for (std::uint32_t at = verb;;) {
    if (mention::is_demanded(view, at)) return true;
    // A plain form behind a conjunction: what helps the verb before helps this one.
    if ((lexis.word_verb_forms[view.tokens[at].word] & mention::form_base) == 0) return false;
    std::uint32_t join = at;
    while (join > 0 && (view.is(join - 1, WordRole::degree_adverb) || view.is(join - 1, WordRole::booster))) --join;
    if (join < 2 || !view.is(join - 1, WordRole::conjunction)) return false;
    at = join - 1;
    while (at > 0 && view.tags[at] != Tag::finite && view.tags[at] != Tag::infinitive &&
           view.tags[at] != Tag::auxiliary && !view.is(at, WordRole::complementiser) && view.raw(at) != ";")
      --at;
    if (view.tags[at] == Tag::auxiliary) {
      std::uint32_t first = at;
      while (first > 0 && view.role_lengths[first] == 0) --first;
      return view.is(first, WordRole::demand);  // "must return to ..." with a noun for a verb
    }
    if (view.tags[at] != Tag::finite && view.tags[at] != Tag::infinitive) return false;
  }
}

bool is_suffered(const mention::SentenceView& view, std::uint32_t verb, std::uint32_t end) {
  if (view.tags[verb] != Tag::participle) return false;
  if (end < view.size() && view.raw(end) == "by") return true;
  for (std::uint32_t t = verb; t-- > 0;) {
    if (view.is(t, WordRole::degree_adverb) || view.is(t, WordRole::booster) || view.is(t, WordRole::negator) ||
        view.role_lengths[t] == 0)  // "was once again urged"
      continue;
    return view.tags[t] == Tag::auxiliary;
  }
  return false;
}

// "flew to Cairo on Monday to press for", "sent an envoy to urge": between the verb and the end that it serves stand
// names and phrases. In "arrived for talks to lift the sanctions" the talks are to lift them.
static bool ends_errand(const mention::SentenceView& view, std::uint32_t before) {
  constexpr std::uint32_t longest = 12;
  const Clause& clause = view.clauses[view.clause_of[before]];
  for (std::uint32_t at = before; at > clause.begin && before - at < longest; --at) {
    const Tag tag = view.tags[at];
    // "in the coming days" is no errand.
    if (view.is(at, WordRole::errand))
      return tag == Tag::finite || (tag == Tag::ing && view.tags[at - 1] == Tag::auxiliary);
    if (tag == Tag::finite || tag == Tag::ing || tag == Tag::infinitive ||
        view.tokens[at].has(text::Token::punctuation))
      return false;
    const bool ends = view.raw(at) == "for" || view.raw(at) == "in" || view.raw(at) == "of";
    if (ends && !view.mention_at(at + 1) && !view.tokens[at + 1].has(text::Token::capitalised)) return false;
  }
  return false;
}

// "Allow me to condemn", "permit us to express": what a speaker asks leave for he does with these words.
static bool is_allowed_to_speaker(const mention::SentenceView& view, std::uint32_t pronoun) {
  const mention::Mention* speaker = view.mention_at(pronoun);
  if (pronoun == 0 || !speaker || speaker->kind != mention::Mention::Kind::first_pronoun || speaker->possessive)
    return false;
  const std::uint32_t first = view.clauses[view.clause_of[pronoun]].begin;
  std::uint32_t verb = pronoun - 1;
  if (view.tags[verb] != Tag::infinitive && view.tags[verb] != Tag::finite) return false;
  while (verb > first && (view.is(verb - 1, WordRole::degree_adverb) || view.is(verb - 1, WordRole::conjunction) ||
                          view.tokens[verb - 1].has(Token::punctuation)))
    --verb;
  // A request has no subject; a phrase may stand in front of it.
  for (std::uint32_t t = first; t < verb; ++t)
    if (view.tags[t] == Tag::finite || view.tags[t] == Tag::auxiliary) return false;
  return verb == first || !view.mention_at(verb - 1) || view.tokens[verb].has(Token::punctuation);
}

bool is_loose_infinitive(const mention::SentenceView& view, std::uint32_t verb) {
  if (view.tags[verb] != Tag::infinitive || verb < 2) return false;
  std::uint32_t t = verb - 1;
  while (t > 0 && (view.raw(t) == "to" || view.is(t, WordRole::degree_adverb) || view.is(t, WordRole::booster) ||
                   view.is(t, WordRole::negator)))
    --t;
  if (view.is(t, WordRole::chain_verb) || view.role_lengths[t] == 0 || view.is(t, WordRole::conjunction)) return false;
  if (is_allowed_to_speaker(view, t)) return false;
  Tag tag = view.tags[t];
  bool led = false;  // "stand here to firmly support": an adverb may stand behind the word
  for (std::uint32_t to = t + 1; to < verb; ++to) led = led || view.raw(to) == "to";
  if (led && ends_errand(view, t)) return false;
  bool adjective = tag == Tag::other && t > 0 && view.tags[t - 1] == Tag::auxiliary;
  return tag == Tag::noun || view.mention_at(t) != nullptr || (tag == Tag::other && !adjective);
}

bool opens_report(const mention::SentenceView& view, std::uint32_t verb, std::uint32_t issue_end) {
  if (!view.is(verb, WordRole::speech_verb)) return false;
  bool told_of_noun = false;  // "demanded their withdrawal from the land they still hold": the clause tells of the land
  for (std::uint32_t t = issue_end; t < view.size() && view.clause_of[t] == view.clause_of[verb]; ++t) {
    const std::string_view word = view.raw(t);
    if (word == "they" || word == "it" || word == "he" || word == "she" || word == "we") told_of_noun = true;
    if (view.tags[t] == Tag::auxiliary && told_of_noun) continue;
    if (view.tags[t] == Tag::finite && told_of_noun) {
      told_of_noun = false;
      continue;
    }
    if (view.tags[t] == Tag::finite || view.tags[t] == Tag::auxiliary) return true;
    if (view.raw(t) == "," || view.is(t, WordRole::conjunction) || view.is(t, WordRole::relative)) return false;
  }
  return false;
}

bool is_stance_verb(const mention::SentenceView& view, const mention::Lexis& lexis, std::uint32_t token) {
  return std::any_of(view.heads.begin(), view.heads.end(), [&](const mention::HeadMatch& head) {
    return head.begin == token &&
           lexis.program.stances[head.stance].entries[head.entry].kind == program::Entry::Kind::verb;
  });
}

std::uint32_t positive_stance(const program::Program& program) {
  for (std::uint32_t s = 0; s < program.stances.size(); ++s)
    if (program.stances[s].sign > 0 && !program.stances[s].negated.empty()) return s;
  return lexicon::none;
}

}  // namespace demarche::evidence
