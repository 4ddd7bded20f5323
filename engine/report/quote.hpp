#pragma once
#include <cstddef>
#include <string>
#include <vector>

#include "engine/evidence/record.hpp"
#include "engine/position/matrix.hpp"

// A sentence that proves a position, with what a reader needs to cite it.
namespace demarche::report {

struct Quote {
  const evidence::Record* record = nullptr;
  const evidence::DocumentResult* document = nullptr;
};

// The record that a reference of a matrix speaks of; `results` are sorted by document id.
Quote quote_at(const std::vector<evidence::DocumentResult>& results, position::RecordRef ref);

// The `count` best pieces of a cell, best first: the higher score, the stronger wording, the earlier place. Where a
// cell has evidence of several directions they take turns, so that two quotes of a mixed position show both sides.
std::vector<Quote> best_quotes(const position::Cell& cell, const std::vector<evidence::DocumentResult>& results,
                               std::size_t count);

// Who said it where and when, for a line under the quote: "Foreign Ministry (Iran), IRNA, 2022-10-22". `actor` is the
// holder's title; what is not known is left out, a missing date is "undated".
std::string attribution(const Quote& quote, const std::string& actor);

// In the quotation marks of prose, on one line. Marks that stand around the whole sentence are not doubled.
std::string quoted(const Quote& quote);

}  // namespace demarche::report
