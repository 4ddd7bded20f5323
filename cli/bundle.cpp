#include "engine/run/bundle.hpp"

#include <cstdio>
#include <filesystem>
#include <set>

#include "cli/as_typed.hpp"
#include "cli/context.hpp"
#include "cli/output.hpp"
#include "cli/table.hpp"
#include "engine/report/datapackage.hpp"
#include "engine/run/names.hpp"

namespace demarche::cli {

namespace {

namespace fs = std::filesystem;

struct Options {
  TableOptions table;
  std::string out;
  std::string check;
  std::string license;
  bool with_corpus = false;
};

// The path of `file` from inside `folder`; empty when it lies elsewhere.
std::string below(const fs::path& folder, const fs::path& file) {
  const fs::path path = fs::weakly_canonical(file).lexically_relative(fs::weakly_canonical(folder));
  const std::string text = path.generic_string();
  return text.empty() || text == "." || text.starts_with("..") ? "" : text;
}

// Gives files their places in the bundle and reads them.
class Sources {
 public:
  Sources(Context& context, std::string library) : context_(context), library_(std::move(library)) {}

  void add(const std::string& path) {
    const std::string place = place_of(path);
    if (!taken_.insert(place).second) return;
    auto read = context_.files->read(path);
    if (read.bytes) {
      files_.push_back({place, std::move(*read.bytes)});
    } else {
      diagnostics_.add(DiagnosticId::file_unreadable, "cannot read `" + path + "`: " + read.error, path);
    }
  }
  void add_below(const std::string& path) {
    if (context_.files->kind(path) != FileSystem::Kind::folder) return add(path);
    for (const auto& file : context_.files->files_below(path)) add(file);
  }
  std::vector<store::ArchiveFile> take(Diagnostics& diagnostics) {
    diagnostics.append(diagnostics_);
    return std::move(files_);
  }

 private:
  // The library first: in a project that has a copy of it inside, it is still the library.
  std::string place_of(const std::string& path) {
    if (const auto inside = below(library_, path); !inside.empty()) return "library/" + inside;
    if (const auto inside = below(".", path); !inside.empty()) return "project/" + inside;
    const std::string name = fs::path(path).filename().string();
    for (int number = 1;; ++number) {
      std::string place = "elsewhere/" + std::to_string(number) + "/" + name;
      if (!taken_.contains(place)) return place;
    }
  }

  Context& context_;
  std::string library_;
  std::set<std::string> taken_;
  std::vector<store::ArchiveFile> files_;
  Diagnostics diagnostics_;
};

void check(Context& context, const Options& options) {
  Diagnostics diagnostics;
  const auto file = context.files->read(options.check);
  if (!file.bytes) {
    diagnostics.add(DiagnosticId::file_unreadable, "cannot read `" + options.check + "`: " + file.error, options.check);
    return report(context, diagnostics);
  }
  const auto unpacked = store::unpack(*file.bytes);
  if (!unpacked.error.empty() && unpacked.files.empty())
    return say_wrong(context, "`" + options.check + "` cannot be unpacked: " + unpacked.error);
  const auto found = report::check_package(unpacked.files);
  if (!found.error.empty()) return say_wrong(context, "`" + options.check + "`: " + found.error);
  if (!unpacked.error.empty()) std::printf("the archive is damaged: %s\n", unpacked.error.c_str());
  for (const auto& difference : found.differences) std::printf("%s\n", difference.c_str());
  if (!unpacked.error.empty() || !found.differences.empty()) context.exit_code = check_found;
  if (!context.quiet) std::printf("%zu %s as listed\n", found.files, found.files == 1 ? "file is" : "files are");
}

std::vector<store::ArchiveFile> sources_of(Context& context, const Table& table, bool with_corpus,
                                           Diagnostics& diagnostics) {
  Sources sources(context, find_library(context));
  for (const auto& path : table.job.rules->files) sources.add(path);
  if (context.files->kind(run::project_file) == FileSystem::Kind::file) sources.add(run::project_file);
  if (with_corpus)
    for (const auto& path : table.job.project.corpus.paths) sources.add_below(path);
  return sources.take(diagnostics);
}

void bundle(Context& context, const Options& options) {
  const auto format = store::archive_format_of(options.out);
  if (!format)
    return say_wrong(context, "`" + options.out + "` is no name of an archive; write --out positions.zip or .tar.gz");
  const auto table = read_table(context, options.table);
  if (!table) return;
  if (options.with_corpus && table->job.project.corpus.paths.empty())
    return say_wrong(context, "there is no corpus to pack; name it with --corpus, or leave --with-corpus away");
  // Rules that did not give the evidence would be no proof of it.
  if (const auto& used = table->provenance.rules_hash; !used.empty() && used != table->job.rules->program.hash)
    return say_wrong(context,
                     "`" + options.table.from +
                         "` was written with other rules: write it anew with `demarche run`, or leave --from away");
  const auto matrix = make_matrix(context, table->job, table->results);
  if (!matrix) return;
  Diagnostics diagnostics;
  const auto names = run::names_of(table->job.rules->program, table->job.rules->actors);
  const report::TableInput input{*matrix, table->results, names, table->provenance};
  auto made = run::bundle_of({input, sources_of(context, *table, options.with_corpus, diagnostics), options.with_corpus,
                              as_typed(options.table), options.license});
  if (!diagnostics.has_errors()) {
    const std::string error = context.files->write_whole(options.out, store::pack(made.files, *format));
    if (!error.empty())
      diagnostics.add(DiagnosticId::write_failed, "cannot write `" + options.out + "`: " + error, options.out);
  }
  report(context, diagnostics);
  if (diagnostics.has_errors()) return;
  for (const auto& reason : made.left_out) std::fprintf(stderr, "demarche: left out, %s\n", reason.c_str());
  if (!context.quiet) std::printf("%s: %zu files\n", options.out.c_str(), made.files.size());
}

}  // namespace

void add_bundle(CLI::App& app, Context& context) {
  auto options = std::make_shared<Options>();
  auto* command =
      app.add_subcommand("bundle", "pack rules, evidence, tables and method into one archive, or check one");
  command->footer(
      "Example:\n  demarche bundle --out positions.zip\n  demarche bundle --check positions.zip\n\n"
      "The same rules, texts and options give the same archive, byte for byte. The corpus goes along only with\n"
      "--with-corpus, since others may hold the rights.");
  auto* out = command->add_option("--out", options->out, "the archive: .zip or .tar.gz");
  auto* checked = command->add_option("--check", options->check, "compare the files of this archive with their hashes");
  out->excludes(checked);
  command->add_flag("--with-corpus", options->with_corpus, "pack the texts, too");
  command->add_option("--license", options->license,
                      "under which licence others may use it, for ro-crate-metadata.json: an address, or its name");
  add_table_options(*command, options->table);
  command->callback([&context, options] {
    if (!options->check.empty()) return check(context, *options);
    if (options->out.empty())
      return say_wrong(context, "say where to: --out positions.zip, or what to check: --check positions.zip");
    bundle(context, *options);
  });
}

}  // namespace demarche::cli
