#include "engine/run/account.hpp"

#include <nlohmann/json.hpp>
#include <sstream>

#include "engine/run/bootstrap.hpp"
#include "tests/engine.hpp"
#include "tests/unit/position/build.hpp"

using namespace demarche;
using namespace demarche::run;
using namespace demarche::position::testing;
using demarche::evidence::Reason;

namespace {

// The names beside verbs that no list knows, as the shipped library reads a text.
std::string unknown(const std::string& text) {
  std::vector<evidence::UnknownName> names;
  test::shipped().analyser->analyse(test::document_with(text), {.trace = false, .unknown_names = &names});
  std::string out;
  for (const auto& name : names) out += (out.empty() ? "" : "; ") + name.name + " " + name.verb;
  return out;
}

// Texts put together at random from parts that have issues, holders, stances, and none of them.
std::string generated(Random& random) {
  static const std::vector<std::string> holders{
      "Iran",       "The Russian foreign minister", "Critics", "Zarif", "The report", "We", "Foo Barov",
      "An analyst", "Armenia and Azerbaijan",       "It"};
  static const std::vector<std::string> verbs{" rejected",       " supports",
                                              " did not oppose", " said that Turkey opposes",
                                              " discussed",      " denied that it backs",
                                              " may welcome",    " is conflating"};
  static const std::vector<std::string> objects{" the sanctions",
                                                " the Zangezur corridor",
                                                " the weather",
                                                " foreign military presence in the region",
                                                " nuclear weapons",
                                                " a two-state solution",
                                                ""};
  std::string text;
  const std::size_t sentences = 1 + random.below(12);
  for (std::size_t i = 0; i < sentences; ++i)
    text += holders[random.below(holders.size())] + verbs[random.below(verbs.size())] +
            objects[random.below(objects.size())] + (random.below(5) == 0 ? ".\n\n" : ". ");
  return text;
}

}  // namespace

TEST_CASE("each sentence counts once, under the reason that came nearest") {
  auto one = document("a", "2023-01-01", {{"IRN"}, {"RUS"}});
  one.sentences = 6;
  one.silences.push_back({one.records[0].sentence_range, "IRN", "sanctions", Reason::no_construction, ""});
  one.silences.push_back({{500, 590}, "IRN", "peace", Reason::no_construction, ""});
  one.silences.push_back({{500, 590}, "IRN", "sanctions", Reason::denied, ""});
  one.silences.push_back({{600, 690}, "", "peace", Reason::no_holder, ""});
  auto two = document("b", "", {});
  two.sentences = 3;
  const auto account = account_of({one, two}, {});
  CHECK(account.documents == 2);
  CHECK(account.undated == std::vector<std::string>{"b"});
  CHECK(account.sentences == 9);
  CHECK(account.evidence.sentences == 2);
  CHECK(account.silences.at(Reason::denied).sentences == 1);
  CHECK(account.silences.at(Reason::denied).documents == 1);
  CHECK(account.silences.at(Reason::no_construction).sentences == 0);
  CHECK(account.silences.at(Reason::no_construction).places == 1);
  CHECK(account.silences.at(Reason::no_holder).sentences == 1);
  CHECK(account.without_issue.sentences == 5);
  CHECK(account.without_issue.documents == 2);
  CHECK(account.silent_beside == 1);
  CHECK(account.adds_up());
}

TEST_CASE("a document with more silences than sentences does not add up") {
  auto wrong = document("a", "", {{"IRN"}, {"RUS"}});
  wrong.sentences = 1;
  CHECK_FALSE(account_of({wrong}, {}).adds_up());
}

