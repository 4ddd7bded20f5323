#pragma once
#include <algorithm>
#include <vector>

#include "engine/evidence/record.hpp"

namespace demarche::report {

// The day of the latest document: that of a file which may not be today's, so that the same texts give the same bytes.
// 1980-01-01, from which archives count, when none is later.
inline Date latest_document(const std::vector<evidence::DocumentResult>& results) {
  Date day{3652};
  for (const auto& result : results)
    if (result.date) day = std::max(day, *result.date);
  return day;
}

}  // namespace demarche::report
