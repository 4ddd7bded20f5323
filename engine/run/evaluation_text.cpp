#include "engine/run/evaluation_text.hpp"

#include <cstdio>

namespace demarche::run {

namespace {

// One line of a score table: name, precision, recall, F1, counts.
std::string score_line(const std::string& name, const Score& score) {
  char buffer[160];
  std::snprintf(buffer, sizeof buffer, "  %-28.28s  P %.3f  R %.3f  F1 %.3f   right %4u  found %4u  gold %4u  reversed %3u\n",
                name.c_str(), score.precision(), score.recall(), score.f1(), score.right, score.found, score.wanted,
                score.wrong_direction);
  return buffer;
}

std::string table(const std::string& title, const std::map<std::string, Score>& scores) {
  if (scores.empty()) return "";
  std::string text = "\n" + title + "\n";
  for (const auto& [name, score] : scores) text += score_line(name, score);
  return text;
}

// Scores of which only one side is defined.
std::string half_table(const std::string& title, const std::map<std::string, Score>& scores, bool precision) {
  if (scores.empty()) return "";
  std::string text = "\n" + title + "\n";
  for (const auto& [name, score] : scores) {
    char buffer[120];
    std::snprintf(buffer, sizeof buffer, "  %-28.28s  %s %.3f   right %4u of %4u\n", name.c_str(), precision ? "P" : "R",
                  precision ? score.precision() : score.recall(), score.right, precision ? score.found : score.wanted);
    text += buffer;
  }
  return text;
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
    text += gold->doc + " " + range_text(gold->range) + " " + gold->actor + " " + std::string(evidence::name_of(gold->stance)) +
            "s " + gold->issue + " " + std::string(evidence::name_of(gold->strength));
    for (const auto& note : gold->notes) text += (&note == &gold->notes.front() ? " [" : ", ") + note;
    if (!gold->notes.empty()) text += "]";
  } else {
    text += record->doc + " " + range_text(record->sentence_range) + " " + record->actor + " " +
            std::string(evidence::name_of(record->stance)) + "s " + record->issue + " " +
            std::string(evidence::name_of(record->strength));
  }
  text += "\n";
  if (record)
    text += "         found " + std::string(evidence::name_of(record->stance)) + " by " + record->rule + " / " +
            record->construction + "\n";
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
  if (options.breakdown) {
    text += table("rows by issue", evaluation.by.issue);
    text += table("rows by actor", evaluation.by.actor);
    text += table("rows by stance", evaluation.by.stance);
    text += half_table("rows by construction (precision)", evaluation.by.construction, true);
    text += half_table("rows by note (recall)", evaluation.by.note, false);
    text += table("cells by issue", evaluation.cells_by_issue);
  }
  if (options.mistakes) {
    if (!evaluation.cell_mistakes.empty()) text += "\ncells that differ\n";
    for (const auto& cell : evaluation.cell_mistakes)
      text += "  " + cell.doc + " " + cell.actor + " " + cell.issue + ": wanted " + (cell.wanted.empty() ? "-" : cell.wanted) +
              ", found " + (cell.found.empty() ? "-" : cell.found) + "\n";
    if (!evaluation.mistakes.empty()) text += "\nrows that differ\n";
    for (const auto& mistake : evaluation.mistakes) text += mistake_text(mistake);
  }
  return text;
}

}  // namespace demarche::run
