#include "engine/report/grid.hpp"

#include <nlohmann/json.hpp>

#include "engine/base/render.hpp"
#include "engine/report/grid_formats.hpp"
#include "engine/report/matrix_terminal.hpp"
#include "engine/report/table_csv.hpp"
#include "engine/report/table_html.hpp"
#include "engine/report/table_latex.hpp"
#include "tests/catch.hpp"
#include "tests/unit/position/build.hpp"

using namespace demarche;
using namespace demarche::report;
using namespace demarche::position::testing;
using position::Code;
using position::Layout;
using position::Matrix;

namespace {

const std::string hostile = "=1+1, \"quoted\"\nand <b>| broken\t& $x_1$ \\end{longtable}";

// Iran turns, Russia is mixed, Germany follows the EU, Armenia is silent everywhere.
std::vector<DocumentResult> documents() {
  return {document("a", "2023-01-01", {{"IRN", Stance::support, "peace", hostile}, {"RUS", Stance::support, "war"}}),
          document("b", "2023-02-01", {{"IRN", Stance::oppose}, {"RUS"}, {"RUS", Stance::oppose}}),
          document("c", "2023-03-01", {{"EU", Stance::oppose, "war"}, {"IRN", Stance::oppose}}, "=SUM(1)"),
          document("d", "", {{"RUS", Stance::oppose, "war"}})};
}

Matrix sample() {
  const Layout layout{"m",
                      "Positions",
                      {{"RUS", "Russia"}, {"IRN", "iran"}, {"DEU", "Germany"}, {"ARM", "Armenia"}},
                      {{"war", "War"}, {"peace", hostile}}};
  return matrix_of(documents(), {}, layout);
}

std::vector<std::string> ids(const std::vector<position::Head>& heads) {
  std::vector<std::string> list;
  for (const auto& head : heads) list.push_back(head.id);
  return list;
}

using Ids = std::vector<std::string>;

Grid grid_of(const Matrix& matrix, const View& view = {}) { return make_grid(matrix, view); }

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  std::istringstream in(text);
  for (std::string line; std::getline(in, line);) lines.push_back(line);
  return lines;
}

std::string write(const char* format, const Matrix& matrix, const View& view = {}) {
  const auto results = documents();
  const Grid grid = make_grid(matrix, view);
  const Provenance provenance{"1.0", "00ff", "11ee", "A project"};
  return grid_format(format)->write({grid, matrix, results, provenance});
}

}  // namespace

TEST_CASE("rows are sorted by name, id, count and lean") {
  const Matrix matrix = sample();
  View view;
  CHECK(ids(grid_of(matrix, view).rows) == Ids{"RUS", "IRN", "DEU", "ARM"});
  view.rows = Order::name;
  CHECK(ids(grid_of(matrix, view).rows) == Ids{"ARM", "DEU", "IRN", "RUS"});
  view.rows = Order::id;
  CHECK(ids(grid_of(matrix, view).rows) == Ids{"ARM", "DEU", "IRN", "RUS"});
  view.rows = Order::count;
  CHECK(ids(grid_of(matrix, view).rows) == Ids{"RUS", "IRN", "DEU", "ARM"});
  view.rows = Order::lean;  // 0, -1/3, -1, none
  CHECK(ids(grid_of(matrix, view).rows) == Ids{"RUS", "IRN", "DEU", "ARM"});
  view.columns = Order::id;
  CHECK(ids(grid_of(matrix, view).columns) == Ids{"peace", "war"});
}

TEST_CASE("a turned table has the same cells") {
  const Matrix matrix = sample();
  View view;
  view.transpose = true;
  view.rows = Order::id;
  const Grid grid = grid_of(matrix, view);
  CHECK(ids(grid.rows) == Ids{"peace", "war"});
  CHECK(ids(grid.columns) == Ids{"RUS", "IRN", "DEU", "ARM"});
  CHECK(grid.at(0, 1) == &matrix.at(1, 1));
  CHECK(lines_of(table_csv(grid, documents(), Separator::comma)).front() == "issue,title,RUS,IRN,DEU,ARM");
}

TEST_CASE("only some cells: rows and columns without any go") {
  const Matrix matrix = sample();
  View view;
  view.only = {"shifted"};
  Grid grid = grid_of(matrix, view);
  CHECK(ids(grid.rows) == Ids{"IRN"});
  CHECK(ids(grid.columns) == Ids{"peace"});
  view.only = {"via", "ambivalent"};
  grid = grid_of(matrix, view);
  CHECK(ids(grid.rows) == Ids{"RUS", "DEU"});
  CHECK(grid.at(1, 1) == nullptr);
  view.only = {"conditional"};
  CHECK(grid_of(matrix, view).empty());
  CHECK(is_filter("no-coverage"));
  CHECK_FALSE(is_filter("thick"));
}

