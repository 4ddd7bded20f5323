#include <array>
#include <cmath>
#include <regex>

#include "engine/picture/heatmap.hpp"
#include "engine/picture/measure.hpp"
#include "engine/picture/network_picture.hpp"
#include "engine/picture/raster.hpp"
#include "engine/picture/theme.hpp"
#include "engine/picture/time_picture.hpp"
#include "engine/picture/totals.hpp"
#include "tests/catch.hpp"
#include "tests/unit/position/build.hpp"

using namespace demarche;
using namespace demarche::picture;
using namespace demarche::position::testing;
using position::Code;
using position::Head;
using position::Matrix;

namespace {

const std::string small_print =
    "demarche 9.9 · rules 0123456789abcdef · corpus fedcba9876543210 · all dates · one a document";

// A matrix of that size in which every code occurs, with long and short names in several scripts.
Matrix world(std::size_t rows, std::size_t columns) {
  static const std::array<const char*, 5> names{"Iran", "United Kingdom of Great Britain and Northern Ireland",
                                                "Армения", "السعودية", "中华人民共和国"};
  static const std::array<const char*, 4> issues{"Peace", "Presence of extra-regional forces in the South Caucasus",
                                                 "Sanctions", "Territorial-integrity-and-borders"};
  Matrix matrix;
  matrix.title = "Positions of the world";
  for (std::size_t i = 0; i < rows; ++i)
    matrix.rows.push_back({"A" + std::to_string(i), std::string(names[i % 5]) + " " + std::to_string(i)});
  for (std::size_t i = 0; i < columns; ++i)
    matrix.columns.push_back({"i" + std::to_string(i), std::string(issues[i % 4]) + " " + std::to_string(i)});
  for (std::size_t i = 0; i < rows * columns; ++i) {
    position::Cell cell;
    cell.code = static_cast<Code>((i * 7 + i / columns) % 8);
    cell.documents = static_cast<std::uint32_t>(i % 120);
    cell.thin = position::is_position(cell.code) && cell.documents < 3;
    if (cell.code == Code::support || cell.code == Code::mixed) cell.support = 3;
    if (cell.code == Code::oppose || cell.code == Code::mixed || cell.code == Code::conditional) cell.oppose = 2;
    if (i % 11 == 0) cell.via = "ASEAN+3";
    matrix.cells.push_back(cell);
  }
  return matrix;
}

std::array<std::pair<double, double>, 4> corners(const TextBox& box) {
  const double turn = box.angle * 3.14159265358979323846 / 180;
  auto at = [&](double along, double up) {
    return std::pair{box.x + along * std::cos(turn) + up * std::sin(turn),
                     box.y + along * std::sin(turn) - up * std::cos(turn)};
  };
  return {at(0, 0), at(box.width, 0), at(box.width, box.height), at(0, box.height)};
}

// Whether some line parts the two boxes: boxes that no side of either parts do overlap.
bool parted_by_a_side(const TextBox& a, const TextBox& b) {
  const auto of_a = corners(a);
  const auto of_b = corners(b);
  for (std::size_t i = 0; i < 2; ++i) {
    const double nx = of_a[i + 1].second - of_a[i].second;
    const double ny = of_a[i].first - of_a[i + 1].first;
    double low_a = 1e18, high_a = -1e18, low_b = 1e18, high_b = -1e18;
    for (std::size_t k = 0; k < 4; ++k) {
      const double pa = of_a[k].first * nx + of_a[k].second * ny;
      const double pb = of_b[k].first * nx + of_b[k].second * ny;
      low_a = std::min(low_a, pa), high_a = std::max(high_a, pa);
      low_b = std::min(low_b, pb), high_b = std::max(high_b, pb);
    }
    if (high_a <= low_b || high_b <= low_a) return true;
  }
  return false;
}

bool overlap(const TextBox& a, const TextBox& b) { return !parted_by_a_side(a, b) && !parted_by_a_side(b, a); }

void check_readable(const Picture& picture) {
  REQUIRE(picture.error.empty());
  for (const auto& text : picture.texts)
    for (const auto& [x, y] : corners(text)) {
      INFO(text.text);
      CHECK(x >= 0);
      CHECK(x <= picture.width);
      CHECK(y >= 0);
      CHECK(y <= picture.height);
    }
  for (std::size_t i = 0; i < picture.texts.size(); ++i)
    for (std::size_t k = i + 1; k < picture.texts.size(); ++k) {
      if (!overlap(picture.texts[i], picture.texts[k])) continue;
      FAIL_CHECK("`" << picture.texts[i].text << "` lies over `" << picture.texts[k].text << "`");
    }
}

Style plain_style(double width = 1280) { return {width, false, "", small_print}; }

position::Network network_of(const Matrix& matrix, position::NetworkKind kind) {
  position::NetworkOptions options;
  options.kind = kind;
  return position::build_network(matrix, options);
}

position::Timeline timeline_of(const std::vector<DocumentResult>& documents, position::TimelineOptions wanted,
                               const std::vector<Head>& rows = {}) {
  position::Tally tally;
  for (const auto& one : documents) tally.add(one);
  return position::build_timeline(tally, {"", "", rows, {}}, {}, wanted, actors());
}

std::vector<DocumentResult> years_of_statements() {
  std::vector<DocumentResult> documents;
  for (int year = 1998; year < 2024; ++year)
    for (const char* actor : {"IRN", "RUS", "ARM"}) {
      const bool turned = year > 2010 && std::string(actor) != "ARM";
      documents.push_back(document("d" + std::to_string(documents.size() + 1000), std::to_string(year) + "-05-01",
                                   {{actor, turned ? Stance::oppose : Stance::support}}));
    }
  return documents;
}

double luminance(const std::string& colour) {
  double sum = 0;
  const std::array<double, 3> share{0.2126, 0.7152, 0.0722};
  for (std::size_t i = 0; i < 3; ++i) {
    const double value = std::stoi(colour.substr(1 + 2 * i, 2), nullptr, 16) / 255.0;
    sum += share[i] * (value <= 0.03928 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4));
  }
  return sum;
}

