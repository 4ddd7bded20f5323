#include "engine/run/evaluate.hpp"

#include <algorithm>
#include <set>
#include <tuple>

#include "engine/position/net_stance.hpp"

namespace demarche::run {

namespace {

using evidence::Record;
using evidence::Stance;
using evidence::Strength;
using Key = std::tuple<std::string, std::string, std::string>;  // doc, actor, issue

std::uint32_t shared(evidence::Range a, evidence::Range b) {
  const std::uint32_t start = std::max(a.start, b.start);
  const std::uint32_t end = std::min(a.end, b.end);
  return end > start ? end - start : 0;
}

bool opposite(Stance a, Stance b) { return a != b && a != Stance::neutral && b != Stance::neutral; }

// A gold row and a piece of evidence that may be about one thing.
struct Pair {
  double overlap = 0;
  bool same_stance = false;
  std::size_t gold = 0;
  std::size_t record = 0;
};

class Evaluator {
 public:
  explicit Evaluator(const EvaluateInput& input) : input_(input) {}

  Evaluation run() && {
    collect();
    match();
    score_rows();
    score_cells();
    score_silent_cells();
    for (const auto& [doc, totals] : totals_) static_cast<Totals&>(result_) += totals;
    add_intervals();
    result_.stance_agreement = agreement_of(stances_, true);
    result_.coverage_agreement = agreement_of(result_.cell_confusion, false);
    result_.strength_agreement = agreement_of(strengths_, true);
    return std::move(result_);
  }

 private:
  // Whether a place of a document was coded.
  bool coded(const std::string& doc, std::uint32_t start) const {
    if (input_.coded.empty()) return true;
    const auto found = input_.coded.find(doc);
    return found != input_.coded.end() && (!found->second || start < *found->second);
  }

  // Whether a sentence was coded, when only some were.
  bool coded_sentence(const std::string& doc, evidence::Range range) const {
    if (!input_.sentences) return true;
    const auto found = input_.sentences->find(doc);
    return found != input_.sentences->end() &&
           std::any_of(found->second.begin(), found->second.end(), [&](auto one) { return same_sentence(one, range); });
  }

  void collect() {
    for (const auto& document : input_.results) {
      if (!coded(document.doc, 0) || (input_.sentences && !input_.sentences->contains(document.doc))) continue;
      ++result_.documents;
      documents_[document.doc] = &document;
      totals_[document.doc];
      for (const Record& record : document.records)
        if ((input_.ascribed || record.kind != evidence::Kind::ascribed) &&
            coded(record.doc, record.sentence_range.start) && coded_sentence(record.doc, record.sentence_range))
          records_.push_back(&record);
    }
    for (const GoldRow& row : input_.gold)
      if (coded(row.doc, row.range.start) && coded_sentence(row.doc, row.range)) gold_.push_back(&row);
    std::stable_sort(gold_.begin(), gold_.end(), [](const GoldRow* a, const GoldRow* b) {
      return std::tie(a->doc, a->range, a->actor, a->issue) < std::tie(b->doc, b->range, b->actor, b->issue);
    });
  }

  // One to one; the same stance first, then the better overlap, so that a right row is never spent on a wrong one.
  void match() {
    std::map<Key, std::vector<std::size_t>> by_key;
    for (std::size_t i = 0; i < records_.size(); ++i)
      by_key[{records_[i]->doc, records_[i]->actor, records_[i]->issue}].push_back(i);
    std::vector<Pair> pairs;
    for (std::size_t g = 0; g < gold_.size(); ++g)
      for (const std::size_t r : by_key[{gold_[g]->doc, gold_[g]->actor, gold_[g]->issue}]) {
        const auto range = records_[r]->sentence_range;
        if (!same_sentence(gold_[g]->range, range)) continue;
        const double common = shared(gold_[g]->range, range);
        const double all = (gold_[g]->range.end - gold_[g]->range.start) + (range.end - range.start) - common;
        pairs.push_back({common / all, gold_[g]->stance == records_[r]->stance, g, r});
      }
    std::stable_sort(pairs.begin(), pairs.end(), [](const Pair& a, const Pair& b) {
      if (a.same_stance != b.same_stance) return a.same_stance;
      return a.overlap > b.overlap;
    });
    gold_of_.assign(records_.size(), nullptr);
    record_of_.assign(gold_.size(), nullptr);
    for (const Pair& pair : pairs) {
      if (gold_of_[pair.record] || record_of_[pair.gold]) continue;
      gold_of_[pair.record] = gold_[pair.gold];
      record_of_[pair.gold] = records_[pair.record];
    }
  }

  void score_rows() {
    for (std::size_t g = 0; g < gold_.size(); ++g) score_gold(*gold_[g], record_of_[g]);
    for (std::size_t r = 0; r < records_.size(); ++r) score_record(*records_[r], gold_of_[r]);
    std::stable_sort(result_.mistakes.begin(), result_.mistakes.end(),
                     [](const Mistake& a, const Mistake& b) { return where(a) < where(b); });
  }

