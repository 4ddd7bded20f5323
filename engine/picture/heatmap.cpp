#include "engine/picture/heatmap.hpp"

#include <algorithm>
#include <cmath>

#include "engine/picture/frame.hpp"
#include "engine/picture/measure.hpp"
#include "engine/report/cell_text.hpp"

namespace demarche::picture {

namespace {

using position::Cell;
using position::Matrix;

constexpr double name_size = 15;
constexpr double head_size = 14;
constexpr double widest_cell = 150;
constexpr double narrowest_cell = 22;
constexpr double wide_enough_for_words = 92;  // heads stand upright from here on
constexpr double longest_head = 240;
constexpr std::size_t most_rows = 150;
constexpr double gap = 2;
const double slope = std::sqrt(0.5);

class Map {
 public:
  Map(const Matrix& matrix, const Style& style)
      : matrix_(matrix), style_(style), theme_(theme(style.dark)), svg_(theme_) {}

  Picture draw() && {
    if (matrix_.rows.empty() || matrix_.columns.empty()) return refuse("there are no positions to draw");
    if (matrix_.rows.size() > most_rows)
      return refuse(std::to_string(matrix_.rows.size()) + " rows are more than a picture can show (" +
                    std::to_string(most_rows) + "); name some of them");
    measure();
    if (cell_width_ < narrowest_cell)
      return refuse(std::to_string(matrix_.columns.size()) + " columns cannot be read in " +
                    std::to_string(std::lround(style_.width)) +
                    " pixels; name some of them, or take a larger --width");
    const std::string title = matrix_.title.empty() ? "Positions" : matrix_.title;
    double y = draw_head(svg_, theme_, style_, title, "");
    y = draw_heads(y);
    for (std::size_t row = 0; row < matrix_.rows.size(); ++row)
      draw_row(row, y + static_cast<double>(row) * row_height_);
    y += static_cast<double>(matrix_.rows.size()) * row_height_;
    auto keys = keys_of(theme_, matrix_.cells);
    if (shows_numbers()) keys.push_back({"number: documents", theme_.blank, "5"});
    const double height = draw_foot(svg_, theme_, style_, y, keys);
    return std::move(svg_).finish(style_.width, height, style_.title.empty() ? title : style_.title, description());
  }

 private:
  void measure() {
    double widest_name = 0;
    for (const auto& row : matrix_.rows) widest_name = std::max(widest_name, text_width(row.title, name_size));
    const bool many = matrix_.columns.size() > 12;
    stub_ = std::min(widest_name, style_.width * (many ? 0.18 : 0.28)) + 14;
    const auto count = static_cast<double>(matrix_.columns.size());
    const double room = style_.width - 2 * margin - stub_;
    cell_width_ = std::min(widest_cell, room / count);
    slanted_ = cell_width_ < wide_enough_for_words;
    if (slanted_) fit_slanted_heads(room);
    row_height_ = matrix_.rows.size() <= 14 ? 40 : matrix_.rows.size() <= 30 ? 32 : 25;
  }

  // A slanted head begins over the middle of its column and leans out to the right: none may run out of the picture.
  void fit_slanted_heads(double room) {
    for (std::size_t column = 0; column < matrix_.columns.size(); ++column) {
      const double length = std::min(longest_head, text_width(matrix_.columns[column].title, head_size));
      head_length_ = std::max(head_length_, length);
      cell_width_ =
          std::min(cell_width_, (room - 8 - (length + head_size) * slope) / (static_cast<double>(column) + 0.5));
    }
  }

  bool shows_numbers() const { return cell_width_ >= 52; }

  double column_x(std::size_t column) const { return margin + stub_ + static_cast<double>(column) * cell_width_; }

  double draw_heads(double y) {
    const TextStyle style{head_size, theme_.ink};
    if (slanted_) {
      y += (head_length_ + head_size) * slope;
      for (std::size_t column = 0; column < matrix_.columns.size(); ++column) {
        TextStyle turned = style;
        turned.angle = -45;
        svg_.text(column_x(column) + cell_width_ / 2 + 4, y - 6,
                  cut_to_width(matrix_.columns[column].title, longest_head, head_size), turned);
      }
      return y + 4;
    }
    std::vector<std::vector<std::string>> heads;
    std::size_t lines = 1;
    for (const auto& column : matrix_.columns) {
      heads.push_back(lines_within(column.title, cell_width_ - 10, head_size, 4));
      lines = std::max(lines, heads.back().size());
    }
    const double line_height = head_size + 3;
    for (std::size_t column = 0; column < heads.size(); ++column)
      for (std::size_t i = 0; i < heads[column].size(); ++i) {
        TextStyle centred = style;
        centred.anchor = Anchor::middle;
        const auto line = static_cast<double>(lines - heads[column].size() + i + 1);
        svg_.text(column_x(column) + cell_width_ / 2, y + line * line_height - 4, heads[column][i], centred);
      }
    return y + static_cast<double>(lines) * line_height + 6;
  }

  void draw_row(std::size_t row, double y) {
    svg_.text(margin, y + row_height_ / 2 + name_size * 0.36,
              cut_to_width(matrix_.rows[row].title, stub_ - 12, name_size), {name_size, theme_.ink});
    for (std::size_t column = 0; column < matrix_.columns.size(); ++column)
      draw_cell(matrix_.at(row, column), column_x(column), y);
  }

  void draw_cell(const Cell& cell, double x, double y) {
    const Paint& paint = paint_of(theme_, cell);
    svg_.rect(x + gap / 2, y + gap / 2, cell_width_ - gap, row_height_ - gap, paint, 3);
    const std::string sign = report::symbol(cell, report::Signs::unicode);
    const double middle = x + cell_width_ / 2;
    const double size = std::min(19.0, std::min(row_height_ * 0.52, cell_width_ * 0.5));
    const double base = y + row_height_ / 2 + size * 0.36;
    std::string number;
    if (position::is_position(cell.code) && shows_numbers())
      number = cell.via.empty() ? std::to_string(cell.documents) : cell.via;
    if (number.empty()) {
      svg_.text(middle, base, sign, {size, paint.ink, Anchor::middle, true});
      return;
    }
    const double number_size = size * 0.68;
    const double sign_width = text_width(sign, size, true);
    const double room = cell_width_ - gap - sign_width - 14;
    number = cut_to_width(number, room, number_size);
    const double all = sign_width + 6 + text_width(number, number_size);
    svg_.text(middle - all / 2, base, sign, {size, paint.ink, Anchor::start, true});
    svg_.text(middle - all / 2 + sign_width + 6, base, number, {number_size, paint.ink});
  }

  std::string description() const {
    return "A grid of " + std::to_string(matrix_.rows.size()) + " actors by " + std::to_string(matrix_.columns.size()) +
           " issues; each cell has the sign and colour of a position.";
  }

  const Matrix& matrix_;
  const Style& style_;
  const Theme& theme_;
  Svg svg_;
  double stub_ = 0;
  double cell_width_ = 0;
  double row_height_ = 0;
  double head_length_ = 0;
  bool slanted_ = false;
};

}  // namespace

Picture heat_map(const Matrix& matrix, const Style& style) { return Map(matrix, style).draw(); }

}  // namespace demarche::picture
