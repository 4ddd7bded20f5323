#include "dsl/resolve/load.hpp"

#include <algorithm>
#include <deque>
#include <filesystem>
#include <set>

#include "dsl/ast/build.hpp"
#include "dsl/messages/say.hpp"
#include "dsl/syntax/merge_marks.hpp"
#include "dsl/syntax/parse.hpp"
#include "engine/base/utf8.hpp"

namespace demarche::dsl::resolve {

namespace {
namespace fs = std::filesystem;
using Kind = FileSystem::Kind;

bool is_rule_file(const std::string& path) { return path.ends_with(".stance"); }
bool is_yaml(const std::string& path) { return path.ends_with(".yaml") || path.ends_with(".yml"); }

// A YAML file that holds actors, offices or people, and not, say, word forms.
bool holds_actors(const std::string& bytes) {
  for (std::string_view key : {"actors:", "offices:", "people:"})
    if (bytes.starts_with(key) || bytes.find("\n" + std::string(key)) != std::string::npos) return true;
  return false;
}

class Loader {
 public:
  Loader(const FileSystem& files, std::string library, Diagnostics& diagnostics)
      : files_(files), library_(normal_path(library)), diagnostics_(diagnostics) {}

  Loaded run(const std::vector<std::string>& rules) {
    loaded_.complete = true;
    for (const auto& rule : rules) add_input(normal_path(rule));
    while (!waiting_.empty()) {
      std::string path = std::move(waiting_.front());
      waiting_.pop_front();
      read(path);
    }
    std::sort(loaded_.units.begin(), loaded_.units.end(), [](const Unit& a, const Unit& b) { return a.path < b.path; });
    drop_second_ways();
    loaded_.actor_folders.assign(actor_folders_.begin(), actor_folders_.end());
    return std::move(loaded_);
  }

 private:
  // One file reached by two ways (a link, a relative and an absolute path) has one name and the same bytes.
  void drop_second_ways() {
    std::set<std::pair<std::string, std::string_view>> seen;
    std::erase_if(loaded_.units, [&](const Unit& unit) {
      return !seen.emplace(fs::path(unit.path).filename().string(), unit.ast.source->text()).second;
    });
  }

  // The folder `tests` of a pack belongs to those who work on the pack, not to those who import it.
  enum class Way { input, imported };

  void add_file(const std::string& path) {
    if (seen_.insert(path).second) waiting_.push_back(path);
  }

  void add_input(const std::string& path) {
    switch (files_.kind(path)) {
      case Kind::file:
        return add_file(path);
      case Kind::folder:
        if (!add_folder(path, Way::input)) {
          diagnostics_.add(DiagnosticId::file_not_found, "the folder `" + path + "` holds no rule files (.stance)",
                           path);
        }
        return;
      default:
        diagnostics_.add(DiagnosticId::file_not_found, "the rule file `" + path + "` does not exist", path);
    }
  }

  // The rule files of a folder, and when it is imported its actor lists; false when there are none.
  bool add_folder(const std::string& folder, Way way) {
    bool found = false;
    bool actors = false;
    for (const auto& path : files_.files_below(folder)) {
      if (way == Way::imported && path.find("/tests/", folder.size()) != std::string::npos) continue;
      if (is_rule_file(path)) {
        add_file(path);
        found = true;
      } else if (way == Way::imported && is_yaml(path) && !actors) {
        auto bytes = files_.read(path).bytes;
        actors = bytes && holds_actors(*bytes);
      }
    }
    if (actors) actor_folders_.insert(folder);
    return found || actors;
  }

  void read(const std::string& path) {
    if (auto bytes = read_rule_file(files_, path, diagnostics_)) parse(path, std::move(*bytes));
  }

  void parse(const std::string& path, std::string bytes) {
    auto source = std::make_shared<const SourceFile>(path, std::move(bytes));
    if (syntax::report_merge_marks(source, diagnostics_)) {
      loaded_.complete = false;
      return;
    }
    auto tree = syntax::parse(source);
    syntax::report_errors(tree, diagnostics_);
    Unit unit{path, ast::build(tree, diagnostics_), path.starts_with(library_ + "/")};
    for (const auto& import : unit.ast.imports) add_import(import, unit);
    loaded_.units.push_back(std::move(unit));
  }

  void add_import(const ast::Import& import, const Unit& unit) {
    const std::string& target = import.target.text;
    bool relative = target.starts_with("./") || target.starts_with("../");
    std::string base = relative ? fs::path(unit.path).parent_path().generic_string() : library_;
    std::string path = normal_path(base.empty() ? target : base + "/" + target);
    if (add_target(path)) return;
    loaded_.complete = false;
    auto& d = diagnostics_.add(DiagnosticId::unknown_import, "there is nothing to import as `" + target + "`",
                               unit.ast.source, import.target.span);
    explain(d, import, base, relative);
  }

  bool add_target(const std::string& path) {
    if (files_.kind(path) == Kind::folder) return add_folder(path, Way::imported);
    for (const auto& file : {path, path + ".stance"}) {
      if (is_rule_file(file) && files_.kind(file) == Kind::file) {
        add_file(file);
        return true;
      }
    }
    for (const auto& file : {path, path + ".yaml"}) {
      if (is_yaml(file) && files_.kind(file) == Kind::file) {
        actor_folders_.insert(file);
        return true;
      }
    }
    return false;
  }

