#include "engine/report/cell_text.hpp"
#include "engine/report/comparison.hpp"
#include "engine/report/xml_text.hpp"

namespace demarche::report {

namespace {

using position::Cell;
using position::Code;
using position::Comparison;
using position::Relation;

// Colours a colour-blind reader can tell apart (blue, vermilion, purple of Okabe and Ito), dark enough on white and
// light enough on black; the sign says the same.
constexpr std::string_view style =
    R"(:root{color-scheme:light dark;--ink:#1a1a1a;--paper:#fff;--soft:#5c5c5c;--line:#d0d0d0;
--for:#0060a0;--against:#a84300;--both:#8a3d72}
@media (prefers-color-scheme:dark){:root{--ink:#ececec;--paper:#161616;--soft:#a8a8a8;--line:#444;
--for:#7cc4f5;--against:#ff9a5c;--both:#e6a3ce}}
body{margin:2rem auto;max-width:72rem;padding:0 1rem;font:16px/1.5 system-ui,sans-serif;color:var(--ink);
background:var(--paper)}
h1{font-size:1.6rem}h2{font-size:1.2rem;margin-top:2rem}
table{border-collapse:collapse;width:100%;table-layout:fixed}
th:first-child{width:18%}
th,td{border-top:1px solid var(--line);padding:.6rem 1rem .6rem 0;text-align:left;vertical-align:top;
overflow-wrap:anywhere}
.position{font-weight:600}.support{color:var(--for)}.oppose{color:var(--against)}.mixed{color:var(--both)}
.other,.silent,footer,cite{color:var(--soft)}
blockquote{margin:.4rem 0}cite{font-style:normal;font-size:.9rem}
footer{margin-top:3rem;font-size:.85rem;border-top:1px solid var(--line);padding-top:.6rem}
@media print{body{margin:0;max-width:none}tr{break-inside:avoid}})";

std::string_view class_of(Code code) {
  switch (code) {
    case Code::support:
      return "support";
    case Code::oppose:
      return "oppose";
    case Code::mixed:
      return "mixed";
    case Code::conditional:
    case Code::neutral:
      return "other";
    default:
      return "silent";
  }
}

std::string quote_html(const Quote& quote, const std::string& actor) {
  std::string cite = xml_text(attribution(quote, actor));
  if (is_safe_link(quote.document->url))
    cite = "<a href=\"" + xml_text(quote.document->url) + "\" rel=\"noreferrer\">" + cite + "</a>";
  return "<blockquote><bdi>" + xml_text(quoted(quote)) + "</bdi><br><cite>" + cite + "</cite></blockquote>";
}

std::string cell_html(const Cell& cell, const std::string& actor, const Origin& origin) {
  std::string out = "<td><span class=\"position " + std::string(class_of(cell.code)) + "\">" +
                    xml_text(symbol(cell, Signs::unicode)) + " " + xml_text(code_text(cell)) + "</span>";
  if (position::is_position(cell.code))
    out += " <span class=\"silent\">" + std::to_string(cell.documents) +
           (cell.documents == 1 ? " document" : " documents") + (cell.thin ? ", thin" : "") + "</span>";
  for (const auto& quote : telling_quotes(cell, origin.results)) out += quote_html(quote, actor);
  return out + "</td>";
}

std::string section(const Comparison& comparison, Relation relation, const Origin& origin) {
  const auto columns = comparison.columns_with(relation);
  if (columns.empty()) return "";
  const auto& matrix = comparison.matrix;
  const std::string heading(heading_of(relation));
  std::string out = "<section>\n<h2>" + heading + "</h2>\n<table>\n<thead><tr><th scope=\"col\">Issue</th>";
  for (const auto& row : matrix.rows) out += "<th scope=\"col\">" + xml_text(row.title) + "</th>";
  out += "</tr></thead>\n<tbody>\n";
  for (const auto column : columns) {
    out += "<tr><th scope=\"row\">" + xml_text(matrix.columns[column].title) + "</th>";
    for (std::size_t row = 0; row < matrix.rows.size(); ++row)
      out += cell_html(matrix.at(row, column), matrix.rows[row].title, origin);
    out += "</tr>\n";
  }
  return out + "</tbody>\n</table>\n</section>\n";
}

}  // namespace

std::string comparison_html(const Comparison& comparison, const Origin& origin) {
  const auto& matrix = comparison.matrix;
  std::string title;
  for (std::size_t row = 0; row < matrix.rows.size(); ++row)
    title += (row == 0 ? "" : row + 1 == matrix.rows.size() ? " and " : ", ") + xml_text(matrix.rows[row].title);
  std::string out =
      "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
      "<meta name=\"viewport\" content=\"width=device-width\">\n<title>" +
      title + "</title>\n<style>" + std::string(style) + "</style>\n</head>\n<body>\n<main>\n<h1>" + title +
      "</h1>\n<ul>\n";
  for (const auto& pair : comparison.pairs) out += "<li>" + xml_text(agreement_sentence(matrix, pair)) + "</li>\n";
  out += "</ul>\n";
  for (std::size_t i = 0; i < position::relation_count; ++i)
    out += section(comparison, static_cast<Relation>(i), origin);
  return out + "</main>\n<footer>" + xml_text(legend(Signs::unicode)) + "<br>" +
         xml_text(provenance_line(origin.provenance, matrix.options)) + "</footer>\n</body>\n</html>\n";
}

}  // namespace demarche::report
