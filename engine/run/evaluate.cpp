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
    return std::move(result_);
  }

 private:
  // Whether a place of a document was coded.
  bool coded(const std::string& doc, std::uint32_t start) const {
    if (input_.coded.empty()) return true;
    const auto found = input_.coded.find(doc);
    return found != input_.coded.end() && (!found->second || start < *found->second);
  }

  void collect() {
    for (const auto& document : input_.results) {
      if (!coded(document.doc, 0)) continue;
      ++result_.documents;
      documents_[document.doc] = &document;
      for (const Record& record : document.records)
        if ((input_.ascribed || record.kind != evidence::Kind::ascribed) && coded(record.doc, record.sentence_range.start))
          records_.push_back(&record);
    }
    for (const GoldRow& row : input_.gold)
      if (coded(row.doc, row.range.start)) gold_.push_back(&row);
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
    std::stable_sort(result_.mistakes.begin(), result_.mistakes.end(), [](const Mistake& a, const Mistake& b) {
      return place_of(a) < place_of(b);
    });
  }

  static std::tuple<std::string, std::uint32_t, std::string, std::string> place_of(const Mistake& mistake) {
    if (mistake.gold)
      return {mistake.gold->doc, mistake.gold->range.start, mistake.gold->actor, mistake.gold->issue};
    return {mistake.record->doc, mistake.record->sentence_range.start, mistake.record->actor, mistake.record->issue};
  }

  // Calls `count` on every score that a gold row is part of.
  template <typename Count>
  void for_gold(const GoldRow& row, Count count) {
    count(result_.rows);
    if (row.strength != Strength::weak) count(result_.rows_without_weak);
    count(result_.by.issue[row.issue]);
    count(result_.by.actor[row.actor]);
    count(result_.by.stance[std::string(evidence::name_of(row.stance))]);
    for (const auto& note : row.notes) count(result_.by.note[note]);
  }

  void score_gold(const GoldRow& row, const Record* record) {
    const bool right = record && record->stance == row.stance;
    const bool wrong = record && opposite(record->stance, row.stance);
    for_gold(row, [&](Score& score) {
      ++score.wanted;
      score.right += right;
      score.wrong_direction += wrong;
    });
    if (right) return;
    Mistake mistake{record ? Mistake::Kind::wrong_stance : Mistake::Kind::miss, &row, record, {}, {}};
    record ? void(mistake.sentence = record->sentence) : explain_miss(row, mistake);
    result_.mistakes.push_back(std::move(mistake));
  }

  void score_record(const Record& record, const GoldRow* row) {
    ++result_.rows.found;
    if (!row || row->strength != Strength::weak) ++result_.rows_without_weak.found;
    ++result_.by.issue[record.issue].found;
    ++result_.by.actor[record.actor].found;
    ++result_.by.stance[std::string(evidence::name_of(record.stance))].found;
    Score& construction = result_.by.construction[record.construction.empty() ? record.rule : record.construction];
    ++construction.found;
    construction.right += row && row->stance == record.stance;
    construction.wrong_direction += row && opposite(record.stance, row->stance);
    if (!row) result_.mistakes.push_back({Mistake::Kind::false_alarm, nullptr, &record, record.sentence, {}});
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
    count(result_.cells);
    if (!weak_only) count(result_.cells_without_weak);
    count(result_.cells_by_issue[issue]);
    if (right) return;
    auto name = [](const Stance* stance) { return stance ? std::string(evidence::name_of(*stance)) : std::string(); };
    result_.cell_mistakes.push_back({doc, actor, issue, name(wanted), name(found)});
  }

  const EvaluateInput& input_;
  Evaluation result_;
  std::map<std::string, const evidence::DocumentResult*> documents_;
  std::vector<const Record*> records_;
  std::vector<const GoldRow*> gold_;
  std::vector<const GoldRow*> gold_of_;  // of each record
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
