#include "engine/report/html_report.hpp"

#include <zlib.h>

#include <nlohmann/json.hpp>

#include "engine/report/gzip.hpp"
#include "engine/report/page_data.hpp"
#include "engine/report/page_frame.hpp"
#include "tests/catch.hpp"

using namespace demarche;
using namespace demarche::report;
using Json = nlohmann::json;

namespace {

std::string unzipped(const std::string& bytes) {
  z_stream stream{};
  REQUIRE(inflateInit2(&stream, 15 + 16) == Z_OK);
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
  stream.avail_in = static_cast<uInt>(bytes.size());
  std::string out;
  char buffer[4096];
  int status = Z_OK;
  while (status == Z_OK) {
    stream.next_out = reinterpret_cast<Bytef*>(buffer);
    stream.avail_out = sizeof buffer;
    status = inflate(&stream, Z_NO_FLUSH);
    out.append(buffer, sizeof buffer - stream.avail_out);
  }
  inflateEnd(&stream);
  CHECK(status == Z_STREAM_END);
  return out;
}

evidence::Record record(const std::string& actor, const std::string& sentence, std::uint32_t start) {
  evidence::Record one;
  one.doc = "a.txt";
  one.date = parse_date("2023-05-01");
  one.sentence_range = {start, start + static_cast<std::uint32_t>(sentence.size())};
  one.sentence = sentence;
  one.actor = actor;
  one.issue = "sanctions";
  one.stance = evidence::Stance::oppose;
  one.rule = "r";
  one.construction = "active";
  one.score = 0.8;
  return one;
}

struct Sample {
  std::vector<evidence::DocumentResult> results;
  position::Matrix matrix;
  PageInput input;

  Sample() {
    evidence::DocumentResult result;
    result.doc = "a.txt";
    result.title = "A title";
    result.date = parse_date("2023-05-01");
    result.mentioned = {"IRN", "USA"};
    result.issue_mentions = {{"IRN", "sanctions"}, {"USA", "peace"}};
    result.sentences = 9;
    result.records = {record("IRN", "Iran opposes it.", 0), record("G77", "Iran opposes it.", 0),
                      record("FRA", "Other.", 40)};
    result.silences.push_back({{0, 9}, "IRN", "peace", evidence::Reason::no_rule, "", {}});
    results.push_back(result);
    matrix.title = "Positions";
    matrix.rows = {{"IRN", "Iran"}, {"USA", "United States"}};
    matrix.columns = {{"sanctions", "Sanctions"}};
    matrix.cells.resize(2);
    input.title = "</title><script>alert(1)</script> & \x01";
    input.members = {{"G77", "IRN", {{parse_date("1964-06-15"), std::nullopt}}}};
    input.rules = {{"r", "r.stance:3", "actor opposes sanctions"}};
    input.actor_name = [](const std::string& id) { return "the " + id; };
    input.passages["a.txt"] = {{"Before it stands this.", "And this behind.", evidence::Range{5, 12}}, {}, {}};
  }
};

}  // namespace

TEST_CASE("gzip and base64 give what others read") {
  for (const auto& text : {std::string(), std::string("a"), std::string(300000, 'x') + "end"}) {
    CHECK(unzipped(gzip(text)) == text);
    CHECK(gzip(text) == gzip(text));
  }
  CHECK(base64("") == "");
  CHECK(base64("f") == "Zg==");
  CHECK(base64("fo") == "Zm8=");
  CHECK(base64("foobar") == "Zm9vYmFy");
  CHECK(base64("\xff\xfe\xfd") == "//79");
}

TEST_CASE("the data of the page holds the evidence of its rows and of groups that speak for them") {
  const Sample sample;
  const Json page = Json::parse(page_data(sample.matrix, sample.results, sample.input, widest_passage).json);
  CHECK(page["rows"] == Json({0, 1}));
  CHECK(page["actors"] == Json::parse(R"([["IRN","Iran"],["USA","United States"],["G77","the G77"]])"));
  CHECK(page["items"]["actor"] == Json({0, 2}));  // France is no row, and no group of one
  CHECK(page["items"]["passage"] == Json({0, 0}));
  CHECK(page["items"]["match"] == Json({5, -1}));
  CHECK(page["items"]["matched"] == Json({7, 0}));
  CHECK(page["items"]["score"] == Json({800, 800}));
  CHECK(page["passages"]["before"] == Json({"Before it stands this."}));
  CHECK(page["memberships"] == Json::parse(R"([{"group":2,"row":0,"when":[[-2026,null]]}])"));
  CHECK(page["documents"]["covered"] == Json::parse("[[0,1]]"));
  CHECK(page["documents"]["together"] == Json::parse("[[0,0]]"));  // peace is no column
  CHECK(page["documents"]["date"] == Json({19478}));
  CHECK(page["rules"][0]["text"] == "actor opposes sanctions");
  CHECK(page["constructions"][0]["text"] == "");
  CHECK(page["reasons"] ==
        Json::parse(R"([["no-rule","no rule asks for this actor, stance and issue, or only on other dates",1]])"));
  CHECK(page["counts"]["elsewhere"] == 1);
  CHECK(page["around"] == widest_passage);
}

TEST_CASE("passages are cut at words, from the far end") {
  const Sample sample;
  const Json page = Json::parse(page_data(sample.matrix, sample.results, sample.input, 12).json);
  CHECK(page["passages"]["before"][0] == "\u2026stands this.");
  CHECK(page["passages"]["after"][0] == "And this\u2026");
  CHECK(Json::parse(page_data(sample.matrix, sample.results, sample.input, 0).json)["passages"]["before"][0] == "");
}

TEST_CASE("a report is one file whose title cannot break it, and gets smaller when it must") {
  if (!has_page_frame()) {
    WARN("skipped: this build has no page (npm was missing)");
    return;
  }
  Sample sample;
  const auto page = html_report(sample.matrix, sample.results, sample.input, 3'000'000);
  CHECK(page.html.starts_with("<!DOCTYPE html>"));
  CHECK(page.html.find("<title>&lt;/title&gt;&lt;script&gt;alert(1)&lt;/script&gt; &amp;  </title>") !=
        std::string::npos);
  CHECK(page.html.find("http://") == page.html.find("http://www.w3.org/"));  // a name space, nothing to load
  CHECK(page.around == widest_passage);
  CHECK(html_report(sample.matrix, sample.results, sample.input, 3'000'000).html == page.html);

  // Words that do not compress.
  std::uint64_t state = 1;
  for (auto& passages : sample.input.passages["a.txt"])
    while (passages.before.size() < widest_passage)
      passages.before += " " + std::to_string(state = state * 6364136223846793005u + 1);
  const auto whole = html_report(sample.matrix, sample.results, sample.input, 3'000'000);
  const auto cut = html_report(sample.matrix, sample.results, sample.input, whole.html.size() - 200);
  CHECK(cut.around < whole.around);
  CHECK(cut.html.size() <= whole.html.size() - 200);
  const auto bare = html_report(sample.matrix, sample.results, sample.input, 10);
  CHECK(bare.around == 0);
  CHECK(bare.html.size() > 10);
}
