#include "engine/base/diagnostic.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <tuple>

namespace demarche {

namespace {
struct Known {
  std::string_view name;
  Severity severity;
  std::string_view summary;
};

constexpr auto error = Severity::error;
constexpr auto warning = Severity::warning;
[[maybe_unused]] constexpr auto note = Severity::note;

constexpr std::array known{
#define DEMARCHE_DIAGNOSTIC(enumerator, name, severity, summary) Known{name, severity, summary},
#include "engine/base/diagnostic_ids.def"
#undef DEMARCHE_DIAGNOSTIC
};

const Known& entry(DiagnosticId id) { return known[static_cast<std::size_t>(id)]; }

// Where a diagnostic stands among others: by file, line and place, then by name.
struct SortKey {
  std::string_view path;  // without the line of "articles.jsonl:3"
  std::uint32_t line = 0;
  Span span;
  DiagnosticId id{};
  std::string_view message;
  auto tie() const { return std::tie(path, line, span, id, message); }
};

SortKey sort_key(const Diagnostic& d) {
  SortKey key{d.path, 0, d.primary.span, d.id, d.message};
  if (d.primary.file) {
    key.path = d.primary.file->path();
    key.line = d.primary.file->position(d.primary.span.begin).line;
    return key;
  }
  const std::size_t colon = key.path.rfind(':');
  const std::string_view number = colon == std::string_view::npos ? std::string_view{} : key.path.substr(colon + 1);
  const auto [end, failure] = std::from_chars(number.data(), number.data() + number.size(), key.line);
  if (failure == std::errc{} && end == number.data() + number.size())
    key.path = key.path.substr(0, colon);
  else
    key.line = 0;
  return key;
}

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c; }

// Edits (insert, delete, replace, swap of neighbours), case ignored; more than `limit` gives limit + 1.
std::size_t distance(std::string_view a, std::string_view b, std::size_t limit) {
  if (a.size() > b.size() + limit || b.size() > a.size() + limit) return limit + 1;
  std::vector<std::size_t> before(b.size() + 1), above(b.size() + 1), row(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) above[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    row[0] = i;
    std::size_t best = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      bool same = lower(a[i - 1]) == lower(b[j - 1]);
      row[j] = std::min({above[j] + 1, row[j - 1] + 1, above[j - 1] + (same ? 0u : 1u)});
      bool swapped = i > 1 && j > 1 && lower(a[i - 1]) == lower(b[j - 2]) && lower(a[i - 2]) == lower(b[j - 1]);
      if (swapped) row[j] = std::min(row[j], before[j - 2] + 1);
      best = std::min(best, row[j]);
    }
    if (best > limit) return limit + 1;
    before.swap(above);
    above.swap(row);
  }
  return above[b.size()];
}
}  // namespace

std::string_view name_of(DiagnosticId id) { return entry(id).name; }
Severity severity_of(DiagnosticId id) { return entry(id).severity; }
std::string_view summary_of(DiagnosticId id) { return entry(id).summary; }

std::vector<DiagnosticId> all_diagnostic_ids() {
  std::vector<DiagnosticId> all;
  for (std::size_t i = 0; i < known.size(); ++i) all.push_back(static_cast<DiagnosticId>(i));
  return all;
}

Diagnostic& Diagnostics::add(DiagnosticId id, std::string message, std::shared_ptr<const SourceFile> file, Span span) {
  Diagnostic diagnostic;
  diagnostic.id = id;
  diagnostic.severity = severity_of(id);
  diagnostic.message = std::move(message);
  diagnostic.primary = {std::move(file), span, {}};
  return items_.emplace_back(std::move(diagnostic));
}

Diagnostic& Diagnostics::add(DiagnosticId id, std::string message, std::string path) {
  Diagnostic& diagnostic = add(id, std::move(message), nullptr, Span{});
  diagnostic.path = std::move(path);
  return diagnostic;
}

void Diagnostics::append(const Diagnostics& other) {
  items_.insert(items_.end(), other.items_.begin(), other.items_.end());
}

std::vector<Diagnostic> Diagnostics::sorted() const {
  std::vector<std::pair<SortKey, const Diagnostic*>> keyed;
  keyed.reserve(items_.size());
  for (const Diagnostic& item : items_) keyed.emplace_back(sort_key(item), &item);
  std::stable_sort(keyed.begin(), keyed.end(),
                   [](const auto& a, const auto& b) { return a.first.tie() < b.first.tie(); });
  auto same = [](const auto& a, const auto& b) { return a.first.tie() == b.first.tie(); };
  keyed.erase(std::unique(keyed.begin(), keyed.end(), same), keyed.end());
  std::vector<Diagnostic> result;
  result.reserve(keyed.size());
  for (const auto& [key, item] : keyed) result.push_back(*item);
  return result;
}

bool Diagnostics::has_errors() const { return error_count() > 0; }

std::size_t Diagnostics::error_count() const {
  return static_cast<std::size_t>(
      std::count_if(items_.begin(), items_.end(), [](const Diagnostic& d) { return d.severity == Severity::error; }));
}

std::string nearest(std::string_view word, const std::vector<std::string>& candidates) {
  // One edit in a short word, a third of the letters in a long one.
  std::size_t limit = word.size() < 3 ? 0 : std::clamp<std::size_t>(word.size() / 3, 1, 4);
  // People mistype the beginning of a word least: among equals the longest common beginning wins, then the alphabet.
  auto rank = [&](const std::string& candidate) {
    std::size_t common = 0;
    while (common < std::min(word.size(), candidate.size()) && lower(word[common]) == lower(candidate[common]))
      ++common;
    return std::make_tuple(distance(word, candidate, limit), word.size() - common, std::string_view(candidate));
  };
  const std::string* best = nullptr;
  for (const auto& candidate : candidates) {
    if (std::get<0>(rank(candidate)) > limit) continue;
    if (!best || rank(candidate) < rank(*best)) best = &candidate;
  }
  return best ? *best : std::string{};
}

}  // namespace demarche
