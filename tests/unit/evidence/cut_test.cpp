#include <algorithm>

#include "tests/unit/why/library.hpp"

// Texts that break off: every sentence of tests/phenomena, ended and begun at its blanks. Whatever looks at the word
// before or behind another one meets the edge of a sentence here. `make bounds` runs this in a build that stops at an
// index outside of its list.

using namespace demarche;

namespace {

// At each third blank, from another one in each text.
std::vector<std::size_t> cuts_of(const std::string& text, std::size_t offset) {
  std::vector<std::size_t> cuts;
  std::size_t blanks = offset;
  for (std::size_t at = 0; at < text.size(); ++at)
    if (text[at] == ' ' && ++blanks % 3 == 0) cuts.push_back(at);
  return cuts;
}

std::uint32_t code_points(const std::string& text) {
  return static_cast<std::uint32_t>(
      std::count_if(text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
}

// What a record points at lies in the text: a message, empty when all is well.
std::string misplaced(const evidence::DocumentResult& result, const std::string& text) {
  const std::uint32_t length = code_points(text);
  for (const auto& record : result.records) {
    const auto& sentence = record.sentence_range;
    const bool inside = sentence.start < sentence.end && sentence.end <= length;
    const bool matched = record.match.start < record.match.end && sentence.start <= record.match.start &&
                         record.match.end <= sentence.end;
    if (!inside || !matched) return record.actor + " on " + record.issue + " in: " + text;
  }
  return {};
}

}  // namespace

TEST_CASE("a text that breaks off anywhere is read, and its evidence lies within it") {
  const auto& engine = test::phenomena();
  std::size_t read = 0, told = 0;
  std::string wrong;
  for (std::size_t i = 0; i < engine.rules->program.tests.size(); ++i) {
    const std::string& text = engine.rules->program.tests[i].text;
    for (const std::size_t cut : cuts_of(text, i))
      for (const std::string& part : {text.substr(0, cut), text.substr(0, cut) + ".", text.substr(cut + 1)}) {
        evidence::DocumentResult result;
        try {
          result = engine.read(test::document_with(part));
        } catch (const std::exception& error) {
          wrong += std::string(error.what()) + " in: " + part + "\n";
        }
        ++read;
        told += result.records.size();
        if (const std::string message = misplaced(result, part); !message.empty()) wrong += message + "\n";
      }
  }
  CHECK(wrong == "");
  CHECK(read > 30000);
  CHECK(told > 5000);
}
