#include "tests/unit/dsl/support.hpp"

#include "dsl/compile/dump.hpp"

namespace demarche::test {

MemoryFileSystem small_library() {
  MemoryFileSystem files;
  files.files["library/world/actors.yaml"] = R"(actors:
- {id: ARM, kind: state, name: Armenia, official: Republic of Armenia, names: [], adjectives: [Armenian], demonyms: [Armenians], capital: [Yerevan], regions: [europe]}
- {id: AZE, kind: state, name: Azerbaijan, official: Republic of Azerbaijan, names: [], adjectives: [Azerbaijani], demonyms: [Azerbaijanis], capital: [Baku], regions: [europe]}
- {id: IRN, kind: state, name: Iran, official: Islamic Republic of Iran, names: [], adjectives: [Iranian], demonyms: [Iranians], capital: [Tehran], regions: [middle-east]}
- {id: RUS, kind: state, name: Russia, official: Russian Federation, names: [], adjectives: [Russian], demonyms: [Russians], capital: [Moscow], regions: [europe]}
- {id: NATO, kind: organisation, name: NATO, official: North Atlantic Treaty Organization, names: [], adjectives: [], demonyms: [], members: [ARM]}
- {id: EU, kind: organisation, name: European Union, official: European Union, names: [], adjectives: [], demonyms: [], members: [ARM]}
)";
  files.files["library/english/stances.stance"] = R"(
stance opposes { sign -
  inverse supports
  negated nothing
  verb oppose | reject
  noun opposition to
  judgement <target> be unacceptable
}
stance supports { sign +
  inverse opposes
  negated opposes
  verb support | welcome
}
stance neutral { sign 0
  verb abstain on
}
)";
  files.files["library/library.stance"] = "import \"world\"\nimport \"english\"\n";
  return files;
}

dsl::Compiled compile(const FileSystem& files, std::vector<std::string> inputs) {
  return dsl::compile(files, {std::move(inputs), "library"});
}

dsl::Compiled compile(const std::string& rules) {
  auto files = small_library();
  files.files["rules.stance"] = rules;
  return compile(files, {"rules.stance"});
}

std::string ids(const dsl::Compiled& compiled) {
  std::string out;
  for (const auto& diagnostic : compiled.diagnostics.sorted()) {
    if (!out.empty()) out += ' ';
    out += name_of(diagnostic.id);
  }
  return out;
}

std::string about(const std::string& pattern, const std::string& before) {
  auto compiled = compile("import \"world\"\n" + before + "\nissue x { about " + pattern + " }");
  auto problems = ids(compiled);
  if (!problems.empty()) return problems;
  std::string out;
  for (const auto& issue : compiled.program.issues)
    if (issue.id == "x")
      for (const auto& line : issue.patterns) out += (out.empty() ? "" : "\n") + dsl::dump(line.pattern.root);
  return out;
}

}  // namespace demarche::test