  static std::tuple<std::string, std::uint32_t, std::string, std::string> where(const Mistake& mistake) {
    if (mistake.gold) return {mistake.gold->doc, mistake.gold->range.start, mistake.gold->actor, mistake.gold->issue};
    return {mistake.record->doc, mistake.record->sentence_range.start, mistake.record->actor, mistake.record->issue};
  }

  std::string source_of(const std::string& doc) const {
    const auto found = documents_.find(doc);
    return found == documents_.end() || found->second->source.empty() ? "(none)" : found->second->source;
  }

  // Calls `count` on every score of a breakdown that a gold row is part of.
  template <typename Count>
  void for_gold(const GoldRow& row, Breakdown& by, Count count) {
    count(by.issue[row.issue]);
    count(by.actor[row.actor]);
    count(by.stance[std::string(evidence::name_of(row.stance))]);
    count(by.source[source_of(row.doc)]);
  }

  void score_gold(const GoldRow& row, const Record* record) {
    const bool right = record && record->stance == row.stance;
    const bool wrong = record && opposite(record->stance, row.stance);
    auto count = [&](Score& score) {
      ++score.wanted;
      score.right += right;
      score.wrong_direction += wrong;
    };
    Totals& totals = totals_[row.doc];
    count(totals.rows);
    for_gold(row, result_.by, count);
    count_phenomena(row, record, result_.by, count);
    if (row.strength != Strength::weak) {
      count(totals.rows_without_weak);
      for_gold(row, result_.by_without_weak, count);
      count_phenomena(row, record, result_.by_without_weak, count);
    }
    if (record) strengths_.add(static_cast<std::size_t>(row.strength), static_cast<std::size_t>(record->strength));
    if (right) return;
    Mistake mistake{record ? Mistake::Kind::wrong_stance : Mistake::Kind::miss, &row, record, {}, {}};
    if (record) {
      mistake.sentence = record->sentence;
      mistake.reason = trace_text(*record);
    } else {
      explain_miss(row, mistake);
    }
    result_.mistakes.push_back(std::move(mistake));
  }

  template <typename Count>
  void count_phenomena(const GoldRow& row, const Record* record, Breakdown& by, Count count) {
    for (const auto& tag : phenomena_of(row.notes)) {
      Score& score = by.phenomenon[tag];
      count(score);
      score.found += record != nullptr;
    }
  }

  // How the evidence came about, when it was traced: "stance: rejects; holder: subject".
  static std::string trace_text(const Record& record) {
    std::string text;
    for (const auto& step : record.trace)
      if (step.stage != "rule") text += (text.empty() ? "" : "; ") + step.stage + ": " + step.text;
    return text;
  }

  void score_record(const Record& record, const GoldRow* row) {
    Totals& totals = totals_[record.doc];
    ++totals.rows.found;
    count_found(record, row, result_.by);
    if (!row || row->strength != Strength::weak) {
      ++totals.rows_without_weak.found;
      count_found(record, row, result_.by_without_weak);
    }
    if (!row)
      result_.mistakes.push_back({Mistake::Kind::false_alarm, nullptr, &record, record.sentence, trace_text(record)});
  }

  void count_found(const Record& record, const GoldRow* row, Breakdown& by) {
    ++by.issue[record.issue].found;
    ++by.actor[record.actor].found;
    ++by.stance[std::string(evidence::name_of(record.stance))].found;
    ++by.source[source_of(record.doc)].found;
    Score& construction = by.construction[record.construction.empty() ? record.rule : record.construction];
    ++construction.found;
    construction.right += row && row->stance == record.stance;
    construction.wrong_direction += row && opposite(record.stance, row->stance);
  }

  // Why there is nothing: the account of silence for this issue there, that of the same actor first.
  void explain_miss(const GoldRow& row, Mistake& mistake) const {
    if (input_.texts) mistake.sentence = input_.texts->find(row);
    const auto found = documents_.find(row.doc);
    if (found == documents_.end()) {
      mistake.reason = "the document is not in the corpus";
      return;
    }
    const evidence::Silence* best = nullptr;
    for (const auto& silence : found->second->silences) {
      if (silence.issue != row.issue || !same_sentence(silence.sentence_range, row.range)) continue;
      if (!best || (silence.actor == row.actor && best->actor != row.actor)) best = &silence;
    }
    if (!best) {
      mistake.reason = "no words of the issue seen";
      return;
    }
    mistake.reason = evidence::name_of(best->reason);
    if (!best->actor.empty() && best->actor != row.actor) mistake.reason += " (of " + best->actor + ")";
    if (!best->detail.empty()) mistake.reason += ": " + best->detail;
  }

  std::map<Key, Stance> net_of_gold(std::set<Key>& weak_only) const {
    std::map<Key, std::vector<position::Said>> said;
    for (const GoldRow* row : gold_) said[{row->doc, row->actor, row->issue}].emplace_back(row->stance, row->strength);
    std::map<Key, Stance> net;
    for (const auto& [key, rows] : said) {
      net[key] = position::net_stance(rows);
      if (std::all_of(rows.begin(), rows.end(), [](const auto& row) { return row.second == Strength::weak; }))
        weak_only.insert(key);
    }
    if (input_.cells.empty()) return net;
    net.clear();
    for (const GoldCell& cell : input_.cells)
      if (coded(cell.doc, 0)) net[{cell.doc, cell.actor, cell.issue}] = cell.stance;
    return net;
  }

