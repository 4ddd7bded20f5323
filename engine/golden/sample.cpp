#include "engine/golden/sample.hpp"

#include <algorithm>
#include <cmath>
#include <tuple>

#include "engine/base/hash.hpp"
#include "engine/golden/difference_text.hpp"
#include "engine/run/tsv.hpp"

namespace demarche::golden {

namespace {

// SplitMix64: a few lines that give the same numbers everywhere, which std:: distributions do not.
std::uint64_t mixed(std::uint64_t value) {
  value += 0x9E3779B97F4A7C15u;
  value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9u;
  value = (value ^ (value >> 27)) * 0x94D049BB133111EBu;
  return value ^ (value >> 31);
}

// From 0 to below 1.
double fraction(std::uint64_t value) { return static_cast<double>(value >> 11) * 0x1.0p-53; }

struct Candidate {
  Drawn drawn;
  std::uint64_t key = 0;
};

std::uint64_t key_of(const Drawn& drawn, std::uint64_t seed) {
  const Evidence& one = *drawn.evidence;
  const std::string text = drawn.document + '\n' + one.sentence + '\n' + one.actor + '\n' + one.issue + '\n' +
                           one.claimant + '\n' + std::to_string(one.match.start) + (drawn.gained ? "+" : "-");
  return mixed(mixed(seed) ^ hash_bytes(text));
}

std::vector<Drawn> draw_side(std::vector<Candidate> candidates, std::size_t size, std::uint64_t seed) {
  std::sort(candidates.begin(), candidates.end(), [](const auto& a, const auto& b) {
    return std::tie(a.drawn.evidence->issue, a.drawn.evidence->rule, a.key) <
           std::tie(b.drawn.evidence->issue, b.drawn.evidence->rule, b.key);
  });
  std::vector<Drawn> drawn;
  const double step = static_cast<double>(candidates.size()) / static_cast<double>(std::max<std::size_t>(size, 1));
  const double start = fraction(mixed(seed));
  for (std::size_t i = 0; i < size; ++i) {
    const auto place = static_cast<std::size_t>(std::floor((start + static_cast<double>(i)) * step));
    drawn.push_back(candidates[std::min(place, candidates.size() - 1)].drawn);
  }
  std::sort(drawn.begin(), drawn.end(), [](const auto& a, const auto& b) {
    return std::tie(a.evidence->issue, a.evidence->rule, a.document, a.evidence->place, a.evidence->actor) <
           std::tie(b.evidence->issue, b.evidence->rule, b.document, b.evidence->place, b.evidence->actor);
  });
  return drawn;
}

}  // namespace

Sample draw(const Comparison& comparison, std::size_t size, std::uint64_t seed) {
  std::vector<Candidate> gained;
  std::vector<Candidate> lost;
  for (const auto& change : comparison.evidence) {
    using Kind = EvidenceChange::Kind;
    const bool turned = change.changes_stance();
    if (change.kind == Kind::gained || turned) gained.push_back({{true, change.document, change.after}, 0});
    if (change.kind == Kind::lost || turned) lost.push_back({{false, change.document, change.before}, 0});
  }
  for (auto* side : {&gained, &lost})
    for (auto& candidate : *side) candidate.key = key_of(candidate.drawn, seed);
  const std::size_t half = size / 2;
  std::size_t of_lost = std::min(lost.size(), half);
  const std::size_t of_gained = std::min(gained.size(), size - of_lost);
  of_lost = std::min(lost.size(), size - of_gained);
  Sample sample{{}, gained.size(), lost.size()};
  sample.drawn = draw_side(std::move(gained), of_gained, seed ^ 0x67u);
  const auto rest = draw_side(std::move(lost), of_lost, seed ^ 0x6Cu);
  sample.drawn.insert(sample.drawn.end(), rest.begin(), rest.end());
  return sample;
}

std::string sheet_tsv(const Sample& sample) {
  std::string out =
      "number\tchange\tof\tjudgement\tactor\tstance\tissue\tsentence\tdocument\tstart\trule\tconstruction\tnote\n";
  std::size_t number = 0;
  for (const auto& drawn : sample.drawn) {
    const Evidence& one = *drawn.evidence;
    out += std::to_string(++number) + (drawn.gained ? "\tgained\t" : "\tlost\t") +
           std::to_string(drawn.gained ? sample.gained : sample.lost) + "\t\t" + run::tsv_field(one.actor) + "\t" +
           std::string(evidence::name_of(one.stance)) + "\t" + run::tsv_field(one.issue) + "\t" +
           run::tsv_field(marked(one.sentence, one.matched, false)) + "\t" + run::tsv_field(drawn.document) + "\t" +
           std::to_string(one.place.start) + "\t" + run::tsv_field(one.rule) + "\t" + run::tsv_field(one.construction) +
           "\t\n";
  }
  return out;
}

std::string sheet_markdown(const Sample& sample) {
  std::string out =
      "# A sample for reading\n\nOf each piece: does the sentence, in its document, say that the actor takes this side "
      "on this "
      "issue?\nWrite right, wrong or unclear into the column `judgement` of the table beside this file.\n";
  std::size_t number = 0;
  for (const bool gained : {true, false}) {
    const std::size_t all = gained ? sample.gained : sample.lost;
    out += std::string("\n## ") + (gained ? "Gained" : "Lost") + ": " + std::to_string(all) +
           (all == 1 ? " piece\n" : " pieces\n");
    for (const auto& drawn : sample.drawn) {
      if (drawn.gained != gained) continue;
      const Evidence& one = *drawn.evidence;
      out += "\n" + std::to_string(++number) + ". **" + one.actor + "** " + std::string(evidence::name_of(one.stance)) +
             " **" + one.issue + "**" + (one.speaker.empty() ? "" : ", said by " + one.speaker) + "\n   > " +
             marked(one.sentence, one.matched, false) + "\n\n   " + drawn.document + ", rule " + one.rule + "\n";
    }
  }
  return out;
}

}  // namespace demarche::golden
