#pragma once
#include "engine/picture/picture.hpp"
#include "engine/position/matrix.hpp"

namespace demarche::picture {

// The matrix as a grid of coloured signs. Refused when the columns do not fit the width so that they can be read.
Picture heat_map(const position::Matrix& matrix, const Style& style);

}  // namespace demarche::picture
