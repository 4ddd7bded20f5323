#include "engine/report/table_latex.hpp"

#include <algorithm>
#include <cstdio>

#include "engine/base/utf8.hpp"
#include "engine/report/grid_text.hpp"

namespace demarche::report {

namespace {

using evidence::DocumentResult;
using position::Cell;
using position::Code;

struct Escape {
  char32_t letter;
  std::string_view latex;
};

constexpr Escape escapes[] = {{'\\', "\\textbackslash{}"},
                              {'{', "\\{"},
                              {'}', "\\}"},
                              {'$', "\\$"},
                              {'&', "\\&"},
                              {'#', "\\#"},
                              {'_', "\\_"},
                              {'%', "\\%"},
                              {'~', "\\textasciitilde{}"},
                              {'^', "\\textasciicircum{}"},
                              {'<', "\\textless{}"},
                              {'>', "\\textgreater{}"},
                              {'|', "\\textbar{}"},
                              {'"', "\\char34{}"},
                              {'`', "\\textasciigrave{}"},
                              {'[', "{[}"},
                              {'*', "{*}"},  // behind \\ they would be read as its arguments
                              {'-', "-{}"},  // no dashes out of hyphens
                              {0x00A0, "~"},
                              {0x00AD, "\\-"},
                              {0x00B1, "$\\pm$"},
                              {0x00B7, "$\\cdot$"},
                              {0x00A7, "\\S{}"},
                              {0x00A9, "\\copyright{}"},
                              {0x2010, "-"},
                              {0x2011, "-"},
                              {0x2013, "--"},
                              {0x2014, "---"},
                              {0x2018, "`"},
                              {0x2019, "'"},
                              {0x201C, "``"},
                              {0x201D, "''"},
                              {0x2026, "\\ldots{}"},
                              {0x2190, "$\\leftarrow$"},
                              {0x2192, "$\\rightarrow$"},
                              {0x2212, "$-$"},
                              {0x25CB, "$\\circ$"}};

// Letters with accents that every set-up of pdfLaTeX can put together.
bool is_plain_letter(char32_t c) {
  if (c >= 0x20 && c < 0x7F) return true;
  if (c < 0xC0 || c > 0x17E) return false;
  constexpr char32_t others[] = {0xD0,  0xD7,  0xDE,  0xF0,  0xF7,  0xFE,  0x104, 0x105, 0x110,
                                 0x111, 0x118, 0x119, 0x126, 0x127, 0x132, 0x133, 0x138, 0x140,
                                 0x13F, 0x149, 0x14A, 0x14B, 0x166, 0x167, 0x172, 0x173};
  return std::find(std::begin(others), std::end(others), c) == std::end(others);
}

std::string rare_letter(char32_t letter, std::string_view bytes) {
  char hex[16];
  std::snprintf(hex, sizeof hex, "%04X", static_cast<unsigned>(letter));
  return "\\demarchechar{" + std::string(hex) + "}{" + std::string(bytes) + "}";
}

// How the cells of a grid are set.
struct Setting {
  std::size_t columns_of_a_page;
  std::string_view column;  // of the table's preamble
};

Setting setting_of(Content content) {
  switch (content) {
    case Content::standard:
    case Content::lean:
      return {12, "c"};
    case Content::code:
    case Content::counts:
      return {6, "p{0.11\\linewidth}"};
    case Content::quote:
      return {2, "p{0.38\\linewidth}"};
  }
  return {12, "c"};
}

std::string cell_latex(const Grid& grid, const Cell* cell, const std::vector<DocumentResult>& results) {
  if (grid.content != Content::quote || !cell)
    return latex_text(content_text(cell, grid.content, Content::standard, Signs::unicode, results));
  std::string out;
  for (const auto& quote : quotes_of(*cell, results, Signs::unicode)) {
    if (!out.empty()) out += " \\newline ";
    if (!quote.sign.empty()) out += latex_text(quote.sign) + " ";
    out += latex_text(quote.sentence) + " \\emph{" + latex_text(quote.by) + "}";
  }
  return out;
}

class Latex {
 public:
  Latex(const Grid& grid, const std::vector<DocumentResult>& results) : grid_(grid), results_(results) {
    if (grid.totals) codes_ = codes_that_occur(grid);
  }

  std::string tables() const {
    const Setting setting = setting_of(grid_.content);
    std::string out;
    for (std::size_t first = 0; first < grid_.columns.size(); first += setting.columns_of_a_page) {
      const std::size_t last = std::min(first + setting.columns_of_a_page, grid_.columns.size());
      out += table(setting, first, last);
    }
    return out;
  }

 private:
  bool is_last(std::size_t last) const { return last == grid_.columns.size(); }

