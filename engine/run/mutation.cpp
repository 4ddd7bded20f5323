#include "engine/run/mutation.hpp"

#include <algorithm>
#include <chrono>
#include <mutex>
#include <random>
#include <set>
#include <thread>

#include "engine/run/analyser.hpp"
#include "engine/run/likely_tests.hpp"
#include "engine/run/mutant_reach.hpp"
#include "engine/run/pool.hpp"
#include "engine/run/rule_tests.hpp"
#include "engine/run/test_filter.hpp"
#include "engine/why/sandbox.hpp"

namespace demarche::run {

namespace {

// How many tests share a rule set that was made for their words. The first, likely ones mostly suffice.
constexpr std::size_t shares[] = {8, 40, 200};

// `draw` numbers below `size`, each once, in an order that only the seed decides.
std::vector<std::size_t> drawn(std::size_t size, std::size_t draw, std::uint64_t seed) {
  std::vector<std::size_t> order(size);
  for (std::size_t i = 0; i < size; ++i) order[i] = i;
  std::mt19937_64 random(seed);
  draw = draw == 0 ? size : std::min(draw, size);
  // By hand: std::shuffle differs from library to library.
  for (std::size_t i = 0; i < draw; ++i) std::swap(order[i], order[i + random() % (size - i)]);
  order.resize(draw);
  return order;
}

class Mutation {
 public:
  Mutation(const program::Program& program, const lexicon::ActorTable& actors, const MutationOptions& options)
      : tests_(program.tests), options_(options), set_(mutants_of(program)), likely_(set_.program) {
    threads_ = options.threads > 0 ? options.threads : std::max(1u, std::thread::hardware_concurrency());
    keep_files();
    report_.possible = set_.mutants.size();
    run_tests(actors);
    gather_words(actors);
  }

  MutationReport run() && {
    const MutantReach reach(set_.program, words_);
    const auto order = drawn(set_.mutants.size(), options_.sample, options_.seed);
    std::vector<MutantResult> results(order.size());
    const auto end = std::chrono::steady_clock::now() + std::chrono::duration<double>(options_.seconds);
    {
      Pool pool(threads_, threads_ * 4u);
      for (std::size_t i = 0; i < order.size(); ++i)
        pool.submit([&, i] {
          if (options_.seconds > 0 && std::chrono::steady_clock::now() > end) return;
          results[i] = judge(set_.mutants[order[i]], reach);
          note_progress(order.size());
        });
      pool.finish();
    }
    report_.out_of_time = cut(results);
    for (std::size_t i = 0; i < order.size(); ++i) results[i].mutant = set_.mutants[order[i]];
    std::vector<std::size_t> places(order.size());
    for (std::size_t i = 0; i < places.size(); ++i) places[i] = i;
    std::sort(places.begin(), places.end(), [&](std::size_t a, std::size_t b) { return order[a] < order[b]; });
    for (std::size_t place : places) report_.mutants.push_back(std::move(results[place]));
    report_.left_out = unsteady_.size();
    return std::move(report_);
  }

 private:
  void keep_files() {
    const auto& files = options_.files;
    if (files.empty()) return leave_out_library();
    std::erase_if(set_.mutants, [&](const Mutant& mutant) {
      return std::none_of(files.begin(), files.end(),
                          [&](const std::string& part) { return fits(mutant.place.file, part); });
    });
  }

  // Who writes a pack asks about the pack.
  void leave_out_library() {
    if (!options_.in_library) return;
    std::map<std::string, bool> known;
    const auto in_library = [&](const Mutant& mutant) {
      const auto [file, added] = known.try_emplace(mutant.place.file, false);
      if (added) file->second = options_.in_library(mutant.place.file);
      return file->second;
    };
    if (!std::all_of(set_.mutants.begin(), set_.mutants.end(), in_library)) std::erase_if(set_.mutants, in_library);
  }

  // Which expectations are right, and what took part in it.
  void run_tests(const lexicon::ActorTable& actors) {
    Diagnostics said_before;
    const Analyser analyser(set_.program, actors, said_before);
    right_.resize(tests_.size());
    for (std::uint32_t t = 0; t < tests_.size(); ++t) {
      const TestResult result = run_test(tests_[t], set_.program, [&](const corpus::Document& document) {
        return analyser.analyse(document, {.trace = true, .watch = {}});
      });
      for (const auto& one : result.expectations) right_[t].push_back(one.status == TestStatus::right);
      if (!counts(t)) continue;
      ++report_.tests;
      likely_.add(t, result.found);
    }
  }

  bool counts(std::uint32_t test) const {
    return std::find(right_[test].begin(), right_[test].end(), true) != right_[test].end();
  }

  void gather_words(const lexicon::ActorTable& actors) {
    why::Words all;
    for (const program::Test& test : tests_) {
      words_.push_back(why::words_of(document_of(test)));
      all.insert(words_.back().begin(), words_.back().end());
    }
    known_ = why::known_words(set_.program, actors);
    actors_ = why::reduced(actors, set_.program, all);
  }

  // The rules as far as these tests can meet them.
  program::Program rules_for(const std::vector<std::uint32_t>& tests) const {
    why::Words words;
    for (std::uint32_t test : tests) words.insert(words_[test].begin(), words_[test].end());
    return why::reduced(set_.program, words, known_);
  }

