#include "engine/holder/phrases.hpp"

#include <algorithm>

#include "engine/mention/pair_words.hpp"
#include "engine/mention/verb_groups.hpp"
#include "engine/text/fold.hpp"

namespace demarche::holder {

using mention::Clause;
using mention::Mention;
using mention::SentenceView;
using mention::Tag;
using program::WordRole;
using text::Token;

namespace {

// Only plain words stand between a preposition and this token.
bool follows_preposition(const SentenceView& view, std::uint32_t token, std::uint32_t farthest) {
  for (std::uint32_t back = 1; back <= farthest && back <= token; ++back) {
    std::uint32_t t = token - back;
    if (view.is(t, WordRole::preposition)) return true;
    bool plain = !view.tokens[t].has(Token::punctuation) && (view.tags[t] == Tag::other || view.tags[t] == Tag::noun) &&
                 !view.is(t, WordRole::conjunction) && !view.is(t, WordRole::clause_opener);
    if (!plain) return false;
  }
  return false;
}

bool in_brackets(const SentenceView& view, std::uint32_t token) {
  for (std::uint32_t t = token; t-- > 0;) {
    if (view.raw(t) == ")") return false;
    if (view.raw(t) == "(") return true;
  }
  return false;
}

// "the Iran deal plays a role": the name is a part of an issue's phrase that goes on behind it.
bool names_a_thing(const SentenceView& view, const Mention& mention) {
  // "The source of the crisis is ..."
  if (mention.kind == Mention::Kind::nobody && view.raw(mention.end - 1) == "source" && mention.end < view.size() &&
      view.raw(mention.end) == "of")
    return true;
  return mention.kind == Mention::Kind::actor &&
         std::any_of(view.issues.begin(), view.issues.end(), [&](const mention::IssueMatch& issue) {
           return !issue.deed && issue.begin <= mention.begin && mention.end < issue.end;
         });
}

// "the first official to visit Iran"
bool is_object_of_infinitive(const SentenceView& view, const Mention& mention) {
  const std::uint32_t begin = before_determiners(view, mention.begin);
  return begin > 0 && view.tags[begin - 1] == Tag::infinitive;
}

// "a professor visiting Tehran"
bool is_object_of_participle(const SentenceView& view, const Mention& who, const Mention& mention) {
  const std::uint32_t begin = before_determiners(view, mention.begin);
  return begin > 0 && view.tags[begin - 1] == Tag::ing && who.end + 1 == begin;
}

// "The panel, tasked with helping Peru, reaffirmed ...": the name belongs to what the aside says of the noun.
bool is_in_aside_of_noun(const SentenceView& view, std::uint32_t first, const Mention& mention) {
  while (first < mention.begin && view.tokens[first].has(Token::punctuation)) ++first;
  if (!view.is(first, WordRole::determiner) || view.tokens[first + 1].has(Token::punctuation)) return false;
  const std::uint32_t begin = before_determiners(view, mention.begin);
  const Tag before = begin > 0 ? view.tags[begin - 1] : Tag::other;
  if (before != Tag::infinitive && before != Tag::ing) return false;
  for (std::uint32_t t = first; t < begin; ++t)
    if (view.raw(t) == ",") return true;
  return false;
}

// "..., said", ", also said": a comma stands before the verb, or before the clause that holds it.
bool ends_with_comma(const SentenceView& view, std::uint32_t begin, std::uint32_t end) {
  if (end < view.size() && view.raw(end) == ",") return true;
  std::uint32_t at = end;
  while (at > begin && (view.is(at - 1, WordRole::degree_adverb) || view.is(at - 1, WordRole::booster))) --at;
  return at > begin && view.raw(at - 1) == ",";
}

// "Lund, the first Western official to visit Iran since the vote, said": what stands between the commas tells more of
// Lund, and nobody in it is the subject. A list of names goes on behind its commas.
bool is_told_more_of(const SentenceView& view, const Mention& mention, std::uint32_t end) {
  const std::uint32_t comma = mention.end;
  if (comma + 2 >= end || view.raw(comma) != ",") return false;
  const std::uint32_t next = comma + 1;
  std::uint32_t named = next;
  while (named < end && view.raw(named) == "the") ++named;
  const Mention* other = view.mention_at(named);
  // "France, the UK and Italy" is a list, "Lund, the Norwegian envoy" is none.
  const bool list = other && other->begin == named && !other->possessive &&
                    (named == next ? other->kind != Mention::Kind::official
                                   : other->kind == Mention::Kind::actor && mention.kind == Mention::Kind::actor);
  // "Malta, together with many members of the group, said" tells more; "Malta, together with Fiji, said" is a list.
  std::uint32_t behind = next + std::max<std::uint32_t>(view.role_lengths[next], 1);
  while (behind < end && (view.is(behind, WordRole::determiner) || view.is(behind, WordRole::transparent))) ++behind;
  const Mention* with = view.mention_at(behind);
  const bool names = with && !with->actors.empty();
  const bool joins = view.is(next, WordRole::conjunction) && (names || view.role_lengths[next] == 1);
  return !list && !joins && view.tags[next] != Tag::finite && view.tags[next] != Tag::auxiliary;
}

}  // namespace

// "KUALA LUMPUR, May 3 (Bernama) — ...": the day and the agency stand behind the place; the dash, or 0.
static std::uint32_t dash_behind_day(const SentenceView& view, std::uint32_t at) {
  constexpr std::uint32_t longest = 10;
  bool told = false;  // a day or an agency
  for (std::uint32_t t = at; t < view.size() && t < at + longest; ++t) {
    if (view.tokens[t].has(Token::spaced_dash)) return told ? t : 0;
    told = told || view.tokens[t].has(Token::number) || view.raw(t) == "(";
    const bool sign = view.raw(t) == "," || view.raw(t) == "." || view.raw(t) == "(" || view.raw(t) == ")";
    if (!sign && !view.tokens[t].has(Token::number) && !view.tokens[t].has(Token::capitalised)) return 0;
  }
  return 0;
}

std::uint32_t dateline_end(const SentenceView& view, const Mention& mention) {
  if (mention.begin != 0 || mention.end >= view.size() || first_predicate(view, 0) < mention.end) return 0;
  // "NEW DELHI : The minister", with a blank before the colon; "ACCRA: The minister"
  const Token& sign = view.tokens[mention.end];
  const bool colon = view.raw(mention.end) == ":" && mention.place &&
                     (sign.has(Token::space_before) || view.tokens[0].has(Token::all_caps));
  const bool parts = sign.has(Token::spaced_dash) || colon;
  if (!mention.place && mention.kind != Mention::Kind::actor) return 0;
  if (parts) return mention.end;
  return mention.place || view.tokens[0].has(Token::all_caps) ? dash_behind_day(view, mention.end) : 0;
}

bool is_dateline(const SentenceView& view, const Mention& mention) { return dateline_end(view, mention) > 0; }

std::uint32_t before_determiners(const SentenceView& view, std::uint32_t token) {
  while (token > 0) {
    std::uint32_t left = token - 1;
    // In "the presidents of Peru and Chile" a phrase of two words has a job of its own.
    const bool article =
        view.is(left, WordRole::joint) && view.role_lengths[left] == 2 && view.role_lengths[token] == 0;
    const bool number = left > 0 && mention::is_number(view, left) && view.is(left - 1, WordRole::determiner);
    bool passes = view.is(left, WordRole::determiner) || view.is(left, WordRole::transparent) || article || number ||
                  view.tokens[left].has(Token::opens_quote);
    if (!passes) break;
    token = left;
  }
  return token;
}

// "The minister, hosting envoys from ...": somebody is told of by what he does, and waits for his verb.
static bool waits_behind_aside(const SentenceView& view, const Mention& name) {
  return std::any_of(view.mentions.begin(), view.mentions.end(), [&](const Mention& other) {
    const std::uint32_t comma = other.end;
    return comma < name.begin && !other.actors.empty() && !other.possessive && view.raw(comma) == "," &&
           view.tags[comma + 1] == Tag::ing && !view.is(comma + 1, WordRole::instance) &&
           !in_prepositional_phrase(view, other);
  });
}

// "hosting envoys from Chad, Fiji and Peru, said": Fiji goes on with the phrase where the list is closed by a comma.
static bool goes_on_in_phrase(const SentenceView& view, const Mention& mention, std::uint32_t begin) {
  if (begin < 2 || view.raw(begin - 1) != ",") return false;
  const Mention* left = view.mention_at(begin - 2);
  if (!left || left->end + 1 != begin || left->begin >= mention.begin || left->actors.empty()) return false;
  if (!waits_behind_aside(view, *left)) return false;
  std::uint32_t at = mention.end;
  for (bool last = false; at + 1 < view.size();) {
    last = view.is(at, WordRole::conjunction);
    if (!last && view.raw(at) != ",") return false;
    const std::uint32_t next = last ? at + 1 : view.is(at + 1, WordRole::conjunction) ? at + 2 : at + 1;
    std::uint32_t named = next;
    while (named < view.size() && view.is(named, WordRole::determiner)) ++named;
    const Mention* more = view.mention_at(named);
    if (!more || more->begin != named || more->actors.empty()) return false;
    at = more->end;
    if (last) return view.raw(at) == "," && in_prepositional_phrase(view, *left);
  }
  return false;
}

bool in_prepositional_phrase(const SentenceView& view, const Mention& mention) {
  std::uint32_t begin = before_determiners(view, mention.begin);
  if (begin == 0) return false;
  // "Estonia, but not Hungary, backed ..."
  if (view.is(begin - 1, WordRole::negator) && begin > 1 && view.is(begin - 2, WordRole::conjunction)) return true;
  if (view.is(begin - 1, WordRole::preposition)) {
    // "after the U.S. imposed ...": a clause, as the clause stage has found.
    bool opens =
        view.is(begin - 1, WordRole::clause_opener) && view.clauses[view.clause_of[begin - 1]].begin == begin - 1;
    return !opens;
  }
  // "with Russian and Chinese officials", "of Iran and Russia"
  // "recognised it in June and Armenia followed": a clause begins, and the name is its subject.
  const bool verb_next =
      mention.end < view.size() && (view.tags[mention.end] == Tag::finite || view.tags[mention.end] == Tag::auxiliary);
  const bool joins_clauses = verb_next && view.clauses[view.clause_of[begin - 1]].begin == begin - 1;
  if (view.is(begin - 1, WordRole::conjunction) && begin > 1 && !joins_clauses) {
    const Mention* left = view.mention_at(begin - 2);
    if (left && left->begin < mention.begin) return in_prepositional_phrase(view, *left);
    return !left && follows_preposition(view, begin - 1, 4);  // "by his wife and the ambassador of Peru"
  }
  if (goes_on_in_phrase(view, mention, begin)) return true;
  // "by legal experts"
  bool role_word = mention.kind == Mention::Kind::private_person || mention.kind == Mention::Kind::nobody;
  return role_word && mention.name_begin == mention.name_end && follows_preposition(view, begin, 3);
}

std::uint32_t first_predicate(const SentenceView& view, std::uint32_t clause) {
  const Clause& c = view.clauses[clause];
  // "Nor does Peru agree": the subject stands behind the helping verb.
  const std::uint32_t inverted = mention::inverted_negation(view, clause).auxiliary;
  const std::uint32_t leave = mention::asks_leave(view, clause);  // "May I condemn": so does it there
  std::uint32_t begin = inverted > 0 ? inverted + 1 : c.begin;
  if (leave < c.end) begin = leave + 1;
  for (std::uint32_t t = begin; t < c.end; ++t)
    if (view.tags[t] == Tag::finite || view.tags[t] == Tag::auxiliary) return t;
  return c.end;
}

// "Mr. President, this ...", "Madam President, ...": who is spoken to.
static bool is_spoken_to(const SentenceView& view, const Mention& mention) {
  const std::uint32_t begin = mention.begin;
  if (begin == 0 || mention.end >= view.size() || view.raw(mention.end) != "," || !mention.actors.empty() ||
      mention.kind != Mention::Kind::official)
    return false;
  const bool title = begin > 1 && view.raw(begin - 1) == "." && view.is(begin - 2, WordRole::abbreviation);
  return title || view.raw(begin - 1).starts_with("Madam");
}

const Mention* subject_mention(const SentenceView& view, std::uint32_t clause, std::uint32_t limit) {
  const Clause& c = view.clauses[clause];
  std::uint32_t end = std::min(limit, first_predicate(view, clause));
  const bool verb_to_come = end == c.end && end < view.size();
  const bool closed = verb_to_come || ends_with_comma(view, c.begin, end);
  const Mention* found = nullptr;
  for (const Mention& mention : view.mentions) {
    if (mention.begin < c.begin) continue;
    if (mention.begin >= end) break;
    if (mention.kind == Mention::Kind::modifier || (mention.possessive && mention.kind != Mention::Kind::medium))
      continue;
    if (in_prepositional_phrase(view, mention) || in_brackets(view, mention.begin) || names_a_thing(view, mention))
      continue;
    if (is_spoken_to(view, mention)) continue;
    if (found && (is_object_of_infinitive(view, mention) || is_object_of_participle(view, *found, mention))) continue;
    if (!found && is_in_aside_of_noun(view, c.begin, mention)) continue;
    found = &mention;
    if (closed && is_told_more_of(view, mention, end)) break;
  }
  return found;
}

bool belongs_to_noun(const SentenceView& view, const Mention& mention) {
  const std::uint32_t next = mention.end;
  if (mention.begin >= next || next >= view.size() || view.tokens[next].has(Token::punctuation)) return false;
  const bool plain = view.is_content(next, mention::role(WordRole::noun_word)) && view.role_lengths[next] == 1;
  return plain && !view.tokens[next].has(Token::capitalised) &&
         (view.tags[next] == Tag::noun || view.tags[next] == Tag::other) && !view.mention_at(next) &&
         !view.raw(next).ends_with("ly");
}

bool has_own_noun(const SentenceView& view, std::uint32_t token) {
  for (std::uint32_t t = 0; t < token; ++t)
    if (!view.tokens[t].has(Token::punctuation) && view.is_content(t) && view.role_lengths[t] > 0 &&
        view.tags[t] != Tag::finite && !view.mention_at(t))
      return true;
  return false;
}

bool opens_with_circumstance(const SentenceView& view, std::uint32_t end) {
  if (end == 0 || !view.is(0, WordRole::preposition)) return false;
  for (std::uint32_t t = 1; t < end; ++t) {
    // "In a joint statement issued after the meeting, they ..."
    const bool verb = view.tags[t] > Tag::noun && view.tags[t] != Tag::participle && view.raw(t) != "issued";
    const bool several = view.raw(t).ends_with('s') && view.raw(t) != "talks";
    if (view.mention_at(t) || verb || several || view.tokens[t].has(text::Token::punctuation)) return false;
  }
  return true;
}

// "..., the minister warned, but Chile disagrees", "..., he said, according to a statement": what he says is over.
bool is_followed_by_others(const mention::SentenceView& view, std::uint32_t comma) {
  if (view.raw(comma) != "," || comma + 1 >= view.size()) return false;
  if (view.is(comma + 1, WordRole::according)) return true;
  const Clause& next = view.clauses[view.clause_of[comma + 1]];
  const bool opens = next.begin == comma || next.begin == comma + 1;
  return opens && view.is(comma + 1, WordRole::conjunction) && view.raw(comma + 1) != "and";
}

// "according to a statement on its website": the pronoun leans on who the sentence is about, and names nobody.
bool is_owned_thing(const mention::SentenceView& view, std::uint32_t token) {
  const Mention* pronoun = view.mention_at(token);
  if (!pronoun || pronoun->kind != Mention::Kind::thing_pronoun || !pronoun->possessive) return false;
  const Mention* owned = view.mention_at(pronoun->end);
  return pronoun->end < view.size() && (!owned || owned->kind == Mention::Kind::medium);
}

bool stands_before(const SentenceView& view, const Mention& mention, std::uint32_t relative) {
  std::uint32_t at = relative;
  bool parted = false;
  while (at > mention.begin && view.tokens[at - 1].has(Token::punctuation)) {
    --at;
    parted = true;
  }
  if (mention.end != at && mention.outer_end != at) return false;
  return parted || mention.kind != Mention::Kind::actor || !in_prepositional_phrase(view, mention);
}

lexicon::OfficeIndex remembered_office(const SentenceView& view, const Mention& mention) {
  constexpr lexicon::OfficeIndex crown = 0x80000000;
  constexpr lexicon::OfficeIndex body = 0x40000000;
  constexpr lexicon::OfficeIndex diplomat = 0x20000000;
  if (mention.office == lexicon::none) return lexicon::none;
  const bool name_behind = mention.name_begin < mention.name_end && mention.name_begin > mention.begin;
  const std::uint32_t last = (name_behind ? mention.name_begin : mention.end) - 1;
  const std::string head = text::fold(view.raw(last));
  // "the new government" is not the administration, nor the delegation, that was named before.
  lexicon::OfficeIndex kind = 0x01000000;
  for (const char* named : {"administration", "delegation", "team", "council"}) {
    if (head == named) return mention.office | body | kind;
    kind <<= 1;
  }
  if (view.is(last, WordRole::seated)) return mention.office | body;
  if (head == "diplomat") return mention.office | diplomat;
  for (std::uint32_t t = mention.begin; t < mention.end; ++t) {
    const std::string word = text::fold(view.raw(t));
    for (const char* crowned : {"king", "queen", "emir", "amir", "sultan", "monarch", "emperor"})
      if (word == crowned) return mention.office | crown;
  }
  return mention.office;
}

std::string name_of(const SentenceView& view, const Mention& mention) {
  if (mention.name_begin == mention.name_end) return {};
  std::string name(view.raw(mention.name_begin, mention.name_end));
  std::replace(name.begin(), name.end(), '\n', ' ');
  return name;
}

Holder unresolved(const Mention& mention) {
  Holder holder;
  holder.begin = mention.begin;
  holder.end = mention.end;
  holder.how = "named";
  return holder;
}

Holder standing_for(const Holder& meant, const Mention& mention, const char* how) {
  Holder holder = meant;
  holder.begin = mention.begin;
  holder.end = mention.end;
  holder.how = how;
  return holder;
}

}  // namespace demarche::holder
