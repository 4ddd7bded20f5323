#include <algorithm>
#include <set>

#include "engine/base/hash.hpp"
#include "engine/base/yaml_write.hpp"
#include "engine/golden/store.hpp"

namespace demarche::golden {

namespace {

constexpr const char* made_by =
    "# Made by `demarche golden accept`; `demarche golden diff` shows what is different now.\n";
constexpr std::size_t longest_name = 180;  // bytes; file systems take 255

bool may_stand_in_a_path(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_' ||
         c == '.' || c == '/' || static_cast<unsigned char>(c) >= 0x80;
}

// Keys of a map, those without a value left out.
class Lines {
 public:
  explicit Lines(std::string& out) : out_(out) {}
  void text(const char* key, const std::string& value) { raw(key, value.empty() ? value : yaml::scalar(value)); }
  void sentence(const char* key, const std::string& value) { raw(key, value.empty() ? value : yaml::quoted(value)); }
  void name(const char* key, std::string_view value) { raw(key, std::string(value)); }

 private:
  void raw(const char* key, const std::string& value) {
    if (value.empty()) return;
    out_ += first_ ? "- " : "  ";
    first_ = false;
    out_.append(key).append(": ").append(value).append("\n");
  }
  std::string& out_;
  bool first_ = true;
};

// {a: b, c: d} without the keys that have no value.
class OneLine {
 public:
  void add(const char* key, const std::string& value) {
    if (!value.empty()) text_.append(text_.empty() ? "" : ", ").append(key).append(": ").append(value);
  }
  void number(const char* key, std::uint32_t value) {
    if (value > 0) add(key, std::to_string(value));
  }
  void figure(const char* key, const std::string& value) {
    if (value != "0") add(key, value);
  }
  std::string text() const { return "{" + text_ + "}"; }

