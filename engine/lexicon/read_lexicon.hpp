#pragma once
#include <string>
#include <vector>

#include "engine/base/diagnostic.hpp"
#include "engine/base/file_system.hpp"
#include "engine/lexicon/actors.hpp"
#include "engine/lexicon/morphology.hpp"

// YAML to tables. Every error is located (file, line, column); a file with errors still gives what is right in it.
namespace demarche::lexicon {

// Reads every .yaml file below the folders (states, organisations, offices, people): the tables do not depend on the order
// of files. Aliases and anchors are refused, as are unknown keys, wrong types, unknown ids, duplicate ids, reversed,
// overlapping or impossible date ranges.
ActorTable read_actors(const FileSystem& files, const std::vector<std::string>& folders, Diagnostics& diagnostics);

// Reads `morphology.yaml`: irregular verbs and nouns.
Morphology read_morphology(const FileSystem& files, const std::string& path, Diagnostics& diagnostics);

}  // namespace demarche::lexicon
