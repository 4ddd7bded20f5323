#include "engine/run/pipeline.hpp"

#include <algorithm>
#include <exception>
#include <memory>
#include <set>
#include <thread>
#include <utility>

#include "engine/run/pool.hpp"

namespace demarche::run {

namespace {

// Texts that several threads may hold at once; beyond that the reader waits.
constexpr std::size_t documents_in_flight = 16;  // for each thread
constexpr std::uint64_t progress_every = 64;     // documents

unsigned thread_count(unsigned asked) {
  if (asked > 0) return std::min(asked, 256u);
  return std::max(1u, std::thread::hardware_concurrency());
}

// Two corpora may hold documents of the same name; the reader sees to it inside one of them.
std::string unique_id(const std::string& id, std::set<std::string>& taken) {
  std::string unique = id;
  for (int number = 2; !taken.insert(unique).second; ++number) unique = id + "#" + std::to_string(number);
  return unique;
}

class Results {
 public:
  void add(evidence::DocumentResult&& result) {
    std::lock_guard lock(mutex_);
    results_.push_back(std::move(result));
  }
  void fail(const corpus::Document& document, const std::string& reason) {
    std::lock_guard lock(mutex_);
    diagnostics_.add(DiagnosticId::document_failed, "document `" + document.id + "` could not be analysed", document.path)
        .notes.push_back(reason);
  }
  std::vector<evidence::DocumentResult> take(Diagnostics& diagnostics) && {
    diagnostics.append(diagnostics_);
    std::sort(results_.begin(), results_.end(), [](const auto& a, const auto& b) { return a.doc < b.doc; });
    return std::move(results_);
  }

 private:
  std::mutex mutex_;
  std::vector<evidence::DocumentResult> results_;
  Diagnostics diagnostics_;
};

void analyse_one(const Analyse& analyse, const corpus::Document& document, Results& results) {
  try {
    results.add(analyse(document));
  } catch (const std::exception& error) {
    results.fail(document, error.what());
  }
}

}  // namespace

std::vector<evidence::DocumentResult> analyse_corpus(const FileSystem& files, const Corpus& corpus,
                                                     const Analyse& analyse, const PipelineOptions& options,
                                                     Diagnostics& diagnostics) {
  Results results;
  std::set<std::string> ids;
  std::uint64_t count = 0;
  std::uint64_t bytes = 0;
  {
    const unsigned threads = thread_count(options.threads);
    Pool pool(threads, threads * documents_in_flight);
    auto take = [&](corpus::Document&& document) {
      document.id = unique_id(document.id, ids);
      bytes += document.text.size();
      if (++count % progress_every == 0 && options.progress) options.progress(count, bytes);
      auto shared = std::make_shared<corpus::Document>(std::move(document));  // std::function wants copies
      pool.submit([&analyse, &results, shared] { analyse_one(analyse, *shared, results); });
    };
    for (const auto& path : corpus.paths) corpus::read_corpus(files, path, corpus.read, take, diagnostics);
    pool.finish();
  }
  if (options.progress) options.progress(count, bytes);
  return std::move(results).take(diagnostics);
}

}  // namespace demarche::run