 private:
  std::string text_;
};

std::string place_of(const Evidence& evidence) {
  OneLine line;
  line.add("start", std::to_string(evidence.place.start));
  line.add("end", std::to_string(evidence.place.end));
  line.add("match_start", std::to_string(evidence.match.start));
  line.add("match_end", std::to_string(evidence.match.end));
  return line.text();
}

void append_use(std::string& out, const Use& use) {
  OneLine line;
  line.add("part", use.part);
  line.add("name", yaml::scalar(use.name));
  line.add("file", yaml::scalar(use.file));
  line.add("line", yaml::quoted(use.line));
  if (!use.words.empty()) line.add("words", yaml::quoted(use.words));
  out += "  - " + line.text() + "\n";
}

void append_evidence(std::string& out, const Evidence& evidence) {
  Lines lines(out);
  lines.sentence("sentence", evidence.sentence);
  lines.sentence("matched", evidence.matched);
  lines.text("actor", evidence.actor);
  lines.text("issue", evidence.issue);
  lines.name("stance", evidence::name_of(evidence.stance));
  lines.name("strength", evidence::name_of(evidence.strength));
  lines.name("kind", evidence::name_of(evidence.kind));
  lines.name("mode", evidence::name_of(evidence.mode));
  if (evidence.negated) lines.name("negated", "yes");
  lines.text("speaker", evidence.speaker);
  lines.text("via", evidence.via);
  lines.text("claimant", evidence.claimant);
  lines.text("rule", evidence.rule);
  lines.text("construction", evidence.construction);
  lines.name("place", place_of(evidence));
  if (evidence.uses.empty()) return;
  out += "  by:\n";
  for (const auto& use : evidence.uses) append_use(out, use);
}

std::string evidence_text(const Document& document) {
  std::string out = made_by;
  out += "document: " + yaml::scalar(document.id) + "\nevidence:\n";
  for (const auto& evidence : document.evidence) append_evidence(out, evidence);
  return out;
}

std::string documents_text(const Golden& golden) {
  std::string out = made_by;
  out += golden.documents.empty() ? "documents: []\n" : "documents:\n";
  for (const auto& document : golden.documents) {
    OneLine line;
    line.add("id", yaml::scalar(document.id));
    if (document.date) line.add("date", to_string(*document.date));
    line.add("text", yaml::scalar(document.text));
    out += "- " + line.text() + "\n";
  }
  return out;
}

// One line a cell: a cell that changed is one line of a comparison of versions.
std::string matrix_text(const Golden& golden) {
  std::string out = made_by;
  if (!golden.matrix.empty()) out += "matrix: " + yaml::scalar(golden.matrix) + "\n";
  out += golden.cells.empty() ? "cells: []\n" : "cells:\n";
  for (const auto& cell : golden.cells) {
    OneLine line;
    line.add("actor", yaml::scalar(cell.actor));
    line.add("issue", yaml::scalar(cell.issue));
    line.add("code", yaml::scalar(cell.code));
    line.figure("support", cell.support);
    line.figure("oppose", cell.oppose);
    line.figure("neutral", cell.neutral);
    line.number("records", cell.records);
    line.number("documents", cell.documents);
    out += "- " + line.text() + "\n";
  }
  return out;
}

std::string rules_text(const Golden& golden) {
  std::string out = made_by;
  out += golden.rules.empty() ? "files: []\n" : "files:\n";
  for (const auto& rules : golden.rules) {
    out += "- file: " + yaml::scalar(rules.file) + "\n  hash: " + yaml::scalar(rules.hash) + "\n";
    if (rules.whole) {
      out += "  copy: " + yaml::scalar("rules/" + safe_path(rules.file) + ".accepted") + "\n";
      continue;
    }
    if (!rules.lines.empty()) out += "  lines:\n";
    for (const auto& [number, line] : rules.lines)
      out += "  - {line: " + std::to_string(number) + ", text: " + yaml::quoted(line) + "}\n";
  }
  return out;
}

std::string copy_of(const RuleText& rules) {
  std::string out;
  for (const auto& [number, line] : rules.lines) out += line + "\n";
  return out;
}

}  // namespace

std::string safe_path(const std::string& name) {
  std::string path;
  for (std::size_t i = 0; i < name.size(); ++i) {
    const char c = name[i];
    const bool first = i == 0 || name[i - 1] == '/';
    // A leading dot would hide a file or leave the folder, an empty part of a path would vanish.
    const bool plain = may_stand_in_a_path(c) && !(first && (c == '.' || c == '/'));
    if (plain) {
      path += c;
      continue;
    }
    constexpr const char* digits = "0123456789ABCDEF";
    const auto byte = static_cast<unsigned char>(c);
    path.append("%").append(1, digits[byte >> 4]).append(1, digits[byte & 15]);
  }
  if (path.size() <= longest_name) return path;
  // Cut where a character begins.
  std::size_t cut = longest_name - 17;
  while (cut > 0 && (static_cast<unsigned char>(path[cut]) & 0xC0u) == 0x80u) --cut;
  return path.substr(0, cut) + "-" + hexadecimal(hash_bytes(name));
}

std::vector<StoredFile> files_of(const Golden& golden) {
  std::vector<StoredFile> files{{"documents.yaml", documents_text(golden)},
                                {"matrix.yaml", matrix_text(golden)},
                                {"rules.yaml", rules_text(golden)}};
  for (const auto& document : golden.documents)
    if (!document.evidence.empty())
      files.push_back({"evidence/" + safe_path(document.id) + ".yaml", evidence_text(document)});
  for (const auto& rules : golden.rules)
    if (rules.whole) files.push_back({"rules/" + safe_path(rules.file) + ".accepted", copy_of(rules)});
  std::sort(files.begin(), files.end(), [](const auto& a, const auto& b) { return a.path < b.path; });
  return files;
}

std::size_t write_golden(FileSystem& files, const std::string& folder, const Golden& golden, Diagnostics& diagnostics) {
  std::size_t changed = 0;
  std::set<std::string> wanted;
  auto done = [&](const std::string& path, const std::string& error) {
    ++changed;
    if (!error.empty()) diagnostics.add(DiagnosticId::write_failed, "cannot write `" + path + "`: " + error, path);
  };
  for (const auto& file : files_of(golden)) {
    const std::string path = folder + "/" + file.path;
    wanted.insert(path);
    if (files.kind(path) == FileSystem::Kind::file && files.read(path).bytes == file.text) continue;
    done(path, files.write_whole(path, file.text));
  }
  // Only what a golden writes is removed: other files of the folder are somebody else's.
  for (const auto& [below, ending] : {std::pair{"/evidence", ".yaml"}, std::pair{"/rules", ".accepted"}})
    for (const auto& path : files.files_below(folder + below))
      if (path.ends_with(ending) && !wanted.contains(path)) done(path, files.remove_file(path));
  return changed;
}

}  // namespace demarche::golden
