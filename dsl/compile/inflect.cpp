#include "dsl/compile/inflect.hpp"

#include <algorithm>
#include <array>

namespace demarche::dsl::lowering {

namespace {
using model::Form;

// Sorted, for binary search.
constexpr std::array function_words = std::to_array<std::string_view>({
    "a",       "about",   "above",   "across",    "after",   "against", "all",    "along",   "also",       "although",
    "among",   "an",      "and",     "any",       "around",  "as",      "at",     "away",    "because",    "before",
    "behind",  "below",   "beneath", "beside",    "between", "beyond",  "both",   "but",     "by",         "can",
    "cannot",  "could",   "despite", "down",      "during",  "each",    "either", "every",   "everyone",   "everything",
    "except",  "few",     "for",     "from",      "he",      "hence",   "her",    "here",    "hers",       "him",
    "his",     "how",     "i",       "if",        "in",      "inside",  "into",   "it",      "its",        "least",
    "less",    "many",    "may",     "me",        "might",   "more",    "most",   "much",    "must",       "my",
    "neither", "never",   "no",      "nobody",    "none",    "nor",     "not",    "nothing", "of",         "off",
    "on",      "once",    "one",     "only",      "onto",    "or",      "other",  "others",  "ought",      "our",
    "out",     "outside", "over",    "own",       "per",     "rather",  "shall",  "she",     "should",     "since",
    "so",      "some",    "someone", "something", "such",    "than",    "that",   "the",     "their",      "them",
    "then",    "there",   "these",   "they",      "this",    "those",   "though", "through", "throughout", "thus",
    "to",      "too",     "toward",  "towards",   "under",   "unless",  "until",  "up",      "upon",       "us",
    "very",    "via",     "was",     "we",        "were",    "what",    "when",   "where",   "whether",    "which",
    "while",   "who",     "whom",    "whose",     "why",     "will",    "with",   "within",  "without",    "would",
    "yet",     "you",     "your",
});

// Base forms that end like inflected ones.
constexpr std::array bases = std::to_array<std::string_view>({
    "alas",  "atlas",  "bed",     "bias",   "bleed", "breed",   "bring",   "canvas", "ceiling",   "chaos",
    "cling", "creed",  "deed",    "embed",  "ethos", "evening", "exceed",  "feed",   "fling",     "gas",
    "greed", "heed",   "hundred", "indeed", "king",  "lens",    "morning", "need",   "offspring", "proceed",
    "red",   "reed",   "ring",    "sacred", "seed",  "shed",    "sing",    "sling",  "speed",     "spring",
    "sting", "string", "succeed", "swing",  "thing", "wed",     "weed",    "wing",   "wring",
});

template <std::size_t N>
bool contains(const std::array<std::string_view, N>& sorted, std::string_view word) {
  return std::binary_search(sorted.begin(), sorted.end(), word);
}

bool is_helping_verb(std::string_view word) { return word == "be" || word == "have" || word == "do"; }

bool is_plain_word(std::string_view word) {
  return std::all_of(word.begin(), word.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}

std::vector<std::string> sorted_unique(std::vector<std::string> words) {
  std::sort(words.begin(), words.end());
  words.erase(std::unique(words.begin(), words.end()), words.end());
  return words;
}
}  // namespace

bool is_function_word(std::string_view word) { return contains(function_words, word); }

bool looks_inflected(std::string_view word) {
  if (word.size() < 4 || contains(bases, word)) return false;
  if (word.ends_with("ing")) return true;
  if (word.ends_with("ed"))
    return !word.ends_with("eed") || word == "agreed" || word == "freed" || word == "guaranteed";
  bool plural = word.ends_with('s') && !word.ends_with("ss") && !word.ends_with("us") && !word.ends_with("is");
  return plural;
}

bool Inflector::is_fixed(const std::string& word) {
  auto [known, added] = fixed_.try_emplace(word, false);
  if (added) known->second = is_function_word(word) || !is_plain_word(word) || morphology_.is_uninflected(word);
  return known->second;
}

const std::vector<std::string>& Inflector::forms(const Token& token, Part part, Form form) {
  std::string key = token.text;
  key += static_cast<char>('0' + static_cast<int>(part));
  key += static_cast<char>('0' + static_cast<int>(form));
  key += token.all_caps ? 'A' : token.capitalised ? 'C' : '-';
  auto [known, added] = known_.try_emplace(std::move(key));
  if (added) known->second = sorted_unique(compute(token, part, form));
  return known->second;
}

std::vector<std::string> Inflector::in_form(const std::string& word, Form form) const {
  bool inflected = looks_inflected(word);
  auto verb = [&] { return morphology_.verb(word); };
  switch (form) {
    // "meeting:noun" has a plural; "bases:noun" says which of two words it is and stays as it is.
    case Form::noun:
      return inflected && !word.ends_with("ing") ? morphology_.spellings(word) : morphology_.noun(word);
    case Form::verb:
      return inflected ? morphology_.spellings(word) : morphology_.verb_all(word);
    case Form::base:
      return verb().bases;
    case Form::s:
      return verb().third;
    case Form::ing:
      return verb().gerund;
    case Form::ed: {
      auto forms = verb();
      forms.past.insert(forms.past.end(), forms.participle.begin(), forms.participle.end());
      return forms.past;
    }
    case Form::open:
      break;
  }
  return {word};
}

std::vector<std::string> Inflector::compute(const Token& token, Part part, Form form) {
  const std::string& word = token.text;
  if (form != Form::open) return in_form(word, form);
  if (part == Part::exact) return morphology_.spellings(word);
  if (is_fixed(word) || token.all_caps) return {word};
  if (is_helping_verb(word)) return morphology_.verb_all(word);
  if (looks_inflected(word)) return morphology_.spellings(word);
  if (part == Part::verb) return morphology_.verb_all(word);
  // A name is a noun: "Protocol", "Protocols".
  if (part == Part::noun || token.capitalised) return morphology_.noun(word);
  return morphology_.any(word);
}

}  // namespace demarche::dsl::lowering
