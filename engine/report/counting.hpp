#pragma once
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "engine/report/table_input.hpp"

// Which record counts in which cell: what a reader of a list of evidence wants to know of each line.
namespace demarche::report {

// A record as a line of a list that is grouped by cell.
struct EvidenceLine {
  position::RecordRef ref;
  const evidence::Record* record = nullptr;
  const evidence::DocumentResult* document = nullptr;
};

// All records: those of the matrix's cells in the order of its rows and columns, then all others by actor and issue;
// within these by date (undated last), document and place.
std::vector<EvidenceLine> evidence_by_cell(const TableInput& input);

// Says of each record whether it counts, and if not, why.
class Counting {
 public:
  explicit Counting(const TableInput& input);
  // The unit that the record stands for; null when it stands for none.
  const position::Unit* unit(position::RecordRef ref) const;
  // "counts", "counts, with 2 reprints", "same as another", "outside the window", "a third party's claim" ...
  std::string note(const EvidenceLine& line) const;

 private:
  const TableInput& input_;
  std::map<position::RecordRef, const position::Unit*> units_;
  std::map<std::pair<std::string, std::string>, bool> shown_;  // actor, issue of the cells
};

}  // namespace demarche::report
