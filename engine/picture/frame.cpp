#include "engine/picture/frame.hpp"

#include <algorithm>

#include "engine/picture/measure.hpp"
#include "engine/report/cell_text.hpp"

namespace demarche::picture {

namespace {

constexpr double title_size = 28;
constexpr double subtitle_size = 16;
constexpr double key_size = 14;
constexpr double key_box = 26;
constexpr double key_height = 30;
constexpr double print_size = 11;

void draw_key(Svg& svg, const Theme& theme, double x, double y, const Key& key) {
  const double middle = y + key_height / 2;
  switch (key.shape) {
    case Key::Shape::box:
      svg.rect(x, middle - 10, key_box, 20, key.paint, 3);
      svg.text(x + key_box / 2, middle + 5, key.sign, {key_size, key.paint.ink, Anchor::middle, true});
      break;
    case Key::Shape::line:
      svg.line(x, middle, x + key_box, middle, {key.paint.fill, 3});
      break;
    case Key::Shape::dashes:
      svg.line(x, middle, x + key_box, middle, {key.paint.fill, 3, "7 5"});
      break;
    case Key::Shape::dots:
      svg.line(x, middle, x + key_box, middle, {key.paint.fill, 3, "2 4"});
      break;
    case Key::Shape::round:
      svg.rect(x, middle - 9, key_box, 18, key.paint, 9);
      break;
    case Key::Shape::square:
      svg.rect(x, middle - 9, key_box, 18, key.paint);
      break;
  }
  svg.text(x + key_box + 7, middle + 5, key.text, {key_size, theme.ink});
}

}  // namespace

double draw_head(Svg& svg, const Theme& theme, const Style& style, const std::string& title,
                 const std::string& subtitle) {
  const double room = style.width - 2 * margin;
  double y = margin;
  for (const auto& line : lines_within(style.title.empty() ? title : style.title, room, title_size, 2, true)) {
    y += title_size;
    svg.text(margin, y - 4, line, {title_size, theme.ink, Anchor::start, true});
    y += 6;
  }
  for (const auto& line : lines_within(subtitle, room, subtitle_size, 2)) {
    y += subtitle_size + 6;
    svg.text(margin, y - 4, line, {subtitle_size, theme.soft});
  }
  return y + 22;
}

double draw_foot(Svg& svg, const Theme& theme, const Style& style, double y, const std::vector<Key>& keys) {
  y += 18;
  double x = margin;
  for (const auto& key : keys) {
    Key shown = key;
    shown.text = cut_to_width(key.text, style.width - 2 * margin - key_box - 7, key_size);
    const double needs = key_box + 7 + text_width(shown.text, key_size) + 22;
    if (x > margin && x + needs - 22 > style.width - margin) {
      x = margin;
      y += key_height;
    }
    draw_key(svg, theme, x, y, shown);
    x += needs;
  }
  if (!keys.empty()) y += key_height;
  y += 14;
  for (const auto& line : lines_within(style.origin, style.width - 2 * margin, print_size, 4)) {
    y += print_size + 4;
    svg.text(margin, y - 3, line, {print_size, theme.soft});
  }
  return y + margin * 0.6;
}

std::vector<Key> keys_of(const Theme& theme, const std::vector<position::Cell>& cells) {
  using position::Code;
  auto any = [&](auto test) { return std::any_of(cells.begin(), cells.end(), test); };
  auto has = [&](Code code) { return any([code](const auto& cell) { return cell.code == code; }); };
  std::vector<Key> keys;
  if (has(Code::support)) keys.push_back({"supports", theme.support, "+"});
  if (has(Code::oppose)) keys.push_back({"opposes", theme.oppose, "−"});
  if (any([](const auto& cell) { return cell.code == Code::mixed && !cell.shift; }))
    keys.push_back({"both", theme.mixed, "±"});
  if (any([](const auto& cell) { return cell.shift.has_value(); })) keys.push_back({"changed sides", theme.mixed, "→"});
  if (has(Code::conditional)) keys.push_back({"only under a condition", theme.support_if, "( )"});
  if (has(Code::neutral)) keys.push_back({"takes no side", theme.neutral, "0"});
  if (has(Code::mentioned)) keys.push_back({"named beside it, no position", theme.blank, "○"});
  if (has(Code::silent)) keys.push_back({"silent", theme.blank, ""});
  if (has(Code::no_coverage)) keys.push_back({"no coverage", theme.blank, "·"});
  if (any([](const auto& cell) { return cell.thin; }))
    keys.push_back({"faint: fewer than three documents", theme.support_pale, ""});
  return keys;
}

Picture refuse(std::string reason) {
  Picture picture;
  picture.error = std::move(reason);
  return picture;
}

}  // namespace demarche::picture
