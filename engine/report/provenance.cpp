#include "engine/report/provenance.hpp"

#include "engine/base/hash.hpp"

namespace demarche::report {

namespace {

std::string window_text(const position::Options& options) {
  const auto& [from, to] = options.window;
  if (from && to) return to_string(*from) + " to " + to_string(*to);
  if (from) return "from " + to_string(*from);
  if (to) return "until " + to_string(*to);
  return "all dates";
}

std::string kinds_text(const position::Options& options) {
  std::string text;
  auto add = [&](bool counts, const char* name) {
    if (counts) text.append(text.empty() ? "" : ", ").append(name);
  };
  add(options.declared, "declared");
  add(options.narrated, "narrated");
  add(options.acts, "act");
  return text;
}

std::string duplicates_text(const position::Options& options) {
  if (options.duplicates == position::Duplicates::none) return "every piece counts";
  return "one a " + std::string(position::name_of(options.duplicates));
}

std::string sources_text(const position::Options& options) {
  std::string text;
  for (const auto& source : options.sources) text.append(text.empty() ? "" : ", ").append(source);
  return (options.except_sources ? "all but " : "") + text;
}

std::string known(const std::string& hash) { return hash.empty() ? "not known" : hash; }

}  // namespace

std::string corpus_hash_of(const std::vector<evidence::DocumentResult>& results) {
  std::uint64_t hash = hash_bytes("corpus");
  for (const auto& result : results) {
    if (result.hash == 0) return "";
    hash = hash_bytes(hexadecimal(result.hash), hash);
  }
  return hexadecimal(hash);
}

std::vector<std::pair<std::string, std::string>> provenance_lines(const Provenance& provenance,
                                                                  const position::Options& options) {
  std::vector<std::pair<std::string, std::string>> lines;
  if (!provenance.project.empty()) lines.emplace_back("project", provenance.project);
  lines.emplace_back("program", "demarche " + provenance.version);
  lines.emplace_back("rules", known(provenance.rules_hash));
  lines.emplace_back("corpus", known(provenance.corpus_hash));
  lines.emplace_back("window", window_text(options));
  lines.emplace_back("undated", options.keep_undated || !options.has_window() ? "kept" : "left out");
  lines.emplace_back("kinds", kinds_text(options));
  lines.emplace_back("duplicates", duplicates_text(options));
  if (!options.sources.empty()) lines.emplace_back("sources", sources_text(options));
  lines.emplace_back("taper", options.taper ? "two to five years" : "none");
  return lines;
}

std::string provenance_line(const Provenance& provenance, const position::Options& options) {
  std::string line = "demarche " + provenance.version + " · rules " + known(provenance.rules_hash) + " · corpus " +
                     known(provenance.corpus_hash) + " · " + window_text(options);
  if (options.has_window()) line += options.keep_undated ? " and undated" : "";
  if (!(options.declared && options.narrated && options.acts)) line += " · " + kinds_text(options) + " only";
  if (!options.sources.empty()) line += " · sources: " + sources_text(options);
  line += " · " + duplicates_text(options);
  if (options.taper) line += " · fading from two to five years";
  return line;
}

}  // namespace demarche::report
