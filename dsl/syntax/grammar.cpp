// The only translation unit that sees PEGTL. The grammar describes the shape of a file (items, lines, blocks, cells),
// not the meaning of a line: keywords are contextual, so that every word may stand in a pattern. No rule throws and
// none gives up: what is wrong becomes a node of its own, and the rest of the file is read as if it had been right.
#include <cstring>
#include <tao/pegtl.hpp>
#include <tao/pegtl/contrib/analyze.hpp>

#include "dsl/syntax/parse.hpp"

namespace demarche::dsl::syntax {

namespace pegtl = tao::pegtl;

namespace {

// What the control class below writes while the grammar runs.
struct Builder {
  std::vector<Node> nodes;
  std::vector<NodeIndex> open;
  const char* begin = nullptr;
  std::size_t depth = 0;  // of brackets
};

namespace grammar {
using namespace pegtl;

// Blanks, also those that word processors and browsers leave: no-break space, zero-width space, byte order mark.
struct blank : sor<one<' ', '\t', '\r', '\f', '\v'>, utf8::one<0xA0, 0x200B, 0x202F, 0xFEFF>> {};
struct newline : one<'\n'> {};
struct comment : seq<one<'#'>, star<not_one<'\n'>>> {};
struct trivia : star<sor<blank, newline, comment>> {};
// The same without nodes, to look ahead.
struct ahead_comment : seq<one<'#'>, star<not_one<'\n'>>> {};
struct ahead : star<sor<blank, newline, ahead_comment>> {};

// A statement goes on in the next line that begins with `|`; a block may open on the next line.
struct continued : seq<at<opt<ahead_comment>, newline, ahead, one<'|'>>, opt<comment>, newline, trivia> {};
struct before_block : seq<at<ahead, one<'{'>>, trivia> {};

// Words that begin a statement. A bracket that is still open before such a line has lost its end.
struct line_keyword : seq<sor<TAO_PEGTL_KEYWORD("about"), TAO_PEGTL_KEYWORD("deed"), TAO_PEGTL_KEYWORD("against"),
                              TAO_PEGTL_KEYWORD("needs"), TAO_PEGTL_KEYWORD("unless"), TAO_PEGTL_KEYWORD("when"),
                              TAO_PEGTL_KEYWORD("form"), TAO_PEGTL_KEYWORD("gives"), TAO_PEGTL_KEYWORD("verb"),
                              TAO_PEGTL_KEYWORD("noun"), TAO_PEGTL_KEYWORD("adjective"), TAO_PEGTL_KEYWORD("judgement"),
                              TAO_PEGTL_KEYWORD("purpose"), TAO_PEGTL_KEYWORD("degree"), TAO_PEGTL_KEYWORD("expect"),
                              TAO_PEGTL_KEYWORD("rows"), TAO_PEGTL_KEYWORD("columns"), TAO_PEGTL_KEYWORD("period")>,
                          plus<blank>, not_at<one<'|', ')', '?'>>> {};
struct item_keyword : seq<sor<TAO_PEGTL_KEYWORD("import"), TAO_PEGTL_KEYWORD("phrase"), TAO_PEGTL_KEYWORD("issue"),
                              TAO_PEGTL_KEYWORD("extend"), TAO_PEGTL_KEYWORD("rule"), TAO_PEGTL_KEYWORD("ignore"),
                              TAO_PEGTL_KEYWORD("test"), TAO_PEGTL_KEYWORD("matrix"), TAO_PEGTL_KEYWORD("stance"),
                              TAO_PEGTL_KEYWORD("turn"), TAO_PEGTL_KEYWORD("construction"), TAO_PEGTL_KEYWORD("words"),
                              TAO_PEGTL_KEYWORD("group")>,
                          plus<blank>, not_at<one<'|', ')', '?'>>> {};
struct ends_bracket : seq<star<blank>, sor<one<'}', '\n'>, eof, line_keyword, item_keyword>> {};

struct curly_quote : utf8::one<0x201C, 0x201D, 0x201E, 0x201F, 0xAB, 0xBB> {};
struct string : seq<one<'"'>, star<not_one<'"', '\n'>>, one<'"'>> {};
struct curly_string
    : sor<seq<curly_quote, star<not_at<sor<curly_quote, one<'"', '\n'>>>, any>, sor<curly_quote, one<'"'>>>,
          seq<one<'"'>, star<not_at<sor<curly_quote, one<'\n'>>>, any>, curly_quote>> {};
// A brace at the end of the line is more likely the block's than the string's.
struct closes_block : seq<star<blank>, one<'}'>, star<blank>, eolf> {};
struct string_on_line : seq<sor<one<'"'>, curly_quote>, star<not_at<closes_block>, not_one<'\n'>>> {};
// A string over several lines: it ends with the next quote if a line ends there and none begins with a keyword before.
struct plain_line : seq<newline, not_at<ends_bracket>, star<not_one<'"', '\n'>>> {};
struct string_over_lines
    : seq<one<'"'>, star<not_one<'"', '\n'>>, plus<plain_line>, one<'"'>, at<star<blank>, sor<one<'\n', '}'>, eof>>> {};
struct unclosed_string : sor<string_over_lines, string_on_line> {};

struct quotes3 : pegtl::string<'"', '"', '"'> {};
struct text : seq<quotes3, until<quotes3>> {};
// Without an end the text would swallow the file: the end of the block or the next `expect` ends it.
struct after_text : seq<newline, star<blank>, sor<one<'}'>, seq<TAO_PEGTL_KEYWORD("expect"), blank>>> {};
struct unclosed_text : seq<quotes3, star<not_at<after_text>, any>> {};

struct unclosed_reference : success {};
struct reference : seq<one<'<'>, star<not_one<'>', '<', '\n', '|', '(', ')', '[', ']', '"', '{', '}', '#'>>,
                       sor<one<'>'>, unclosed_reference>> {};

struct bar : one<'|'> {};
struct question : one<'?'> {};
struct gap : seq<two<'.'>, star<digit>> {};
struct word_char
    : sor<seq<one<'.'>, not_at<one<'.'>>>,
          seq<not_at<sor<one<'(', ')', '[', ']', '<', '>', '{', '}', '|', '?', '"', '#', ',', '=', ':', '.'>,
                         curly_quote, blank, range<'\0', ' '>, one<'\x7f'>>>,
              utf8::any>> {};
struct form : seq<one<':'>, star<word_char>> {};
struct comma : one<','> {};
struct equals : one<'='> {};
struct word : plus<word_char> {};
struct stray_close : one<')', ']', '>'> {};
struct stray_byte : seq<not_at<one<'\n', '{', '}', '#'>>, any> {};

struct line_in_bracket : seq<at<opt<ahead_comment>, newline, not_at<ends_bracket>>, opt<comment>, newline> {};

struct cell;
struct missing_close : success {};
struct inside : star<sor<blank, line_in_bracket, seq<not_at<one<')', ']'>>, cell>>> {};
// True while another bracket may open; keeps hostile nesting off the machine's stack.
struct may_nest : success {
  using rule_t = may_nest;
  using subs_t = empty_list;
  template <apply_mode, rewind_mode, template <typename...> class, template <typename...> class, typename Input>
  static bool match(Input& /*in*/, Builder& builder) {
    return builder.depth < max_nesting;
  }
};
struct group : seq<one<'('>, inside, sor<one<')'>, missing_close>> {};
struct brackets : seq<one<'['>, inside, sor<one<']'>, missing_close>> {};
struct too_deep : one<'(', '['> {};
struct nesting : sor<seq<may_nest, sor<group, brackets>>, too_deep> {};

struct cell
    : sor<word, reference, bar, if_then_else<at<one<'(', '['>>, nesting, failure>, question, gap, form, comma, equals,
          sor<text, if_then_else<at<quotes3>, unclosed_text, failure>, string, curly_string, unclosed_string>,
          stray_close> {};

// A list goes on in the next line after a comma.
struct listed : seq<at<one<','>, star<blank>, opt<ahead_comment>, newline, ahead, not_at<ends_bracket>>, comma, trivia> {};

struct line : seq<cell, star<sor<blank, continued, listed, cell, stray_byte>>> {};

// At the first byte of a line.
struct at_margin : success {
  using rule_t = at_margin;
  using subs_t = empty_list;
  template <apply_mode, rewind_mode, template <typename...> class, template <typename...> class, typename Input>
  static bool match(Input& in, Builder& builder) {
    return in.current() == builder.begin || in.current()[-1] == '\n';
  }
};
struct next_item : seq<at_margin, item_keyword> {};

struct nested_block : seq<one<'{'>, star<not_one<'{', '}'>>, opt<one<'}'>>> {};
struct block_line : seq<not_at<next_item>, line, opt<before_block, nested_block>> {};
struct missing_brace : success {};
struct block
    : seq<one<'{'>,
          star<sor<blank, newline, comment, block_line, seq<not_at<next_item>, sor<nested_block, stray_byte>>>>,
          sor<one<'}'>, missing_brace>> {};

struct item : seq<line, opt<before_block, block>> {};
struct stray_brace : one<'{', '}'> {};
struct file : seq<star<sor<blank, newline, comment, item, stray_brace, stray_byte>>, eof> {};
}  // namespace grammar

// Which rules leave a node.
template <typename Rule>
inline constexpr int kind_of = -1;
#define DEMARCHE_NODE_KIND(enumerator, name) \
  template <>                                \
  inline constexpr int kind_of<grammar::enumerator> = static_cast<int>(NodeKind::enumerator);
#include "dsl/syntax/node_kinds.def"
#undef DEMARCHE_NODE_KIND

template <typename Rule>
inline constexpr bool is_bracket = std::is_same_v<Rule, grammar::group> || std::is_same_v<Rule, grammar::brackets>;

// Appends a node when a rule begins, completes it when the rule succeeds, and takes it back with all below when it
// fails.
template <typename Rule>
struct Control : pegtl::normal<Rule> {
  template <typename Input>
  static void start(const Input& in, Builder& builder) {
    if constexpr (kind_of<Rule> >= 0) {
      auto at = static_cast<std::uint32_t>(in.current() - builder.begin);
      builder.open.push_back(static_cast<NodeIndex>(builder.nodes.size()));
      builder.nodes.push_back({static_cast<NodeKind>(kind_of<Rule>), {at, at}, 0});
      if constexpr (is_bracket<Rule>) ++builder.depth;
    }
  }
  template <typename Input>
  static void success(const Input& in, Builder& builder) {
    if constexpr (kind_of<Rule> >= 0) {
      Node& node = builder.nodes[builder.open.back()];
      node.span.end = static_cast<std::uint32_t>(in.current() - builder.begin);
      node.next = static_cast<NodeIndex>(builder.nodes.size());
      builder.open.pop_back();
      if constexpr (is_bracket<Rule>) --builder.depth;
    }
  }
  template <typename Input>
  static void failure(const Input& /*in*/, Builder& builder) {
    if constexpr (kind_of<Rule> >= 0) {
      builder.nodes.resize(builder.open.back());
      builder.open.pop_back();
      if constexpr (is_bracket<Rule>) --builder.depth;
    }
  }
};

}  // namespace
}  // namespace demarche::dsl::syntax

// The two rules of our own consume nothing.
namespace tao::pegtl {
template <typename Name>
struct analyze_traits<Name, demarche::dsl::syntax::grammar::may_nest> : analyze_opt_traits<> {};
template <typename Name>
struct analyze_traits<Name, demarche::dsl::syntax::grammar::at_margin> : analyze_opt_traits<> {};
}  // namespace tao::pegtl

namespace demarche::dsl::syntax {

Tree parse(std::shared_ptr<const SourceFile> file) {
  Builder builder;
  builder.begin = file->text().data();
  builder.nodes.reserve(file->text().size() / 4 + 16);
  pegtl::memory_input<pegtl::tracking_mode::lazy, pegtl::eol::lf> input(file->text().data(), file->text().size(), "");
  pegtl::parse<grammar::file, pegtl::nothing, Control>(input, builder);
  return {std::move(file), std::move(builder.nodes)};
}

std::size_t grammar_problems() { return pegtl::analyze<grammar::file>(-1); }

}  // namespace demarche::dsl::syntax
