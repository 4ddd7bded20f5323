#pragma once
#include <string>
#include <string_view>
#include <vector>

// How wide texts are, without asking a font: pictures are the same bytes on every machine.
namespace demarche::picture {

// By the widths of Arial, which Liberation Sans and Helvetica share. Other scripts are estimated on the wide side.
double text_width(std::string_view text, double size, bool bold = false);

// The text, cut with an ellipsis where it is wider.
std::string cut_to_width(std::string_view text, double width, double size, bool bold = false);

// Broken between words, at hyphens and, if there is no other way, within them, into at most `most` lines, the last of
// them cut.
std::vector<std::string> lines_within(std::string_view text, double width, double size, std::size_t most,
                                      bool bold = false);

}  // namespace demarche::picture