  bool stays_right(std::uint32_t test, const why::Sandbox& sandbox) const {
    const TestResult result =
        run_test(tests_[test], set_.program, [&](const corpus::Document& document) { return sandbox.read(document); });
    for (std::size_t i = 0; i < result.expectations.size(); ++i)
      if (right_[test][i] && result.expectations[i].status != TestStatus::right) return false;
    return true;
  }

  // Whether the test comes out as it should with the rules unchanged, but cut down to its words.
  bool is_steady(std::uint32_t test) {
    {
      std::lock_guard lock(mutex_);
      if (steady_.count(test) != 0) return true;
      if (unsteady_.count(test) != 0) return false;
    }
    const bool steady = stays_right(test, why::Sandbox(rules_for({test}), actors_));
    std::lock_guard lock(mutex_);
    (steady ? steady_ : unsteady_).insert(test);
    return steady;
  }

  // Which tests to run, likely ones first.
  std::vector<std::uint32_t> candidates(const Mutant& mutant, const MutantReach& reach) const {
    std::vector<std::uint32_t> tests = likely_.tests_of(mutant);
    const std::set<std::uint32_t> first(tests.begin(), tests.end());
    for (std::uint32_t test : reach.tests_of(mutant))
      if (first.count(test) == 0 && counts(test)) tests.push_back(test);
    return tests;
  }

  MutantResult judge(const Mutant& mutant, const MutantReach& reach) {
    MutantResult result;
    const auto tests = candidates(mutant, reach);
    result.tests = tests.size();
    if (tests.empty()) {
      result.fate = Fate::unreached;
      return result;
    }
    bool changed = false;
    std::size_t begin = 0;
    for (std::size_t share = 0; begin < tests.size(); ++share) {
      const std::size_t size = share < std::size(shares) ? shares[share] : tests.size();
      const std::size_t end = std::min(tests.size(), begin + size);
      if (is_killed(
              mutant,
              {tests.begin() + static_cast<std::ptrdiff_t>(begin), tests.begin() + static_cast<std::ptrdiff_t>(end)},
              changed)) {
        result.fate = Fate::killed;
        return result;
      }
      begin = end;
    }
    result.fate = changed ? Fate::survived : Fate::unreached;
    return result;
  }

  bool is_killed(const Mutant& mutant, const std::vector<std::uint32_t>& tests, bool& changed) {
    program::Program rules = rules_for(tests);
    if (!apply(mutant, rules)) return false;
    changed = true;
    const why::Sandbox sandbox(std::move(rules), actors_);
    return std::any_of(tests.begin(), tests.end(),
                       [&](std::uint32_t test) { return !stays_right(test, sandbox) && is_steady(test); });
  }

  void note_progress(std::size_t all) {
    if (!options_.progress) return;
    std::lock_guard lock(mutex_);
    options_.progress(++done_, all);
  }

  // What stands behind the first mutant that was not run is not told either: the rest is a beginning of the order.
  static bool cut(std::vector<MutantResult>& results) {
    auto first = std::find_if(results.begin(), results.end(),
                              [](const MutantResult& result) { return result.fate == Fate::not_run; });
    const bool cut = first != results.end();
    for (; first != results.end(); ++first) *first = MutantResult{};
    return cut;
  }

  const std::vector<program::Test>& tests_;
  const MutationOptions& options_;
  MutantSet set_;
  LikelyTests likely_;
  unsigned threads_ = 1;
  std::vector<std::vector<bool>> right_;  // by test and expectation
  std::vector<why::Words> words_;         // by test
  why::Words known_;
  lexicon::ActorTable actors_;
  MutationReport report_;
  std::mutex mutex_;
  std::set<std::uint32_t> steady_;
  std::set<std::uint32_t> unsteady_;
  std::size_t done_ = 0;
};

void count(MutationScore& score, Fate fate) {
  score.killed += fate == Fate::killed;
  score.survived += fate == Fate::survived || fate == Fate::unreached;
}

}  // namespace

MutationReport mutate(const program::Program& program, const lexicon::ActorTable& actors,
                      const MutationOptions& options) {
  return Mutation(program, actors, options).run();
}

std::size_t MutationReport::count(Fate fate) const {
  return static_cast<std::size_t>(std::count_if(mutants.begin(), mutants.end(),
                                                [fate](const MutantResult& result) { return result.fate == fate; }));
}

MutationScore MutationReport::score() const {
  MutationScore score;
  for (const MutantResult& result : mutants)
    if (result.mutant.kind != MutantKind::word) run::count(score, result.fate);
  return score;
}

std::map<MutantKind, MutationScore> MutationReport::by_kind() const {
  std::map<MutantKind, MutationScore> scores;
  for (const MutantResult& result : mutants) run::count(scores[result.mutant.kind], result.fate);
  return scores;
}

std::map<std::string, MutationScore> MutationReport::by_file() const {
  std::map<std::string, MutationScore> scores;
  for (const MutantResult& result : mutants)
    if (result.mutant.kind != MutantKind::word) run::count(scores[result.mutant.place.file], result.fate);
  return scores;
}

std::string_view name_of(Fate fate) {
  switch (fate) {
    case Fate::killed:
      return "killed";
    case Fate::survived:
      return "survived";
    case Fate::unreached:
      return "unreached";
    case Fate::not_run:
      return "not-run";
  }
  return "";
}

}  // namespace demarche::run
