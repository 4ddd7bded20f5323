#pragma once
#include "engine/picture/picture.hpp"
#include "engine/position/timeline.hpp"

namespace demarche::picture {

// A lane for each series with a coloured sign a period, changes marked above; of a single series also its lean with the
// interval. Refused when there are more lanes or periods than can be read.
Picture time_picture(const position::Timeline& timeline, const Style& style);

}  // namespace demarche::picture
