#include "engine/lexicon/morphology.hpp"

#include <algorithm>

#include "engine/lexicon/read_lexicon.hpp"
#include "tests/catch.hpp"

using namespace demarche;
using namespace demarche::lexicon;

namespace {

const Morphology& english() {
  static const Morphology morphology = [] {
    Diagnostics diagnostics;
    auto disk = make_disk_file_system();
    auto read = read_morphology(*disk, std::string(DEMARCHE_SOURCE_DIR) + "/rules/english/morphology.yaml", diagnostics);
    REQUIRE(diagnostics.empty());
    return read;
  }();
  return morphology;
}

// All forms of a verb, or of a noun, in one line.
std::string joined(const std::vector<std::string>& words) {
  std::string all;
  for (const auto& word : words) all += (all.empty() ? "" : " ") + word;
  return all;
}

std::string verb(const char* base) { return joined(english().verb_all(base)); }
std::string noun(const char* base) { return joined(english().noun(base)); }

}  // namespace

TEST_CASE("regular verbs") {
  CHECK(verb("oppose") == "oppose opposed opposes opposing");
  CHECK(verb("reject") == "reject rejected rejecting rejects");
  CHECK(verb("carry") == "carried carries carry carrying");
  CHECK(verb("deploy") == "deploy deployed deploying deploys");
  CHECK(verb("agree") == "agree agreed agreeing agrees");
  CHECK(verb("die") == "die died dies dying");
  CHECK(verb("veto") == "veto vetoed vetoes vetoing");
  CHECK(verb("push") == "push pushed pushes pushing");
  CHECK(verb("panic") == "panic panicked panicking panics");
}

TEST_CASE("verbs that double their last consonant") {
  CHECK(verb("ban") == "ban banned banning bans");
  CHECK(verb("permit") == "permit permits permitted permitting");
  CHECK(verb("control") == "control controlled controlling controls");
  CHECK(verb("visit") == "visit visited visiting visits");
  CHECK(verb("appeal") == "appeal appealed appealing appeals");
  CHECK(verb("show") == "show showed showing shown shows");
  CHECK(verb("travel") == "travel traveled traveling travelled travelling travels");
  CHECK(verb("fuel") == "fuel fueled fueling fuelled fuelling fuels");
}

TEST_CASE("irregular verbs") {
  CHECK(verb("be") == "am are be been being is was were");
  CHECK(verb("have") == "had has have having");
  CHECK(verb("do") == "did do does doing done");
  CHECK(verb("withdraw") == "withdraw withdrawing withdrawn withdraws withdrew");
  CHECK(verb("put") == "put puts putting");
  CHECK(verb("uphold") == "upheld uphold upholding upholds");
  auto forms = english().verb("withdraw");
  CHECK(forms.base == "withdraw");
  CHECK(joined(forms.past) == "withdrew");
  CHECK(joined(forms.participle) == "withdrawn");
  CHECK(joined(forms.gerund) == "withdrawing");
}

TEST_CASE("nouns") {
  CHECK(noun("country") == "country countries");
  CHECK(noun("crisis") == "crisis crises");
  CHECK(noun("basis") == "basis bases");
  CHECK(noun("spokesman") == "spokesman spokesmen");
  CHECK(noun("human") == "human humans");
  CHECK(noun("embargo") == "embargo embargoes embargos");
  CHECK(noun("monarch") == "monarch monarchs");
  CHECK(noun("search") == "search searches");
  CHECK(noun("person") == "person persons people");
  CHECK(noun("status") == "status statuses");
}

TEST_CASE("words with one form stay as they are") {
  CHECK(joined(english().any("must")) == "must");
  CHECK(joined(english().any("of")) == "of");
  CHECK(noun("news") == "news");
  CHECK(english().is_uninflected("series"));
  CHECK_FALSE(english().is_uninflected("be"));
  CHECK_FALSE(english().is_uninflected("support"));
}

TEST_CASE("both spellings of English") {
  CHECK(verb("normalise") == "normalise normalised normalises normalising normalize normalized normalizes normalizing");
  CHECK(verb("normalize") == verb("normalise"));
  CHECK(noun("normalisation") == "normalisation normalisations normalization normalizations");
  CHECK(noun("labour") == "labour labours labor labors");
  CHECK(noun("defense") == "defense defenses defence defences");
  CHECK(verb("centre") == "center centered centering centers centre centred centres centring");
  CHECK(noun("programme") == "programme programmes program programs");
  CHECK(verb("analyse").find("analyze") != std::string::npos);
  CHECK(verb("fulfil") == "fulfil fulfill fulfilled fulfilling fulfills fulfils");
  CHECK(joined(english().spellings("neighbouring")) == "neighbouring neighboring");
  CHECK(joined(english().spellings("unfavorable")) == "unfavorable unfavourable");
}

TEST_CASE("no nonsense spellings") {
  for (const char* word : {"promise", "promising", "exercise", "advise", "arise", "rise", "size", "seize", "prize", "surprise",
                           "laboratory", "improvisation", "humorous", "precise", "otherwise", "raise", "wise", "coloration",
                           "vigorous", "crisis", "basis", "promised", "adviser", "enterprise", "franchise", "televised"}) {
    INFO(word);
    CHECK(joined(english().spellings(word)) == word);
  }
}

TEST_CASE("what a bare word means where the part of speech is open") {
  CHECK(joined(english().any("support")) == "support supported supporting supports");
  CHECK(joined(english().any("veto")) == "veto vetoed vetoes vetoing");
  CHECK(joined(english().any("")).empty());
}

TEST_CASE("mistakes in word forms are located") {
  MemoryFileSystem files;
  files.files["m.yaml"] = "verbs:\n  begin: began\nnouns: []\nuninflected: [{a: b}]\ndoubles: []\n";
  Diagnostics diagnostics;
  read_morphology(files, "m.yaml", diagnostics);
  std::string all;
  for (const auto& diagnostic : diagnostics.sorted())
    all += std::to_string(diagnostic.primary.file->position(diagnostic.primary.span.begin).line) + " " + diagnostic.message + "\n";
  CHECK(all ==
        "2 a verb needs its past and participle as a list: `begin: [began, begun]`\n"
        "3 `nouns` must be a map of texts, but this is a list\n"
        "4 `uninflected` must be a list of words\n"
        "5 unknown key `doubles` in the word forms\n");
  Diagnostics missing;
  read_morphology(files, "nowhere.yaml", missing);
  CHECK(missing.size() == 1);
}
