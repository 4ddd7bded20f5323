#pragma once
#include <cstdint>
#include <string>
#include <vector>

#include "engine/golden/compare.hpp"

namespace demarche::golden {

// One piece of evidence that was gained or lost, drawn for reading.
struct Drawn {
  bool gained = false;
  std::string document;
  const Evidence* evidence = nullptr;
};

struct Sample {
  std::vector<Drawn> drawn;  // gained before lost, by issue, rule, document, place
  std::size_t gained = 0;    // how many there are to draw from
  std::size_t lost = 0;
};

// Draws `size` pieces: half of the gained, half of the lost, and where one side has fewer, more of the other. Within a
// side the pieces are laid out by issue and rule and every so-manieth is drawn from a random start, so that each issue
// and each rule has its share and each piece the same chance: the share of right ones in the sample is an estimate for
// all. A piece whose side turned (support to oppose) is lost and gained. The same seed gives the same sample on every
// machine.
Sample draw(const Comparison& comparison, std::size_t size, std::uint64_t seed);

// The sample as a table with an empty column `judgement`, for a spreadsheet; and for reading on paper.
std::string sheet_tsv(const Sample& sample);
std::string sheet_markdown(const Sample& sample);

}  // namespace demarche::golden
