#pragma once
#include <string>
#include <vector>

#include "engine/holder/holder.hpp"
#include "engine/mention/sentence.hpp"

namespace demarche::holder {

// What a reader keeps in mind from sentence to sentence.
struct Discourse {
  std::vector<lexicon::ActorIndex> speaking;  // the states whose own voice the document is
  std::string document_speaker;
  Holder person;  // the person or official who was spoken of as a subject last
  Holder state;   // the state that was a subject last
  Holder group;   // the holders that were joined last
  Holder quoted;  // whose the open or last quote is
  bool quote_open = false;
  std::vector<std::pair<lexicon::OfficeIndex, Holder>>
      officials;                            // the last holder of each office that was named with its state
  std::vector<lexicon::ActorIndex> recent;  // actors that were subjects, latest first, each once

  // The document's own voice; outcome unknown for a text that only reports.
  Holder own_voice() const;
  void note_subject(const Holder& holder, bool is_person);
  void note_official(lexicon::OfficeIndex office, const Holder& holder);
  const Holder* official(lexicon::OfficeIndex office) const;
};

// Finds the holders of one sentence's words. Reads the discourse as it stands before the sentence.
class HolderFinder {
 public:
  HolderFinder(const mention::SentenceView& view, const mention::Lexis& lexis, const Discourse& discourse)
      : view_(view), lexis_(lexis), discourse_(discourse) {}

  // The subject of the verb at this token.
  Holder subject_of(std::uint32_t verb) const;
  // True when a noun phrase stands where the verb's subject stands, whoever it is.
  bool has_subject(std::uint32_t verb) const { return subject_mention(view_.clause_of[verb], verb) != nullptr; }
  // The possessor of the noun phrase that begins here: "Iran's", "Tehran's", "his country's", "our", "Russian".
  Holder possessor_before(std::uint32_t noun) const;
  // The holder named by the phrase that begins here (determiners left out); `end` is set behind it.
  Holder named_at(std::uint32_t token, std::uint32_t& end) const;
  Holder resolve(const mention::Mention& mention) const;

  // The voices of the sentence, by its quotes, speech verbs and "according to". Must run before holders of "we" are
  // asked.
  SentenceVoices find_voices();
  void use(const SentenceVoices* voices) { voices_ = voices; }
  // The voice of a token: the innermost speaker, or the document's own voice.
  Holder voice_at(std::uint32_t token) const;

  // The subject of the sentence, for the discourse after it.
  Holder main_subject(bool& is_person) const;

 private:
  const mention::Mention* subject_mention(std::uint32_t clause, std::uint32_t limit) const;
  Holder subject_of_clause(std::uint32_t clause, std::uint32_t limit, int depth) const;
  Holder antecedent(std::uint32_t clause) const;
  bool has_own_noun(std::uint32_t token) const;
  bool stands_before(const mention::Mention& mention, std::uint32_t relative) const;
  bool names_a_thing(const mention::Mention& mention) const;
  bool is_own_office(const mention::Mention& mention) const;
  bool may_be_same_person(const Holder& known, const mention::Mention& mention) const;
  Holder joined(const mention::Mention& last) const;
  Holder earlier_person(std::uint32_t before) const;
  std::uint32_t first_predicate(std::uint32_t clause) const;
  bool in_prepositional_phrase(const mention::Mention& mention) const;
  std::uint32_t before_determiners(std::uint32_t token) const;
  std::string name_of(const mention::Mention& mention) const;
  Holder on_behalf(Holder holder) const;

  void find_speech(SentenceVoices& out) const;
  void find_label(SentenceVoices& out) const;
  void find_according(SentenceVoices& out) const;
  void find_quotes(SentenceVoices& out) const;
  void assign(SentenceVoices& out, int voice, std::uint32_t begin, std::uint32_t end) const;
  Holder speech_source(std::uint32_t verb, bool& inverted) const;
  bool is_speech_verb(std::uint32_t token) const;
  bool states_position(std::uint32_t token) const;
  bool trails(std::uint32_t verb, std::uint32_t& subject_begin) const;

  const mention::SentenceView& view_;
  const mention::Lexis& lexis_;
  const Discourse& discourse_;
  const SentenceVoices* voices_ = nullptr;
};

// Which tokens of a sentence stand inside quotation marks; `open` is carried from sentence to sentence.
std::vector<bool> quoted_tokens(const mention::SentenceView& view, bool& open);

}  // namespace demarche::holder
