#include "engine/run/sample.hpp"

#include <algorithm>
#include <set>

#include "tests/catch.hpp"
#include "tests/unit/position/build.hpp"

using namespace demarche;
using namespace demarche::run;
using namespace demarche::position::testing;

namespace {

// 60 documents: each with one position on peace, every third with one on trade, and two silent sentences.
std::vector<DocumentResult> corpus_of(std::size_t n = 60) {
  std::vector<DocumentResult> all;
  for (std::size_t i = 0; i < n; ++i) {
    std::vector<Say> said{{"IRN"}};
    if (i % 3 == 0) said.push_back({"RUS", Stance::oppose, "trade"});
    auto one = document("d" + std::to_string(100 + i), i % 2 ? "2023-01-01" : "", said, i % 4 ? "gazette" : "herald");
    one.silences.push_back({{500, 560}, "ARM", "peace", evidence::Reason::no_construction, ""});
    one.silences.push_back({{600, 660}, "", "trade", evidence::Reason::no_holder, ""});
    one.silences.push_back({{600, 660}, "", "peace", evidence::Reason::nobody, ""});
    one.silences.push_back({one.records[0].sentence_range, "IRN", "trade", evidence::Reason::no_construction, ""});
    all.push_back(std::move(one));
  }
  return all;
}

SampleOptions options(std::size_t size, std::vector<SampleBy> by = {SampleBy::issue, SampleBy::source}) {
  SampleOptions wanted;
  wanted.size = size;
  wanted.by = std::move(by);
  return wanted;
}

std::string places(const Sample& sample) {
  std::string out;
  for (const auto& one : sample.sentences) out += one.doc + ":" + std::to_string(one.range.start) + " ";
  return out;
}

// The lines of a table, to be edited.
std::vector<std::string> lines(const std::string& table) {
  std::vector<std::string> found;
  for (std::size_t begin = 0; begin < table.size();) {
    const std::size_t end = table.find('\n', begin);
    found.push_back(table.substr(begin, end - begin));
    begin = end + 1;
  }
  return found;
}

struct Sheet {
  explicit Sheet(const Sample& drawn) : sample(drawn) {
    files.files["key.tsv"] = sample_key(sample);
    rows = lines(sample_sheet(sample, std::vector<SampleText>(sample.sentences.size(), {"b", "a\tsentence", "c"})));
  }
  // Fills the last columns of a line: actor, issue, stance, strength, note.
  void fill(std::size_t sentence, const std::string& coding) {
    std::string& row = rows[sentence + 1];
    row = row.substr(0, row.size() - 4) + coding;
  }
  std::optional<SampleCoding> read(Diagnostics& diagnostics, const KnownIds& known = {}) {
    std::string table;
    for (const auto& row : rows) table += row + "\n";
    files.files["sheet.tsv"] = table;
    return read_sample(files, "sheet.tsv", "key.tsv", known, diagnostics);
  }
  Sample sample;
  MemoryFileSystem files;
  std::vector<std::string> rows;
};

// A coder who agrees with the engine in `right` of the coded sentences and finds a position in `missed` silent ones.
Sheet filled(std::size_t right, std::size_t missed) {
  Sheet sheet(draw_sample(corpus_of(), options(40, {SampleBy::issue})));
  for (std::size_t i = 0; i < sheet.sample.sentences.size(); ++i) {
    const SampleSentence& one = sheet.sample.sentences[i];
    const bool coded = one.kind == SampleClass::coded;
    std::size_t& left = coded ? right : missed;
    if (left == 0) {
      sheet.fill(i, "\t\tnone\t\t");
      continue;
    }
    --left;
    if (coded)
      sheet.fill(i, one.answers[0].actor + "\t" + one.answers[0].issue + "\t" +
                        std::string(evidence::name_of(one.answers[0].stance)) + "\t\t#sure");
    else
      sheet.fill(i, "ARM\tpeace\toppose\tstrong\t");
  }
  return sheet;
}

std::string only_message(const std::string& coding, const KnownIds& known = {}) {
  Sheet sheet(draw_sample(corpus_of(), options(4)));
  sheet.fill(1, coding);
  Diagnostics diagnostics;
  sheet.read(diagnostics, known);
  const auto found = diagnostics.sorted();
  if (found.size() != 1) return std::to_string(found.size()) + " messages";
  CHECK(found[0].primary.file->position(found[0].primary.span.begin).line == 3);
  CHECK_FALSE(found[0].help.empty());
  return found[0].message;
}

}  // namespace

