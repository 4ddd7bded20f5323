#include "engine/run/record_proof.hpp"

#include <algorithm>

#include "engine/run/gold_texts.hpp"

namespace demarche::run {

namespace {

using evidence::Range;
using evidence::Record;
using evidence::Step;
using evidence::Use;

std::string quoted(std::string_view text, Range range) { return "\"" + one_line(text, range) + "\""; }

constexpr std::size_t longest_pattern = 100;  // bytes

std::string shortened(const std::string& pattern) {
  if (pattern.size() <= longest_pattern) return pattern;
  std::size_t end = longest_pattern;
  while (end > 0 && (static_cast<unsigned char>(pattern[end]) & 0xC0) == 0x80) --end;
  return pattern.substr(0, end) + " ...";
}

const char* keyword_of(program::Entry::Kind kind) {
  static constexpr const char* words[] = {"verb", "noun", "adjective", "judgement", "purpose"};
  return words[static_cast<std::size_t>(kind)];
}

// "about", "deed against" ...: how the line of an issue begins.
std::string keyword_of(const program::IssuePattern& pattern) {
  if (pattern.kind == program::IssuePattern::Kind::deed) return pattern.side < 0 ? "deed against" : "deed";
  return pattern.side < 0 ? "against" : "about";
}

// "not after", "before" ...: how the line asks for its neighbour.
std::string neighbour_word(const program::Neighbour& neighbour) {
  const bool after = neighbour.side == program::Neighbour::Side::after;
  return std::string(neighbour.negated ? "not " : "") + (after ? "after" : "before");
}

// The pattern that took part, as its line in the rules.
class UseText {
 public:
  UseText(const program::Program& program, std::string_view text) : program_(program), text_(text) {}

  Proof proof(const Use& use) const {
    Proof proof;
    proof.range = use.range;
    switch (use.part) {
      case Use::Part::issue_pattern: {
        const program::Issue& issue = program_.issues.at(use.owner);
        const program::IssuePattern& pattern = issue.patterns.at(use.item);
        return with(proof, "issue", keyword_of(pattern), issue.id, pattern.pattern);
      }
      case Use::Part::neighbour: {
        const auto& pattern = program_.issues.at(use.owner).patterns.at(use.item);
        return with(proof, "condition", neighbour_word(pattern.neighbours.at(use.pattern)), "",
                    pattern.neighbours.at(use.pattern).pattern);
      }
      case Use::Part::needs:
        return condition(proof, use, "needs", program_.issues.at(use.owner).needs);
      case Use::Part::after:
        return condition(proof, use, "after", program_.issues.at(use.owner).after);
      case Use::Part::issue_unless:
        return condition(proof, use, "unless", program_.issues.at(use.owner).unless);
      case Use::Part::not_in:
        return outside(proof, program_.issues.at(use.owner), use.item);
      case Use::Part::entry: {
        const program::Stance& stance = program_.stances.at(use.owner);
        const program::Entry& entry = stance.entries.at(use.item);
        return with(proof, "stance", keyword_of(entry.kind), stance.id, entry.pattern);
      }
      case Use::Part::degree: {
        const program::Stance& stance = program_.stances.at(use.owner);
        const auto& list = use.pattern == 0 ? stance.strong_degrees : stance.weak_degrees;
        return with(proof, "degree", use.pattern == 0 ? "degree strong" : "degree weak", stance.id, list.at(use.item));
      }
      case Use::Part::turn: {
        const program::Turn& turn = program_.turns.at(use.owner);
        return with(proof, "turn", "turn " + turn.id + " =", "", turn.patterns.at(use.item));
      }
      case Use::Part::form: {
        const program::Construction& construction = program_.constructions.at(use.owner);
        return with(proof, "construction", "form", construction.id, construction.forms.at(use.item));
      }
      case Use::Part::when:
      case Use::Part::veto:
        return condition(proof, use, "when", program_.rules.at(use.owner).when);
      case Use::Part::rule_unless:
        return condition(proof, use, "unless", program_.rules.at(use.owner).unless);
      case Use::Part::rule:
        break;
    }
    return by_rule(program_.rules.at(use.owner));
  }

 private:
  static Proof by_rule(const program::Rule& rule) {
    Proof proof;
    proof.kind = "rule";
    proof.text = rule.id;
    proof.place = rule.place;
    return proof;
  }

  // The words lie outside all that the other issue matches.
  static Proof outside(Proof proof, const program::Issue& issue, std::uint32_t other) {
    proof.kind = "condition";
    proof.text = "not in " + issue.not_in.at(other);
    proof.place = issue.place;
    return proof;
  }

  // "rejected" is `verb reject` of opposes.
  Proof with(Proof proof, const char* kind, const std::string& keyword, const std::string& owner,
             const program::Pattern& pattern) const {
    proof.kind = kind;
    const std::string words = proof.range->start < proof.range->end ? quoted(text_, *proof.range) + " is " : "";
    proof.text = words + "`" + keyword + " " + shortened(pattern.source) + "`" + (owner.empty() ? "" : " of " + owner);
    proof.place = pattern.place;
    return proof;
  }

  Proof condition(const Proof& proof, const Use& use, const char* keyword,
                  const std::vector<program::Condition>& list) const {
    const program::Condition& one = list.at(use.item);
    Proof out = with(proof, "condition", keyword, "", one.patterns.at(use.pattern));
    out.place = one.place;
    return out;
  }

