#include "dsl/ast/pattern.hpp"
#include "dsl/ast/statements.hpp"

namespace demarche::dsl::ast {

namespace {
// `every isue`, `all issues`: two words that mean one thing have one message.
void misspelt_every_issue(Line& line) {
  const std::string written = std::string(line.word()) + " " + std::string(line.word(1));
  Span both = line.here();
  line.skip();
  both.end = line.here().end;
  line.skip();
  auto& diagnostic = line.context().report(DiagnosticId::unknown_issue, "unknown issue " + quoted(written), both);
  suggest(diagnostic, written, {"every issue"});
  if (diagnostic.help.empty())
    diagnostic.help = "write `every issue`, or the names of issues, with commas between them";
}

bool is_strength(std::string_view word) { return word == "weakly" || word == "plainly" || word == "strongly"; }

void read_issues(Line& line, Head& head) {
  if (line.word() == "every" && line.word(1) == "issue") {
    line.skip();
    line.skip();
    head.every_issue = true;
  } else if (line.word(1) == "issue" || line.word(1) == "issues" ||
             (line.word() == "every" && !line.word(1).empty() && !is_strength(line.word(1)))) {
    misspelt_every_issue(line);
  } else {
    head.issues = line.names("an issue");
  }
}

// A word that no id of an actor looks like: `opposes`, `takes-a-side`.
bool is_like_stance(std::string_view word) {
  return word == "takes-a-side" || (!word.empty() && word[0] >= 'a' && word[0] <= 'z' && word.ends_with("s"));
}

// `IRN, RUS, opposes X`: the last name of the list is the stance. True when it was reported; the stance is taken.
bool comma_before_stance(const Line& line, Head& head) {
  if (head.is_class || head.subjects.size() < 2 || !is_like_stance(head.subjects.back().text)) return false;
  const bool rest_is_issue = line.word() == "on" || line.kind(1) != NodeKind::word || is_strength(line.word(1));
  if (line.word().empty() || !rest_is_issue) return false;
  head.stance = head.subjects.back();
  head.subjects.pop_back();
  const auto& stance = head.stance;
  line.context()
      .report(DiagnosticId::unexpected_text, "no comma stands before the stance " + quoted(stance.text), stance.span)
      .help = "take away the comma before it: `" + head.subjects.back().text + " " + stance.text + " ...`";
  return true;
}

// `actor strongly opposes X`: the strength is taken as if it stood where it belongs.
std::optional<program::Strength> misplaced_strength(Line& line) {
  if (!is_strength(line.word()) || line.word(1).empty()) return std::nullopt;
  const std::string word(line.word());
  auto& diagnostic = line.context().report(DiagnosticId::bad_strength,
                                           quoted(word) + " does not stand before the stance", line.here());
  diagnostic.help = "write it behind the issue: `actor opposes sanctions " + word + "`";
  return line.adverb();
}

// `actor does not oppose X`, `actor not opposes X`: true when it was reported.
bool negated_stance(Line& line) {
  const std::size_t ahead = line.word() == "not" ? 0 : 1;
  if (line.word(ahead) != "not" || line.word(ahead + 1).empty()) return false;
  Span all = line.here();
  std::string written;
  for (std::size_t i = 0; i < ahead + 2; ++i) {
    written += (i == 0 ? "" : " ") + std::string(line.word());
    all.end = line.here().end;
    line.skip();
  }
  auto& diagnostic = line.context().report(DiagnosticId::unknown_stance, "unknown stance " + quoted(written), all);
  diagnostic.notes.push_back("a rule says what is found; what no rule finds is not coded");
  diagnostic.help = "write the stance that is meant, or leave the line away; what must not count stands in `ignore`";
  line.rest();
  return true;
}

std::string as_read(const Head& head) {
  std::string text = head.subjects.empty() ? "any actor" : "actor ";
  for (const auto& subject : head.subjects)
    text += (&subject == &head.subjects.front() ? "" : ", ") + quoted(subject.text);
  text += "; stance " + quoted(head.stance.text) + "; issue ";
  if (head.every_issue) text += "`every issue`";
  for (const auto& issue : head.issues) text += (&issue == &head.issues.front() ? "" : ", ") + quoted(issue.text);
  return text;
}

// SUBJECT has been read: `opposes X strongly`, `takes-a-side on every issue`.
void read_predicate(Line& line, Head& head) {
  if (negated_stance(line)) return;
  const auto before = misplaced_strength(line);
  if (!comma_before_stance(line, head)) head.stance = line.name("a stance");
  if (!head.stance) {
    line.rest();
    return;
  }
  line.skip_word("on");
  read_issues(line, head);
  head.strength = line.adverb();
  if (!head.strength && before) head.strength = before;
  if (!line.at_end() && (!head.strength || before)) {
    auto& diagnostic =
        line.context().report(DiagnosticId::bad_strength, quoted(line.raw()) + " is not a strength", line.here());
    suggest(diagnostic, line.word(), {"weakly", "plainly", "strongly"});
    diagnostic.notes.push_back("after the issue only weakly, plainly or strongly may stand");
    if (diagnostic.help.empty()) {
      diagnostic.notes.push_back("read so far: " + as_read(head));
      diagnostic.help = "write who, the stance and the issues in this order; commas stand between several names";
      head.stance = {};  // the words stand in other places than they were read in
    }
    line.rest();
  }
}

// `every actor`, `all actors`
bool is_like_any_actor(const Line& line) {
  return line.word() != "actor" && !line.word().empty() && (line.word(1) == "actor" || line.word(1) == "actors");
}

void read_subject(Line& line, Head& head) {
  if (line.kind() == NodeKind::reference) {
    head.is_class = true;
    auto text = line.raw().substr(1);
    if (!text.empty() && text.back() == '>') text.remove_suffix(1);
    head.subjects.push_back({std::string(text), line.here()});
    line.skip();
  } else if (is_like_any_actor(line)) {
    Span both = line.here();
    const std::string written = std::string(line.word()) + " " + std::string(line.word(1));
    line.skip();
    both.end = line.here().end;
    line.skip();
    line.context().report(DiagnosticId::unknown_actor, "unknown actor " + quoted(written), both).help =
        "write `actor`: it stands for every actor";
  } else if (!line.skip_word("actor")) {
    head.subjects = line.names("an actor");
  }
}

Head read_head(Line& line) {
  Head head;
  head.span = line.span();
  read_subject(line, head);
  read_predicate(line, head);
  return head;
}

void read_when(Line& line, Rule& rule) { rule.when.push_back(condition(line, false)); }
void read_unless(Line& line, Rule& rule) { rule.unless.push_back(condition(line, false)); }

void read_actors(Line& line, Rule& rule) {
  auto& list = line.skip_word("except") ? rule.except : rule.actors;
  for (auto& name : line.names("an actor")) list.push_back(std::move(name));
  line.expect_end();
}

void read_dates(Line& line, Rule& rule) {
  if (auto range = period(line)) rule.dates.push_back(*range);
}

constexpr LineReader<Rule> readers[] = {
    {"when", read_when}, {"unless", read_unless}, {"actors", read_actors}, {"dates", read_dates}};

bool is_condition(std::string_view keyword) {
  for (const auto& reader : readers)
    if (reader.keyword == keyword) return true;
  return false;
}

// `actr oppose sanctions`: the slip in the first word is told of where actors are looked up, with all else in the line.
bool is_nearly_actor(const Line& line) { return !nearest(line.word(), {"actor"}).empty(); }

// The head is the one line without a keyword; it is taken out of the item.
void take_head(Item& item, Rule& rule) {
  std::erase_if(item.lines, [&](NodeIndex node) {
    Line line(item.header.context(), node);
    if (is_condition(line.word()) || !(looks_like_rule(line) || is_nearly_actor(line))) return false;
    if (rule.head)
      repeated_line(line, "the statement", rule.head->span);
    else
      rule.head = read_head(line);
    return true;
  });
}

void read_rule_block(Item& item, File& file, bool ignore) {
  Rule rule;
  rule.ignore = ignore;
  rule.span = item.header.span();
  rule.name = item.header.name(ignore ? "the name of what is ignored" : "the name of the rule");
  item.header.expect_end();
  require_block(item, ignore ? "ignore NAME { actor opposes ISSUE when WORDS }" : "rule NAME { actor opposes ISSUE }");
  take_head(item, rule);
  read_lines(item, readers, ignore ? "an ignore block" : "a rule", rule);
  if (!rule.head && item.has_block) {
    auto& diagnostic = item.header.context().report(DiagnosticId::rule_without_statement,
                                                    "this block does not say who takes which side on what", rule.span);
    diagnostic.help = "add a line like `actor opposes sanctions`";
  }
  if (rule.name && rule.head) file.rules.push_back(std::move(rule));
}
}  // namespace

bool looks_like_rule(const Line& line) {
  if (line.word() == "actor" || line.kind() == NodeKind::reference || is_like_any_actor(line)) return true;
  // `IRN opposes X`, `IRN, RUS oppose X`: a list of names, then two more words.
  std::size_t i = 0;
  while (line.kind(i) == NodeKind::word && line.kind(i + 1) == NodeKind::comma) i += 2;
  if (line.kind(i) != NodeKind::word || line.kind(i + 1) != NodeKind::word) return false;
  bool capital = line.word()[0] >= 'A' && line.word()[0] <= 'Z';
  // `IRN, RUS, opposes X` has a comma too many.
  if (i > 0 && capital && is_like_stance(line.word(i))) return true;
  if (line.kind(i + 2) != NodeKind::word) return false;
  return capital || line.word(1).ends_with("s") || line.word(1) == "takes-a-side";
}

void read_bare_rule(Item& item, File& file) {
  refuse_block(item);
  Rule rule;
  rule.span = item.header.span();
  rule.head = read_head(item.header);
  if (rule.head->stance) file.rules.push_back(std::move(rule));
}

void read_rule(Item& item, File& file) { read_rule_block(item, file, false); }
void read_ignore(Item& item, File& file) { read_rule_block(item, file, true); }

}  // namespace demarche::dsl::ast