TEST_CASE("totals count the cells of each code, by row, by column and in all") {
  const Matrix matrix = sample();
  const Grid grid = grid_of(matrix);
  const auto count = [](const Census& census, Code code) { return census[static_cast<std::size_t>(code)]; };
  CHECK(count(census_of_row(grid, 0), Code::mixed) == 2);
  CHECK(count(census_of_column(grid, 0), Code::oppose) == 1);
  CHECK(count(census_of_column(grid, 1), Code::mixed) == 2);
  CHECK(count(census_of_all(grid), Code::mixed) == 3);
  std::uint32_t all = 0;
  for (const auto one : census_of_all(grid)) all += one;
  CHECK(all == 8);
  View view;
  view.totals = true;
  const auto lines = lines_of(table_csv(grid_of(matrix, view), documents(), Separator::comma));
  CHECK(lines.size() == 1 + 4 + code_count);
  CHECK(lines[0] ==
        "actor,name,war,peace,n_support,n_oppose,n_mixed,n_conditional,n_neutral,n_mentioned,n_silent,n_no_coverage");
  CHECK(lines[1] == "RUS,Russia,mixed (ambivalent),mixed (ambivalent),0,0,2,0,0,0,0,0");
  CHECK(lines[7] == "n_mixed,number of cells: mixed,1,2,,,3,,,,,");
}

TEST_CASE("what a cell shows") {
  const Matrix matrix = sample();
  View view;
  view.content = Content::lean;
  auto lines = lines_of(table_csv(grid_of(matrix, view), documents(), Separator::comma));
  CHECK(lines[2] == "IRN,iran,,-0.3333");  // a number, and no text that begins with a minus
  view.content = Content::counts;
  lines = lines_of(table_csv(grid_of(matrix, view), documents(), Separator::comma));
  CHECK(lines[2] == "IRN,iran,,\"1 for, 2 against\"");
  view.content = Content::quote;
  const std::string quotes = table_csv(grid_of(matrix, view), documents(), Separator::comma);
  // Of a shift the old position, then the new one.
  CHECK(quotes.find(
            "[+] =1+1, \"\"quoted\"\" and <b>| broken & $x_1$ \\end{longtable} (2023-01-01, gazette (a))\n[-] ") !=
        std::string::npos);
}

TEST_CASE("the long table has one line a cell and its columns in their order") {
  const Matrix matrix = sample();
  View view;
  view.only = {"position"};
  const std::string text = table_csv_long(grid_of(matrix, view), documents());
  std::string head;
  for (const auto& column : long_columns()) head += (head.empty() ? "" : ",") + column.name;
  CHECK(text.starts_with(head + "\n"));
  CHECK(text.find("\nDEU,Germany,war,War,oppose,,EU,0,1,0,-1,-1.0986,0,0.8533,true,1,1,1,1,0,0,0,0,2023-03-01,2023-03-"
                  "01,,,,,0,0,0,,") != std::string::npos);
  CHECK(text.find(",shifted,,1,2,0,-0.3333,") != std::string::npos);
  CHECK(text.find(",support,2023-01-01,oppose,2023-02-01,") != std::string::npos);
}

TEST_CASE("no format lets a title or a sentence be more than text") {
  const Matrix matrix = sample();
  for (const auto content : {Content::standard, Content::code, Content::lean, Content::counts, Content::quote})
    for (const auto& format : grid_formats()) {
      View view;
      view.content = content;
      view.totals = true;
      const std::string text = write(std::string(format.name).c_str(), matrix, view);
      INFO(format.name << "\n" << text);
      CHECK_FALSE(text.empty());
      CHECK(text.back() == '\n');
      if (format.name == "html") {
        CHECK(text.find("<b>|") == std::string::npos);
        CHECK(text.find("<script") == std::string::npos);
      }
      if (format.name == "latex") {
        CHECK(text.find("$x_1$") == std::string::npos);
        CHECK(text.find("\\end{longtable} (") == std::string::npos);
        CHECK(text.find("\\textbackslash{}end\\{longtable\\}") != std::string::npos);
      }
      if (format.name == "md")
        for (const auto& line : lines_of(text))
          if (line.starts_with("| **"))
            CHECK(std::count(line.begin(), line.end(), '|') - std::count(line.begin(), line.end(), '\\') <= 20);
      if (format.name == "csv") CHECK(text.find(",=") == std::string::npos);
    }
}

TEST_CASE("every format says where it comes from, in itself or beside it") {
  const Matrix matrix = sample();
  const auto results = documents();
  const Grid grid = make_grid(matrix, {});
  const Provenance provenance{"1.0", "00ff", "11ee", "A project"};
  const GridInput input{grid, matrix, results, provenance};
  for (const auto& format : grid_formats()) {
    INFO(format.name);
    const std::string text = format.metadata ? format.metadata("tables/x.csv", input) : format.write(input);
    for (const char* fact : {"1.0", "00ff", "11ee"}) CHECK(text.find(fact) != std::string::npos);
  }
  const auto json = nlohmann::json::parse(grid_format("csv")->metadata("tables/x.csv", input));
  CHECK(json["url"] == "x.csv");
  CHECK(json["tableSchema"]["columns"].size() == 4);
  CHECK(json["dc:provenance"]["rules"] == "00ff");
  const auto longer = nlohmann::json::parse(grid_format("csv-long")->metadata("x.csv", input));
  CHECK(longer["tableSchema"]["columns"].size() == long_columns().size());
}

