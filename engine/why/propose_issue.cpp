#include "engine/why/bench.hpp"
#include "engine/why/plausible.hpp"

// Changes of an issue: another line, one word more in a line, a condition less.
namespace demarche::why {

using program::IssuePattern;

namespace {

struct Side {
  IssuePattern::Kind kind;
  int side;
};

Side side_of(const std::string& keyword) {
  const bool deed = keyword.starts_with("deed");
  const bool against = keyword.ends_with("against");
  return {deed ? IssuePattern::Kind::deed : IssuePattern::Kind::about, against ? -1 : +1};
}

// Words at the ends that the pattern did not ask for say nothing of the issue.
void trim(const Seen& seen, std::uint32_t& begin, std::uint32_t& end) {
  while (begin < end && is_function_word(seen, begin)) ++begin;
  while (begin < end && is_function_word(seen, end - 1)) --end;
}

void add_line(const Look& look, const Seen& seen, std::uint32_t begin, std::uint32_t end, Side side,
              const Writer& writer, std::vector<Trial>& out) {
  trim(seen, begin, end);
  if (begin >= end || !may_be_issue(seen, begin, end, side.kind == IssuePattern::Kind::deed)) return;
  const Head head = side.kind == IssuePattern::Kind::deed ? Head::verb : Head::noun;
  const auto pattern = writer.write(seen, begin, end, head);
  if (!pattern) return;
  out.push_back(issue_trial(look.bench.wanted.issue, side.kind, side.side, *pattern));
}

// The words that a pattern met instead of its element, as a pattern of their own; where they are one word of content.
std::optional<program::Pattern> met_words(const Near& near, const Seen& seen, const Writer& writer) {
  if (near.alignment.differences.size() != 1) return std::nullopt;
  const Difference& difference = near.alignment.differences.front();
  if (difference.kind == Difference::Kind::not_there || is_function_word(seen, difference.begin)) return std::nullopt;
  return writer.write(seen, difference.begin, difference.end, Head::noun);
}

void add_in_place(const Look& look, const Near& near, const Seen& seen, const Writer& writer, Trial& trial) {
  const auto met = met_words(near, seen, writer);
  if (!met) return;
  trial.edit.in_place = widened(near, met->source);
  const Side side = side_of(near.what);
  trial.in_place = issue_trial(look.bench.wanted.issue, side.kind, side.side, widened(near, *met)).rules;
}

void add_near(const Look& look, const Writer& writer, std::vector<Trial>& out) {
  constexpr std::size_t most = 4;
  for (const Near& near : nearest_of_issue(look.search(most), look.bench.wanted.issue)) {
    const Seen& seen = look.reading.sentences[near.sentence];
    const std::size_t before = out.size();
    add_line(look, seen, near.alignment.begin, near.alignment.end, side_of(near.what), writer, out);
    if (out.size() == before) continue;
    out.back().nearest = describe(near, seen);
    out.back().edit.place = near.pattern->place;
    add_in_place(look, near, seen, writer, out.back());
  }
}

bool ends_phrase(const Seen& seen, std::uint32_t t) {
  const auto& view = seen.view;
  const mention::Tag tag = view.tags[t];
  return view.tokens[t].has(text::Token::punctuation) || tag == mention::Tag::finite ||
         tag == mention::Tag::auxiliary || view.is(t, program::WordRole::clause_opener) ||
         view.is(t, program::WordRole::relative) || view.is(t, program::WordRole::conjunction);
}

// Nothing is near: what the stance words of the text speak of.
void add_objects(const Look& look, const Writer& writer, std::vector<Trial>& out) {
  constexpr std::uint32_t longest = 6;
  constexpr std::size_t most = 12;
  std::size_t count = 0;
  for (const Seen& seen : look.reading.sentences)
    for (const mention::HeadMatch& head : seen.view.heads) {
      std::uint32_t end = head.end;
      while (end < seen.view.size() && end < head.end + longest && !ends_phrase(seen, end)) ++end;
      if (end == head.end || ++count > most) continue;
      add_line(look, seen, head.end, end, {IssuePattern::Kind::about, +1}, writer, out);
      // Without what is in a phrase of its own: "the measures in the region".
      for (std::uint32_t t = head.end + 1; t < end; ++t)
        if (seen.view.is(t, program::WordRole::preposition)) {
          add_line(look, seen, head.end, t, {IssuePattern::Kind::about, +1}, writer, out);
          break;
        }
    }
}

// The match with a word more to its left, as the other side of the issue: leftmost and longest wins.
void add_other_side(const Look& look, const Writer& writer, std::vector<Trial>& out) {
  const Seen& seen = look.seen();
  const Finding& finding = look.finding;
  if (finding.issue_begin >= finding.issue_end) return;
  int side = +1;
  for (const mention::IssueMatch& match : seen.view.issues)
    if (match.begin == finding.issue_begin && match.end == finding.issue_end) side = match.side;
  for (std::uint32_t more = 1; more <= 3 && more <= finding.issue_begin; ++more) {
    const std::uint32_t begin = finding.issue_begin - more;
    if (ends_phrase(seen, begin)) return;
    if (!is_function_word(seen, begin))
      add_line(look, seen, begin, finding.issue_end, {IssuePattern::Kind::about, -side}, writer, out);
  }
}

}  // namespace

void propose_issue(const Look& look, std::vector<Trial>& out) {
  const Writer writer(look.sandbox.program());
  if (look.finding.stage == Stage::sign) {
    if (look.has_sentence()) add_other_side(look, writer, out);
    return;
  }
  add_near(look, writer, out);
  add_objects(look, writer, out);
}

namespace {

Trial removal(const std::string& statement, const program::Place& place) {
  Trial trial;
  trial.edit.statement = statement;
  trial.edit.is_statement = false;
  trial.edit.place = place;
  return trial;
}

std::string sources(const program::Condition& condition) {
  std::string text;
  for (const program::Pattern& pattern : condition.patterns) text += (text.empty() ? "" : ", ") + pattern.source;
  constexpr std::size_t longest = 60;  // bytes
  if (text.size() > longest) text = text.substr(0, longest) + " ...";
  return text;
}

void add_removals(const std::string& issue, const char* keyword, const std::vector<program::Condition>& conditions,
                  std::vector<program::Condition> program::Issue::*list, std::vector<Trial>& out) {
  for (std::size_t i = 0; i < conditions.size(); ++i) {
    if (conditions[i].patterns.empty()) continue;
    Trial trial = removal(std::string("without `") + keyword + " " + sources(conditions[i]) + "`", conditions[i].place);
    trial.rules = [issue, list, i](program::Program& program) {
      for (program::Issue& one : program.issues)
        if (one.id == issue) (one.*list).erase((one.*list).begin() + static_cast<std::ptrdiff_t>(i));
    };
    trial.nearest = Nearest{keyword, issue, sources(conditions[i]), conditions[i].place, {}, {}, 0};
    out.push_back(std::move(trial));
  }
}

void add_neighbours(const program::Issue& issue, std::vector<Trial>& out) {
  for (std::size_t p = 0; p < issue.patterns.size(); ++p) {
    const program::IssuePattern& pattern = issue.patterns[p];
    if (pattern.neighbours.empty()) continue;
    Trial trial =
        removal("without what `" + pattern.pattern.source + "` asks of its neighbours", pattern.pattern.place);
    trial.nearest = Nearest{"about", issue.id, pattern.pattern.source, pattern.pattern.place, {}, {}, 0};
    trial.rules = [id = issue.id, p](program::Program& program) {
      for (program::Issue& one : program.issues)
        if (one.id == id) one.patterns[p].neighbours.clear();
    };
    out.push_back(std::move(trial));
  }
}

}  // namespace

void propose_conditions(const Look& look, std::vector<Trial>& out) {
  for (const program::Issue& issue : look.sandbox.program().issues) {
    if (issue.id != look.bench.wanted.issue) continue;
    add_removals(issue.id, "needs", issue.needs, &program::Issue::needs, out);
    add_removals(issue.id, "unless", issue.unless, &program::Issue::unless, out);
    add_removals(issue.id, "after", issue.after, &program::Issue::after, out);
    add_neighbours(issue, out);
    if (issue.not_in.empty()) continue;
    Trial trial = removal("without its `not in`", issue.place);
    trial.rules = [id = issue.id](program::Program& program) {
      for (program::Issue& one : program.issues)
        if (one.id == id) one.not_in.clear();
    };
    out.push_back(std::move(trial));
  }
}

}  // namespace demarche::why
