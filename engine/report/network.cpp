#include "engine/report/network.hpp"

#include "engine/report/json_text.hpp"

namespace demarche::report {

using position::NetworkKind;
using position::Normalisation;

std::string weight_text(double weight) {
  std::string text;
  append_json_number(text, weight, 4);
  return text;
}

std::pair<std::string_view, std::string_view> parts_of(NetworkKind kind) {
  if (kind == NetworkKind::agreement) return {"points", "points_missed"};
  if (kind == NetworkKind::two_mode) return {"support", "oppose"};
  return {"congruence", "conflict"};
}

std::string kind_text(const position::NetworkOptions& options) {
  std::string text(position::name_of(options.kind));
  if (options.normalisation != Normalisation::none)
    text += " by " + std::string(position::name_of(options.normalisation));
  return text;
}

}  // namespace demarche::report
