#pragma once
#include "engine/picture/picture.hpp"
#include "engine/position/network.hpp"

namespace demarche::picture {

// Actors as names, ties as lines: whole where they agree, dashed where they are opposed. Those without a tie are named
// below.
Picture network_picture(const position::Network& network, const Style& style);

}  // namespace demarche::picture
