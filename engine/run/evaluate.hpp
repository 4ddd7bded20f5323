#pragma once
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "engine/evidence/record.hpp"
#include "engine/run/agreement.hpp"
#include "engine/run/bootstrap.hpp"
#include "engine/run/gold.hpp"
#include "engine/run/gold_texts.hpp"

// How evidence compares with a human coder's table. docs/evaluation.md says how rows are matched.
namespace demarche::run {

struct Score {
  std::uint32_t right = 0;            // found, with the right stance
  std::uint32_t found = 0;            // evidence rows or cells
  std::uint32_t wanted = 0;           // gold rows or cells
  std::uint32_t wrong_direction = 0;  // support for oppose, or the other way round

  double precision() const { return found ? static_cast<double>(right) / found : 0; }
  double recall() const { return wanted ? static_cast<double>(right) / wanted : 0; }
  double f1() const { return found + wanted ? 2.0 * right / (found + wanted) : 0; }
  Score& operator+=(const Score& other) {
    right += other.right;
    found += other.found;
    wanted += other.wanted;
    wrong_direction += other.wrong_direction;
    return *this;
  }
};

// The four totals, of one document or of all.
struct Totals {
  Score rows;
  Score rows_without_weak;  // gold rows that are weak, and the evidence that meets them, put aside
  Score cells;
  Score cells_without_weak;  // cells whose gold rows are all weak put aside
  Totals& operator+=(const Totals& other) {
    rows += other.rows;
    rows_without_weak += other.rows_without_weak;
    cells += other.cells;
    cells_without_weak += other.cells_without_weak;
    return *this;
  }
};

// 95% bootstrap intervals of a score; documents are resampled. Nothing where there are too few documents.
struct ScoreIntervals {
  std::optional<Interval> precision;
  std::optional<Interval> recall;
  std::optional<Interval> f1;
};

struct Breakdown {
  std::map<std::string, Score> issue;
  std::map<std::string, Score> actor;
  std::map<std::string, Score> stance;        // gold and right: of the gold row; found: of the evidence
  std::map<std::string, Score> source;        // of the document
  std::map<std::string, Score> construction;  // of the evidence: precision only
  std::map<std::string, Score> phenomenon;    // of the gold row: recall, and `found` counts the rows that met evidence
};

// What went wrong in one place. `gold` or `record` is null when the other has no partner.
struct Mistake {
  enum class Kind { miss, false_alarm, wrong_stance };
  Kind kind{};
  const GoldRow* gold = nullptr;
  const evidence::Record* record = nullptr;
  std::string sentence;  // of a miss: the text at that place, when `texts` has it
  std::string reason;    // of a miss: what the account of silence says about actor and issue there; else the trace
};

struct CellMistake {
  std::string doc;
  std::string actor;
  std::string issue;
  std::string wanted;  // stance, or empty
  std::string found;
};

struct Evaluation : Totals {
  std::uint32_t documents = 0;
  ScoreIntervals rows_interval;
  ScoreIntervals rows_without_weak_interval;
  ScoreIntervals cells_interval;
  ScoreIntervals cells_without_weak_interval;
  Breakdown by;               // rows
  Breakdown by_without_weak;  // rows, as `rows_without_weak`
  std::map<std::string, Score> cells_by_issue;
  Confusion cell_confusion{{"oppose", "neutral", "support", "none"}};  // the coder first, then the evidence
  Agreement stance_agreement;  // cells that both have: oppose, neutral, support, an order
  Agreement
      coverage_agreement;  // `none` is a value; also cells that neither has, where the document names actor and issue
  Agreement strength_agreement;            // rows that meet: weak, plain, strong, an order
  std::vector<Mistake> mistakes;           // by document, place
  std::vector<CellMistake> cell_mistakes;  // by document, actor, issue
};

struct EvaluateInput {
  const std::vector<GoldRow>& gold;
  const std::vector<GoldCell>& cells;                    // empty: made from the gold rows
  const CodedDocuments& coded;                           // empty: every document of the corpus was coded whole
  const std::vector<evidence::DocumentResult>& results;  // sorted by document id
  bool ascribed = false;                                 // count third-party claims as evidence
  const GoldTexts* texts = nullptr;                      // for showing what was missed
  const CodedSentences* sentences = nullptr;             // when given, nothing else was coded
};

// `gold` and `results` must outlive the evaluation, which points into them.
Evaluation evaluate(const EvaluateInput& input);

// True when two spans are of one sentence: they share more than half of their union, or four fifths of the shorter one.
bool same_sentence(evidence::Range a, evidence::Range b);

}  // namespace demarche::run
