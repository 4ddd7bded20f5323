#pragma once
#include <cstddef>
#include <string>
#include <vector>

#include "dsl/format/statement.hpp"

// The smallest parts of a statement that a row is made of. Not part of the public face of format/.
namespace demarche::dsl::format {

struct Atom {
  enum class Kind : std::uint8_t { plain, open, close, bar, comma, equals, comment };

  Kind kind = Kind::plain;
  std::string text;
  std::size_t depth = 0;    // of brackets around it
  bool square = false;      // [ ] has a blank inside
  bool space = true;        // between it and the atom before, on one row
  bool may_break = false;   // a row may begin with it
  bool must_break = false;  // a row begins with it: it was so, and the language allows it
  bool alone = false;       // a comment on a line of its own
};

// `free_words`: all behind the first cell is one atom.
std::vector<Atom> atoms_of(const syntax::Tree& tree, syntax::NodeIndex line, std::size_t keywords, bool free_words);

}  // namespace demarche::dsl::format
