#include "engine/evidence/undated_offices.hpp"

#include <algorithm>
#include <map>
#include <optional>

#include "engine/text/fold.hpp"

namespace demarche::evidence {

using mention::NameEntry;
using mention::NameHit;
using program::WordRole;

namespace {

struct Standing {
  std::vector<lexicon::ActorIndex> actors;
  std::string name;
  bool runs = false;          // called a candidate, or elect
  bool in_office = false;     // called by an office, or head of an administration
  bool in_full = false;       // by more than a surname
  std::optional<Date> first;  // day of the first office that the lists know
  std::optional<Date> last;   // last day of the last one; none: holds one still, or nobody knows since when
};

constexpr std::int32_t long_since = 4 * 365;  // days

void note_terms(const lexicon::Person& person, Standing& standing) {
  bool open = false;
  for (const lexicon::Term& term : person.terms) {
    if (term.dates.from && (!standing.first || *term.dates.from < *standing.first)) standing.first = term.dates.from;
    open = open || !term.dates.to;
    if (term.dates.to && (!standing.last || *standing.last < *term.dates.to)) standing.last = term.dates.to;
  }
  if (open) standing.last.reset();
}

class Scan {
 public:
  Scan(const PlainSentence& sentence, std::string_view bytes, const mention::Lexis& lexis)
      : sentence_(sentence), bytes_(bytes), lexis_(lexis) {}

  void add_to(std::map<std::string, Standing>& standings) const {
    for (const NameHit& hit : sentence_.names) {
      const NameEntry* person = entry_of(hit, NameEntry::Kind::person);
      if (!person) continue;
      Standing& standing = standings[text::fold(raw(hit.end - 1))];
      if (standing.actors.empty()) note_terms(lexis_.actors.people[person->person], standing);
      standing.in_full = standing.in_full || hit.end > hit.begin + 1;
      standing.actors = {person->actor};
      standing.name =
          std::string(bytes_.substr(sentence_.tokens[hit.begin].span.begin,
                                    sentence_.tokens[hit.end - 1].span.end - sentence_.tokens[hit.begin].span.begin));
      standing.runs = standing.runs || runs_for_office(hit.begin);
      standing.in_office = standing.in_office || has_office(hit);
    }
  }

 private:
  std::string_view raw(std::uint32_t token) const {
    const auto& span = sentence_.tokens[token].span;
    return bytes_.substr(span.begin, span.end - span.begin);
  }
  bool has_role(std::uint32_t token, WordRole role) const {
    return lexis_.has_role(sentence_.tokens[token].word, role);
  }
  const NameEntry* entry_of(const NameHit& hit, NameEntry::Kind kind) const {
    for (std::uint32_t e = 0; e < hit.entry_count; ++e)
      if (lexis_.names.entry(hit.first_entry + e).kind == kind) return &lexis_.names.entry(hit.first_entry + e);
    return nullptr;
  }
  bool is_office(const NameHit& hit) const {
    return entry_of(hit, NameEntry::Kind::office) || entry_of(hit, NameEntry::Kind::title);
  }

  // "president-elect X", "the Democratic nominee X", "front-runner X"
  bool runs_for_office(std::uint32_t name) const {
    if (name == 0) return false;
    if (has_role(name - 1, WordRole::private_role)) return true;
    if (name < 3 || raw(name - 2) != "-") return false;
    return has_role(name - 1, WordRole::former);
  }

  // "an X administration", "a future X administration": one that may come.
  bool is_indefinite(std::uint32_t name) const {
    constexpr std::uint32_t most = 2;  // words that describe it
    std::uint32_t at = name;
    while (at > 0 && name - at < most && describes(at - 1)) --at;
    return at > 0 && has_role(at - 1, WordRole::indefinite);
  }
  bool describes(std::uint32_t token) const {
    const text::Token& word = sentence_.tokens[token];
    return !word.has(text::Token::punctuation) && !word.has(text::Token::capitalised) &&
           (lexis_.word_roles[word.word] & ~mention::class_roles) == 0;
  }

  // "President X" and not "former President X"; "the X administration" and not "an X administration".
  bool has_office(const NameHit& person) const {
    for (const NameHit& hit : sentence_.names) {
      if (!is_office(hit)) continue;
      const bool before = hit.end == person.begin;
      const bool behind = hit.begin == person.end;
      if (before && !(hit.begin > 0 && has_role(hit.begin - 1, WordRole::former))) return true;
      if (behind && person.begin > 0 && !is_indefinite(person.begin)) return true;
    }
    return false;
  }

  const PlainSentence& sentence_;
  std::string_view bytes_;
  const mention::Lexis& lexis_;
};

// The first day on which the text can have been written, by the people whom it names.
std::optional<Date> earliest_day(const std::map<std::string, Standing>& standings) {
  std::optional<Date> day;
  for (const auto& [surname, standing] : standings)
    if ((standing.in_full || standing.in_office) && standing.first && (!day || *day < *standing.first))
      day = standing.first;
  return day;
}

}  // namespace

void introduce_who_holds_no_office(const std::vector<PlainSentence>& sentences, std::string_view bytes,
                                   const mention::Lexis& lexis, mention::PeopleInDocument& people) {
  std::map<std::string, Standing> standings;
  for (const PlainSentence& sentence : sentences)
    if (!sentence.names.empty()) Scan(sentence, bytes, lexis).add_to(standings);
  const std::optional<Date> written = earliest_day(standings);
  for (auto& [surname, standing] : standings) {
    const bool long_out = written && standing.last && standing.last->days + long_since <= written->days;
    if ((standing.runs || long_out) && !standing.in_office)
      people.introduce(surname, {std::move(standing.actors), std::move(standing.name), false, false});
  }
}

}  // namespace demarche::evidence
