#include "cli/output.hpp"

#include <algorithm>
#include <array>
#include <cstdio>

#include "cli/project.hpp"
#include "engine/report/csv_metadata.hpp"

namespace demarche::cli {

namespace {

constexpr std::array<std::pair<std::string_view, std::string_view>, 10> endings{{{".txt", "text"},
                                                                                 {".md", "md"},
                                                                                 {".html", "html"},
                                                                                 {".htm", "html"},
                                                                                 {".csv", "csv"},
                                                                                 {".json", "json"},
                                                                                 {".graphml", "graphml"},
                                                                                 {".xml", "graphml"},
                                                                                 {".svg", "svg"},
                                                                                 {".png", "png"}}};

std::string lower(std::string text) {
  for (char& c : text)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return text;
}

}  // namespace

void say_wrong(Context& context, const std::string& message) {
  std::fprintf(stderr, "demarche: %s\n", message.c_str());
  context.exit_code = std::max<int>(context.exit_code, wrong_input);
}

void say_unknown(Context& context, const std::string& what, const std::string& word,
                 const std::vector<std::string>& known) {
  const std::string meant = nearest(word, known);
  say_wrong(context, "there is no " + what + " `" + word + "`; " +
                         (meant.empty() ? "there are " + listed(known) : "did you mean `" + meant + "`?"));
}

std::string listed(const std::vector<std::string>& words) {
  std::string text;
  for (const auto& word : words) text += (text.empty() ? "" : ", ") + word;
  return text;
}

void add_output_options(CLI::App& command, OutputOptions& options, const std::vector<std::string>& formats) {
  command.add_option("--format", options.format, listed(formats) + " (default: what the name of --out says)")
      ->check(CLI::IsMember(formats));
  command.add_option("--out", options.out, "the file, written whole or not at all (default: the screen)");
  command.add_flag("--plain", options.plain, "ASCII signs only, on the screen and in text files");
  if (std::find(formats.begin(), formats.end(), "csv") != formats.end())
    command.add_flag("--bom", options.bom, "a byte-order mark in front of CSV, for Excel");
}

std::optional<std::string> chosen_format(Context& context, const OutputOptions& options,
                                         const std::vector<std::string>& formats) {
  if (!options.format.empty()) return options.format;
  if (options.out.empty()) return formats.front();
  const std::string name = lower(options.out);
  for (const auto& [ending, format] : endings)
    if (name.ends_with(ending) && std::find(formats.begin(), formats.end(), format) != formats.end())
      return std::string(format);
  say_wrong(context,
            "the name `" + options.out + "` does not tell the format; say it with --format: " + listed(formats));
  return std::nullopt;
}

bool deliver(Context& context, const std::string& out, const std::string& bytes) {
  if (out.empty()) {
    std::fwrite(bytes.data(), 1, bytes.size(), stdout);
    return true;
  }
  const std::string error = context.files->write_whole(out, bytes);
  if (error.empty()) {
    if (!context.quiet) std::printf("%s\n", out.c_str());
    return true;
  }
  Diagnostics diagnostics;
  diagnostics.add(DiagnosticId::write_failed, "cannot write `" + out + "`: " + error, out);
  report(context, diagnostics);
  return false;
}

bool deliver_csv(Context& context, const OutputOptions& options, const std::string& out, const std::string& bytes,
                 const std::string& title, const report::Provenance& provenance, const position::Options& counted) {
  if (!deliver(context, out, (options.bom ? "\xEF\xBB\xBF" : "") + bytes)) return false;
  if (out.empty()) return true;
  const std::string file = out.substr(out.rfind('/') + 1);
  return deliver(context, out + "-metadata.json", report::csv_metadata({file, title}, provenance, counted));
}

report::TerminalOptions terminal_options(const Context& context, const OutputOptions& options) {
  const bool unicode = !options.plain && (unicode_output() || !options.out.empty());
  return {terminal_width(), options.out.empty() && context.color_on_output(),
          unicode ? report::Signs::unicode : report::Signs::plain};
}

}  // namespace demarche::cli
