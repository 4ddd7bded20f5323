#include "engine/run/sample.hpp"

#include <algorithm>
#include <array>
#include <cstdio>
#include <map>
#include <tuple>

namespace demarche::run {

namespace {

using evidence::DocumentResult;
using evidence::Range;

constexpr std::array<std::string_view, 6> by_names{"issue", "source", "actor", "construction", "reason", "year"};

// A sentence of the frame before it is drawn.
struct Candidate {
  SampleSentence sentence;
  std::string issue;
  std::string actor;
  std::string construction;
  std::string reason;
};

std::string value_of(const Candidate& one, const DocumentResult& document, SampleBy by) {
  switch (by) {
    case SampleBy::issue:
      return one.issue;
    case SampleBy::source:
      return document.source;
    case SampleBy::actor:
      return one.actor;
    case SampleBy::construction:
      return one.construction;
    case SampleBy::reason:
      return one.reason;
    case SampleBy::year:
      return document.date ? std::to_string(split(*document.date).year) : "undated";
  }
  return "";
}

class Frame {
 public:
  explicit Frame(const SampleOptions& options) : options_(options) {}

  void add(const DocumentResult& document) {
    std::map<Range, Candidate> sentences;
    for (const auto& record : document.records) {
      if (record.kind == evidence::Kind::ascribed && !options_.ascribed) continue;
      Candidate& one = sentences[record.sentence_range];
      if (one.sentence.answers.empty()) {
        one.issue = record.issue;
        one.actor = record.actor;
        one.construction = record.construction.empty() ? record.rule : record.construction;
      }
      one.sentence.answers.push_back(
          {record.actor, record.issue, record.stance, record.strength, record.rule, record.construction});
    }
    for (const auto& silence : document.silences) {
      Candidate& one = sentences[silence.sentence_range];
      if (!one.sentence.answers.empty()) continue;
      const std::string reason(evidence::name_of(silence.reason));
      if (one.issue.empty()) {
        one.issue = silence.issue;
        one.actor = silence.actor;
        one.reason = reason;
      }
      one.sentence.reason += (one.sentence.reason.empty() ? "" : ", ") + silence.issue + " " + reason;
    }
    for (auto& [range, one] : sentences) keep(document, range, std::move(one));
  }

  std::map<std::string, std::vector<SampleSentence>> strata;
  std::size_t size = 0;

 private:
  void keep(const DocumentResult& document, Range range, Candidate&& one) {
    const bool coded = !one.sentence.answers.empty();
    if (!(coded ? options_.coded : options_.silent)) return;
    SampleSentence& sentence = one.sentence;
    sentence.doc = document.doc;
    sentence.range = range;
    sentence.kind = coded ? SampleClass::coded : SampleClass::silent;
    sentence.stratum = coded ? "coded" : "silent";
    for (const SampleBy by : options_.by) {
      const std::string value = value_of(one, document, by);
      sentence.stratum += " " + (value.empty() ? "-" : value);
    }
    std::stable_sort(sentence.answers.begin(), sentence.answers.end(), [](const auto& a, const auto& b) {
      return std::tie(a.actor, a.issue) < std::tie(b.actor, b.issue);
    });
    ++size;
    strata[sentence.stratum].push_back(std::move(sentence));
  }

  const SampleOptions& options_;
};

// How many to draw from each stratum: its share of `size` by the largest remainders; one at least, while there are
// enough.
std::vector<std::size_t> allocate(const std::vector<std::size_t>& sizes, std::size_t size) {
  std::size_t all = 0;
  for (const auto one : sizes) all += one;
  size = std::min(size, all);
  std::vector<std::size_t> drawn(sizes.size(), 0);
  if (all == 0) return drawn;
  std::vector<std::size_t> order(sizes.size());
  for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return sizes[a] > sizes[b]; });
  std::size_t left = size;
  for (const auto stratum : order)
    if (left > 0) {
      drawn[stratum] = 1;
      --left;
    }
  // What is left goes where a stratum is farthest below its share.
  while (left > 0) {
    std::size_t neediest = sizes.size();
    double need = -1;
    for (const auto stratum : order) {
      if (drawn[stratum] == sizes[stratum]) continue;
      const double share = static_cast<double>(size) * static_cast<double>(sizes[stratum]) / static_cast<double>(all);
      const double lack = share - static_cast<double>(drawn[stratum]);
      if (neediest == sizes.size() || lack > need) {
        neediest = stratum;
        need = lack;
      }
    }
    ++drawn[neediest];
    --left;
  }
  return drawn;
}

void draw_class(std::map<std::string, std::vector<SampleSentence>>& strata, SampleClass kind, std::size_t size,
                Random& random, Sample& sample) {
  std::vector<std::vector<SampleSentence>*> of_class;
  std::vector<std::size_t> sizes;
  for (auto& [name, sentences] : strata)
    if (sentences.front().kind == kind) {
      of_class.push_back(&sentences);
      sizes.push_back(sentences.size());
    }
  const auto drawn = allocate(sizes, size);
  for (std::size_t i = 0; i < of_class.size(); ++i) {
    ++sample.strata;
    sample.strata_left_out += drawn[i] == 0;
    random.shuffle(*of_class[i]);
    for (std::size_t d = 0; d < drawn[i]; ++d) {
      SampleSentence& one = (*of_class[i])[d];
      one.drawn_from = sizes[i];
      one.drawn = drawn[i];
      sample.sentences.push_back(std::move(one));
    }
  }
}

std::size_t in_class(const std::map<std::string, std::vector<SampleSentence>>& strata, SampleClass kind) {
  std::size_t count = 0;
  for (const auto& [name, sentences] : strata)
    if (sentences.front().kind == kind) count += sentences.size();
  return count;
}

}  // namespace

std::optional<SampleBy> parse_sample_by(std::string_view name) {
  for (std::size_t i = 0; i < by_names.size(); ++i)
    if (by_names[i] == name) return static_cast<SampleBy>(i);
  return std::nullopt;
}

Sample draw_sample(const std::vector<DocumentResult>& results, const SampleOptions& options) {
  Frame frame(options);
  for (const auto& document : results) frame.add(document);
  Sample sample;
  sample.frame = frame.size;
  Random random(options.seed);
  // Half from each class; what one class lacks the other gives.
  const std::size_t coded = in_class(frame.strata, SampleClass::coded);
  const std::size_t silent = in_class(frame.strata, SampleClass::silent);
  std::size_t from_coded = options.silent ? std::min(coded, (options.size + 1) / 2) : options.size;
  const std::size_t from_silent = std::min(silent, options.size - std::min(options.size, from_coded));
  from_coded = std::min(coded, options.size - from_silent);
  draw_class(frame.strata, SampleClass::coded, from_coded, random, sample);
  draw_class(frame.strata, SampleClass::silent, from_silent, random, sample);
  random.shuffle(sample.sentences);
  for (std::size_t i = 0; i < sample.sentences.size(); ++i) {
    char id[24];
    std::snprintf(id, sizeof id, "s%03zu", i + 1);
    sample.sentences[i].id = id;
  }
  return sample;
}

}  // namespace demarche::run
