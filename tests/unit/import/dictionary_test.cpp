#include "engine/import/corpus_words.hpp"
#include "engine/import/dictionary.hpp"
#include "tests/catch.hpp"

using namespace demarche;
using namespace demarche::import;

namespace {

std::shared_ptr<const SourceFile> file(const std::string& text) { return std::make_shared<SourceFile>("d.yml", text); }

std::string all_of(const std::vector<std::string>& lines) {
  std::string text;
  for (const auto& line : lines) text += line + "\n";
  return text;
}

}  // namespace

TEST_CASE("globs as quanteda has them") {
  CHECK(fits_glob("economy", "econom*"));
  CHECK(fits_glob("econom", "econom*"));
  CHECK(fits_glob("xenophobia", "*phobi*"));
  CHECK(fits_glob("tax", "ta?"));
  CHECK(fits_glob("t\xC3\xA9x", "t?x"));
  CHECK_FALSE(fits_glob("taxes", "ta?"));
  CHECK_FALSE(fits_glob("economy", "*econ"));
}

TEST_CASE("a quanteda dictionary as phrases: keys, nested keys, words of the corpus for globs") {
  std::set<std::string> words;
  add_words("The elite's Economy; economies, ECONOMIC well-being 'quoted'. \xC3\x89lite-", words);
  CHECK(words.contains("economies"));
  CHECK(words.contains("well-being"));
  CHECK(words.contains("elite's"));
  CHECK(words.contains("quoted"));
  Diagnostics diagnostics;
  const auto imported = phrases_from_quanteda(
      file("Populism:\n  - elit*\n  - corrupt establishment\n  - zzz*\nEconomy talk:\n  good: [econom* growth, boom]\n  bad: crisis\n"),
      {words.begin(), words.end()}, diagnostics);
  CHECK(diagnostics.empty());
  CHECK(imported->text ==
        "phrase populism = \"elite's\"\n  | \"corrupt establishment\"\n"
        "phrase economy-talk-good = (\"economic\" | \"economies\" | \"economy\") \"growth\"\n  | \"boom\"\n"
        "phrase economy-talk-bad = \"crisis\"\n"
        "phrase economy-talk = <economy-talk-good>\n  | <economy-talk-bad>\n");
  CHECK(imported->taken == 5);
  CHECK(all_of(imported->left_out) == "line 4: `zzz*` is left out: no word of the corpus fits it\n");

  const auto without = phrases_from_quanteda(file("a: [b*, 'say \"no\"']\n"), {}, diagnostics);
  CHECK(without->text == "");
  CHECK(all_of(without->left_out) ==
        "line 1: `b*` is left out: patterns with * or ? need the words of a corpus: name one with --corpus\n"
        "line 1: `say \"no\"` is left out: a quote stands in it\n"
        "line 1: nothing of `a` could be taken over\n");
  CHECK_FALSE(phrases_from_quanteda(file("- a\n- b\n"), {}, diagnostics));
  CHECK(diagnostics.has_errors());
}

TEST_CASE("a newsmap dictionary as names that the actor lists lack") {
  lexicon::ActorTable actors;
  for (const auto& [id, name] : {std::pair{"BDI", "Burundi"}, {"NOR", "Norway"}}) {
    lexicon::Actor actor;
    actor.id = id;
    actor.name = name;
    actors.actors.push_back(actor);
  }
  Diagnostics diagnostics;
  const auto imported = actors_from_newsmap(
      file("AFRICA:\n  EAST:\n    BI: [burundi, burundian*, bujumbura, norway]\n    ZZ: [nowhere]\n    AQ: [antarctica]\n"
           "EUROPE:\n  NORTH:\n    NO: [norway, norwegian*, ca*pe, oslo_fjord]\n"),
      actors, diagnostics);
  CHECK(diagnostics.empty());
  CHECK(imported->text ==
        "actors:\n- extend: BDI\n  names: [Bujumbura]\n  adjectives: [Burundian]\n"
        "- extend: NOR\n  names: [Oslo Fjord]\n  adjectives: [Norwegian]\n");
  CHECK(imported->taken == 4);
  CHECK(all_of(imported->left_out) ==
        "line 3: `norway` (BDI) is a name of NOR\n"
        "line 4: `ZZ` is no country code of ISO 3166\n"
        "line 5: `AQ` (ATA) is in no actor list: territories hold no positions of their own\n"
        "line 8: `ca*pe` (NOR) has * or ? inside; names of ours are whole\n");
}
