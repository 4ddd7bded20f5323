#include <algorithm>
#include <set>

#include "engine/why/bench.hpp"
#include "engine/why/plausible.hpp"

// Turns on the way to the issue, and forms that join holder, stance and target.
namespace demarche::why {

using mention::Tag;
using program::Node;
using program::Slot;
using program::WordRole;

namespace {

constexpr std::uint32_t longest_turn = 4;    // words
constexpr std::uint32_t farthest_turn = 10;  // tokens before the issue

// The stretches of words right before the issue that may be a turn: each begins with a word of content.
std::vector<std::pair<std::uint32_t, std::uint32_t>> turn_places(const Look& look) {
  std::vector<std::pair<std::uint32_t, std::uint32_t>> places;
  const Seen& seen = look.seen();
  const Finding& finding = look.finding;
  const std::uint32_t from = finding.issue_begin > farthest_turn ? finding.issue_begin - farthest_turn : 0;
  for (std::uint32_t t = finding.issue_begin; t-- > from;) {
    if (seen.view.tokens[t].has(text::Token::punctuation)) break;
    if (is_function_word(seen, t) || (t >= finding.head_begin && t < finding.head_end)) continue;
    if (finding.issue_begin - t <= longest_turn) places.emplace_back(t, finding.issue_begin);
    // With its preposition only: other words lead on to the issue.
    for (std::uint32_t end = t + 1; end < finding.issue_begin && end <= t + 2; ++end)
      if (seen.view.is(end, WordRole::preposition)) places.emplace_back(t, end + 1);
    places.emplace_back(t, t + 1);
  }
  return places;
}

Node slot(Slot which, program::WordForm form = program::WordForm::any, bool possessive = false) {
  Node node;
  node.kind = Node::Kind::slot;
  node.slot = which;
  node.form = form;
  node.possessive = possessive;
  return node;
}

// A form made of some parts, with the text an author would write.
struct Form {
  program::Pattern pattern;
  Form& with(Slot which, const char* text, bool possessive = false) {
    pattern.root.children.push_back(slot(which, program::WordForm::any, possessive));
    return word(text);
  }
  Form& words(const program::Pattern& written) {
    for (const Node& child : written.root.children) pattern.root.children.push_back(child);
    return word(written.source);
  }

 private:
  Form& word(const std::string& text) {
    pattern.source += (pattern.source.empty() ? "" : " ") + text;
    return *this;
  }
};

Trial form_trial(const std::string& construction, const Form& form) {
  Trial trial;
  trial.edit.statement = "extend construction " + construction + " { form  " + form.pattern.source + " }";
  trial.rules = [construction, pattern = form.pattern](program::Program& program) {
    for (program::Construction& one : program.constructions)
      if (one.id == construction) one.forms.push_back(pattern);
  };
  return trial;
}

Slot slot_of(program::Entry::Kind kind) {
  switch (kind) {
    case program::Entry::Kind::noun:
      return Slot::noun;
    case program::Entry::Kind::adjective:
      return Slot::adjective;
    case program::Entry::Kind::purpose:
      return Slot::purpose;
    default:
      return Slot::verb;
  }
}

const char* text_of(Slot slot) {
  switch (slot) {
    case Slot::noun:
      return "<noun>";
    case Slot::adjective:
      return "<adjective>";
    case Slot::purpose:
      return "<purpose>";
    default:
      return "<verb>";
  }
}

bool has_name(const Seen& seen, std::uint32_t begin, std::uint32_t end) {
  return std::any_of(seen.view.names.begin(), seen.view.names.end(),
                     [&](const mention::NameHit& name) { return name.begin < end && begin < name.end; });
}

}  // namespace

void propose_turns(const Look& look, std::vector<Trial>& out) {
  if (!look.has_sentence() || look.finding.issue_begin >= look.finding.issue_end) return;
  const Writer writer(look.sandbox.program());
  std::set<std::string> known;
  for (const auto& [begin, end] : turn_places(look)) {
    if (!may_be_turn(look.seen(), begin, end)) continue;
    const auto pattern = writer.write(look.seen(), begin, end, Head::any);
    if (!pattern || !known.insert(pattern->source).second) continue;
    // Where the sign came out wrong, only a turn that flips can help.
    if (look.finding.stage != Stage::sign) out.push_back(turn_trial(+1, *pattern));
    out.push_back(turn_trial(-1, *pattern));
  }
}

// The nearest construction that gives the stance as it is, with the words of the text for a form of its own.
void propose_forms(const Look& look, std::vector<Trial>& out) {
  if (!look.has_sentence()) return;
  const Seen& seen = look.seen();
  const Finding& finding = look.finding;
  std::optional<Nearest> nearest;
  if (const auto near = nearest_forms(look.search(1), finding.sentence); !near.empty())
    nearest = describe(near.front(), seen);
  const Writer writer(look.sandbox.program());
  constexpr std::uint32_t farthest = 8;
  std::set<std::string> known;
  for (const mention::HeadMatch& head : seen.view.heads) {
    if (head.end > finding.issue_begin) continue;
    const Slot which = slot_of(look.sandbox.program().stances[head.stance].entries[head.entry].kind);
    for (std::uint32_t t = head.begin; t-- > (head.begin > farthest ? head.begin - farthest : 0);) {
      const Tag tag = seen.view.tags[t];
      if (tag != Tag::finite && tag != Tag::ing && tag != Tag::infinitive) continue;
      const auto words = writer.write(seen, t, head.begin, Head::any);
      const bool speaks = seen.view.is(t, WordRole::speech_verb) || seen.view.is(t, WordRole::denial);
      if (!words || speaks || has_name(seen, t, head.begin)) break;
      Form form;
      form.with(Slot::holder, "<holder>").words(*words).with(which, text_of(which)).with(Slot::target, "<target>");
      Trial trial = form_trial("active", form);
      if (!known.insert(trial.edit.statement).second) continue;
      trial.nearest = nearest;
      out.push_back(std::move(trial));
    }
  }
}

}  // namespace demarche::why