double contrast(const std::string& a, const std::string& b) {
  const double high = std::max(luminance(a), luminance(b));
  const double low = std::min(luminance(a), luminance(b));
  return (high + 0.05) / (low + 0.05);
}

}  // namespace

TEST_CASE("texts are measured, cut and broken") {
  CHECK(text_width("ii", 10) == Approx(4.44));
  CHECK(text_width("WW", 10) > text_width("ii", 10));
  CHECK(text_width("中", 10) == Approx(10));
  CHECK(cut_to_width("short", 100, 10) == "short");
  const std::string cut = cut_to_width("a rather long text", 40, 10);
  CHECK(cut.ends_with("…"));
  CHECK(text_width(cut, 10) <= 40);
  for (const auto& line : lines_within("foreign-forces-presence in the region", 60, 10, 5))
    CHECK(text_width(line, 10) <= 60);
  CHECK(lines_within("one two three four five six seven", 30, 10, 2).size() == 2);
  CHECK(lines_within("", 30, 10, 2).empty());
  CHECK(lines_within("W", 1, 10, 3).size() == 1);
}

TEST_CASE("what is written on a colour can be read, light and dark") {
  for (const bool dark : {false, true}) {
    const Theme& colours = theme(dark);
    for (const Paint& paint :
         {colours.support, colours.oppose, colours.mixed, colours.support_pale, colours.oppose_pale, colours.mixed_pale,
          colours.support_if, colours.oppose_if, colours.neutral, colours.blank}) {
      INFO(paint.fill << " " << paint.ink);
      CHECK(contrast(paint.fill, paint.ink) >= 4.5);
    }
    for (const auto& ink : {colours.ink, colours.soft}) CHECK(contrast(colours.paper, ink) >= 4.5);
    for (const auto& tie : {colours.tie_for, colours.tie_against, colours.tie_mixed})
      CHECK(contrast(colours.paper, tie) >= 3);
  }
}

TEST_CASE("heat maps of many sizes: no text runs out or lies over another") {
  for (const auto& [rows, columns] :
       std::vector<std::pair<std::size_t, std::size_t>>{{1, 1}, {6, 7}, {12, 16}, {40, 9}, {100, 30}}) {
    INFO(rows << " by " << columns);
    check_readable(heat_map(world(rows, columns), plain_style()));
  }
  check_readable(heat_map(world(6, 7), plain_style(700)));
}

