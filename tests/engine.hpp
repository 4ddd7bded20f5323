#pragma once
#include <memory>
#include <string>

#include "dsl/compile.hpp"
#include "engine/run/analyser.hpp"
#include "tests/catch.hpp"

// The whole engine with the shipped library and, if need be, rules of the test's own.
namespace demarche::test {

// The disk, with some files that are only in memory.
class Overlay final : public FileSystem {
 public:
  explicit Overlay(std::map<std::string, std::string> own) { memory_.files = std::move(own); }
  Kind kind(const std::string& path) const override {
    const Kind own = memory_.kind(path);
    return own == Kind::missing ? disk_->kind(path) : own;
  }
  Result read(const std::string& path) const override {
    return memory_.kind(path) == Kind::missing ? disk_->read(path) : memory_.read(path);
  }
  std::vector<std::string> files_below(const std::string& folder) const override {
    return memory_.kind(folder) == Kind::missing ? disk_->files_below(folder) : memory_.files_below(folder);
  }
  std::string write_whole(const std::string& path, std::string_view bytes) override { return memory_.write_whole(path, bytes); }

 private:
  MemoryFileSystem memory_;
  std::unique_ptr<FileSystem> disk_ = make_disk_file_system();
};

struct Engine {
  // `own` are rule files; all of them are compiled.
  explicit Engine(const std::map<std::string, std::string>& own) {
    std::vector<std::string> names;
    for (const auto& [name, text] : own) names.push_back(name);
    build(own, names);
  }
  Engine(const std::map<std::string, std::string>& own, const std::vector<std::string>& order) { build(own, order); }

  evidence::DocumentResult read(const corpus::Document& document) const { return analyser->analyse(document); }

  std::unique_ptr<dsl::Compiled> rules;
  std::unique_ptr<run::Analyser> analyser;

 private:
  void build(const std::map<std::string, std::string>& own, const std::vector<std::string>& order) {
    rules = std::make_unique<dsl::Compiled>(dsl::compile(Overlay(own), {order, std::string(DEMARCHE_SOURCE_DIR) + "/rules"}));
    for (const auto& diagnostic : rules->diagnostics.sorted())
      if (diagnostic.severity == Severity::error) FAIL((diagnostic.primary.file ? diagnostic.primary.file->path() : diagnostic.path) << ": " << diagnostic.message);
    Diagnostics diagnostics;
    analyser = std::make_unique<run::Analyser>(rules->program, rules->actors, diagnostics);
    CHECK_FALSE(diagnostics.has_errors());
  }
};

// The shipped library as it is, compiled once.
inline const Engine& shipped() {
  static const Engine engine{std::map<std::string, std::string>{}};
  return engine;
}

inline corpus::Document document_with(const std::string& words) {
  corpus::Document document;
  document.id = document.path = "text";
  document.text = words;
  document.body = {0, static_cast<std::uint32_t>(words.size())};
  return document;
}

// "IRN opposes sanctions" for each record, claims left out, with `; ` between them.
inline std::string stances(const evidence::DocumentResult& result) {
  std::string out;
  for (const auto& record : result.records) {
    if (record.kind == evidence::Kind::ascribed) continue;
    out += (out.empty() ? "" : "; ") + record.actor + " " + std::string(evidence::name_of(record.stance)) + "s " + record.issue;
  }
  return out;
}

// "IRN sanctions no-construction" for each place that gave nothing.
inline std::string reasons(const evidence::DocumentResult& result) {
  std::string out;
  for (const auto& silence : result.silences)
    out += (out.empty() ? "" : "; ") + (silence.actor.empty() ? "-" : silence.actor) + " " + silence.issue + " " +
           std::string(evidence::name_of(silence.reason));
  return out;
}

// What lies between two code points.
inline std::string slice(const std::string& text, evidence::Range range) {
  std::string out;
  std::uint32_t count = 0;
  for (char c : text) {
    if ((static_cast<unsigned char>(c) & 0xC0) != 0x80) ++count;
    if (count > range.start && count <= range.end) out += c;
  }
  return out;
}

}  // namespace demarche::test