TEST_CASE("a sample: its size, its classes, each stratum by its share") {
  const auto sample = draw_sample(corpus_of(), options(40));
  CHECK(sample.frame == 60 + 20 + 120);
  REQUIRE(sample.sentences.size() == 40);
  const auto coded = std::count_if(sample.sentences.begin(), sample.sentences.end(),
                                   [](const auto& one) { return one.kind == SampleClass::coded; });
  CHECK(coded == 20);
  CHECK(sample.strata == 8);
  CHECK(sample.strata_left_out == 0);
  std::map<std::string, std::size_t> strata;
  std::set<std::string> seen;
  for (const auto& one : sample.sentences) {
    ++strata[one.stratum];
    CHECK(seen.insert(one.doc + std::to_string(one.range.start)).second);
  }
  for (const auto& one : sample.sentences) CHECK(strata[one.stratum] == one.drawn);
  CHECK(strata.at("coded peace gazette") == 11);  // 45 of 80, of 20
  CHECK(strata.at("coded trade herald") == 1);    // 5 of 80
  CHECK(strata.at("silent peace gazette") == 8);  // 45 of 120: 7.5
}

TEST_CASE("the same seed draws the same, another one another; the order tells nothing") {
  CHECK(places(draw_sample(corpus_of(), options(30))) == places(draw_sample(corpus_of(), options(30))));
  auto other = options(30);
  other.seed = 2;
  CHECK(places(draw_sample(corpus_of(), other)) != places(draw_sample(corpus_of(), options(30))));
  const auto sample = draw_sample(corpus_of(), options(40));
  const auto first_half = std::count_if(sample.sentences.begin(), sample.sentences.begin() + 20,
                                        [](const auto& one) { return one.kind == SampleClass::coded; });
  CHECK((first_half > 4 && first_half < 16));
}

TEST_CASE("only coded, only silent; more than there is; fewer than there are strata") {
  auto wanted = options(500);
  CHECK(draw_sample(corpus_of(), wanted).sentences.size() == 200);
  wanted.silent = false;
  CHECK(draw_sample(corpus_of(), wanted).sentences.size() == 80);
  wanted.silent = true;
  wanted.coded = false;
  const auto silent = draw_sample(corpus_of(), wanted);
  CHECK(silent.sentences.size() == 120);
  CHECK(silent.sentences[0].answers.empty());
  const auto few = draw_sample(corpus_of(), options(3));
  CHECK(few.sentences.size() == 3);
  CHECK(few.strata_left_out == 5);
  CHECK(draw_sample({}, options(3)).sentences.empty());
}

TEST_CASE("the sheet tells nothing of what the engine says; the key does") {
  Sheet sheet(draw_sample(corpus_of(), options(40)));
  CHECK(sheet.rows.size() == 41);
  for (const char* word : {"coded", "silent", "IRN", "RUS", "no-construction", "oppose", "support", "peace"})
    for (const auto& row : sheet.rows) CHECK(row.find(word) == std::string::npos);
  CHECK(sheet.rows[1].find("\tb\ta sentence\tc\t\t\t\t\t") != std::string::npos);
  CHECK(sheet.files.files["key.tsv"].find("trade no-holder, peace nobody") != std::string::npos);
}

TEST_CASE("read back: precision, recall, what silence missed, each weighted by the strata") {
  auto sheet = filled(15, 5);
  Diagnostics diagnostics;
  const auto coding = sheet.read(diagnostics);
  REQUIRE(coding);
  CHECK(diagnostics.empty());
  const auto figures = figures_of(*coding);
  CHECK(figures.sentences == 40);
  CHECK(figures.done == 40);
  REQUIRE(figures.precision);
  CHECK(figures.precision->count == 20);
  CHECK(figures.precision->hits == 15);
  CHECK(figures.precision->share == Approx(0.75).margin(0.02));  // strata of 60 and 20, drawn 15 and 5
  CHECK(figures.precision->interval->low < 0.75);
  CHECK(figures.precision->interval->high > 0.75);
  CHECK(figures.missed->share == Approx(0.25).margin(0.02));
  // 60 of 80 coded sentences are right, 30 of 120 silent ones have a position.
  CHECK(figures.recall->share == Approx(60.0 / 90).margin(0.03));
  const std::string gold = sample_gold(*coding);
  CHECK(std::count(gold.begin(), gold.end(), '\n') == 21);
  CHECK(gold.find("#sure") != std::string::npos);
  const std::string sentences = sample_sentences(*coding);
  CHECK(std::count(sentences.begin(), sentences.end(), '\n') == 41);
  CHECK(sample_text(*coding, figures).find("15 of 20 positions of the engine") != std::string::npos);
  CHECK(sample_json(figures) == sample_json(figures_of(*coding)));
}