TEST_CASE("totals, timelines and networks: no text runs out or lies over another") {
  for (const std::size_t rows : {1, 6, 193}) check_readable(totals(world(rows, 12), plain_style()));
  check_readable(time_picture(timeline_of(years_of_statements(), {}), plain_style()));
  check_readable(time_picture(timeline_of(years_of_statements(), {position::Step::month, 12}), plain_style(1920)));
  check_readable(time_picture(timeline_of(years_of_statements(), {}, {{"IRN", "Iran"}}), plain_style()));
  for (const auto kind :
       {position::NetworkKind::agreement, position::NetworkKind::two_mode, position::NetworkKind::subtract})
    for (const std::size_t rows : {2, 5, 15, 28})
      check_readable(network_picture(network_of(world(rows, 9), kind), plain_style()));
}

TEST_CASE("what cannot be read is refused, with what to do") {
  CHECK(heat_map(world(3, 10000), plain_style()).error.find("name some") != std::string::npos);
  CHECK(heat_map(world(1000, 3), plain_style()).error.find("name some") != std::string::npos);
  CHECK(totals(world(3, 10000), plain_style()).error.find("name some") != std::string::npos);
  CHECK(
      network_picture(network_of(world(500, 3), position::NetworkKind::agreement), plain_style()).error.find("--min") !=
      std::string::npos);
  CHECK(time_picture(timeline_of(years_of_statements(), {position::Step::month}), plain_style(600))
            .error.find("--every") != std::string::npos);
  for (const Picture& empty : {heat_map({}, plain_style()), totals({}, plain_style()),
                               network_picture({}, plain_style()), time_picture({}, plain_style())}) {
    CHECK(!empty.error.empty());
    CHECK(empty.svg.empty());
  }
}

TEST_CASE("an actor alone is a network picture without ties") {
  const auto picture = network_picture(network_of(world(1, 9), position::NetworkKind::agreement), plain_style());
  check_readable(picture);
  CHECK(picture.svg.find("Without a tie: Iran 0") != std::string::npos);
}

TEST_CASE("the same input gives the same bytes") {
  const Matrix matrix = world(15, 9);
  CHECK(heat_map(matrix, plain_style()).svg == heat_map(matrix, plain_style()).svg);
  const auto network = network_of(matrix, position::NetworkKind::agreement);
  const std::string first = network_picture(network, plain_style()).svg;
  for (int i = 0; i < 3; ++i) CHECK(network_picture(network, plain_style()).svg == first);
}

TEST_CASE("hostile titles stay text, and the small print is there") {
  Matrix matrix = world(2, 2);
  matrix.title = "</title><script>alert(1)</script>\x01 & \"quotes\"";
  matrix.rows[0].title = "<image href='x'/>";
  for (const bool dark : {false, true}) {
    const Picture picture = heat_map(matrix, {1280, dark, "", small_print});
    CHECK(picture.svg.find("<script") == std::string::npos);
    CHECK(picture.svg.find("<image") == std::string::npos);
    CHECK(picture.svg.find('\x01') == std::string::npos);
    CHECK(picture.svg.find("rules 0123456789abcdef") != std::string::npos);
    CHECK(to_png(picture, 1).error.empty());
  }
}

TEST_CASE("a PNG has the size that is asked for") {
  const Picture picture = heat_map(world(3, 3), plain_style(800));
  const Pixels pixels = to_png(picture, 2);
  REQUIRE(pixels.error.empty());
  REQUIRE(pixels.png.size() > 24);
  CHECK(pixels.png.substr(1, 3) == "PNG");
  auto number = [&](std::size_t at) {
    unsigned value = 0;
    for (std::size_t i = 0; i < 4; ++i) value = value << 8 | static_cast<unsigned char>(pixels.png[at + i]);
    return value;
  };
  CHECK(number(16) == 1600);
  CHECK(number(20) == static_cast<unsigned>(picture.height * 2));
  CHECK(to_png(picture, 2).png == pixels.png);
  CHECK(to_png(picture, 1000).error.find("--scale") != std::string::npos);
}
