#include "engine/why/written.hpp"

#include <algorithm>
#include <array>

#include "engine/lexicon/morphology.hpp"

namespace demarche::why {

using program::Node;
using program::WordRole;
using text::Token;

namespace {

const lexicon::Morphology& regular() {
  static const lexicon::Morphology morphology;
  return morphology;
}

bool contains(const std::vector<std::string>& list, const std::string& word) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

bool is_plain(std::string_view word) {
  return !word.empty() && std::all_of(word.begin(), word.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}

// Endings behind which an e is hardly ever silent: "lashed" is of "lash", "urged" of "urge".
bool ends_without_e(std::string_view stem) {
  static constexpr auto ends = std::to_array<std::string_view>(
      {"sh", "ch", "ss", "ck", "ct",  "nd",  "ld",  "rd",  "nt",  "st",  "rt",  "lt",  "pt",  "ft",  "ll", "ff", "rn",
       "wn", "mp", "rk", "sk", "nk",  "lk",  "lp",  "rm",  "lm",  "gn",  "er",  "en",  "or",  "on",  "ow", "ew", "ay",
       "oy", "ey", "it", "et", "oit", "ail", "ain", "eal", "oil", "oom", "eam", "ook", "eek", "oan", "eat"});
  return std::any_of(ends.begin(), ends.end(), [stem](std::string_view end) { return stem.ends_with(end); });
}

// The base among all forms of a verb: the one whose third person is among them, too ("give" for "gives", not "gave");
// else the shortest.
std::string base_among(const std::vector<std::string>& forms) {
  for (const std::string& form : forms) {
    const auto third = regular().verb(form).third;
    if (std::any_of(third.begin(), third.end(), [&](const std::string& one) { return contains(forms, one); }))
      return form;
  }
  return *std::min_element(forms.begin(), forms.end(),
                           [](const std::string& a, const std::string& b) { return a.size() < b.size(); });
}

std::string singular_of(const std::string& word) {
  if (word.size() < 4 || !word.ends_with('s') || word.ends_with("ss") || word.ends_with("us") || word.ends_with("is"))
    return word;
  std::vector<std::string> tries = {word.substr(0, word.size() - 1)};
  if (word.ends_with("ies")) tries.insert(tries.begin(), word.substr(0, word.size() - 3) + "y");
  if (word.ends_with("es")) tries.push_back(word.substr(0, word.size() - 2));
  for (const std::string& base : tries)
    if (contains(regular().noun(base), word)) return base;
  return word;
}

// Words that the grammar of patterns reads as its own.
bool is_reserved(std::string_view word) {
  return word == "not" || word == "within" || word == "after" || word == "before";
}

bool is_writable(std::string_view word) {
  return std::all_of(word.begin(), word.end(), [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte >= 0x80 || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
  });
}

bool is_hyphen(const Seen& seen, std::uint32_t t) {
  return seen.view.raw(t) == "-" && !seen.view.tokens[t].has(Token::spaced_dash);
}

// A capital that is more than the beginning of a sentence or a heading's style.
bool needs_capital(const Seen& seen, std::uint32_t t) {
  const Token& token = seen.view.tokens[t];
  if (!token.has(Token::capitalised)) return false;
  for (const mention::NameHit& name : seen.view.names)
    if (name.begin <= t && t < name.end) return true;
  return token.has(Token::all_caps) && t > 0;
}

Node word_node(std::vector<std::string> forms, bool capital) {
  Node node;
  node.kind = Node::Kind::word;
  std::sort(forms.begin(), forms.end());
  forms.erase(std::unique(forms.begin(), forms.end()), forms.end());
  node.forms = std::move(forms);
  node.word_case = capital ? program::WordCase::capitalised : program::WordCase::any;
  return node;
}

Node optional_hyphen() {
  Node node;
  node.kind = Node::Kind::optional;
  node.children.push_back(word_node({"-"}, false));
  return node;
}

bool is_left_out(const Seen& seen, std::uint32_t t) {
  const Token& token = seen.view.tokens[t];
  return token.has(Token::opens_quote) || token.has(Token::closes_quote) || seen.view.is(t, WordRole::determiner) ||
         seen.view.is(t, WordRole::transparent);
}

}  // namespace

bool is_function_word(std::string_view word) {
  static constexpr auto words = std::to_array<std::string_view>(
      {"a",     "about",  "against", "all",    "an",      "and",   "any", "as",    "at",    "be",   "been",  "but",
       "by",    "can",    "could",   "do",     "for",     "from",  "had", "has",   "have",  "he",   "her",   "his",
       "i",     "if",     "in",      "into",   "is",      "it",    "its", "may",   "might", "must", "my",    "no",
       "nor",   "not",    "of",      "off",    "on",      "one",   "or",  "our",   "out",   "over", "own",   "shall",
       "she",   "should", "so",      "such",   "than",    "that",  "the", "their", "them",  "they", "this",  "those",
       "to",    "toward", "towards", "under",  "up",      "upon",  "us",  "was",   "we",    "were", "which", "while",
       "who",   "will",   "with",    "within", "without", "would", "you", "your",  "are",   "am",   "being", "these",
       "there", "before", "after",   "never",  "'s",      "-",     "s"});
  return std::find(words.begin(), words.end(), word) != words.end();
}

bool is_function_word(const Seen& seen, std::uint32_t token) {
  if (seen.view.tokens[token].has(Token::punctuation)) return true;
  if (seen.view.is(token, WordRole::preposition) || seen.view.is(token, WordRole::determiner) ||
      seen.view.is(token, WordRole::conjunction) || seen.view.is(token, WordRole::auxiliary))
    return true;
  return is_function_word(seen.words[token]);
}

Writer::Writer(const program::Program& program) {
  for (const program::WordList& list : program.words) {
    if (list.role != WordRole::verb_word) continue;
    for (const program::Pattern& pattern : list.patterns) {
      if (pattern.root.kind != Node::Kind::word || pattern.root.forms.empty()) continue;
      const std::string base = base_among(pattern.root.forms);
      for (const std::string& form : pattern.root.forms) verbs_.emplace_back(form, base);
    }
  }
  std::sort(verbs_.begin(), verbs_.end());
}

std::string Writer::verb_base(const std::string& word) const {
  const auto known = std::lower_bound(verbs_.begin(), verbs_.end(), std::pair(word, std::string{}));
  if (known != verbs_.end() && known->first == word) return known->second;
  std::vector<std::string> tries;
  auto cut = [&](std::string_view ending, const char* instead) {
    if (word.ends_with(ending)) tries.push_back(word.substr(0, word.size() - ending.size()) + instead);
  };
  cut("ies", "y");
  cut("ied", "y");
  for (const char* ending : {"ing", "ed"}) {
    if (!word.ends_with(ending)) continue;
    const std::string stem = word.substr(0, word.size() - std::string_view(ending).size());
    if (stem.size() > 3 && stem.back() == stem[stem.size() - 2] && !stem.ends_with("ss") && !stem.ends_with("ll"))
      tries.push_back(stem.substr(0, stem.size() - 1));
    if (ends_without_e(stem)) tries.push_back(stem);
    tries.push_back(stem + "e");
    tries.push_back(stem);
  }
  cut("s", "");
  cut("es", "");
  for (const std::string& base : tries)
    if (base.size() > 2 && contains(regular().verb_all(base), word)) return base;
  return word;
}

std::string Writer::base_of(const std::string& word, Head as) const {
  if (as == Head::as_is || !is_plain(word) || is_function_word(word)) return word;
  if (as == Head::noun) return singular_of(word);
  const std::string verb = verb_base(word);
  if (verb != word || as == Head::verb) return verb;
  return singular_of(word);
}

std::optional<program::Pattern> Writer::write(const Seen& seen, std::uint32_t begin, std::uint32_t end,
                                              Head head) const {
  program::Pattern pattern;
  bool first = true;
  bool glued = false;
  for (std::uint32_t t = begin; t < end && t < seen.view.size(); ++t) {
    if (is_hyphen(seen, t) && t > begin && t + 1 < end && !pattern.root.children.empty()) {
      pattern.source += "-";
      pattern.root.children.push_back(optional_hyphen());
      glued = true;
      continue;
    }
    if (is_left_out(seen, t)) continue;
    if (seen.view.tokens[t].has(Token::punctuation) || seen.words[t].empty() || seen.words[t][0] == '\'')
      return std::nullopt;
    const bool capital = needs_capital(seen, t);
    const bool joins =
        glued || (t + 1 < end && is_hyphen(seen, t + 1));  // inside "extra-regional" nothing is inflected
    const bool as_is = capital || joins || is_function_word(seen, t) || !is_plain(seen.words[t]);
    std::string text =
        as_is ? (capital ? std::string(seen.view.raw(t)) : seen.words[t])
              : base_of(seen.words[t], first || head == Head::any || head == Head::as_is ? head : Head::noun);
    std::vector<std::string> forms = {seen.words[t]};
    if (!as_is) forms.push_back(text);
    if (!pattern.source.empty() && !glued) pattern.source += " ";
    const bool quoted = is_reserved(text) || (!capital && !is_writable(text));
    pattern.source += quoted ? "\"" + text + "\"" : text;
    pattern.root.children.push_back(word_node(std::move(forms), capital && !quoted));
    if (!is_function_word(seen, t)) first = false;
    glued = false;
  }
  if (pattern.root.children.empty() || glued) return std::nullopt;
  return pattern;
}

}  // namespace demarche::why
