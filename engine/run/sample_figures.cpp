#include <algorithm>
#include <cstdio>
#include <map>
#include <nlohmann/json.hpp>

#include "engine/run/sample.hpp"

namespace demarche::run {

namespace {

using Json = nlohmann::ordered_json;

// What one sentence adds, weighted by how many sentences of its stratum it stands for.
struct Part {
  SampleClass kind{};
  double weight = 1;
  std::size_t answers = 0;    // of the engine
  std::size_t positions = 0;  // of the coder
  std::size_t right = 0;
  std::size_t reversed = 0;
  std::size_t other_stance = 0;
};

Part part_of(const SampleSentence& sentence, const std::vector<GoldRow>& positions) {
  Part part{sentence.kind, 1, sentence.answers.size(), positions.size(), 0, 0, 0};
  for (const SampleAnswer& answer : sentence.answers)
    for (const GoldRow& gold : positions) {
      if (gold.actor != answer.actor || gold.issue != answer.issue) continue;
      if (gold.stance == answer.stance)
        ++part.right;
      else if (gold.stance == evidence::Stance::neutral || answer.stance == evidence::Stance::neutral)
        ++part.other_stance;
      else
        ++part.reversed;
    }
  return part;
}

// The coded sentences; each stands for those of its stratum, however many of the drawn ones the coder came to.
std::vector<Part> parts_of(const SampleCoding& coding) {
  std::map<std::string, std::size_t> done;
  for (std::size_t i = 0; i < coding.sentences.size(); ++i) done[coding.sentences[i].stratum] += coding.done[i];
  std::vector<Part> parts;
  for (std::size_t i = 0; i < coding.sentences.size(); ++i) {
    if (!coding.done[i]) continue;
    const SampleSentence& one = coding.sentences[i];
    parts.push_back(part_of(one, coding.positions[i]));
    parts.back().weight = static_cast<double>(one.drawn_from) / static_cast<double>(done[one.stratum]);
  }
  return parts;
}

struct Sums {
  double answers = 0, right = 0, positions = 0, silent = 0, silent_with = 0;