  std::string table(const Setting& setting, std::size_t first, std::size_t last) const {
    std::string columns = "@{}l";
    for (std::size_t column = first; column < last; ++column) columns += setting.column;
    if (is_last(last)) columns.append(codes_.size(), 'r');
    const std::string head = heads(first, last);
    const std::string title = grid_.title.empty() ? "Positions" : grid_.title;
    std::string out = "\\begin{longtable}{" + columns + "@{}}\n\\caption{" + latex_text(title) +
                      (first > 0 ? " (continued)" : "") + "}\\\\\n\\toprule\n" + head +
                      "\\midrule\n\\endfirsthead\n\\toprule\n" + head +
                      "\\midrule\n\\endhead\n\\bottomrule\n\\endfoot\n";
    for (std::size_t row = 0; row < grid_.rows.size(); ++row) out += body_row(row, first, last);
    return out + totals(first, last) + "\\end{longtable}\n";
  }

  std::string heads(std::size_t first, std::size_t last) const {
    const bool turned = grid_.content != Content::quote;
    std::string out;
    auto add = [&](const std::string& text) {
      out += turned ? " & \\rotatebox{90}{\\parbox[b]{9em}{\\raggedright " + text + "}}" : " & " + text;
    };
    for (std::size_t column = first; column < last; ++column) add(latex_text(title_of(grid_.columns[column])));
    if (is_last(last))
      for (const Code code : codes_) add("\\emph{" + latex_text(position::name_of(code)) + "}");
    return out + " \\\\\n";
  }

  std::string body_row(std::size_t row, std::size_t first, std::size_t last) const {
    std::string out = latex_text(title_of(grid_.rows[row]));
    for (std::size_t column = first; column < last; ++column)
      out += " & " + cell_latex(grid_, grid_.at(row, column), results_);
    if (is_last(last)) out += counts(census_of_row(grid_, row));
    return out + " \\\\\n";
  }

  std::string counts(const Census& census) const {
    std::string out;
    for (const Code code : codes_) out += " & " + count(census[static_cast<std::size_t>(code)]);
    return out;
  }

  static std::string count(std::uint32_t number) { return number == 0 ? "" : std::to_string(number); }

  std::string totals(std::size_t first, std::size_t last) const {
    if (codes_.empty()) return "";
    std::string out = "\\midrule\n";
    const Census all = census_of_all(grid_);
    for (const Code code : codes_) {
      const auto number = static_cast<std::size_t>(code);
      out += "\\emph{" + latex_text(position::name_of(code)) + "}";
      for (std::size_t column = first; column < last; ++column)
        out += " & " + count(census_of_column(grid_, column)[number]);
      if (is_last(last))
        for (const Code other : codes_) out += " & " + (other == code ? count(all[number]) : "");
      out += " \\\\\n";
    }
    return out;
  }

  const Grid& grid_;
  const std::vector<DocumentResult>& results_;
  std::vector<Code> codes_;
};

std::string comment(const std::string& text) {
  std::string line = "% " + text;
  std::replace_if(
      line.begin(), line.end(), [](char c) { return (c >= 0 && c < 0x20) || c == 0x7F; }, ' ');
  return line + "\n";
}

// What \demarchechar does: XeTeX and LuaTeX set the letter, pdfTeX its number.
constexpr const char* rare_letters =
    "\\ifdefined\\demarchechar\\else\n"
    "  \\protected\\def\\demarchechar#1#2{\\ifdefined\\pdftexversion{\\tiny U+#1}\\else#2\\fi}\n"
    "\\fi\n";

}  // namespace

std::string latex_text(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    std::size_t next = at;
    const char32_t letter = utf8::decode(text, next);
    const auto bytes = text.substr(at, next - at);
    at = next;
    const auto escape =
        std::find_if(std::begin(escapes), std::end(escapes), [&](const Escape& e) { return e.letter == letter; });
    if (letter < 0x20 || letter == 0x7F)
      out += ' ';
    else if (escape != std::end(escapes))
      out += escape->latex;
    else if (is_plain_letter(letter))
      out += bytes;
    else
      out += rare_letter(letter, bytes);
  }
  return out;
}

std::string table_latex(const Grid& grid, const std::vector<DocumentResult>& results, const Provenance& provenance,
                        const position::Options& options) {
  std::string out = comment("needs \\usepackage{booktabs,graphicx,longtable}");
  for (const auto& [label, value] : provenance_lines(provenance, options)) out += comment(label + ": " + value);
  out += rare_letters;
  if (grid.empty()) return out + "No positions were found.\n";
  out += "\\begingroup\n\\small\n\\setlength{\\tabcolsep}{3pt}\n" + Latex(grid, results).tables();
  if (grid.content == Content::standard)
    out += "\\noindent\\footnotesize " + latex_text(legend(Signs::unicode)) + "\\par\n";
  return out + "\\noindent\\footnotesize " + latex_text(provenance_line(provenance, options)) + "\\par\n\\endgroup\n";
}

}  // namespace demarche::report