TEST_CASE("json has the cells that are shown, and totals") {
  View view;
  view.transpose = true;
  view.totals = true;
  view.only = {"mixed"};
  const auto json = nlohmann::json::parse(write("json", sample(), view));
  CHECK(json["transposed"] == true);
  CHECK(json["cells"].size() == 3);
  CHECK(json["cells"][0]["actor"] == "RUS");
  CHECK(json["cells"][0]["issue"] == "war");
  CHECK(json["totals"]["all"]["mixed"] == 3);
  CHECK(json["totals"]["rows"]["peace"]["mixed"] == 2);
}

TEST_CASE("LaTeX: signs, dashes and letters that pdfLaTeX does not know") {
  CHECK(latex_text("50% & a_b #1 {x} ~^\\") ==
        "50\\% \\& a\\_b \\#1 \\{x\\} \\textasciitilde{}\\textasciicircum{}\\textbackslash{}");
  CHECK(latex_text("→+ −") == "$\\rightarrow$+ $-$");
  CHECK(latex_text("Türkiye, Côte d’Ivoire") == "Türkiye, Côte d'Ivoire");
  CHECK(latex_text("Հայ") == "\\demarchechar{0540}{Հ}\\demarchechar{0561}{ա}\\demarchechar{0575}{յ}");
  CHECK(latex_text("[x]*\n--") == "{[}x]{*} -{}-{}");
}

TEST_CASE("HTML: a caption, scoped heads, words for what a sign means, foreign words on their own") {
  const std::string text = write("html", sample());
  CHECK(text.find("<caption id=\"caption\">Positions: actors by issues</caption>") != std::string::npos);
  CHECK(text.find("<th scope=\"row\"><bdi>iran</bdi></th>") != std::string::npos);
  CHECK(text.find("<td class=\"oppose\"><span aria-hidden=\"true\">− EU</span><span class=\"for-ears\">oppose via EU, "
                  "1 document, thin</span></td>") != std::string::npos);
  CHECK(html_text("<a href='x'>&\"\x01\n") == "&lt;a href=&#39;x&#39;&gt;&amp;&quot;\xEF\xBF\xBD ");
}

TEST_CASE("the terminal shows totals behind a rule, and quotes as a list") {
  View view;
  view.totals = true;
  view.columns = Order::id;
  const Matrix matrix = sample();
  const TerminalOptions plain{100, false, Signs::plain};
  const auto lines = lines_of(table_terminal(make_grid(matrix, view), documents(), plain));
  CHECK(lines[2] == "             peace   war     oppose  mixed  silent  no-coverage");
  CHECK(lines[4] == "RUS Russia   +/- 1?  +/- 2?          2");
  CHECK(lines[8].starts_with("-----"));
  CHECK(lines[9] == "oppose               1       1");
  view.content = Content::quote;
  const std::string quotes = table_terminal(make_grid(matrix, view), documents(), plain);
  CHECK(quotes.find("iran, =1+1, \"quoted\" and <b>| broken & $x_1$ \\end{longtable}: mixed (shifted)\n  + ") !=
        std::string::npos);
  for (const auto& line : lines_of(quotes)) CHECK(display_width(line) <= 100);
}

TEST_CASE("ten thousand columns are written in every format") {
  Matrix matrix;
  matrix.rows = {{"IRN", "Iran"}, {"RUS", "Russia"}};
  for (int i = 0; i < 10000; ++i)
    matrix.columns.push_back({"issue-" + std::to_string(i), "Issue " + std::to_string(i)});
  matrix.cells.resize(20000);
  View view;
  view.totals = true;
  for (const auto& format : grid_formats()) {
    INFO(format.name);
    CHECK(write(std::string(format.name).c_str(), matrix, view).find("9999") != std::string::npos);
  }
  const std::string screen = table_terminal(make_grid(matrix, view), {}, {80, false, Signs::unicode});
  for (const auto& line : lines_of(screen.substr(0, 20000))) CHECK(display_width(line) <= 80);
}

TEST_CASE("a table of nothing says so") {
  for (const auto& format : grid_formats()) {
    INFO(format.name);
    const std::string text = write(std::string(format.name).c_str(), Matrix{});
    if (format.name == "md" || format.name == "latex" || format.name == "html")
      CHECK(text.find("No positions were found") != std::string::npos);
    if (format.name == "csv") CHECK(text == "actor,name\n");
  }
}
