#include <algorithm>
#include <optional>

#include "engine/holder/actor_lists.hpp"
#include "engine/holder/finder.hpp"
#include "engine/holder/phrases.hpp"

// Who does what a verb tells.
namespace demarche::holder {

using mention::Clause;
using mention::Mention;
using mention::SentenceView;
using mention::Tag;
using program::WordRole;
using text::Token;

namespace {

constexpr int deepest = 6;  // clauses to climb in search of a subject

bool is_person(const Mention& mention) {
  return mention.kind == Mention::Kind::person || mention.kind == Mention::Kind::official ||
         mention.kind == Mention::Kind::private_person;
}

bool speaks_between(const SentenceView& view, std::uint32_t begin, std::uint32_t end) {
  for (std::uint32_t t = begin; t < end; ++t)
    if (view.is(t, WordRole::speech_verb) || view.is(t, WordRole::complementiser)) return true;
  return false;
}

// "a treaty between Peru and five powers, including Norway, which lifted ...": what is told is told of the treaty.
bool is_party_of_noun(const SentenceView& view, const Mention& mention) {
  std::uint32_t at = before_determiners(view, mention.begin);
  while (at > 1) {
    if (view.is(at - 1, WordRole::instance)) return true;
    if (view.raw(at - 1) == "between") return true;
    const bool link = view.raw(at - 1) == "," || view.is(at - 1, WordRole::conjunction);
    const Mention* left = link ? view.mention_at(at - 2) : nullptr;
    if (!left || left->begin + 1 > at) return false;
    at = before_determiners(view, left->begin);
  }
  return false;
}

// "adding that ...", ", stressing ..."
bool adds_words(const SentenceView& view, std::uint32_t clause) {
  const Clause& c = view.clauses[clause];
  std::uint32_t at = c.begin;
  while (at < c.end && (view.tokens[at].has(Token::punctuation) || view.is(at, WordRole::conjunction) ||
                        view.is(at, WordRole::degree_adverb)))
    ++at;
  return at < c.end && view.tags[at] == Tag::ing && view.is(at, WordRole::speech_verb);
}

// "X said Y had left, adding that ...": who adds words is who said those before, not whom they spoke of.
std::optional<std::uint32_t> gone_on_saying(const SentenceView& view, std::uint32_t clause) {
  bool reported = false;  // whether reported words stand between
  for (std::uint32_t before = clause; before-- > 0;) {
    const Clause& c = view.clauses[before];
    const std::uint32_t predicate = first_predicate(view, before);
    reported = reported || c.kind == Clause::Kind::complement;
    const bool beside = c.kind == Clause::Kind::main || c.kind == Clause::Kind::coordinate;
    if (!beside || predicate == c.end) continue;
    const Mention* subject = subject_mention(view, before, c.end);
    if (subject && subject->kind == Mention::Kind::medium) continue;  // "the agency said Y had ..., declaring that"
    bool speaks = c.kind == Clause::Kind::main;
    for (std::uint32_t t = predicate; t < c.end; ++t)
      speaks = speaks || (view.is(t, WordRole::speech_verb) && view.tags[t] == Tag::finite);
    if (reported && speaks) return before;
  }
  return std::nullopt;
}

bool holds_only_dateline(const SentenceView& view, std::uint32_t clause) {
  const std::uint32_t sign = clause > 0 || view.mentions.empty() ? 0 : dateline_end(view, view.mentions.front());
  return sign > 0 && view.clauses[0].end <= sign + 1;
}

// The clause whose subject a clause without a finite verb takes: the main clause that follows an opening participle,
// else one before.
std::optional<std::uint32_t> leaned_on(const SentenceView& view, std::uint32_t clause) {
  bool leads = true;  // "Speaking after the vote and opposing the embargo, X recalled"
  for (std::uint32_t before = 0; before < clause; ++before)
    leads = leads && (view.clauses[before].kind == Clause::Kind::participle || holds_only_dateline(view, before));
  if (leads)
    for (std::uint32_t next = clause + 1; next < view.clauses.size(); ++next) {
      auto kind = view.clauses[next].kind;
      if (kind == Clause::Kind::main || kind == Clause::Kind::coordinate) return next;
    }
  if (adds_words(view, clause))
    if (auto speaker = gone_on_saying(view, clause)) return speaker;
  for (std::uint32_t before = clause; before-- > 0;) {
    const Clause& c = view.clauses[before];
    if (c.kind == Clause::Kind::relative || holds_only_dateline(view, before)) continue;
    if (first_predicate(view, before) < c.end || subject_mention(view, before, c.end)) return before;
  }
  return std::nullopt;
}

bool opens_with_whose(const SentenceView& view, std::uint32_t clause) {
  return view.raw(view.clauses[clause].begin) == "whose";
}

// "whose two neighbours, India and China, | have ...": the verb of the clause before, which a list has parted from it.
bool closes_whose(const SentenceView& view, std::uint32_t clause) {
  if (clause == 0 || view.clauses[clause].kind != Clause::Kind::coordinate || !opens_with_whose(view, clause - 1))
    return false;
  const Clause& before = view.clauses[clause - 1];
  return first_predicate(view, clause - 1) == before.end && subject_mention(view, clause - 1, before.end);
}

// "whose country has supplied ...", "whose government recently recognised ...": the state itself.
bool tells_of_own_state(const SentenceView& view, std::uint32_t clause) {
  if (!opens_with_whose(view, clause)) return false;
  std::uint32_t at = first_predicate(view, clause);
  if (at == view.clauses[clause].end) return false;
  while (at > 0 && (view.is(at - 1, WordRole::degree_adverb) || view.is(at - 1, WordRole::booster))) --at;
  return at > view.clauses[clause].begin + 1 && view.is(at - 1, WordRole::self_reference);
}

// "Malaysia, whose prime minister visited Berlin, demanded ...": a clause that has its subject and no verb yet.
std::optional<std::uint32_t> left_open(const SentenceView& view, std::uint32_t clause) {
  std::optional<std::uint32_t> told_when;
  for (std::uint32_t before = clause; before-- > 0;) {
    const Clause& open = view.clauses[before];
    if (open.kind == Clause::Kind::relative || open.kind == Clause::Kind::participle ||
        open.kind == Clause::Kind::complement || closes_whose(view, before))
      continue;
    bool has_verb = first_predicate(view, before) < open.end;
    const bool subject = !has_verb && subject_mention(view, before, open.end);
    // "..., who spoke ahead of the EU ministers meeting, also said": first those of whom it is more than a time.
    const bool time = open.kind == Clause::Kind::subordinate && !view.is(open.begin, WordRole::concession);
    if (time && view.raw(open.begin) == "where") continue;  // it tells of a place, with a verb that no list knows
    if (subject && time && !told_when) told_when = before;
    if (subject && !time) return before;
    if (has_verb && (open.kind == Clause::Kind::main || open.kind == Clause::Kind::coordinate)) break;
  }
  return told_when;
}

// "It is the minister who has broken the deal and has left it", "met Lavrov, who came on Monday and rejected it": no
// comma closes the relative clause.
bool is_open_relative(const SentenceView& view, std::uint32_t relative, std::uint32_t next) {
  const std::uint32_t begin = view.clauses[relative].begin;
  if (subject_mention(view, relative, view.clauses[relative].end)) return false;
  std::uint32_t at = begin;
  if (at > 0 && view.raw(at - 1) == ",") --at;
  const Mention* told = at > 0 ? view.mention_at(at - 1) : nullptr;
  if (!told || (told->end != at && told->outer_end != at) || !told->is_holder() || told->possessive) return false;
  if (!stands_before(view, *told, begin)) return false;
  for (std::uint32_t t = begin; t <= view.clauses[next].begin; ++t)
    if (view.raw(t) == ",") return false;
  return true;
}

// "that the deal could be a success": the verb of the clause is no more than a helping one.
bool is_only_told_to_be(const SentenceView& view, std::uint32_t clause) {
  const Clause& c = view.clauses[clause];
  const std::uint32_t predicate = first_predicate(view, clause);
  if (predicate == c.end || view.tags[predicate] != Tag::auxiliary) return false;
  for (std::uint32_t t = predicate; t < c.end; ++t)
    if (view.tags[t] == Tag::finite || view.tags[t] == Tag::participle) return false;
  return true;
}

// "said those who pursue sanctions strengthen extremism": they are nobody who can be named.
bool speaks_of_anybody(const SentenceView& view, std::uint32_t relative) {
  if (relative == 0 || view.raw(relative) != "who") return false;
  const std::string_view before = view.raw(relative - 1);
  return before == "those" || before == "Those" || before == "anyone" || before == "anybody" || before == "Anyone";
}

// "Iran distrusts those who praise the law and call for sanctions": of one state alone the second verb would have an
// -s.
bool goes_on_in_plural(const SentenceView& view, const mention::Lexis& lexis, std::uint32_t clause,
                       std::uint32_t predicate) {
  if (clause < 2 || view.clauses[clause].kind != Clause::Kind::coordinate || predicate >= view.size()) return false;
  const Clause& relative = view.clauses[clause - 1];
  if (relative.kind != Clause::Kind::relative || view.raw(view.clauses[clause].begin) == ",") return false;
  // "urges the states that keep the embargo to listen and lift it": two infinitives
  for (std::uint32_t t = relative.begin; t < relative.end; ++t)
    if (view.tags[t] == Tag::infinitive) return false;
  const std::string_view told = view.raw(relative.begin - 1);
  if (told != "those" && !told.ends_with("s")) return false;
  const text::WordId word = view.tokens[predicate].word;
  const std::uint8_t forms = word == text::unknown_word ? 0 : lexis.word_verb_forms[word];
  if (view.tags[predicate] != Tag::finite || (forms & mention::form_base) == 0 || (forms & mention::form_past) != 0)
    return false;
  const Mention* subject = subject_mention(view, clause - 2, view.clauses[clause - 2].end);
  return subject && subject->actors.size() == 1 && !subject->plural && subject->kind != Mention::Kind::first_pronoun &&
         subject->kind != Mention::Kind::plural_pronoun;
}

// "Prices rose after Y quit the deal and began ...": no comma parts the second verb from the first.
bool goes_on_in_time_clause(const SentenceView& view, std::uint32_t clause, std::uint32_t predicate) {
  const std::uint32_t begin = view.clauses[clause].begin;
  const Clause& before = view.clauses[clause - 1];
  if (before.kind != Clause::Kind::subordinate || !view.is(begin, WordRole::conjunction) || view.raw(begin) == ",")
    return false;
  if (predicate >= view.size() || view.is(predicate, WordRole::speech_verb)) return false;
  return first_predicate(view, clause - 1) < before.end && subject_mention(view, clause - 1, before.end);
}

// "and backed", "and appealed to Mali to": the first word of a stance for something, right behind the conjunction.
bool begins_wish(const SentenceView& view, const mention::Lexis& lexis, std::uint32_t predicate) {
  const bool follows = predicate > 0 && (view.is(predicate - 1, WordRole::conjunction) ||
                                         view.is(predicate - 1, WordRole::degree_adverb));
  return follows && std::any_of(view.heads.begin(), view.heads.end(), [&](const mention::HeadMatch& head) {
           const program::Stance& stance = lexis.program.stances[head.stance];
           return head.begin == predicate && stance.sign > 0 &&
                  stance.entries[head.entry].kind == program::Entry::Kind::verb;
         });
}

// The clause that a coordinate one goes on with; `predicate` is the coordinate one's verb.
std::optional<std::uint32_t> gone_on_with(const SentenceView& view, const mention::Lexis& lexis, std::uint32_t clause,
                                          std::uint32_t predicate) {
  if (clause == 0) return std::nullopt;
  if (closes_whose(view, clause)) return clause - 1;
  if (goes_on_in_time_clause(view, clause, predicate)) return clause - 1;
  if (auto open = left_open(view, clause)) return open;
  bool speaks = predicate < view.size() && view.is(predicate, WordRole::assent);
  for (std::uint32_t before = clause; before-- > 0;) {
    auto kind = view.clauses[before].kind;
    if (kind == Clause::Kind::relative && before + 1 == clause && is_open_relative(view, before, clause)) return before;
    if (kind == Clause::Kind::relative || kind == Clause::Kind::participle) continue;
    // "made clear that Y must act, and reiterated ...": who made it clear goes on speaking.
    if (speaks && kind == Clause::Kind::complement) continue;
    // "noted that the treaty is not in force and urged ...": a thing does not urge.
    // "dismissed the claim that Y had left and accused Z": no words that somebody reports
    const std::uint32_t begin = view.clauses[before].begin;
    const bool of_noun = kind == Clause::Kind::complement && view.raw(begin) == "that" && begin > 0 &&
                         first_predicate(view, before) < view.clauses[before].end &&
                         (view.tags[begin - 1] == Tag::noun || view.tags[begin - 1] == Tag::other) &&
                         !view.mention_at(begin - 1) && !view.tokens[begin - 1].has(Token::punctuation);
    if (of_noun && predicate < view.size() && view.is(predicate, WordRole::speech_verb)) continue;
    bool urges = predicate < view.size() && view.is(predicate, WordRole::speech_verb);
    // Nor does who is only told to be something: "warned that any guest could be a target and called on ..."
    const bool unnamed = !subject_mention(view, before, view.clauses[before].end);
    const bool is_told_to_be = is_only_told_to_be(view, before);
    if (urges && kind == Clause::Kind::complement && (unnamed || is_told_to_be)) continue;
    // "said the talks were useful and appealed for peace", "and backed the treaty": nor does a thing.
    if (kind == Clause::Kind::complement && unnamed && is_told_to_be && begins_wish(view, lexis, predicate)) continue;
    return before;
  }
  return std::nullopt;
}

// "..., with Turkey urging both to stop": who is named between.
const Mention* named_with(const SentenceView& view, std::uint32_t verb) {
  if (view.tags[verb] != Tag::ing) return nullptr;
  std::uint32_t at = verb;
  while (at > 0 && view.is(at - 1, WordRole::degree_adverb)) --at;
  const Mention* named = at > 0 ? view.mention_at(at - 1) : nullptr;
  if (!named || named->end != at || named->possessive || named->actors.empty() || !named->is_holder()) return nullptr;
  const std::uint32_t before = before_determiners(view, named->begin);
  return before > 0 && (view.raw(before - 1) == "with" || view.raw(before - 1) == "With") ? named : nullptr;
}

// ", on Thursday urged": the one word behind the preposition tells when or where.
bool is_day_or_place(const SentenceView& view, std::uint32_t begin, std::uint32_t end) {
  while (begin < end && view.tokens[begin].has(Token::punctuation)) ++begin;
  return begin + 2 == end && view.is(begin, WordRole::preposition) && view.tokens[begin + 1].has(Token::capitalised);
}

bool brings_noun(const SentenceView& view, std::uint32_t begin, std::uint32_t end) {
  if (is_day_or_place(view, begin, end)) return false;
  for (std::uint32_t t = begin; t < end; ++t)
    if (!view.tokens[t].has(Token::punctuation) && view.is_content(t) && view.tags[t] != Tag::ing &&
        view.tags[t] != Tag::infinitive && !(view.role_lengths[t] == 0 && view.raw(t - 1) == "and"))  // "and also"
      return true;
  return false;
}

// "Germany, Britain and France": names, and nothing else but what joins them.
bool is_list_of_names(const SentenceView& view, std::uint32_t begin, std::uint32_t end) {
  int names = 0;
  for (std::uint32_t t = begin; t < end; ++t) {
    const Mention* mention = view.mention_at(t);
    if (mention && !mention->actors.empty()) {
      names += mention->begin == t ? 1 : 0;
    } else if (!view.tokens[t].has(Token::punctuation) && !view.is(t, WordRole::conjunction) &&
               !view.is(t, WordRole::determiner)) {
      return false;
    }
  }
  return names > 1;
}

// "Lithuania - one of the loudest voices - supports ...": the clause that goes on behind the second dash.
std::optional<std::uint32_t> cut_by_dashes(const SentenceView& view, std::uint32_t clause, std::uint32_t predicate) {
  const Clause& c = view.clauses[clause];
  if (clause < 2 || c.kind != Clause::Kind::main || !view.tokens[c.begin].has(Token::spaced_dash)) return std::nullopt;
  if (brings_noun(view, c.begin, predicate)) return std::nullopt;
  for (std::uint32_t aside = clause; aside-- > 1;) {
    if (!view.tokens[view.clauses[aside].begin].has(Token::spaced_dash)) continue;
    const std::uint32_t before = aside - 1;
    // "the three capitals - Paris, Rome and Berlin - condemned": those who are told one by one
    const bool unnamed = !subject_mention(view, before, view.clauses[before].end);
    if (unnamed && aside + 1 == clause && is_list_of_names(view, view.clauses[aside].begin, view.clauses[aside].end))
      return aside;
    if (is_list_of_names(view, view.clauses[before].begin, view.clauses[before].end)) return before;
    // "We, the ministers of the group – A, B and C – reject ...": who they are is told by the pronoun's apposition.
    const Mention* we = view.mention_at(view.clauses[before].begin);
    if (we && we->kind == Mention::Kind::first_pronoun && !we->possessive && view.raw(we->end) == ",") return before;
    // A plain subject: "X and the others of the group - A, B and C - signed" is told of a whole list.
    bool open = first_predicate(view, before) == view.clauses[before].end;
    for (std::uint32_t t = view.clauses[before].begin; t < view.clauses[before].end; ++t)
      open = open && !view.is(t, WordRole::conjunction) && !view.is(t, WordRole::preposition) && view.raw(t) != ",";
    return open ? std::optional(before) : std::nullopt;
  }
  return std::nullopt;
}

bool is_told_by_itself(const Clause& clause) {
  return clause.kind == Clause::Kind::main || clause.kind == Clause::Kind::coordinate;
}

// The clause whose subject a clause without one of its own shares; `limit` is the verb that asks.
std::optional<std::uint32_t> sharing_clause(const SentenceView& view, const mention::Lexis& lexis, std::uint32_t clause,
                                            std::uint32_t limit) {
  const Clause& c = view.clauses[clause];
  bool has_verb = first_predicate(view, clause) < c.end;
  if (c.kind == Clause::Kind::participle || (c.kind == Clause::Kind::subordinate && !has_verb))
    return leaned_on(view, clause);
  bool goes_on = c.kind == Clause::Kind::coordinate;
  goes_on = goes_on || (c.kind == Clause::Kind::conditional && view.is(c.begin, WordRole::conjunction));
  std::uint32_t predicate = std::min(limit, first_predicate(view, clause));
  if (auto before = cut_by_dashes(view, clause, predicate)) return before;
  if (!goes_on || brings_noun(view, c.begin, predicate)) return std::nullopt;
  return gone_on_with(view, lexis, clause, predicate);
}

// "the statement made on behalf of the group", "delivered for it": right behind a noun the verb tells of what was said.
bool tells_who_made(const SentenceView& view, std::uint32_t behalf) {
  if (behalf < 2 || (view.tags[behalf - 1] != Tag::participle && view.tags[behalf - 1] != Tag::finite)) return false;
  const std::uint32_t noun = behalf - 2;
  const bool plain = view.tags[noun] <= Tag::noun && !view.mention_at(noun) && !view.is(noun, WordRole::relative);
  return view.is(noun, WordRole::standpoint) || (plain && !view.tokens[noun].has(Token::punctuation));
}

// "Turkey, he said, supports it": whoever says so stands between, and the subject in front waits for its verb.
const Mention* waiting_subject(const SentenceView& view, std::uint32_t before, std::uint32_t clause) {
  const Clause& told = view.clauses[before];
  const std::uint32_t verb = told.end - 1;
  if (view.raw(view.clauses[clause].begin) != "," || !view.is(verb, WordRole::speech_verb)) return nullptr;
  std::uint32_t first = told.begin;
  while (first < verb && (view.is(first, WordRole::determiner) || view.tokens[first].has(Token::opens_quote))) ++first;
  const Mention* name = view.mention_at(first);
  const bool waits = name && name->begin == first && name->outer_end < verb && view.raw(name->outer_end) == ",";
  return waits && !name->actors.empty() ? name : nullptr;
}

}  // namespace

Holder HolderFinder::subject_of(std::uint32_t verb) const {
  // "the theme of the Union: reaffirming ...": what stands behind the sign has no subject before it.
  if (view_.tags[verb] == Tag::ing && verb > 0 && view_.raw(verb - 1) == ":") return {};
  // "speaking to protesters opposing the sanctions": they oppose them.
  if (view_.tags[verb] == Tag::ing)
    for (const Mention& mention : view_.mentions)
      if (mention.end == verb &&
          (mention.kind == Mention::Kind::private_person || mention.kind == Mention::Kind::nobody))
        return resolve(mention);
  if (const Mention* named = named_with(view_, verb)) return resolve(*named);
  return subject_of_clause(view_.clause_of[verb], verb, 0);
}

bool HolderFinder::has_subject(std::uint32_t verb) const {
  return subject_mention(view_, view_.clause_of[verb], verb) != nullptr;
}

Holder HolderFinder::subject_of_clause(std::uint32_t clause, std::uint32_t limit, int depth) const {
  if (depth > deepest) return {};
  const std::uint32_t predicate = std::min(limit, first_predicate(view_, clause));
  if (Holder named = told_by_example(view_.clauses[clause].begin, predicate); named.found()) return named;
  if (const Mention* mention = subject_mention(view_, clause, limit)) {
    Holder subject = joined(*mention);
    const bool others = mention->kind == Mention::Kind::nobody && !is_party_of_noun(view_, *mention);
    if (!others && subject.outcome != Holder::Outcome::nobody) return on_behalf(subject);
    Holder named = told_by_name(*mention, std::min(limit, view_.clauses[clause].end));
    if (named.found() && subject.found()) {  // "China and other countries, including India, have ..."
      add_unique(named.actors, subject.actors);
      std::sort(named.actors.begin(), named.actors.end());
    }
    return named.found() ? named : on_behalf(subject);
  }
  if (view_.clauses[clause].kind == Clause::Kind::relative || tells_of_own_state(view_, clause))
    return antecedent(clause);
  if (goes_on_in_plural(view_, lexis_, clause, predicate))
    return subject_of_clause(clause - 1, view_.clauses[clause - 1].end, depth + 1);
  auto shared = sharing_clause(view_, lexis_, clause, limit);
  if (shared)
    if (const Mention* waiting = waiting_subject(view_, *shared, clause)) return on_behalf(joined(*waiting));
  return shared ? subject_of_clause(*shared, view_.clauses[*shared].end, depth + 1) : Holder{};
}

// Of whom a relative clause speaks.
Holder HolderFinder::antecedent(std::uint32_t clause) const {
  std::uint32_t at = view_.clauses[clause].begin;
  if (speaks_of_anybody(view_, at)) {
    Holder anybody;
    anybody.outcome = Holder::Outcome::nobody;
    anybody.how = "anybody";
    return anybody;
  }
  const Mention* nearest = nullptr;
  const bool thing = view_.raw(at) == "that" || view_.raw(at) == "which";
  for (const Mention& mention : view_.mentions) {
    if (mention.begin >= at) break;
    if (mention.kind == Mention::Kind::modifier || mention.possessive) continue;
    // "the minister said any move that ..." speaks of the move; "the deputies passed the bill that ..." of the
    // deputies' deed.
    const bool of_things = thing && speaks_between(view_, mention.end, at);
    if (mention.outer_end + 2 < at && mention.end + 2 < at &&
        !(nearest == nullptr && is_person(mention) && !of_things && mention.end + 9 >= at))
      continue;
    if (!stands_before(view_, mention, at) && (of_things || !is_person(mention))) continue;
    if (view_.raw(at) == "which" && is_party_of_noun(view_, mention)) continue;
    // "an analyst in Yerevan, who": the person, not the place.
    const bool people = mention.kind == Mention::Kind::nobody && mention.end == at;  // "between X and diplomats who"
    if (nearest && is_person(*nearest) && view_.raw(at) != "which" && !people &&
        in_prepositional_phrase(view_, mention))
      continue;
    nearest = &mention;
  }
  return nearest ? joined(*nearest) : Holder{};
}

// "X, on behalf of G": the holder is G, X speaks for it.
Holder HolderFinder::on_behalf(Holder holder) const {
  for (std::uint32_t t = 0; t < view_.size(); ++t) {
    if (!view_.is(t, WordRole::behalf)) continue;
    std::uint32_t end = 0;
    Holder group = named_at(t + view_.role_lengths[t], end);
    // A bare preposition only between commas: "Samoa, for AOSIS, stressed".
    bool bare = view_.is(t, WordRole::preposition);
    if (!bare && tells_who_made(view_, t)) continue;
    if (bare && (t == 0 || view_.raw(t - 1) != "," || end >= view_.size() || view_.raw(end) != ",")) continue;
    if (!group.found()) continue;
    if (group.actors == holder.actors) {
      // The subject that was found is the group itself; who speaks for it stands before.
      for (const Mention& mention : view_.mentions)
        if (mention.end <= t && mention.is_holder() && mention.actors.size() == 1 && !mention.possessive &&
            mention.actors != group.actors)
          holder.via = mention.actors[0];
      return holder;
    }
    if (holder.actors.size() == 1) group.via = holder.actors[0];
    group.speaker = holder.speaker;
    return group;
  }
  return holder;
}

// "The American president must go," Zarif said: who says so behind the words, whose subject is only spoken of.
Holder HolderFinder::sayer_behind(const Mention& subject, bool& is_person) const {
  if (!voices_ || subject.begin >= voices_->voice_of.size() || voices_->voice_of[subject.begin] < 0) return {};
  const Voice& voice = voices_->voices[static_cast<std::size_t>(voices_->voice_of[subject.begin])];
  const bool behind = voice.verb > subject.begin && voice.holder.begin > subject.begin && voice.parent < 0;
  if (!behind || !voice.holder.found() || !is_speech_verb(voice.verb)) return {};
  const Mention* sayer = view_.mention_at(voice.holder.begin);
  if (!sayer) return {};
  is_person = sayer->kind != Mention::Kind::actor && sayer->kind != Mention::Kind::thing_pronoun;
  return voice.holder;
}

Holder HolderFinder::main_subject(bool& is_person) const {
  Holder fronted;  // whom a phrase in front of the subject names
  bool fronted_is_person = false;
  const bool has_main = std::any_of(view_.clauses.begin(), view_.clauses.end(), is_told_by_itself);
  for (std::uint32_t c = 0; c < view_.clauses.size(); ++c) {
    // "During his campaign Peru's president denounced ...": no comma parts the opening phrase from the main clause.
    if (!is_told_by_itself(view_.clauses[c]) && (has_main || c > 0)) continue;
    const Mention* mention = subject_mention(view_, c, view_.clauses[c].end);
    if (!mention) continue;
    if (c == 0 && view_.clauses.size() > 1 && is_dateline(view_, *mention)) {
      fronted = resolve(*mention);  // the state, where the sentence has no other subject
      continue;
    }
    if (Holder sayer = sayer_behind(*mention, is_person); sayer.found()) return sayer;
    is_person = mention->kind != Mention::Kind::actor && mention->kind != Mention::Kind::thing_pronoun;
    Holder holder = joined(*mention);
    // "In letters to the president of Peru, speaker of Fiji and others, | the minister ...": no subject yet.
    if (holder.found() && view_.is(view_.clauses[c].begin, WordRole::preposition) && !fronted.found() &&
        first_predicate(view_, c) == view_.clauses[c].end) {
      fronted = holder;
      fronted_is_person = is_person;
      continue;
    }
    if (holder.found()) return holder;
    if (holder.outcome == Holder::Outcome::nobody && mention->kind == Mention::Kind::private_person) return holder;
  }
  is_person = fronted_is_person;
  return fronted;
}

}  // namespace demarche::holder
