#include <fstream>
#include <limits>
#include <nlohmann/json.hpp>

#include "engine/base/render.hpp"
#include "engine/report/cell_text.hpp"
#include "engine/report/padded.hpp"
#include "engine/report/documents_jsonl.hpp"
#include "engine/report/evidence_jsonl.hpp"
#include "engine/report/json_text.hpp"
#include "engine/report/matrix_csv.hpp"
#include "engine/report/matrix_json.hpp"
#include "engine/report/matrix_markdown.hpp"
#include "engine/report/matrix_terminal.hpp"
#include "tests/catch.hpp"
#include "tests/unit/position/build.hpp"

using namespace demarche;
using namespace demarche::report;
using namespace demarche::position::testing;
using position::Layout;
using position::Matrix;

namespace {

std::string json_string(std::string_view text) {
  std::string out;
  append_json_string(out, text);
  return out;
}

std::string json_number(double value, int digits) {
  std::string out;
  append_json_number(out, value, digits);
  return out;
}

std::vector<DocumentResult> documents() {
  Say strong{"IRN", Stance::oppose, "foreign-forces-presence", "Iran | \"rejects\" foreign\ttroops."};
  strong.strength = Strength::strong;
  std::vector<DocumentResult> all{
      document("a.txt", "2023-01-01", {strong, {"IRN", Stance::support, "peace-treaty"}}),
      document("b.txt", "2023-02-01", {{"RUS", Stance::support, "peace-treaty"}, {"RUS", Stance::oppose, "peace-treaty"}}),
      document("c.txt", "", {{"EU", Stance::support, "peace-treaty"}}, "=HYPERLINK(\"x\")")};
  all[0].silences.push_back({{10, 20}, "RUS", "peace-treaty", evidence::Reason::no_construction, ""});
  all[0].silences.push_back({{30, 40}, "", "peace-treaty", evidence::Reason::unknown_turn, "unknown turn: conflating"});
  all[0].silences.push_back({{50, 60}, "IRN", "peace-treaty", evidence::Reason::no_construction, ""});
  return all;
}

Matrix sample() {
  const Layout layout{"m",
                      "Positions",
                      {{"IRN", "Iran"}, {"RUS", "Russia"}, {"DEU", "Germany"}, {"ARM", "Armenia"}},
                      {{"foreign-forces-presence", "Presence of foreign forces"}, {"peace-treaty", "=Peace, \"treaty\""}}};
  return matrix_of(documents(), {}, layout);
}

}  // namespace

TEST_CASE("JSON strings keep UTF-8 and escape what must be") {
  CHECK(json_string("a\"b\\c\n\t\r\x01\x7F é “x”") == "\"a\\\"b\\\\c\\n\\t\\r\\u0001\\u007f é “x”\"");
  CHECK(json_string("") == "\"\"");
  CHECK(nlohmann::json::parse(json_string("</script>\x1f")) == "</script>\x1f");
}

TEST_CASE("JSON numbers have no needless digits") {
  CHECK(json_number(0.75, 3) == "0.75");
  CHECK(json_number(1, 3) == "1");
  CHECK(json_number(-0.0001, 3) == "0");
  CHECK(json_number(1.0 / 3, 4) == "0.3333");
  CHECK(json_number(std::numeric_limits<double>::quiet_NaN(), 3) == "null");
}

TEST_CASE("evidence.jsonl: fields in their order, sorted by document, start, actor, issue") {
  const std::string text = evidence_jsonl(documents());
  const std::string first = text.substr(0, text.find('\n'));
  CHECK(first ==
        R"({"doc":"a.txt","date":"2023-01-01","source":"gazette","start":0,"end":90,"match":{"start":10,"end":20},)"
        R"("sentence":"Iran | \"rejects\" foreign\ttroops.","actor":"IRN","speaker":"","via":"","claimant":"",)"
        R"("issue":"foreign-forces-presence","stance":"oppose","strength":"strong","kind":"declared","mode":"plain",)"
        R"("rule":"","construction":"","negated":false,"score":0.9})");
  CHECK(std::count(text.begin(), text.end(), '\n') == 5);
  CHECK(text.find("\"doc\":\"c.txt\",\"date\":null,") != std::string::npos);
  auto shuffled = documents();
  std::swap(shuffled[0].records[0], shuffled[0].records[1]);
  CHECK(evidence_jsonl(shuffled) == text);
}

TEST_CASE("docs/evidence.schema.json names the fields of evidence.jsonl in their order") {
  std::ifstream in(std::string(DEMARCHE_SOURCE_DIR) + "/docs/evidence.schema.json");
  const auto schema = nlohmann::ordered_json::parse(in);
  const std::string text = evidence_jsonl(documents());
  const auto line = nlohmann::ordered_json::parse(text.substr(0, text.find('\n')));
  std::vector<std::string> written, described;
  for (const auto& [key, value] : line.items()) written.push_back(key);
  for (const auto& [key, value] : schema["properties"].items()) described.push_back(key);
  CHECK(written == described);
  CHECK(schema["required"].get<std::vector<std::string>>() == described);
}

TEST_CASE("documents.jsonl: the reasons add up") {
  const std::string text = documents_jsonl(documents());
  const auto json = nlohmann::json::parse(text.substr(0, text.find('\n')));
  CHECK(json["records"] == 2);
  CHECK(json["silent"] == 3);
  CHECK(json["reasons"]["no-construction"] == 2);
  CHECK(json["reasons"]["unknown-turn"] == 1);
  CHECK(json["silences"].size() == 3);
  CHECK(json["silences"][1]["detail"] == "unknown turn: conflating");
  CHECK(json["sentences"] == 0);
}

