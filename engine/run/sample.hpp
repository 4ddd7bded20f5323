#pragma once
#include <optional>
#include <string>
#include <vector>

#include "engine/evidence/record.hpp"
#include "engine/run/bootstrap.hpp"
#include "engine/run/gold.hpp"

// A stratified sample of sentences for blind hand coding: `demarche sample`. The frame is every sentence in which the
// words of an issue were seen: those with evidence (coded) and those without (silent).
namespace demarche::run {

enum class SampleClass { coded, silent };

// By what sentences are put into strata. A sentence of several issues belongs to the stratum of the first.
enum class SampleBy { issue, source, actor, construction, reason, year };

struct SampleOptions {
  std::size_t size = 100;
  std::uint64_t seed = 1;
  std::vector<SampleBy> by;
  bool coded = true;
  bool silent = true;     // with both, half of the sample is drawn from each
  bool ascribed = false;  // third-party claims are evidence, too
};

// What the engine says of a sentence: one position.
struct SampleAnswer {
  std::string actor;
  std::string issue;
  evidence::Stance stance{};
  evidence::Strength strength = evidence::Strength::plain;
  std::string rule;
  std::string construction;
};

struct SampleSentence {
  std::string id;  // "s001"; says nothing about the stratum
  std::string doc;
  evidence::Range range;
  SampleClass kind{};
  std::string stratum;                // "coded sanctions herald"
  std::size_t drawn_from = 0;         // sentences of the stratum
  std::size_t drawn = 0;              // of these, in the sample
  std::vector<SampleAnswer> answers;  // coded: by actor, issue
  std::string reason;                 // silent: "sanctions no-construction, ..."
};

struct Sample {
  std::vector<SampleSentence> sentences;  // in the order of the sheet: shuffled
  std::size_t strata = 0;
  std::size_t strata_left_out = 0;  // the sample is too small to draw from each
  std::size_t frame = 0;            // sentences that could have been drawn
};

std::optional<SampleBy> parse_sample_by(std::string_view name);

// The same results, options and seed give the same sample. Each stratum gets its share, at least one while there are
// enough.
Sample draw_sample(const std::vector<evidence::DocumentResult>& results, const SampleOptions& options);

// The words of a sentence and around it, each on one line.
struct SampleText {
  std::string before;
  std::string sentence;
  std::string after;
};

// What the coder gets: nothing in it tells what the engine says.
std::string sample_sheet(const Sample& sample, const std::vector<SampleText>& texts);
// What is kept until the sheet comes back.
std::string sample_key(const Sample& sample);

// A line that the coder filled in.
struct SampleCoding {
  std::vector<SampleSentence> sentences;        // of the key, by id
  std::vector<std::vector<GoldRow>> positions;  // of each: what the coder found; empty for none
  std::vector<bool> done;                       // whether the coder came to it
};

// Ids that a sheet may name; empty: any.
struct KnownIds {
  std::vector<std::string> actors;
  std::vector<std::string> issues;
};

// Nothing when a file cannot be used. Every wrong line is a diagnostic with its place.
std::optional<SampleCoding> read_sample(const FileSystem& files, const std::string& sheet, const std::string& key,
                                        const KnownIds& known, Diagnostics& diagnostics);

struct WeightedShare {
  double share = 0;
  std::optional<Interval> interval;  // 95%, bootstrap over sentences within each class
  std::size_t count = 0;             // of the sample, unweighted: what the share is of
  std::size_t hits = 0;
};

// Weighted by the size of each stratum. A share is absent where nothing was coded that it could be of.
struct SampleFigures {
  std::size_t sentences = 0;  // in the sheet
  std::size_t done = 0;       // coded by the coder
  std::size_t reversed = 0;   // same actor and issue, opposite stance
  std::size_t other_stance = 0;
  std::optional<WeightedShare> precision;  // of the engine's positions: right actor, issue and stance
  std::optional<WeightedShare> recall;     // of the coder's positions in the frame; needs both classes
  std::optional<WeightedShare> missed;     // of silent sentences: those in which the coder sees a position
};

SampleFigures figures_of(const SampleCoding& coding);
std::string sample_text(const SampleCoding& coding, const SampleFigures& figures);
std::string sample_json(const SampleFigures& figures);

// The coder's positions as gold.tsv, and the sentences that were coded (columns doc, start, end).
std::string sample_gold(const SampleCoding& coding);
std::string sample_sentences(const SampleCoding& coding);

}  // namespace demarche::run
