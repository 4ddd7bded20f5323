#pragma once
#include <string>
#include <vector>

#include "engine/holder/holder.hpp"
#include "engine/mention/sentence.hpp"

namespace demarche::holder {

// Two who were named together, in the order of the text.
struct Two {
  Holder first;
  Holder second;
  int host = -1;   // which of them receives the other: 0, 1; -1 when nothing tells
  int age = 1000;  // sentences since

  bool known() const { return first.found() && second.found(); }
};

// Those who meet in a sentence.
struct Meeting {
  Two two;
  Holder pair;      // the subject and whom it met
  Holder gathered;  // all who take part, where the sentence tells of a meeting
  Holder authors;   // who "we" are, where the sentence says so: "We, the ministers of Peru and Chile, reject ..."
};

// What a reader keeps in mind from sentence to sentence.
struct Discourse {
  // What the text is in its own words where it is no report: a columnist's opinion, a turn of an interview in which
  // nobody speaks for a state, a question of its interviewer.
  enum class OwnWords : std::uint8_t { report, opinion, private_turn, asked };
  OwnWords own_words = OwnWords::report;
  std::vector<lexicon::ActorIndex> speaking;  // the states whose own voice the document is
  std::string document_speaker;
  Holder person;                            // the person or official who was spoken of as a subject last
  Holder told;                              // the person of whom the open quote spoke last; nobody outside it is meant
  Holder state;                             // the state that was a subject last
  std::vector<lexicon::ActorIndex> titled;  // whom the title of a readout names
  Holder group;                             // the holders that were joined last
  Holder met;                               // the two who met last, in a text that only reports
  Holder gathered;                          // those who took part in the meeting of which the text told last
  Holder authors;                           // who "we" are in a joint statement
  Two two;                                  // the two who were named together last
  int state_age = 0;                        // sentences since the state was the subject
  int group_age = 0;                        // sentences since the group was
  int person_age = 0;                       // sentences since the person was
  Holder last;                              // the subject of the sentence before, else who spoke in it
  Holder quoted;                            // whose the open or last quote is
  int quoted_age = 1000;                    // sentences since somebody spoke
  bool quote_open = false;
  std::vector<std::pair<lexicon::OfficeIndex, Holder>>
      officials;  // the last holder of each office that was named with its state
  std::vector<std::pair<lexicon::OfficeIndex, Holder>>
      ranks;  // everybody named whose office the text or the lexicon tells, latest last
  std::vector<std::pair<lexicon::OfficeIndex, Holder>> told_offices;  // whom the text itself named in an office
  std::vector<std::pair<text::WordId, Holder>> papers;  // whose "a statement", "a communique" are, latest last
  std::vector<lexicon::ActorIndex> recent;              // actors that were subjects, latest first, each once
  std::vector<lexicon::ActorIndex> home;   // the state in whose capital the report was written, by its dateline
  std::vector<lexicon::ActorIndex> named;  // all that the text has named, each once

  // The document's own voice; outcome unknown for a text that only reports, nobody for one that is somebody's opinion.
  Holder own_voice() const;
  // The text is somebody's opinion, where it has no other voice.
  void note_opinion();
  // Who has spoken in the sentence that ends here.
  void note_voice(const Holder& holder);
  // The subject of the sentence that ends here; unknown when no holder is. Whom a quote speaks of, "he" behind the
  // quote does not mean.
  void note_subject(const Holder& holder, bool is_person, bool in_quote);
  void note_meeting(const Meeting& meeting);
  // Where the report was written, and whom the sentence names.
  void note_home(const mention::SentenceView& view);
  // Whose the offices are that the sentence names. Of "the president met the Czech president" nobody is the president.
  void note_officials(const mention::SentenceView& view, const lexicon::ActorTable& table);
  // "X said in a statement": whose paper it is, for "the statement" later on.
  void note_papers(const mention::SentenceView& view, const Holder& author);
  // Whose the paper of this word is; null when none was told of.
  const Holder* author_of(text::WordId paper) const;
  void note_ranks(const mention::SentenceView& view, const lexicon::ActorTable& table);
  // The person of whom the text spoke last, where it has named them in this office.
  const Holder* person_in(lexicon::OfficeIndex office) const;
  // The last holder of the office; not found where two states have one.
  const Holder* official(lexicon::OfficeIndex office) const;
};

// "President Z" is not the president who was named before under another name.
bool may_be_same_person(const Holder& known, const std::string& name);

// Which tokens of a sentence stand inside quotation marks; `open` is carried from sentence to sentence.
std::vector<bool> quoted_tokens(const mention::SentenceView& view, bool& open);

// A quote speaks of the subject. "We" in a quote is who speaks it, and a name or a word or two in quotes are no
// statement.
bool is_told_in_quote(const std::vector<bool>& quoted, const Holder& subject);

}  // namespace demarche::holder
