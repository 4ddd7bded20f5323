#include <nlohmann/json.hpp>

#include "engine/run/coverage_pages.hpp"

namespace demarche::run {

namespace {

using Json = nlohmann::ordered_json;

Json share_json(const Share& share) {
  return {{"covered", share.covered}, {"all", share.all}, {"percent", share.percent()}};
}

Json part_json(const CoveredPart& part, bool has_corpus) {
  Json json = {{"file", part.place.file},    {"line", part.place.line}, {"column", part.place.column},
               {"kind", name_of(part.kind)}, {"owner", part.owner},     {"text", part.text},
               {"tests", part.tests}};
  if (part.tests > 0) json["test"] = part.test;
  if (has_corpus) json["documents"] = part.documents;
  if (part.documents > 0) json["sentence"] = part.sentence;
  return json;
}

}  // namespace

std::string coverage_json(const CoverageReport& report, const std::string& version) {
  Json kinds = Json::object();
  for (CoveredKind kind : {CoveredKind::rule, CoveredKind::construction, CoveredKind::line, CoveredKind::alternative,
                           CoveredKind::guard, CoveredKind::word})
    if (report.share(kind).all > 0) kinds[std::string(name_of(kind))] = share_json(report.share(kind));
  Json files = Json::object();
  for (const auto& [file, share] : report.by_file()) files[file] = share_json(share);
  Json parts = Json::array();
  for (const CoveredPart& part : report.parts) parts.push_back(part_json(part, report.has_corpus));
  const Json json = {{"format", "demarche-coverage"},
                     {"format_version", 1},
                     {"demarche", version},
                     {"corpus", report.has_corpus},
                     {"share", share_json(report.share())},
                     {"kinds", kinds},
                     {"files", files},
                     {"parts", parts}};
  return json.dump(1, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace demarche::run