  const program::Program& program_;
  std::string_view text_;
};

// What the resolution of a holder means, in words.
std::string how_text(const std::string& how) {
  if (how.empty()) return "named there";
  return how;
}

Proof holder_proof(const Record& record, const Step& step, std::string_view text, const NameLog& names) {
  Proof proof;
  proof.kind = "holder";
  proof.text = record.actor;
  if (step.range.start < step.range.end) {
    proof.text += ": " + quoted(text, step.range);
    proof.range = step.range;
  }
  proof.text += " (" + how_text(step.text) + ")";
  // Who "he" is, or whose speech it is: the words that named the actor last.
  const Named* named = names.last_before(record.actor, std::max(step.range.start, record.sentence_range.start));
  const bool elsewhere = named && (step.range.start >= step.range.end || named->range.start >= step.range.end ||
                                   named->range.end <= step.range.start);
  if (elsewhere) proof.add({"named", named->words + " names " + record.actor, {}, named->range, {}, {}});
  if (!record.speaker.empty()) proof.add({"speaker", record.speaker, {}, std::nullopt, {}, {}});
  if (!record.via.empty())
    proof.add({"via", record.via + " spoke on behalf of " + record.actor, {}, std::nullopt, {}, {}});
  if (!record.claimant.empty())
    proof.add({"claimant", record.claimant + " says so of " + record.actor, {}, std::nullopt, {}, {}});
  return proof;
}

Proof step_proof(const Step& step, std::string_view text) {
  Proof proof;
  proof.kind = step.stage;
  if (step.range.start < step.range.end) proof.range = step.range;
  proof.text = (proof.range ? quoted(text, step.range) + " " : "") + step.text;
  return proof;
}

// The chain of signs: what the stance word says, what turned it, what came out.
Proof sign_proof(const Record& record, std::string_view text) {
  Proof proof;
  proof.kind = "sign";
  std::string chain;
  for (const Step& step : record.trace) {
    if (step.stage != "stance" && step.stage != "turn" && step.stage != "negation" && step.stage != "issue") continue;
    chain += (chain.empty() ? "" : ", ") + step_proof(step, text).text;
  }
  proof.text = (chain.empty() ? "the deed itself" : chain) + ": " + std::string(evidence::name_of(record.stance));
  return proof;
}

}  // namespace

void NameLog::note(const evidence::SentenceReading& sentence) {
  const auto& view = sentence.view;
  for (const mention::Mention& mention : view.mentions) {
    // A capital may only be where something happens.
    if (mention.actors.empty() || mention.place || mention.begin >= mention.end || mention.end > view.size()) continue;
    Named named;
    for (lexicon::ActorIndex actor : mention.actors) named.actors.push_back(actors_.actors[actor].id);
    named.range = {offsets_.code_point(view.tokens[mention.begin].span.begin),
                   offsets_.code_point(view.tokens[mention.end - 1].span.end)};
    named.words = quoted(text_, named.range);
    names_.push_back(std::move(named));
  }
}

const Named* NameLog::last_before(const std::string& actor, std::uint32_t code_point) const {
  const Named* found = nullptr;
  for (const Named& named : names_) {
    if (named.range.start > code_point) break;
    if (std::find(named.actors.begin(), named.actors.end(), actor) != named.actors.end()) found = &named;
  }
  return found;
}

std::string record_details(const Record& record) {
  std::string text(evidence::name_of(record.strength));
  if (record.mode != evidence::Mode::plain) text += ", " + std::string(evidence::name_of(record.mode));
  text += ", " + std::string(evidence::name_of(record.kind));
  if (record.negated) text += ", negated";
  if (!record.speaker.empty()) text += ", said by " + record.speaker;
  if (!record.via.empty()) text += ", via " + record.via;
  if (!record.claimant.empty()) text += ", as " + record.claimant + " says";
  return text;
}

Proof record_proof(const Record& record, std::string_view text, const program::Program& program, const NameLog& names) {
  Proof proof;
  proof.kind = "record";
  proof.text = record.actor + " " + std::string(evidence::name_of(record.stance)) + "s " + record.issue + " (" +
               record_details(record) + ")";
  proof.doc = record.doc;
  proof.range = record.match;
  proof.add({"sentence", "\"" + record.sentence + "\"", {}, record.sentence_range, {}, {}});
  for (const Step& step : record.trace)
    if (step.stage == "holder") proof.add(holder_proof(record, step, text, names));
  Proof sign = sign_proof(record, text);
  std::vector<Proof> others;
  const UseText uses(program, text);
  for (const Use& use : record.uses) {
    Proof part = uses.proof(use);
    const bool joins = part.kind == "construction" || part.kind == "rule";
    (joins ? others : sign.children).push_back(std::move(part));
  }
  proof.add(std::move(sign));
  for (Proof& part : others) proof.add(std::move(part));
  return proof;
}

Proof silence_proof(const evidence::Silence& silence, std::string_view text, const program::Program& program) {
  Proof proof;
  proof.kind = "silence";
  proof.text = (silence.actor.empty() ? std::string("nobody") : silence.actor) + " on " + silence.issue + ": " +
               std::string(evidence::name_of(silence.reason));
  if (!silence.detail.empty()) proof.text += " (" + silence.detail + ")";
  proof.text += ": " + std::string(evidence::meaning_of(silence.reason));
  proof.range = silence.sentence_range;
  proof.add({"sentence", quoted(text, silence.sentence_range), {}, silence.sentence_range, {}, {}});
  const UseText uses(program, text);
  for (const Use& use : silence.uses) proof.children.push_back(uses.proof(use));
  return proof;
}

}  // namespace demarche::run
