#pragma once
#include <string>
#include <string_view>
#include <vector>

namespace demarche::dsl::lowering {

struct Token {
  std::string text;          // lower case, without accents, as the engine's tokeniser writes it
  bool capitalised = false;  // the author wrote a capital
  bool all_caps = false;
};

// Cuts the words of a pattern as the engine cuts texts: "extra-regional" -> extra, -, regional; "Iran's" -> iran, 's;
// "don't" -> do, n't; "U.S." -> u.s.; "G-77" -> g, -, 77. A test holds it against the engine's own tokeniser.
std::vector<Token> tokens_of(std::string_view text);

}  // namespace demarche::dsl::lowering
