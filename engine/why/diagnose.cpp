#include "engine/why/diagnose.hpp"

#include <algorithm>

namespace demarche::why {

using evidence::Candidate;
using evidence::Reason;
using evidence::Record;
using mention::HeadMatch;
using mention::IssueMatch;

namespace {

constexpr const char* sides[] = {"against", "neutral towards", "for"};

std::string side_of(int sign) { return sides[sign + 1]; }

int sign_of(evidence::Stance stance) {
  return stance == evidence::Stance::support ? +1 : stance == evidence::Stance::oppose ? -1 : 0;
}

class Diagnosis {
 public:
  Diagnosis(const Reading& reading, const Sandbox& sandbox, const Wanted& wanted)
      : reading_(reading),
        program_(sandbox.program()),
        actors_(sandbox.actors()),
        lexis_(sandbox.lexis()),
        wanted_(wanted),
        actor_(sandbox.actors().find(wanted.actor)),
        sign_(why::sign_of(sandbox.program(), wanted.stance).value_or(0)) {
    for (std::uint32_t i = 0; i < program_.issues.size(); ++i)
      if (program_.issues[i].id == wanted.issue) issue_ = i;
  }

  Finding run() {
    if (auto found = by_records()) return *found;
    Finding best;
    best.reason = "no pattern of `" + wanted_.issue + "` matches";
    if (auto finding = unmet_conditions()) best = *finding;
    for (std::size_t s = 0; s < reading_.sentences.size(); ++s)
      if (auto finding = in_sentence(s); finding && better(*finding, best)) best = *finding;
    return best;
  }

 private:
  std::string quoted(const Seen& seen, std::uint32_t begin, std::uint32_t end) const {
    std::string text(seen.view.raw(begin, end));
    std::replace(text.begin(), text.end(), '\n', ' ');
    return "\"" + text + "\"";
  }

  std::string names(const std::vector<lexicon::ActorIndex>& list) const {
    std::string text;
    for (lexicon::ActorIndex actor : list) text += (text.empty() ? "" : ", ") + actors_.actors[actor].id;
    return text;
  }

  bool holds(const holder::Holder& holder) const {
    return std::find(holder.actors.begin(), holder.actors.end(), actor_) != holder.actors.end();
  }

  bool names_actor(const Seen& seen) const {
    return std::any_of(seen.view.mentions.begin(), seen.view.mentions.end(), [this](const mention::Mention& mention) {
      return std::find(mention.actors.begin(), mention.actors.end(), actor_) != mention.actors.end();
    });
  }

  bool in_document() const {
    const auto& mentioned = reading_.result.mentioned;
    return std::find(mentioned.begin(), mentioned.end(), wanted_.actor) != mentioned.end();
  }

  // Later stages first; of equals the sentence that names the actor.
  bool better(const Finding& a, const Finding& b) const {
    if (a.stage != b.stage) return a.stage > b.stage;
    if (b.sentence == Finding::no_sentence) return true;
    return names_actor(reading_.sentences[a.sentence]) && !names_actor(reading_.sentences[b.sentence]);
  }

  // The sentence that a record is of, with the tokens of its parts.
  Finding place_of(const Record& record, Stage stage) const {
    Finding finding;
    finding.stage = stage;
    for (std::size_t s = 0; s < reading_.sentences.size(); ++s)
      for (const evidence::Statement& statement : reading_.sentences[s].settled) {
        const Candidate& candidate = statement.candidate;
        const IssueMatch& match = reading_.sentences[s].view.issues[candidate.issue_match];
        if (statement.actor != actor_ || match.issue != issue_) continue;
        if (candidate.sign != sign_of(record.stance)) continue;
        set(finding, s, candidate);
      }
    return finding;
  }

  void set(Finding& finding, std::size_t sentence, const Candidate& candidate) const {
    const IssueMatch& match = reading_.sentences[sentence].view.issues[candidate.issue_match];
    finding.sentence = sentence;
    finding.begin = candidate.begin;
    finding.end = candidate.end;
    finding.issue_begin = match.begin;
    finding.issue_end = match.end;
    finding.head_begin = candidate.head_begin;
    finding.head_end = candidate.head_end;
  }

  std::optional<Finding> by_records() const {
    std::optional<Finding> best;
    for (const Record& record : reading_.result.records) {
      if (record.actor != wanted_.actor || record.issue != wanted_.issue) continue;
      Finding finding = place_of(record, judge(record));
      finding.reason = reason_for(record, finding);
      if (finding.stage == Stage::met) return finding;
      if (!best || finding.stage > best->stage) best = finding;
    }
    return best;
  }

