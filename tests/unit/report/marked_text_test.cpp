#include "engine/report/marked_text.hpp"

#include "tests/catch.hpp"

using namespace demarche::report;
using Range = demarche::evidence::Range;

namespace {

// The range of some words, in code points.
Range range_of(const std::string& text, const std::string& words) {
  const auto count = [](std::string_view part) {
    std::uint32_t number = 0;
    for (const char c : part) number += (static_cast<unsigned char>(c) & 0xC0) != 0x80;
    return number;
  };
  const auto at = text.find(words);
  REQUIRE(at != std::string::npos);
  return {count(text.substr(0, at)), count(text.substr(0, at + words.size()))};
}

MarkedTextOptions narrow(std::size_t width) {
  MarkedTextOptions options;
  options.width = width;
  options.indent = 2;
  return options;
}

}  // namespace

TEST_CASE("marked words are underlined, each with its sign") {
  const std::string text = "Iran flatly rejected the sanctions.";
  CHECK(marked_text(text,
                    {{range_of(text, "Iran"), Mark::holder},
                     {range_of(text, "rejected"), Mark::stance},
                     {range_of(text, "sanctions"), Mark::issue}},
                    narrow(60)) ==
        "  Iran flatly rejected the sanctions.\n"
        "  ====        ^^^^^^^^     ~~~~~~~~~\n");
}

TEST_CASE("where marks overlap the stance wins over the issue, the issue over who") {
  CHECK(marked_text("abcdef", {{{0, 4}, Mark::stance}, {{2, 6}, Mark::issue}, {{0, 6}, Mark::other}}, narrow(60)) ==
        "  abcdef\n  ^^^^~~\n");
}

TEST_CASE("long lines are broken between words, and marks go with their words") {
  const std::string text = "The foreign minister of Iran rejected the unilateral sanctions.";
  CHECK(marked_text(text, {{range_of(text, "unilateral sanctions"), Mark::issue}}, narrow(24)) ==
        "  The foreign minister\n"
        "  of Iran rejected the\n"
        "  unilateral sanctions.\n"
        "  ~~~~~~~~~~~~~~~~~~~~\n");
  // A word longer than a line is cut.
  CHECK(marked_text("abcdefghijklmnop", {{{9, 11}, Mark::stance}}, narrow(12)) ==
        "  abcdefghij\n           ^\n  klmnop\n  ^\n");
}

TEST_CASE("paragraphs stay, and their indentation and repeated empty lines go") {
  CHECK(marked_text("\n\n  One.\n\n\n\tTwo.\r\n\n", {}, narrow(40)) == "  One.\n\n  Two.\n");
  CHECK(marked_text("", {}, narrow(40)).empty());
}

TEST_CASE("wide characters take two columns and combining marks none") {
  const std::string text = "漢字 cafe\u0301 rejected";
  CHECK(marked_text(text, {{range_of(text, "rejected"), Mark::stance}, {range_of(text, "漢"), Mark::holder}},
                    narrow(40)) ==
        "  漢字 cafe\u0301 rejected\n"
        "  ==        ^^^^^^^^\n");
}

TEST_CASE("in a line that runs from right to left the marked words are named") {
  const std::string text = "טהרן rejected it";
  CHECK(marked_text(text, {{range_of(text, "טהרן"), Mark::holder}, {range_of(text, "rejected"), Mark::stance}},
                    narrow(40)) == "  טהרן rejected it\n  who \"טהרן\", stance \"rejected\"\n");
}

TEST_CASE("nothing of a text can steer the terminal") {
  CHECK(marked_text("a\x1b[31mb\u202Ec\x7F", {}, narrow(40)) == "  a?[31mb?c?\n");
}

TEST_CASE("in colours there is no line of signs") {
  MarkedTextOptions options = narrow(40);
  options.colour = true;
  CHECK(marked_text("Iran left", {{{0, 4}, Mark::holder}}, options) == "  \x1b[1;35mIran\x1b[0m left\n");
}

TEST_CASE("a long text shows what lies near its marks") {
  std::string text;
  for (int i = 0; i < 20; ++i) text += "Line " + std::to_string(i) + ".\n";
  CHECK(marked_text(text, {{range_of(text, "Line 9."), Mark::stance}}, narrow(40)) ==
        "  ...\n  Line 8.\n  Line 9.\n  ^^^^^^^\n  Line 10.\n  ...\n");
  const std::string unmarked = marked_text(text, {}, narrow(40));
  CHECK(unmarked.find("  Line 7.\n  ...\n") != std::string::npos);
  CHECK(unmarked.find("Line 8") == std::string::npos);
}

TEST_CASE("marks beyond the text are cut, not followed") {
  CHECK(marked_text("abc", {{{1, 900}, Mark::issue}, {{800, 900}, Mark::stance}}, narrow(40)) == "  abc\n   ~~\n");
}