TEST_CASE("CSV fields are quoted, and no spreadsheet takes one for a formula") {
  CHECK(csv_field("plain") == "plain");
  CHECK(csv_field("a,b") == "\"a,b\"");
  CHECK(csv_field("say \"x\"\n") == "\"say \"\"x\"\"\n\"");
  CHECK(csv_field("=1+1") == "'=1+1");
  CHECK(csv_field("@x") == "'@x");
  CHECK(csv_field("-3") == "'-3");
  CHECK(csv_field("+a,b") == "\"'+a,b\"");
}

TEST_CASE("matrix.csv") {
  CHECK(matrix_csv(sample()) ==
        "actor,name,foreign-forces-presence,peace-treaty\n"
        "IRN,Iran,oppose,support\n"
        "RUS,Russia,silent,mixed (ambivalent)\n"
        "DEU,Germany,no-coverage,support via EU\n"
        "ARM,Armenia,no-coverage,no-coverage\n");
}

TEST_CASE("matrix.json has every figure") {
  const auto json = nlohmann::json::parse(matrix_json(sample(), documents(), {"1.0", "abc"}));
  CHECK(json["rules"] == "abc");
  CHECK(json["cells"].size() == 8);
  const auto& cell = json["cells"][0];
  CHECK(cell["code"] == "oppose");
  CHECK(cell["lean"] == -1);
  CHECK(cell["strength"] == Approx(-1.0986));
  CHECK(cell["interval"][0] == 0);
  CHECK(cell["thin"] == true);
  CHECK(cell["quotes"][0]["sentence"] == "Iran | \"rejects\" foreign\ttroops.");
  CHECK(json["cells"][2]["lean"].is_null());
  CHECK(json["cells"][5]["via"] == "EU");
}

TEST_CASE("matrix.md escapes what would be markup") {
  CHECK(markdown_text("a|b *c* <x> [y]\nz") == "a\\|b \\*c\\* \\<x\\> \\[y\\] z");
  CHECK(markdown_text("- no list") == "\\- no list");
  const std::string text = matrix_markdown(sample(), documents());
  CHECK(text.find("| **Iran** | − 1? | + 1? |") != std::string::npos);
  CHECK(text.find("> Iran \\| \"rejects\" foreign\ttroops.") != std::string::npos);
  CHECK(matrix_markdown({}, {}).find("No positions were found") != std::string::npos);
}

TEST_CASE("the terminal table, plain") {
  TerminalOptions options{100, false, Signs::plain};
  const std::string text = matrix_terminal(sample(), options);
  CHECK(text.starts_with("Positions\n\n"
                         "             foreign-\n"
                         "             forces-\n"
                         "             presence  peace-treaty\n"
                         "-----------------------------------\n"
                         "IRN Iran     - 1?      + 1?\n"
                         "RUS Russia             +/- 1?\n"
                         "DEU Germany  .         + EU\n"
                         "ARM Armenia  .         .\n"));
  for (const char c : text) CHECK(static_cast<unsigned char>(c) < 0x80);
}

TEST_CASE("a narrow terminal gets the columns in blocks, and no line is wider") {
  for (const std::size_t width : {24u, 30u, 60u}) {
    const std::string text = matrix_terminal(sample(), {width, false, Signs::unicode});
    std::size_t begin = 0;
    bool legend = false;
    while (begin < text.size()) {
      const std::size_t end = text.find('\n', begin);
      const std::string line = text.substr(begin, end - begin);
      legend = legend || line.find("supports") != std::string::npos;
      if (!legend) CHECK(display_width(line) <= width);
      begin = end + 1;
    }
  }
  const std::string narrow = matrix_terminal(sample(), {26, false, Signs::plain});
  CHECK(narrow.find("IRN Iran") != narrow.rfind("IRN Iran"));  // twice
}

TEST_CASE("colour adds nothing but colour") {
  std::string text = matrix_terminal(sample(), {100, true, Signs::unicode});
  CHECK(text.find("\x1b[33;1m") != std::string::npos);
  std::string bare;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '\x1b') {
      i = text.find('m', i);
      continue;
    }
    bare += text[i];
  }
  auto squeeze = [](std::string line) {
    std::string out;
    for (const char c : line)
      if (c != ' ') out += c;
    return out;
  };
  CHECK(squeeze(bare) == squeeze(matrix_terminal(sample(), {100, false, Signs::unicode})));
}

TEST_CASE("widths of other scripts") {
  CHECK(display_width("Türkiye") == 7);
  CHECK(display_width("e\xCC\x81") == 1);
  CHECK(display_width("中国") == 4);
  CHECK(padded("中国", 3) == "中 ");
  CHECK(padded("ab", 4) == "ab  ");
}

TEST_CASE("signs of all codes") {
  position::Cell cell;
  CHECK(symbol(cell, Signs::unicode) == "·");
  cell.code = position::Code::conditional;
  cell.oppose = 1;
  CHECK(symbol(cell, Signs::plain) == "(-)");
  cell.code = position::Code::mixed;
  cell.refinement = position::Refinement::shifted;
  cell.shift = position::Shift{};
  cell.shift->after = Stance::support;
  CHECK(symbol(cell, Signs::unicode) == "→+");
  CHECK(code_text(cell) == "mixed (shifted)");
}
