#include "engine/evidence/unknown_names.hpp"

namespace demarche::evidence {

namespace {

using mention::Mention;
using mention::SentenceView;
using mention::Tag;
using program::WordRole;
using text::Token;

// Tokens, half open; empty when there is no name.
struct Run {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  bool empty() const { return begin >= end; }
};

constexpr std::uint32_t longest_apposition = 14;  // tokens between a name and its verb: "X, who leads the party, said"

class Finder {
 public:
  Finder(const SentenceView& view, const mention::Lexis& lexis) : view_(view), lexis_(lexis) {}

  void run(std::vector<UnknownName>& found) const {
    for (std::uint32_t t = 0; t < view_.size(); ++t) {
      if (is_verb_of_holder(t)) {
        const Run left = subject_before(t);
        // "..., said Khaled Foo": the subject stands behind.
        const Run run =
            left.empty() && view_.is(t, WordRole::speech_verb) && comes_after_quote(t) ? run_from(t + 1) : left;
        note(run, {t, t + 1}, found);
      } else if (view_.is(t, WordRole::according) && view_.role_lengths[t] > 0) {
        note(run_from(t + view_.role_lengths[t]), {t, t + view_.role_lengths[t]}, found);
      }
    }
  }

 private:
  bool is_verb_of_holder(std::uint32_t t) const {
    return view_.tags[t] == Tag::finite &&
           (view_.is(t, WordRole::speech_verb) || lexis_.is_stance_verb(view_.tokens[t].word));
  }

  bool comes_after_quote(std::uint32_t verb) const {
    return verb > 0 && (view_.tokens[verb - 1].has(Token::closes_quote) || view_.raw(verb - 1) == ",");
  }

  bool capital(std::uint32_t t) const {
    return t < view_.size() && view_.tokens[t].has(Token::capitalised) && !view_.tokens[t].has(Token::punctuation);
  }
  // What may stand inside a name: "Ahmad al-Foo", "Movement for the Future" is cut at "for".
  bool joins(std::uint32_t t) const {
    if (t >= view_.size()) return false;
    const auto word = view_.raw(t);
    return word == "-" || word == "al" || word == "el" || word == "bin" || word == "ibn" || word == "de" ||
           word == "da" || word == "van" || word == "von" || word == "of";
  }

  Run run_from(std::uint32_t at) const {
    while (at < view_.size() && view_.is(at, WordRole::determiner)) ++at;
    Run run{at, at};
    while (capital(run.end) || (joins(run.end) && (capital(run.end + 1) || joins(run.end + 1)))) ++run.end;
    while (!run.empty() && joins(run.end - 1)) --run.end;
    return run;
  }

  Run run_to(std::uint32_t end) const {
    Run run{end, end};
    while (run.begin > 0 && (capital(run.begin - 1) || (run.begin < end && joins(run.begin - 1)))) --run.begin;
    // "The Holy See", "In Geneva", at the beginning of a sentence.
    while (!run.empty() && (!capital(run.begin) || view_.is(run.begin, WordRole::determiner) ||
                            view_.is(run.begin, WordRole::preposition)))
      ++run.begin;
    return run;
  }

  // The name that ends where the verb group begins; phrases between ("on Monday", ", head of the party,") are left out.
  Run subject_before(std::uint32_t verb) const {
    std::uint32_t at = verb;
    while (at > 0 && is_part_of_verb_group(at - 1)) --at;
    for (int phrases = 0; phrases < 3 && at > 0; ++phrases) {
      if (view_.raw(at - 1) == ",") {
        const std::uint32_t before = comma_before(at - 1);
        if (before == at - 1) return {};
        at = before;
      }
      const Run run = run_to(at);
      if (run.empty()) return {};
      if (run.begin == 0 || !view_.is(run.begin - 1, WordRole::preposition)) return run;
      at = run.begin - 1;  // "in Geneva", "on Monday"
    }
    return {};
  }

  bool is_part_of_verb_group(std::uint32_t t) const {
    return view_.tags[t] == Tag::auxiliary || view_.is(t, WordRole::degree_adverb) || view_.is(t, WordRole::booster) ||
           view_.is(t, WordRole::negator) || view_.is(t, WordRole::auxiliary);
  }

  // The comma that opens an apposition which this one closes; the same one when there is none near.
  std::uint32_t comma_before(std::uint32_t comma) const {
    for (std::uint32_t at = comma; at > 0 && comma - at < longest_apposition; --at)
      if (view_.raw(at - 1) == ",") return at - 1;
    return comma;
  }

  // Names inside a mention that has found its actor, and words that have a job of their own, are known.
  bool known(const Run& run) const {
    for (const auto& hit : view_.names)
      if (hit.begin < run.end && run.begin < hit.end) return true;
    for (std::uint32_t t = run.begin; t < run.end; ++t) {
      const Mention* mention = view_.mention_at(t);
      if (mention && !(mention->kind == Mention::Kind::official && mention->actors.empty() &&
                       t >= mention->name_begin && t < mention->name_end))
        return true;
    }
    for (std::uint32_t t = run.begin; t < run.end; ++t)
      if (view_.is_content(t)) return false;
    return true;
  }

  static std::string one_line(std::string_view text) {
    std::string line;
    for (const char c : text) {
      const bool space = c == ' ' || c == '\n' || c == '\r' || c == '\t';
      if (!space)
        line += c;
      else if (!line.empty() && line.back() != ' ')
        line += ' ';
    }
    return line;
  }

  void note(const Run& run, const Run& verb, std::vector<UnknownName>& found) const {
    if (run.empty() || known(run)) return;
    std::uint32_t before = run.begin;
    while (before > 0 && view_.is(before - 1, WordRole::determiner)) --before;
    const bool first = before == 0 || view_.tokens[before - 1].has(Token::opens_quote);
    found.push_back({one_line(view_.raw(run.begin, run.end)), one_line(view_.raw(verb.begin, verb.end)),
                     one_line(view_.raw(0, view_.size())), first});
  }

  const SentenceView& view_;
  const mention::Lexis& lexis_;
};

}  // namespace

void find_unknown_names(const SentenceView& view, const mention::Lexis& lexis, std::vector<UnknownName>& found) {
  if (!view.sentence->heading && view.size() > 0) Finder(view, lexis).run(found);
}

}  // namespace demarche::evidence
