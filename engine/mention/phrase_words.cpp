#include "engine/mention/phrase_words.hpp"

#include <algorithm>

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

bool PhraseWords::is_plain_verb(std::uint32_t at) const {
  text::WordId word = view_.tokens[at].word;
  if (word == text::unknown_word) return false;
  return (lexis_.word_verb_forms[word] & (form_s | form_past)) != 0 && !view_.is(at, WordRole::noun_word);
}

bool PhraseWords::is_name_word(std::uint32_t at, std::uint32_t first) const {
  const Token& token = view_.tokens[at];
  if (is_hyphen(at))
    return at > first && !token.has(Token::spaced_dash) && at + 1 < view_.size() &&
           view_.tokens[at + 1].has(Token::capitalised);
  if (!token.has(Token::capitalised) || token.has(Token::line_before) || hits_[at] >= 0) return false;
  if (view_.roles[at] & (role(WordRole::determiner) | role(WordRole::preposition) | role(WordRole::pronoun_person) |
                         role(WordRole::pronoun_first) | role(WordRole::clause_opener) | role(WordRole::conjunction)))
    return false;
  return !view_.sentence->heading || !is_plain_verb(at);
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
  // "Wang Yi", later "Wang": in some languages the surname comes first.
  if (mention.name_end == mention.name_begin + 2 && person.speaks_for_state && !person.actors.empty())
    people_.by_first.try_emplace(folded(mention.name_begin), person);
  people_.introduce(folded(mention.name_end - 1), std::move(person));
}

}  // namespace demarche::mention
