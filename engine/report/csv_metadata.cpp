#include "engine/report/csv_metadata.hpp"

#include "engine/report/json_parts.hpp"

namespace demarche::report {

std::string csv_metadata(const std::string& file, const std::string& title, const Provenance& provenance,
                         const position::Options& options) {
  return json_dump({{"@context", "http://www.w3.org/ns/csvw"},
                    {"url", file},
                    {"dialect", {{"encoding", "utf-8"}, {"header", true}}},
                    {"dc:title", title},
                    {"dc:provenance", json_provenance(provenance, options)}});
}

}  // namespace demarche::report
