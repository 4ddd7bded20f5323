#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/base/date.hpp"
#include "engine/evidence/record.hpp"

// What counts towards a position. The defaults are those of docs/positions.md.
namespace demarche::position {

// How often one holder may say one thing on one issue in one direction and be counted.
// `window` is the whole of it: DNA's "across date range".
enum class Duplicates { document, week, month, none, year, window };

std::optional<Duplicates> parse_duplicates(std::string_view name);
std::string_view name_of(Duplicates duplicates);

struct Options {
  bool declared = true;  // kinds of evidence that count; `ascribed` never does
  bool narrated = true;
  bool acts = true;
  DateRange window;           // both ends open: all time
  bool keep_undated = false;  // inside a window; without one, undated documents count anyway
  bool taper = false;         // by age: full to two years, linear to nothing at five
  Duplicates duplicates = Duplicates::document;
  // Whose documents count, by the name of their source; empty: all. With `except_sources`, all but these. Documents of
  // other sources are as if they were not in the corpus.
  std::vector<std::string> sources;
  bool except_sources = false;

  bool counts(evidence::Kind kind) const;
  bool counts_source(std::string_view source) const;
  bool has_window() const { return window.from || window.to; }
  bool in_window(std::optional<Date> day) const;
};

// Lets only the kinds of these names count: declared, narrated, act. False, and nothing changed, when a name is none of
// them or there are no names.
bool count_only(const std::vector<std::string>& kinds, Options& options);

// The weight of evidence of that age under the taper.
double taper_weight(int age_in_days);

}  // namespace demarche::position
