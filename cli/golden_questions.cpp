#include "cli/golden_questions.hpp"

#include <cstdio>
#include <iostream>
#include <map>
#include <string>

#include "engine/golden/difference_text.hpp"

namespace demarche::cli {

namespace {

enum class Answer { yes, no, all, skip, quit };

class Questions {
 public:
  Questions(const Context& context, const Sides& sides, golden::Choice& choice)
      : comparison_(sides.comparison),
        choice_(choice),
        causes_(sides.causes()),
        style_{context.color_on_output(), true, 0} {}

  void ask_all() {
    if (comparison_.matrix_before != comparison_.matrix_after) about_matrix();
    for (const auto& [cell, changes] : by_cell()) about_cell(cell, changes);
    golden::add_consequences(choice_, comparison_);  // what follows needs no question
    for (const auto& cell : comparison_.cells) about_lone_cell(cell);
    for (const auto& document : comparison_.documents) about_document(document);
  }

 private:
  using CellId = std::pair<std::string, std::string>;

  std::map<CellId, std::vector<std::size_t>> by_cell() const {
    std::map<CellId, std::vector<std::size_t>> cells;
    for (std::size_t i = 0; i < comparison_.evidence.size(); ++i) {
      const auto& one = comparison_.evidence[i].shown();
      if (!choice_.evidence.contains(i)) cells[{one.actor, one.issue}].push_back(i);
    }
    return cells;
  }

  void about_matrix() {
    std::printf("another matrix: `%s` was accepted, this is `%s`\n", comparison_.matrix_before.c_str(),
                comparison_.matrix_after.c_str());
    if (answer() == Answer::yes) choice_.matrix = true;
  }

  void about_cell(const CellId& cell, const std::vector<std::size_t>& changes) {
    std::size_t number = 0;
    for (const std::size_t change : changes) {
      const auto& one = comparison_.evidence[change];
      if (!asked_enough()) {
        std::printf("\n%s on %s, %zu of %zu\n", cell.first.c_str(), cell.second.c_str(), ++number, changes.size());
        std::fputs(golden::evidence_text(one, causes_.of(one), style_).c_str(), stdout);
      }
      const Answer given = answer();
      if (given == Answer::yes) choice_.evidence.insert(change);
      if (given == Answer::skip || quit_) return;
    }
  }

  // A cell that changed though no evidence of it did: another period, another group.
  void about_lone_cell(const golden::CellChange& cell) {
    if (choice_.cells.contains({cell.actor, cell.issue}) || has_open_evidence(cell)) return;
    if (!asked_enough())
      std::printf("\n%s on %s: %s -> %s, with the same evidence\n", cell.actor.c_str(), cell.issue.c_str(),
                  cell.before ? cell.before->code.c_str() : "not in the matrix",
                  cell.after ? cell.after->code.c_str() : "not in the matrix");
    if (answer() == Answer::yes) choice_.cells.insert({cell.actor, cell.issue});
  }

  void about_document(const golden::DocumentChange& document) {
    if (choice_.documents.contains(document.document)) return;
    for (std::size_t i = 0; i < comparison_.evidence.size(); ++i)
      if (comparison_.evidence[i].document == document.document && !choice_.evidence.contains(i)) return;
    if (!asked_enough())
      std::printf("\n%s: %s\n", document.document.c_str(), std::string(golden::name_of(document.kind)).c_str());
    if (answer() == Answer::yes) choice_.documents.insert(document.document);
  }

  bool has_open_evidence(const golden::CellChange& cell) const {
    for (std::size_t i = 0; i < comparison_.evidence.size(); ++i) {
      const auto& one = comparison_.evidence[i].shown();
      if (one.issue == cell.issue && one.actor == cell.actor && !choice_.evidence.contains(i)) return true;
    }
    return false;
  }

  bool asked_enough() const { return all_ || quit_; }

  Answer answer() {
    if (quit_) return Answer::no;
    if (all_) return Answer::yes;
    for (;;) {
      std::fputs("accept? [y]es, [n]o, [s]kip this cell, [a]ll that is left, [q]uit: ", stdout);
      std::fflush(stdout);
      std::string line;
      if (!std::getline(std::cin, line)) {
        std::fputs("\n", stdout);
        quit_ = true;
        return Answer::no;
      }
      if (line == "y" || line == "yes") return Answer::yes;
      if (line == "n" || line == "no") return Answer::no;
      if (line == "s" || line == "skip") return Answer::skip;
      if (line == "a" || line == "all") {
        all_ = true;
        return Answer::yes;
      }
      if (line == "q" || line == "quit") {
        quit_ = true;
        return Answer::no;
      }
      std::printf("`%s` is none of y, n, s, a and q\n", line.c_str());
    }
  }

  const golden::Comparison& comparison_;
  golden::Choice& choice_;
  golden::CauseFinder causes_;
  golden::DifferenceStyle style_;
  bool all_ = false;
  bool quit_ = false;
};

}  // namespace

void ask(Context& context, const Sides& sides, golden::Choice& choice) {
  if (sides.comparison.same()) return;
  Questions(context, sides, choice).ask_all();
}

}  // namespace demarche::cli
