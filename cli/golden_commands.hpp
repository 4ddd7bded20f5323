#pragma once
#include <optional>

#include "cli/golden_now.hpp"
#include "engine/golden/causes.hpp"
#include "engine/golden/compare.hpp"
#include "engine/golden/edits.hpp"

// What the commands below `demarche golden` share.
namespace demarche::cli {

// What was accepted and what is now. It does not move: the comparison points into both.
struct Sides {
  Sides(golden::Golden was, Now is);
  Sides(const Sides&) = delete;
  Sides& operator=(const Sides&) = delete;

  golden::Golden before;
  Now now;
  golden::Comparison comparison;
  golden::Edits edits;

  golden::CauseFinder causes() const;
};

// Nothing when something is wrong: it has been said, and `exit_code` is set.
std::unique_ptr<Sides> read_sides(Context& context, const GoldenOptions& options);

void add_golden_diff(CLI::App& golden, Context& context);
void add_golden_judge(CLI::App& golden, Context& context);
void add_golden_accept(CLI::App& golden, Context& context);

}  // namespace demarche::cli
