#pragma once
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "engine/base/diagnostic.hpp"
#include "engine/base/source.hpp"
#include "engine/import/coded.hpp"
#include "engine/lexicon/actors.hpp"
#include "engine/program/program.hpp"

// From the names of another tool to ours: a small YAML file that the first import drafts and people correct.
namespace demarche::import {

struct MappedIssue {
  std::string id;
  bool against = false;  // who agrees with the concept opposes the issue
};

struct Mapping {
  std::map<std::string, std::string> actors;  // name -> actor id; empty: left out
  std::map<std::string, MappedIssue> issues;  // concept -> issue; an empty id: left out
};

// Guesses: an actor whose id or one of whose names it is, else an id made from the name; an issue whose id or title it
// is, else an id made from the concept.
Mapping draft_mapping(const Coded& coded, const lexicon::ActorTable& actors, const program::Program& program);

// The file's text, with a comment behind each line that says how often it is used and what was guessed.
std::string mapping_yaml(const Mapping& mapping, const Coded& coded, const lexicon::ActorTable& actors,
                         const program::Program& program);
std::optional<Mapping> read_mapping(std::shared_ptr<const SourceFile> file, Diagnostics& diagnostics);

// Lines for people: names of the statements that the mapping lacks, and ids of it that no actor list knows.
std::vector<std::string> gaps_of(const Mapping& mapping, const Coded& coded);

// The statements as evidence, by document: one record each, of the rule `import`. What the mapping leaves out is left
// out.
std::vector<evidence::DocumentResult> as_evidence(const Coded& coded, const Mapping& mapping);

// The same as gold.tsv for `demarche eval`. Of two rows for one passage, actor and issue the first stays; a line in
// `left_out` says so.
std::string as_gold(const Coded& coded, const Mapping& mapping, std::vector<std::string>& left_out);

// The texts as a corpus that `demarche run` reads, one JSON object a line.
std::string as_corpus(const Coded& coded);

}  // namespace demarche::import
