#include "dsl/fix.hpp"

#include <algorithm>

namespace demarche::dsl {

namespace {
// The file system with some files changed, in memory only.
class Changed final : public FileSystem {
 public:
  Changed(const FileSystem& base, const std::map<std::string, std::string>& texts) : base_(base), texts_(texts) {}

  Kind kind(const std::string& path) const override { return base_.kind(path); }
  Result read(const std::string& path) const override {
    auto changed = texts_.find(path);
    if (changed != texts_.end()) return {changed->second, {}};
    return base_.read(path);
  }
  std::vector<std::string> files_below(const std::string& folder) const override { return base_.files_below(folder); }
  std::string write_whole(const std::string& path, std::string_view) override { return path + " cannot be written"; }

 private:
  const FileSystem& base_;
  const std::map<std::string, std::string>& texts_;
};

bool overlaps(const Fix& a, const Fix& b) {
  return a.span == b.span || (a.span.begin < b.span.end && b.span.begin < a.span.end);
}

class Fixer {
 public:
  Fixer(const FileSystem& files, const CompileInput& input, const LintOptions& options)
      : files_(files), input_(input), options_(options) {}

  Fixed run() {
    constexpr int most_rounds = 20;
    for (int round = 0; round < most_rounds; ++round)
      if (!one_round()) break;
    return std::move(fixed_);
  }

 private:
  using Texts = std::map<std::string, std::string>;

  Diagnostics look(const Texts& texts) const { return lint(Changed(files_, texts), input_, options_).diagnostics; }

  bool one_round() {
    auto found = look(fixed_.files);
    auto mendable = choose(found.sorted());
    if (mendable.empty()) return false;
    if (accept(mendable, found.error_count())) return true;
    bool some = false;
    for (const auto& one : mendable) some = accept({one}, found.error_count()) || some;
    return some;
  }

  // The findings with fixes, without those that get in each other's way: the next round sees to them.
  static std::vector<Diagnostic> choose(const std::vector<Diagnostic>& found) {
    std::vector<Diagnostic> chosen;
    std::map<std::string, std::vector<Fix>> taken;
    for (const auto& diagnostic : found) {
      if (diagnostic.fixes.empty() || diagnostic.severity == Severity::error || !diagnostic.primary.file) continue;
      auto& here = taken[diagnostic.primary.file->path()];
      bool free = std::none_of(diagnostic.fixes.begin(), diagnostic.fixes.end(), [&](const Fix& fix) {
        return std::any_of(here.begin(), here.end(), [&](const Fix& other) { return overlaps(fix, other); });
      });
      if (!free) continue;
      here.insert(here.end(), diagnostic.fixes.begin(), diagnostic.fixes.end());
      chosen.push_back(diagnostic);
    }
    return chosen;
  }

  bool accept(const std::vector<Diagnostic>& mendable, std::size_t errors_before) {
    Texts texts = fixed_.files;
    std::map<std::string, std::vector<Fix>> by_file;
    std::map<std::string, std::string> now;
    for (const auto& diagnostic : mendable) {
      const auto& file = *diagnostic.primary.file;
      now.try_emplace(file.path(), file.text());
      auto& fixes = by_file[file.path()];
      fixes.insert(fixes.end(), diagnostic.fixes.begin(), diagnostic.fixes.end());
    }
    for (const auto& [path, fixes] : by_file) texts[path] = with_fixes(now[path], fixes);
    if (texts == fixed_.files || look(texts).error_count() > errors_before) return false;
    fixed_.files = std::move(texts);
    fixed_.findings += mendable.size();
    return true;
  }

  const FileSystem& files_;
  const CompileInput& input_;
  const LintOptions& options_;
  Fixed fixed_;
};
}  // namespace

std::string with_fixes(std::string_view text, std::vector<Fix> fixes) {
  std::stable_sort(fixes.begin(), fixes.end(), [](const Fix& a, const Fix& b) { return a.span < b.span; });
  std::string out;
  std::size_t at = 0;
  for (const auto& fix : fixes) {
    if (fix.span.begin < at || fix.span.end > text.size()) continue;
    out.append(text.substr(at, fix.span.begin - at)).append(fix.replacement);
    at = fix.span.end;
  }
  return out.append(text.substr(at));
}

Fixed fix(const FileSystem& files, const CompileInput& input, const LintOptions& options) {
  return Fixer(files, input, options).run();
}

}  // namespace demarche::dsl