TEST_CASE("the account of generated texts adds up") {
  Random random(5);
  std::vector<DocumentResult> results;
  for (int i = 0; i < 150; ++i) {
    auto text = test::document_with(generated(random));
    text.id = "t" + std::to_string(i);
    results.push_back(test::shipped().read(text));
    INFO(text.text);
    CHECK(account_of({results.back()}, {}).adds_up());
  }
  const auto account = account_of(results, {});
  CHECK(account.adds_up());
  CHECK(account.evidence.sentences > 50);
  CHECK(account.silences.size() > 3);
  CHECK(account.without_issue.sentences > 50);
  std::size_t records = 0;
  for (const auto& result : results) records += result.records.size();
  CHECK(account.evidence.places <= records);
  // The table tells the same.
  std::istringstream lines(account_tsv(account));
  std::size_t sum = 0;
  std::size_t all = 0;
  for (std::string line; std::getline(lines, line);) {
    const auto tab = line.find('\t');
    if (line.starts_with("line\t") || line.starts_with("undated\t")) continue;
    (line.starts_with("all\t") ? all : sum) += std::stoul(line.substr(tab + 1));
  }
  CHECK(sum == all);
  CHECK(all == account.sentences);
}

TEST_CASE("unknown names: subjects of verbs of speech and stance, and behind according to") {
  CHECK(unknown("On Monday, Qwert Zuiopov rejected the sanctions.") == "Qwert Zuiopov rejected");
  CHECK(unknown("\"The sanctions must end,\" said Asdf al-Ghjkl.") == "Asdf al-Ghjkl said");
  CHECK(unknown("In Geneva, Qwert Zuiopov, who leads the talks, said that sanctions hurt.") == "Qwert Zuiopov said");
  CHECK(unknown("According to the Yxcvbn Foundation, sanctions hurt.") == "Yxcvbn Foundation According to");
  CHECK(unknown("Qwert Zuiopov on Tuesday strongly opposed the corridor.") == "Qwert Zuiopov opposed");
}

TEST_CASE("unknown names: what is known, or stands elsewhere, is none") {
  CHECK(unknown("Iran rejected the sanctions.").empty());
  CHECK(unknown("The Iranian foreign minister said that Tehran opposes sanctions.").empty());
  CHECK(unknown("He said that sanctions hurt.").empty());
  CHECK(unknown("They met Qwert Zuiopov in Geneva.").empty());
  CHECK(unknown("The sanctions were rejected in Asdfgh.").empty());
}

TEST_CASE("names are counted over documents; a single word that only begins sentences is left out") {
  using evidence::UnknownName;
  const std::map<std::string, std::vector<UnknownName>> names{{"a",
                                                               {{"Foo", "said", "Foo said so.", true},
                                                                {"Bar Baz", "said", "Bar Baz said.", true},
                                                                {"Bar Baz", "rejected", "x", false}}},
                                                              {"b",
                                                               {{"Foo", "said", "Foo said no.", true},
                                                                {"Bar Baz", "said", "y", false},
                                                                {"Qux", "said", "But Qux said.", false}}}};
  const auto account = account_of({}, names);
  REQUIRE(account.names.size() == 2);
  CHECK(account.names[0].name == "Bar Baz");
  CHECK(account.names[0].count == 3);
  CHECK(account.names[0].documents == 2);
  CHECK(account.names[0].doc == "a");
  CHECK(account.names[0].verbs.at("said") == 2);
  CHECK(account.names[1].name == "Qux");
  CHECK(unknown_names_tsv(account).find("Bar Baz\t3\t2\trejected, said\ta\tBar Baz said.\n") != std::string::npos);
  const auto json = nlohmann::json::parse(account_json(account));
  CHECK(json["unknown_names"][0]["words"]["rejected"] == 1);
}

TEST_CASE("the account is written, and a failure is said") {
  MemoryFileSystem files;
  Diagnostics diagnostics;
  CHECK(write_account(files, "out", account_of({}, {}), diagnostics).size() == 3);
  CHECK(files.files.contains("out/account.tsv"));
  CHECK(files.files.contains("out/unknown-names.tsv"));
  CHECK(diagnostics.empty());
}
