#include "dsl/format/format.hpp"
#include "tests/golden.hpp"

// What the one layout looks like: docs/language.md, "Layout".
namespace demarche {
namespace {

std::string laid_out(const std::string& text) {
  const auto formatted = dsl::format_rules(text);
  CHECK(formatted.same);
  CHECK(dsl::format_rules(formatted.text).text == formatted.text);
  return formatted.text;
}

TEST_CASE("layout: statements at the margin, blanks within a statement") {
  CHECK(laid_out("   import   \"world\"") == "import \"world\"\n");
  CHECK(laid_out("phrase a=b|c  |( d |e)? f ? ..6 g..h") == "phrase a = b | c | (d | e)? f? ..6 g .. h\n");
  CHECK(laid_out("IRN ,RUS oppose  x,y   strongly") == "IRN, RUS oppose x, y strongly\n");
  CHECK(laid_out("phrase a = < actor   in EU >'s b | (c)-d | e:noun | f :noun | non- <x>") ==
        "phrase a = <actor in EU>'s b | (c)-d | e:noun | f :noun | non- <x>\n");
  CHECK(laid_out("phrase a = \"b  c\"d\"e\"") == "phrase a = \"b  c\" d \"e\"\n");
  CHECK(laid_out("group g=ARM,AZE,\n IRN") == "group g = ARM, AZE,\n  IRN\n");
}

TEST_CASE("layout: a block's values begin in the column of its kind") {
  CHECK(laid_out("issue a \"A\"\n{\nabout b\n  deed against c\nnot in d,e\n}") ==
        "issue a \"A\" {\n  about    b\n  deed against  c\n  not in   d, e\n}\n");
  CHECK(laid_out("rule r {\n actor opposes a\n when <actor> says [<issue> b]\n}") ==
        "rule r {\n  actor opposes a\n  when     <actor> says [ <issue> b ]\n}\n");
  CHECK(laid_out("stance s {\n sign -\n verb strong a | b\n verb weak c\n}") ==
        "stance s {\n  sign       -\n  verb strong  a | b\n  verb weak  c\n}\n");
  CHECK(laid_out("test \"t\" {\n speaking IRN\n text \"x\"\n expect nothing else\n}") ==
        "test \"t\" {\n  speaking IRN\n  text     \"x\"\n  expect   nothing else\n}\n");
  CHECK(laid_out("extend construction c {\n form <a>\n gives same\n}") ==
        "extend construction c {\n  form  <a>\n  gives same\n}\n");
  CHECK(laid_out("isue a {\n  about    b\n}") == "isue a {\n  about b\n}\n");
}

TEST_CASE("layout: a short block stays on its line, a long one does not, an open one is not closed up") {
  CHECK(laid_out("issue a   {about b|c}") == "issue a { about b | c }\n");
  CHECK(laid_out("issue a\n  { about b }") == "issue a { about b }\n");
  CHECK(laid_out("issue a {\n about b }") == "issue a {\n  about    b\n}\n");
  CHECK(laid_out("issue a { }") == "issue a {}\n");
  const std::string words(60, 'w');
  CHECK(laid_out("issue a { about " + words + " " + words + " }") ==
        "issue a {\n  about    " + words + " " + words + "\n}\n");
  CHECK(laid_out("issue a { about b } issue c { about d }") == "issue a { about b }\nissue c { about d }\n");
}

TEST_CASE("layout: comments and empty lines stay, runs of empty lines become one") {
  CHECK(laid_out("\n\n# a\n\n\n\n# b  \nissue x {   # c\n\n  # d\n  about y   # e\n\n\n  about z\n\n}   # f\n\n\n") ==
        "# a\n\n# b\nissue x {  # c\n\n  # d\n  about    y  # e\n\n  about    z\n}  # f\n");
  CHECK(laid_out("issue x # why\n# and how\n{ # so\n about y\n}\n") ==
        "issue x {  # why\n  # and how\n  # so\n  about    y\n}\n");
  CHECK(laid_out("phrase a = b # one\n # two\n | c # three\n") == "phrase a = b  # one\n  # two\n  | c  # three\n");
  CHECK(laid_out("phrase a = (b | # one\n c\n d)\n") == "phrase a = (b  # one\n    | c d)\n");
  CHECK(laid_out("issue x { about y\n# last\n}") == "issue x {\n  about    y\n  # last\n}\n");
}

TEST_CASE("layout: neighbours are aligned at `=` and at their comments") {
  CHECK(laid_out("phrase a = b # x\nphrase long = c # y\nphrase d = e\n\nphrase f = g") ==
        "phrase a    = b  # x\nphrase long = c  # y\nphrase d    = e\n\nphrase f = g\n");
  CHECK(laid_out("phrase a = b\n# between\nphrase long = c\nturn flips = d <issue>") ==
        "phrase a = b\n# between\nphrase long = c\nturn flips = d <issue>\n");
  const std::string words(90, 'w');
  CHECK(laid_out("phrase a = b # x\nphrase c = " + words + " # y\nphrase ddd = e # z") ==
        "phrase a   = b  # x\nphrase c   = " + words + "  # y\nphrase ddd = e  # z\n");
}

TEST_CASE("layout: what is too long is broken before `|`, outside brackets first") {
  std::string list = "alternative-0";
  for (int i = 1; i < 12; ++i) list += " | alternative-" + std::to_string(i);
  CHECK(laid_out("issue a {\n about " + list + "\n}") ==
        "issue a {\n  about    alternative-0 | alternative-1 | alternative-2 | alternative-3 | alternative-4 | "
        "alternative-5 | alternative-6\n           | alternative-7 | alternative-8 | alternative-9 | alternative-10 | "
        "alternative-11\n}\n");
  const std::string half(50, 'w');
  CHECK(laid_out("phrase a = b | (" + half + " | " + half + ") | (c | " + half + ") d") ==
        "phrase a = b | (" + half + " | " + half + ")\n  | (c | " + half + ") d\n");
  CHECK(laid_out("phrase a = (" + half + " | " + half + " | c) d | e") ==
        "phrase a = (" + half + " | " + half + "\n    | c) d | e\n");
  CHECK(laid_out("matrix m {\n rows " + half + "," + half + ",x," + "yyyy,\nz\n}") ==
        "matrix m {\n  rows     " + half + ", " + half + ", x,\n           yyyy, z\n}\n");
  CHECK(laid_out("phrase a = " + half + half + half + "\n") == "phrase a = " + half + half + half + "\n");
}

TEST_CASE("layout: lines that were broken before `|` stay broken, other line ends go") {
  CHECK(laid_out("phrase a = (b |\n c\n | d)") == "phrase a = (b\n    | c\n    | d)\n");
  CHECK(laid_out("phrase a = (b\n\tc\n) d") == "phrase a = (b c) d\n");
  CHECK(laid_out("phrase a =\n | b\n\n\n | (c\n | d)") == "phrase a =\n  | b\n  | (c\n    | d)\n");
  CHECK(laid_out("group g = ARM,\n  text , IRN") == "group g = ARM,\n  text, IRN\n");
}

TEST_CASE("layout: texts stay byte for byte") {
  const std::string text = "\"\"\"\n      He said:   \"We reject it.\"\n\n\n   # no comment  \n \"\"\"";
  CHECK(laid_out("test \"t\" {\n text " + text + " # c\nexpect nothing\n}") ==
        "test \"t\" {\n  text     " + text + "  # c\n  expect   nothing\n}\n");
  CHECK(laid_out("test \"t\" {\n title   On   sanctions | x  # c\n}") ==
        "test \"t\" {\n  title    On   sanctions | x  # c\n}\n");
}

TEST_CASE("layout: quotes of a word processor become straight ones") {
  CHECK(laid_out("phrase a = \u201Cred  line\u201D | \u201Eb\"") == "phrase a = \"red  line\" | \"b\"\n");
}

TEST_CASE("layout: a file with both sides of a merge stays as it is") {
  const std::string text = "issue a{\n<<<<<<< HEAD\nabout   b\n=======\nabout   c\n>>>>>>> other\n}\n";
  const auto formatted = dsl::format_rules(text);
  CHECK(formatted.text == text);
  CHECK(formatted.kept == 1);
  CHECK(laid_out("issue a{\n# =======\nabout   b\n}") == "issue a {\n  # =======\n  about    b\n}\n");
}

TEST_CASE("layout: what cannot be read stays as it is, the rest is laid out") {
  const auto formatted = dsl::format_rules(
      "phrase   a=b\n\n\nissue x  {\n about ( c  |d   # e\n    about  f|g\n}\n   phrase h  = \"i   # j\nphrase k=l\n");
  CHECK(formatted.kept == 2);
  CHECK(formatted.same);
  CHECK(formatted.text ==
        "phrase a = b\n\nissue x {\n about ( c  |d   # e\n  about    f | g\n}\n   phrase h  = \"i   # j\n"
        "phrase k = l\n");
  const auto open = dsl::format_rules("issue  x {\n   about  y\n\nissue z{about w}\n");
  CHECK(open.kept == 1);
  CHECK(open.text == "issue  x {\n   about  y\n\nissue z { about w }\n");
  const auto nested = dsl::format_rules("issue  x {\n   about  y {  z }\n }\nphrase a=b");
  CHECK(nested.text == "issue  x {\n   about  y {  z }\n }\nphrase a = b\n");
  CHECK(dsl::format_rules("issue a { about b } }\nphrase  c=d").text == "issue a { about b } }\nphrase c = d\n");
}

TEST_CASE("layout: the example of the reference is laid out") {
  const auto document = test::read_file(std::string(DEMARCHE_SOURCE_DIR) + "/docs/language.md");
  const auto section = document.find("## Layout");
  REQUIRE(section != std::string::npos);
  const std::string fence = "```stance\n";
  const auto begin = document.find(fence, section) + fence.size();
  const auto example = document.substr(begin, document.find("```", begin) - begin);
  CHECK(example.size() > 500);
  CHECK(laid_out(example) == example);
}

TEST_CASE("layout: line ends, byte order marks, files of nothing") {
  CHECK(laid_out("").empty());
  CHECK(laid_out("\n \t\n\n").empty());
  CHECK(laid_out("\xEF\xBB\xBFphrase a=b") == "phrase a = b\n");
  CHECK(laid_out("phrase a=b\r\nphrase c=d\nissue e {\r\n about f\r\n}") ==
        "phrase a = b\r\nphrase c = d\r\nissue e {\r\n  about    f\r\n}\r\n");
  CHECK(laid_out("phrase\ta\u00A0=\u200Bb") == "phrase a = b\n");
  CHECK(laid_out("# only a comment") == "# only a comment\n");
}

}  // namespace
}  // namespace demarche
