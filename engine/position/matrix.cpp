#include "engine/position/matrix.hpp"

#include "engine/base/name_table.hpp"

namespace demarche::position {

namespace {

constexpr auto codes = name_table<Code>({
#define DEMARCHE_CODE(enumerator, name, meaning) {Code::enumerator, name, meaning},
#include "engine/position/codes.def"
#undef DEMARCHE_CODE
});

constexpr auto refinements = name_table<Refinement>(
    {{Refinement::none, ""}, {Refinement::shifted, "shifted"}, {Refinement::ambivalent, "ambivalent"}});

}  // namespace

std::string_view name_of(Code code) { return codes.name(code); }
std::string_view meaning_of(Code code) { return codes.meaning(code); }
std::string_view name_of(Refinement refinement) { return refinements.name(refinement); }

bool is_position(Code code) {
  return code == Code::support || code == Code::oppose || code == Code::mixed || code == Code::conditional ||
         code == Code::neutral;
}

}  // namespace demarche::position
