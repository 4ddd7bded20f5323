#pragma once
#include "engine/picture/picture.hpp"
#include "engine/position/matrix.hpp"

namespace demarche::picture {

// States per position: a bar an issue, parted by what the actors of the matrix hold.
Picture totals(const position::Matrix& matrix, const Style& style);

}  // namespace demarche::picture
