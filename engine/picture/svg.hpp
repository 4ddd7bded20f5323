#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "engine/picture/picture.hpp"
#include "engine/picture/theme.hpp"

// Writes SVG: plain attributes that slide programs read too, no styles, no scripts, numbers with two digits.
namespace demarche::picture {

enum class Anchor { start, middle, end };

struct TextStyle {
  double size = 14;
  std::string fill;
  Anchor anchor = Anchor::start;
  bool bold = false;
  double angle = 0;  // degrees, clockwise, around the point
};

struct LineStyle {
  std::string stroke;
  double width = 1;
  std::string dash = {};  // "6 4"
  double opacity = 1;
};

class Svg {
 public:
  explicit Svg(const Theme& theme) : theme_(theme) {}

  void rect(double x, double y, double width, double height, const Paint& paint, double radius = 0);
  void line(double x1, double y1, double x2, double y2, const LineStyle& style);
  void circle(double x, double y, double radius, const Paint& paint);
  // Closed, through points given as x, y, x, y ...
  void polygon(const std::vector<double>& points, const Paint& paint);
  void polyline(const std::vector<double>& points, const LineStyle& style);
  // One line. Markup, control characters and marks that turn the direction are harmless in it.
  void text(double x, double y, std::string_view text, const TextStyle& style);

  // The whole, with a background, and for readers that see nothing a title and a description.
  Picture finish(double width, double height, const std::string& title, const std::string& description) &&;

 private:
  const Theme& theme_;
  std::string body_;
  std::vector<TextBox> texts_;
};

}  // namespace demarche::picture
