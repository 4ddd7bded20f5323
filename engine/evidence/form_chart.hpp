#pragma once
#include <map>
#include <vector>

#include "engine/evidence/targets.hpp"
#include "engine/holder/finder.hpp"
#include "engine/match/automaton.hpp"
#include "engine/mention/annotate.hpp"
#include "engine/mention/asides.hpp"

namespace demarche::evidence {

// A judgement found behind its target: "the corridor benefits no one".
struct JudgementMatch {
  std::uint32_t stance = 0;
  std::uint32_t entry = 0;
  std::uint32_t target = 0;  // into FormChart::targets
  std::uint32_t begin = 0;   // tokens of the words of judgement
  std::uint32_t end = 0;
  std::vector<std::uint32_t> goods;  // into FormChart::targets: what the judgement says the target harms or serves
};

// What the slots of a construction's form meet in one sentence. Holders, targets and judgements are numbered as they
// are met; the payload of a capture is that number.
class FormChart final : public match::Chart {
 public:
  FormChart(const mention::SentenceView& view, const mention::Lexis& lexis, const holder::HolderFinder& finder)
      : view_(view), lexis_(lexis), holders_finder_(finder), possessive_(lexis.vocabulary.find("'s")) {}

  // The form that is run next: its first element tells a subject from a named holder, a target as subject from an
  // object.
  void begin_form(const program::Node& form) { first_ = form.children.empty() ? &form : &form.children.front(); }

  void hits(const program::Node& node, std::uint32_t token, std::vector<match::Hit>& out) const override;
  bool stops_gap(std::uint32_t token) const override;
  bool is_transparent(std::uint32_t token) const override;
  // An aside: "it would be wrong, he warned, to lift them".
  std::uint32_t skippable_sibling(std::uint32_t token) const override { return mention::aside_at(view_, token); }

  // True when something can begin a form here: a stance word, an issue, a turn.
  bool can_begin(std::uint32_t token) const;
  // True when this form can begin here: what it wants first stands here. Cheaper than a run, which asks for holders.
  bool can_begin(const match::Automaton& form, std::uint32_t token) const;

  mutable std::vector<holder::Holder> holders;
  mutable std::vector<Target> targets;
  mutable std::vector<JudgementMatch> judgements;
  mutable std::vector<Blocked> blocked;  // stance words whose way to an issue an unknown verb bars

 private:
  void holder_hits(const program::Node& node, std::uint32_t token, std::vector<match::Hit>& out) const;
  void target_hits(const program::Node& node, std::uint32_t token, std::vector<match::Hit>& out) const;
  void head_hits(const program::Node& node, std::uint32_t token, std::vector<match::Hit>& out) const;
  bool is_told_of_noun_before(std::uint32_t token) const;
  void judgement_hits(std::uint32_t token, std::vector<match::Hit>& out) const;
  void turn_hits(const program::Node& node, std::uint32_t token, std::vector<match::Hit>& out) const;
  void phrase_hits(std::uint32_t token, std::vector<match::Hit>& out) const;
  std::vector<std::uint32_t> tail_ends(std::uint32_t from) const;
  // Never false where `hits` gives something.
  bool may_meet(const program::Node& node, std::uint32_t token) const;
  void second_predicates(std::uint32_t begin, std::uint32_t end, std::vector<std::uint32_t>& places) const;
  bool begins_other_statement(std::uint32_t token, std::uint32_t issue_end) const;
  bool follows_verb(std::uint32_t issue_end) const;
  bool may_be_degree(std::uint32_t token) const;
  bool has_form(std::uint32_t token, program::WordForm form) const;
  const std::vector<std::uint32_t>& targets_at(std::uint32_t token) const;
  const std::vector<std::uint32_t>& subjects_at(std::uint32_t token) const;

  const mention::SentenceView& view_;
  const mention::Lexis& lexis_;
  const holder::HolderFinder& holders_finder_;
  text::WordId possessive_;
  const program::Node* first_ = nullptr;
  mutable std::map<std::uint32_t, std::vector<std::uint32_t>> walks_;     // by token: targets to the right
  mutable std::map<std::uint32_t, std::vector<std::uint32_t>> subjects_;  // by token: targets as subjects
  mutable std::map<std::uint32_t, std::uint32_t> subject_holders_;        // by token: the subject of the verb there
};

}  // namespace demarche::evidence