  void score_cells() {
    std::map<Key, std::vector<position::Said>> said;
    for (const Record* record : records_)
      said[{record->doc, record->actor, record->issue}].emplace_back(record->stance, record->strength);
    std::set<Key> weak_only;
    const auto wanted = net_of_gold(weak_only);
    std::map<Key, std::pair<const Stance*, const Stance*>> cells;  // wanted, found
    std::map<Key, Stance> found;
    for (const auto& [key, rows] : said) found[key] = position::net_stance(rows);
    for (const auto& [key, stance] : wanted) cells[key].first = &stance;
    for (const auto& [key, stance] : found) cells[key].second = &stance;
    for (const auto& [key, both] : cells) score_cell(key, both.first, both.second, weak_only.contains(key));
  }

  void score_cell(const Key& key, const Stance* wanted, const Stance* found, bool weak_only) {
    const auto& [doc, actor, issue] = key;
    const bool right = wanted && found && *wanted == *found;
    auto count = [&](Score& score) {
      score.wanted += wanted != nullptr;
      score.found += found != nullptr;
      score.right += right;
      score.wrong_direction += wanted && found && opposite(*wanted, *found);
    };
    Totals& totals = totals_[doc];
    count(totals.cells);
    if (!weak_only) count(totals.cells_without_weak);
    count(result_.cells_by_issue[issue]);
    result_.cell_confusion.add(place_of(wanted), place_of(found));
    if (wanted && found) stances_.add(place_of(wanted), place_of(found));
    scored_.insert(key);
    if (right) return;
    auto name = [](const Stance* stance) { return stance ? std::string(evidence::name_of(*stance)) : std::string(); };
    result_.cell_mistakes.push_back({doc, actor, issue, name(wanted), name(found)});
  }

  // In the order of the confusion: oppose, neutral, support, none.
  static std::size_t place_of(const Stance* stance) {
    if (!stance) return 3;
    return *stance == Stance::oppose ? 0 : *stance == Stance::neutral ? 1 : 2;
  }

  // Cells that neither has: the document names actor and issue in one sentence. Of a document that was coded in part it
  // is not known where, so it adds none.
  void score_silent_cells() {
    if (input_.sentences) return;
    for (const auto& [doc, document] : documents_) {
      const auto limit = input_.coded.find(doc);
      if (limit != input_.coded.end() && limit->second) continue;
      for (const auto& [actor, issue] : document->issue_mentions)
        if (!scored_.contains({doc, actor, issue})) result_.cell_confusion.add(3, 3);
    }
  }

  void add_intervals() {
    std::vector<Totals> all;
    for (const auto& [doc, totals] : totals_) all.push_back(totals);
    if (all.size() < 2) return;
    struct Draws {
      std::vector<double> precision, recall, f1;
      void add(const Score& score) {
        if (score.found > 0) precision.push_back(score.precision());
        if (score.wanted > 0) recall.push_back(score.recall());
        if (score.found + score.wanted > 0) f1.push_back(score.f1());
      }
      ScoreIntervals intervals() && {
        return {percentile_interval(std::move(precision)), percentile_interval(std::move(recall)),
                percentile_interval(std::move(f1))};
      }
    };
    Draws rows, rows_without_weak, cells, cells_without_weak;
    resample(all.size(), bootstrap_seed, [&](const std::vector<std::size_t>& draw) {
      Totals sum;
      for (const auto document : draw) sum += all[document];
      rows.add(sum.rows);
      rows_without_weak.add(sum.rows_without_weak);
      cells.add(sum.cells);
      cells_without_weak.add(sum.cells_without_weak);
    });
    result_.rows_interval = std::move(rows).intervals();
    result_.rows_without_weak_interval = std::move(rows_without_weak).intervals();
    result_.cells_interval = std::move(cells).intervals();
    result_.cells_without_weak_interval = std::move(cells_without_weak).intervals();
  }

  const EvaluateInput& input_;
  Evaluation result_;
  std::map<std::string, Totals> totals_;  // by document
  std::set<Key> scored_;                  // cells that the coder or the evidence has
  Confusion stances_{{"oppose", "neutral", "support"}};
  Confusion strengths_{{"weak", "plain", "strong"}};
  std::map<std::string, const evidence::DocumentResult*> documents_;
  std::vector<const Record*> records_;
  std::vector<const GoldRow*> gold_;
  std::vector<const GoldRow*> gold_of_;   // of each record
  std::vector<const Record*> record_of_;  // of each gold row
};

}  // namespace

bool same_sentence(evidence::Range a, evidence::Range b) {
  const double common = shared(a, b);
  const double shorter = std::min(a.end - a.start, b.end - b.start);
  const double all = (a.end - a.start) + (b.end - b.start) - common;
  return common > 0.5 * all || (common > 0 && common >= 0.8 * shorter);
}

Evaluation evaluate(const EvaluateInput& input) { return Evaluator(input).run(); }

}  // namespace demarche::run
