#include "engine/why/why_found.hpp"

#include <algorithm>

namespace demarche::why {

using evidence::Record;
using program::Neighbour;
using program::WordRole;
using text::Token;

namespace {

bool same(const Record& a, const Record& b) {
  return a.actor == b.actor && a.issue == b.issue && a.stance == b.stance && a.sentence_range == b.sentence_range;
}

std::vector<std::string> proof_of(const Record& record) {
  std::vector<std::string> lines;
  for (const evidence::Step& step : record.trace)
    if (!step.text.empty()) lines.push_back(step.stage + ": " + step.text);
  return lines;
}

class Guards {
 public:
  Guards(const Bench& bench, const Record& record) : bench_(bench), look_(bench), record_(record) {}

  WhyFound run() {
    WhyFound why;
    for (const Record& one : look_.reading.result.records)
      if (same(one, record_)) why.proof = proof_of(one);
    if (!find_statement()) return why;
    add_neighbours();
    add_unless();
    for (const Trial& trial : trials_)
      if (stops(trial)) {
        why.guard = trial.edit;
        break;
      }
    return why;
  }

 private:
  // The statement in the sentence that the record is of.
  bool find_statement() {
    const int sign = record_.stance == evidence::Stance::support  ? +1
                     : record_.stance == evidence::Stance::oppose ? -1
                                                                  : 0;
    for (const Seen& seen : look_.reading.sentences)
      for (const evidence::Statement& statement : seen.settled) {
        const auto& match = seen.view.issues[statement.candidate.issue_match];
        if (look_.sandbox.actors().actors[statement.actor].id != record_.actor || statement.candidate.sign != sign ||
            look_.sandbox.program().issues[match.issue].id != record_.issue)
          continue;
        seen_ = &seen;
        candidate_ = &statement.candidate;
        match_ = match;
        return true;
      }
    return false;
  }

  // Only this record may go.
  bool stops(const Trial& trial) const {
    Bench changed = bench_;
    apply(trial, changed);
    const Sandbox sandbox(changed.program, *changed.actors);
    const auto after = sandbox.read(changed.document).records;
    const auto& before = look_.reading.result.records;
    if (after.size() + 1 != before.size()) return false;
    return std::all_of(before.begin(), before.end(), [&](const Record& one) {
      const bool there = std::any_of(after.begin(), after.end(), [&](const Record& other) { return same(one, other); });
      return there != same(one, record_);
    });
  }

  bool is_guard_word(std::uint32_t t) const {
    const auto& view = seen_->view;
    if (t >= view.size() || is_function_word(*seen_, t) || view.tokens[t].has(Token::punctuation)) return false;
    if (view.is(t, WordRole::auxiliary) || view.is(t, WordRole::speech_verb) || view.mention_at(t)) return false;
    const bool of_head = candidate_->head_begin <= t && t < candidate_->head_end;
    const bool of_issue = match_.begin <= t && t < match_.end;
    return !of_head && !of_issue;
  }

  void add_neighbours() {
    if (match_.begin > 0 && is_guard_word(match_.begin - 1)) add_neighbour(match_.begin - 1, Neighbour::Side::after);
    if (is_guard_word(match_.end)) add_neighbour(match_.end, Neighbour::Side::before);
  }

  void add_neighbour(std::uint32_t t, Neighbour::Side side) {
    const auto word = writer_.write(*seen_, t, t + 1, Head::any);
    if (!word) return;
    const auto& pattern = look_.sandbox.program().issues[match_.issue].patterns[match_.pattern];
    const std::string what = side == Neighbour::Side::after ? " not after " : " not before ";
    Trial trial;
    trial.edit.statement = "`" + pattern.pattern.source + what + word->source + "`";
    trial.edit.in_place = pattern.pattern.source + what + word->source;
    trial.edit.is_statement = false;
    trial.edit.place = pattern.pattern.place;
    trial.rules = [issue = match_.issue, number = match_.pattern, side, word](program::Program& program) {
      program.issues[issue].patterns[number].neighbours.push_back({side, true, *word});
    };
    trials_.push_back(std::move(trial));
  }

  // Words of the clause, the nearest to the issue first.
  void add_unless() {
    std::vector<std::uint32_t> places;
    const auto& view = seen_->view;
    for (std::uint32_t t = 0; t < view.size(); ++t)
      if (is_guard_word(t)) places.push_back(t);
    auto distance = [this](std::uint32_t t) { return t < match_.begin ? match_.begin - t : t - match_.end + 1; };
    std::stable_sort(places.begin(), places.end(),
                     [&](std::uint32_t a, std::uint32_t b) { return distance(a) < distance(b); });
    constexpr std::size_t most = 8;
    for (std::size_t i = 0; i < std::min(places.size(), most); ++i) add_unless(places[i]);
  }

  void add_unless(std::uint32_t t) {
    const auto word = writer_.write(*seen_, t, t + 1, Head::any);
    if (!word) return;
    Trial trial;
    trial.edit.statement = "extend issue " + record_.issue + " { unless  " + word->source + " }";
    trial.rules = [issue = match_.issue, word](program::Program& program) {
      program::Condition condition;
      condition.patterns.push_back(*word);
      program.issues[issue].unless.push_back(std::move(condition));
    };
    trials_.push_back(std::move(trial));
  }

  const Bench& bench_;
  Look look_;
  const Record& record_;
  Writer writer_{look_.sandbox.program()};
  const Seen* seen_ = nullptr;
  const evidence::Candidate* candidate_ = nullptr;
  mention::IssueMatch match_;
  std::vector<Trial> trials_;
};

}  // namespace

WhyFound explain_found(const Bench& bench, const Record& record) { return Guards(bench, record).run(); }

}  // namespace demarche::why
