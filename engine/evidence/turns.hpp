#pragma once
#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "engine/holder/finder.hpp"

namespace demarche::evidence {

// Whose words a text prints at length: the two sides of an interview, a speech in full. First `look` at all sentences
// in their order, then `enter` and `leave` each of them in the same order.
class Turns {
 public:
  // Notes the label with which the next sentence begins ("Q:", "A:", "Zarif:") and whether it announces a text in full;
  // its roles must be known.
  void look(const mention::SentenceView& view);
  // The text's title, and the actors that it names (sorted).
  void headed(std::vector<lexicon::ActorIndex> named, std::string title);
  // Sets whose the sentence's own words are.
  void enter(std::uint32_t sentence, const mention::SentenceView& view, holder::Discourse& discourse);
  // Learns from the sentence who will be speaking: whom it quotes, whose words it announces.
  void leave(std::uint32_t sentence, const mention::SentenceView& view, const holder::SentenceVoices& voices,
             const holder::HolderFinder& finder);
  // True from the first question of an interview on.
  bool in_interview() const { return turn_ == Turn::question || turn_ == Turn::answer; }

 private:
  enum class Turn : std::uint8_t { report, question, answer, full_text };
  struct Label {
    int turns = 0;
    int questions = 0;  // turns that end with one
  };
  struct Heard {
    holder::Holder holder;
    int times = 0;
  };

  void end_turn();
  void find_interviewer();
  void take_turn(std::uint32_t sentence, bool question);
  void hear(const holder::Holder& holder);
  Heard main_voice() const;
  holder::Holder interviewee() const;
  bool is_in_title(const holder::Holder& holder) const;

  std::vector<std::string> labels_;  // by sentence: with which label it begins, empty for most
  std::vector<bool> announces_;      // by sentence
  std::map<std::string, Label> known_;
  bool asked_ = false;                      // the last sentence seen so far, or entered, is a question
  std::string last_label_;                  // of the sentences seen so far
  std::string interviewer_;                 // that label; empty: no interview
  std::vector<Heard> heard_;                // who was quoted before the first turn
  holder::Holder answering_;                // whose the answers, or the words in full, are
  holder::Holder labelled_;                 // whom the label of the turn names
  std::vector<lexicon::ActorIndex> named_;  // in the title
  std::string title_;
  Turn turn_ = Turn::report;
  std::vector<lexicon::ActorIndex> speaking_;  // the document's own voice, when that is known otherwise
  std::string speaker_;
};

}  // namespace demarche::evidence
