#include "engine/report/table_html.hpp"

#include "engine/base/utf8.hpp"
#include "engine/report/grid_text.hpp"
#include "engine/report/xml_text.hpp"

namespace demarche::report {

namespace {

using evidence::DocumentResult;
using position::Cell;
using position::Code;

constexpr std::string_view style =
#include "engine/report/table_html_style.inc"
    ;

std::string tag(const char* name, const std::string& attributes, const std::string& content) {
  return "<" + std::string(name) + (attributes.empty() ? "" : " " + attributes) + ">" + content + "</" + name + ">";
}

// Foreign words keep their own direction and do not turn what stands beside them.
std::string foreign(std::string_view text) { return "<bdi>" + html_text(text) + "</bdi>"; }

std::string plural(std::uint32_t count, const char* one) {
  return std::to_string(count) + " " + one + (count == 1 ? "" : "s");
}

// What a sign says, for those who hear the table.
std::string for_ears(const Cell& cell) {
  std::string text = code_text(cell);
  if (position::is_position(cell.code)) text += ", " + plural(cell.documents, "document");
  if (cell.thin) text += ", thin";
  return text;
}

std::string quotes_html(const Cell& cell, const std::vector<DocumentResult>& results) {
  std::string out;
  for (const auto& quote : quotes_of(cell, results, Signs::unicode)) {
    const std::string sign = quote.sign.empty() ? "" : "<b>" + html_text(quote.sign) + "</b> ";
    out += tag("p", "", sign + "<q>" + foreign(quote.sentence) + "</q> " + tag("cite", "", foreign(quote.by)));
  }
  return out;
}

std::string cell_html(const Grid& grid, const Cell* cell, const std::vector<DocumentResult>& results) {
  if (!cell) return "<td></td>";
  const std::string look = "class=\"" + std::string(position::name_of(cell->code)) + "\"";
  if (grid.content == Content::quote) return tag("td", look, quotes_html(*cell, results));
  const std::string text = content_text(cell, grid.content, Content::standard, Signs::unicode, results);
  if (grid.content != Content::standard) return tag("td", look, html_text(text));
  return tag("td", look,
             tag("span", "aria-hidden=\"true\"", html_text(text)) +
                 tag("span", "class=\"for-ears\"", html_text(for_ears(*cell))));
}

class Html {
 public:
  Html(const Grid& grid, const std::vector<DocumentResult>& results) : grid_(grid), results_(results) {
    if (grid.totals) codes_ = codes_that_occur(grid);
  }

  std::string table() const {
    std::string out = grid_.content == Content::quote ? "<table class=\"quotes\">\n" : "<table>\n";
    out += tag("caption", "id=\"caption\"", caption()) + "\n<thead>\n" + heads() + "</thead>\n<tbody>\n";
    for (std::size_t row = 0; row < grid_.rows.size(); ++row) out += body_row(row);
    return out + "</tbody>\n" + totals() + "</table>\n";
  }

 private:
  std::string caption() const {
    const std::string what = grid_.transposed ? "issues by actors" : "actors by issues";
    return html_text(grid_.title.empty() ? "Positions" : grid_.title) + ": " + what;
  }

  std::string heads() const {
    std::string out = "<tr>" + tag("th", "scope=\"col\"", grid_.transposed ? "Issue" : "Actor");
    for (const auto& column : grid_.columns) out += tag("th", "scope=\"col\"", foreign(title_of(column)));
    for (const Code code : codes_) out += tag("th", "scope=\"col\"", html_text(position::name_of(code)));
    return out + "</tr>\n";
  }

  std::string body_row(std::size_t row) const {
    std::string out = "<tr>" + tag("th", "scope=\"row\"", foreign(title_of(grid_.rows[row])));
    for (std::size_t column = 0; column < grid_.columns.size(); ++column)
      out += cell_html(grid_, grid_.at(row, column), results_);
    if (!codes_.empty()) {
      const Census census = census_of_row(grid_, row);
      for (const Code code : codes_) out += total(census, code);
    }
    return out + "</tr>\n";
  }

