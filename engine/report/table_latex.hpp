#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "engine/evidence/record.hpp"
#include "engine/report/grid.hpp"
#include "engine/report/provenance.hpp"

namespace demarche::report {

// Tables for a LaTeX document (\input): longtable with booktabs rules and turned heads, more than one where the columns
// do not fit the page. The comment in front names the packages that are needed, and where the table comes from.
std::string table_latex(const Grid& grid, const std::vector<evidence::DocumentResult>& results,
                        const Provenance& provenance, const position::Options& options);

// A text inside LaTeX: nothing of it is markup. Letters that pdfLaTeX does not know in its usual set-up stand in
// \demarchechar{HEX}{letter}, which the table defines.
std::string latex_text(std::string_view text);

}  // namespace demarche::report
