#include <benchmark/benchmark.h>
#include <sys/resource.h>

#include <algorithm>
#include <cstdint>
#include <ctime>
#include <string>
#include <vector>

#include "engine/position/build_matrix.hpp"
#include "engine/position/tally.hpp"

// Ten million pieces of evidence become a matrix: time of Tally and build_matrix, on one core, and the peak of memory.
// The documents are made up from a fixed seed, a few at a time; making them is not measured.

namespace {

using namespace demarche;

// Of this thread on its core: other programs on the machine do not count.
double cpu_seconds() {
  timespec time{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
  return static_cast<double>(time.tv_sec) + 1e-9 * static_cast<double>(time.tv_nsec);
}

// splitmix64: the same numbers on every machine.
class Random {
 public:
  std::uint64_t next() {
    std::uint64_t value = (state_ += 0x9E3779B97F4A7C15ull);
    value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9ull;
    value = (value ^ (value >> 27)) * 0x94D049BB133111EBull;
    return value ^ (value >> 31);
  }
  std::uint32_t below(std::uint32_t limit) { return static_cast<std::uint32_t>(next() % limit); }

 private:
  std::uint64_t state_ = 20240229;
};

constexpr std::uint32_t actors = 200;
constexpr std::uint32_t issues = 50;
constexpr std::uint32_t sources = 40;
constexpr std::uint32_t records_of_a_document = 5;
constexpr std::size_t documents_at_a_time = 1000;

std::string numbered(const char* what, std::uint64_t number) {
  std::string digits = std::to_string(number);
  return what + std::string(8 - std::min<std::size_t>(8, digits.size()), '0') + digits;
}

// Fills a document of five records by one or two holders: a tenth of the sentences are printed elsewhere, too.
void make_document(Random& random, std::uint64_t number, evidence::DocumentResult& document) {
  document.doc = numbered("doc-", number);
  document.date = Date{static_cast<std::int32_t>(14610 + random.below(3650))};
  document.source = numbered("source-", random.below(sources));
  const std::uint32_t speaker = random.below(actors);
  document.mentioned = {numbered("A", speaker), numbered("A", random.below(actors))};
  document.issue_mentions.clear();
  document.records.resize(records_of_a_document);
  for (auto& record : document.records) {
    record.actor = numbered("A", random.below(5) == 0 ? random.below(actors) : speaker);
    record.issue = numbered("issue-", random.below(issues));
    const bool printed_elsewhere = random.below(10) == 0;
    record.sentence =
        "The minister said on Monday that his government could not accept what had been agreed without it, number " +
        std::to_string(printed_elsewhere ? random.below(1000) : random.next());
    record.stance = static_cast<evidence::Stance>(random.below(20) == 0 ? 2 : random.below(2));
    record.strength = static_cast<evidence::Strength>(random.below(3));
    record.mode = random.below(10) == 0 ? evidence::Mode::conditional : evidence::Mode::plain;
    record.kind = random.below(20) == 0 ? evidence::Kind::ascribed : static_cast<evidence::Kind>(random.below(3));
    record.score = 0.001 * random.below(1000);
    document.issue_mentions.emplace_back(record.actor, record.issue);
  }
}

double peak_mebibytes() {
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  return static_cast<double>(usage.ru_maxrss) / 1024;
}

void aggregation(benchmark::State& state) {
  const auto wanted = static_cast<std::uint64_t>(state.range(0));
  for (auto _ : state) {
    Random random;
    std::vector<evidence::DocumentResult> documents(documents_at_a_time);
    position::Tally tally;
    double adding = 0;
    for (std::uint64_t number = 0; number * records_of_a_document < wanted;) {
      for (auto& document : documents) make_document(random, number++, document);
      const double start = cpu_seconds();
      for (const auto& document : documents) tally.add(document);
      adding += cpu_seconds() - start;
    }
    const double start = cpu_seconds();
    const auto matrix = position::build_matrix(tally, {}, {}, {});
    const double building = cpu_seconds() - start;
    std::uint64_t counted = 0;
    std::uint64_t records = 0;
    for (const auto& cell : matrix.cells) {
      counted += cell.units.size();
      records += cell.records;
    }
    state.SetIterationTime(adding + building);
    state.counters["tally_s"] = adding;
    state.counters["matrix_s"] = building;
    state.counters["cells"] = static_cast<double>(matrix.cells.size());
    state.counters["records"] = static_cast<double>(records);
    state.counters["counted"] = static_cast<double>(counted);
    state.counters["peak_MiB"] = peak_mebibytes();
  }
}

BENCHMARK(aggregation)->Arg(10'000'000)->Iterations(1)->UseManualTime()->Unit(benchmark::kSecond);

}  // namespace

BENCHMARK_MAIN();
