#pragma once
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "engine/base/diagnostic.hpp"
#include "engine/base/file_system.hpp"
#include "engine/evidence/record.hpp"

// What a human coder wrote, for `demarche eval`.
namespace demarche::run {

// One line of gold.tsv.
struct GoldRow {
  std::string doc;
  evidence::Range range;
  std::string actor;
  std::string speaker;
  std::string issue;
  evidence::Stance stance{};
  evidence::Strength strength = evidence::Strength::plain;
  std::vector<std::string> notes;
  std::uint32_t line = 0;
};

// One line of cells.tsv: the net stance in a document.
struct GoldCell {
  std::string doc;
  std::string actor;
  std::string issue;
  evidence::Stance stance{};
};

// The documents that were coded, each with the code point from which it was not (absent: coded to its end).
using CodedDocuments = std::map<std::string, std::optional<std::uint32_t>>;

// The sentences that were coded, by document: what `demarche sample --read` leaves beside its gold.
using CodedSentences = std::map<std::string, std::vector<evidence::Range>>;

// Columns doc, start, end.
CodedSentences read_coded_sentences(const FileSystem& files, const std::string& path, Diagnostics& diagnostics);

// The tags among the notes of a row: every word that begins with `#`, wherever it stands; and notes of one word, as
// older tables have them. "#negation, read twice" has the tag `negation`. Sorted, each once.
std::vector<std::string> phenomena_of(const std::vector<std::string>& notes);

// The rows of a second coder as if they were evidence, sorted by document. Every document of `documents` has a result.
std::vector<evidence::DocumentResult> as_results(const std::vector<GoldRow>& rows,
                                                 const std::set<std::string>& documents);

std::vector<GoldRow> read_gold(const FileSystem& files, const std::string& path, Diagnostics& diagnostics);
std::vector<GoldCell> read_gold_cells(const FileSystem& files, const std::string& path, Diagnostics& diagnostics);
// Lines of `id` or `id TAB number`.
CodedDocuments read_coded_documents(const FileSystem& files, const std::string& path, Diagnostics& diagnostics);

std::optional<evidence::Stance> parse_stance(std::string_view name);
std::optional<evidence::Strength> parse_strength(std::string_view name);

}  // namespace demarche::run
