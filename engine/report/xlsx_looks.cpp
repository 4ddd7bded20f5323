#include "engine/report/xlsx_looks.hpp"

namespace demarche::report::xlsx {

namespace {

struct Colours {
  std::uint32_t full;
  std::uint32_t pale;
};
constexpr Colours blue{0x9CC7E8, 0xD9EAF7};
constexpr Colours orange{0xF7B267, 0xFCE3C5};
constexpr Colours violet{0xC9B5E0, 0xE6DDF1};
constexpr std::uint32_t grey = 0xE3E3E3;
constexpr std::uint32_t faint_ink = 0x737373;

Style cell(std::uint32_t fill) { return {.centered = true, .bordered = true, .fill = fill}; }

std::uint32_t shade(const Colours& colours, bool pale) { return pale ? colours.pale : colours.full; }

}  // namespace

Style look_of(const position::Cell& said) {
  using position::Code;
  switch (said.code) {
    case Code::support:
      return cell(shade(blue, said.thin));
    case Code::oppose:
      return cell(shade(orange, said.thin));
    case Code::mixed:
      return cell(shade(violet, said.thin));
    case Code::conditional: {
      const bool both = said.support > 0 && said.oppose > 0;
      Style style = cell(both ? violet.pale : said.support > 0 ? blue.pale : orange.pale);
      style.italic = true;
      return style;
    }
    case Code::neutral:
      return cell(grey);
    case Code::mentioned:
    case Code::silent:
    case Code::no_coverage:
      break;
  }
  Style style = cell(0xFFFFFF);
  style.ink = faint_ink;
  return style;
}

Style look_of(position::Code code) {
  position::Cell example;
  example.code = code;
  example.support = code == position::Code::oppose ? 0 : 1;
  return look_of(example);
}

}  // namespace demarche::report::xlsx
