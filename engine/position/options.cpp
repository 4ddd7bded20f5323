#include "engine/position/options.hpp"

#include <algorithm>

#include "engine/base/name_table.hpp"

namespace demarche::position {

namespace {
constexpr auto duplicate_names = name_table<Duplicates>({{Duplicates::document, "document"},
                                                         {Duplicates::week, "week"},
                                                         {Duplicates::month, "month"},
                                                         {Duplicates::none, "none"},
                                                         {Duplicates::year, "year"},
                                                         {Duplicates::window, "window"}});
}  // namespace

std::optional<Duplicates> parse_duplicates(std::string_view name) { return duplicate_names.value(name); }
std::string_view name_of(Duplicates duplicates) { return duplicate_names.name(duplicates); }

bool Options::counts(evidence::Kind kind) const {
  switch (kind) {
    case evidence::Kind::declared:
      return declared;
    case evidence::Kind::narrated:
      return narrated;
    case evidence::Kind::act:
      return acts;
    case evidence::Kind::ascribed:
      return false;
  }
  return false;
}

bool Options::counts_source(std::string_view source) const {
  return sources.empty() || (std::find(sources.begin(), sources.end(), source) == sources.end()) == except_sources;
}

bool Options::in_window(std::optional<Date> day) const {
  if (!day) return keep_undated || !has_window();
  return window.contains(*day);
}

bool count_only(const std::vector<std::string>& kinds, Options& options) {
  auto among = [&](evidence::Kind kind) { return std::find(kinds.begin(), kinds.end(), name_of(kind)) != kinds.end(); };
  const bool known = std::all_of(kinds.begin(), kinds.end(), [](const std::string& kind) {
    return kind == name_of(evidence::Kind::declared) || kind == name_of(evidence::Kind::narrated) ||
           kind == name_of(evidence::Kind::act);
  });
  if (kinds.empty() || !known) return false;
  options.declared = among(evidence::Kind::declared);
  options.narrated = among(evidence::Kind::narrated);
  options.acts = among(evidence::Kind::act);
  return true;
}

double taper_weight(int age_in_days) {
  constexpr int full = 730;   // two years
  constexpr int gone = 1826;  // five years, one leap day among them
  if (age_in_days <= full) return 1;
  if (age_in_days >= gone) return 0;
  return static_cast<double>(gone - age_in_days) / (gone - full);
}

}  // namespace demarche::position
