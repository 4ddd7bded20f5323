#include <vector>

#include "engine/mention/pair_words.hpp"
#include "engine/mention/phrase_words.hpp"

// Whose an office is when it is several states': the states named in a row in front of it or behind it.
namespace demarche::mention {

using program::WordRole;
using text::Token;

std::uint32_t PhraseWords::further_adjectives(std::uint32_t end, std::vector<lexicon::ActorIndex>& actors) const {
  std::vector<lexicon::ActorIndex> listed = actors;
  std::uint32_t at = end;
  while (word_is(at, and_) || word_is(at, comma_)) {
    const bool last = word_is(at, and_) || word_is(at + 1, and_);
    const NameHit* more = hit_from(word_is(at, comma_) && last ? at + 2 : at + 1);
    const NameEntry* other = country(more);
    if (!other || (other->kind != NameEntry::Kind::adjective && other->kind != NameEntry::Kind::demonym)) break;
    add_actors(*more, other->kind, listed);
    at = more->end;
    if (!last) continue;
    actors = listed;
    end = at;
  }
  // "Polish, Lithuanian presidents": a headline parts them by a comma alone.
  const NameHit* office = at > end ? hit_from(at) : nullptr;
  if (!is_office(office) || !lexis_.names.entry(office->first_entry).plural) return end;
  actors = listed;
  return at;
}

std::uint32_t PhraseWords::further_possessors(std::uint32_t end, std::vector<lexicon::ActorIndex>& actors) const {
  std::vector<lexicon::ActorIndex> listed = actors;
  std::uint32_t at = end;
  for (bool last = false; !last && word_is(at, possessive_);) {
    std::uint32_t next = at + 1;
    if (word_is(next, comma_)) ++next;
    last = word_is(next, and_);
    if (last) ++next;
    const NameHit* more = next > at + 1 ? hit_from(next) : nullptr;
    const NameEntry* other = country(more);
    if (!other || other->kind == NameEntry::Kind::adjective || !word_is(more->end, possessive_)) return end;
    add_actors(*more, other->kind, listed);
    at = more->end;
  }
  std::uint32_t office = at + 1;
  while (office < view_.size() && hits_[office] < 0 && view_.is_content(office)) ++office;
  if (listed.size() == actors.size() || !is_office(hit_from(office))) return end;
  if (!lexis_.names.entry(hit_from(office)->first_entry).plural) return end;
  actors = listed;
  return at;
}

bool PhraseWords::leads_to_owner(std::uint32_t at) const {
  if (word_is(at, of_) || view_.raw(at) == "for" || view_.is(at, WordRole::determiner) || is_of_style(at)) return true;
  if (at == 0) return false;
  if (view_.is(at - 1, WordRole::determiner) && is_number(view_, at) && !hit_from(at)) return true;
  // "ministers from Peru and Chile": of one it tells where he comes from; "church leaders from Peru" are nobody's.
  if (view_.raw(at) != "from" || hits_[at - 1] < 0) return false;
  const NameHit& office = view_.names[static_cast<std::size_t>(hits_[at - 1])];
  const bool described = office.begin > 0 && view_.is_content(office.begin - 1, role(WordRole::noun_word)) &&
                         !is_number(view_, office.begin - 1) && !view_.tokens[office.begin - 1].has(Token::punctuation);
  return lexis_.names.entry(office.first_entry).plural && !described;
}

std::uint32_t PhraseWords::named_owners(std::uint32_t end, std::vector<lexicon::ActorIndex>& actors) const {
  constexpr std::uint32_t longest = 4;  // words of a name
  std::vector<lexicon::ActorIndex> owners;
  std::uint32_t last = end;
  for (std::uint32_t at = end; at < view_.size();) {
    std::uint32_t of = at;
    while (of < view_.size() && of < at + longest && view_.tokens[of].has(Token::capitalised) && !country(hit_from(of)))
      ++of;
    const NameHit* state = of > at && word_is(of, of_) ? hit_from(of + 1) : nullptr;
    const NameEntry* entry = country(state);
    if (!entry || entry->kind != NameEntry::Kind::name || word_is(state->end, possessive_)) break;
    add_actors(*state, entry->kind, owners);
    last = at = state->end;
    if (word_is(at, comma_)) ++at;
    if (word_is(at, and_)) ++at;
    if (at == last) break;
  }
  if (owners.size() < 2) return end;
  actors = owners;
  return last;
}

}  // namespace demarche::mention
