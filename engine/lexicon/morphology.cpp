#include "engine/lexicon/morphology.hpp"

#include <algorithm>
#include <initializer_list>

namespace demarche::lexicon {
namespace {

using Words = std::vector<std::string>;

bool is_vowel(char c) { return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u'; }

bool ends_with_any(std::string_view word, std::initializer_list<std::string_view> ends) {
  return std::any_of(ends.begin(), ends.end(), [&](std::string_view end) { return word.ends_with(end); });
}

std::string with(std::string_view stem, std::string_view ending) { return std::string(stem).append(ending); }
std::string_view without(std::string_view word, std::size_t count) { return word.substr(0, word.size() - count); }

void add_new(Words& words, const Words& more) {
  for (const auto& word : more)
    if (std::find(words.begin(), words.end(), word) == words.end()) words.push_back(word);
}

void insert_sorted(Words& words, std::string word) {
  auto at = std::lower_bound(words.begin(), words.end(), word);
  if (at == words.end() || *at != word) words.insert(at, std::move(word));
}

bool contains(const Words& sorted, std::string_view word) { return std::binary_search(sorted.begin(), sorted.end(), word); }

// "carry", "soliloquy", but not "play": the y becomes ie.
bool has_consonant_y(std::string_view word) {
  if (word.size() < 2 || !word.ends_with('y')) return false;
  return !is_vowel(word[word.size() - 2]) || word.ends_with("quy");
}

std::size_t syllables(std::string_view word) {
  std::size_t count = 0;
  bool in_vowels = false;
  for (std::size_t i = 0; i < word.size(); ++i) {
    bool vowel = is_vowel(word[i]) || (word[i] == 'y' && i > 0);
    if (word[i] == 'u' && i > 0 && word[i - 1] == 'q') vowel = false;
    if (vowel && !in_vowels) ++count;
    in_vowels = vowel;
  }
  return count;
}

// One vowel between two consonants at the end: "stop", "travel"; not "halt", "appeal", "show".
bool ends_consonant_vowel_consonant(std::string_view word) {
  std::size_t size = word.size();
  if (size < 3) return false;
  char last = word[size - 1];
  bool single_vowel = !is_vowel(word[size - 3]) || (word[size - 3] == 'u' && size > 3 && word[size - 4] == 'q');
  return single_vowel && is_vowel(word[size - 2]) && !is_vowel(last) && last != 'w' && last != 'x' && last != 'y';
}

std::string third_person(std::string_view verb) {
  if (has_consonant_y(verb)) return with(without(verb, 1), "ies");
  bool consonant_o = verb.size() > 1 && verb.ends_with('o') && !is_vowel(verb[verb.size() - 2]);
  return with(verb, consonant_o || ends_with_any(verb, {"s", "x", "z", "ch", "sh"}) ? "es" : "s");
}

std::string past_of(std::string_view verb) {
  if (verb.ends_with('e')) return with(verb, "d");
  return has_consonant_y(verb) ? with(without(verb, 1), "ied") : with(verb, "ed");
}

std::string gerund_of(std::string_view verb) {
  if (verb.ends_with("ie")) return with(without(verb, 2), "ying");
  bool silent_e = verb.size() > 2 && verb.ends_with('e') && !ends_with_any(verb, {"ee", "oe", "ye"});
  return with(silent_e ? without(verb, 1) : verb, "ing");
}

// Words on -man that are no compounds of "man".
bool is_compound_of_man(std::string_view noun) {
  constexpr std::string_view others[] = {"human", "german", "roman", "ottoman", "norman", "talisman", "shaman", "oman"};
  return noun.size() > 4 && noun.ends_with("man") && std::find(std::begin(others), std::end(others), noun) == std::end(others);
}

std::string plural_of(std::string_view noun) {
  if (is_compound_of_man(noun)) return with(without(noun, 2), "en");
  if (noun.size() > 4 && noun.ends_with("sis")) return with(without(noun, 2), "es");
  if (has_consonant_y(noun)) return with(without(noun, 1), "ies");
  // "monarch", "patriarch", "oligarch": the ch is a k
  if (noun.ends_with("arch") && !ends_with_any(noun, {"march", "search", "starch"})) return with(noun, "s");
  return with(noun, ends_with_any(noun, {"s", "x", "z", "ch", "sh"}) ? "es" : "s");
}

struct Ending {
  std::string_view british;
  std::string_view american;
};

constexpr Ending ise_endings[] = {{"ise", "ize"},         {"ised", "ized"},         {"ises", "izes"},   {"ising", "izing"},
                                  {"isation", "ization"}, {"isations", "izations"}, {"iser", "izer"},   {"isers", "izers"},
                                  {"yse", "yze"},         {"ysed", "yzed"},         {"ysing", "yzing"}, {"yser", "yzer"}};

// What a stem of add_spelling may be followed by. A closed list: "labor" is in "laboratory".
constexpr std::string_view derivations[] = {"",    "s",   "d",    "ed",   "ing",  "er",  "ers", "able", "ably", "hood",
                                            "al",  "ly",  "ite",  "ites", "less", "ful", "ism", "ment", "ments", "liness",
                                            "hoods", "r", "rs", "ally", "fully", "ship"};
constexpr std::string_view prefixes[] = {"", "un", "dis", "mis", "re", "non", "over", "counter", "self-"};

// "centre" + "ed" is "centred", "center" + "d" is "centered".
std::string derived(std::string stem, std::string_view derivation) {
  if (derivation.empty()) return stem;
  bool silent_e = stem.ends_with('e');
  if (silent_e && (is_vowel(derivation.front()))) stem.pop_back();
  if (!silent_e && (derivation == "d" || derivation == "r" || derivation == "rs")) stem += 'e';
  return stem.append(derivation);
}

}  // namespace

void Morphology::add_irregular_verb(VerbForms forms) {
  auto at = std::lower_bound(verbs_.begin(), verbs_.end(), forms.base,
                             [](const VerbForms& verb, const std::string& base) { return verb.base < base; });
  if (at != verbs_.end() && at->base == forms.base)
    *at = std::move(forms);
  else
    verbs_.insert(at, std::move(forms));
}

void Morphology::add_irregular_noun(std::string singular, std::vector<std::string> plurals) {
  auto at = std::lower_bound(nouns_.begin(), nouns_.end(), singular,
                             [](const auto& noun, const std::string& word) { return noun.first < word; });
  if (at != nouns_.end() && at->first == singular)
    at->second = std::move(plurals);
  else
    nouns_.insert(at, {std::move(singular), std::move(plurals)});
}

void Morphology::add_doubling_verb(std::string base) { insert_sorted(doubling_, std::move(base)); }
void Morphology::add_uninflected(std::string word) { insert_sorted(uninflected_, std::move(word)); }
void Morphology::add_fixed_ise(std::string word) { insert_sorted(fixed_ise_, std::move(word)); }

void Morphology::add_spelling(std::string british, std::string american) {
  for (auto pair : {std::pair(british, american), std::pair(american, british)})
    stems_.insert(std::lower_bound(stems_.begin(), stems_.end(), pair), pair);
}

bool Morphology::is_uninflected(std::string_view word) const { return contains(uninflected_, word); }

const VerbForms* Morphology::irregular_verb(std::string_view base) const {
  auto at = std::lower_bound(verbs_.begin(), verbs_.end(), base,
                             [](const VerbForms& verb, std::string_view wanted) { return verb.base < wanted; });
  return at != verbs_.end() && at->base == base ? &*at : nullptr;
}

bool Morphology::doubles(std::string_view base) const {
  if (contains(doubling_, base)) return true;
  return syllables(base) == 1 && ends_consonant_vowel_consonant(base);
}

VerbForms Morphology::inflect_verb(const std::string& base) const {
  VerbForms forms;
  forms.base = base;
  forms.bases = {base};
  const VerbForms* irregular = irregular_verb(base);
  if (irregular == nullptr && is_uninflected(base)) {
    forms.third = forms.past = forms.participle = forms.gerund = {base};
    return forms;
  }
  forms.third = {third_person(base)};
  std::string doubled = base + (base.ends_with('c') ? 'k' : base.back());
  // British English doubles the l whatever the stress: "travelled", "traveled".
  bool both = base.ends_with('l') && syllables(base) > 1 && ends_consonant_vowel_consonant(base) && !doubles(base);
  both = both || ends_with_any(base, {"uel", "ual", "ial"});
  if (doubles(base) || both || base.ends_with("ic")) {
    forms.past.push_back(doubled + "ed");
    forms.gerund.push_back(doubled + "ing");
  }
  if (forms.past.empty() || both) {
    forms.past.push_back(past_of(base));
    forms.gerund.push_back(gerund_of(base));
  }
  forms.participle = forms.past;
  if (irregular == nullptr) return forms;
  if (!irregular->third.empty()) forms.third = irregular->third;
  if (!irregular->past.empty()) forms.past = forms.participle = irregular->past;
  if (!irregular->participle.empty()) forms.participle = irregular->participle;
  if (!irregular->gerund.empty()) forms.gerund = irregular->gerund;
  return forms;
}

VerbForms Morphology::verb(std::string_view base) const {
  VerbForms forms;
  if (base.empty()) return forms;
  for (const auto& spelling : spellings(base)) {
    VerbForms more = inflect_verb(spelling);
    add_new(forms.bases, more.bases);
    add_new(forms.third, more.third);
    add_new(forms.past, more.past);
    add_new(forms.participle, more.participle);
    add_new(forms.gerund, more.gerund);
  }
  forms.base = std::string(base);
  return forms;
}

std::vector<std::string> Morphology::inflect_noun(const std::string& base) const {
  auto at = std::lower_bound(nouns_.begin(), nouns_.end(), base,
                             [](const auto& noun, const std::string& word) { return noun.first < word; });
  Words forms = {base};
  if (at != nouns_.end() && at->first == base)
    add_new(forms, at->second);
  else if (!is_uninflected(base))
    forms.push_back(plural_of(base));
  return forms;
}

std::vector<std::string> Morphology::noun(std::string_view base) const {
  Words forms;
  if (base.empty()) return forms;
  for (const auto& spelling : spellings(base)) add_new(forms, inflect_noun(spelling));
  return forms;
}

std::vector<std::string> Morphology::verb_all(std::string_view base) const {
  VerbForms forms = verb(base);
  Words all = std::move(forms.bases);
  for (const auto* more : {&forms.third, &forms.past, &forms.participle, &forms.gerund}) add_new(all, *more);
  std::sort(all.begin(), all.end());
  return all;
}

std::vector<std::string> Morphology::any(std::string_view base) const {
  Words all = verb_all(base);
  add_new(all, noun(base));
  std::sort(all.begin(), all.end());
  return all;
}

std::vector<std::string> Morphology::spellings(std::string_view word) const {
  Words found = {std::string(word)};
  for (const auto& [british, american] : ise_endings) {
    for (auto [from, to] : {std::pair(british, american), std::pair(american, british)}) {
      if (!word.ends_with(from)) continue;
      std::string_view stem = without(word, from.size());
      bool ise = from.front() == 'i';
      // "rise", "size", "seize" are too short to be stem and ending; "-yse" belongs to -alyse and -olyse alone
      bool plausible = ise ? stem.size() >= 3 : stem.ends_with("al") || stem.ends_with("ol");
      if (plausible && !contains(fixed_ise_, with(stem, from.substr(0, 2)) + "e")) add_new(found, {with(stem, to)});
    }
  }
  for (std::string_view prefix : prefixes) {
    if (!word.starts_with(prefix)) continue;
    std::string_view rest = word.substr(prefix.size());
    for (std::string_view derivation : derivations) {
      if (!rest.ends_with(derivation)) continue;
      std::string stem(without(rest, derivation.size()));
      auto at = std::lower_bound(stems_.begin(), stems_.end(), stem,
                                 [](const auto& pair, const std::string& wanted) { return pair.first < wanted; });
      for (; at != stems_.end() && at->first == stem; ++at) add_new(found, {derived(with(prefix, at->second), derivation)});
    }
  }
  return found;
}

}  // namespace demarche::lexicon