  bool holds_words(const Record& record) const {
    if (wanted_.at.empty()) return true;
    return folded(match_text(record)).find(folded(wanted_.at)) != std::string::npos;
  }

  // ASCII letters in lower case, blanks as one.
  static std::string folded(std::string_view text) {
    std::string out;
    for (char c : text) {
      const bool blank = c == ' ' || c == '\n' || c == '\r' || c == '\t';
      if (blank && (out.empty() || out.back() == ' ')) continue;
      out += blank ? ' ' : c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
    }
    return out;
  }

  std::string match_text(const Record& record) const {
    for (const Seen& seen : reading_.sentences)
      for (const evidence::Statement& statement : seen.settled)
        if (actors_.actors[statement.actor].id == record.actor &&
            program_.issues[seen.view.issues[statement.candidate.issue_match].issue].id == record.issue &&
            statement.candidate.sign == sign_of(record.stance))
          return std::string(seen.view.raw(statement.candidate.begin, statement.candidate.end));
    return record.sentence;
  }

  Stage judge(const Record& record) const {
    if (record.kind == evidence::Kind::ascribed) return Stage::claim;
    if (sign_of(record.stance) != sign_) return Stage::sign;
    if (wanted_.strength && static_cast<int>(*wanted_.strength) != static_cast<int>(record.strength))
      return Stage::strength;
    return holds_words(record) ? Stage::met : Stage::words;
  }

  std::string reason_for(const Record& record, const Finding& finding) const {
    switch (finding.stage) {
      case Stage::claim:
        return "that is what " + (record.claimant.empty() ? "another" : record.claimant) + " says of " + wanted_.actor +
               ", and no position of " + wanted_.actor;
      case Stage::sign:
        return "the words were read as " + side_of(sign_of(record.stance)) + " `" + wanted_.issue +
               "`: " + chain(record);
      case Stage::strength:
        return "its strength is `" + std::string(evidence::name_of(record.strength)) +
               "`: the entry's own, raised by " +
               "words such as \"strongly\" and lowered by words such as \"hope\" beside it";
      case Stage::words:
        return "the match is \"" + match_text(record) + "\", which does not hold \"" + wanted_.at + "\"";
      default:
        return {};
    }
  }

  // "-1 opposes, turned by "lifting of"".
  std::string chain(const Record& record) const {
    std::string text;
    for (const evidence::Step& step : record.trace) {
      if (step.stage != "stance" && step.stage != "turn" && step.stage != "negation" && step.stage != "issue") continue;
      text += (text.empty() ? "" : ", ") + step.stage + " " + words_at(step.range) + " " + step.text;
    }
    return text.empty() ? "by the deed itself" : text;
  }

  std::string words_at(evidence::Range range) const {
    if (range.start >= range.end) return "";
    std::uint32_t at = 0;
    std::string out;
    for (char c : text_of()) {
      if ((static_cast<unsigned char>(c) & 0xC0) != 0x80) ++at;
      if (at > range.start && at <= range.end) out += c == '\n' ? ' ' : c;
    }
    return "\"" + out + "\"";
  }

  std::string_view text_of() const {
    return reading_.sentences.empty() ? std::string_view{} : reading_.sentences.front().view.bytes;
  }

  std::optional<Finding> unmet_conditions() const {
    for (const evidence::Silence& silence : reading_.result.silences) {
      if (silence.issue != wanted_.issue) continue;
      if (silence.reason != Reason::needs_unmet && silence.reason != Reason::unless_guard) continue;
      if (silence.actor.empty() && silence.detail.empty() && !any_match()) {
        Finding finding;
        finding.stage = Stage::condition;
        finding.reason = silence.reason == Reason::needs_unmet
                             ? "words of `" + wanted_.issue + "` are there, and what it `needs` is not near"
                             : "words of `" + wanted_.issue + "` are there, and an `unless` of the issue excludes them";
        return finding;
      }
    }
    return std::nullopt;
  }

  bool any_match() const {
    return std::any_of(reading_.sentences.begin(), reading_.sentences.end(), [this](const Seen& seen) {
      return std::any_of(seen.view.issues.begin(), seen.view.issues.end(),
                         [this](const IssueMatch& match) { return match.issue == issue_; });
    });
  }

