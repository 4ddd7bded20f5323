#pragma once
#include <optional>
#include <string>
#include <vector>

#include "engine/base/diagnostic.hpp"
#include "engine/base/file_system.hpp"
#include "engine/position/options.hpp"
#include "engine/run/pipeline.hpp"
#include "engine/run/selection.hpp"

// A project is a folder with a `demarche.yaml`; docs/project.md lists its keys.
namespace demarche::run {

inline constexpr const char* project_file = "demarche.yaml";

struct Project {
  std::string name;
  std::vector<std::string> rules;  // empty: the shipped library
  Corpus corpus;
  std::string out = "out";
  std::string golden = "golden";  // folder of what was accepted
  std::string matrix;  // the id of a matrix in the rules; empty: the first one, or all that occurs
  unsigned threads = 0;
  std::optional<DateRange> window;
  std::optional<bool> keep_undated;
  bool taper = false;
  position::Duplicates duplicates = position::Duplicates::document;
  Selection selection;        // of the command line
  std::vector<std::string> kinds;  // of evidence that count: declared, narrated, act; empty: all three
};

// Reads a project file; paths in it are relative to its folder and come back with that folder in front. Nothing when it
// cannot be read; what is wrong in it is a diagnostic with its place.
std::optional<Project> read_project(const FileSystem& files, const std::string& path, Diagnostics& diagnostics);

// Reads a window as people write it: 2023 | 2020-09 to 2023-09 | from 2020 | until 2022-02-24.
std::optional<DateRange> parse_window(std::string_view text);

}  // namespace demarche::run
