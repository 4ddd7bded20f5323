#include "engine/evidence/turns.hpp"

#include <algorithm>

#include "engine/evidence/questions.hpp"
#include "engine/holder/phrases.hpp"

namespace demarche::evidence {

using holder::Discourse;
using holder::Holder;
using mention::Mention;
using mention::SentenceView;
using program::WordRole;
using text::Token;

namespace {

constexpr std::uint32_t longest_name = 4;  // words of a name before its colon
constexpr std::uint32_t not_found = ~std::uint32_t{0};

// "Q:", "Q.", "Tehran Times:", "... of the interview: Q:": the words from here to a colon, when they can name who
// speaks.
std::string label_at(const SentenceView& view, std::uint32_t token) {
  const bool opens = token == 0 || view.raw(token - 1) == ":" || view.raw(token - 1) == "?";
  if (!opens) return {};
  const std::string_view first = view.raw(token);
  if (first == "Q." || first == "A.") return std::string(first);
  const bool letter = first == "Q" || first == "A";
  if (letter && token + 2 < view.size() && view.raw(token + 1) == ".") return std::string(first);
  for (std::uint32_t t = token; t < view.size() && t <= token + longest_name; ++t) {
    if (view.raw(t) == ":") return std::string(view.raw(token, t));
    if (!view.tokens[t].has(Token::capitalised) || view.tokens[t].has(Token::punctuation)) return {};
  }
  return {};
}

// "Foreign Minister Moe:", "THE PRIME MINISTER OF PERU:": whom the label at the head of a sentence names.
Holder named_by_label(const SentenceView& view) {
  constexpr std::uint32_t longest_label = 9;
  for (std::uint32_t colon = 1; colon < view.size() && colon <= longest_label; ++colon) {
    if (view.raw(colon) != ":") continue;
    const Mention* named = view.mention_at(colon - 1);
    const bool one = named && named->begin <= 1 && named->end == colon && named->actors.size() == 1 && !named->plural &&
                     (named->kind == Mention::Kind::official || named->kind == Mention::Kind::person);
    if (!one) return {};
    Holder holder;
    holder.outcome = Holder::Outcome::found;
    holder.actors = named->actors;
    holder.speaker = holder::name_of(view, *named);
    holder.how = "label";
    return holder;
  }
  return {};
}

// "Following is the text of his speech:", with the words themselves behind it and not in a quote; where it says so.
std::uint32_t announced_at(const SentenceView& view) {
  for (std::uint32_t t = 0; t < view.size(); ++t) {
    if (!view.is(t, WordRole::own_voice) || view.role_lengths[t] < 3) continue;
    for (std::uint32_t colon = t + view.role_lengths[t]; colon < view.size(); ++colon)
      if (view.raw(colon) == ":")
        return colon + 1 >= view.size() || !view.tokens[colon + 1].has(Token::opens_quote) ? t : not_found;
    if (view.raw(view.size() - 2) == "follows") return t;  // "The full text of the speech follows."
  }
  return not_found;
}

// "the text of Rouhani's address", "of his speech"
Holder announced(const SentenceView& view, const holder::HolderFinder& finder) {
  const std::uint32_t at = announced_at(view);
  const std::uint32_t end = at + view.role_lengths[at];
  for (const Mention& mention : view.mentions)
    if (mention.begin >= at && mention.begin < end && mention.possessive && mention.kind != Mention::Kind::medium)
      return finder.resolve(mention);
  return {};
}

}  // namespace

void Turns::look(const SentenceView& view) {
  std::string label;
  for (std::uint32_t t = 0; t < view.size(); ++t)
    if (std::string here = label_at(view, t); !here.empty()) label = std::move(here);
  if (!label.empty()) {
    end_turn();
    ++known_[label].turns;
    last_label_ = label;
  }
  asked_ = is_question(view);
  labels_.push_back(std::move(label));
  announces_.push_back(announced_at(view) != not_found);
}

void Turns::end_turn() {
  if (!last_label_.empty() && asked_) ++known_[last_label_].questions;
}

// Two labels take turns, and most turns of one of them end with a question.
void Turns::find_interviewer() {
  end_turn();
  int answers = 0;
  const Label* asking = nullptr;
  for (const auto& [name, label] : known_) {
    if ((label.turns > 1 || known_.size() == 2) && label.questions * 2 >= label.turns &&
        (!asking || label.turns > asking->turns)) {
      interviewer_ = name;
      asking = &label;
    }
  }
  for (const auto& [name, label] : known_)
    if (&label != asking) answers += label.turns;
  if (!asking || answers * 2 < asking->turns) interviewer_.clear();
}

void Turns::take_turn(std::uint32_t sentence, bool question) {
  const std::string& label = labels_[sentence];
  // Who answers is not always labelled: behind the question stands the answer.
  if (turn_ == Turn::question && asked_ && label.empty() && !question) turn_ = Turn::answer;
  asked_ = question;
  if (interviewer_.empty() || label.empty()) return;
  const bool begins = turn_ == Turn::report;
  if (label == interviewer_) {
    turn_ = Turn::question;
  } else if (!begins) {
    turn_ = Turn::answer;
  }
  if (begins && turn_ != Turn::report) answering_ = interviewee();
}

void Turns::enter(std::uint32_t sentence, const SentenceView& view, Discourse& discourse) {
  if (sentence == 0) {
    speaking_ = discourse.speaking;
    speaker_ = discourse.document_speaker;
    find_interviewer();
    asked_ = false;
  }
  take_turn(sentence, is_question(view));
  discourse.own_words = Discourse::OwnWords::report;
  discourse.speaking = speaking_;
  discourse.document_speaker = speaker_;
  const bool labelled = !labels_[sentence].empty();
  if (labelled || turn_ == Turn::question) labelled_ = named_by_label(view);
  // In a state's own text only a transcript has labels in capitals: "PRESIDENT MOE: ..."
  if (labelled && !speaking_.empty() && !view.tokens[0].has(Token::all_caps)) labelled_ = {};
  if (labelled_.found() && (turn_ == Turn::answer || !speaking_.empty())) {
    discourse.speaking = labelled_.actors;
    discourse.document_speaker = labelled_.speaker;
    return;
  }
  if (turn_ == Turn::report) return;
  const bool asks = is_question(view);
  const bool question = turn_ == Turn::question || (turn_ == Turn::full_text && asks);
  if (!question && !speaking_.empty()) return;
  discourse.speaking.clear();
  discourse.document_speaker.clear();
  if (turn_ == Turn::question) {
    // What an interviewer tells before asking is the paper's own report.
    discourse.own_words = asks ? Discourse::OwnWords::asked : Discourse::OwnWords::report;
  } else if (question || !answering_.found()) {
    discourse.own_words = Discourse::OwnWords::private_turn;
  } else {
    discourse.speaking = answering_.actors;
    discourse.document_speaker = answering_.speaker;
  }
}

void Turns::leave(std::uint32_t sentence, const SentenceView& view, const holder::SentenceVoices& voices,
                  const holder::HolderFinder& finder) {
  if (turn_ != Turn::report) return;
  for (const holder::Voice& voice : voices.voices)
    if (voice.parent < 0) hear(voice.holder);
  if (!interviewer_.empty() || !announces_[sentence] || !speaking_.empty()) return;
  answering_ = announced(view, finder);
  if (!answering_.found()) answering_ = main_voice().holder;
  if (answering_.outcome != Holder::Outcome::unknown) turn_ = Turn::full_text;
}

void Turns::hear(const Holder& holder) {
  if (holder.outcome == Holder::Outcome::unknown) return;
  for (Heard& heard : heard_)
    if (heard.holder.actors == holder.actors) {
      ++heard.times;
      if (heard.holder.speaker.empty()) heard.holder.speaker = holder.speaker;
      return;
    }
  heard_.push_back({holder, 1});
}

// Who was quoted most; unknown when two were quoted as often.
Turns::Heard Turns::main_voice() const {
  Heard main;
  for (const Heard& heard : heard_) {
    if (heard.times == main.times) main.holder = {};
    if (heard.times > main.times) main = heard;
  }
  main.holder.begin = main.holder.end = 0;
  return main;
}

void Turns::headed(std::vector<lexicon::ActorIndex> named, std::string title) {
  named_ = std::move(named);
  title_ = std::move(title);
}

bool Turns::is_in_title(const Holder& holder) const {
  const std::size_t surname = holder.speaker.rfind(' ') + 1;  // npos + 1 is 0
  if (!holder.speaker.empty() && title_.find(holder.speaker.substr(surname)) != std::string::npos) return true;
  return !holder.actors.empty() &&
         std::includes(named_.begin(), named_.end(), holder.actors.begin(), holder.actors.end());
}

// Who answers: an official whose words the report before the first question is mostly about, and begins with. Whom it
// quotes once, or beside somebody private, may be anybody of whom the two speak.
Holder Turns::interviewee() const {
  const Heard main = main_voice();
  const bool beside_private = std::any_of(
      heard_.begin(), heard_.end(), [](const Heard& heard) { return heard.holder.outcome == Holder::Outcome::nobody; });
  const bool first = !heard_.empty() && heard_.front().holder.actors == main.holder.actors;
  const bool official = main.times > 1 && !main.holder.speaker.empty() && is_in_title(main.holder);
  return first && official && !beside_private ? main.holder : Holder{};
}

}  // namespace demarche::evidence
