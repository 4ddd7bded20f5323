#include "engine/position/matrix.hpp"

namespace demarche::position {

std::string_view name_of(Code code) {
  switch (code) {
#define DEMARCHE_CODE(enumerator, name, meaning) \
  case Code::enumerator:                         \
    return name;
#include "engine/position/codes.def"
#undef DEMARCHE_CODE
  }
  return "";
}

std::string_view meaning_of(Code code) {
  switch (code) {
#define DEMARCHE_CODE(enumerator, name, meaning) \
  case Code::enumerator:                         \
    return meaning;
#include "engine/position/codes.def"
#undef DEMARCHE_CODE
  }
  return "";
}

std::string_view name_of(Refinement refinement) {
  switch (refinement) {
    case Refinement::none:
      return "";
    case Refinement::shifted:
      return "shifted";
    case Refinement::ambivalent:
      return "ambivalent";
  }
  return "";
}

bool is_position(Code code) {
  return code == Code::support || code == Code::oppose || code == Code::mixed || code == Code::conditional ||
         code == Code::neutral;
}

}  // namespace demarche::position
