#include "engine/run/why_proof.hpp"

#include <algorithm>

namespace demarche::run {

namespace {

using evidence::Record;
using program::Expectation;

Proof line(std::string kind, std::string text, const program::Place& place = {}) {
  return {std::move(kind), std::move(text), {}, std::nullopt, place, {}};
}

Proof nearest_proof(const why::Nearest& nearest) {
  std::string text = "`" + nearest.what + " " + nearest.pattern + "` of `" + nearest.of + "`";
  if (!nearest.element.empty())
    text += nearest.met.empty() ? ": nothing stands for `" + nearest.element + "`"
                                : ": the element `" + nearest.element + "` met \"" + nearest.met + "\"";
  else if (!nearest.met.empty())
    text += ": \"" + nearest.met + "\" stands between its words";
  return line("nearest", std::move(text), nearest.place);
}

void add_edit(const why::Edit& edit, Proof& to) {
  if (!edit.is_statement && !edit.in_place.empty()) {
    to.add(line("change", "`" + edit.in_place + "`", edit.place));
    return;
  }
  if (!edit.in_place.empty()) to.add(line("change", "`" + edit.in_place + "`", edit.place));
  const std::string statement = edit.is_statement ? "`" + edit.statement + "`" : edit.statement;
  to.add(line("change", (edit.in_place.empty() ? "" : "or ") + statement,
              edit.is_statement ? program::Place{} : edit.place));
}

bool is_of(const Record& record, const Expectation& wanted, const program::Program& program) {
  if (record.kind == evidence::Kind::ascribed || record.actor != wanted.actor || record.issue != wanted.issue)
    return false;
  for (const program::Stance& stance : program.stances)
    if (stance.id == wanted.stance)
      return record.stance == (stance.sign > 0   ? evidence::Stance::support
                               : stance.sign < 0 ? evidence::Stance::oppose
                                                 : evidence::Stance::neutral);
  return false;
}

bool is_expected(const Record& record, const program::Test& test, const program::Program& program) {
  return std::any_of(test.expectations.begin(), test.expectations.end(), [&](const Expectation& wanted) {
    return wanted.kind == Expectation::Kind::stance && is_of(record, wanted, program);
  });
}

// Whether a record is one that the expectation forbids.
bool breaks(const Record& record, const Expectation& wanted, const program::Test& test,
            const program::Program& program) {
  switch (wanted.kind) {
    case Expectation::Kind::nothing:
      return record.kind != evidence::Kind::ascribed;
    case Expectation::Kind::nothing_else:
      return record.kind != evidence::Kind::ascribed && !is_expected(record, test, program);
    case Expectation::Kind::absent:
      return is_of(record, wanted, program);
    case Expectation::Kind::stance:
      break;
  }
  return false;
}

}  // namespace

std::string wanted_text(const Expectation& wanted) {
  static constexpr const char* adverbs[] = {" weakly", " plainly", " strongly"};
  if (wanted.kind == Expectation::Kind::nothing) return "nothing";
  if (wanted.kind == Expectation::Kind::nothing_else) return "nothing else";
  std::string text = wanted.kind == Expectation::Kind::absent ? "not " : "";
  text += wanted.actor + " " + wanted.stance + " " + wanted.issue;
  if (wanted.strength) text += adverbs[static_cast<int>(*wanted.strength)];
  if (!wanted.at.empty()) text += " at \"" + wanted.at + "\"";
  return text;
}

why::Wanted wanted_of(const Expectation& expectation) {
  return {expectation.actor, expectation.stance, expectation.issue, expectation.strength, expectation.at};
}

Proof why_not_proof(const why::WhyNot& why) {
  Proof proof = line("why not", why.missing.empty() ? "it is met" : std::string(why::meaning_of(why.stage())));
  for (const why::Missing& missing : why.missing) {
    Proof step = line(std::string(why::name_of(missing.stage)), missing.reason);
    if (missing.range.start < missing.range.end) step.range = missing.range;
    if (missing.nearest && !missing.nearest->pattern.empty()) step.add(nearest_proof(*missing.nearest));
    if (missing.edit) add_edit(*missing.edit, step);
    proof.add(std::move(step));
  }
  proof.add(
      line("tried", why.verified ? "with this the text was read again, and the expectation was met"
                    : why.missing.size() > 1
                        ? "with these changes it got as far as the last stage named, and no change was found there"
                        : "no change was found that meets the expectation"));
  return proof;
}

Proof why_found_proof(Proof proof, const why::WhyFound& why) {
  proof.kind = "found";
  if (why.guard) {
    Proof guard = line("guard", "with this the record was gone and all others stood");
    add_edit(*why.guard, guard);
    proof.add(std::move(guard));
  } else {
    proof.add(line("guard", "no single guard was found that stops it and leaves the rest"));
  }
  return proof;
}

Proof test_proof(const program::Test& test, const Analyser& analyser, const program::Program& program,
                 const lexicon::ActorTable& actors, const why::Reasoner& reasoner) {
  const corpus::Document document = document_of(test);
  const ProvenDocument proven = prove(analyser, program, actors, document);
  const TestResult result = run_test(test, program, [&](const corpus::Document& one) { return analyser.analyse(one); });
  Proof root = line("test", "test \"" + test.name + "\"", test.place);
  for (const ExpectationResult& one : result.expectations) {
    const Expectation& wanted = *one.expectation;
    Proof expectation = line("expect", wanted_text(wanted) + ": " + std::string(name_of(one.status)), wanted.place);
    const auto& records = proven.result.records;
    bool met = false;
    bool broken = false;
    for (std::size_t r = 0; r < records.size(); ++r) {
      if (wanted.kind == Expectation::Kind::stance && is_of(records[r], wanted, program)) {
        expectation.add(proven.records[r]);
        met = true;
      }
      if (!breaks(records[r], wanted, test, program)) continue;
      expectation.add(why_found_proof(proven.records[r], reasoner.why_found(document, records[r])));
      broken = true;
    }
    const bool unmet = one.status == TestStatus::missing || (one.status == TestStatus::todo && !met && !broken);
    if (unmet && wanted.kind == Expectation::Kind::stance)
      expectation.add(why_not_proof(reasoner.why_not(document, wanted_of(wanted))));
    root.add(std::move(expectation));
  }
  return root;
}

std::vector<Proof> near_misses(const why::Reasoner& reasoner, const program::Program& program,
                               const corpus::Document& sentence, const std::string& actor, const std::string& issue) {
  std::vector<Proof> out;
  for (const program::Stance& stance : program.stances) {
    if (stance.sign == 0 || stance.inverse.empty()) continue;
    const auto why = reasoner.why_not(sentence, {actor, stance.id, issue, std::nullopt, {}});
    if (!why.verified || why.missing.size() != 1 || !why.missing[0].edit) continue;
    // Any verb would do for a sentence without a stance: only what the rules nearly say is near.
    if (why.stage() == why::Stage::stance && !why.missing[0].edit->from_nearest) continue;
    Proof miss = line("near miss", "it would be found as `" + stance.id + "` with");
    add_edit(*why.missing[0].edit, miss);
    out.push_back(std::move(miss));
  }
  return out;
}

}  // namespace demarche::run
