#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "engine/corpus/document.hpp"

namespace demarche::corpus {

// One piece of markup of an HTML file: a tag, a comment, a declaration, or the text of a script.
struct HtmlTag {
  enum class Kind : std::uint8_t { open, close, other };
  static constexpr std::size_t no_partner = static_cast<std::size_t>(-1);

  Kind kind = Kind::other;
  std::size_t begin = 0;  // of the `<`
  std::size_t end = 0;    // behind the `>`
  std::string name;       // lower case
  std::size_t partner = no_partner;  // of an open tag: the index of its close tag
};

// All markup of a file in order, open tags with their partners. Linear in the text, whatever is in it.
std::vector<HtmlTag> find_tags(std::string_view html);

// The value of an attribute, with its entities decoded; empty when it is not there.
std::string attribute(std::string_view html, const HtmlTag& tag, std::string_view name);

// The entities of a piece of text that stand for one character each, in order.
std::vector<CharacterReference> find_references(std::string_view html, std::size_t begin, std::size_t end);

// Text with its entities decoded, runs of blanks as one space.
std::string decoded_text(std::string_view html);

}  // namespace demarche::corpus
