#include "engine/run/excerpts.hpp"

#include <algorithm>

#include "engine/base/span.hpp"
#include "engine/base/utf8.hpp"
#include "engine/evidence/sentence_text.hpp"

namespace demarche::run {

namespace {

bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\r'; }

// The byte at which each code point begins, and the end of the text.
std::vector<std::uint32_t> starts_of(std::string_view text) {
  std::vector<std::uint32_t> starts;
  for (std::uint32_t at = 0; at < text.size(); ++at)
    if (!utf8::is_continuation(text[at])) starts.push_back(at);
  starts.push_back(static_cast<std::uint32_t>(text.size()));
  return starts;
}

Span bytes_of(const std::vector<std::uint32_t>& starts, evidence::Range range) {
  const auto at = [&](std::uint32_t index) { return starts[std::min<std::size_t>(index, starts.size() - 1)]; };
  return {at(range.start), std::max(at(range.start), at(range.end))};
}

// An empty line begins at this line end.
bool empty_line_at(std::string_view text, std::uint32_t line_end) {
  std::uint32_t next = line_end + 1;
  while (next < text.size() && is_blank(text[next])) ++next;
  return next >= text.size() || text[next] == '\n';
}

// Where the paragraph of a byte begins, not before `limit`.
std::uint32_t paragraph_begin(const corpus::Document& document, std::uint32_t from, std::uint32_t limit) {
  const std::string& text = document.text;
  const auto next_break = std::upper_bound(document.breaks.begin(), document.breaks.end(), from);
  if (next_break != document.breaks.begin()) limit = std::max(limit, *std::prev(next_break));
  for (const auto& heading : document.headings)
    if (heading.end <= from) limit = std::max(limit, heading.end);
  for (std::uint32_t at = from; at > limit; --at)
    if (text[at - 1] == '\n' && empty_line_at(text, at - 1)) return at;
  return limit;
}

std::uint32_t paragraph_end(const corpus::Document& document, std::uint32_t from, std::uint32_t limit) {
  const std::string& text = document.text;
  const auto next_break = std::upper_bound(document.breaks.begin(), document.breaks.end(), from);
  if (next_break != document.breaks.end()) limit = std::min(limit, *next_break);
  for (const auto& heading : document.headings)
    if (heading.begin >= from) limit = std::min(limit, heading.begin);
  for (std::uint32_t at = from; at < limit; ++at)
    if (text[at] == '\n' && empty_line_at(text, at)) return at;
  return limit;
}

std::string trimmed(std::string text) {
  while (!text.empty() && text.back() == ' ') text.pop_back();
  return text;
}

// The last bytes of a text from the beginning of a word, or the first to the end of one, marked where they are cut.
std::string last_words(const std::string& text, std::size_t most, bool cut) {
  std::size_t begin = text.size() > most ? text.size() - most : 0;
  if (begin == 0 && !cut) return text;
  begin = text.find(' ', begin == 0 ? 0 : begin - 1);
  return begin == std::string::npos ? "" : "\xE2\x80\xA6" + text.substr(begin + 1);
}

std::string first_words(const std::string& text, std::size_t most, bool cut) {
  if (text.size() <= most && !cut) return text;
  const std::size_t end = text.rfind(' ', std::min(most, text.size()));
  return end == std::string::npos ? "" : text.substr(0, end) + "\xE2\x80\xA6";
}

std::uint32_t utf16_units(std::string_view text) {
  std::uint32_t units = 0;
  for (const char c : text) units += utf8::is_continuation(c) ? 0u : static_cast<unsigned char>(c) >= 0xF0 ? 2u : 1u;
  return units;
}

// Where the matched words are in the sentence as people read it; nothing when markup between them hides it.
std::optional<evidence::Range> match_in(const corpus::Document& document, const evidence::Record& record, Span sentence,
                                        Span match) {
  if (match.begin < sentence.begin || match.end > sentence.end || match.begin == match.end) return std::nullopt;
  const std::string before = evidence::sentence_text(document, {sentence.begin, match.begin});
  const std::string words = trimmed(evidence::sentence_text(document, match));
  if (words.empty() || !record.sentence.starts_with(before + words)) return std::nullopt;
  const std::uint32_t begin = utf16_units(before);
  return evidence::Range{begin, begin + utf16_units(words)};
}

}  // namespace

std::vector<report::Passage> passages_of(const corpus::Document& document, const evidence::DocumentResult& result,
                                         std::size_t around) {
  std::vector<report::Passage> passages;
  if (result.records.empty()) return passages;
  const auto starts = starts_of(document.text);
  const auto margin = static_cast<std::uint32_t>(2 * around);  // markup and blanks between will go
  for (const evidence::Record& record : result.records) {
    const Span sentence = bytes_of(starts, record.sentence_range);
    report::Passage passage;
    passage.match = match_in(document, record, sentence, bytes_of(starts, record.match));
    // A sentence of the title, or of what is not read as text, has no neighbours.
    if (sentence.begin >= document.body.begin && sentence.end <= document.body.end) {
      const auto low = std::max(document.body.begin, sentence.begin > margin ? sentence.begin - margin : 0);
      const auto high = std::min<std::uint64_t>(document.body.end, std::uint64_t{sentence.end} + margin);
      std::uint32_t first = paragraph_begin(document, sentence.begin, low);
      const bool cut = first == low && first > document.body.begin;
      while (first < sentence.begin && utf8::is_continuation(document.text[first])) ++first;
      std::uint32_t last = paragraph_end(document, sentence.end, static_cast<std::uint32_t>(high));
      const bool cut_end = last == high && last < document.body.end;
      while (last > sentence.end && last < document.text.size() && utf8::is_continuation(document.text[last])) --last;
      passage.before = last_words(trimmed(evidence::sentence_text(document, {first, sentence.begin})), around, cut);
      passage.after = first_words(trimmed(evidence::sentence_text(document, {sentence.end, last})), around, cut_end);
    }
    passages.push_back(std::move(passage));
  }
  return passages;
}

void ExcerptBook::see(const corpus::Document& document, const evidence::DocumentResult& result) {
  auto passages = passages_of(document, result, around_);
  if (passages.empty()) return;
  const std::lock_guard lock(mutex_);
  passages_[result.doc] = std::move(passages);
}

report::Passages ExcerptBook::take() && { return std::move(passages_); }

}  // namespace demarche::run