  std::optional<Finding> in_sentence(std::size_t s) const {
    const Seen& seen = reading_.sentences[s];
    std::optional<Finding> best;
    auto offer = [&](Finding finding) {
      if (!best || finding.stage > best->stage) best = std::move(finding);
    };
    for (const Candidate& candidate : seen.candidates) {
      if (seen.view.issues[candidate.issue_match].issue != issue_) continue;
      offer(of_candidate(s, candidate));
    }
    for (const evidence::Rejected& rejected : seen.rejected)
      if (seen.view.issues[rejected.issue_match].issue == issue_) offer(of_rejected(s, rejected));
    for (const IssueMatch& match : seen.view.issues)
      if (match.issue == issue_) offer(without_candidate(s, match));
    return best;
  }

  Finding of_candidate(std::size_t s, const Candidate& candidate) const {
    Finding finding;
    set(finding, s, candidate);
    if (!holds(candidate.holder)) {
      finding.stage = Stage::holder;
      finding.reason =
          "the statement is " +
          (candidate.holder.actors.empty() ? std::string("nobody's") : names(candidate.holder.actors) + "'s") +
          how(candidate.holder) + ", and not " + wanted_.actor + "'s";
      return finding;
    }
    // A veto speaks of the statement; else it lost against another.
    for (const evidence::Rejected& rejected : reading_.sentences[s].rejected)
      if (candidate.sign == sign_ && rejected.issue_match == candidate.issue_match && is_veto(rejected.reason))
        return of_rejected(s, rejected);
    finding.stage = candidate.sign == sign_ ? Stage::settling : Stage::sign;
    finding.reason = candidate.sign == sign_
                         ? "another statement of the sentence went before this one"
                         : "the words were read as " + side_of(candidate.sign) + " `" + wanted_.issue + "`";
    return finding;
  }

  static bool is_veto(Reason reason) {
    return reason == Reason::ignored || reason == Reason::unless_guard || reason == Reason::no_rule ||
           reason == Reason::contradiction;
  }

  std::string how(const holder::Holder& holder) const {
    return *holder.how != 0 ? " (" + std::string(holder.how) + ")" : "";
  }

  // At which stage a statement was given up, and why.
  void tell_reason(const Seen& seen, const evidence::Rejected& rejected, Finding& finding) const {
    const std::string words = rejected.detail.empty() ? "" : " \"" + rejected.detail + "\"";
    switch (rejected.reason) {
      case Reason::negated_away:
        finding.stage = Stage::sign;
        finding.reason = "the negation of" + words + " says nothing about the issue: the stance has `negated nothing`";
        break;
      case Reason::denied:
        finding.stage = Stage::holder;
        finding.reason = "the words" + words + " report a claim that their speaker rejects";
        break;
      case Reason::nobody:
        finding.stage = Stage::holder;
        finding.reason = "the holder of" + words + " is one who speaks for no state" + private_person(seen);
        break;
      case Reason::no_holder:
        finding.stage = Stage::holder;
        finding.reason = "nobody can be named as the holder of" + words + subject_of(seen);
        break;
      case Reason::unknown_turn:
        finding.stage = Stage::way;
        finding.reason = "on the way to the issue stands a verb that may turn the sense (" + rejected.detail + ")";
        break;
      case Reason::no_rule:
        finding.stage = Stage::guard;
        finding.reason = "no rule asks for `" + wanted_.issue + "` of " + wanted_.actor + " on that day";
        break;
      case Reason::ignored:
      case Reason::unless_guard:
        finding.stage = Stage::guard;
        finding.reason = "vetoed by `" + rejected.detail + "`";
        finding.guard = rejected.detail.substr(rejected.detail.rfind(' ') + 1);
        break;
      case Reason::contradiction:
        finding.stage = Stage::settling;
        finding.reason = "the sentence says both for and against, and nothing decides";
        break;
      default:
        finding.stage = Stage::construction;
        finding.reason = "no construction joins actor, stance and issue";
    }
  }

  Finding of_rejected(std::size_t s, const evidence::Rejected& rejected) const {
    const Seen& seen = reading_.sentences[s];
    const IssueMatch& match = seen.view.issues[rejected.issue_match];
    Finding finding;
    finding.sentence = s;
    finding.issue_begin = match.begin;
    finding.issue_end = match.end;
    tell_reason(seen, rejected, finding);
    const bool settled = finding.stage == Stage::guard || finding.stage == Stage::settling;
    const bool others = !rejected.actors.empty() &&
                        std::find(rejected.actors.begin(), rejected.actors.end(), actor_) == rejected.actors.end();
    if (settled && others) {
      finding.stage = Stage::holder;
      finding.reason = "the statement is " + names(rejected.actors) + "'s, and not " + wanted_.actor + "'s";
    }
    return finding;
  }

