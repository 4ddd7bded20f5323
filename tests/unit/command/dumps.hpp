#pragma once
#include <map>
#include <regex>
#include <string>
#include <vector>

#include "engine/store/archive.hpp"
#include "engine/store/sqlite.hpp"

// Workbooks and databases as texts, for goldens: what a reader of them sees, without what another version of their
// libraries writes otherwise.
namespace demarche::testing {

class WorkbookText {
 public:
  explicit WorkbookText(const std::string& bytes) {
    for (const auto& file : store::unpack(bytes).files) parts_[file.path] = file.bytes;
    for (const auto& one : all(parts_["xl/sharedStrings.xml"], "<si>(.*?)</si>")) texts_.push_back(plain(one[1]));
  }

  std::string text() {
    std::string out;
    const auto sheets = all(parts_["xl/workbook.xml"], "<sheet name=\"([^\"]*)\"");
    for (std::size_t i = 0; i < sheets.size(); ++i)
      out += sheet(sheets[i][1], parts_["xl/worksheets/sheet" + std::to_string(i + 1) + ".xml"]);
    return out + looks();
  }

 private:
  using Found = std::vector<std::string>;

  // All matches with their groups. `.` is also a line feed: texts of cells have some.
  static std::vector<Found> all(const std::string& text, const std::string& pattern) {
    std::vector<Found> found;
    std::string any = pattern;
    for (std::size_t at = 0; (at = any.find(".*?", at)) != std::string::npos; at += 7) any.replace(at, 3, "[\\s\\S]*?");
    const std::regex expression(any);
    for (std::sregex_iterator it(text.begin(), text.end(), expression), end; it != end; ++it)
      found.emplace_back(it->begin(), it->end());
    return found;
  }

  static std::string attribute(const std::string& tag, const std::string& name) {
    const auto found = all(tag, "\\s" + name + "=\"([^\"]*)\"");
    return found.empty() ? "" : found[0][1];
  }

  static std::string plain(const std::string& xml) {
    std::string text = std::regex_replace(xml, std::regex("<[^>]*>"), "");
    const std::pair<const char*, const char*> entities[] = {
        {"&lt;", "<"}, {"&gt;", ">"}, {"&quot;", "\""}, {"\n", "\\n"}, {"&amp;", "&"}};
    for (const auto& [entity, sign] : entities) text = std::regex_replace(text, std::regex(entity), sign);
    return text;
  }

  std::string sheet(const std::string& name, const std::string& xml) {
    std::string out = "== " + name + "\n";
    for (const auto& pane : all(xml, "<pane [^>]*>"))
      out += "frozen: " + attribute(pane[0], "ySplit") + " rows, " + attribute(pane[0], "xSplit") + " columns\n";
    for (const auto& filter : all(xml, "<autoFilter [^>]*>")) out += "filtered: " + attribute(filter[0], "ref") + "\n";
    for (const auto& row : all(xml, "<row r=\"(\\d+)\"[^>]*>(.*?)</row>")) {
      std::string line;
      for (const auto& cell : all(row[2], "<c r=\"([A-Z]+)\\d+\"([^>]*?)(/>|>(.*?)</c>)")) {
        const auto value = all(cell[4], "<v>(.*?)</v>");
        if (value.empty()) continue;
        const bool shared = cell[2].find("t=\"s\"") != std::string::npos;
        used_.insert({attribute(cell[2], "s"), 0});
        line += (line.empty() ? "" : " | ") + cell[1] + "{" + attribute(cell[2], "s") + "} " +
                (shared ? texts_.at(std::stoul(value[0][1])) : value[0][1]);
      }
      if (!line.empty()) out += row[1] + ": " + line + "\n";
    }
    for (const auto& link : all(xml, "<hyperlink [^>]*>"))
      out += "link: " + attribute(link[0], "ref") + " to " + plain(attribute(link[0], "location")) + ", " +
             plain(attribute(link[0], "tooltip")) + "\n";
    return out;
  }

  // What the numbers in braces look like.
  std::string looks() {
    const std::string& xml = parts_["xl/styles.xml"];
    const auto fonts = all(xml, "<font>(.*?)</font>");
    const auto fills = all(xml, "<fill>(.*?)</fill>");
    const auto list = all(xml, "<cellXfs[^>]*>(.*?)</cellXfs>");
    std::map<std::string, std::string> formats;
    for (const auto& format : all(xml, "<numFmt numFmtId=\"(\\d+)\" formatCode=\"([^\"]*)\""))
      formats[format[1]] = plain(format[2]);
    std::string out = "== Looks\n";
    const auto styles = all(list.at(0)[1], "<xf ([^>]*?)(/>|>(.*?)</xf>)");
    for (std::size_t i = 0; i < styles.size(); ++i) {
      if (!used_.contains(std::to_string(i))) continue;
      const std::string tag = " " + styles[i][1];
      const auto& font = fonts.at(std::stoul(attribute(tag, "fontId")))[1];
      const auto& fill = fills.at(std::stoul(attribute(tag, "fillId")))[1];
      out += "{" + std::to_string(i) + "}";
      if (font.find("<b/>") != std::string::npos) out += " bold";
      if (font.find("<i/>") != std::string::npos) out += " italic";
      for (const auto& size : all(font, "<sz val=\"([^\"]*)\"")) out += " size " + size[1];
      for (const auto& ink : all(font, "<color rgb=\"([^\"]*)\"")) out += " ink " + ink[1];
      for (const auto& colour : all(fill, "<fgColor rgb=\"([^\"]*)\"")) out += " on " + colour[1];
      if (const auto format = formats.find(attribute(tag, "numFmtId")); format != formats.end())
        out += " as " + format->second;
      for (const char* name : {"horizontal", "vertical", "textRotation", "wrapText"})
        if (const auto value = attribute(" " + styles[i][3], name); !value.empty())
          out += std::string(" ") + name + " " + value;
      out += "\n";
    }
    return out;
  }

  std::map<std::string, std::string> parts_;
  std::vector<std::string> texts_;
  std::map<std::string, int> used_;
};

// The schema of a database and all its rows, views too.
inline std::string database_text(const std::string& bytes) {
  const store::Database database(bytes);
  std::string out;
  std::vector<std::string> names;
  auto schema = database.query("SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL ORDER BY type, name");
  while (schema.step()) out += schema.text_at(1) + ";\n";
  auto tables = database.query("SELECT name FROM sqlite_master WHERE type IN ('table', 'view') ORDER BY name");
  while (tables.step()) names.push_back(tables.text_at(0));
  for (const auto& name : names) {
    int columns = 0;
    auto count = database.query("SELECT count(*) FROM pragma_table_info(?)");
    count.text(name);
    if (count.step()) columns = static_cast<int>(count.integer_at(0));
    out += "== " + name + "\n";
    auto rows = database.query("SELECT * FROM \"" + name + "\"");
    while (rows.step()) {
      for (int i = 0; i < columns; ++i) out += (i > 0 ? "|" : "") + (rows.null_at(i) ? "(null)" : rows.text_at(i));
      out += "\n";
    }
  }
  return out;
}

}  // namespace demarche::testing
