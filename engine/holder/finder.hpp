#pragma once
#include "engine/holder/discourse.hpp"

namespace demarche::holder {

// Finds the holders of one sentence's words. Reads the discourse as it stands before the sentence.
class HolderFinder {
 public:
  HolderFinder(const mention::SentenceView& view, const mention::Lexis& lexis, const Discourse& discourse)
      : view_(view), lexis_(lexis), discourse_(discourse) {}

  // The subject of the verb at this token.
  Holder subject_of(std::uint32_t verb) const;
  // True when a noun phrase stands where the verb's subject stands, whoever it is.
  bool has_subject(std::uint32_t verb) const;
  // The possessor of the noun phrase that begins here: "Iran's", "Tehran's", "his country's", "our", "Russian".
  Holder possessor_before(std::uint32_t noun) const;
  // The holder named by the phrase that begins here (determiners left out); `end` is set behind it.
  Holder named_at(std::uint32_t token, std::uint32_t& end) const;
  // Whom a mention means.
  Holder resolve(const mention::Mention& mention) const;

  // The voices of the sentence, by its quotes, speech verbs and "according to". Must run before holders of "we" are
  // asked.
  SentenceVoices find_voices();
  void use(const SentenceVoices* voices) { voices_ = voices; }
  // The voice of a token: the innermost speaker, or the document's own voice.
  Holder voice_at(std::uint32_t token) const;
  // Whose the text's own words are.
  Holder own_voice() const { return discourse_.own_voice(); }
  // True where the text has told of two who met: it passes on what each of them said.
  bool tells_of_meeting() const { return discourse_.met.found(); }

  // True in a turn of an interview in which nobody speaks for a state: what it reports, too, is only told there.
  bool words_are_private() const { return discourse_.own_words == Discourse::OwnWords::private_turn; }

  // True for a question that an interviewer asks.
  bool words_are_asked() const { return discourse_.own_words == Discourse::OwnWords::asked; }

  // True for a column: its own words are its author's.
  bool words_are_opinion() const { return discourse_.own_words == Discourse::OwnWords::opinion; }

  // Who meets whom in the sentence, for the discourse after it.
  Meeting meeting_told(const Holder& subject, bool is_person) const;
  // The subject of the sentence, for the discourse after it.
  Holder main_subject(bool& is_person) const;

 private:
  // The two who meet in the sentence whose subject this is: "The president received his Czech counterpart". Unknown
  // when there are more, or fewer.
  Holder pair_with(const Holder& subject) const;
  // The two officials whom the sentence names, and who receives whom; unknown when there are more, or fewer.
  Two two_named() const;
  // Whom pronouns, names and bare roles mean.
  Holder named(const mention::Mention& mention) const;
  const mention::Mention* subject_to_come(std::uint32_t pronoun) const;
  // Who has no office and is named in front of "he" in the same sentence: the outcome is nobody; unknown when none is.
  Holder stranger_before(std::uint32_t pronoun) const;
  // "the minister said the country would": the state of whoever says so.
  Holder country_of_sayer(const mention::Mention& country) const;
  // The state or body that speaks of itself in front of its name: "It rejected the curbs, Togo said"; else unknown.
  Holder sayer_to_come(const mention::Mention& pronoun) const;
  Holder state_meant(const mention::Mention& mention) const;
  // Whose "its" is behind a verb that shares the subject of the one before it; unknown elsewhere.
  Holder owner_behind_joined_verb(const mention::Mention& pronoun) const;
  Holder group_meant(const mention::Mention& mention) const;
  Holder those_who_take_part(const mention::Mention& mention) const;
  Holder own_words_of_group(std::uint32_t pronoun) const;
  bool those_who_met(bool joint) const;
  bool is_group_past() const;
  Holder joint_authors(const mention::Mention& pronoun) const;
  Holder authors_told() const;
  Holder without_host(const mention::Mention& mention, Holder all) const;
  Holder at_home(const mention::Mention& office) const;
  Holder officials_meant(const mention::Mention& mention) const;
  Holder official_meant(const mention::Mention& mention) const;
  const Holder* named_in_office(const mention::Mention& mention) const;
  Holder official_unnamed(const mention::Mention& mention, const std::string& name) const;
  bool is_of_speaker(const mention::Mention& office) const;
  bool is_spoken_of(const mention::Mention& other, std::uint32_t pronoun) const;
  Holder one_of_two(const mention::Mention& mention) const;
  // The other of the two who were named than the one whom "he, for his part" would mean; not found for other pronouns.
  Holder other_of_two(const mention::Mention& pronoun, const Holder& last) const;
  Holder of_region(const mention::Mention& mention) const;
  Holder earlier_person(std::uint32_t before) const;
  const Holder& last_person(std::uint32_t pronoun) const;
  Holder body_that_spoke(const mention::Mention& pronoun) const;
  Holder official_of_rank(const mention::Mention& role, bool& misfit) const;
  bool is_of_own_state(const mention::Mention& mention) const;
  bool is_own_office(const mention::Mention& mention) const;

  Holder joined(const mention::Mention& last) const;
  const mention::Mention* joined_before(const mention::Mention& last, std::uint32_t begin) const;

  Holder sayer_behind(const mention::Mention& subject, bool& is_person) const;
  Holder subject_of_clause(std::uint32_t clause, std::uint32_t limit, int depth) const;
  Holder told_by_name(const mention::Mention& group, std::uint32_t limit) const;
  Holder told_by_example(std::uint32_t begin, std::uint32_t limit) const;
  Holder examples_at(std::uint32_t noun, std::uint32_t& end) const;
  Holder closed_examples(std::uint32_t first, std::uint32_t limit) const;
  void add_named_beside_others(std::uint32_t example, Holder& holder) const;
  Holder antecedent(std::uint32_t clause) const;
  Holder on_behalf(Holder holder) const;

  bool is_told_by_nobody(const Voice& around, std::uint32_t verb) const;
  bool is_reported_by_name(const SentenceVoices& out, std::uint32_t token, const Voice& behind) const;
  void find_speech(SentenceVoices& out) const;
  const mention::Mention* state_of_label(std::uint32_t& colon) const;
  void find_label(SentenceVoices& out) const;
  Holder owner_of_source(std::uint32_t begin) const;
  void find_according(SentenceVoices& out) const;
  void find_standpoint(SentenceVoices& out) const;
  bool find_standpoint_behind(SentenceVoices& out) const;
  void find_colon(SentenceVoices& out) const;
  bool names_standpoint(std::uint32_t token) const;
  void find_quotes(SentenceVoices& out) const;
  void assign(SentenceVoices& out, int voice, std::uint32_t begin, std::uint32_t end) const;
  bool is_addressee(std::uint32_t verb, std::uint32_t name_end) const;
  Holder speech_source(std::uint32_t verb, bool& inverted) const;
  bool is_speech_verb(std::uint32_t token) const;
  bool states_position(std::uint32_t token) const;
  bool trails(std::uint32_t verb, const Holder& source, std::uint32_t& subject_begin) const;

  const mention::SentenceView& view_;
  const mention::Lexis& lexis_;
  const Discourse& discourse_;
  const SentenceVoices* voices_ = nullptr;
};

}  // namespace demarche::holder
