#include <spdlog/sinks/stdout_color_sinks.h>
#include <spdlog/spdlog.h>

#include <cstdio>
#include <exception>

#include "cli/context.hpp"
#include "cli/parse_errors.hpp"

namespace {

using demarche::cli::Context;

void add_global_options(CLI::App& app, Context& context) {
  app.add_flag("-q,--quiet", context.quiet, "only errors on the screen");
  app.add_flag("-v,--verbose", context.verbose, "say what is being done");
  app.add_option("--color", context.color, "colours: auto, always or never")
      ->check(CLI::IsMember({"auto", "always", "never"}))
      ->capture_default_str();
  app.add_option("--library", context.library,
                 "folder of the rule library (else DEMARCHE_LIBRARY, else the shipped one)");
}

void start_log(const Context& context) {
  auto log = spdlog::stderr_color_mt("demarche");
  log->set_pattern("%v");
  log->set_level(context.verbose ? spdlog::level::debug : spdlog::level::warn);
  spdlog::set_default_logger(log);
}

int run(int argc, char** argv) {
  Context context;
  context.files = demarche::make_disk_file_system();
  context.program = argc > 0 ? argv[0] : "";
  CLI::App app{
      "Demarche reads what governments say and keeps the table of their positions.\n"
      "Begin with `demarche init my-project`, or `demarche try \"Iran rejected the sanctions.\"`."};
  app.name("demarche");
  app.set_version_flag("--version", std::string("demarche ") + DEMARCHE_VERSION);
  app.require_subcommand(1);
  app.fallthrough();  // global options may stand behind the command, too
  add_global_options(app, context);
  app.parse_complete_callback([&context] { start_log(context); });
  demarche::cli::add_init(app, context);
  demarche::cli::add_try(app, context);
  demarche::cli::add_check(app, context);
  demarche::cli::add_fmt(app, context);
  demarche::cli::add_expand(app, context);
  demarche::cli::add_run(app, context);
  demarche::cli::add_matrix(app, context);
  demarche::cli::add_report(app, context);
  demarche::cli::add_test(app, context);
  demarche::cli::add_explain(app, context);
  demarche::cli::add_golden(app, context);
  demarche::cli::add_eval(app, context);
  demarche::cli::add_dump(app, context);
  demarche::cli::add_lint(app, context);
  demarche::cli::add_who(app, context);
  demarche::cli::add_sample(app, context);
  demarche::cli::add_compare(app, context);
  demarche::cli::add_timeline(app, context);
  demarche::cli::add_network(app, context);
  demarche::cli::add_quotes(app, context);
  demarche::cli::add_picture(app, context);
  demarche::cli::add_export(app, context);
  demarche::cli::add_bundle(app, context);
  demarche::cli::add_import(app, context);
  try {
    app.parse(argc, argv);
  } catch (const CLI::Success& asked) {
    app.exit(asked);  // --help, --version
    return demarche::cli::fine;
  } catch (const CLI::ParseError& error) {
    demarche::cli::say_parse_error(app, error);
    return demarche::cli::wrong_input;
  }
  return context.exit_code;
}

}  // namespace

int main(int argc, char** argv) {
  try {
    return run(argc, argv);
  } catch (const std::bad_alloc&) {
    std::fputs("demarche: out of memory\n", stderr);
  } catch (const std::exception& error) {
    std::fprintf(stderr, "demarche: this should not happen, please report it: %s\n", error.what());
  }
  return demarche::cli::no_access;
}
