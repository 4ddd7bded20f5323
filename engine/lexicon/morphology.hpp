#pragma once
#include <string>
#include <string_view>
#include <vector>

// English word forms from base forms. Irregular ones come from rules/english/morphology.yaml.
namespace demarche::lexicon {

enum class PartOfSpeech { noun, verb, adjective };

struct VerbForms {
  std::string base;                   // oppose
  std::string third;                  // opposes
  std::vector<std::string> past;      // opposed
  std::vector<std::string> participle;// opposed (be <verb:ed>)
  std::string gerund;                 // opposing
};

class Morphology {
 public:
  // One irregular verb or noun; regular rules serve where a field is empty.
  void add_irregular_verb(VerbForms forms);
  void add_irregular_noun(std::string singular, std::vector<std::string> plurals);
  // Verbs that double their last consonant although the stress is unknown to us: "permit", "refer".
  void add_doubling_verb(std::string base);

  VerbForms verb(std::string_view base) const;
  // Singular and plural(s), both lower case; the possessive 's is a token of its own and not part of a form.
  std::vector<std::string> noun(std::string_view base) const;
  // All distinct forms of a verb, sorted: base, third person, past, participle, gerund.
  std::vector<std::string> verb_all(std::string_view base) const;
  // Noun and verb forms together, sorted: what a bare word means where the part of speech is open.
  std::vector<std::string> any(std::string_view base) const;

 private:
  std::vector<VerbForms> verbs_;                                          // sorted by base
  std::vector<std::pair<std::string, std::vector<std::string>>> nouns_;   // sorted by singular
  std::vector<std::string> doubling_;                                     // sorted
};

}  // namespace demarche::lexicon
