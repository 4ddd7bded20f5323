#include "engine/run/project.hpp"

#include <utility>

#include "engine/base/yaml.hpp"
#include "engine/run/tsv.hpp"

namespace demarche::run {

namespace {

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
  while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
  return text;
}

class Reader {
 public:
  Reader(const yaml::Tree& tree, std::string folder, Diagnostics& diagnostics)
      : tree_(tree),
        folder_(std::move(folder)),
        diagnostics_(diagnostics),
        fields_(tree, tree.root, "a project",
                {"name", "rules", "corpus", "files", "source", "out", "matrix", "threads", "window", "undated", "taper",
                 "duplicates", "kinds", "golden"},
                diagnostics) {}

  Project read() {
    Project project;
    project.name = fields_.text("name");
    for (const auto& path : fields_.texts("rules", true)) project.rules.push_back(inside(path));
    for (const auto& path : fields_.texts("corpus", true)) project.corpus.paths.push_back(inside(path));
    project.corpus.read.file_name_pattern = fields_.text("files");
    project.corpus.read.source = fields_.text("source");
    if (fields_.has("out")) project.out = fields_.text("out");
    project.out = inside(project.out);
    if (fields_.has("golden")) project.golden = fields_.text("golden");
    project.golden = inside(project.golden);
    project.matrix = fields_.text("matrix");
    if (const auto threads = fields_.number("threads")) project.threads = static_cast<unsigned>(*threads);
    read_window(project);
    project.taper = choice("taper", {"no", "yes"}) == 1;
    if (fields_.has("undated")) project.keep_undated = choice("undated", {"dropped", "kept"}) == 1;
    const auto duplicates = choice("duplicates", {"document", "week", "month", "none", "year", "window"});
    project.duplicates = static_cast<position::Duplicates>(duplicates);
    read_kinds(project);
    return project;
  }

 private:
  std::string inside(const std::string& path) const {
    if (folder_.empty() || path.starts_with('/')) return path;
    return folder_ + "/" + path;
  }

  void read_window(Project& project) {
    const std::string text = fields_.text("window");
    if (text.empty()) return;
    project.window = parse_window(text);
    if (!project.window)
      complain("window", "`" + text + "` is no period of time").help =
          "write 2023, 2020-09 to 2023-09, from 2020, or until 2022-02-24; the later date comes second";
  }

  void read_kinds(Project& project) {
    if (!fields_.has("kinds")) return;
    project.kinds = fields_.texts("kinds", true);
    position::Options ignored;
    if (position::count_only(project.kinds, ignored)) return;
    complain("kinds", "`kinds` names what counts as evidence").help =
        "write [declared], or some of declared, narrated, act";
    project.kinds.clear();
  }

  // The number of the word that the key holds; 0 when it is absent or none of them.
  std::size_t choice(const char* key, const std::vector<std::string>& words) {
    const std::string text = fields_.text(key);
    if (text.empty()) return 0;
    for (std::size_t i = 0; i < words.size(); ++i)
      if (words[i] == text) return i;
    std::string list;
    for (const auto& word : words) list += (list.empty() ? "" : " or ") + word;
    complain(key, "`" + text + "` is not allowed for `" + key + "`").help = "write " + list;
    return 0;
  }

  Diagnostic& complain(const char* key, std::string message) {
    return diagnostics_.add(DiagnosticId::project_bad_value, std::move(message), tree_.file, fields_.find(key)->span);
  }

  const yaml::Tree& tree_;
  std::string folder_;
  Diagnostics& diagnostics_;
  yaml::Fields fields_;
};

std::string folder_of(const std::string& path) {
  const auto slash = path.rfind('/');
  return slash == std::string::npos ? "" : path.substr(0, slash);
}

}  // namespace

std::optional<DateRange> parse_window(std::string_view text) {
  text = trimmed(text);
  if (text.starts_with("from ")) {
    const auto period = parse_period(trimmed(text.substr(5)));
    if (!period) return std::nullopt;
    return DateRange{period->from, std::nullopt};
  }
  if (text.starts_with("until ")) {
    const auto period = parse_period(trimmed(text.substr(6)));
    if (!period) return std::nullopt;
    return DateRange{std::nullopt, period->to};
  }
  const auto to = text.find(" to ");
  if (to == std::string_view::npos) return parse_period(text);
  const auto first = parse_period(trimmed(text.substr(0, to)));
  const auto last = parse_period(trimmed(text.substr(to + 4)));
  if (!first || !last || *first->from > *last->to) return std::nullopt;
  return DateRange{first->from, last->to};
}

std::optional<Project> read_project(const FileSystem& files, const std::string& path, Diagnostics& diagnostics) {
  const auto file = read_source(files, path, diagnostics);
  if (!file) return std::nullopt;
  const auto tree = yaml::parse(file, diagnostics);
  if (!tree) return std::nullopt;
  return Reader(*tree, folder_of(path), diagnostics).read();
}

}  // namespace demarche::run
