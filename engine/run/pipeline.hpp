#pragma once
#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "engine/base/diagnostic.hpp"
#include "engine/base/file_system.hpp"
#include "engine/corpus/reader.hpp"
#include "engine/evidence/record.hpp"

// Corpus in, one result a document out. The only place with threads.
namespace demarche::run {

struct Corpus {
  std::vector<std::string> paths;  // files or folders
  corpus::ReadOptions read;
};

// A pure function of a document: Analyser::analyse, or a stand-in in tests. Called from several threads at once.
using Analyse = std::function<evidence::DocumentResult(const corpus::Document&)>;

struct PipelineOptions {
  unsigned threads = 0;  // 0: as many as the machine has
  // Called now and then from the reading thread, with the documents and bytes of text read so far.
  std::function<void(std::uint64_t documents, std::uint64_t bytes)> progress;
};

// The results in the order of document ids, whatever the number of threads and the order of files. Texts are let go as soon
// as they are analysed: memory grows with what is found, not with the corpus. A document whose analysis fails is a
// diagnostic and has no result; the rest goes on.
std::vector<evidence::DocumentResult> analyse_corpus(const FileSystem& files, const Corpus& corpus,
                                                     const Analyse& analyse, const PipelineOptions& options,
                                                     Diagnostics& diagnostics);

}  // namespace demarche::run
