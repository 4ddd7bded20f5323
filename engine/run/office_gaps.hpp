#pragma once
#include <optional>
#include <string>
#include <vector>

#include "engine/base/diagnostic.hpp"
#include "engine/base/file_system.hpp"
#include "engine/lexicon/actors.hpp"

// Whether the lists of people in office are complete where they promise to be: `demarche who --gaps`.
namespace demarche::run {

// An office that a state does not have, or not at that time: no gap.
struct AbsentOffice {
  std::string actor;
  std::string office;
  DateRange dates;
};

// What the data promises; rules/office-coverage.yaml.
struct OfficePromise {
  DateRange period;             // both ends given
  std::uint32_t days = 60;      // a shorter time without anybody is no gap
  std::vector<std::string> of;  // groups, regions and states
  std::vector<std::string> offices;
  std::vector<AbsentOffice> absent;
};

// A stretch of days in which nobody is listed; both ends count.
struct Gap {
  std::string actor;
  std::string office;
  DateRange dates;     // both ends given
  std::string before;  // who held the office last, and who next; empty when nobody is listed
  std::string after;
  std::int32_t length() const { return dates.to->days - dates.from->days + 1; }
};

struct OfficeCoverage {
  OfficePromise promise;
  std::size_t states = 0;
  std::size_t wanted = 0;    // pairs of a state and an office it has
  std::size_t complete = 0;  // of these, those without a gap
  std::int64_t wanted_days = 0;
  std::int64_t covered_days = 0;  // of all pairs; gaps shorter than `days` count as covered
  std::vector<Gap> gaps;          // by actor, office in the order of the promise, date
};

// Reads a promise. Nothing when the file cannot be used; ids are checked against the table.
std::optional<OfficePromise> read_office_promise(const FileSystem& files, const std::string& path,
                                                 const lexicon::ActorTable& actors, Diagnostics& diagnostics);

OfficeCoverage office_coverage_of(const lexicon::ActorTable& actors, const OfficePromise& promise);

std::string office_coverage_text(const OfficeCoverage& coverage);
std::string office_coverage_json(const OfficeCoverage& coverage);

}  // namespace demarche::run
