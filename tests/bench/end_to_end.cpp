#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <vector>

#include "dsl/compile.hpp"
#include "engine/run/analyser.hpp"
#include "engine/run/pipeline.hpp"

// End to end on one thread, with the whole rule library: start-up, MB/s and sentences/s. The corpus is the argument, else
// the one of DEMARCHE_SHARED (default: ../shared beside the repository), else the example's.

namespace {

using namespace demarche;
using Clock = std::chrono::steady_clock;

double seconds_since(Clock::time_point start) { return std::chrono::duration<double>(Clock::now() - start).count(); }

std::vector<std::string> corpus_paths(const FileSystem& files, int argc, char** argv) {
  if (argc > 1) return {argv + 1, argv + argc};
  const char* named = std::getenv("DEMARCHE_SHARED");
  const std::string shared = named ? named : DEMARCHE_SOURCE_DIR "/../shared";
  std::vector<std::string> paths;
  for (const char* name : {"tehran-times-sample.jsonl.gz", "white-house-sample.jsonl.gz", "ungdc-2019-2024.jsonl.gz"})
    if (const auto path = shared + "/corpus/" + name; files.kind(path) == FileSystem::Kind::file) paths.push_back(path);
  if (paths.empty()) paths.push_back(DEMARCHE_SOURCE_DIR "/examples/south-caucasus/corpus");
  return paths;
}

}  // namespace

int main(int argc, char** argv) {
  const auto files = make_disk_file_system();
  std::vector<double> starts;
  dsl::Compiled compiled;
  std::unique_ptr<run::Analyser> analyser;
  for (int i = 0; i < 5; ++i) {
    const auto start = Clock::now();
    compiled = dsl::compile(*files, {{}, DEMARCHE_SOURCE_DIR "/rules"});
    Diagnostics diagnostics;
    analyser = std::make_unique<run::Analyser>(compiled.program, compiled.actors, diagnostics);
    starts.push_back(seconds_since(start));
  }
  std::sort(starts.begin(), starts.end());
  std::printf("start-up        %8.1f ms  (median of 5; %zu issues, %zu actors)\n", starts[2] * 1e3,
              compiled.program.issues.size(), compiled.actors.actors.size());

  double analysis = 0;
  std::uint64_t bytes = 0;
  std::uint64_t sentences = 0;
  std::uint64_t records = 0;
  Diagnostics diagnostics;
  const auto start = Clock::now();
  const auto results = run::analyse_corpus(
      *files, {corpus_paths(*files, argc, argv), {}},
      [&](const corpus::Document& document) {
        const auto begin = Clock::now();
        auto result = analyser->analyse(document);
        analysis += seconds_since(begin);
        bytes += document.text.size();
        sentences += result.sentences;
        records += result.records.size();
        return result;
      },
      {1, {}}, diagnostics);
  const double all = seconds_since(start);
  const double megabytes = static_cast<double>(bytes) / 1e6;
  std::printf("documents       %8zu     (%.1f MB, %llu sentences, %llu records)\n", results.size(), megabytes,
              static_cast<unsigned long long>(sentences), static_cast<unsigned long long>(records));
  std::printf("analysis        %8.1f MB/s  %.0f sentences/s\n", megabytes / analysis,
              static_cast<double>(sentences) / analysis);
  std::printf("with reading    %8.1f MB/s  %.0f sentences/s\n", megabytes / all, static_cast<double>(sentences) / all);
  return results.empty() ? 1 : 0;
}
