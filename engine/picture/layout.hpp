#pragma once
#include <cstddef>
#include <vector>

// Where the nodes of a network stand. The only user of Graphviz.
namespace demarche::picture {

struct Spot {
  double width = 0;  // of the node, pixels
  double height = 0;
  double x = 0;  // of its middle; set by lay_out
  double y = 0;
};

struct Spring {
  std::size_t from = 0;
  std::size_t to = 0;
  double length = 1;  // the wanted distance, in some unit
  double pull = 1;    // how much it matters that it is met
};

// Places nodes so that distances come near the wanted ones and no two nodes overlap, by stress majorisation and the
// removal of overlaps. The same input gives the same places. The middle of everything is (0, 0). False when the library
// fails.
bool lay_out(std::vector<Spot>& spots, const std::vector<Spring>& springs);

}  // namespace demarche::picture
