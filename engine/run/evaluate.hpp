#pragma once
#include <map>
#include <string>
#include <vector>

#include "engine/evidence/record.hpp"
#include "engine/run/gold.hpp"
#include "engine/run/gold_texts.hpp"

// How evidence compares with a human coder's table. docs/evaluation.md says how rows are matched.
namespace demarche::run {

struct Score {
  std::uint32_t right = 0;   // found, with the right stance
  std::uint32_t found = 0;   // evidence rows or cells
  std::uint32_t wanted = 0;  // gold rows or cells
  std::uint32_t wrong_direction = 0;  // support for oppose, or the other way round

  double precision() const { return found ? static_cast<double>(right) / found : 0; }
  double recall() const { return wanted ? static_cast<double>(right) / wanted : 0; }
  double f1() const { return found + wanted ? 2.0 * right / (found + wanted) : 0; }
};

struct Breakdown {
  std::map<std::string, Score> issue;
  std::map<std::string, Score> actor;
  std::map<std::string, Score> stance;        // gold and right: of the gold row; found: of the evidence
  std::map<std::string, Score> construction;  // of the evidence: precision only
  std::map<std::string, Score> note;          // of the gold row: recall only
};

// What went wrong in one place. `gold` or `record` is null when the other has no partner.
struct Mistake {
  enum class Kind { miss, false_alarm, wrong_stance };
  Kind kind{};
  const GoldRow* gold = nullptr;
  const evidence::Record* record = nullptr;
  std::string sentence;  // of a miss: the text at that place, when `texts` has it
  std::string reason;    // of a miss: what the account of silence says about actor and issue there
};

struct CellMistake {
  std::string doc;
  std::string actor;
  std::string issue;
  std::string wanted;  // stance, or empty
  std::string found;
};

struct Evaluation {
  std::uint32_t documents = 0;
  Score rows;
  Score rows_without_weak;   // gold rows that are weak, and the evidence that meets them, put aside
  Score cells;
  Score cells_without_weak;  // cells whose gold rows are all weak put aside
  Breakdown by;              // rows
  std::map<std::string, Score> cells_by_issue;
  std::vector<Mistake> mistakes;           // by document, place
  std::vector<CellMistake> cell_mistakes;  // by document, actor, issue
};

struct EvaluateInput {
  const std::vector<GoldRow>& gold;
  const std::vector<GoldCell>& cells;  // empty: made from the gold rows
  const CodedDocuments& coded;         // empty: every document of the corpus was coded whole
  const std::vector<evidence::DocumentResult>& results;  // sorted by document id
  bool ascribed = false;               // count third-party claims as evidence
  const GoldTexts* texts = nullptr;    // for showing what was missed
};

// `gold` and `results` must outlive the evaluation, which points into them.
Evaluation evaluate(const EvaluateInput& input);

// True when two spans are of one sentence: they share more than half of their union, or four fifths of the shorter one.
bool same_sentence(evidence::Range a, evidence::Range b);

}  // namespace demarche::run