TEST_CASE("what was drawn unequally counts unequally") {
  // Two strata: 100 sentences of which one is drawn, and 10 of which one is drawn.
  SampleCoding coding;
  for (const std::size_t size : {100u, 10u}) {
    SampleSentence one;
    one.id = one.stratum = "coded " + std::to_string(size);
    one.drawn_from = size;
    one.drawn = 1;
    one.answers.push_back({"IRN", "peace", Stance::support, Strength::plain, "r", ""});
    coding.sentences.push_back(one);
    coding.positions.emplace_back();
    coding.done.push_back(true);
  }
  GoldRow gold;
  gold.actor = "IRN";
  gold.issue = "peace";
  coding.positions[0].push_back(gold);
  CHECK(figures_of(coding).precision->share == Approx(100.0 / 110));
  CHECK_FALSE(figures_of(coding).recall);  // no silent sentence was coded
  coding.positions[0][0].stance = Stance::oppose;
  CHECK(figures_of(coding).precision->share == 0);
  CHECK(figures_of(coding).reversed == 1);
}

TEST_CASE("lines that nobody came to are left out, and a second position is a second line") {
  Sheet sheet(draw_sample(corpus_of(), options(4)));
  sheet.fill(0, "IRN\tpeace\tsupport\tplain\t");
  std::string again = sheet.rows[1];
  again.replace(again.find("IRN"), 3, "RUS");
  sheet.rows.push_back(again);
  Diagnostics diagnostics;
  const auto coding = sheet.read(diagnostics);
  CHECK(diagnostics.empty());
  CHECK(figures_of(*coding).done == 1);
  CHECK(coding->positions[0].size() == 2);
}

TEST_CASE("each wrong line of a sheet is named with its place") {
  const KnownIds known{{"ARM", "IRN"}, {"peace", "trade"}};
  CHECK(only_message("IRN\tpeace\tsuports\t\t", known) == "unknown stance `suports`");
  CHECK(only_message("IRN\tpeace\t\t\t", known) == "an actor or an issue, and no stance");
  CHECK(only_message("IRNN\tpeace\tsupport\t\t", known) == "there is no actor `IRNN`");
  CHECK(only_message("IRN\tpeece\tsupport\t\t", known) == "there is no issue `peece`");
  CHECK(only_message("\tpeace\tsupport\t\t", known) == "a stance, and no actor");
  CHECK(only_message("IRN\tpeace\tnone\t\t", known) == "`none` beside an actor or an issue");
  CHECK(only_message("IRN\tpeace\tsupport\tloud\t", known) == "unknown strength `loud`");
  CHECK(only_message("IRN\tpeace\tsupport\t\t", known) == "0 messages");
}

TEST_CASE("a sheet of another draw, moved offsets, contradictions") {
  Sheet sheet(draw_sample(corpus_of(), options(4)));
  sheet.rows[1].replace(0, 4, "s999");
  const auto tab = sheet.rows[2].find('\t', 6);
  sheet.rows[2].insert(tab + 1, "9");
  sheet.fill(2, "IRN\tpeace\tsupport\t\t");
  sheet.rows.push_back(sheet.rows[3]);
  std::string none = sheet.rows[3];
  none.replace(none.find("IRN"), std::string::npos, "\t\tnone\t\t");
  sheet.rows.push_back(none);
  Diagnostics diagnostics;
  sheet.read(diagnostics);
  const auto found = diagnostics.sorted();
  REQUIRE(found.size() == 4);
  CHECK(found[0].message == "the key has no sentence `s999`");
  CHECK(found[1].message == "this line is not the sentence that the key has under `s002`");
  CHECK(found[2].id == DiagnosticId::gold_duplicate_row);
  CHECK(found[3].message == "`none` and a position for one sentence");
  Diagnostics missing;
  CHECK_FALSE(read_sample(sheet.files, "sheet.tsv", "nowhere.tsv", {}, missing));
  CHECK(missing.has_errors());
}
