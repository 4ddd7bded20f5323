#include "engine/report/csv_metadata.hpp"

#include "engine/report/json_parts.hpp"

namespace demarche::report {

namespace {

Json dialect_json(const CsvFile& file) {
  Json dialect{{"encoding", "utf-8"}, {"header", true}};
  if (file.separator == Separator::tab) dialect["delimiter"] = "\t";
  return dialect;
}

Json column_json(const CsvColumn& column) {
  Json json{{"name", column.name}};
  if (!column.title.empty() && column.title != column.name) json["dc:title"] = column.title;
  json["titles"] = column.name;
  json["datatype"] = column.datatype;
  if (!column.meaning.empty()) json["dc:description"] = column.meaning;
  return json;
}

}  // namespace

std::string csv_metadata(const CsvFile& file, const Provenance& provenance, const position::Options& options) {
  Json json{{"@context", "http://www.w3.org/ns/csvw"}, {"url", file.name}, {"dialect", dialect_json(file)}};
  if (!file.title.empty()) json["dc:title"] = file.title;
  json["dc:provenance"] = json_provenance(provenance, options);
  Json columns = Json::array();
  for (const auto& column : file.columns) columns.push_back(column_json(column));
  if (!columns.empty()) json["tableSchema"] = {{"columns", columns}};
  return json_dump(json);
}

}  // namespace demarche::report
