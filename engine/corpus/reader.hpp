#pragma once
#include <functional>
#include <string>
#include <vector>

#include "engine/base/diagnostic.hpp"
#include "engine/base/file_system.hpp"
#include "engine/corpus/document.hpp"

namespace demarche::corpus {

struct ReadOptions {
  // Metadata from file names: "{speaking}_{session}_{year}.txt"; fields: speaking, date, year, month, day, source,
  // speaker, title, language; any other name in braces is read and left out. Empty: none, but
  // names such as ARM_79_2024.txt (state, session, year) are understood as they are.
  std::string file_name_pattern;
  std::string source;  // for documents that name none
  std::size_t largest_file = std::size_t{512} << 20;  // bytes, after decompression
};

// Reads one corpus: a file or a folder with .txt .md .jsonl .csv .html, plain or .gz / .zst. Calls `take` for each document,
// in the order of paths, then of position in the file. What cannot be read is a diagnostic and the rest goes on.
// Documents with the same id: the second is a diagnostic and gets the id `name#2`.
void read_corpus(const FileSystem& files, const std::string& path, const ReadOptions& options,
                 const std::function<void(Document&&)>& take, Diagnostics& diagnostics);

}  // namespace demarche::corpus
