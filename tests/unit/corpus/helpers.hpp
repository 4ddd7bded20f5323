#pragma once
#include <algorithm>
#include <string>
#include <vector>

#include "engine/base/utf8.hpp"
#include "engine/corpus/reader.hpp"
#include "tests/catch.hpp"

// What the tests of all formats need: read a corpus in memory, look at documents and messages as short texts.
namespace demarche::corpus::testing {

struct Reading {
  std::vector<Document> documents;
  std::vector<std::string> messages;  // "path: name: message", sorted
};

inline Reading read(const MemoryFileSystem& files, const std::string& path = "corpus", const ReadOptions& options = {}) {
  Reading reading;
  Diagnostics diagnostics;
  read_corpus(files, path, options, [&](Document&& document) { reading.documents.push_back(std::move(document)); }, diagnostics);
  for (const auto& diagnostic : diagnostics.sorted()) {
    std::string place = diagnostic.path;
    if (diagnostic.primary.file) {
      auto at = diagnostic.primary.file->position(diagnostic.primary.span.begin);
      place = diagnostic.primary.file->path() + ":" + std::to_string(at.line);
    }
    reading.messages.push_back(place + ": " + std::string(name_of(diagnostic.id)) + ": " + diagnostic.message);
  }
  return reading;
}

inline Reading read_one(const std::string& name, const std::string& bytes, const ReadOptions& options = {}) {
  MemoryFileSystem files;
  files.files["corpus/" + name] = bytes;
  return read(files, "corpus", options);
}

inline std::vector<std::string> texts(const Document& document, const std::vector<TextRange>& ranges) {
  std::vector<std::string> found;
  for (const auto& range : ranges) found.push_back(document.text.substr(range.begin, range.end - range.begin));
  return found;
}

// What is left of the body when the skipped ranges are out, with runs of blanks as one space.
inline std::string read_text(const Document& document) {
  std::string out;
  std::size_t skip = 0;
  for (std::size_t at = document.body.begin; at < document.body.end;) {
    while (skip < document.skipped.size() && document.skipped[skip].end <= at) ++skip;
    bool out_of = skip < document.skipped.size() && at >= document.skipped[skip].begin;
    const auto reference = std::find_if(document.references.begin(), document.references.end(),
                                        [&](const auto& one) { return one.begin == at; });
    if (!out_of && reference != document.references.end() && reference->character != 0xA0) {
      utf8::append(out, reference->character);
      at = reference->end;
      continue;
    }
    if (reference != document.references.end()) out_of = true, at = reference->end - 1;
    char c = out_of || document.text[at] == '\r' ? ' ' : document.text[at];
    if ((c == ' ' || c == '\n') && out.ends_with('\n')) {
    } else if (c == '\n' && out.ends_with(' ')) {
      out.back() = '\n';
    } else if (c != ' ' || !out.ends_with(' ')) {
      out += c;
    }
    ++at;
  }
  auto first = out.find_first_not_of(" \n");
  if (first == std::string::npos) return {};
  return out.substr(first, out.find_last_not_of(" \n") - first + 1);
}

using Lines = std::vector<std::string>;

}  // namespace demarche::corpus::testing
