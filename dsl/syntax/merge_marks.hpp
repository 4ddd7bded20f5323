#pragma once
#include <memory>
#include <string_view>

#include "engine/base/diagnostic.hpp"
#include "engine/base/source.hpp"

namespace demarche::dsl::syntax {

// Whether a text still holds both sides of a merge: git's lines <<<<<<<, ======= and >>>>>>>, in this order.
bool holds_merge_marks(std::string_view text);

// Says where it does, once for each place.
// True when it does: what else is wrong with such a file follows from that, and is not worth saying.
bool report_merge_marks(const std::shared_ptr<const SourceFile>& file, Diagnostics& diagnostics);

}  // namespace demarche::dsl::syntax
