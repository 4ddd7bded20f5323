#include <filesystem>

#include "engine/corpus/reader.hpp"
#include "engine/run/pipeline.hpp"
#include "tests/engine.hpp"
#include "tests/golden.hpp"

// tests/goldens/texts, and what each stage makes of them with the shipped library: tests/goldens/STAGE/TEXT.expected.
using namespace demarche;
using namespace demarche::test;

namespace {

namespace fs = std::filesystem;

const std::string goldens = std::string(DEMARCHE_SOURCE_DIR) + "/tests/goldens/";

std::string evidence_text(const evidence::DocumentResult& result) {
  std::string out;
  for (const auto& record : result.records) {
    out += record.actor + " " + std::string(evidence::name_of(record.stance)) + "s " + record.issue + " " +
           std::string(evidence::name_of(record.strength)) + ", " + std::string(evidence::name_of(record.kind)) + ", " +
           std::string(evidence::name_of(record.mode)) + ", " + record.construction;
    if (!record.speaker.empty()) out += ", speaker " + record.speaker;
    if (!record.via.empty()) out += ", via " + record.via;
    if (!record.claimant.empty()) out += ", claimed by " + record.claimant;
    if (record.negated) out += ", negated";
    out += "\n  " + std::to_string(record.sentence_range.start) + "-" + std::to_string(record.sentence_range.end) + " \"" + record.sentence + "\"\n";
  }
  for (const auto& silence : result.silences)
    out += "silent: " + (silence.actor.empty() ? "nobody" : silence.actor) + " " + silence.issue + " " +
           std::string(evidence::name_of(silence.reason)) + (silence.detail.empty() ? "" : " (" + silence.detail + ")") + " at " +
           std::to_string(silence.sentence_range.start) + "\n";
  return out;
}

}  // namespace

TEST_CASE("every stage gives what its goldens show") {
  const auto files = make_disk_file_system();
  Diagnostics diagnostics;
  std::size_t texts = 0;
  corpus::read_corpus(*files, goldens + "texts", {}, [&](corpus::Document&& document) {
    ++texts;
    const auto& analyser = *shipped().analyser;
    const auto golden = [&](const char* stage) { return goldens + stage + "/" + fs::path(document.id).stem().string() + ".expected"; };
    matches_golden(golden("tokens"), analyser.inspect(document, evidence::InspectStage::tokens));
    matches_golden(golden("mentions"), analyser.inspect(document, evidence::InspectStage::mentions));
    matches_golden(golden("holders"), analyser.inspect(document, evidence::InspectStage::holders));
    matches_golden(golden("evidence"), evidence_text(analyser.analyse(document)));
  }, diagnostics);
  CHECK(diagnostics.empty());
  CHECK(texts >= 6);
}
