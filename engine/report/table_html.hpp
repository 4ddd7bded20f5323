#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "engine/evidence/record.hpp"
#include "engine/report/grid.hpp"
#include "engine/report/provenance.hpp"

namespace demarche::report {

// A page that needs nothing besides itself: one table with a caption and scoped heads for screen readers, signs besides
// colours that colour-blind readers tell apart, light and dark, fit for print; no script, nothing is loaded. The
// element <table> can be lifted out of it into a page of one's own.
std::string table_html(const Grid& grid, const std::vector<evidence::DocumentResult>& results,
                       const Provenance& provenance, const position::Options& options);

// A text inside HTML: nothing of it is markup; control characters become U+FFFD.
std::string html_text(std::string_view text);

}  // namespace demarche::report
