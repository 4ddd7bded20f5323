#pragma once
#include <nlohmann/json.hpp>
#include <optional>

#include "engine/report/provenance.hpp"
#include "engine/report/quote.hpp"

// Pieces that several JSON outputs share. Only for files of this folder.
namespace demarche::report {

using Json = nlohmann::ordered_json;

// Four digits: what differs beyond them differs by the machine.
Json json_number(double value);
Json json_date(const std::optional<Date>& day);
// The labels and values of provenance_lines.
Json json_provenance(const Provenance& provenance, const position::Options& options);
// Document, date, source, link, speaker, sentence and its place, stance, strength, mode, kind, rule.
Json json_quote(const Quote& quote);
// Code, refinement, group, figures.
Json json_position(const position::Cell& cell);
// Indented by one, with a line end; ill-formed text is replaced.
std::string json_dump(const Json& json);

}  // namespace demarche::report