  void add(const Part& part) {
    answers += part.weight * static_cast<double>(part.answers);
    right += part.weight * static_cast<double>(part.right);
    positions += part.weight * static_cast<double>(part.positions);
    if (part.kind != SampleClass::silent) return;
    silent += part.weight;
    silent_with += part.positions > 0 ? part.weight : 0;
  }
};

struct Draws {
  std::vector<double> precision, recall, missed;
  void add(const Sums& sums) {
    if (sums.answers > 0) precision.push_back(sums.right / sums.answers);
    if (sums.positions > 0) recall.push_back(sums.right / sums.positions);
    if (sums.silent > 0) missed.push_back(sums.silent_with / sums.silent);
  }
};

// Sentences of each class are resampled among themselves: the sizes of the classes were chosen, not found.
Draws draws_of(const std::vector<Part>& parts) {
  std::vector<const Part*> coded;
  std::vector<const Part*> silent;
  for (const Part& part : parts) (part.kind == SampleClass::coded ? coded : silent).push_back(&part);
  Draws draws;
  Random random(bootstrap_seed);
  for (std::size_t i = 0; i < bootstrap_draws && !parts.empty(); ++i) {
    Sums sums;
    for (const auto* of : {&coded, &silent})
      for (std::size_t n = 0; n < of->size(); ++n) sums.add(*(*of)[random.below(of->size())]);
    draws.add(sums);
  }
  return draws;
}

std::string share_line(const char* name, const std::optional<WeightedShare>& share, const char* meaning) {
  if (!share) return "";
  char buffer[200];
  std::snprintf(buffer, sizeof buffer, "  %-10s %.3f", name, share->share);
  std::string text = buffer;
  if (share->interval) {
    std::snprintf(buffer, sizeof buffer, "  (%.3f-%.3f)", share->interval->low, share->interval->high);
    text += buffer;
  }
  return text + "  " + std::to_string(share->hits) + " of " + std::to_string(share->count) + " " + meaning + "\n";
}

std::string position(const std::string& actor, const std::string& issue, evidence::Stance stance) {
  return actor + " " + std::string(evidence::name_of(stance)) + "s " + issue;
}

// Where engine and coder differ, sentence by sentence.
std::string differences(const SampleCoding& coding) {
  std::string text;
  for (std::size_t i = 0; i < coding.sentences.size(); ++i) {
    if (!coding.done[i]) continue;
    const SampleSentence& one = coding.sentences[i];
    const Part part = part_of(one, coding.positions[i]);
    if (part.right == part.answers && part.right == part.positions) continue;
    text += "  " + one.id + " " + one.doc + " " + std::to_string(one.range.start) + "-" +
            std::to_string(one.range.end) + "\n";
    for (const auto& answer : one.answers)
      text += "    engine: " + position(answer.actor, answer.issue, answer.stance) + " (" + answer.rule +
              (answer.construction.empty() ? "" : " / " + answer.construction) + ")\n";
    if (one.answers.empty()) text += "    engine: silent, " + one.reason + "\n";
    for (const auto& gold : coding.positions[i])
      text += "    coder:  " + position(gold.actor, gold.issue, gold.stance) + "\n";
    if (coding.positions[i].empty()) text += "    coder:  none\n";
  }
  return text;
}

// Four digits: what differs beyond them differs by the machine.
double rounded(double value) { return static_cast<double>(static_cast<long long>(value * 10000 + 0.5)) / 10000; }

Json to_json(const std::optional<WeightedShare>& share) {
  if (!share) return nullptr;
  Json json{{"share", rounded(share->share)}, {"hits", share->hits}, {"of", share->count}};
  json["interval"] =
      share->interval ? Json::array({rounded(share->interval->low), rounded(share->interval->high)}) : Json(nullptr);
  return json;
}

}  // namespace

SampleFigures figures_of(const SampleCoding& coding) {
  const auto parts = parts_of(coding);
  SampleFigures figures;
  figures.sentences = coding.sentences.size();
  figures.done = parts.size();
  Sums sums;
  std::size_t answers = 0, right = 0, positions = 0, silent = 0, silent_with = 0;
  for (const Part& part : parts) {
    sums.add(part);
    answers += part.answers;
    right += part.right;
    positions += part.positions;
    figures.reversed += part.reversed;
    figures.other_stance += part.other_stance;
    silent += part.kind == SampleClass::silent;
    silent_with += part.kind == SampleClass::silent && part.positions > 0;
  }
  const Draws draws = draws_of(parts);
  if (answers > 0)
    figures.precision = {sums.right / sums.answers, percentile_interval(draws.precision), answers, right};
  if (positions > 0 && silent > 0 && answers > 0)
    figures.recall = {sums.right / sums.positions, percentile_interval(draws.recall), positions, right};
  if (silent > 0)
    figures.missed = {sums.silent_with / sums.silent, percentile_interval(draws.missed), silent, silent_with};
  return figures;
}

std::string sample_text(const SampleCoding& coding, const SampleFigures& figures) {
  std::string text =
      std::to_string(figures.done) + " of " + std::to_string(figures.sentences) + " sentences are coded\n";
  text += share_line("precision", figures.precision, "positions of the engine");
  text += share_line("recall", figures.recall,
                     "positions of the coder, in sentences where the words of an issue were seen");
  text += share_line("missed", figures.missed, "silent sentences that take a position");
  if (figures.precision)
    text += "  reversed   " + std::to_string(figures.reversed) + ", other stance " +
            std::to_string(figures.other_stance) + "\n";
  if (figures.done > 0)
    text += "shares are weighted by the size of the strata; 95% intervals by bootstrap over sentences, " +
            std::to_string(bootstrap_draws) + " draws\n";
  const std::string different = differences(coding);
  return text + (different.empty() ? "" : "\nsentences that differ\n" + different);
}

std::string sample_json(const SampleFigures& figures) {
  const Json json{{"sentences", figures.sentences},          {"coded", figures.done},
                  {"precision", to_json(figures.precision)}, {"recall", to_json(figures.recall)},
                  {"missed", to_json(figures.missed)},       {"reversed", figures.reversed},
                  {"other_stance", figures.other_stance}};
  return json.dump(2) + "\n";
}

std::string sample_gold(const SampleCoding& coding) {
  std::vector<const GoldRow*> rows;
  for (const auto& positions : coding.positions)
    for (const auto& row : positions) rows.push_back(&row);
  std::stable_sort(rows.begin(), rows.end(), [](const GoldRow* a, const GoldRow* b) {
    return std::tie(a->doc, a->range, a->actor, a->issue) < std::tie(b->doc, b->range, b->actor, b->issue);
  });
  std::string out = "doc\tstart\tend\tactor\tspeaker\tissue\tstance\tstrength\tnote\n";
  for (const GoldRow* row : rows)
    out += row->doc + "\t" + std::to_string(row->range.start) + "\t" + std::to_string(row->range.end) + "\t" +
           row->actor + "\t\t" + row->issue + "\t" + std::string(evidence::name_of(row->stance)) + "\t" +
           std::string(evidence::name_of(row->strength)) + "\t" + (row->notes.empty() ? "" : row->notes.front()) + "\n";
  return out;
}

std::string sample_sentences(const SampleCoding& coding) {
  std::vector<std::pair<std::string, evidence::Range>> places;
  for (std::size_t i = 0; i < coding.sentences.size(); ++i)
    if (coding.done[i]) places.emplace_back(coding.sentences[i].doc, coding.sentences[i].range);
  std::sort(places.begin(), places.end());
  std::string out = "doc\tstart\tend\n";
  for (const auto& [doc, range] : places)
    out += doc + "\t" + std::to_string(range.start) + "\t" + std::to_string(range.end) + "\n";
  return out;
}

}  // namespace demarche::run
