#pragma once
#include <string>
#include <vector>

#include "engine/mention/annotate.hpp"

namespace demarche::mention {

// What those who build noun phrases ask about the words of a sentence.
class PhraseWords {
 public:
  PhraseWords(SentenceView& view, const Lexis& lexis, PeopleInDocument& people);

 protected:
  // The name that begins at this token.
  const NameHit* hit_from(std::uint32_t at) const;
  const NameEntry* entry_of(const NameHit& hit, NameEntry::Kind kind) const;
  bool is_office(const NameHit* hit) const;
  // The name of a state or an organisation, if it is one; null when none.
  const NameEntry* country(const NameHit* hit) const;
  // "the Iranian, Turkish and Russian ministers": where the adjectives behind the first end, the last behind its
  // conjunction; adds their actors.
  std::uint32_t further_adjectives(std::uint32_t end, std::vector<lexicon::ActorIndex>& actors) const;
  // "Kenya's and Uganda's presidents": where the last of the possessors ends in front of offices of several; adds their
  // actors.
  std::uint32_t further_possessors(std::uint32_t end, std::vector<lexicon::ActorIndex>& actors) const;
  // A comma or an "and" between words with capitals that no list knows: "Industry, Mining and Trade Minister".
  bool joins_capitals(std::uint32_t at) const;
  // "Deputy Industry, Mining and Trade Minister": behind the office that the words from here lead to; `at` itself when
  // they lead to none.
  std::uint32_t past_portfolio(std::uint32_t at) const;
  std::uint32_t past_further_things(std::uint32_t office_end) const;
  // "the European Union (EU)": the short name behind a name that ends here belongs to it.
  std::uint32_t past_abbreviation(std::uint32_t end) const;
  // "Mr. Costa": where the short form of a title begins that belongs to the name; its full stop may be a token.
  std::uint32_t before_short_title(std::uint32_t name) const;
  // "the country's special envoy for Sudan", "a special envoy for Yemen": what he is sent to deal with, not who sends
  // him.
  bool is_sent_for(const NameHit& office, std::uint32_t end) const;
  // "leader of the Iraqi Reform Movement": what was taken for the name is a party's.
  bool is_party(const Mention& mention) const;
  bool is_one_of_parties(std::uint32_t begin, std::uint32_t party) const;
  bool are_some_of_it(std::uint32_t begin, std::uint32_t head) const;
  bool is_of_movement(std::uint32_t begin, std::uint32_t head) const;
  bool is_past_term(std::uint32_t end) const;
  // The office is past, or it is a party's or a movement's.
  bool is_no_states(const Mention& mention, std::uint32_t begin, std::uint32_t head) const;
  bool is_in_compound(std::uint32_t begin, std::uint32_t end) const;
  // An article that opens a name ("the Kingdom of Bahrain") is no part of what stands for a state ("the kingdom").
  std::uint32_t opens_name(std::uint32_t at);
  // "director of the Future of Iran Initiative", "vice president of the Iranian Union of Importers": a body that only
  // bears the state's name.
  bool serves_private_body(std::uint32_t head) const;
  // "his Swiss counterpart", "the Omani guest": a person, whom a name may follow. "The host country" is none.
  bool is_one_who_meets(std::uint32_t head) const;
  // "The Iranian also criticized ...": the adjective with `begin` and `end` is somebody, and does something.
  bool stands_for_person(std::uint32_t begin, std::uint32_t end) const;
  // "ambassador to Moscow", "envoy to Austria and Slovakia": no holders; where they end.
  std::uint32_t posting_after(std::uint32_t end) const;
  // "the head of the Indian delegation": where the phrase of an official begins that goes on at this token.
  std::uint32_t from_head_of(std::uint32_t begin) const;
  // "the delegation of", "a statement by", "the declaration issued by": the word behind which the owner stands, or 0.
  std::uint32_t link_to_owner(std::uint32_t at) const;
  bool word_is(std::uint32_t at, text::WordId word) const { return at < view_.size() && view_.tokens[at].word == word; }
  bool is_hyphen(std::uint32_t at) const { return view_.raw(at) == "-"; }
  // "The EU foreign policy chief, Josep Borrell": of two careers the one that the office in front names.
  bool office_before(std::uint32_t name, lexicon::ActorIndex actor) const;
  // The office is past: "former" stands before the phrase, or in it.
  bool has_former(std::uint32_t begin, std::uint32_t head) const;
  // A word that in this form is hardly anything but a verb.
  bool is_plain_verb(std::uint32_t at) const;
  // A capitalised word that no list knows: part of a person's name that begins at `first`.
  bool is_name_word(std::uint32_t at, std::uint32_t first) const;
  // "te" in "Lai Ching-te said": the small last part of a name.
  bool ends_hyphened_name(std::uint32_t at) const;
  // "an aide to", "a spokesman for", "a spokesman from": whom one serves comes next.
  bool leads_to_superior(std::uint32_t at) const;
  // "Prime Minister Lopez of Togo", "Colonel Lopez from the Peruvian Defence Ministry": where the words end that name
  // the state of an office behind its holder's name; `end` when none do.
  std::uint32_t state_behind_name(std::uint32_t end, std::vector<lexicon::ActorIndex>& actors) const;
  // "ten NATO allies", "several other EU states": not the organisation.
  bool are_some_members(std::uint32_t begin, std::uint32_t end) const;
  // "the NATO member", "a US ally": a state that is told of by whom it stands with, and not named.
  bool is_one_member(std::uint32_t begin, std::uint32_t end) const;
  // "the head of Russia's Security Council": the body that the office belongs to, written with capitals.
  std::uint32_t body_of_owner(std::uint32_t end) const;
  // "the three Baltic states": behind the article and the number.
  std::uint32_t behind_number(std::uint32_t at) const;
  // A word on the way from an office to whose it is: "of", "for", "the", "of the three", "ministers from".
  bool leads_to_owner(std::uint32_t at) const;
  // "Presidents Lula of Brazil and Petro of Colombia": where the list of names and states ends; `end` when none begins.
  std::uint32_t named_owners(std::uint32_t end, std::vector<lexicon::ActorIndex>& actors) const;
  // "Zelensky of Ukraine": behind the state that the person is known to serve; `end` when none is named.
  std::uint32_t behind_own_state(std::uint32_t end, const std::vector<lexicon::ActorIndex>& actors) const;
  // "Kenya's trade and industry minister": an office behind two things that small words name.
  bool joins_portfolio(std::uint32_t at) const;
  // "the premier of the island nation of Niue": what the owner is called before its name.
  bool is_of_style(std::uint32_t at) const;
  // "the Turkish Foreign Ministry's statement": behind the paper of the office that ends here; `end` when none stands.
  std::uint32_t behind_paper(std::uint32_t end) const;
  // "the statement": whoever made it.
  bool stands_for_author(std::uint32_t at) const;
  // Behind what a subject is told to be between two commas: "the country, neutral since then, would"; else `at`.
  std::uint32_t behind_aside(std::uint32_t at) const;
  // "Sudan's army-led government", "Yemen's rebel-run ministry": behind the word that tells who leads it; else `at`.
  std::uint32_t behind_compound(std::uint32_t at) const;
  // "President Santiago Lopez": the name of a capital that begins a person's, behind an office.
  bool is_given_name(std::uint32_t at) const;
  // "the minister said the country would": as the subject of a verb.
  bool stands_for_own_state(std::uint32_t at) const;
  bool is_name_particle(std::uint32_t at) const;
  std::string folded(std::uint32_t token) const;
  // "the European trio": the members of a bloc that bear its name.
  bool add_members(const NameHit& hit, NameEntry::Kind kind, std::vector<lexicon::ActorIndex>& actors) const;
  // The actor that the name stands for; of a name of two actors the first in the order of ids.
  void add_actors(const NameHit& hit, NameEntry::Kind kind, std::vector<lexicon::ActorIndex>& actors) const;
  // Keeps the person whom the phrase names, for the sentences that follow.
  void introduce(const Mention& mention);

  SentenceView& view_;
  const Lexis& lexis_;
  PeopleInDocument& people_;
  std::vector<int> hits_;  // by token: the index of its name hit, or -1
  text::WordId possessive_ = 0, comma_ = 0, of_ = 0, by_ = 0, and_ = 0, to_ = 0;
};

// "Khalaf Khalafov, the representative of the president of Azerbaijan, said": the office tells whose the name is.
void join_appositives(SentenceView& view, const Lexis& lexis, PeopleInDocument& people);

}  // namespace demarche::mention
