#include <algorithm>
#include <utility>

#include "engine/base/yaml.hpp"
#include "engine/golden/rule_texts.hpp"
#include "engine/golden/store.hpp"
#include "engine/run/tsv.hpp"

namespace demarche::golden {

namespace {

using yaml::Fields;
using yaml::Node;

// The fields of a golden's entries: what is missing or is none of the known names is said with its place.
class Entry {
 public:
  Entry(const yaml::Tree& tree, const Node& node, std::string_view what, std::vector<std::string> known,
        Diagnostics& diagnostics)
      : tree_(tree),
        known_(std::move(known)),
        what_(what),
        fields_(tree, node, what_, known_, diagnostics),
        diagnostics_(diagnostics) {}
  Entry(const Entry&) = delete;
  Entry& operator=(const Entry&) = delete;

  Fields& fields() { return fields_; }
  std::string text(std::string_view key) { return fields_.text(key); }
  std::string required(std::string_view key) { return fields_.required_text(key); }
  std::uint32_t number(std::string_view key) { return static_cast<std::uint32_t>(fields_.number(key).value_or(0)); }
  std::string figure(std::string_view key) { return fields_.has(key) ? fields_.text(key) : "0"; }

  // The value of an enumeration whose names begin with that of its first value.
  template <typename Enum>
  Enum named(std::string_view key, Enum last) {
    const std::string text = required(key);
    std::string list;
    for (int i = 0; i <= static_cast<int>(last); ++i) {
      const auto value = static_cast<Enum>(i);
      if (evidence::name_of(value) == text) return value;
      list.append(list.empty() ? "" : ", ").append(evidence::name_of(value));
    }
    if (!text.empty()) wrong(key, text).help = "write one of " + list;
    return Enum{};
  }
  std::optional<Date> date(std::string_view key) {
    const std::string text = fields_.text(key);
    if (text.empty()) return std::nullopt;
    const auto day = parse_date(text);
    if (!day) wrong(key, text).help = "write the day as 2023-09-20";
    return day;
  }

 private:
  Diagnostic& wrong(std::string_view key, const std::string& text) {
    return diagnostics_.add(DiagnosticId::golden_bad_value,
                            "`" + text + "` is not allowed for `" + std::string(key) + "`", tree_.file,
                            fields_.find(key)->span);
  }

  const yaml::Tree& tree_;
  std::vector<std::string> known_;
  std::string what_;
  Fields fields_;
  Diagnostics& diagnostics_;
};

class Reader {
 public:
  Reader(const FileSystem& files, std::string folder, Diagnostics& diagnostics)
      : files_(files), folder_(std::move(folder)), diagnostics_(diagnostics) {}

  Golden read() {
    read_matrix();
    read_documents();
    for (const auto& path : files_.files_below(folder_ + "/evidence"))
      if (path.ends_with(".yaml")) read_evidence(path);
    read_rules();
    return std::move(golden_);
  }

 private:
  template <typename Read>
  void with_tree(const std::string& path, Read read) {
    const auto file = run::read_source(files_, path, diagnostics_);
    if (!file) return;
    if (const auto tree = yaml::parse(file, diagnostics_)) read(*tree);
  }

  void read_matrix() {
    with_tree(folder_ + "/matrix.yaml", [&](const yaml::Tree& tree) {
      Entry top(tree, tree.root, "the matrix of a golden", {"matrix", "cells"}, diagnostics_);
      golden_.matrix = top.text("matrix");
      for (const Node& node : top.fields().list("cells")) {
        Entry cell(tree, node, "a cell",
                   {"actor", "issue", "code", "support", "oppose", "neutral", "records", "documents"}, diagnostics_);
        golden_.cells.push_back({cell.required("actor"), cell.required("issue"), cell.required("code"),
                                 cell.figure("support"), cell.figure("oppose"), cell.figure("neutral"),
                                 cell.number("records"), cell.number("documents")});
      }
    });
  }

  void read_documents() {
    with_tree(folder_ + "/documents.yaml", [&](const yaml::Tree& tree) {
      Entry top(tree, tree.root, "the documents of a golden", {"documents"}, diagnostics_);
      for (const Node& node : top.fields().list("documents")) {
        Entry one(tree, node, "a document", {"id", "date", "text"}, diagnostics_);
        golden_.documents.push_back({one.required("id"), one.date("date"), one.required("text"), {}});
      }
    });
    auto& all = golden_.documents;
    std::sort(all.begin(), all.end(), [](const auto& a, const auto& b) { return a.id < b.id; });
  }

  // A golden whose list of documents lost one in a merge still has its evidence: it counts, and is a difference.
  Document& document(const std::string& id) {
    auto& all = golden_.documents;
    const auto place =
        std::lower_bound(all.begin(), all.end(), id, [](const auto& one, const auto& name) { return one.id < name; });
    if (place != all.end() && place->id == id) return *place;
    return *all.insert(place, Document{id, std::nullopt, {}, {}});
  }

