#include "engine/picture/theme.hpp"

namespace demarche::picture {

namespace {

using position::Code;

struct ColourRow {
  std::string Theme::*colour;
  const char* light;
  const char* dark;
};

constexpr ColourRow colours[] = {
    {&Theme::paper, "#ffffff", "#14181d"},     {&Theme::ink, "#1b1f24", "#f0f3f6"},
    {&Theme::soft, "#5a626b", "#a9b2bc"},      {&Theme::line, "#d3d8de", "#3a424c"},
    {&Theme::tie_for, "#0068a8", "#6fc0f7"},   {&Theme::tie_against, "#b84a00", "#ff9d5c"},
    {&Theme::tie_mixed, "#8a3d72", "#e9a3d0"},
};

struct PaintRow {
  Paint Theme::*paint;
  const char* light[3];  // fill, stroke, ink
  const char* dark[3];
};

constexpr PaintRow paints[] = {
    {&Theme::support, {"#0068a8", "", "#ffffff"}, {"#6fc0f7", "", "#06263b"}},
    {&Theme::oppose, {"#b84a00", "", "#ffffff"}, {"#ff9d5c", "", "#3d1a00"}},
    {&Theme::mixed, {"#8a3d72", "", "#ffffff"}, {"#e9a3d0", "", "#3b1230"}},
    {&Theme::support_pale, {"#b9d9ee", "", "#00395c"}, {"#1c4a68", "", "#d3ebfb"}},
    {&Theme::oppose_pale, {"#f8cfb0", "", "#5e2600"}, {"#6a3510", "", "#ffe2cd"}},
    {&Theme::mixed_pale, {"#e8c6dd", "", "#511f42"}, {"#5a2f4d", "", "#f9dff0"}},
    {&Theme::support_if, {"#ffffff", "#0068a8", "#00558a"}, {"#14181d", "#6fc0f7", "#9ad3fa"}},
    {&Theme::oppose_if, {"#ffffff", "#b84a00", "#9a3e00"}, {"#14181d", "#ff9d5c", "#ffbb8d"}},
    {&Theme::neutral, {"#dfe3e8", "", "#3a4149"}, {"#3a424c", "", "#e4e8ec"}},
    {&Theme::blank, {"#f6f7f9", "", "#5a626b"}, {"#1d232a", "", "#a9b2bc"}},
};

Theme made(bool dark) {
  Theme theme;
  for (const auto& row : colours) theme.*row.colour = dark ? row.dark : row.light;
  for (const auto& row : paints) {
    const auto& [fill, stroke, ink] = dark ? row.dark : row.light;
    theme.*row.paint = {fill, stroke, ink};
  }
  return theme;
}

}  // namespace

const Theme& theme(bool dark) {
  static const Theme light = made(false);
  static const Theme night = made(true);
  return dark ? night : light;
}

const Paint& paint_of(const Theme& theme, Code code, bool thin, bool leans_to_support) {
  switch (code) {
    case Code::support:
      return thin ? theme.support_pale : theme.support;
    case Code::oppose:
      return thin ? theme.oppose_pale : theme.oppose;
    case Code::mixed:
      return thin ? theme.mixed_pale : theme.mixed;
    case Code::conditional:
      return leans_to_support ? theme.support_if : theme.oppose_if;
    case Code::neutral:
      return theme.neutral;
    case Code::mentioned:
    case Code::silent:
    case Code::no_coverage:
      break;
  }
  return theme.blank;
}

const Paint& paint_of(const Theme& theme, const position::Cell& cell) {
  return paint_of(theme, cell.code, cell.thin, cell.support >= cell.oppose);
}

}  // namespace demarche::picture
