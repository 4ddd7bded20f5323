#pragma once
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "engine/base/diagnostic.hpp"
#include "engine/base/source.hpp"
#include "engine/lexicon/actors.hpp"

// Dictionaries of other tools (YAML), as files of ours. What cannot be taken over is in `left_out`, a line each, with
// the line of the file it stands in.
namespace demarche::import {

struct Imported {
  std::string text;  // the file
  std::size_t taken = 0;
  std::vector<std::string> left_out;
};

// The words of a corpus, in small letters, sorted: what a pattern such as econom* is filled in from.
using Words = std::vector<std::string>;

// A quanteda dictionary as `phrase` statements: a key is a phrase, a key with keys below is the phrase of these. Words
// are matched exactly, as quanteda does, whatever the case; a word with * or ? becomes the words of the corpus that it
// fits, and cannot be taken over without one.
std::optional<Imported> phrases_from_quanteda(std::shared_ptr<const SourceFile> file, const Words& words,
                                              Diagnostics& diagnostics);

// A newsmap dictionary (regions, countries by their two letters, words) as an actor file that adds the names we lack.
std::optional<Imported> actors_from_newsmap(std::shared_ptr<const SourceFile> file, const lexicon::ActorTable& actors,
                                            Diagnostics& diagnostics);

// True when a word fits a pattern with * (any letters) and ? (one letter); both in small letters.
bool fits_glob(std::string_view word, std::string_view glob);

}  // namespace demarche::import
