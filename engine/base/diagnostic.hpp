#pragma once
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "engine/base/source.hpp"
#include "engine/base/span.hpp"

// What we tell people about bad input, as data. Rendering is elsewhere (render.hpp); nothing here prints.
namespace demarche {

enum class Severity : std::uint8_t { error, warning, note };

// The stable names of all diagnostics, from diagnostic_ids.def. The name (`unknown-reference`) never changes once
// released.
enum class DiagnosticId : std::uint16_t {
#define DEMARCHE_DIAGNOSTIC(enumerator, name, severity, summary) enumerator,
#include "engine/base/diagnostic_ids.def"
#undef DEMARCHE_DIAGNOSTIC
};

std::string_view name_of(DiagnosticId id);
Severity severity_of(DiagnosticId id);
std::string_view summary_of(DiagnosticId id);
std::vector<DiagnosticId> all_diagnostic_ids();

// A place in a file that a diagnostic speaks of. `file` may be null (command line, a whole folder): then only `path` is
// shown.
struct Label {
  std::shared_ptr<const SourceFile> file;
  Span span;         // bytes of the file
  std::string text;  // what is to be said at this place; may be empty
};

// A replacement that mends the input.
struct Fix {
  Span span;
  std::string replacement;
};

// Messages are lower case, without a full stop, with code in backticks: "unknown issue `sanctons`".
struct Diagnostic {
  DiagnosticId id{};
  Severity severity = Severity::error;
  std::string message;
  std::string path;  // shown when `primary.file` is null
  Label primary;
  std::vector<Label> secondary;    // e.g. "first defined here"
  std::vector<std::string> notes;  // the reason in plain words
  std::string help;                // what to write instead; may be empty
  std::vector<Fix> fixes;          // edits of the primary file, disjoint
};

// Collects diagnostics in any order; `sorted` gives them by path, place and name, without repetitions.
class Diagnostics {
 public:
  // Adds a diagnostic with the severity of its id and returns it for completion.
  Diagnostic& add(DiagnosticId id, std::string message, std::shared_ptr<const SourceFile> file, Span span);
  // The same for a thing that has no text of its own: a missing file, a folder.
  Diagnostic& add(DiagnosticId id, std::string message, std::string path);
  void append(const Diagnostics& other);
  // Takes away those for which `unwanted` holds.
  template <typename Unwanted>
  void drop(Unwanted unwanted) {
    std::erase_if(items_, unwanted);
  }

  std::vector<Diagnostic> sorted() const;
  bool has_errors() const;
  std::size_t error_count() const;
  std::size_t size() const { return items_.size(); }
  bool empty() const { return items_.empty(); }

 private:
  std::vector<Diagnostic> items_;
};

// The nearest of `candidates` to `word` by edit distance, when it is near enough to be what was meant; else empty.
std::string nearest(std::string_view word, const std::vector<std::string>& candidates);

}  // namespace demarche
