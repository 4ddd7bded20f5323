#pragma once
#include <vector>

#include "engine/evidence/form_chart.hpp"
#include "engine/evidence/record.hpp"

namespace demarche::evidence {

// What one run of one form of a construction caught. Points into the chart, which grows when it is asked again: to be
// used before that.
struct Captured {
  const holder::Holder* holder = nullptr;
  const holder::Holder* list = nullptr;  // "supported by Brazil and Chile"
  std::vector<const Target*> targets;
  std::vector<const Target*> goods;  // what the target of a judgement harms or serves
  const mention::HeadMatch* head = nullptr;
  const JudgementMatch* judgement = nullptr;
  const mention::TurnMatch* turn = nullptr;
  const program::Entry* entry = nullptr;  // of the word of stance or of judgement; null when there is none
  std::uint32_t stance = 0;               // into Program::stances; lexicon::none without such a word
  std::uint32_t words_begin = 0;          // tokens of the word of stance, judgement or turn, else of the form's first
  std::uint32_t words_end = 0;
  std::vector<Use> uses;  // trace: the form, and a judgement's words

  bool says(program::Entry::Kind kind) const { return entry && entry->kind == kind; }
  bool is_verb() const { return says(program::Entry::Kind::verb); }
  bool is_noun() const { return says(program::Entry::Kind::noun); }
  // No word of stance, judgement or turn: the form's own words are all there is.
  bool is_bare() const { return !head && !judgement && !turn; }
  // "mitigate the effects of", "an end of the illegal sanctions": whoever does that does not welcome them.
  bool is_passing_noun() const;
  // The holder does something to the issue and no word tells his stance: "Iran lifted the sanctions".
  bool is_deed() const { return turn && holder && !head; }
};

Captured captured(const mention::SentenceView& view, const mention::Lexis& lexis, const FormChart& chart,
                  const match::Match& match);

}  // namespace demarche::evidence
