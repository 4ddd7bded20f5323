#pragma once
#include <string>
#include <vector>

// What a drawing gives.
namespace demarche::picture {

// A text that stands in the picture, for checks that nothing runs out of it or over something else. The box is measured
// with the widths of Arial; it is turned by `angle` degrees, clockwise, around (x, y).
struct TextBox {
  std::string text;
  double x = 0;  // left end of the base line
  double y = 0;
  double width = 0;
  double height = 0;  // above the base line
  double angle = 0;
};

struct Picture {
  std::string svg;  // the same bytes for the same input; empty when there is an error
  double width = 0;
  double height = 0;
  std::vector<TextBox> texts;
  std::string error;  // why it cannot be drawn, in plain words, with what to do
};

struct Style {
  double width = 1280;  // pixels; the height follows from what is shown
  bool dark = false;
  std::string title;   // empty: one that says what is shown
  std::string origin;  // the small print: where it comes from
};

}  // namespace demarche::picture
