#pragma once
#include <optional>
#include <string>
#include <vector>

#include "engine/evidence/conditions.hpp"
#include "engine/evidence/form_chart.hpp"
#include "engine/evidence/record.hpp"
#include "engine/evidence/rule_index.hpp"

namespace demarche::evidence {

// A statement that a construction, a deed or a rule's own words found in one sentence, before rules and vetoes have
// their say.
struct Candidate {
  holder::Holder holder;
  std::uint32_t issue_match = 0;  // into SentenceView::issues
  int sign = 0;
  int stance_sign = 0;  // of the stance word alone
  Strength strength = Strength::plain;
  Kind kind = Kind::declared;
  Mode mode = Mode::plain;
  bool negated = false;
  lexicon::ActorIndex claimant = lexicon::none;
  std::uint32_t begin = 0;  // tokens of the match, half open
  std::uint32_t end = 0;
  std::uint32_t head_begin = 0;  // tokens of the stance word
  std::uint32_t head_end = 0;
  bool coordinated = false;  // the issue was reached over a conjunction
  bool unsaid = false;       // "refused to condemn it": no statement, and what it covers is none
  bool vouched = false;      // whoever tells it stands by it: "thanked Mexico for its condemnation of ..."
  bool of_noun = false;      // told of a noun, behind it: "opposes the sanctions sought by Peru"
  bool own_holder = false;   // the holder is named in the construction, not only by the voice
  int construction = -1;     // into Program::constructions; -1: a deed or a rule's own words
  int rule = -1;             // into Program::rules, when the rule's own words matched
  std::vector<Turning> turnings;
  std::vector<Step> steps;  // trace: what the stage decided, in order; ranges are tokens of the sentence
  std::vector<Use> uses;    // trace: the patterns that took part; ranges are tokens of the sentence
};

// A statement that was seen and not coded.
struct Rejected {
  Reason reason{};
  std::uint32_t issue_match = 0;
  std::vector<lexicon::ActorIndex> actors;
  std::string detail;
  std::vector<Use> uses = {};    // trace: the guard that vetoed; ranges are tokens of the sentence
  int sign = 0;                  // what the statement would have said; 0 when it is not known
  int stance_sign = 0;           // of the stance word alone
  std::uint32_t head_begin = 0;  // tokens of the stance word
  std::uint32_t head_end = 0;
  bool is_deed = false;  // it told a deed
};

// What a text that is voted on in the sentence wants of an issue.
struct Ballot {
  std::uint32_t issue_match = 0;  // into SentenceView::issues
  int sign = +1;
};

// Holders that a construction names beside the statement of another: "Mexico, supported by Brazil and Chile, opposed
// ...", "... and Chile followed suit".
struct Companions {
  int construction = 0;  // into Program::constructions
  holder::Holder holders;
  bool told = false;        // the words are a predicate of theirs: "followed suit"
  std::uint32_t begin = 0;  // the tokens of the construction's words
  std::uint32_t end = 0;
  std::vector<Use> uses;  // trace
};

struct SentenceInput {
  const mention::SentenceView& view;
  const mention::Lexis& lexis;
  const holder::HolderFinder& holders;
  const holder::SentenceVoices& voices;
  const PossiblePatterns& patterns;
  bool is_speech = false;  // the document has a voice of its own
  bool trace = false;
  std::vector<Ballot> ballots = {};  // of the one text on which the votes are that name none
};

// All statements of one sentence, by every construction and deed. Statements that only repeat a part of another one (a
// stance word that was counted on another's way to the same issue) are left out. Who joins them is only noted.
struct Found {
  std::vector<Candidate> candidates;
  std::vector<Companions> companions;
};
Found find_candidates(const SentenceInput& input, std::vector<Rejected>& rejected);

// Settles whose words a candidate stands in: kind, claimant, or a reason to leave it. Used for rules' own words too.
std::optional<Reason> settle_voice(const SentenceInput& input, Candidate& candidate);

// Strength by degree words and hedges near the stance word, mode by the clause.
void settle_tone(const SentenceInput& input, Candidate& candidate);

}  // namespace demarche::evidence
