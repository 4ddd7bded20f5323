#include "engine/report/file_kinds.hpp"

namespace demarche::report {

namespace {

constexpr FileKind kinds[] = {
    {".csv", "csv", "text/csv"},
    {".tsv", "tsv", "text/tab-separated-values"},
    {".jsonl", "ndjson", "application/x-ndjson"},
    {".json", "json", "application/json"},
    {".md", "md", "text/markdown"},
    {".html", "html", "text/html"},
    {".tex", "tex", "application/x-tex"},
    {".txt", "txt", "text/plain"},
    {".yaml", "yaml", "application/yaml"},
    {".stance", "stance", "text/plain"},
    {".xlsx", "xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"},
    {".sqlite", "sqlite", "application/vnd.sqlite3"},
};

}  // namespace

const FileKind* kind_of(std::string_view path) {
  for (const auto& kind : kinds)
    if (path.ends_with(kind.ending)) return &kind;
  return nullptr;
}

}  // namespace demarche::report
