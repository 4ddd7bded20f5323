#include "engine/corpus/metadata.hpp"

#include <algorithm>
#include <array>
#include <charconv>

#include "engine/corpus/format.hpp"

namespace demarche::corpus {
namespace {

constexpr std::array<std::string_view, 10> fields = {"title",   "source",   "url",   "language", "lang",
                                                     "speaker", "speaking", "actor", "date",     "id"};

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

std::optional<int> number_of(std::string_view word) {
  int value = 0;
  auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), value);
  if (error != std::errc() || end != word.data() + word.size() || word.empty()) return std::nullopt;
  return value;
}

std::string padded(int value, std::size_t digits) {
  std::string text = std::to_string(value);
  return text.size() < digits ? std::string(digits - text.size(), '0').append(text) : text;
}

std::optional<Date> day_of(int year, int month, int day) {
  if (year < 1000 || year > 9999 || month < 1 || day < 1) return std::nullopt;
  return parse_date(padded(year, 4).append("-").append(padded(month, 2)).append("-").append(padded(day, 2)));
}

std::optional<Date> middle_of(const DateRange& range) {
  if (!range.from || !range.to) return std::nullopt;
  return Date{range.from->days + (range.to->days - range.from->days) / 2};
}

// "September", "Sept.", "sep" -> 9; 0 when it is no month.
int month_of(std::string_view word) {
  constexpr std::array<std::string_view, 12> names = {"january",   "february", "march",    "april",
                                                      "may",       "june",     "july",     "august",
                                                      "september", "october",  "november", "december"};
  std::string lower = lower_ascii(word);
  if (lower.size() < 3) return 0;
  for (std::size_t i = 0; i < names.size(); ++i)
    if (names[i].starts_with(lower) || (i == 8 && lower == "sept")) return static_cast<int>(i + 1);
  return 0;
}

// Runs of digits and runs of letters; the rest parts them.
std::vector<std::string_view> words_of(std::string_view text) {
  std::vector<std::string_view> words;
  for (std::size_t at = 0; at < text.size();) {
    auto kind = is_digit(text[at]) ? is_digit : is_letter;
    std::size_t end = at;
    while (end < text.size() && kind(text[end])) ++end;
    if (end > at) words.push_back(text.substr(at, end - at));
    at = std::max(end, at + 1);
  }
  return words;
}

// The month as a word, with the day before or after it and the year behind: "25 September 2019", "September 25th,
// 2019".
std::optional<Date> date_in_words(const std::vector<std::string_view>& words) {
  for (std::size_t i = 0; i < words.size(); ++i) {
    int month = month_of(words[i]);
    if (month == 0) continue;
    auto value = [&](std::size_t at) { return at < words.size() ? number_of(words[at]).value_or(0) : 0; };
    bool ordinal = i + 2 < words.size() && is_letter(words[i + 2][0]);
    int before = 0;  // "25 September", "25th of September"
    for (std::size_t back = 1; back <= std::min<std::size_t>(i, 3) && before == 0 && words[i - back].size() <= 2;
         ++back)
      before = value(i - back);
    if (before > 0 && before < 32) return day_of(value(i + 1), month, before);
    int after = value(i + 1);
    if (after > 0 && after < 32) return day_of(value(ordinal ? i + 3 : i + 2), month, after);
    if (after >= 1000) {
      auto period = parse_period(padded(after, 4).append("-").append(padded(month, 2)));
      return period ? middle_of(*period) : std::nullopt;
    }
  }
  return std::nullopt;
}

// "25.09.2019", "2019/09/25", "09/25/2019": with the year first, or where only one order is possible, or with dots,
// which only people who write the day first use.
std::optional<Date> date_in_numbers(std::string_view text, const std::vector<std::string_view>& words) {
  if (words.size() < 3 || !is_digit(words[0][0]) || !is_digit(words[1][0]) || !is_digit(words[2][0]))
    return std::nullopt;
  int a = *number_of(words[0].substr(0, 9)), b = *number_of(words[1].substr(0, 9)),
      c = *number_of(words[2].substr(0, 9));
  if (words[0].size() == 4) return day_of(a, b, c);
  if (words[2].size() != 4) return std::nullopt;
  bool dotted = text.find('.') < text.find(words[2]);
  if (dotted || a > 12) return day_of(c, b, a);
  if (b > 12 || a == b) return day_of(c, a, b);
  return std::nullopt;
}

}  // namespace

std::optional<Date> read_date(std::string_view text) {
  text = trimmed(text);
  if (auto day = parse_date(text)) return day;
  if (auto period = parse_period(text)) return middle_of(*period);
  if (text.size() > 64) return std::nullopt;
  auto words = words_of(text);
  if (words.empty()) return std::nullopt;
  if (words[0].size() == 8 && is_digit(words[0][0]))
    return day_of(*number_of(words[0].substr(0, 4)), *number_of(words[0].substr(4, 2)),
                  *number_of(words[0].substr(6, 2)));
  if (auto day = date_in_words(words)) return day;
  return date_in_numbers(text, words);
}