  // What could have been meant: the names that exist, or the same name beside the file.
  void explain(Diagnostic& d, const ast::Import& import, const std::string& base, bool relative) {
    auto names = importable(base);
    std::string target = import.target.text;
    if (is_rule_file(target)) target.resize(target.size() - 7);
    if (relative) target.erase(0, target.find('/') + 1);
    std::string near = std::find(names.begin(), names.end(), target) != names.end() ? target : nearest(target, names);
    if (!near.empty()) d.help = say("did you mean `", relative ? "./" : "", near, "`?");
    auto folder = import.target.text.substr(0, import.target.text.rfind('/') + 1);
    if (relative) folder.erase(0, folder.find('/') + 1);
    std::erase_if(names, [&](const auto& n) { return !n.starts_with(folder) || n.find('/', folder.size()) != n.npos; });
    if (!names.empty()) d.notes.push_back("what can be imported here: " + list_of(names));
    if (near.empty() && relative) d.help = "the path begins at the folder of this file";
    if (near.empty() && target.starts_with('/'))
      d.help = "write the path from the folder of this file, beginning with `./` or `../`";
    else if (near.empty() && !relative)
      d.help = say("a file beside this one is imported with `./`: `import \"./", import.target.text, "\"`");
  }

  // Folders and files of a folder, as they are written in an import.
  std::vector<std::string> importable(const std::string& base) const {
    std::set<std::string> names;
    std::string prefix = base.empty() ? "" : base + "/";
    for (const auto& found : files_.files_below(base.empty() ? "." : base)) {
      const std::string path = normal_path(found);
      if (!path.starts_with(prefix) || !(is_rule_file(path) || is_yaml(path))) continue;
      std::string name = path.substr(prefix.size());
      for (auto slash = name.find('/'); slash != std::string::npos; slash = name.find('/', slash + 1))
        names.insert(name.substr(0, slash));
      if (is_rule_file(name)) names.insert(name.substr(0, name.size() - 7));
    }
    return {names.begin(), names.end()};
  }

  const FileSystem& files_;
  std::string library_;
  Diagnostics& diagnostics_;
  std::deque<std::string> waiting_;
  std::set<std::string> seen_;
  std::set<std::string> actor_folders_;
  Loaded loaded_;
};
}  // namespace

std::string normal_path(const std::string& path) {
  auto normal = fs::path(path).lexically_normal().generic_string();
  while (normal.size() > 1 && normal.back() == '/') normal.pop_back();
  return normal;
}

namespace {
// The text as far as it can be shown: each byte that is no UTF-8 becomes the sign for that.
std::string shown(const std::string& bytes) {
  std::string text;
  for (std::size_t at = 0; at < bytes.size();) utf8::append(text, utf8::decode(bytes, at));
  return text;
}

void report_not_utf8(const std::string& path, const std::string& bytes, std::size_t bad_at, Diagnostics& diagnostics) {
  const std::string help = "save the file as UTF-8 (in an editor: \"Save as\", encoding UTF-8)";
  if (bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF") || bytes.find('\0') != std::string::npos) {
    auto& d = diagnostics.add(DiagnosticId::not_utf8, "this is not UTF-8 text", path);
    d.notes.push_back(bad_at == 0 && bytes.size() > 1 && bytes.find('\0') != std::string::npos
                          ? "it looks like UTF-16, or like a file that is no text"
                          : "it looks like a file that is no text");
    d.help = help;
    return;
  }
  const auto begin = static_cast<std::uint32_t>(bad_at);  // all before it stays as it is
  auto source = std::make_shared<const SourceFile>(path, shown(bytes));
  auto& d = diagnostics.add(DiagnosticId::not_utf8, "this is not UTF-8 text", std::move(source), {begin, begin + 3});
  if (const auto byte = static_cast<unsigned char>(bytes[bad_at]); byte >= 0xA0) {
    std::string sign;
    utf8::append(sign, byte);
    d.notes.push_back(say("in Latin-1 (windows-1252) it would be `", sign, "`"));
  }
  d.help = help;
}
}  // namespace

bool is_rule_text(const std::string& path, const std::string& bytes, Diagnostics& diagnostics) {
  if (bytes.size() > syntax::max_file_bytes) {
    diagnostics.add(DiagnosticId::file_too_large, "a rule file may have 8 MiB at most", path);
    return false;
  }
  std::size_t bad_at = 0;
  if (utf8::is_valid(bytes, &bad_at)) return true;
  report_not_utf8(path, bytes, bad_at, diagnostics);
  return false;
}

std::optional<std::string> read_rule_file(const FileSystem& files, const std::string& path, Diagnostics& diagnostics) {
  auto result = files.read(path);
  if (!result.bytes) {
    diagnostics.add(DiagnosticId::file_unreadable, "the rule file cannot be read: " + result.error, path);
    return std::nullopt;
  }
  if (!is_rule_text(path, *result.bytes, diagnostics)) return std::nullopt;
  return std::move(result.bytes);
}

Loaded load(const FileSystem& files, const std::vector<std::string>& rules, const std::string& library,
            Diagnostics& diagnostics) {
  std::vector<std::string> inputs = rules;
  if (inputs.empty()) inputs.push_back(library + "/library.stance");
  return Loader(files, library, diagnostics).run(inputs);
}

}  // namespace demarche::dsl::resolve
