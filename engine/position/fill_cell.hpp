#pragma once
#include <vector>

#include "engine/position/matrix.hpp"
#include "engine/position/tally.hpp"

namespace demarche::position {

// One record of a cell with what is known about its document. `ref.document` is the document's rank by id.
struct Entry {
  const Item* item = nullptr;
  RecordRef ref;
  std::optional<Date> date;
  std::uint32_t source = 0;
};

// Fills the position of a cell from its entries, which are sorted by `ref`. `today` is the day the taper counts from.
// Coverage and claims are not touched.
void fill_cell(const std::vector<Entry>& entries, const Options& options, Date today, Cell& cell);

// Which records are counted as one, as `fill_cell` does: the one to quote first, then its duplicates and reprints.
// Records that do not count stand in none.
std::vector<std::vector<RecordRef>> groups_of(const std::vector<Entry>& entries, const Options& options);

}  // namespace demarche::position
