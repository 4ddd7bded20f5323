#include "engine/golden/rule_texts.hpp"

#include <algorithm>
#include <filesystem>
#include <set>
#include <utility>

#include "engine/base/hash.hpp"
#include "engine/base/utf8.hpp"

namespace demarche::golden {

namespace {

constexpr std::string_view library_mark = "library:";
constexpr std::size_t longest_citation = 100;           // bytes
constexpr std::string_view cut_mark = " \xE2\x80\xA6";  // an ellipsis

std::string normal(const std::string& path) {
  auto text = std::filesystem::path(path).lexically_normal().generic_string();
  while (text.size() > 1 && text.back() == '/') text.pop_back();
  return text;
}

bool is_cited(const std::set<std::string_view>& citations, std::string_view line) {
  return std::any_of(citations.begin(), citations.end(), [line](auto citation) { return cites(citation, line); });
}

}  // namespace

std::string_view trimmed(std::string_view text) {
  constexpr std::string_view blanks = " \t\r";
  const auto first = text.find_first_not_of(blanks);
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(blanks) - first + 1);
}

RuleTexts::RuleTexts(const FileSystem& files, const std::vector<std::string>& paths, const std::string& library,
                     const std::string& folder)
    : library_(normal(library)), folder_(folder.empty() ? std::string() : normal(folder)) {
  for (const auto& path : paths)
    if (const auto bytes = files.read(path).bytes) texts_.push_back(rule_text(name_of(path), *bytes));
  std::sort(texts_.begin(), texts_.end(), [](const auto& a, const auto& b) { return a.file < b.file; });
}

std::string RuleTexts::name_of(const std::string& path) const {
  const std::string clean = normal(path);
  if (clean.starts_with(library_ + "/")) return std::string(library_mark) + clean.substr(library_.size() + 1);
  if (!folder_.empty() && clean.starts_with(folder_ + "/")) return clean.substr(folder_.size() + 1);
  return clean;
}

std::string RuleTexts::line_at(const program::Place& place) const {
  const std::string name = name_of(place.file);
  const auto text = std::find_if(texts_.begin(), texts_.end(), [&](const auto& one) { return one.file == name; });
  if (text == texts_.end()) return {};
  const auto line = text->lines.find(place.line);
  return line == text->lines.end() ? std::string() : std::string(trimmed(line->second));
}

bool is_of_library(std::string_view file) { return file.starts_with(library_mark); }

RuleText rule_text(std::string file, std::string_view bytes) {
  RuleText text{std::move(file), true, hexadecimal(hash_bytes(bytes)), {}};
  std::uint32_t number = 0;
  while (!bytes.empty()) {
    const auto end = std::min(bytes.find('\n'), bytes.size());
    std::string_view line = bytes.substr(0, end);
    if (line.ends_with('\r')) line.remove_suffix(1);
    text.lines.emplace(++number, line);
    bytes.remove_prefix(std::min(end + 1, bytes.size()));
  }
  return text;
}

std::string citation(std::string_view line) {
  line = trimmed(line);
  if (line.size() <= longest_citation) return std::string(line);
  std::size_t end = longest_citation;
  while (end > 0 && utf8::is_continuation(line[end])) --end;
  return std::string(trimmed(line.substr(0, end))) + std::string(cut_mark);
}

bool cites(std::string_view citation, std::string_view line) {
  line = trimmed(line);
  if (line == citation) return true;
  if (!citation.ends_with(cut_mark) || line.size() <= longest_citation) return false;
  return line.starts_with(citation.substr(0, citation.size() - cut_mark.size()));
}

std::vector<RuleText> kept_texts(const std::vector<RuleText>& all, const std::vector<Document>& documents) {
  std::map<std::string_view, std::set<std::string_view>> used;
  for (const auto& document : documents)
    for (const auto& evidence : document.evidence)
      for (const auto& use : evidence.uses) used[use.file].insert(use.line);
  std::vector<RuleText> kept;
  for (RuleText text : all) {
    if (is_of_library(text.file)) {
      text.whole = false;
      const auto lines = used.find(text.file);
      // A file of which nothing took part is kept with its hash: one that was not edited is no cause of anything.
      std::erase_if(text.lines,
                    [&](const auto& line) { return lines == used.end() || !is_cited(lines->second, line.second); });
      for (auto& [number, line] : text.lines) line = trimmed(line);
    }
    kept.push_back(std::move(text));
  }
  return kept;
}

std::uint32_t find_line(const RuleText& text, std::string_view citation, std::uint32_t near) {
  std::uint32_t best = 0;
  auto distance = [near](std::uint32_t number) { return number > near ? number - near : near - number; };
  for (const auto& [number, here] : text.lines)
    if (cites(citation, here) && (best == 0 || distance(number) < distance(best))) best = number;
  return best;
}

}  // namespace demarche::golden
