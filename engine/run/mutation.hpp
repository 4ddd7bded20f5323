#pragma once
#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <vector>

#include "engine/lexicon/actors.hpp"
#include "engine/run/mutants.hpp"

// Would the tests notice if the rules were wrong? One thing of the rules is changed at a time, and the tests that could
// notice are run.
namespace demarche::run {

struct MutationOptions {
  std::size_t sample = 0;  // how many mutants, drawn by `seed`; 0: all
  std::uint64_t seed = 1;
  std::vector<std::string> files;  // only mutants of files whose path holds one of these; `*` and `?` as in `fits`
  // Files of the library: when there are mutants in others, and `files` is empty, these are left out. May be empty.
  std::function<bool(const std::string& file)> in_library;
  unsigned threads = 0;  // 0: as many as the machine has
  double seconds = 0;    // begin no more mutants after this time; 0: no limit
  std::function<void(std::size_t done, std::size_t all)> progress;
};

enum class Fate : std::uint8_t {
  killed,     // a test that was right is not any more
  survived,   // tests were run, and all stayed as they were
  unreached,  // no test holds the words that the changed thing needs: survived, too
  not_run     // the time was up
};

struct MutantResult {
  Mutant mutant;
  Fate fate = Fate::not_run;
  std::size_t tests = 0;  // how many tests could have noticed
};

struct MutationScore {
  std::size_t killed = 0;
  std::size_t survived = 0;  // and unreached
  std::size_t all() const { return killed + survived; }
  double percent() const {
    return all() == 0 ? 100.0 : 100.0 * static_cast<double>(killed) / static_cast<double>(all());
  }
};

struct MutationReport {
  std::vector<MutantResult> mutants;  // by file, line, column: those of the sample
  std::size_t possible = 0;           // mutants before the sample was drawn
  std::size_t tests = 0;              // tests with an expectation that was right before
  std::size_t left_out = 0;           // tests whose result depends on more than their own words
  bool out_of_time = false;

  std::size_t count(Fate fate) const;
  // Of all mutants but those of lists of words: a lexicon is no rule, as in coverage. It has a share of its own.
  MutationScore score() const;
  std::map<MutantKind, MutationScore> by_kind() const;
  std::map<std::string, MutationScore> by_file() const;
};

// The program must have been compiled with its alternatives. An expectation counts when it was right before; those that
// fail, and `todo`, count for nothing. The same program, sample and seed give the same report; a time limit cuts it
// short at some mutant of the order in which the sample was drawn.
MutationReport mutate(const program::Program& program, const lexicon::ActorTable& actors,
                      const MutationOptions& options);

std::string_view name_of(Fate fate);

}  // namespace demarche::run
