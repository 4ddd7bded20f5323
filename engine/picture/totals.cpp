#include "engine/picture/totals.hpp"

#include <algorithm>
#include <array>

#include "engine/picture/frame.hpp"
#include "engine/picture/measure.hpp"

namespace demarche::picture {

namespace {

using position::Cell;
using position::Code;
using position::Matrix;

constexpr std::size_t most_rows = 100;
constexpr double name_size = 15;
constexpr double bar_height = 30;
constexpr double pitch = 42;

// From left to right, from support to opposition; those without a position last.
enum Part { supports, supports_if, both, neither, opposes_if, opposes, silent, part_count };

Part part_of(const Cell& cell) {
  switch (cell.code) {
    case Code::support:
      return supports;
    case Code::oppose:
      return opposes;
    case Code::mixed:
      return both;
    case Code::neutral:
      return neither;
    case Code::conditional:
      return cell.support >= cell.oppose ? supports_if : opposes_if;
    default:
      return silent;
  }
}

struct Look {
  const char* sign;
  const char* text;
  Paint paint;
};

std::array<Look, part_count> looks(const Theme& theme) {
  return {{{"+", "support", theme.support},
           {"(+)", "support under a condition", theme.support_if},
           {"±", "both", theme.mixed},
           {"0", "take no side", theme.neutral},
           {"(−)", "oppose under a condition", theme.oppose_if},
           {"−", "oppose", theme.oppose},
           {"", "no position", theme.blank}}};
}

using Counts = std::array<std::size_t, part_count>;

Counts count(const Matrix& matrix, std::size_t column) {
  Counts counts{};
  for (std::size_t row = 0; row < matrix.rows.size(); ++row) ++counts[part_of(matrix.at(row, column))];
  return counts;
}

}  // namespace

Picture totals(const Matrix& matrix, const Style& style) {
  if (matrix.rows.empty() || matrix.columns.empty()) return refuse("there are no positions to draw");
  if (matrix.columns.size() > most_rows)
    return refuse(std::to_string(matrix.columns.size()) + " issues are more than a picture can show (" +
                  std::to_string(most_rows) + "); name some of them");
  const Theme& colours = theme(style.dark);
  const auto all_looks = looks(colours);
  Svg svg(colours);
  const std::string title =
      matrix.title.empty() ? "How many take which side" : matrix.title + ": how many take which side";
  double y = draw_head(svg, colours, style, title, std::to_string(matrix.rows.size()) + " actors");
  double stub = 0;
  for (const auto& column : matrix.columns) stub = std::max(stub, text_width(column.title, name_size));
  stub = std::min(stub, style.width * 0.32) + 16;
  const double unit = (style.width - 2 * margin - stub) / static_cast<double>(matrix.rows.size());
  Counts seen{};
  for (std::size_t column = 0; column < matrix.columns.size(); ++column, y += pitch) {
    svg.text(margin, y + bar_height / 2 + 5, cut_to_width(matrix.columns[column].title, stub - 14, name_size),
             {name_size, colours.ink});
    double x = margin + stub;
    const Counts counts = count(matrix, column);
    for (std::size_t part = 0; part < part_count; ++part) {
      if (counts[part] == 0) continue;
      seen[part] += counts[part];
      const double width = unit * static_cast<double>(counts[part]);
      const Look& look = all_looks[part];
      svg.rect(x + 1, y, width - 2, bar_height, look.paint, 3);
      const std::string number = std::to_string(counts[part]);
      const std::string sign(look.sign);
      const std::string label = sign.empty() ? number : sign + " " + number;
      const TextStyle style_of_label{15, look.paint.ink, Anchor::middle, !sign.empty()};
      if (text_width(label, 15, true) + 8 <= width) {
        svg.text(x + width / 2, y + bar_height / 2 + 5.5, label, style_of_label);
      } else if (text_width(number, 12, true) + 4 <= width) {
        svg.text(x + width / 2, y + bar_height / 2 + 4.5, number, {12, look.paint.ink, Anchor::middle, true});
      }
      x += width;
    }
  }
  std::vector<Key> keys;
  for (std::size_t part = 0; part < part_count; ++part)
    if (seen[part] > 0) keys.push_back({all_looks[part].text, all_looks[part].paint, all_looks[part].sign});
  const double height = draw_foot(svg, colours, style, y, keys);
  return std::move(svg).finish(style.width, height, style.title.empty() ? title : style.title,
                               "Bars: for each of " + std::to_string(matrix.columns.size()) +
                                   " issues, how many actors support it, oppose it, or hold something between.");
}

}  // namespace demarche::picture