  static std::string total(const Census& census, Code code) {
    return tag("td", "class=\"total\"", std::to_string(census[static_cast<std::size_t>(code)]));
  }

  std::string totals() const {
    if (codes_.empty()) return "";
    std::vector<Census> censuses;
    for (std::size_t column = 0; column < grid_.columns.size(); ++column)
      censuses.push_back(census_of_column(grid_, column));
    const Census all = census_of_all(grid_);
    std::string out = "<tfoot>\n";
    for (const Code code : codes_) {
      out += "<tr>" + tag("th", "scope=\"row\"", html_text(position::name_of(code)));
      for (const Census& census : censuses) out += total(census, code);
      for (const Code other : codes_) out += other == code ? total(all, code) : "<td class=\"total\"></td>";
      out += "</tr>\n";
    }
    return out + "</tfoot>\n";
  }

  const Grid& grid_;
  const std::vector<DocumentResult>& results_;
  std::vector<Code> codes_;
};

std::string legend_html() {
  struct Sign {
    const char* look;
    const char* sign;
    const char* meaning;
  };
  constexpr Sign signs[] = {{"support", "+", "supports"},
                            {"oppose", "−", "opposes"},
                            {"mixed", "±", "both"},
                            {"mixed", "→+", "shifted to support"},
                            {"mixed", "→−", "shifted to opposition"},
                            {"conditional", "(+)", "only under a condition"},
                            {"neutral", "0", "neutral"},
                            {"mentioned", "○", "named beside it, no position"},
                            {"silent", "&nbsp;", "silent"},
                            {"no-coverage", "·", "no coverage"}};
  std::string out = "<ul class=\"legend\">\n";
  for (const Sign& sign : signs)
    out +=
        tag("li", "", tag("span", "class=\"" + std::string(sign.look) + "\"", sign.sign) + " " + sign.meaning) + "\n";
  return out + "<li>number: documents, ? fewer than three</li>\n<li>a name: the position of that group</li>\n</ul>\n";
}

std::string provenance_html(const Provenance& provenance, const position::Options& options) {
  std::string out = "<dl>\n";
  for (const auto& [label, value] : provenance_lines(provenance, options))
    out += tag("dt", "", html_text(label)) + tag("dd", "", foreign(value)) + "\n";
  return out + "</dl>\n";
}

}  // namespace

std::string html_text(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t letter = utf8::decode(text, at);
    if (const std::string_view escape = escape_of(letter); !escape.empty())
      out += escape;
    else if (letter == '\n' || letter == '\r' || letter == '\t')
      out += ' ';
    else
      utf8::append(out, letter < 0x20 || (letter >= 0x7F && letter < 0xA0) ? 0xFFFD : letter);
  }
  return out;
}

std::string table_html(const Grid& grid, const std::vector<DocumentResult>& results, const Provenance& provenance,
                       const position::Options& options) {
  const std::string title = html_text(grid.title.empty() ? "Positions" : grid.title);
  std::string out =
      "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
      "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
      "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n"
      "<meta name=\"generator\" content=\"demarche " +
      html_text(provenance.version) + "\">\n" + tag("title", "", title) + "\n<style>" + std::string(style) +
      "</style>\n</head>\n<body>\n<main>\n" + tag("h1", "", title) + "\n";
  if (grid.empty())
    out += "<p>No positions were found.</p>\n";
  else
    out += "<div class=\"scroll\" role=\"region\" aria-labelledby=\"caption\" tabindex=\"0\">\n" +
           Html(grid, results).table() + "</div>\n" + (grid.content == Content::standard ? legend_html() : "");
  return out + provenance_html(provenance, options) + "</main>\n</body>\n</html>\n";
}

}  // namespace demarche::report
