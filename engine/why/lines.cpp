#include "engine/why/why_not.hpp"

namespace demarche::why {

namespace {

std::string place_text(const program::Place& place) {
  if (place.line == 0) return "";
  return " (" + place.file + ":" + std::to_string(place.line) + ")";
}

// Long patterns are cut: their line is named beside them.
std::string shortened(const std::string& pattern) {
  constexpr std::size_t longest = 90;  // bytes
  if (pattern.size() <= longest) return pattern;
  std::size_t end = longest;
  while (end > 0 && (static_cast<unsigned char>(pattern[end]) & 0xC0) == 0x80) --end;
  return pattern.substr(0, end) + " ...";
}

std::string nearest_line(const Nearest& nearest) {
  std::string line = "nearest is `" + nearest.what + " " + shortened(nearest.pattern) + "` of `" + nearest.of + "`" +
                     place_text(nearest.place);
  if (!nearest.element.empty())
    line += nearest.met.empty() ? ": nothing stands for `" + nearest.element + "`"
                                : ": the element `" + nearest.element + "` met \"" + nearest.met + "\"";
  else if (!nearest.met.empty())
    line += ": \"" + nearest.met + "\" stands between its words";
  return line;
}

void add_edit(const Edit& edit, const std::string& promise, std::vector<std::string>& out) {
  if (!edit.is_statement) {
    out.push_back(promise + " " + edit.statement + place_text(edit.place));
    return;
  }
  if (!edit.in_place.empty())
    out.push_back(promise + " if the line had `" + shortened(edit.in_place) + "`" + place_text(edit.place));
  out.push_back((edit.in_place.empty() ? promise + " with `" : "or with `") + edit.statement + "`");
}

}  // namespace

std::vector<std::string> lines(const WhyNot& why) {
  std::vector<std::string> out;
  for (std::size_t i = 0; i < why.missing.size(); ++i) {
    const Missing& missing = why.missing[i];
    out.push_back((i > 0 ? "then " : "") + std::string(name_of(missing.stage)) + ": " + missing.reason);
    if (missing.nearest && !missing.nearest->pattern.empty()) out.push_back(nearest_line(*missing.nearest));
    const bool last = i + 1 == why.missing.size();
    if (missing.edit)
      add_edit(*missing.edit, last && why.verified ? "it would be found" : "it would get farther", out);
    else
      out.push_back("no single change of words was found that helps");
  }
  return out;
}

std::vector<std::string> lines(const WhyFound& why) {
  std::vector<std::string> out = why.proof;
  if (!why.guard) {
    out.push_back("no single guard was found that stops it and leaves the rest");
  } else if (why.guard->is_statement) {
    out.push_back("it would be gone with `" + why.guard->statement + "`");
  } else {
    out.push_back("it would be gone if the line had " + why.guard->statement + place_text(why.guard->place));
  }
  return out;
}

}  // namespace demarche::why
