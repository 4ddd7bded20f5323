#include "engine/holder/unknown_speaker.hpp"

#include <algorithm>

#include "engine/mention/asides.hpp"

namespace demarche::holder {

using mention::Tag;
using text::Token;

namespace {

// "Qasemi" and "Bahram Ghasemi": some word of the known name ends alike.
bool may_be_spelling_of(std::string_view name, const std::string& known) {
  constexpr std::size_t ending = 3;
  if (name.size() < ending) return true;
  return (known + " ").find(std::string(name.substr(name.size() - ending)) + " ") != std::string::npos;
}

// Somebody who speaks for no state, by a name that stands at [begin, end) of the sentence's tokens.
Holder stranger(std::uint32_t begin, std::uint32_t end) {
  Holder holder;
  holder.outcome = Holder::Outcome::nobody;
  holder.begin = begin;
  holder.end = end;
  holder.how = "unknown name";
  return holder;
}

bool may_be_known(std::string_view surname, const Discourse& discourse) {
  for (const Holder* known : {&discourse.person, &discourse.quoted}) {
    const bool unnamed = known->speaker.empty() && known->actors.size() == 1;
    if (known->found() && (unnamed || may_be_spelling_of(surname, known->speaker))) return true;
  }
  return false;
}

// "Atomic Council", "Treasury Department": a body, which may be a state's. The list stands here and not in a language
// pack, since no role of the words is meant: `seated` and `party-noun` say whom such a word speaks for, these words
// only keep a name from being taken for a person's.
bool is_body_word(std::string_view word) {
  constexpr std::string_view bodies[] = {
      "Council",     "Committee", "Organization", "Organisation", "Corps",  "Bank",     "Commission", "Department",
      "Office",      "Force",     "Forces",       "Army",         "Guards", "Guard",    "Ministry",   "Assembly",
      "House",       "Court",     "Authority",    "Union",        "Party",  "Movement", "Agency",     "Administration",
      "Secretariat", "Staff",     "Leader",       "Nations",      "Report", "Times",    "Post",       "Government"};
  return std::find(std::begin(bodies), std::end(bodies), word) != std::end(bodies);
}

bool is_name_word(const mention::SentenceView& view, std::uint32_t at) {
  return view.tokens[at].has(Token::capitalised) && !view.tokens[at].has(Token::punctuation) && view.is_content(at) &&
         !view.mention_at(at) && !is_body_word(view.raw(at));
}

// The end of a full name that opens the sentence, also behind its dateline or a quote; 0 when none does.
std::uint32_t opening_name(const mention::SentenceView& view, std::uint32_t verb, std::uint32_t& begin) {
  constexpr std::uint32_t shortest = 2;
  constexpr std::uint32_t longest = 4;
  begin = 0;
  for (std::uint32_t t = 0; t < verb && t < longest; ++t)
    if (view.tokens[t].has(Token::spaced_dash)) begin = t + 1;
  for (std::uint32_t t = 0; t < verb; ++t)
    if (view.tokens[t].has(Token::closes_quote)) begin = t + 1;
  std::uint32_t end = begin;
  while (end < verb && is_name_word(view, end)) ++end;
  return end >= begin + shortest && end <= begin + longest ? end : 0;
}

// What stands between the name and its verb tells who it is: "of the Carnegie Endowment", ", head of a consultancy,".
bool tells_who_it_is(const mention::SentenceView& view, std::uint32_t begin, std::uint32_t verb) {
  constexpr std::uint32_t longest = 24;
  if (verb - begin > longest || begin == verb) return false;
  const bool aside = view.raw(begin) == ",";
  if (aside != (view.raw(verb - 1) == ",")) return false;
  if (!aside && !view.is(begin, program::WordRole::preposition)) return false;
  bool of_state = false;  // "a member of Iran's delegation"
  bool is_private = false;
  for (std::uint32_t t = begin; t < verb; ++t) {
    const bool relative = aside && begin + 1 < verb && view.is(begin + 1, program::WordRole::relative);
    if (!relative && view.tags[t] == Tag::finite) return false;
    const mention::Mention* mention = view.mention_at(t);
    if (mention && mention->kind == mention::Mention::Kind::official) return false;
    of_state = of_state || (mention && mention->is_holder() && !mention->actors.empty());
    is_private = is_private || view.is(t, program::WordRole::private_role);
    if (!aside && view.tokens[t].has(Token::punctuation)) return false;
  }
  return is_private || !of_state;
}

// "Marta Novak, of the Carnegie Endowment, said Peru wants it": somebody whom the text gives no office.
Holder unknown_name_opening(const mention::SentenceView& view, std::uint32_t verb, const Discourse& discourse) {
  std::uint32_t begin = 0;
  const std::uint32_t name = opening_name(view, verb, begin);
  if (name == 0 || may_be_known(view.raw(name - 1), discourse)) return {};
  std::uint32_t end = verb;
  while (end > name &&
         (view.is(end - 1, program::WordRole::degree_adverb) || view.is(end - 1, program::WordRole::auxiliary)))
    --end;
  // A bare name may be that of somebody whose office was told in words that no list knows.
  const bool alone = name == end && discourse.ranks.empty();
  if (!alone && !tells_who_it_is(view, name, end)) return {};
  return stranger(begin, name);
}

// "Maja Lindqvist, for her part, said": in front of the aside; `at` where none ends there.
std::uint32_t before_aside(const mention::SentenceView& view, std::uint32_t at) {
  constexpr std::uint32_t longest = 4;
  if (at < 4 || view.raw(at - 1) != ",") return at;
  for (std::uint32_t comma = at - 2; comma > 0 && comma + longest + 1 >= at; --comma)
    if (view.raw(comma) == ",") return view.raw(comma + 1) == "for" || view.raw(comma + 1) == "in" ? comma : at;
  return at;
}

}  // namespace

Holder unknown_name_trailing(const mention::SentenceView& view, std::uint32_t verb, const Discourse& discourse) {
  constexpr std::uint32_t shortest = 2;
  constexpr std::uint32_t longest = 4;
  const auto [begin, end] = mention::trailing_subject(view, verb);
  if (end < begin + shortest || end > begin + longest || may_be_known(view.raw(end - 1), discourse)) return {};
  for (std::uint32_t t = begin; t < end; ++t)
    if (!is_name_word(view, t)) return {};
  for (const mention::Mention& office : view.mentions)  // "the Danish minister, Maja Lindqvist, back from Bern, said"
    if (office.name_begin < end && begin < office.name_end) return {};
  std::uint32_t last = verb;
  while (view.is(last - 1, program::WordRole::degree_adverb)) --last;
  return tells_who_it_is(view, end, last) ? stranger(begin, end) : Holder{};
}

// "We seek to keep the deal," Lindqvist stated: somebody of whom the text has told nothing that can be read.
Holder unknown_name_before(const mention::SentenceView& view, std::uint32_t verb, const Discourse& discourse) {
  if (view.tags[verb] != Tag::finite) return {};
  std::uint32_t end = verb;
  while (end > 0 && view.is(end - 1, program::WordRole::degree_adverb)) --end;
  end = before_aside(view, end);
  std::uint32_t begin = end;
  auto names = [&view](std::uint32_t t) {
    const bool in_name = view.tokens[t].has(Token::capitalised) || view.is_name_particle(t);
    return in_name && view.is_content(t) && !view.mention_at(t);
  };
  while (begin > 0 && names(begin - 1)) --begin;
  if (begin == end || begin == 0 || !view.tokens[begin - 1].has(Token::closes_quote))
    return unknown_name_opening(view, verb, discourse);
  // An official whom the text has not named yet may be the one whose name this is.
  if (may_be_known(view.raw(end - 1), discourse)) return {};
  Holder holder = stranger(begin, end);
  holder.speaker = std::string(view.raw(begin, end));
  return holder;
}

// "said Dr. Lindqvist": where the name begins behind the short form of a title; its full stop may be a token.
static std::uint32_t behind_short_title(const mention::SentenceView& view, std::uint32_t at) {
  if (!view.is(at, program::WordRole::abbreviation) || !view.tokens[at].has(Token::capitalised)) return at;
  return at + 1 < view.size() && view.raw(at + 1) == "." ? at + 2 : at + 1;
}

// "We seek to keep the deal," said Maja Lindqvist in Bern: an official of whom the text has told no name yet, else
// somebody of whom it has told nothing that can be read; never whom the words speak of.
Holder unknown_name_behind(const mention::SentenceView& view, std::uint32_t verb, const Discourse& discourse) {
  constexpr std::uint32_t shortest = 2;
  const bool told = view.tags[verb] == Tag::finite || view.tags[verb] == Tag::participle;
  if (verb == 0 || !told || !view.tokens[verb - 1].has(Token::closes_quote)) return {};
  if (verb + 1 >= view.size()) return {};
  const std::uint32_t name = behind_short_title(view, verb + 1);
  const bool titled = name > verb + 1;  // a surname alone is enough
  std::uint32_t end = name;
  while (end < view.size() && view.tokens[end].has(Token::capitalised) && view.is_content(end) &&
         !view.mention_at(end) && !view.tokens[end].has(Token::punctuation))
    ++end;
  if (end < name + (titled ? 1 : shortest)) return {};
  Holder holder = discourse.person;
  if (!holder.found() || !holder.speaker.empty() || holder.actors.size() != 1) return stranger(name, end);
  holder.speaker = std::string(view.raw(name, end));
  holder.how = "named behind";
  holder.begin = name;
  holder.end = end;
  return holder;
}

Holder unknown_name_according(const mention::SentenceView& view, std::uint32_t begin, std::uint32_t name,
                              const Discourse& discourse) {
  if (begin == 0 || !view.tokens[begin - 1].has(Token::closes_quote)) return {};
  std::uint32_t end = name;
  while (end < view.size() && view.tokens[end].has(Token::capitalised) && view.is_content(end) &&
         !view.mention_at(end) && !view.tokens[end].has(Token::punctuation))
    ++end;
  const bool closed = end == view.size() || view.raw(end) == "." || view.raw(end) == ",";
  if (end == name || !closed || may_be_known(view.raw(end - 1), discourse)) return {};
  return stranger(name, end);
}

}  // namespace demarche::holder
