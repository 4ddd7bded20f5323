#include <algorithm>
#include <cctype>

#include "dsl/ast/statements.hpp"

// test and matrix: what is said with plain values.
namespace demarche::dsl::ast {

namespace {
// The numbers of a text, when nothing but signs stands between them.
std::vector<std::string> numbers(std::string_view text) {
  std::vector<std::string> found;
  bool inside = false;
  for (char c : text) {
    if (std::isalpha(static_cast<unsigned char>(c))) return {};
    const bool digit = std::isdigit(static_cast<unsigned char>(c)) != 0;
    if (digit && !inside) found.emplace_back();
    if (digit) found.back() += c;
    inside = digit;
  }
  return found;
}

std::string two_digits(const std::string& number) { return number.size() == 1 ? "0" + number : number; }

// What was meant by `2020-3-1`, `2020/03/01`, `"2020-03-01"`, and as a period by `2020-2021`; else empty.
std::string meant_date(std::string_view written, bool as_period) {
  const auto parts = numbers(written);
  if (parts.empty() || parts[0].size() != 4) return {};
  if (as_period && parts.size() == 2 && parts[1].size() == 4)
    return parts[0] < parts[1] ? parts[0] + " to " + parts[1] : "";
  if (parts.size() > 3 || (!as_period && parts.size() != 3)) return {};
  std::string text = parts[0];
  for (std::size_t i = 1; i < parts.size(); ++i) text += "-" + two_digits(parts[i]);
  return parse_period(text) ? text : std::string{};
}

void bad_date(const Line& line, std::string_view example, bool as_period) {
  auto& diagnostic = line.context().report(DiagnosticId::bad_date, quoted(line.raw()) + " is not a date", line.here());
  if (line.at_end()) diagnostic.message = "the date is missing here";
  diagnostic.help = "write " + std::string(example);
  const std::string meant = meant_date(line.raw(), as_period);
  if (meant.empty()) return;
  diagnostic.help = "write " + quoted(meant);
  if (is_string(line.kind())) diagnostic.help += ", without quotes";
  diagnostic.fixes.push_back({diagnostic.primary.span, meant});
}

// A string, or the rest of the line as it stands.
std::string value(Line& line) {
  if (auto text = line.string()) {
    line.expect_end();
    return text->text;
  }
  if (line.at_end()) {
    line.context().report(DiagnosticId::missing_part, "nothing is said here", line.here()).help =
        "put the words in quotes";
    return {};
  }
  // Blanks before a comment or the end of the line are no part of it.
  Span all{line.here().begin, line.context().tree[line.cell(line.size() - 1)].span.end};
  line.rest();
  return std::string(line.context().tree.text(all));
}

void read_speaking(Line& line, Test& test) {
  for (auto& name : line.names("an actor")) test.speaking.push_back(std::move(name));
  line.expect_end();
}

void read_date(Line& line, Test& test) {
  test.date = parse_date(line.raw());
  if (!test.date) {
    bad_date(line, "year, month and day: `date 2022-11-01`", false);
    line.rest();
    return;
  }
  line.skip();
  line.expect_end();
}

void read_title(Line& line, Test& test) { test.title = value(line); }
void read_source(Line& line, Test& test) { test.source = value(line); }
void read_speaker(Line& line, Test& test) { test.speaker = value(line); }

void read_text(Line& line, Test& test) {
  if (!is_string(line.kind())) {
    line.context().report(DiagnosticId::missing_part, "the text of a test stands in quotes", line.here()).help =
        "write `text \"...\"`, or `text \"\"\"...\"\"\"` when it has quotes of its own or several lines";
    line.rest();
    test.text = "";
    return;
  }
  test.text = line.string()->text;
  if (line.at_end()) return;
  auto& diagnostic =
      line.context().report(DiagnosticId::unexpected_text, "the text has ended at the quote before this", line.here());
  diagnostic.help = line.word() == "expect" ? "each line of a block stands on a line of its own"
                                            : "put a text with quotes of its own between `\"\"\"` and `\"\"\"`";
  line.rest();
}

void read_actor_stance_issue(Line& line, Expectation& expectation) {
  expectation.actor = line.name("an actor");
  expectation.stance = line.name("a stance");
  expectation.issue = line.name("an issue");
}

void read_expected_stance(Line& line, Expectation& expectation) {
  read_actor_stance_issue(line, expectation);
  expectation.strength = line.adverb();
  if (!line.skip_word("at")) return;
  if (auto words = line.string())
    expectation.at = words->text;
  else
    line.context().report(DiagnosticId::missing_part, "the words after `at` stand in quotes", line.here()).help =
        "write `at \"opposition\"`";
}

// `todo`, `todo "no verb for it yet"`
void read_todo(Line& line, Expectation& expectation) {
  expectation.todo = line.skip_word("todo");
  if (!expectation.todo || !is_string(line.kind())) return;
  const auto reason = line.string();
  expectation.todo_reason = reason->text;
  if (!reason->text.empty()) return;
  line.context().report(DiagnosticId::missing_part, "the reason behind `todo` is empty", reason->span).help =
      "say why it does not work yet, or leave the quotes away";
}

void read_expect(Line& line, Test& test) {
  Expectation expectation;
  expectation.span = line.span();
  read_todo(line, expectation);
  if (line.skip_word("nothing")) {
    bool rest = line.skip_word("else");
    expectation.kind = rest ? program::Expectation::Kind::nothing_else : program::Expectation::Kind::nothing;
  } else if (line.skip_word("not")) {
    expectation.kind = program::Expectation::Kind::absent;
    read_expected_stance(line, expectation);
  } else {
    read_expected_stance(line, expectation);
  }
  line.expect_end();
  test.expectations.push_back(std::move(expectation));
}

Span whole_span(const Item& item) {
  Span span = item.header.span();
  if (!item.lines.empty()) span.end = std::max(span.end, item.header.context().tree[item.lines.back()].span.end);
  return span;
}

constexpr LineReader<Test> test_readers[] = {
    {"speaking", read_speaking, true}, {"date", read_date, true},       {"title", read_title, true},
    {"source", read_source, true},     {"speaker", read_speaker, true}, {"text", read_text, true},
    {"expect", read_expect},
};

void read_rows(Line& line, Matrix& matrix) {
  matrix.rows = line.names_and_classes("an actor");
  line.expect_end();
}
void read_columns(Line& line, Matrix& matrix) {
  matrix.columns = line.names("an issue");
  line.expect_end();
}
// `"TASS", "Gazette"`, `except "TASS"`
void read_sources(Line& line, Matrix& matrix) {
  matrix.except_sources = line.skip_word("except");
  do {
    if (!is_string(line.kind())) {
      line.context().report(DiagnosticId::missing_part, "the name of a source stands in quotes", line.here()).help =
          "write `sources \"TASS\", \"Gazette\"`, as the documents name them, or `sources except \"TASS\"`";
      line.rest();
      return;
    }
    auto source = line.string();
    if (source->text.empty())
      line.context().report(DiagnosticId::missing_part, "the name of a source is empty", source->span).help =
          "leave it out: documents without a source have no name to be chosen by";
    else
      matrix.sources.push_back(std::move(*source));
  } while (line.skip_kind(NodeKind::comma) || line.skip_word("and"));
  line.expect_end();
}

void read_period(Line& line, Matrix& matrix) { matrix.period = period(line); }

void read_undated(Line& line, Matrix& matrix) {
  matrix.keep_undated = line.word() == "kept";
  if (line.word() != "kept" && line.word() != "dropped")
    line.context().report(DiagnosticId::bad_value, "undated documents are `kept` or `dropped`", line.here()).help =
        "write `undated kept` or leave the line away";
  if (!line.at_end()) line.skip();
  line.expect_end();
}

constexpr LineReader<Matrix> matrix_readers[] = {{"rows", read_rows, true},
                                                 {"columns", read_columns, true},
                                                 {"sources", read_sources, true},
                                                 {"period", read_period, true},
                                                 {"undated", read_undated, true}};

// One end of a period; nothing when it is no date.
std::optional<DateRange> one_period(Line& line) {
  auto range = parse_period(line.raw());
  if (range)
    line.skip();
  else
    bad_date(line, "a year, month or day: `2023`, `2023-05`, `2023-05-17`", true);
  return range;
}
}  // namespace

std::optional<DateRange> period(Line& line) {
  Span where = line.here();
  DateRange found;
  bool from = line.skip_word("from");
  bool until = !from && line.skip_word("until");
  auto first = one_period(line);
  if (!first) {
    line.rest();
    return std::nullopt;
  }
  found = until ? DateRange{std::nullopt, first->to} : DateRange{first->from, from ? std::nullopt : first->to};
  if (!until && (line.skip_word("to") || line.skip_word("until"))) {
    auto last = one_period(line);
    if (!last) {
      line.rest();
      return std::nullopt;
    }
    found.to = last->to;
    if (*found.to < *found.from) {
      where.end = line.span().end;
      line.context().report(DiagnosticId::reversed_dates, "this period ends before it begins", where).help =
          "write the earlier date first";
    }
  }
  line.expect_end();
  return found;
}

void read_test(Item& item, File& file) {
  Test test;
  test.span = whole_span(item);
  if (auto name = item.header.string())
    test.name = *name;
  else
    test.name = item.header.name("the name of the test, in quotes,");
  item.header.expect_end();
  require_block(item, "test \"a name\" { text \"...\" expect IRN opposes sanctions }");
  read_lines(item, test_readers, "a test", test);
  file.tests.push_back(std::move(test));
}

void read_matrix(Item& item, File& file) {
  Matrix matrix;
  matrix.name = item.header.name("the name of the matrix");
  matrix.title = optional_title(item.header);
  item.header.expect_end();
  require_block(item, "matrix NAME \"Title\" { rows IRN, RUS }");
  read_lines(item, matrix_readers, "a matrix", matrix);
  if (matrix.name) file.matrices.push_back(std::move(matrix));
}

}  // namespace demarche::dsl::ast
