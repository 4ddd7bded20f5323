#include "engine/run/proof.hpp"

#include <nlohmann/json.hpp>

namespace demarche::run {

namespace {

using Json = nlohmann::ordered_json;

std::string place_text(const program::Place& place) {
  if (place.line == 0) return "";
  return place.file + ":" + std::to_string(place.line);
}

// "  [code points 3 to 12; rules/english/stances.stance:56]"
std::string where(const Proof& proof) {
  std::string text;
  if (proof.range && proof.range->start < proof.range->end)
    text = (proof.doc.empty() ? "" : proof.doc + " ") + std::to_string(proof.range->start) + "-" +
           std::to_string(proof.range->end);
  const std::string place = place_text(proof.place);
  if (!place.empty()) text += (text.empty() ? "" : "; ") + place;
  return text.empty() ? "" : "  [" + text + "]";
}

void write(const Proof& proof, std::size_t depth, bool color, std::string& out) {
  const std::string indent(2 * depth, ' ');
  const std::string kind = depth == 0 || proof.kind.empty() ? "" : proof.kind + ": ";
  out += indent;
  if (color) out += depth == 0 ? "\x1b[1m" : "\x1b[2m";
  out += kind;
  if (color && depth > 0) out += "\x1b[0m";
  out += proof.text;
  if (color && depth == 0) out += "\x1b[0m";
  if (color) out += "\x1b[2m";
  out += where(proof);
  if (color) out += "\x1b[0m";
  out += "\n";
  for (const Proof& child : proof.children) write(child, depth + 1, color, out);
}

Json json_of(const Proof& proof) {
  Json json{{"kind", proof.kind}, {"text", proof.text}};
  if (!proof.doc.empty()) json["doc"] = proof.doc;
  if (proof.range) {
    json["start"] = proof.range->start;
    json["end"] = proof.range->end;
  }
  if (proof.place.line != 0) {
    json["file"] = proof.place.file;
    json["line"] = proof.place.line;
    json["column"] = proof.place.column;
  }
  json["children"] = Json::array();
  for (const Proof& child : proof.children) json["children"].push_back(json_of(child));
  return json;
}

}  // namespace

std::string proof_text(const Proof& proof, bool color) {
  std::string out;
  write(proof, 0, color, out);
  return out;
}

std::string proof_json(const Proof& proof) {
  return json_of(proof).dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace demarche::run
