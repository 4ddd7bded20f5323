#include "dsl/compile.hpp"

#include <algorithm>

#include "dsl/check/check.hpp"
#include "dsl/check/consequences.hpp"
#include "dsl/compile/emit.hpp"
#include "dsl/compile/parts.hpp"
#include "dsl/resolve/load.hpp"
#include "dsl/resolve/resolve.hpp"
#include "engine/base/hash.hpp"
#include "engine/lexicon/read_lexicon.hpp"

namespace demarche::dsl {

namespace {
// What the passes hand on to each other.
struct Work {
  const FileSystem& files;
  const CompileInput& input;
  resolve::Loaded loaded;
  lexicon::Morphology morphology;
  model::Model model;
  Compiled out;
};

void load(Work& work) {
  work.loaded = resolve::load(work.files, work.input.rules, work.input.library, work.out.diagnostics);
}

void read_actors(Work& work) {
  if (!work.loaded.actor_folders.empty())
    work.out.actors = lexicon::read_actors(work.files, work.loaded.actor_folders, work.out.diagnostics);
}

// Without a list of word forms everything is regular but `be`, `have` and `do`.
lexicon::Morphology small_morphology() {
  lexicon::Morphology small;
  small.add_irregular_verb({"be", {"be"}, {"is", "are", "am"}, {"was", "were"}, {"been"}, {"being"}});
  small.add_irregular_verb({"have", {"have"}, {"has"}, {"had"}, {"had"}, {"having"}});
  small.add_irregular_verb({"do", {"do"}, {"does"}, {"did"}, {"done"}, {"doing"}});
  return small;
}

std::string morphology_path(const Work& work) {
  return resolve::normal_path(work.input.library + "/english/morphology.yaml");
}

void read_morphology(Work& work) {
  auto path = morphology_path(work);
  work.morphology = work.files.kind(path) == FileSystem::Kind::file
                        ? lexicon::read_morphology(work.files, path, work.out.diagnostics)
                        : small_morphology();
}

void resolve_names(Work& work) { work.model = resolve::resolve(work.loaded, work.out.actors, work.out.diagnostics); }

void check_model(Work& work) { check::check(work.model, work.out.diagnostics); }

void drop_consequences(Work& work) { check::drop_consequences(work.loaded, work.out.diagnostics); }

// A test with an error inside, an unknown issue or a date that does not exist, would judge what nobody asked.
void mark_broken_tests(Work& work) {
  if (!work.out.diagnostics.has_errors()) return;
  for (const auto& diagnostic : work.out.diagnostics.sorted()) {
    if (diagnostic.severity != Severity::error || !diagnostic.primary.file) continue;
    for (auto& test : work.model.tests) {
      const bool inside = test.origin.file == diagnostic.primary.file &&
                          test.span.begin <= diagnostic.primary.span.begin &&
                          diagnostic.primary.span.begin <= test.span.end;
      if (!inside) continue;
      const auto at = diagnostic.primary.file->position(diagnostic.primary.span.begin);
      test.value.broken.push_back("line " + std::to_string(at.line) + ": " + diagnostic.message);
    }
  }
}

void emit_program(Work& work) {
  work.out.program =
      lowering::emit(work.model, work.morphology, work.out.diagnostics, {.alternatives = work.input.alternatives});
}

void list_files(Work& work) {
  auto& list = work.out.files;
  for (const auto& unit : work.loaded.units) list.push_back(unit.path);
  for (const auto& folder : work.loaded.actor_folders) {
    if (work.files.kind(folder) == FileSystem::Kind::file) list.push_back(folder);
    for (const auto& path : work.files.files_below(folder))
      if (path.ends_with(".yaml")) list.push_back(path);
  }
  if (work.files.kind(morphology_path(work)) == FileSystem::Kind::file) list.push_back(morphology_path(work));
  std::sort(list.begin(), list.end());
  list.erase(std::unique(list.begin(), list.end()), list.end());
}

// Of the contents alone: where the files lie does not matter.
void hash_rules(Work& work) {
  std::vector<std::uint64_t> hashes;
  for (const auto& unit : work.loaded.units) hashes.push_back(hash_bytes(unit.ast.source->text()));
  std::sort(hashes.begin(), hashes.end());
  std::uint64_t whole = hash_bytes("");
  for (auto hash : hashes) whole = hash_bytes(hexadecimal(hash), whole);
  work.out.program.hash = hexadecimal(whole);
}

struct Pass {
  const char* name;
  void (*run)(Work&);
};

constexpr Pass passes[] = {
    {"load", load},
    {"actors", read_actors},
    {"morphology", read_morphology},
    {"resolve", resolve_names},
    {"check", check_model},
    {"consequences", drop_consequences},
    {"broken tests", mark_broken_tests},
    {"emit", emit_program},
    {"files", list_files},
    {"hash", hash_rules},
};
}  // namespace

Parts compile_parts(const FileSystem& files, const CompileInput& input) {
  Work work{files, input, {}, {}, {}, {}};
  for (const auto& pass : passes) pass.run(work);
  return {std::move(work.loaded), std::move(work.morphology), std::move(work.model), std::move(work.out)};
}

Compiled compile(const FileSystem& files, const CompileInput& input) {
  return std::move(compile_parts(files, input).compiled);
}

}  // namespace demarche::dsl
