#include "engine/golden/causes.hpp"

#include <algorithm>

#include "engine/golden/rule_texts.hpp"

namespace demarche::golden {

namespace {

// So many edits may be named when none of them is known to be the cause; more would say nothing.
constexpr std::size_t few = 3;

bool name_an_edit(const std::vector<Cause>& causes) {
  return std::any_of(causes.begin(), causes.end(), [](const auto& cause) { return cause.edit != nullptr; });
}

}  // namespace

CauseFinder::CauseFinder(const Golden& before, const Golden& after, const Edits& edits, const Comparison& comparison,
                         const std::vector<evidence::DocumentResult>& results, UseFinder uses)
    : before_(side_of(before)), after_(side_of(after)), edits_(edits), results_(results), uses_(uses) {
  for (const auto& change : comparison.documents) documents_[change.document] = change.kind;
}

CauseFinder::Side CauseFinder::side_of(const Golden& golden) {
  Side side;
  side.golden = &golden;
  for (const auto& text : golden.rules) {
    side.texts[text.file] = &text;
    if (text.whole) side.blocks.emplace(text.file, Blocks(text));
  }
  return side;
}

void CauseFinder::add(const Edit* edit, Cause::Kind kind, std::vector<Cause>& out) const {
  if (!edit) return;
  for (const auto& cause : out)
    if (cause.edit == edit) return;
  out.push_back({kind, edit, {}});
}

void CauseFinder::edits_around(const Side& side, bool old, const std::vector<Use>& uses, Reach reach,
                               std::vector<Cause>& out) const {
  for (const auto& use : uses) {
    const auto text = side.texts.find(use.file);
    if (text == side.texts.end()) continue;
    const std::uint32_t number = find_line(*text->second, use.line);
    if (number == 0) continue;
    LineRange range{number, number};
    if (const auto blocks = side.blocks.find(use.file); reach != Reach::line && blocks != side.blocks.end())
      range = reach == Reach::statement ? blocks->second.statement(number) : blocks->second.block(number);
    const auto kind = reach == Reach::block ? Cause::Kind::guard : Cause::Kind::line;
    for (std::uint32_t line = range.first; line <= range.last; ++line)
      add(old ? edits_.of_old(use.file, line) : edits_.of_new(use.file, line), kind, out);
  }
}

void CauseFinder::edits_of(const EvidenceChange& change, Reach reach, std::vector<Cause>& out) const {
  if (change.before) edits_around(before_, true, change.before->uses, reach, out);
  if (change.after) edits_around(after_, false, change.after->uses, reach, out);
  if (reach != Reach::block) return;
  // Of a lost piece the block may have gained a line, of a gained one it may have lost one.
  if (change.before && !change.after) edits_around(after_, false, change.before->uses, reach, out);
  if (change.after && !change.before) edits_around(before_, true, change.after->uses, reach, out);
}

void CauseFinder::same_sentence(const EvidenceChange& change, std::vector<Cause>& out) const {
  std::vector<Cause> found;
  for (const auto* side : {&before_, &after_}) {
    const bool old = side == &before_;
    const Evidence* here = old ? change.before : change.after;
    const auto place = (here ? *here : change.shown()).place;
    for (const auto& document : side->golden->documents) {
      if (document.id != change.document) continue;
      for (const auto& other : document.evidence)
        if (other.place == place) edits_around(*side, old, other.uses, Reach::statement, found);
    }
  }
  for (const auto& cause : found) add(cause.edit, Cause::Kind::nearby, out);
}

const evidence::Silence* CauseFinder::silence_of(const EvidenceChange& change) const {
  if (!change.before || change.after) return nullptr;
  const auto result = std::lower_bound(results_.begin(), results_.end(), change.document,
                                       [](const auto& one, const auto& id) { return one.doc < id; });
  if (result == results_.end() || result->doc != change.document) return nullptr;
  const evidence::Silence* best = nullptr;
  for (const auto& silence : result->silences) {
    if (silence.issue != change.before->issue || silence.sentence_range != change.before->place) continue;
    if (silence.actor == change.before->actor) return &silence;
    if (silence.actor.empty() && !best) best = &silence;
  }
  return best;
}

// A veto or a guard that speaks now and was written or edited since.
void CauseFinder::veto(const EvidenceChange& change, std::vector<Cause>& out) const {
  const auto* silence = silence_of(change);
  if (!silence) return;
  const auto guards = uses_.of(silence->uses);
  for (const auto reach : {Reach::line, Reach::statement, Reach::block})
    if (out.empty()) edits_around(after_, false, guards, reach, out);
  for (auto& cause : out) cause.kind = Cause::Kind::guard;
  std::string note(evidence::meaning_of(silence->reason));
  if (!silence->detail.empty()) note += " (" + silence->detail + ")";
  out.push_back({Cause::Kind::reason, nullptr, note});
}

std::string CauseFinder::article(const EvidenceChange& change) const {
  const auto found = documents_.find(change.document);
  if (found == documents_.end()) return {};
  switch (found->second) {
    case DocumentChange::Kind::added:
      return "the document is new";
    case DocumentChange::Kind::removed:
      return "the corpus does not have the document any more";
    case DocumentChange::Kind::edited:
      return "the document was edited";
  }
  return {};
}

std::vector<Cause> CauseFinder::of(const EvidenceChange& change) const {
  const std::string article_note = article(change);
  // Of a document that only one side has, no rule is to be suspected.
  const auto document = documents_.find(change.document);
  if (document != documents_.end() && document->second != DocumentChange::Kind::edited)
    return {{Cause::Kind::article, nullptr, article_note}};
  std::vector<Cause> causes;
  edits_of(change, Reach::line, causes);
  if (causes.empty()) edits_of(change, Reach::statement, causes);
  if (causes.empty()) veto(change, causes);
  if (!name_an_edit(causes)) edits_of(change, Reach::block, causes);
  if (!name_an_edit(causes)) same_sentence(change, causes);
  if (!article_note.empty()) causes.push_back({Cause::Kind::article, nullptr, article_note});
  const bool explained =
      std::any_of(causes.begin(), causes.end(), [](const auto& c) { return c.kind != Cause::Kind::reason; });
  if (explained) return causes;
  std::vector<const Edit*> own;
  for (const auto& edit : edits_.all())
    if (edit.kind != Edit::Kind::unseen) own.push_back(&edit);
  if (own.size() <= few)
    for (const auto* edit : own) add(edit, Cause::Kind::nearby, causes);
  if (own.empty())
    causes.push_back({Cause::Kind::unknown, nullptr,
                      "no rule line that took part was edited: look at the actors, or the version of demarche"});
  else if (own.size() > few)
    causes.push_back({Cause::Kind::unknown, nullptr,
                      "none of the lines that took part was edited; " + std::to_string(own.size()) + " others were"});
  return causes;
}

}  // namespace demarche::golden
