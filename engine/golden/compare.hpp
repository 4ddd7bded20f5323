#pragma once
#include <optional>
#include <string>
#include <vector>

#include "engine/golden/golden.hpp"

// What is different between two goldens, at three levels: cells, documents, evidence. All pointers point into the two.
namespace demarche::golden {

struct CellChange {
  std::string actor;
  std::string issue;
  const Cell* before = nullptr;  // null: the matrix did not have the cell
  const Cell* after = nullptr;
  bool code = false;  // the code differs, not only the figures
};

struct NetChange {
  std::string document;
  std::string actor;
  std::string issue;
  std::optional<evidence::Stance> before;  // nothing: no evidence that counts
  std::optional<evidence::Stance> after;
};

struct DocumentChange {
  enum class Kind { added, removed, edited };  // edited: its text or its date
  Kind kind{};
  std::string document;
};

// One piece of evidence. `moved`: the same words of the same sentence, at other offsets.
struct EvidenceChange {
  enum class Kind { gained, lost, changed, moved };
  Kind kind{};
  std::string document;
  const Evidence* before = nullptr;
  const Evidence* after = nullptr;

  const Evidence& shown() const { return after ? *after : *before; }
  bool changes_stance() const { return before && after && before->stance != after->stance; }
};

struct Comparison {
  std::string matrix_before;
  std::string matrix_after;
  std::vector<DocumentChange> documents;  // sorted by id
  std::vector<CellChange> cells;          // in the order of the later matrix, then what only the earlier has
  std::vector<NetChange> nets;            // sorted by document, actor, issue
  std::vector<EvidenceChange> evidence;   // sorted by document and place

  bool same() const { return matrix_before == matrix_after && documents.empty() && cells.empty() && evidence.empty(); }
};

// Evidence is the same when document, sentence, actor, issue and (of a claim) the claimant are: offsets may move. What
// else of it differs makes it `changed`. The lines that took part are no part of the comparison.
Comparison compare(const Golden& before, const Golden& after);

// Whether both say the same in all that is compared, offsets apart.
bool same_reading(const Evidence& a, const Evidence& b);

std::string_view name_of(EvidenceChange::Kind kind);
std::string_view name_of(DocumentChange::Kind kind);

}  // namespace demarche::golden
