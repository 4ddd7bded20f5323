#include <algorithm>

#include "engine/text/offsets.hpp"
#include "engine/why/bench.hpp"
#include "engine/why/reduce.hpp"
#include "engine/why/why_found.hpp"
#include "engine/why/why_not.hpp"

namespace demarche::why {

namespace {

constexpr std::size_t most_steps = 3;    // things that may be missing at once
constexpr std::size_t most_trials = 60;  // readings of the text for each of them

evidence::Range range_of(const Finding& finding, const Look& look) {
  if (!look.has_sentence()) return {};
  const auto& view = look.seen().view;
  std::uint32_t begin = finding.begin < finding.end ? finding.begin : finding.issue_begin;
  std::uint32_t end = finding.begin < finding.end ? finding.end : finding.issue_end;
  if (begin >= end || end > view.size()) return {};
  const text::OffsetMap offsets(look.bench.document.text);
  return {offsets.code_point(view.tokens[begin].span.begin), offsets.code_point(view.tokens[end - 1].span.end)};
}

// The pattern that came nearest, also when no change was found.
std::optional<Nearest> nearest_for(const Look& look, const std::vector<Trial>& trials) {
  for (const Trial& trial : trials)
    if (trial.nearest && trial.nearest->edits > 0) return trial.nearest;
  if (look.finding.stage == Stage::issue) {
    const auto near = nearest_of_issue(look.search(1), look.bench.wanted.issue);
    if (near.empty()) return std::nullopt;
    return describe(near.front(), look.reading.sentences[near.front().sentence]);
  }
  if (look.finding.stage != Stage::stance && look.finding.stage != Stage::construction) return std::nullopt;
  const auto near = look.finding.stage == Stage::stance
                        ? nearest_of_stance(look.search(1), look.bench.wanted.stance, look.finding.sentence)
                        : nearest_forms(look.search(1), look.finding.sentence);
  if (near.empty() || near.front().alignment.cost == 0) return std::nullopt;
  return describe(near.front(), look.seen());
}

// One more thing that is missing, and the change that helps: the first that meets the expectation, else the one that
// gets farthest.
class Step {
 public:
  explicit Step(const Bench& bench) : look_(bench) {}

  Stage stage() const { return look_.finding.stage; }

  Missing run(Bench& bench, bool& met, bool& moved) {
    Missing missing;
    missing.stage = look_.finding.stage;
    missing.reason = look_.finding.reason;
    missing.range = range_of(look_.finding, look_);
    const std::vector<Trial> trials = trials_for(look_);
    missing.nearest = nearest_for(look_, trials);
    const Trial* best = nullptr;
    Stage reached = look_.finding.stage;
    for (std::size_t i = 0; i < std::min(trials.size(), most_trials) && reached != Stage::met; ++i) {
      const Stage stage = stage_after(trials[i], bench);
      if (stage <= reached) continue;
      reached = stage;
      best = &trials[i];
    }
    met = reached == Stage::met;
    moved = best != nullptr;
    if (!best) return missing;
    missing.edit = best->edit;
    missing.edit->from_nearest = best->nearest && best->nearest->edits > 0;
    if (!best->in_place || !same_in_place(*best, bench, reached)) missing.edit->in_place.clear();
    if (best->nearest && (best->nearest->edits > 0 || !best->edit.is_statement)) missing.nearest = best->nearest;
    apply(*best, bench);
    return missing;
  }

 private:
  static Stage stage_after(const Trial& trial, const Bench& bench) {
    Bench changed = bench;
    apply(trial, changed);
    return Look(changed).finding.stage;
  }

  static bool same_in_place(const Trial& trial, const Bench& bench, Stage reached) {
    Bench changed = bench;
    trial.in_place(changed.program);
    return Look(changed).finding.stage == reached;
  }

  Look look_;
};

}  // namespace

struct Reasoner::Parts {
  Parts(const program::Program& p, const lexicon::ActorTable& a) : program(p), actors(a), known(known_words(p, a)) {}
  const program::Program& program;
  const lexicon::ActorTable& actors;
  Words known;

  Bench bench(const corpus::Document& document, const Wanted& wanted) const {
    const Words words = words_of(document);
    return {program, wanted, reduced(program, words, known),
            std::make_shared<const lexicon::ActorTable>(reduced(actors, program, words)), document};
  }
};

Reasoner::Reasoner(const program::Program& program, const lexicon::ActorTable& actors)
    : parts_(std::make_unique<Parts>(program, actors)) {}

Reasoner::~Reasoner() = default;

WhyNot Reasoner::why_not(const corpus::Document& document, const Wanted& wanted) const {
  WhyNot why;
  Bench bench = parts_->bench(document, wanted);
  bool met = false;
  bool moved = true;
  while (moved && !met && why.missing.size() < most_steps) {
    Step step(bench);
    if (step.stage() == Stage::met) break;
    why.missing.push_back(step.run(bench, met, moved));
  }
  why.verified = met;
  return why;
}

WhyFound Reasoner::why_found(const corpus::Document& document, const evidence::Record& record) const {
  const Wanted wanted{record.actor, {}, record.issue, std::nullopt, {}};
  return explain_found(parts_->bench(document, wanted), record);
}

std::string_view name_of(Stage stage) {
  static constexpr std::string_view names[] = {
#define DEMARCHE_STAGE(enumerator, name, meaning) name,
#include "engine/why/stages.def"
#undef DEMARCHE_STAGE
  };
  return names[static_cast<std::size_t>(stage)];
}

std::string_view meaning_of(Stage stage) {
  static constexpr std::string_view meanings[] = {
#define DEMARCHE_STAGE(enumerator, name, meaning) meaning,
#include "engine/why/stages.def"
#undef DEMARCHE_STAGE
  };
  return meanings[static_cast<std::size_t>(stage)];
}

}  // namespace demarche::why
