#pragma once
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "dsl/compile/tokens.hpp"
#include "dsl/model/form.hpp"
#include "engine/lexicon/morphology.hpp"

namespace demarche::dsl::lowering {

// What a bare word of a place may become.
enum class Part : std::uint8_t { exact, noun, verb, any };

// Words that have one form wherever they stand: of, must, and. Their list in morphology.yaml is asked too.
bool is_function_word(std::string_view word);
// "troops", "based", "basing": not a base form, so it matches only itself.
bool looks_inflected(std::string_view word);

// The forms of words, each computed once.
class Inflector {
 public:
  explicit Inflector(const lexicon::Morphology& morphology) : morphology_(morphology) {}

  // Sorted, without repetitions. `form` (from `:noun` and the like) goes before `part`.
  const std::vector<std::string>& forms(const Token& token, Part part, model::Form form);
  // True when the word has one form only and so is no head of anything.
  bool is_fixed(const std::string& word);

 private:
  std::vector<std::string> compute(const Token& token, Part part, model::Form form);
  std::vector<std::string> in_form(const std::string& word, model::Form form) const;

  const lexicon::Morphology& morphology_;
  std::unordered_map<std::string, std::vector<std::string>> known_;
  std::unordered_map<std::string, bool> fixed_;
};

}  // namespace demarche::dsl::lowering
