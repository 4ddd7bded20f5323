#pragma once
#include <string>
#include <string_view>
#include <utility>
#include <vector>

// English word forms from base forms. What is irregular comes from rules/english/morphology.yaml. All words are lower case.
namespace demarche::lexicon {

enum class PartOfSpeech { noun, verb, adjective };

// Every form in British and American spelling where the two differ ("normalising", "normalizing"); the forms of the given
// spelling come first.
struct VerbForms {
  std::string base;                     // oppose, as given
  std::vector<std::string> bases;       // oppose: all spellings of the base
  std::vector<std::string> third;       // opposes
  std::vector<std::string> past;        // opposed
  std::vector<std::string> participle;  // opposed (be <verb:ed>)
  std::vector<std::string> gerund;      // opposing
};

class Morphology {
 public:
  // One irregular verb or noun; regular rules serve where a list is empty.
  void add_irregular_verb(VerbForms forms);
  void add_irregular_noun(std::string singular, std::vector<std::string> plurals);
  // Verbs that double their last consonant although the stress is unknown to us: "permit", "refer".
  void add_doubling_verb(std::string base);
  // Function words and invariable nouns: they have one form.
  void add_uninflected(std::string word);
  // Two spellings of a stem: "labour", "labor". Derived words follow: "labourer", "labouring".
  void add_spelling(std::string british, std::string american);
  // A word on -ise or -ize that is written in one way only: "promise", "capsize".
  void add_fixed_ise(std::string word);

  VerbForms verb(std::string_view base) const;
  // Singular and plural(s), both lower case; the possessive 's is a token of its own and not part of a form.
  std::vector<std::string> noun(std::string_view base) const;
  // All distinct forms of a verb, sorted: base, third person, past, participle, gerund.
  std::vector<std::string> verb_all(std::string_view base) const;
  // Noun and verb forms together, sorted: what a bare word means where the part of speech is open.
  std::vector<std::string> any(std::string_view base) const;

  // Of, the, must; news, series: words that have no other form, whatever they look like.
  bool is_uninflected(std::string_view word) const;
  // The word and its other spellings, British and American; the word itself comes first. For words written inflected too.
  std::vector<std::string> spellings(std::string_view word) const;

 private:
  const VerbForms* irregular_verb(std::string_view base) const;
  bool doubles(std::string_view base) const;
  VerbForms inflect_verb(const std::string& base) const;
  std::vector<std::string> inflect_noun(const std::string& base) const;

  std::vector<VerbForms> verbs_;                                         // sorted by base
  std::vector<std::pair<std::string, std::vector<std::string>>> nouns_;  // sorted by singular
  std::vector<std::string> doubling_;                                    // sorted, as the next two
  std::vector<std::string> uninflected_;
  std::vector<std::string> fixed_ise_;
  std::vector<std::pair<std::string, std::string>> stems_;  // both ways, sorted
};

}  // namespace demarche::lexicon
