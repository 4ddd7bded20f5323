#include "engine/mention/phrase_words.hpp"

#include <algorithm>
#include <string_view>

#include "engine/mention/initials.hpp"
#include "engine/mention/pair_words.hpp"
#include "engine/text/fold.hpp"

namespace demarche::mention {

using program::WordRole;
using text::Token;

PhraseWords::PhraseWords(SentenceView& view, const Lexis& lexis, PeopleInDocument& people)
    : view_(view), lexis_(lexis), people_(people) {
  possessive_ = lexis.vocabulary.find("'s");
  comma_ = lexis.vocabulary.find(",");
  of_ = lexis.vocabulary.find("of");
  by_ = lexis.vocabulary.find("by");
  and_ = lexis.vocabulary.find("and");
  to_ = lexis.vocabulary.find("to");
  hits_.assign(view.size(), -1);
  for (std::size_t h = 0; h < view.names.size(); ++h)
    for (std::uint32_t t = view.names[h].begin; t < view.names[h].end; ++t) hits_[t] = static_cast<int>(h);
}

const NameHit* PhraseWords::hit_from(std::uint32_t at) const {
  if (at >= view_.size() || hits_[at] < 0) return nullptr;
  const NameHit& hit = view_.names[static_cast<std::size_t>(hits_[at])];
  return hit.begin == at ? &hit : nullptr;
}

const NameEntry* PhraseWords::entry_of(const NameHit& hit, NameEntry::Kind kind) const {
  for (std::uint32_t e = 0; e < hit.entry_count; ++e)
    if (lexis_.names.entry(hit.first_entry + e).kind == kind) return &lexis_.names.entry(hit.first_entry + e);
  return nullptr;
}

bool PhraseWords::is_office(const NameHit* hit) const {
  return hit && (entry_of(*hit, NameEntry::Kind::office) || entry_of(*hit, NameEntry::Kind::title));
}

bool PhraseWords::joins_capitals(std::uint32_t at) const {
  if (at == 0 || at + 1 >= view_.size() || !(word_is(at, comma_) || word_is(at, and_))) return false;
  return view_.tokens[at - 1].has(Token::capitalised) && view_.tokens[at + 1].has(Token::capitalised) &&
         hits_[at - 1] < 0 && (hits_[at + 1] < 0 || is_office(hit_from(at + 1)));
}

// "Minister of Trade and Industry Ama Mensah", "Minister for Mines, Energy and Water": the office is for a thing and
// for more; 0 when it is not.
std::uint32_t PhraseWords::past_further_things(std::uint32_t office_end) const {
  constexpr std::uint32_t most = 6;
  const std::uint32_t head = office_end < 3 ? 0 : office_end - 3;
  bool for_thing = false;
  if (office_end == 0 || hits_[office_end - 1] < 0) return 0;
  const NameHit& office = view_.names[static_cast<std::size_t>(hits_[office_end - 1])];
  if (lexis_.names.entry(office.first_entry).plural) return 0;
  for (std::uint32_t t = head; t < office_end; ++t)
    for_thing = for_thing || (hits_[t] >= 0 && (word_is(t, of_) || view_.raw(t) == "for"));
  if (!for_thing) return 0;
  for (std::uint32_t t = office_end; t + 1 < view_.size() && t < office_end + most; ++t) {
    const bool thing =
        view_.tokens[t + 1].has(Token::capitalised) && hits_[t + 1] < 0 && people_.find(folded(t + 1)) == nullptr;
    if (word_is(t, and_)) return thing ? t + 2 : 0;
    if (word_is(t, comma_) ? !thing : !view_.tokens[t].has(Token::capitalised) || t == office_end) return 0;
  }
  return 0;
}

std::uint32_t PhraseWords::past_portfolio(std::uint32_t at) const {
  if (const std::uint32_t end = past_further_things(at)) return end;
  constexpr std::uint32_t longest = 8;
  bool joined = false;
  for (std::uint32_t t = at; t < view_.size() && t < at + longest; ++t) {
    if (joined && is_office(hit_from(t))) return hit_from(t)->end;
    const bool joins = joins_capitals(t);
    joined = joined || joins;
    if (!joins && (!view_.tokens[t].has(Token::capitalised) || hits_[t] >= 0)) return at;
  }
  return at;
}

const NameEntry* PhraseWords::country(const NameHit* hit) const {
  using Kind = NameEntry::Kind;
  if (!hit) return nullptr;
  for (Kind kind : {Kind::name, Kind::seat, Kind::adjective, Kind::demonym, Kind::capital})
    if (const NameEntry* entry = entry_of(*hit, kind)) return entry;
  return nullptr;
}

std::uint32_t PhraseWords::past_abbreviation(std::uint32_t end) const {
  if (end + 2 >= view_.size() || view_.raw(end) != "(" || view_.raw(end + 2) != ")") return end;
  return view_.tokens[end + 1].has(Token::all_caps) ? end + 3 : end;
}

std::uint32_t PhraseWords::before_short_title(std::uint32_t name) const {
  std::uint32_t title = name;
  if (title > 1 && view_.raw(title - 1) == ".") --title;
  const bool is_title =
      title > 0 && view_.is(title - 1, WordRole::abbreviation) && view_.tokens[title - 1].has(Token::capitalised);
  const bool is_free = view_.mentions.empty() || view_.mentions.back().end < title;
  return is_title && is_free ? title - 1 : name;
}

// One title and one preposition: a role of words would hold nothing else.
bool PhraseWords::is_sent_for(const NameHit& office, std::uint32_t end) const {
  return view_.raw(office.end - 1) == "envoy" && end < view_.size() && view_.raw(end) == "for";
}

bool PhraseWords::is_party(const Mention& mention) const {
  // A party that is named so may rule: in the lists of actors it is a seat of its state.
  if (mention.name_begin == mention.name_end || view_.raw(mention.name_begin) == "Communist") return false;
  const std::uint32_t last = mention.name_end - 1;
  return view_.is(last, WordRole::party_noun) && view_.tokens[last].has(Token::capitalised);
}

bool PhraseWords::serves_private_body(std::uint32_t head) const {
  constexpr std::uint32_t longest = 8;
  bool of_body = false;
  for (std::uint32_t at = hit_from(head)->end; at < view_.size() && at < head + longest; ++at) {
    // "the Government of the People's Republic of China": a word of a state's name tells of nobody else.
    if (const NameHit* state = hit_from(at); state && entry_of(*state, NameEntry::Kind::name) && state->end > at + 2) {
      at = state->end - 1;
      continue;
    }
    const bool joins = word_is(at, of_) || view_.raw(at) == "for" || view_.raw(at) == "at" ||
                       view_.is(at, WordRole::determiner) || word_is(at, possessive_);
    if (!joins && !view_.tokens[at].has(Token::capitalised)) return false;
    of_body = of_body || word_is(at, of_) || view_.raw(at) == "at" || view_.raw(at) == "for";
    const bool body = view_.is(at, WordRole::private_role) || view_.is(at, WordRole::nobody);
    if (of_body && body && view_.tokens[at].has(Token::capitalised)) return true;
  }
  return false;
}

std::uint32_t PhraseWords::opens_name(std::uint32_t at) {
  view_.roles[at] = role(WordRole::determiner) | role(WordRole::transparent);
  view_.role_lengths[at] = 1;
  return at + 1;
}

bool PhraseWords::is_one_who_meets(std::uint32_t head) const {
  return pair_word(view_, head) != PairWord::none && !view_.is(head + 1, WordRole::self_reference);
}

bool PhraseWords::stands_for_person(std::uint32_t begin, std::uint32_t end) const {
  if (begin == 0 || !view_.is(begin - 1, WordRole::determiner) || end >= view_.size()) return false;
  std::uint32_t at = end;
  while (at < view_.size() && view_.is(at, WordRole::degree_adverb)) ++at;
  if (at >= view_.size() || hits_[at] >= 0 || !is_plain_verb(at) || !view_.is(at, WordRole::speech_verb)) return false;
  // "the Russians said", but "the Russian said to be ..."
  return !view_.is(at, WordRole::participle) || !view_.is(at + 1, WordRole::preposition);
}

std::uint32_t PhraseWords::posting_after(std::uint32_t end) const {
  if (!word_is(end, to_)) return end;
  for (std::uint32_t at = end + 1; at < view_.size();) {
    while (view_.is(at, WordRole::determiner)) ++at;
    const NameHit* hit = hit_from(at);
    const NameEntry* entry = country(hit);
    if (!entry || entry->kind == NameEntry::Kind::adjective || word_is(hit->end, possessive_)) break;
    end = hit->end;
    if (!word_is(end, and_)) break;
    at = end + 1;
  }
  return end;
}

std::uint32_t PhraseWords::from_head_of(std::uint32_t begin) const {
  std::uint32_t at = begin;
  while (at > 0 && view_.is(at - 1, WordRole::determiner)) --at;
  if (at < 2 || !word_is(at - 1, of_) || hits_[at - 2] >= 0 || view_.mention_at(at - 2)) return begin;
  return view_.is(at - 2, WordRole::leading) ? at - 2 : begin;
}

bool PhraseWords::has_former(std::uint32_t begin, std::uint32_t head) const {
  if (begin > 0 && view_.is(begin - 1, WordRole::former)) return true;
  if (begin > 1 && is_hyphen(begin - 1) && view_.is(begin - 2, WordRole::former)) return true;
  constexpr std::uint32_t most = 2;  // words of description: "a former senior Omani diplomat"
  constexpr RoleBits describing = role(WordRole::booster) | role(WordRole::degree_adverb) | role(WordRole::noun_word);
  std::uint32_t left = begin;
  while (left > 0 && begin - left < most && hits_[left - 1] < 0 && view_.is_content(left - 1, describing) &&
         view_.role_lengths[left - 1] == 1 && !view_.tokens[left - 1].has(Token::punctuation) &&
         !view_.tokens[left - 1].has(Token::capitalised))
    --left;
  if (left > 0 && left < begin && view_.is(left - 1, WordRole::former)) return true;
  std::uint32_t before = begin;  // "who served as a nuclear negotiator"
  while (before > 0 && (view_.is(before - 1, WordRole::determiner) || view_.role_lengths[before - 1] == 0)) --before;
  if (before > 0 && before < begin && view_.role_lengths[before - 1] > 1 && view_.is(before - 1, WordRole::former))
    return true;
  for (std::uint32_t at = begin; at < head; ++at)
    if (view_.is(at, WordRole::former)) return true;
  return false;
}

bool PhraseWords::office_before(std::uint32_t name, lexicon::ActorIndex actor) const {
  if (name > 0 && word_is(name - 1, comma_)) --name;
  const Mention* office = name > 0 ? view_.mention_at(name - 1) : nullptr;
  return office && office->kind == Mention::Kind::official && office->end == name && office->actors.size() == 1 &&
         office->actors[0] == actor;
}

// "Hamas leader X", "Ansarullah's political bureau chief": the movement's name directly before the office or before
// the words that tell its part.
bool PhraseWords::is_of_movement(std::uint32_t begin, std::uint32_t head) const {
  auto describes = [&](std::uint32_t at) { return word_is(at, possessive_) || view_.is(at, WordRole::movement_part); };
  std::uint32_t at = head;
  while (at > 0 && describes(at - 1)) --at;
  while (at > 0 && view_.role_lengths[at - 1] == 0) --at;
  const bool inside = at > 0 && at - 1 >= (begin < head ? begin : 0);
  return inside && view_.is(at - 1, WordRole::nobody) && view_.tokens[at - 1].has(Token::capitalised);
}

// "the Hungarian Socialist Party": one of several that a country has, unless it is said to govern. The one party of a
// state stands among its seats.
bool PhraseWords::is_one_of_parties(std::uint32_t begin, std::uint32_t party) const {
  if (party == 0 || !view_.is(party, WordRole::party_noun) || !view_.tokens[party].has(Token::capitalised) ||
      !view_.tokens[party - 1].has(Token::capitalised) || hits_[party - 1] >= 0 || !view_.is_content(party - 1))
    return false;
  for (std::uint32_t at = begin > 0 ? begin - 1 : 0; at < party; ++at)
    if (view_.raw(at) == "ruling" || view_.raw(at) == "governing") return false;
  return true;
}

// "many Peruvian people": some of them, where "the Peruvian people" are the state that speaks of itself.
bool PhraseWords::are_some_of_it(std::uint32_t begin, std::uint32_t head) const {
  if (is_one_of_parties(begin, head)) return true;
  if (begin == 0 || view_.raw(head) != "people") return false;
  return view_.is(begin - 1, WordRole::nobody) || view_.raw(begin - 1) == "most" || view_.raw(begin - 1) == "Most";
}

// "Poland's foreign minister from 2007 to 2014", "the president until 2013", "until last year": a term that is over.
bool PhraseWords::is_past_term(std::uint32_t end) const {
  auto is_year = [&](std::uint32_t at) {
    if (at >= view_.size() || view_.raw(at).size() != 4) return false;
    const std::string_view digits = view_.raw(at);
    return std::all_of(digits.begin(), digits.end(), [](char c) { return c >= '0' && c <= '9'; });
  };
  if (end + 1 >= view_.size()) return false;
  if (view_.raw(end) == "until") {
    const bool day = view_.tokens[end + 1].has(Token::capitalised) && hits_[end + 1] < 0;
    return is_year(end + 1) || day || view_.raw(end + 1) == "last";
  }
  const bool opens = view_.raw(end) == "from" || view_.raw(end) == "between";
  return opens && is_year(end + 1) && is_year(end + 3);
}

bool PhraseWords::is_no_states(const Mention& mention, std::uint32_t begin, std::uint32_t head) const {
  // "Turkish opposition CHP leader": only between a state and an office, so that it is no word of the role `former`.
  for (std::uint32_t at = begin; at < head; ++at)
    if (view_.raw(at) == "opposition") return true;
  return has_former(begin, head) || is_party(mention) || is_of_movement(begin, head) || is_past_term(mention.end);
}

// "a Beijing-based scholar", "a pro-Israel group": the name describes somebody else.
bool PhraseWords::is_in_compound(std::uint32_t begin, std::uint32_t end) const {
  if (view_.is(end + 1, WordRole::origin) && is_hyphen(end)) return true;
  return begin > 1 && is_hyphen(begin - 1) && (view_.raw(begin - 2) == "pro" || view_.raw(begin - 2) == "Pro");
}

std::uint32_t PhraseWords::link_to_owner(std::uint32_t at) const {
  // Of the verbs of saying these tell whose a text is, where "the statement read by" or "rejected by" do not: a part of
  // this construction, as its prepositions are.
  constexpr std::string_view given[] = {"issued", "released", "published", "signed", "adopted"};
  if (!view_.is(at, WordRole::self_reference) && !view_.is(at, WordRole::own_voice)) return 0;
  if (word_is(at + 1, of_) || word_is(at + 1, by_)) return at + 1;
  if (!word_is(at + 2, by_) || !view_.is(at, WordRole::standpoint)) return 0;
  return std::find(std::begin(given), std::end(given), view_.raw(at + 1)) != std::end(given) ? at + 2 : 0;
}

bool PhraseWords::is_plain_verb(std::uint32_t at) const {
  text::WordId word = view_.tokens[at].word;
  if (word == text::unknown_word) return false;
  return (lexis_.word_verb_forms[word] & (form_s | form_past)) != 0 && !view_.is(at, WordRole::noun_word);
}

// "van der" in "Bruno van der Pluijm"
bool PhraseWords::is_name_particle(std::uint32_t at) const {
  constexpr std::uint32_t most = 3;
  std::uint32_t name = at;
  while (name < at + most && view_.is_name_particle(name)) ++name;
  return name > at && name < view_.size() && view_.tokens[name].has(Token::capitalised) && hits_[name] < 0;
}

// "Lai Ching-te said": the small last part of a name; "the Trump-era sanctions" goes on with what it describes.
bool PhraseWords::ends_hyphened_name(std::uint32_t at) const {
  const Token& token = view_.tokens[at];
  if (at < 2 || token.has(Token::capitalised) || token.has(Token::punctuation) || token.has(Token::number))
    return false;
  if (!is_hyphen(at - 1) || !view_.tokens[at - 2].has(Token::capitalised) || hits_[at - 2] >= 0) return false;
  if (view_.roles[at] != 0 || token.span.size() > 5) return false;
  const std::uint32_t next = at + 1;
  return next >= view_.size() || view_.tokens[next].has(Token::punctuation) || view_.roles[next] != 0 ||
         is_plain_verb(next);
}

bool PhraseWords::is_name_word(std::uint32_t at, std::uint32_t first) const {
  const Token& token = view_.tokens[at];
  if (at > first && is_name_particle(at)) return true;
  if (is_hyphen(at))
    return at > first && !token.has(Token::spaced_dash) && at + 1 < view_.size() &&
           (view_.tokens[at + 1].has(Token::capitalised) || ends_hyphened_name(at + 1));
  if (at > first && is_hyphen(at - 1) && ends_hyphened_name(at)) return true;
  if (at > first && ends_initial(view_, at))
    return at + 1 < view_.size() && view_.tokens[at + 1].has(Token::capitalised);
  if (!token.has(Token::capitalised) || token.has(Token::line_before) || hits_[at] >= 0) return false;
  if (ends_initial(view_, at + 1)) return true;  // "A." is no article
  if (view_.roles[at] & (role(WordRole::determiner) | role(WordRole::preposition) | role(WordRole::pronoun_person) |
                         role(WordRole::pronoun_first) | role(WordRole::clause_opener) | role(WordRole::conjunction)))
    return false;
  return !view_.sentence->heading || !is_plain_verb(at);
}

bool PhraseWords::leads_to_superior(std::uint32_t at) const {
  if (at >= view_.size()) return false;
  return word_is(at, to_) || word_is(at, of_) || view_.raw(at) == "for" || view_.raw(at) == "from";
}

std::uint32_t PhraseWords::state_behind_name(std::uint32_t end, std::vector<lexicon::ActorIndex>& actors) const {
  if (!actors.empty() || end >= view_.size() || (!word_is(end, of_) && view_.raw(end) != "from")) return end;
  std::uint32_t at = end + 1;
  while (view_.is(at, WordRole::determiner)) ++at;
  const NameHit* hit = hit_from(at);
  const NameEntry* state = country(hit);
  if (!state || state->kind == NameEntry::Kind::capital || state->kind == NameEntry::Kind::demonym) return end;
  const std::uint32_t office = word_is(hit->end, possessive_) ? hit->end + 1 : hit->end;
  const bool body = is_office(hit_from(office));
  // "from Togo" tells where one comes from, "of the Togolese opposition" whom one serves.
  if (!body && (!word_is(end, of_) || state->kind == NameEntry::Kind::adjective || office > hit->end)) return end;
  add_actors(*hit, state->kind, actors);
  return body ? hit_from(office)->end : hit->end;
}

bool PhraseWords::are_some_members(std::uint32_t begin, std::uint32_t end) const {
  constexpr std::string_view members[] = {"members", "allies",   "states",  "countries",
                                          "nations", "partners", "capitals"};
  if (begin == 0 || end >= view_.size()) return false;
  if (std::find(std::begin(members), std::end(members), view_.raw(end)) == std::end(members)) return false;
  if (begin > 1 && view_.is(begin - 2, WordRole::determiner)) return false;  // "the 27 EU states" are all of them
  return is_number(view_, begin - 1);
}

bool PhraseWords::is_one_member(std::uint32_t begin, std::uint32_t end) const {
  constexpr std::string_view member[] = {"member", "ally", "partner", "candidate", "applicant", "aspirant"};
  constexpr std::string_view several[] = {"states", "countries", "nations", "governments"};
  if (begin == 0 || end >= view_.size() || !view_.is(begin - 1, WordRole::determiner)) return false;
  if (std::find(std::begin(member), std::end(member), view_.raw(end)) == std::end(member)) return false;
  if (end + 1 >= view_.size()) return true;
  // "the NATO member Norway" names it, and "the EU member states" are all of them.
  const bool named = hits_[end + 1] >= 0 || view_.tokens[end + 1].has(Token::capitalised);
  return !named && std::find(std::begin(several), std::end(several), view_.raw(end + 1)) == std::end(several);
}

std::uint32_t PhraseWords::body_of_owner(std::uint32_t end) const {
  if (!word_is(end, possessive_)) return end;
  std::uint32_t at = end + 1;
  auto capital = [this](std::uint32_t t) { return t < view_.size() && view_.tokens[t].has(Token::capitalised); };
  while (!is_office(hit_from(at)) && (capital(at) || (at > end + 1 && word_is(at, of_) && capital(at + 1)))) ++at;
  return at > end + 1 ? at : end;
}

std::uint32_t PhraseWords::behind_number(std::uint32_t at) const {
  const std::uint32_t article = at;
  while (view_.is(at, WordRole::determiner)) ++at;
  const bool number = at > article && at + 1 < view_.size() && !hit_from(at) && is_number(view_, at);
  return number ? at + 1 : at;
}

bool PhraseWords::is_of_style(std::uint32_t at) const {
  std::uint32_t first = at;
  while (first > 0 && view_.role_lengths[first] == 0) --first;
  return view_.role_lengths[first] > 1 && view_.is(first, WordRole::pronoun_thing);
}

std::uint32_t PhraseWords::behind_own_state(std::uint32_t end, const std::vector<lexicon::ActorIndex>& actors) const {
  const NameHit* state = word_is(end, of_) && actors.size() == 1 ? hit_from(end + 1) : nullptr;
  const NameEntry* entry = country(state);
  const bool own = entry && entry->kind == NameEntry::Kind::name && entry->actor == actors[0];
  return own && !word_is(state->end, possessive_) ? state->end : end;
}

bool PhraseWords::joins_portfolio(std::uint32_t at) const {
  auto is_thing = [this](std::uint32_t t) {
    return t < view_.size() && hits_[t] < 0 && view_.is_content(t, role(WordRole::noun_word)) &&
           !view_.tokens[t].has(Token::punctuation) && !view_.tokens[t].has(Token::capitalised);
  };
  if (!word_is(at, and_) || at == 0 || !is_thing(at - 1)) return false;
  const NameHit* office = hit_from(is_thing(at + 1) ? at + 2 : at + 1);
  return is_office(office) && !view_.raw(office->end - 1).ends_with('s') &&
         (is_thing(at + 1) || office->end > office->begin + 1);
}

std::uint32_t PhraseWords::behind_paper(std::uint32_t end) const {
  const std::uint32_t paper = end + 1;
  const bool own = word_is(end, possessive_) && view_.is(paper, WordRole::self_reference) &&
                   view_.is(paper, WordRole::standpoint) && view_.role_lengths[paper] == 1;
  return own ? paper + 1 : end;
}

bool PhraseWords::stands_for_author(std::uint32_t at) const {
  return view_.is(at, WordRole::self_reference) && at > 0 && view_.role_lengths[at] == 1 &&
         view_.is(at - 1, WordRole::determiner) && view_.is(at, WordRole::standpoint) && !hit_from(at + 1);
}

std::uint32_t PhraseWords::behind_aside(std::uint32_t at) const {
  constexpr std::uint32_t longest = 12;
  if (!word_is(at, comma_)) return at;
  for (std::uint32_t t = at + 1; t < view_.size() && t < at + longest; ++t)
    if (view_.tokens[t].has(Token::punctuation) && !is_hyphen(t)) return word_is(t, comma_) ? t + 1 : at;
  return at;
}

std::uint32_t PhraseWords::behind_compound(std::uint32_t at) const {
  if (at + 3 >= view_.size() || !is_hyphen(at + 1) || view_.tokens[at + 1].has(Token::spaced_dash)) return at;
  const bool made = view_.is(at + 2, WordRole::origin) || view_.is(at + 2, WordRole::participle) ||
                    view_.raw(at + 2) == "run" || view_.raw(at + 2).ends_with("ed");
  return made ? at + 3 : at;
}

bool PhraseWords::is_given_name(std::uint32_t at) const {
  const NameHit* hit = hit_from(at);
  const NameEntry* city = country(hit);
  if (!city || city->kind != NameEntry::Kind::capital || hit->end >= view_.size()) return false;
  const Token& next = view_.tokens[hit->end];
  return next.has(Token::capitalised) && !next.has(Token::punctuation) && hits_[hit->end] < 0 &&
         !view_.is(hit->end, WordRole::self_reference) && !view_.is(hit->end, WordRole::meeting);
}

bool PhraseWords::stands_for_own_state(std::uint32_t at) const {
  // Two words, and no others: "the government" is an office, "the people" and "the side" may be anybody's.
  const bool country = view_.raw(at) == "country" || view_.raw(at) == "nation";
  const bool article = at > 0 && (view_.raw(at - 1) == "the" || view_.raw(at - 1) == "The");
  if (!country || !article || !view_.is(at, WordRole::self_reference)) return false;
  std::uint32_t verb = behind_aside(at + 1);
  while (verb < view_.size() && view_.is(verb, WordRole::degree_adverb)) ++verb;
  return verb < view_.size() && hits_[verb] < 0 && !word_is(verb, possessive_) &&
         (view_.is(verb, WordRole::auxiliary) || is_plain_verb(verb));
}

std::string PhraseWords::folded(std::uint32_t token) const { return text::fold(view_.raw(token)); }

bool PhraseWords::add_members(const NameHit& hit, NameEntry::Kind kind,
                              std::vector<lexicon::ActorIndex>& actors) const {
  std::vector<lexicon::ActorIndex> members;
  bool bloc = false;
  for (std::uint32_t e = 0; e < hit.entry_count; ++e) {
    const NameEntry& entry = lexis_.names.entry(hit.first_entry + e);
    if (entry.kind != kind) continue;
    if (lexis_.actors.actors[entry.actor].kind == lexicon::ActorKind::bloc) {
      bloc = true;
    } else {
      members.push_back(entry.actor);
    }
  }
  if (!bloc || members.empty()) return false;
  for (lexicon::ActorIndex member : members)
    if (std::find(actors.begin(), actors.end(), member) == actors.end()) actors.push_back(member);
  return true;
}

void PhraseWords::add_actors(const NameHit& hit, NameEntry::Kind kind, std::vector<lexicon::ActorIndex>& actors) const {
  if (add_members(hit, kind, actors)) return;
  for (std::uint32_t e = 0; e < hit.entry_count; ++e) {
    const NameEntry& entry = lexis_.names.entry(hit.first_entry + e);
    if (entry.kind == kind && std::find(actors.begin(), actors.end(), entry.actor) == actors.end()) {
      actors.push_back(entry.actor);
      return;  // a name of two actors: the first in the order of ids
    }
  }
}

void PhraseWords::introduce(const Mention& mention) {
  if (mention.name_begin == mention.name_end) return;
  Introduced person;
  person.actors = mention.actors;
  person.name = std::string(view_.raw(mention.name_begin, mention.name_end));
  person.speaks_for_state = mention.kind != Mention::Kind::private_person;
  person.once_in_office = mention.once_in_office;
  // "Wang Yi", later "Wang": in some languages the surname comes first.
  if (mention.name_end == mention.name_begin + 2 && person.speaks_for_state && !person.actors.empty())
    people_.by_first.try_emplace(folded(mention.name_begin), person);
  people_.introduce(folded(mention.name_end - 1), std::move(person));
}

}  // namespace demarche::mention
