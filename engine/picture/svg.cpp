#include "engine/picture/svg.hpp"

#include <cmath>

#include "engine/picture/measure.hpp"
#include "engine/report/json_text.hpp"
#include "engine/report/xml_text.hpp"

namespace demarche::picture {

namespace {

constexpr std::string_view fonts = "Liberation Sans, Arial, Helvetica, sans-serif";

std::string number(double value) {
  std::string text;
  report::append_json_number(text, value, 2);
  return text;
}

std::string attribute(std::string_view name, double value) {
  return " " + std::string(name) + "=\"" + number(value) + "\"";
}

std::string attribute(std::string_view name, std::string_view value) {
  return " " + std::string(name) + "=\"" + std::string(value) + "\"";
}

std::string paint_attributes(const Paint& paint) {
  std::string text = attribute("fill", paint.fill);
  if (!paint.stroke.empty()) text += attribute("stroke", paint.stroke) + attribute("stroke-width", 2);
  return text;
}

std::string line_attributes(const LineStyle& style) {
  std::string text = attribute("stroke", style.stroke) + attribute("stroke-width", style.width);
  if (!style.dash.empty()) text += attribute("stroke-dasharray", style.dash);
  if (style.opacity < 1) text += attribute("stroke-opacity", style.opacity);
  return text;
}

std::string points_of(const std::vector<double>& points) {
  std::string text;
  for (std::size_t i = 0; i + 1 < points.size(); i += 2)
    text += (i == 0 ? "" : " ") + number(points[i]) + "," + number(points[i + 1]);
  return text;
}

}  // namespace

void Svg::rect(double x, double y, double width, double height, const Paint& paint, double radius) {
  // A line is drawn half outside: it is taken in, so that neighbours do not overlap.
  const double in = paint.stroke.empty() ? 0 : 1;
  body_ += "<rect" + attribute("x", x + in) + attribute("y", y + in) + attribute("width", width - 2 * in) +
           attribute("height", height - 2 * in);
  if (radius > 0) body_ += attribute("rx", radius);
  body_ += paint_attributes(paint) + "/>\n";
}

void Svg::line(double x1, double y1, double x2, double y2, const LineStyle& style) {
  body_ += "<line" + attribute("x1", x1) + attribute("y1", y1) + attribute("x2", x2) + attribute("y2", y2) +
           line_attributes(style) + "/>\n";
}

void Svg::circle(double x, double y, double radius, const Paint& paint) {
  body_ +=
      "<circle" + attribute("cx", x) + attribute("cy", y) + attribute("r", radius) + paint_attributes(paint) + "/>\n";
}

void Svg::polygon(const std::vector<double>& points, const Paint& paint) {
  body_ += "<polygon points=\"" + points_of(points) + "\"" + paint_attributes(paint) + "/>\n";
}

void Svg::polyline(const std::vector<double>& points, const LineStyle& style) {
  body_ += "<polyline points=\"" + points_of(points) + "\" fill=\"none\"" + line_attributes(style) + "/>\n";
}

void Svg::text(double x, double y, std::string_view text, const TextStyle& style) {
  const std::string clean = report::one_line(text);
  if (clean.empty()) return;
  const double width = text_width(clean, style.size, style.bold);
  const double before = style.anchor == Anchor::start ? 0 : style.anchor == Anchor::middle ? width / 2 : width;
  const double turn = style.angle * 3.14159265358979323846 / 180;
  texts_.push_back(
      {clean, x - before * std::cos(turn), y - before * std::sin(turn), width, style.size * 0.72, style.angle});
  body_ += "<text" + attribute("x", x) + attribute("y", y) + attribute("font-size", style.size) +
           attribute("fill", style.fill);
  if (style.bold) body_ += " font-weight=\"bold\"";
  if (style.anchor != Anchor::start)
    body_ += attribute("text-anchor", style.anchor == Anchor::middle ? "middle" : "end");
  if (style.angle != 0)
    body_ += " transform=\"rotate(" + number(style.angle) + " " + number(x) + " " + number(y) + ")\"";
  body_ += ">" + report::xml_text(clean) + "</text>\n";
}

Picture Svg::finish(double width, double height, const std::string& title, const std::string& description) && {
  Picture picture;
  picture.width = std::ceil(width);
  picture.height = std::ceil(height);
  picture.texts = std::move(texts_);
  picture.svg = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<svg xmlns=\"http://www.w3.org/2000/svg\"" +
                attribute("width", picture.width) + attribute("height", picture.height) + " viewBox=\"0 0 " +
                number(picture.width) + " " + number(picture.height) + "\" font-family=\"" + std::string(fonts) +
                "\" role=\"img\" aria-labelledby=\"title desc\">\n<title id=\"title\">" + report::xml_text(title) +
                "</title>\n<desc id=\"desc\">" + report::xml_text(description) +
                "</desc>\n<rect width=\"100%\" height=\"100%\"" + attribute("fill", theme_.paper) + "/>\n" + body_ +
                "</svg>\n";
  return picture;
}

}  // namespace demarche::picture
