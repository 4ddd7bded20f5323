#include "engine/run/evaluation_text.hpp"

#include <algorithm>
#include <cstdio>

namespace demarche::run {

namespace {

// One line of a score table: name, precision, recall, F1, counts.
std::string score_line(const std::string& name, const Score& score) {
  char buffer[160];
  std::snprintf(buffer, sizeof buffer,
                "  %-28.28s  P %.3f  R %.3f  F1 %.3f   right %4u  found %4u  gold %4u  reversed %3u\n", name.c_str(),
                score.precision(), score.recall(), score.f1(), score.right, score.found, score.wanted,
                score.wrong_direction);
  return buffer;
}

std::string table(const std::string& title, const std::map<std::string, Score>& scores) {
  if (scores.empty()) return "";
  std::string text = "\n" + title + "\n";
  for (const auto& [name, score] : scores) text += score_line(name, score);
  return text;
}

// Scores of constructions: nobody knows by which construction a miss should have been found.
std::string construction_table(const std::map<std::string, Score>& scores) {
  if (scores.empty()) return "";
  std::string text = "\nrows by construction (precision)\n";
  for (const auto& [name, score] : scores) {
    char buffer[120];
    std::snprintf(buffer, sizeof buffer, "  %-28.28s  P %.3f   right %4u of %4u  reversed %3u\n", name.c_str(),
                  score.precision(), score.right, score.found, score.wrong_direction);
    text += buffer;
  }
  return text;
}

// Scores of phenomena: evidence without a gold row has no note that could name one.
std::string phenomenon_table(const std::map<std::string, Score>& scores) {
  if (scores.empty()) return "";
  std::string text = "\nrows by phenomenon (recall; right of those that were found)\n";
  for (const auto& [name, score] : scores) {
    char buffer[140];
    std::snprintf(buffer, sizeof buffer, "  %-28.28s  R %.3f   right %4u of %4u gold, %4u found  reversed %3u\n",
                  name.c_str(), score.recall(), score.right, score.wanted, score.found, score.wrong_direction);
    text += buffer;
  }
  return text;
}

std::string interval_text(const char* name, const std::optional<Interval>& interval) {
  if (!interval) return "";
  char buffer[60];
  std::snprintf(buffer, sizeof buffer, "  %s %.3f-%.3f", name, interval->low, interval->high);
  return buffer;
}

std::string intervals_line(const char* name, const ScoreIntervals& intervals) {
  const std::string text = interval_text("P", intervals.precision) + interval_text("R", intervals.recall) +
                           interval_text("F1", intervals.f1);
  if (text.empty()) return "";
  char head[60];
  std::snprintf(head, sizeof head, "  %-28.28s", name);
  return head + text + "\n";
}

std::string intervals_table(const Evaluation& evaluation) {
  const std::string lines = intervals_line("cells", evaluation.cells_interval) +
                            intervals_line("cells without weak", evaluation.cells_without_weak_interval) +
                            intervals_line("rows", evaluation.rows_interval) +
                            intervals_line("rows without weak", evaluation.rows_without_weak_interval);
  if (lines.empty()) return "";
  return "95% intervals (bootstrap over documents, " + std::to_string(bootstrap_draws) + " draws)\n" + lines;
}

std::string confusion_table(const Confusion& confusion) {
  std::string text = "\nconfusion of cells (a line: what the coder has; a column: what was found)\n          ";
  char buffer[40];
  for (const auto& name : confusion.names()) {
    std::snprintf(buffer, sizeof buffer, "%9.9s", name.c_str());
    text += buffer;
  }
  text += "\n";
  for (std::size_t a = 0; a < confusion.size(); ++a) {
    std::snprintf(buffer, sizeof buffer, "  %-8.8s", confusion.names()[a].c_str());
    text += buffer;
    for (std::size_t b = 0; b < confusion.size(); ++b) {
      std::snprintf(buffer, sizeof buffer, "%9llu", static_cast<unsigned long long>(confusion.at(a, b)));
      text += buffer;
    }
    text += "\n";
  }
  return text;
}

std::string agreement_line(const char* name, const Agreement& agreement) {
  char buffer[80];
  std::snprintf(buffer, sizeof buffer, "  %-38.38s%6llu", name, static_cast<unsigned long long>(agreement.units));
  std::string text = buffer;
  for (const auto& value : {agreement.percent, agreement.alpha_nominal, agreement.alpha_ordinal, agreement.kappa,
                            agreement.pi, agreement.ac1, agreement.brennan_prediger}) {
    if (value)
      std::snprintf(buffer, sizeof buffer, "%8.3f", *value);
    else
      std::snprintf(buffer, sizeof buffer, "%8s", "-");
    text += buffer;
  }
  return text + "\n";
}

std::string agreement_table(const Evaluation& evaluation) {
  return "\nagreement beyond chance\n                                             N  agreed   alpha   alpha   kappa    "
         "  pi     AC1     B-P\n"
         "                                                      nominal ordinal\n" +
         agreement_line("stance, cells that both have", evaluation.stance_agreement) +
         agreement_line("stance or none, all cells", evaluation.coverage_agreement) +
         agreement_line("strength, rows that meet", evaluation.strength_agreement);
}

std::string range_text(evidence::Range range) { return std::to_string(range.start) + "-" + std::to_string(range.end); }

std::string mistake_text(const Mistake& mistake) {
  std::string text;
  const GoldRow* gold = mistake.gold;
  const evidence::Record* record = mistake.record;
  switch (mistake.kind) {
    case Mistake::Kind::miss:
      text = "  miss   ";
      break;
    case Mistake::Kind::false_alarm:
      text = "  extra  ";
      break;
    case Mistake::Kind::wrong_stance:
      text = "  wrong  ";
      break;
  }
  if (gold) {
    text += gold->doc + " " + range_text(gold->range) + " " + gold->actor + " " +
            std::string(evidence::name_of(gold->stance)) + "s " + gold->issue + " " +
            std::string(evidence::name_of(gold->strength));
    for (const auto& note : gold->notes) text += (&note == &gold->notes.front() ? " [" : ", ") + note;
    if (!gold->notes.empty()) text += "]";
  } else {
    text += record->doc + " " + range_text(record->sentence_range) + " " + record->actor + " " +
            std::string(evidence::name_of(record->stance)) + "s " + record->issue + " " +
            std::string(evidence::name_of(record->strength));
  }
  text += "\n";
  if (record)
    text += "         found " + std::string(evidence::name_of(record->stance)) + " by " + record->rule +
            (record->construction.empty() ? "" : " / " + record->construction) + "\n";
  if (!mistake.reason.empty()) text += "         why: " + mistake.reason + "\n";
  if (!mistake.sentence.empty()) text += "         \"" + mistake.sentence + "\"\n";
  return text;
}

}  // namespace

std::string evaluation_text(const Evaluation& evaluation, const EvaluationTextOptions& options) {
  std::string text = "documents: " + std::to_string(evaluation.documents) + "\n";
  text += score_line("cells", evaluation.cells);
  text += score_line("cells without weak", evaluation.cells_without_weak);
  text += score_line("rows", evaluation.rows);
  text += score_line("rows without weak", evaluation.rows_without_weak);
  text += intervals_table(evaluation);
  if (options.breakdown) {
    const Breakdown& by = options.without_weak ? evaluation.by_without_weak : evaluation.by;
    text += confusion_table(evaluation.cell_confusion);
    text += agreement_table(evaluation);
    if (options.without_weak) text += "\nall that follows: without weak gold rows\n";
    text += table("rows by issue", by.issue);
    text += table("rows by actor", by.actor);
    text += table("rows by stance", by.stance);
    text += table("rows by source", by.source);
    text += construction_table(by.construction);
    text += phenomenon_table(by.phenomenon);
    text += table("cells by issue", evaluation.cells_by_issue);
  }
  if (options.mistakes) {
    if (!evaluation.cell_mistakes.empty()) text += "\ncells that differ\n";
    for (const auto& cell : evaluation.cell_mistakes)
      text += "  " + cell.doc + " " + cell.actor + " " + cell.issue + ": wanted " +
              (cell.wanted.empty() ? "-" : cell.wanted) + ", found " + (cell.found.empty() ? "-" : cell.found) + "\n";
    if (!evaluation.mistakes.empty()) text += "\nrows that differ\n";
    const std::size_t shown =
        options.most == 0 ? evaluation.mistakes.size() : std::min(options.most, evaluation.mistakes.size());
    for (std::size_t i = 0; i < shown; ++i) text += mistake_text(evaluation.mistakes[i]);
    if (shown < evaluation.mistakes.size())
      text += "  and " + std::to_string(evaluation.mistakes.size() - shown) + " more\n";
  }
  return text;
}

}  // namespace demarche::run
