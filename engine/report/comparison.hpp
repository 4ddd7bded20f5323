#pragma once
#include <string>

#include "engine/position/comparison.hpp"
#include "engine/report/matrix_terminal.hpp"
#include "engine/report/origin.hpp"
#include "engine/report/quote.hpp"

// Actors side by side, in the formats of `demarche compare`. Each has the best quote of every position (of a mixed one,
// the best of either side), and names where it comes from; CSV has no place for that.
namespace demarche::report {

std::string comparison_terminal(const position::Comparison& comparison, const Origin& origin,
                                const TerminalOptions& options);
std::string comparison_markdown(const position::Comparison& comparison, const Origin& origin);
// One file, no scripts, nothing from the network; light and dark.
std::string comparison_html(const position::Comparison& comparison, const Origin& origin);
// One line an issue and actor.
std::string comparison_csv(const position::Comparison& comparison, const Origin& origin);
std::string comparison_json(const position::Comparison& comparison, const Origin& origin);

// What the text formats have in common.

// "Opposite positions"
std::string_view heading_of(position::Relation relation);
// "IRN and RUS agree to 58% over 6 shared issues: 3 the same, 1 partly, 2 opposite"; "... share no issue" where it is
// so.
std::string agreement_sentence(const position::Matrix& matrix, const position::Pair& pair);
// The quotes to show for a cell: one, of a mixed position one of either side; of a shifted one the last of the old and
// the first of the new.
std::vector<Quote> telling_quotes(const position::Cell& cell, const std::vector<evidence::DocumentResult>& results);
// "0.58" as "58%"
std::string percent(double share);

}  // namespace demarche::report
