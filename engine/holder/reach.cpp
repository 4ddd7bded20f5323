#include "engine/holder/reach.hpp"

#include <algorithm>

#include "engine/holder/phrases.hpp"
#include "engine/mention/asides.hpp"

namespace demarche::holder {

using mention::Clause;
using mention::Mention;
using mention::Tag;
using program::WordRole;
using text::Token;

// "Tunisia, which maintains that ..., voted for it": the main clause goes on behind the relative one. "The resolution
// demanding it was adopted, with Peru abstaining": what a text demands ends where a phrase tells who else did what.
static std::uint32_t end_of_aside(const mention::SentenceView& view, std::uint32_t verb) {
  const std::uint32_t own = view.clause_of[verb];
  const bool of_text = verb > 0 && view.tags[verb] == Tag::ing && view.is(verb - 1, WordRole::voting);
  const bool relative = view.clauses[own].kind == Clause::Kind::relative &&
                        view.raw(view.clauses[own].begin - 1) == "," && view.raw(verb + 1) != "that";
  for (std::uint32_t t = verb + 1; t + 1 < view.size() && of_text; ++t)
    if (view.raw(t) == "," && view.raw(t + 1) == "with") return t;
  for (std::uint32_t next = own + 1; next < view.clauses.size() && relative; ++next) {
    const std::uint32_t begin = view.clauses[next].begin;
    const bool parted = view.raw(begin) == "," || (begin > 0 && view.raw(begin - 1) == ",");
    std::uint32_t first = view.raw(begin) == "," ? begin + 1 : begin;
    while (first < view.size() && view.is(first, WordRole::degree_adverb)) ++first;
    const bool goes_on = view.tags[first] == Tag::finite || view.tags[first] == Tag::auxiliary;
    if (relative && parted && goes_on && first_predicate(view, next) == first) return begin;
  }
  return view.size();
}

std::uint32_t end_of_reach(const mention::SentenceView& view, std::uint32_t verb) {
  const std::uint32_t own = view.clause_of[verb];
  const Clause& clause = view.clauses[own];
  if (const std::uint32_t end = end_of_aside(view, verb); end < view.size()) return end;
  if (clause.kind != Clause::Kind::conditional && clause.kind != Clause::Kind::subordinate) return view.size();
  if (view.raw(clause.begin) == "as" || view.raw(clause.begin) == "As") return view.size();
  for (std::uint32_t next = own + 1; next < view.clauses.size(); ++next) {
    const Clause& after = view.clauses[next];
    const bool stands_alone = after.kind == Clause::Kind::main || after.kind == Clause::Kind::coordinate;
    if (stands_alone && view.raw(after.begin) == ",") return after.begin;
  }
  return view.size();
}

std::uint32_t told_of_speech(const mention::SentenceView& view, std::uint32_t verb) {
  for (std::uint32_t t = verb + 1; t < view.size(); ++t) {
    if (view.tokens[t].has(Token::opens_quote) || view.is(t, WordRole::complementiser)) break;
    const Clause& clause = view.clauses[view.clause_of[t]];
    if (clause.begin != t || clause.kind != Clause::Kind::subordinate) continue;
    const std::string_view opener = view.raw(t);
    if (opener != "after" && opener != "when" && opener != "before") break;
    for (std::uint32_t later = t; later < view.size(); ++later)
      if (view.tokens[later].has(Token::opens_quote) || view.is(later, WordRole::speech_verb)) return view.size();
    return t;
  }
  return view.size();
}

namespace {

// The subject that a clause brings with it, where it names a state, somebody in office or a joined list of them.
const Mention* named_subject(const mention::SentenceView& view, std::uint32_t clause) {
  const Mention* subject = subject_mention(view, clause, view.clauses[clause].end);
  if (!subject || subject->actors.empty()) return nullptr;
  // "...; Yerevan, for its part, ruled it out": the verb may come behind an aside.
  const bool has_verb = first_predicate(view, clause) < view.clauses[clause].end;
  if (!has_verb && view.raw(view.clauses[clause].begin) != ";") return nullptr;
  const bool named = subject->kind == Mention::Kind::actor || subject->kind == Mention::Kind::official ||
                     subject->kind == Mention::Kind::person;
  return named ? subject : nullptr;
}

// Whether a clause stands beside the one before it and goes on with nothing of it.
bool stands_beside(const mention::SentenceView& view, const Clause& clause) {
  if (clause.kind == Clause::Kind::coordinate || clause.kind == Clause::Kind::main) return true;
  return clause.kind == Clause::Kind::subordinate &&
         (view.raw(clause.begin) == "while" || view.raw(clause.begin) == "whereas");
}

bool names_issue(const mention::SentenceView& view, std::uint32_t begin, std::uint32_t end) {
  return std::any_of(view.issues.begin(), view.issues.end(), [begin, end](const mention::IssueMatch& issue) {
    return issue.begin >= begin && issue.begin < end;
  });
}

bool is_quoted_within(const mention::SentenceView& view, std::uint32_t begin, std::uint32_t end) {
  for (std::uint32_t t = begin; t < end; ++t)
    if (view.tokens[t].has(Token::opens_quote) || view.tokens[t].has(Token::closes_quote) || view.raw(t) == ":")
      return true;
  return false;
}

}  // namespace

std::uint32_t end_of_words(const mention::SentenceView& view, std::uint32_t verb, const Holder& source,
                           bool takes_object) {
  const std::uint32_t own = view.clause_of[verb];
  for (std::uint32_t t = verb + 1; t + 1 < view.size() && takes_object; ++t)
    if (is_demand_of_text(view, t)) return t;
  if (verb + 1 >= view.size() || view.raw(verb + 1) == ",") return view.size();
  // "Responding to Norway, which had recognised the state, the minister ...": more of whom one answers, by the text.
  if (view.tags[verb] == Tag::ing && view.raw(verb + 1) == "to" && source.begin > verb)
    for (const Clause& clause : view.clauses)
      if (clause.kind == Clause::Kind::relative && clause.begin > verb && clause.begin < source.begin)
        return clause.begin;
  for (std::uint32_t c = own + 1; c < view.clauses.size(); ++c) {
    const Clause& clause = view.clauses[c];
    if (clause.kind == Clause::Kind::complement || clause.kind == Clause::Kind::conditional) return view.size();
    if (!stands_beside(view, clause)) continue;
    const Mention* subject = named_subject(view, c);
    // "while Peru, | Chile and Togo abstained": a list, whose verb the next clause holds
    if (!subject && takes_object && clause.kind == Clause::Kind::subordinate && c + 1 < view.clauses.size())
      subject = named_subject(view, c + 1);
    if (!subject || subject->actors == source.actors) continue;
    // "rejected the text, while Y abstained from ...": a verb that takes an object has told what it speaks of.
    const bool took_object = takes_object && clause.kind == Clause::Kind::subordinate;
    const bool said =
        (took_object || names_issue(view, verb + 1, clause.begin)) && !is_quoted_within(view, verb + 1, clause.begin);
    return said ? clause.begin : view.size();
  }
  return view.size();
}

bool is_interposed(const mention::SentenceView& view, std::uint32_t verb, std::uint32_t subject) {
  constexpr std::uint32_t longest = 12;
  constexpr std::uint32_t shortest_subject = 2;
  if (subject <= shortest_subject || view.raw(subject - 1) != ",") return false;
  for (std::uint32_t t = 0; t + 1 < subject; ++t)
    if (view.tags[t] == Tag::finite || view.tags[t] == Tag::auxiliary) return false;
  std::uint32_t close = verb + 1;
  while (close < view.size() && close < verb + longest && !view.tokens[close].has(Token::punctuation)) ++close;
  if (close + 1 >= view.size() || view.raw(close) != ",") return false;
  return view.tags[close + 1] == Tag::finite || view.tags[close + 1] == Tag::auxiliary;
}

// "Togo has, on many occasions, said": in front of the comma that opens the aside that ends right before `at`; `at`
// when none ends there.
static std::uint32_t before_closed_aside(const mention::SentenceView& view, std::uint32_t at) {
  constexpr std::uint32_t longest = 14;
  if (at == 0 || view.raw(at - 1) != ",") return at;
  for (std::uint32_t open = at - 1; open-- > 0 && at - open <= longest;)
    if (view.raw(open) == ",") return mention::aside_at(view, open) == at - open ? open : at;
  return at;
}

std::uint32_t attribution_begin(const mention::SentenceView& view, std::uint32_t verb) {
  const Mention* named = nullptr;  // the subject, which stands between
  std::uint32_t at = verb;
  const bool passes_on = view.tags[verb] == Tag::ing && verb > 0 && view.raw(verb - 1) == "as";  // "quoted as saying"
  const bool passive = view.tags[verb] == Tag::participle && view.is(verb, WordRole::quoting);   // "was often quoted"
  if (view.tags[verb] != Tag::finite && !passes_on && !passive) return verb;
  if (passes_on) --at;
  while (at > 0) {
    if (!named)
      if (const std::uint32_t open = before_closed_aside(view, at); open < at) {
        at = open;
        continue;
      }
    const std::uint32_t t = at - 1;
    const Token& token = view.tokens[t];
    if (view.raw(t) == "," || token.has(Token::closes_quote) || token.has(Token::spaced_dash)) break;
    const bool inside = view.raw(t) == "-" || (view.raw(t) == "." && t > 0 && view.is(t - 1, WordRole::abbreviation) &&
                                               view.tokens[t - 1].has(Token::capitalised));
    if (token.has(Token::punctuation) && !inside && !token.has(Token::opens_quote)) return verb;
    const Tag tag = view.tags[t];
    if (tag == Tag::finite || tag == Tag::infinitive || (tag == Tag::auxiliary && named != nullptr)) return verb;
    if (view.is(t, WordRole::complementiser) || view.is(t, WordRole::relative) || view.is(t, WordRole::conditional) ||
        view.is(t, WordRole::concession) || view.raw(t) == "as" ||
        (view.is(t, WordRole::clause_opener) &&
         (!view.is(t, WordRole::preposition) || view.clauses[view.clause_of[t]].begin == t)))
      return verb;
    const Mention* mention = view.mention_at(t);
    if (mention && mention->kind != Mention::Kind::modifier && !mention->possessive &&
        !in_prepositional_phrase(view, *mention))
      named = mention;
    --at;
  }
  if (!named || at == 0 || view.is(at, WordRole::conjunction)) return verb;
  // "..., whatever it said", "..., a claim Togo has called baseless": words stand in front of a name that no office
  // has.
  const bool described = before_determiners(view, named->begin) > at;
  const bool pronoun = named->kind == Mention::Kind::person_pronoun || named->kind == Mention::Kind::thing_pronoun ||
                       named->kind == Mention::Kind::plural_pronoun || named->kind == Mention::Kind::first_pronoun;
  const bool office = named->kind == Mention::Kind::official || named->kind == Mention::Kind::private_person;
  return described && (pronoun || (view.is(at, WordRole::indefinite) && !office)) ? verb : at;
}

bool is_demand_of_text(const mention::SentenceView& view, std::uint32_t verb) {
  return verb > 0 && view.tags[verb] == Tag::ing && view.is(verb - 1, WordRole::voting) &&
         view.is(verb + 1, WordRole::complementiser);
}

bool is_where_issued(const mention::SentenceView& view, std::uint32_t token) {
  const Mention* mention = view.mention_at(token);
  const std::uint32_t name = mention ? before_determiners(view, mention->begin) : token;
  if (name < 2 || (view.raw(name - 1) != "in" && view.raw(name - 1) != "at")) return false;
  const Tag before = view.tags[name - 2];
  return before == Tag::participle || before == Tag::finite;
}

}  // namespace demarche::holder
