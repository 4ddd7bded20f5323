#pragma once
#include <map>
#include <memory>
#include <set>
#include <string>
#include <unordered_map>
#include <vector>

#include "dsl/compile/parts.hpp"
#include "dsl/lint.hpp"
#include "dsl/lint/site.hpp"
#include "dsl/messages/say.hpp"
#include "dsl/syntax/tree.hpp"
#include "engine/lexicon/actor_files.hpp"

// What every check gets. Not part of the public face of lint.
namespace demarche::dsl::linting {

class Context {
 public:
  Context(const FileSystem& files, const CompileInput& input, const LintOptions& options);

  const LintOptions& options() const { return options_; }
  const std::vector<resolve::Unit>& units() const { return parts_.loaded.units; }
  const model::Model& model() const { return parts_.model; }
  const program::Program& program() const { return parts_.compiled.program; }
  const lexicon::ActorTable& actors() const { return parts_.compiled.actors; }
  const lexicon::Morphology& morphology() const { return parts_.morphology; }
  const lexicon::RawTables& actor_files() const { return raw_actors_; }  // as they stand in the files, with places
  const Diagnostics& compiled() const { return parts_.compiled.diagnostics; }
  const std::vector<Site>& sites() const { return sites_; }
  lowering::Inflector& inflector() { return inflector_; }

  // Only what is found in these files is shown; the others are there to be looked at.
  bool is_linted(const std::string& path) const { return linted_.contains(path); }
  bool is_linted(const Site& site) const { return is_linted(site.unit->path); }
  const std::set<std::string>& linted() const { return linted_; }
  // The tree of a linted file.
  const syntax::Tree& tree(const std::string& path);

  // An expression as a pattern of its own. `head`: the first word of the pattern is still to come; `last`: it ends the
  // pattern. Nothing when it has an error.
  std::optional<program::Node> lower(const model::Expr& expr, const std::shared_ptr<const SourceFile>& file,
                                     const lowering::Place& place, bool head = true, bool last = true);
  // True when the expression holds the first inflected word, so that the next one is no first word any more.
  bool takes_head(const model::Expr& expr);

  Diagnostic& report(DiagnosticId id, std::string message, const std::shared_ptr<const SourceFile>& file, Span span) {
    return found_.add(id, std::move(message), file, span);
  }
  Diagnostic& report(DiagnosticId id, std::string message, const model::Origin& origin) {
    return report(id, std::move(message), origin.file, origin.span);
  }
  const Diagnostics& found() const { return found_; }

 private:
  void choose_files(const CompileInput& input);

  const FileSystem& files_;
  const LintOptions& options_;
  Parts parts_;
  Diagnostics hidden_;  // said by the compiler already
  lexicon::RawTables raw_actors_;
  resolve::Names names_;
  std::vector<Site> sites_;
  std::set<std::string> linted_;
  std::map<std::string, syntax::Tree> trees_;
  lowering::Inflector inflector_;
  lowering::Lowering lowering_;
  Diagnostics found_;
};

// The text of a place of a file.
inline std::string_view text_at(const SourceFile& file, Span span) {
  return file.text().substr(span.begin, span.size());
}

// The keyword lines below the item that holds this byte: "dates 2020 to 2021" with its place.
struct KeywordLine {
  std::string_view keyword;
  Span span;  // without comments behind it
};
std::vector<KeywordLine> lines_of_item(const syntax::Tree& tree, std::uint32_t byte);
// The span of the whole text lines that hold this span, with the line end, when nothing else stands there; else
// nothing.
std::optional<Span> whole_lines(const SourceFile& file, Span span);

}  // namespace demarche::dsl::linting
