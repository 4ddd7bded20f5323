#include <algorithm>
#include <iterator>

#include "engine/evidence/targets.hpp"

// Where an issue stands: what keeps words from speaking of it.
namespace demarche::evidence {

using mention::IssueMatch;
using mention::Lexis;
using mention::SentenceView;
using mention::Tag;
using mention::TurnMatch;
using program::WordRole;
using text::Token;

namespace {

// "of" and its like bring in what a noun is about.
bool says_about(std::string_view word) {
  constexpr std::string_view words[] = {"of",      "to",     "for",       "on",   "in", "about",   "over",
                                        "towards", "toward", "regarding", "from", "by", "through", "as"};
  return std::find(std::begin(words), std::end(words), word) != std::end(words);
}

// "sends messages beyond the table to revive the deal": the aim of the whole is still to come.
bool has_aim(const SentenceView& view, std::uint32_t from) {
  for (std::uint32_t t = from; t < view.size() && view.clause_of[t] == view.clause_of[from]; ++t) {
    if (view.tags[t] == Tag::infinitive)
      return std::any_of(view.turns.begin(), view.turns.end(), [t](const auto& turn) { return turn.begin == t; });
    if (view.tokens[t].has(Token::punctuation) || view.tags[t] == Tag::finite) return false;
  }
  return false;
}

}  // namespace

const TurnMatch* turn_at(const std::vector<TurnMatch>& turns, std::uint32_t token) {
  for (const TurnMatch& turn : turns)
    if (turn.begin == token) return &turn;
  return nullptr;
}

bool turns_a_name(const SentenceView& view, const TurnMatch& turn) {
  if (view.raw(turn.end - 1) != "-" || turn.end >= view.size()) return false;
  std::uint32_t next = turn.end;
  while (next < view.size() && view.is(next, WordRole::determiner)) ++next;
  auto begins = [next](const auto& match) { return match.begin == next; };
  return std::none_of(view.issues.begin(), view.issues.end(), begins) &&
         std::none_of(view.turns.begin(), view.turns.end(), begins);
}

const TurnMatch* turn_of_list(const SentenceView& view, std::uint32_t token) {
  constexpr std::uint32_t longest = 6;
  auto is_noun = [&view](std::uint32_t t) {
    const bool noun = view.tags[t] == Tag::noun || view.tags[t] == Tag::other || view.tags[t] == Tag::ing;
    return noun && !view.tokens[t].has(Token::punctuation) && !view.mention_at(t);
  };
  if (token + 1 >= view.size() || view.raw(token + 1) != "," || !is_noun(token)) return nullptr;
  std::uint32_t t = token + 2;
  while (t + 1 < view.size() && t < token + longest && (view.raw(t) == "," || is_noun(t))) ++t;
  if (t == token + 2 || t + 1 >= view.size() || !view.is(t, WordRole::conjunction)) return nullptr;
  const TurnMatch* turn = turn_at(view.turns, t + 1);
  return turn && is_noun(turn->begin) && view.is(turn->end - 1, WordRole::preposition) ? turn : nullptr;
}

bool is_list_comma(const SentenceView& view, std::uint32_t comma) {
  // "a just, lasting and comprehensive peace", "the immediate, full and unconditional lifting"
  auto plain = [&view](std::uint32_t t) {
    const auto degree = mention::role(WordRole::degree_adverb) | mention::role(WordRole::booster);
    return t < view.size() && view.is_content(t, degree) && view.tags[t] == Tag::other && !view.mention_at(t);
  };
  if (comma == 0) return false;
  // "called it a “crime,” demanding ...": what stands behind the quote
  if (comma + 1 < view.size() && view.tokens[comma + 1].has(Token::closes_quote)) return false;
  if (plain(comma - 1) && plain(comma + 1)) return true;
  return view.mention_at(comma - 1) || view.mention_at(comma + 1) || view.tokens[comma - 1].has(Token::capitalised);
}

bool is_agent_of(const SentenceView& view, std::uint32_t by) {
  const bool passive = by > 1 && view.tags[by - 2] == Tag::auxiliary;  // "must be ensured by": the deed itself
  return view.raw(by) == "by" && by > 0 && view.tags[by - 1] == Tag::participle && !passive;
}

bool joins_nouns(const SentenceView& view, const TurnMatch& turn, std::uint32_t issue) {
  const TurnMatch* last = nullptr;
  for (const TurnMatch& next : view.turns)
    if (next.begin > turn.end && next.end <= issue) last = &next;
  return last && view.is(last->begin - 1, WordRole::conjunction) && !view.mention_at(last->begin - 2);
}

bool tells_who_is_asked(const SentenceView& view, std::uint32_t relative) {
  if (relative == 0 || !view.is(relative - 1, WordRole::self_reference)) return false;
  for (std::uint32_t t = relative + 1; t + 1 < view.size() && view.clause_of[t] == view.clause_of[relative]; ++t) {
    if (view.is(t, WordRole::negator) || view.tokens[t].has(Token::punctuation)) return false;
    const bool named = std::any_of(view.issues.begin(), view.issues.end(), [t, relative](const IssueMatch& issue) {
      return issue.begin > relative && issue.end <= t;
    });
    if (named && view.raw(t) == "to" && view.tags[t + 1] == Tag::infinitive) return true;
  }
  return false;
}

bool opens_demand_of_text(const SentenceView& view, const Lexis& lexis, std::uint32_t that) {
  if (view.raw(that) != "that") return false;
  return std::any_of(view.heads.begin(), view.heads.end(), [&](const mention::HeadMatch& head) {
    if (head.begin == 0 || head.begin >= that || (head.end != that && head.end != that + 1)) return false;
    return view.tags[head.begin] == Tag::ing && view.is(head.begin - 1, WordRole::voting) &&
           lexis.program.stances[head.stance].sign > 0;
  });
}

bool is_time_of(const SentenceView& view, std::uint32_t token) {
  return view.is(token, WordRole::clause_opener) && view.is(token, WordRole::preposition) && view.raw(token) != "as";
}

bool begins_aim(const SentenceView& view, std::uint32_t token) {
  const bool is_to = view.is(token, WordRole::copula) && token + 1 < view.size() && view.raw(token + 1) == "to";
  return is_to || view.is(token, WordRole::demand);
}

bool is_relation(const SentenceView& view, std::uint32_t token) {
  if (view.is(token, WordRole::preposition)) return view.clauses[view.clause_of[token]].begin == token && token > 0;
  return view.is(token, WordRole::clause_opener) || view.is(token, WordRole::relative) ||
         view.is(token, WordRole::conditional) || view.is(token, WordRole::complementiser);
}

bool turns_aside(const SentenceView& view, std::uint32_t preposition) {
  if (preposition == 0 || !view.is(preposition, WordRole::preposition) || view.role_lengths[preposition] != 1)
    return false;
  const std::uint32_t noun = preposition - 1;
  bool plain = view.is_content(noun) && (view.tags[noun] == Tag::other || view.tags[noun] == Tag::noun) &&
               !view.tokens[noun].has(Token::punctuation) && !view.mention_at(noun);
  return plain && !says_about(view.raw(preposition)) && !has_aim(view, preposition);
}

bool has_own_object(const SentenceView& view, std::uint32_t begin, std::uint32_t issue) {
  for (std::uint32_t t = begin; t < issue && t < view.size(); ++t) {
    // "against a text condemning the raid and demanding a truce": two participles of one noun
    const bool joins_participles = t + 1 < view.size() && view.tags[t + 1] == Tag::ing;
    if (view.is(t, WordRole::conjunction) && t > begin && !joins_participles) return true;
    const mention::Mention* mention = view.mention_at(t);
    if (!mention || mention->possessive || mention->kind == mention::Mention::Kind::modifier || mention->end > issue)
      continue;
    if (mention->end == issue) continue;  // "against U.S. sanctions"
    // "against the U.S. move", "against U.S. calls for": a name before a noun
    const bool before_noun =
        mention->kind == mention::Mention::Kind::actor && mention->end < view.size() &&
        !view.tokens[mention->end].has(Token::punctuation) && !view.is(mention->end, WordRole::preposition) &&
        (view.tags[mention->end] == Tag::noun ||
         (view.is_content(mention->end, mention::role(WordRole::noun_word)) && view.tags[mention->end] == Tag::other));
    if (!before_noun) return true;
  }
  return false;
}

bool is_first_part(const SentenceView& view, std::uint32_t issue_end) {
  if (issue_end + 1 >= view.size() || view.raw(issue_end) != "-") return false;
  return !view.tokens[issue_end].has(Token::space_before) && !view.tokens[issue_end].has(Token::spaced_dash) &&
         !view.tokens[issue_end + 1].has(Token::space_before) && !view.tokens[issue_end + 1].has(Token::punctuation);
}

bool begins_contact_clause(const SentenceView& view, std::uint32_t begin, std::uint32_t token) {
  if (token < begin + 2 || view.raw(token) != "the" || view.role_lengths[token] != 1) return false;
  const std::uint32_t noun = token - 1;
  std::uint32_t phrase = noun;
  while (phrase > 0 && view.role_lengths[phrase] == 0) --phrase;
  if (phrase < noun && view.is(phrase, WordRole::degree_adverb)) return false;  // "opposed for years the plan"
  bool plain = view.is_content(noun) && (view.tags[noun] == Tag::other || view.tags[noun] == Tag::noun);
  return plain && !view.tokens[noun].has(Token::punctuation) && !view.tokens[noun].has(Token::capitalised) &&
         !view.tokens[noun].has(Token::number) && !view.mention_at(noun) && !view.raw(noun).ends_with("ly");
}

std::uint32_t result_behind(const SentenceView& view, std::uint32_t issue_end) {
  constexpr std::uint32_t longest = 6;
  const bool longer = view.is(issue_end, WordRole::preposition) && view.raw(issue_end) != "to";
  for (std::uint32_t at = issue_end; at < view.size() && at < issue_end + longest; ++at) {
    if (view.clause_of[at] != view.clause_of[issue_end - 1] || view.tokens[at].has(Token::punctuation)) break;
    if (view.tags[at] == Tag::participle || view.tags[at] == Tag::finite) {
      const std::uint32_t next = at + 1;
      const bool last = next >= view.size() || view.tokens[next].has(Token::punctuation) ||
                        view.is(next, WordRole::conjunction) || view.is(next, WordRole::degree_adverb);
      return last && view.tags[at - 1] != Tag::auxiliary ? at : view.size();
    }
    if (!longer || view.tags[at] == Tag::auxiliary || view.is(at, WordRole::conjunction)) break;
  }
  return view.size();
}

std::uint32_t behind_naming(const SentenceView& view, std::uint32_t token) {
  if (token + 3 >= view.size() || view.raw(token) != "what") return token;
  std::uint32_t at = token + 1;
  while (at < view.size() && view.is(at, WordRole::determiner)) ++at;
  for (const mention::Mention* who = view.mention_at(at); who && who->begin == at; who = view.mention_at(at))
    at = who->end;  // "its", "president"
  if (at == token + 1 || at >= view.size()) return token;
  while (at < view.size() && (view.tags[at] == Tag::auxiliary || view.is(at, WordRole::degree_adverb))) ++at;
  if (at + 1 >= view.size() || view.tags[at] != Tag::finite) return token;
  ++at;
  if (view.raw(at) == "as" || view.is(at, WordRole::copula)) return at + 1;
  const bool noun_follows = !view.is(at, WordRole::preposition) && !view.is(at, WordRole::complementiser) &&
                            !view.is(at, WordRole::conjunction) &&
                            (!view.tokens[at].has(Token::punctuation) || view.tokens[at].has(Token::opens_quote));
  return noun_follows ? at : token;
}

bool is_pronoun_alone(const SentenceView& view, std::uint32_t token) {
  const bool pronoun = view.is(token, WordRole::pronoun_thing) || view.is(token, WordRole::pronoun_plural);
  if (!pronoun || view.raw(token).size() > 4 || view.raw(token) == "its" || view.role_lengths[token] != 1) return false;
  const std::uint32_t next = token + 1;
  if (next >= view.size()) return true;
  // "did not allow them to rest": who does something, and no issue
  if (next + 1 < view.size() && view.tags[next + 1] == Tag::infinitive) return false;
  if (view.raw(next) == "out" || view.raw(next) == "down") return true;
  if (token > 0 && view.is(token - 1, WordRole::speech_verb) && view.is(next, WordRole::determiner)) return true;
  return view.tokens[next].has(Token::punctuation) || view.is(next, WordRole::conjunction) ||
         view.is(next, WordRole::preposition) || view.is(next, WordRole::degree_adverb) ||
         view.is(next, WordRole::not_negator);
}

bool is_subject_of_object(const SentenceView& view, std::uint32_t subject_end, std::uint32_t object) {
  for (std::uint32_t t = subject_end; t < object; ++t)
    if (view.tags[t] != Tag::auxiliary && view.tags[t] != Tag::finite && !view.is(t, WordRole::negator) &&
        !view.is(t, WordRole::degree_adverb))
      return false;
  return subject_end < object;
}

// "lifting of", "removal of", "an end to": a noun of what is done, and no verb.
static bool is_deed_noun(const SentenceView& view, std::uint32_t begin, std::uint32_t end) {
  const Tag tag = view.tags[begin];
  const bool preposition = end > begin && end < view.size() && view.is(end - 1, WordRole::preposition);
  return preposition && (tag == Tag::noun || tag == Tag::other || tag == Tag::ing);
}

// "opposed the lifting of the sanctions, and Y criticised it": the pronoun may mean that somebody was against it.
static bool is_opposed_before(const SentenceView& view, const Lexis& lexis, std::uint32_t begin) {
  const std::uint32_t clause = view.clause_of[begin];
  for (std::uint32_t t = view.clauses[clause].begin; t < begin; ++t)
    if (view.is(t, WordRole::negator)) return true;
  return std::any_of(view.heads.begin(), view.heads.end(), [&](const mention::HeadMatch& head) {
    return head.end <= begin && view.clause_of[head.begin] == clause && lexis.program.stances[head.stance].sign < 0;
  });
}

int sign_of_pronoun(const SentenceView& view, const Lexis& lexis, std::uint32_t issue_match, std::uint32_t pronoun) {
  const IssueMatch& named = view.issues[issue_match];
  const Tag first = view.tags[named.begin];
  const bool done = named.deed || first == Tag::infinitive || first == Tag::ing || first == Tag::finite;
  const int thing = done ? +1 : named.side;
  if (view.is(pronoun, WordRole::pronoun_plural)) return thing;
  if (done && !is_deed_noun(view, named.begin, named.begin + 2)) return thing;
  // "the lifting of sanctions" as the issue's own words, around "sanctions"
  for (const IssueMatch& around : view.issues)
    if (around.issue == named.issue && around.end == named.end && is_deed_noun(view, around.begin, around.begin + 2))
      return is_opposed_before(view, lexis, around.begin) ? thing : around.side;
  if (!view.raw(named.end - 1).ends_with("s")) return thing;
  // "an end to the cruel and inhuman sanctions": over the adjectives
  constexpr std::uint32_t longest = 6;
  auto passes = [&view](std::uint32_t t) {
    if (view.is(t, WordRole::preposition)) return false;
    const bool compound = view.raw(t - 1) == "-" || view.raw(t + 1) == "-";  // "long-standing"
    return view.is(t, WordRole::determiner) || view.is(t, WordRole::transparent) || view.is(t, WordRole::conjunction) ||
           view.raw(t) == "," || view.raw(t) == "-" || compound || (view.is_content(t) && view.tags[t] == Tag::other);
  };
  std::uint32_t phrase = named.begin;
  while (phrase > 1 && phrase + longest > named.begin && passes(phrase - 1)) --phrase;
  for (const TurnMatch& turn : view.turns)
    if (turn.end == phrase && is_deed_noun(view, turn.begin, turn.end) && !is_opposed_before(view, lexis, turn.begin))
      return named.side * turn.sign;
  return thing;
}

bool joins_two_verbs(const SentenceView& view, std::uint32_t token) {
  return token > 0 && token + 1 < view.size() && view.is(token, WordRole::conjunction) &&
         view.tags[token - 1] == Tag::finite && view.tags[token + 1] == Tag::finite;
}

bool is_behind_infinitive(const SentenceView& view, std::uint32_t token) {
  while (token > 0 && (view.is(token - 1, WordRole::determiner) || view.is(token - 1, WordRole::degree_adverb)))
    --token;
  if (token < 2 || view.raw(token - 2) != "to") return false;
  return view.tags[token - 1] != Tag::noun && view.tags[token - 1] != Tag::other;
}

bool is_complement(const SentenceView& view, const Target& target) {
  std::uint32_t at = target.begin;
  if (view.tags[at] == Tag::infinitive) return false;  // "talks to lift the sanctions are crucial"
  auto passes = [&](std::uint32_t t) {
    const mention::Mention* mention = view.mention_at(t);
    return view.is(t, WordRole::determiner) || view.is(t, WordRole::transparent) ||
           (mention && mention->kind == mention::Mention::Kind::modifier);
  };
  while (at > 0 && passes(at - 1)) --at;
  if (at < 2 || !view.is(at - 1, WordRole::preposition) || view.role_lengths[at - 1] != 1) return false;
  if (view.is(at - 1, WordRole::clause_opener)) return true;  // "after the sanctions there will be ..."
  std::string_view word = view.raw(at - 1);
  if (word == "of" || word == "on" || word == "for" || word == "as" || word == "about" || word == "over" ||
      word == "regarding" || word == "concerning")
    return false;
  return view.clause_of[at - 2] == view.clause_of[at] && !view.tokens[at - 2].has(Token::punctuation) &&
         (view.tags[at - 2] == Tag::other || view.tags[at - 2] == Tag::noun);
}

// The first word of the issue's phrase, names and determiners included.
static std::uint32_t start_of_subject(const SentenceView& view, const Target& target) {
  std::uint32_t at = target.begin;
  auto passes = [&](std::uint32_t t) {
    const mention::Mention* mention = view.mention_at(t);
    return view.is(t, WordRole::determiner) || view.is(t, WordRole::transparent) ||
           (mention && (mention->kind == mention::Mention::Kind::modifier || mention->possessive));
  };
  // "the old and well-known plan": over the adjectives, where an article stands before them
  constexpr std::uint32_t longest = 6;
  auto describes = [&view](std::uint32_t t) {
    const bool word =
        view.is_content(t) && !view.mention_at(t) && (view.tags[t] == Tag::other || view.raw(t - 1) == "-");
    return word || view.raw(t) == "-" || view.tokens[t].has(Token::opens_quote) || view.is(t, WordRole::degree_adverb);
  };
  std::uint32_t first = at;
  while (first > 1 && first + longest > at && describes(first - 1)) --first;
  if (first < at && first > 0 && view.is(first - 1, WordRole::determiner)) at = first;
  while (at > 0 && passes(at - 1)) --at;
  return at;
}

bool is_beside_point(const SentenceView& view, const Lexis& lexis, const Target& target) {
  const std::uint32_t at = start_of_subject(view, target);
  return std::any_of(view.heads.begin(), view.heads.end(), [&](const mention::HeadMatch& head) {
    const program::Stance& stance = lexis.program.stances[head.stance];
    return head.end == at && stance.sign == 0 && stance.entries[head.entry].kind == program::Entry::Kind::purpose;
  });
}

// "refusing to lift the sanctions violates ...", "not lifting them is ...": the deed that is not done.
static void turn_by_refusal(const SentenceView& view, const Lexis& lexis, Target& target) {
  if (target.begin == 0) return;
  if (view.tags[target.begin] != Tag::ing && view.tags[target.begin] != Tag::infinitive) return;
  const std::uint32_t verb = target.begin;
  if (view.tags[verb] == Tag::ing && view.is(verb - 1, WordRole::negator) && view.role_lengths[verb - 1] == 1) {
    target.sign = -target.sign;
    target.turnings.push_back({Turning::Kind::negation, -1, verb - 1, verb});
    target.begin = verb - 1;
    return;
  }
  for (const mention::HeadMatch& head : view.heads) {
    if (head.end != verb && !(head.end + 1 == verb && view.raw(head.end) == "to")) continue;
    const program::Stance& stance = lexis.program.stances[head.stance];
    const auto kind = stance.entries[head.entry].kind;
    const bool refusing = kind == program::Entry::Kind::verb && view.tags[head.begin] == Tag::ing;
    if (stance.sign >= 0 || (!refusing && kind != program::Entry::Kind::noun)) continue;
    target.sign = -target.sign;
    target.turnings.push_back({Turning::Kind::stance, -1, head.begin, head.end});
    target.begin = head.begin;
    return;
  }
}

// "any move that would undermine the treaty is unacceptable": the verb says what the move does.
static bool is_told_of_thing(const SentenceView& view, std::uint32_t verb) {
  std::uint32_t at = verb;
  while (at > 0 && (view.tags[at - 1] == Tag::auxiliary || view.is(at - 1, WordRole::degree_adverb))) --at;
  if (at == 0) return false;
  const std::string_view word = view.raw(at - 1);
  return word == "that" || word == "which" || word == "whatever" || word == "Whatever";
}

bool is_object_in_relative(const SentenceView& view, const Target& target) {
  std::uint32_t at = start_of_subject(view, target);
  if (at > 2 && view.is(at - 1, WordRole::preposition) && view.tags[at - 2] == Tag::finite) --at;  // "go beyond it"
  // "that preserves the integrity and sovereignty of Mali"
  if (at > 3 && view.is(at - 1, WordRole::conjunction) && view.is_content(at - 2) && view.tags[at - 2] == Tag::other)
    for (at -= 2; at > 2 && (view.is(at - 1, WordRole::determiner) || view.is(at - 1, WordRole::transparent));) --at;
  if (at < 2 || view.tags[at - 1] != Tag::finite || view.is(at - 1, WordRole::speech_verb)) return false;
  return is_told_of_thing(view, at - 1);
}

bool is_in_time_phrase(const SentenceView& view, const Target& target) {
  const std::uint32_t at = start_of_subject(view, target);
  if (at < 2 || !view.is(at - 1, WordRole::preposition) || view.role_lengths[at - 1] != 1) return false;
  return is_time_of(view, at - 1) && !is_relation(view, at - 1);
}

// "the failure to agree on sanctions": of two turns that end together the longer, unless the one inside it turns, too.
static const TurnMatch& whole_turn(const SentenceView& view, const TurnMatch& turn) {
  if (turn.sign < 0) return turn;
  auto whole = std::find_if(view.turns.begin(), view.turns.end(), [&](const TurnMatch& other) {
    return other.end == turn.end && other.begin < turn.begin &&
           view.clause_of[other.begin] == view.clause_of[turn.begin];
  });
  return whole == view.turns.end() ? turn : *whole;
}

// "the measures were blocked by Peru": who did it is named behind, and the words are a form's.
static bool is_agent_by(const SentenceView& view, std::uint32_t by) {
  return view.raw(by) == "by" && view.tags[by - 1] == Tag::participle;
}

Target target_as_subject(const SentenceView& view, const Lexis& lexis, std::uint32_t issue_match) {
  const IssueMatch& match = view.issues[issue_match];
  Target target;
  target.match = issue_match;
  target.begin = match.begin;
  target.end = match.end;
  target.sign = match.side;
  const TurnMatch* behind = turn_at(view.after_turns, match.end);
  if (behind && !is_agent_by(view, behind->end)) {
    target.sign *= behind->sign;
    target.end = behind->end;
    target.turnings.push_back({Turning::Kind::turn, behind->sign, behind->begin, behind->end});
  }
  constexpr std::uint32_t between = 4;  // words of the phrase itself: adjectives, names
  for (bool found = true; found;) {
    found = false;
    // The nearest turn first: "the non-revocation of sanctions" has two.
    for (auto place = view.turns.rbegin(); place != view.turns.rend(); ++place) {
      const TurnMatch& turn = *place;
      if (turn.end > target.begin || target.begin - turn.end > between ||
          view.clause_of[turn.begin] != view.clause_of[match.begin])
        continue;
      if (view.tags[turn.begin] == Tag::finite && !is_told_of_thing(view, turn.begin)) continue;
      if (view.raw(turn.end - 1) == "-" && turn.end != target.begin) continue;  // "non-parties to the deal"
      bool clear = true;
      for (std::uint32_t t = turn.end; t < target.begin; ++t) {
        bool sign =
            view.tokens[t].has(Token::punctuation) && !view.tokens[t].has(Token::opens_quote) && view.raw(t) != "-";
        // "the threats against Armenia and the attacks on its land": each noun has an object of its own
        const mention::Mention* object =
            t > turn.end && view.is(t, WordRole::conjunction) ? view.mention_at(t - 1) : nullptr;
        const bool apart = object && object->kind != mention::Mention::Kind::modifier;
        if (sign || apart || view.tags[t] == Tag::finite || view.tags[t] == Tag::auxiliary || is_relation(view, t))
          clear = false;
      }
      if (!clear) continue;
      const TurnMatch& whole = whole_turn(view, turn);
      target.sign *= whole.sign;
      target.begin = whole.begin;
      target.turnings.push_back({Turning::Kind::turn, whole.sign, whole.begin, whole.end});
      found = true;
      break;
    }
  }
  turn_by_refusal(view, lexis, target);
  return target;
}

}  // namespace demarche::evidence