bool is_field(std::string_view name) { return std::find(fields.begin(), fields.end(), name) != fields.end(); }

void set_field(Document& document, std::string_view name, std::string_view value, const FieldPlace& where,
               Diagnostics& diagnostics) {
  value = trimmed(value);
  if (value.empty()) return;
  if (name == "title") document.title = value;
  if (name == "source") document.source = value;
  if (name == "url") document.url = value;
  if (name == "language" || name == "lang") document.language = value;
  if (name == "speaker") document.speaker = value;
  if (name == "id") document.id = value;
  if (name == "speaking" || name == "actor") {
    while (!value.empty()) {
      auto end = std::min(value.find_first_of(",+;"), value.size());
      if (auto actor = trimmed(value.substr(0, end)); !actor.empty()) document.speaking.emplace_back(actor);
      value.remove_prefix(std::min(end + 1, value.size()));
    }
  }
  if (name != "date") return;
  document.date = read_date(value);
  if (document.date) return;
  std::string message = "the date `" + std::string(value.substr(0, 80)) + "` cannot be read";
  auto& diagnostic = where.file
                         ? diagnostics.add(DiagnosticId::document_bad_date, std::move(message), where.file, where.span)
                         : diagnostics.add(DiagnosticId::document_bad_date, std::move(message), where.path);
  diagnostic.notes.push_back("the document counts as undated");
  diagnostic.help = "write dates as YYYY-MM-DD";
}

namespace {
// A field may have any name, and says nothing then: `session`. One letter off a known name it is a slip.
void report_misspelt(const std::string& field, const std::string& pattern, Diagnostics& diagnostics) {
  std::vector<std::string> known(fields.begin(), fields.end());
  for (const char* part : {"year", "month", "day"}) known.emplace_back(part);
  const std::string meant = nearest(field, known);
  if (meant.empty() || meant == field) return;
  diagnostics
      .add(DiagnosticId::file_name_pattern_wrong,
           "the file-name pattern has a field `{" + field + "}`, which says nothing", pattern)
      .help = "did you mean `{" + meant + "}`?";
}
}  // namespace

FileNamePattern::FileNamePattern(const std::string& pattern, Diagnostics& diagnostics) {
  whole_path_ = pattern.find('/') != std::string::npos;
  std::string_view rest = pattern;
  while (!rest.empty()) {
    auto open = rest.find_first_of("{}");
    if (open != 0) parts_.push_back({false, std::string(rest.substr(0, open))});
    if (open == std::string_view::npos) return;
    auto close = rest.find('}', open);
    bool bare = !parts_.empty() && parts_.back().field;
    if (rest[open] == '}' || close == std::string_view::npos || (open == 0 && bare)) {
      auto& diagnostic = diagnostics.add(DiagnosticId::file_name_pattern_wrong,
                                         bare ? "two fields follow each other with nothing between them"
                                              : "a brace of the file-name pattern has no partner",
                                         pattern);
      diagnostic.help = "write fields in braces: \"{speaking}_{session}_{year}.txt\"";
      parts_.clear();
      return;
    }
    parts_.push_back({true, std::string(rest.substr(open + 1, close - open - 1))});
    report_misspelt(parts_.back().text, pattern, diagnostics);
    rest.remove_prefix(close + 1);
  }
}

// The shortest text for each field; patterns are short and names too, so that trying is cheap.
bool FileNamePattern::match(std::size_t part, std::string_view rest, std::vector<std::string_view>& values) const {
  if (part == parts_.size()) return rest.empty();
  if (!parts_[part].field) {
    if (!rest.starts_with(parts_[part].text)) return false;
    return match(part + 1, rest.substr(parts_[part].text.size()), values);
  }
  values.emplace_back();
  for (std::size_t size = 1; size <= rest.size() && rest[size - 1] != '/'; ++size) {
    values.back() = rest.substr(0, size);
    std::size_t depth = values.size();
    if (match(part + 1, rest.substr(size), values)) return true;
    values.resize(depth);
  }
  values.pop_back();
  return false;
}

bool FileNamePattern::apply(Document& document, std::string_view id, Diagnostics& diagnostics) const {
  if (parts_.empty()) return true;
  std::string_view name = whole_path_ ? id : id.substr(id.find_last_of('/') + 1);
  std::vector<std::string_view> values;
  if (name.size() > 512 || !match(0, name, values)) return false;
  std::string year, month, day;
  std::size_t next = 0;
  for (const auto& part : parts_) {
    if (!part.field) continue;
    std::string value(values[next++]);
    if (part.text == "year") year = value;
    if (part.text == "month") month = value;
    if (part.text == "day") day = value;
    if (part.text != "id" && part.text != "url") set_field(document, part.text, value, {document.path}, diagnostics);
  }
  if (!year.empty()) {
    std::string date = year;
    if (!month.empty()) date.append("-").append(month);
    if (!month.empty() && !day.empty()) date.append("-").append(day);
    set_field(document, "date", date, {document.path}, diagnostics);
  }
  return true;
}

}  // namespace demarche::corpus
