#include "engine/report/cell_text.hpp"

namespace demarche::report {

namespace {

using position::Cell;
using position::Code;

struct SignTable {
  std::string_view support, oppose, mixed, arrow, silent, none, mentioned;
};

const SignTable& table(Signs signs) {
  static constexpr SignTable unicode{"+", "−", "±", "→", "", "·", "○"};
  static constexpr SignTable plain{"+", "-", "+/-", "->", "", ".", "o"};
  return signs == Signs::unicode ? unicode : plain;
}

}  // namespace

std::string symbol(const Cell& cell, Signs signs) {
  const SignTable& sign = table(signs);
  const std::string side(cell.support >= cell.oppose ? sign.support : sign.oppose);
  switch (cell.code) {
    case Code::no_coverage:
      return std::string(sign.none);
    case Code::silent:
      return std::string(sign.silent);
    case Code::mentioned:
      return std::string(sign.mentioned);
    case Code::neutral:
      return "0";
    case Code::conditional:
      return cell.support > 0 && cell.oppose > 0 ? "(" + std::string(sign.mixed) + ")" : "(" + side + ")";
    case Code::support:
    case Code::oppose:
      return side;
    case Code::mixed:
      if (!cell.shift) return std::string(sign.mixed);
      return std::string(sign.arrow) +
             std::string(cell.shift->after == evidence::Stance::support ? sign.support : sign.oppose);
  }
  return "";
}

std::string code_text(const Cell& cell) {
  std::string text(position::name_of(cell.code));
  if (cell.refinement != position::Refinement::none) text += " (" + std::string(position::name_of(cell.refinement)) + ")";
  if (!cell.via.empty()) text += " via " + cell.via;
  return text;
}

std::string short_text(const Cell& cell, Signs signs) {
  std::string text = symbol(cell, signs);
  if (!position::is_position(cell.code)) return text;
  if (!cell.via.empty()) return text + " " + cell.via;
  return text + " " + std::to_string(cell.documents) + (cell.thin ? "?" : "");
}

std::string legend(Signs signs) {
  const SignTable& sign = table(signs);
  std::string text(sign.support);
  text += " supports   ";
  text.append(sign.oppose).append(" opposes   ").append(sign.mixed).append(" both   ");
  text.append(sign.arrow).append(sign.support).append(" shifted to support   ");
  text.append("(").append(sign.support).append(") only under a condition   0 neutral   ");
  text.append(sign.mentioned).append(" named beside it, no position   ").append("blank silent   ");
  text.append(sign.none).append(" no coverage   ");
  return text + "number: documents, ? fewer than three   a name: the position of that group";
}

}  // namespace demarche::report
