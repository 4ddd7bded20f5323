#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "engine/base/date.hpp"

namespace demarche::corpus {

// Half-open range of bytes in Document::text.
struct TextRange {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
};

// A character that the text writes as a name or number: `&rsquo;`.
struct CharacterReference {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  char32_t character = 0;
};

// One text with what is known about it. Offsets that we report are Unicode code points into `text`, which is the
// whole file for .txt, .md and .html (front matter and markup included, `body` says where reading starts; `skipped` what
// is not read) and the `text` field for .jsonl and .csv.
struct Document {
  std::string id;    // the file name below the corpus folder with `/`; the `id` field for .jsonl and .csv
  std::string path;  // the file it came from
  std::string text;  // UTF-8, well formed; a byte order mark is kept and lies before `body`
  TextRange body;    // what is read
  std::vector<TextRange> skipped;   // markup, boilerplate, page numbers: sorted, disjoint, inside `body`
  std::vector<TextRange> headings;  // sorted, disjoint, inside `body`: lines that are headings
  std::vector<std::uint32_t> breaks;  // .html: bytes where a paragraph begins though no line end stands before it; sorted
  std::vector<CharacterReference> references;  // .html: sorted, disjoint
  std::string title;
  std::optional<Date> date;
  std::string source;
  std::string url;
  std::string language;
  std::vector<std::string> speaking;  // actor ids: the states whose own voice the document is
  std::string speaker;                // the person who speaks, when metadata says so
};

}  // namespace demarche::corpus
