#pragma once
#include <string>
#include <vector>

#include "engine/picture/svg.hpp"

// What all pictures have around what they show: a title above, a legend and the small print below.
namespace demarche::picture {

inline constexpr double margin = 40;

struct Key {
  enum class Shape { box, line, dashes, dots, round, square };
  std::string text;
  Paint paint = {};       // of the box; the fill is the colour of a line
  std::string sign = {};  // in the box
  Shape shape = Shape::box;
};

// Draws the title (at most two lines) and what is under it; gives the y where the content may begin.
double draw_head(Svg& svg, const Theme& theme, const Style& style, const std::string& title,
                 const std::string& subtitle);

// Draws the legend and the small print under `y`; gives the height of the whole picture.
double draw_foot(Svg& svg, const Theme& theme, const Style& style, double y, const std::vector<Key>& keys);

// The keys of positions that occur in the cells, in the order of the legend.
std::vector<Key> keys_of(const Theme& theme, const std::vector<position::Cell>& cells);

// A picture that cannot be drawn, with the reason.
Picture refuse(std::string reason);

}  // namespace demarche::picture
