#pragma once
#include <cstdint>
#include <string>
#include <vector>

#include "engine/evidence/record.hpp"

// evidence.jsonl: one record a line. docs/evidence.schema.json describes it.
namespace demarche::report {

void append_evidence_line(std::string& out, const evidence::Record& record);
// The places of a document's records in the order of the lines.
std::vector<std::uint32_t> line_order(const evidence::DocumentResult& result);
// `results` are sorted by document id; their records by start, actor, issue.
std::string evidence_jsonl(const std::vector<evidence::DocumentResult>& results);

}  // namespace demarche::report