  // Whom the sentence names that holds no position: analysts, media, critics.
  std::string private_person(const Seen& seen) const {
    using Kind = mention::Mention::Kind;
    for (const mention::Mention& mention : seen.view.mentions)
      if (mention.kind == Kind::private_person || mention.kind == Kind::nobody || mention.kind == Kind::medium)
        return ": " + quoted(seen, mention.begin, mention.end);
    return "";
  }

  std::string subject_of(const Seen& seen) const {
    if (seen.subject.found()) return "; the subject of the sentence is " + names(seen.subject.actors);
    return "; the subject of the sentence is nobody whom the actor list knows";
  }

  // An issue, and no statement about it.
  Finding without_candidate(std::size_t s, const IssueMatch& match) const {
    const Seen& seen = reading_.sentences[s];
    Finding finding;
    finding.sentence = s;
    finding.begin = finding.issue_begin = match.begin;
    finding.end = finding.issue_end = match.end;
    if (!in_document() && !holds(seen.subject)) {
      finding.stage = Stage::actor;
      finding.reason = "nothing in the text names " + wanted_.actor;
      return finding;
    }
    const HeadMatch* head = nearest_head(seen, match);
    if (!head) {
      finding.stage = Stage::stance;
      finding.reason = "no word of stance stands with " + quoted(seen, match.begin, match.end);
      for (const HeadMatch& inside : seen.view.heads)
        if (inside.begin >= match.begin && inside.end <= match.end)
          finding.reason = "the word of stance " + quoted(seen, inside.begin, inside.end) +
                           " is part of what was taken for the issue: " + quoted(seen, match.begin, match.end);
      return finding;
    }
    finding.head_begin = head->begin;
    finding.head_end = head->end;
    evidence::Blocked blocked;
    const auto targets = evidence::targets_from(seen.view, lexis_, head->end, &blocked);
    const bool reached = std::any_of(targets.begin(), targets.end(), [&](const evidence::Target& target) {
      return seen.view.issues[target.match].issue == issue_;
    });
    const std::string words = quoted(seen, head->begin, head->end);
    if (reached || head->begin >= match.end) {
      finding.stage = Stage::construction;
      finding.reason = words + " (" + program_.stances[head->stance].id + ") and " +
                       quoted(seen, match.begin, match.end) + " stand there, and no construction joins them";
      return finding;
    }
    finding.stage = Stage::way;
    finding.begin = blocked.by_verb ? blocked.token : head->end;
    finding.end = blocked.by_verb ? blocked.token + 1 : match.begin;
    finding.reason = "the way from " + words + " (" + program_.stances[head->stance].id + ") to " +
                     quoted(seen, match.begin, match.end) + " is blocked" +
                     (blocked.by_verb ? " by the verb " + quoted(seen, blocked.token, blocked.token + 1)
                                      : ": too far, or a clause ends between them");
    return finding;
  }

  // The stance word before the issue that stands nearest; else one behind it.
  const HeadMatch* nearest_head(const Seen& seen, const IssueMatch& match) const {
    const HeadMatch* best = nullptr;
    for (const HeadMatch& head : seen.view.heads) {
      if (head.begin >= match.begin && head.begin < match.end) continue;
      const bool before = head.end <= match.begin;
      if (!best || (before && (best->begin >= match.end || head.begin >= best->begin))) best = &head;
    }
    return best;
  }

  const Reading& reading_;
  const program::Program& program_;
  const lexicon::ActorTable& actors_;
  const mention::Lexis& lexis_;
  const Wanted& wanted_;
  lexicon::ActorIndex actor_;
  int sign_;
  std::uint32_t issue_ = lexicon::none;
};

}  // namespace

std::optional<int> sign_of(const program::Program& program, const std::string& stance) {
  for (const program::Stance& one : program.stances)
    if (one.id == stance) return one.sign;
  return std::nullopt;
}

Finding diagnose(const Reading& reading, const Sandbox& sandbox, const Wanted& wanted) {
  return Diagnosis(reading, sandbox, wanted).run();
}

}  // namespace demarche::why