  void read_evidence(const std::string& path) {
    with_tree(path, [&](const yaml::Tree& tree) {
      Entry top(tree, tree.root, "the evidence of a document", {"document", "evidence"}, diagnostics_);
      const std::string id = top.required("document");
      if (id.empty()) return;
      Document& into = document(id);
      for (const Node& node : top.fields().list("evidence")) into.evidence.push_back(evidence(tree, node));
    });
  }

  Evidence evidence(const yaml::Tree& tree, const Node& node) {
    Entry entry(tree, node, "a piece of evidence",
                {"sentence", "matched", "actor", "issue", "stance", "strength", "kind", "mode", "negated", "speaker",
                 "via", "claimant", "rule", "construction", "place", "by"},
                diagnostics_);
    Evidence one;
    one.sentence = entry.required("sentence");
    one.matched = entry.text("matched");
    one.actor = entry.required("actor");
    one.issue = entry.required("issue");
    one.stance = entry.named("stance", evidence::Stance::neutral);
    one.strength = entry.named("strength", evidence::Strength::strong);
    one.kind = entry.named("kind", evidence::Kind::ascribed);
    one.mode = entry.named("mode", evidence::Mode::question);
    one.negated = entry.text("negated") == "yes";
    one.speaker = entry.text("speaker");
    one.via = entry.text("via");
    one.claimant = entry.text("claimant");
    one.rule = entry.required("rule");
    one.construction = entry.text("construction");
    if (const Node* place = entry.fields().find("place")) read_place(tree, *place, one);
    for (const Node& use : entry.fields().list("by")) one.uses.push_back(read_use(tree, use));
    return one;
  }

  void read_place(const yaml::Tree& tree, const Node& node, Evidence& one) {
    Entry place(tree, node, "a place", {"start", "end", "match_start", "match_end"}, diagnostics_);
    one.place = {place.number("start"), place.number("end")};
    one.match = {place.number("match_start"), place.number("match_end")};
  }

  Use read_use(const yaml::Tree& tree, const Node& node) {
    Entry use(tree, node, "a line that took part", {"part", "name", "file", "line", "words"}, diagnostics_);
    return {use.required("part"), use.required("name"), use.required("file"), use.text("line"), use.text("words")};
  }

  void read_rules() {
    with_tree(folder_ + "/rules.yaml", [&](const yaml::Tree& tree) {
      Entry top(tree, tree.root, "the rule files of a golden", {"files"}, diagnostics_);
      for (const Node& node : top.fields().list("files")) {
        Entry one(tree, node, "a rule file", {"file", "hash", "copy", "lines"}, diagnostics_);
        RuleText rules{one.required("file"), one.fields().has("copy"), one.required("hash"), {}};
        if (rules.whole) read_copy(one.required("copy"), rules);
        for (const Node& line : one.fields().list("lines")) {
          Entry entry(tree, line, "a line", {"line", "text"}, diagnostics_);
          rules.lines.emplace(entry.number("line"), entry.text("text"));
        }
        golden_.rules.push_back(std::move(rules));
      }
    });
  }

  // Copies only serve to name the line that caused a difference: without one the comparison still works.
  void read_copy(const std::string& path, RuleText& rules) {
    const auto bytes = files_.read(folder_ + "/" + path).bytes;
    if (bytes)
      rules.lines = rule_text(rules.file, *bytes).lines;
    else
      rules.whole = false;
  }

  const FileSystem& files_;
  std::string folder_;
  Diagnostics& diagnostics_;
  Golden golden_;
};

}  // namespace

std::optional<Golden> read_golden(const FileSystem& files, const std::string& folder, Diagnostics& diagnostics) {
  if (files.kind(folder + "/matrix.yaml") == FileSystem::Kind::missing &&
      files.kind(folder + "/documents.yaml") == FileSystem::Kind::missing) {
    auto& missing = diagnostics.add(DiagnosticId::golden_missing, "there is no golden in `" + folder + "` yet", folder);
    missing.notes.push_back("a golden is what the rules are known to give; later edits are compared with it");
    missing.help = "look at the matrix (`demarche run`), then write `demarche golden accept --all`";
    return std::nullopt;
  }
  Diagnostics own;
  Golden golden = Reader(files, folder, own).read();
  diagnostics.append(own);
  if (own.has_errors()) return std::nullopt;
  return golden;
}

void check_corpus(const Golden& golden, const Golden& now, const std::string& folder, Diagnostics& diagnostics) {
  if (golden.documents.empty() || now.documents.empty()) return;
  for (const auto& document : golden.documents)
    if (std::any_of(now.documents.begin(), now.documents.end(), [&](const auto& one) { return one.id == document.id; }))
      return;
  auto& diagnostic =
      diagnostics.add(DiagnosticId::golden_other_corpus,
                      "the golden in `" + folder + "` is of another corpus: none of its documents is here", folder);
  diagnostic.notes.push_back("its first document is `" + golden.documents.front().id + "`, that of the corpus `" +
                             now.documents.front().id + "`");
  diagnostic.help =
      "name the golden of this corpus with --golden, or make one with `demarche golden accept --all --golden FOLDER`";
}

}  // namespace demarche::golden
