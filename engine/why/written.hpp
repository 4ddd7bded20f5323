#pragma once
#include <optional>
#include <string>

#include "engine/why/sandbox.hpp"

namespace demarche::why {

// What the first word of a pattern may become; the others are nouns, or any form where the first is. `as_is`: all words
// as the text has them.
enum class Head : std::uint8_t { noun, verb, any, as_is };

// Words of a sentence written as the author of a rule would write them: base forms, without articles, in quotes what
// would be read as a sign. Its elements hold the forms that the text has, and the base. Nothing when the words cannot
// be written as one pattern: a comma, a bracket, a possessive stands among them.
class Writer {
 public:
  explicit Writer(const program::Program& program);

  std::optional<program::Pattern> write(const Seen& seen, std::uint32_t begin, std::uint32_t end, Head head) const;
  // One word as that part of speech would be written: "lashed" as a verb is "lash".
  std::string base_of(const std::string& word, Head as) const;

 private:
  std::string verb_base(const std::string& word) const;
  std::vector<std::pair<std::string, std::string>> verbs_;  // form, base; sorted
};

// A word that patterns give no inflection: of, to, must.
bool is_function_word(const Seen& seen, std::uint32_t token);
bool is_function_word(std::string_view word);

}  // namespace demarche::why
