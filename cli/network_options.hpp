#pragma once
#include <cstdint>
#include <optional>
#include <string>

#include "cli/context.hpp"
#include "engine/position/network.hpp"

namespace demarche::cli {

// How a network is made, for `network` and `picture network`.
struct TieOptions {
  std::string kind = "agreement";
  std::string normalisation = "none";
  double min = 0;
  std::uint32_t min_shared = 1;
  bool own = false;
  bool no_isolates = false;
};
void add_tie_options(CLI::App& command, TieOptions& options);

// Nothing, which has been said, where the options contradict each other.
std::optional<position::NetworkOptions> network_options(Context& context, const TieOptions& options);

}  // namespace demarche::cli
