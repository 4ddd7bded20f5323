#include "engine/picture/theme.hpp"

namespace demarche::picture {

namespace {

using position::Code;

Theme light_theme() {
  Theme theme;
  theme.paper = "#ffffff";
  theme.ink = "#1b1f24";
  theme.soft = "#5a626b";
  theme.line = "#d3d8de";
  theme.support = {"#0068a8", "", "#ffffff"};
  theme.oppose = {"#b84a00", "", "#ffffff"};
  theme.mixed = {"#8a3d72", "", "#ffffff"};
  theme.support_pale = {"#b9d9ee", "", "#00395c"};
  theme.oppose_pale = {"#f8cfb0", "", "#5e2600"};
  theme.mixed_pale = {"#e8c6dd", "", "#511f42"};
  theme.support_if = {"#ffffff", "#0068a8", "#00558a"};
  theme.oppose_if = {"#ffffff", "#b84a00", "#9a3e00"};
  theme.neutral = {"#dfe3e8", "", "#3a4149"};
  theme.blank = {"#f6f7f9", "", "#5a626b"};
  theme.tie_for = "#0068a8";
  theme.tie_against = "#b84a00";
  theme.tie_mixed = "#8a3d72";
  return theme;
}

Theme dark_theme() {
  Theme theme;
  theme.paper = "#14181d";
  theme.ink = "#f0f3f6";
  theme.soft = "#a9b2bc";
  theme.line = "#3a424c";
  theme.support = {"#6fc0f7", "", "#06263b"};
  theme.oppose = {"#ff9d5c", "", "#3d1a00"};
  theme.mixed = {"#e9a3d0", "", "#3b1230"};
  theme.support_pale = {"#1c4a68", "", "#d3ebfb"};
  theme.oppose_pale = {"#6a3510", "", "#ffe2cd"};
  theme.mixed_pale = {"#5a2f4d", "", "#f9dff0"};
  theme.support_if = {"#14181d", "#6fc0f7", "#9ad3fa"};
  theme.oppose_if = {"#14181d", "#ff9d5c", "#ffbb8d"};
  theme.neutral = {"#3a424c", "", "#e4e8ec"};
  theme.blank = {"#1d232a", "", "#a9b2bc"};
  theme.tie_for = "#6fc0f7";
  theme.tie_against = "#ff9d5c";
  theme.tie_mixed = "#e9a3d0";
  return theme;
}

}  // namespace

const Theme& theme(bool dark) {
  static const Theme light = light_theme();
  static const Theme night = dark_theme();
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
