#include "engine/evidence/not_yet_in_office.hpp"

#include <map>

#include "engine/text/fold.hpp"

namespace demarche::evidence {

using mention::NameEntry;
using mention::NameHit;
using program::WordRole;

namespace {

struct Standing {
  std::vector<lexicon::ActorIndex> actors;
  std::string name;
  bool runs = false;       // called a candidate, or elect
  bool in_office = false;  // called by an office, or head of an administration
};

class Scan {
 public:
  Scan(const PlainSentence& sentence, std::string_view bytes, const mention::Lexis& lexis)
      : sentence_(sentence), bytes_(bytes), lexis_(lexis) {}

  void add_to(std::map<std::string, Standing>& standings) const {
    for (const NameHit& hit : sentence_.names) {
      const NameEntry* person = entry_of(hit, NameEntry::Kind::person);
      if (!person) continue;
      Standing& standing = standings[text::fold(raw(hit.end - 1))];
      standing.actors = {person->actor};
      standing.name = std::string(bytes_.substr(sentence_.tokens[hit.begin].span.begin,
                                                sentence_.tokens[hit.end - 1].span.end -
                                                    sentence_.tokens[hit.begin].span.begin));
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

}  // namespace

void introduce_not_yet_in_office(const std::vector<PlainSentence>& sentences, std::string_view bytes,
                                 const mention::Lexis& lexis, mention::PeopleInDocument& people) {
  std::map<std::string, Standing> standings;
  for (const PlainSentence& sentence : sentences)
    if (!sentence.names.empty()) Scan(sentence, bytes, lexis).add_to(standings);
  for (auto& [surname, standing] : standings)
    if (standing.runs && !standing.in_office)
      people.introduce(surname, {std::move(standing.actors), std::move(standing.name), false, false});
}

}  // namespace demarche::evidence
