#include <algorithm>
#include <array>
#include <cstdio>
#include <nlohmann/json.hpp>
#include <unordered_map>

#include "engine/report/xml_text.hpp"
#include "engine/run/coverage_pages.hpp"
#include "engine/run/marked_source.hpp"

namespace demarche::run {

namespace {

constexpr std::array kinds{CoveredKind::rule,        CoveredKind::construction, CoveredKind::line,
                           CoveredKind::alternative, CoveredKind::guard,        CoveredKind::word};

constexpr const char* style =
#include "engine/run/coverage_style.inc"
    ;
constexpr const char* script =
#include "engine/run/coverage_script.inc"
    ;

// Text as HTML shows it. Control characters would not be well-formed, and stand for nothing that a reader could see.
std::string escaped(std::string_view text) {
  std::string out;
  for (char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (const std::string_view escape = report::escape_of(byte); !escape.empty())
      out += escape;
    else
      out += byte < 0x20 && c != '\t' && c != '\n' ? ' ' : c;
  }
  return out;
}

// JSON inside a script element: nothing in it may end the element.
std::string script_json(const nlohmann::json& json) {
  std::string out;
  for (char c : json.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace)) {
    if (c == '<')
      out += "\\u003c";
    else if (c == '>')
      out += "\\u003e";
    else if (c == '&')
      out += "\\u0026";
    else
      out += c;
  }
  return out;
}

// What exercises a part: its class, and the letter that the style shows before it.
const char* state_of(const CoveredPart& part) { return part.tests > 0 ? "t" : part.documents > 0 ? "c" : "n"; }

std::size_t number_of(CoveredKind kind) {
  return static_cast<std::size_t>(std::find(kinds.begin(), kinds.end(), kind) - kinds.begin());
}

class Page {
 public:
  Page(const CoverageReport& report, const std::map<std::string, std::string>& sources) : report_(report) {
    for (std::size_t i = 0; i < report.parts.size(); ++i) files_[report.parts[i].place.file].push_back(i);
    for (const auto& [file, parts] : files_) {
      const auto source = sources.find(file);
      body_ += file_head(file);
      body_ += source == sources.end() ? list(parts) : lines(source->second, parts);
      body_ += "</section>\n";
    }
  }

  std::string text(const std::string& version) const {
    return "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\"/>\n"
           "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>\n"
           "<title>Coverage of the rules</title>\n<style>" +
           std::string(style) + "</style>\n</head>\n<body>\n<header>\n<h1>Coverage of the rules</h1>\n" + legend() +
           kinds_table() + filters() + "</header>\n<main>\n" + body_ +
           "</main>\n<aside id=\"about\" aria-live=\"polite\">Point at a part to see what exercises it.</aside>\n"
           "<footer>demarche " +
           escaped(version) + "</footer>\n<script>var data=" + script_json(data()) + ";" + script +
           "</script>\n</body>\n</html>\n";
  }

 private:
  static std::string percent(const Share& share) {
    char buffer[16];
    std::snprintf(buffer, sizeof buffer, "%.1f%%", share.percent());
    return buffer;
  }

  std::string legend() const {
    std::string out = "<p class=\"legend\"><b class=\"t\">exercised by tests</b> ";
    if (report_.has_corpus) out += "<b class=\"c\">fires on the corpus, but in no test</b> ";
    return out + "<b class=\"n\">" + (report_.has_corpus ? "never" : "in no test") + "</b></p>\n";
  }

  std::string row(const std::string& name, const Share& share, std::size_t corpus_only) const {
    std::string out = "<tr><th scope=\"row\">" + name + "</th><td>" + std::to_string(share.covered) + "</td>";
    if (report_.has_corpus) out += "<td>" + std::to_string(corpus_only) + "</td>";
    return out + "<td>" + std::to_string(share.all) + "</td><td>" + percent(share) + "</td></tr>\n";
  }

  template <typename Is>
  std::size_t corpus_only(Is is) const {
    return static_cast<std::size_t>(
        std::count_if(report_.parts.begin(), report_.parts.end(),
                      [&](const CoveredPart& part) { return part.tests == 0 && part.documents > 0 && is(part); }));
  }

  std::string head_row(const std::string& what) const {
    return "<tr><th scope=\"col\">" + what + "</th><th scope=\"col\">tests</th>" +
           (report_.has_corpus ? "<th scope=\"col\">corpus only</th>" : "") +
           "<th scope=\"col\">all</th><th scope=\"col\">share</th></tr>\n";
  }

  std::string kinds_table() const {
    std::string out = "<div class=\"tables\"><table>" + head_row("kind");
    for (CoveredKind kind : kinds)
      if (const Share share = report_.share(kind); share.all > 0)
        out += row(std::string(name_of(kind)), share,
                   corpus_only([kind](const CoveredPart& part) { return part.kind == kind; }));
    out += row("all", report_.share(),
               corpus_only([](const CoveredPart& part) { return part.kind != CoveredKind::word; })) +
           "</table>\n<table>" + head_row("file");
    for (const auto& [file, share] : report_.by_file())
      out += row("<a href=\"#" + anchor(file) + "\">" + escaped(file) + "</a>", share,
                 corpus_only([&file = file](const CoveredPart& part) {
                   return part.kind != CoveredKind::word && part.place.file == file;
                 }));
    return out + "</table></div>\n";
  }

  std::string anchor(const std::string& file) const {
    return "f" + std::to_string(std::distance(files_.begin(), files_.find(file)));
  }

  std::string filters() const {
    std::string out = "<p class=\"filters\"><label>File <select id=\"file\"><option value=\"\">all</option>";
    for (const auto& [file, parts] : files_)
      out += "<option value=\"" + anchor(file) + "\">" + escaped(file) + "</option>";
    out += "</select></label> ";
    for (CoveredKind kind : kinds)
      if (report_.share(kind).all > 0)
        out += "<label><input type=\"checkbox\" class=\"kind\" value=\"" + std::to_string(number_of(kind)) +
               "\" checked=\"checked\"/>" + std::string(name_of(kind)) + "s</label> ";
    return out + "<label><input type=\"checkbox\" id=\"open\"/>only lines that tests leave out</label></p>\n";
  }

  // Files that hold nothing but lists of words have no share.
  std::string file_head(const std::string& file) const {
    const auto shares = report_.by_file();
    const auto share = shares.find(file);
    return "<section id=\"" + anchor(file) + "\">\n<h2>" + escaped(file) +
           (share == shares.end() ? "" : " <small>" + percent(share->second) + "</small>") + "</h2>\n";
  }

  std::string open_mark(std::size_t part, bool goes_on) const {
    const CoveredPart& of = report_.parts[part];
    return "<b class=\"" + std::string(state_of(of)) + " k" + std::to_string(number_of(of.kind)) +
           (goes_on ? " o" : "") + "\" data-p=\"" + std::to_string(part) + "\">";
  }

  // A part that stands for its whole statement: its letter beside the number of the line.
  std::string badge(std::size_t part) const {
    return open_mark(part, false) + escaped(name_of(report_.parts[part].kind)) + "</b>";
  }

  std::string list(const std::vector<std::size_t>& parts) const {
    std::string out;
    for (std::size_t part : parts)
      out += "<div class=\"l\"><i>" + std::to_string(report_.parts[part].place.line) + "</i><code>" +
             open_mark(part, false) + escaped(report_.parts[part].text) + "</b></code></div>\n";
    return out;
  }

  // The text of a file. Marks that go over a line's end are closed there and opened again.
  std::string lines(const std::string& text, const std::vector<std::size_t>& parts) const {
    const MarkedSource source = mark_source(text, report_, parts);
    std::string out;
    std::vector<SourceMark> open;
    auto next = source.marks.begin();
    std::size_t at = 0;
    for (std::size_t line = 0; line < source.lines.size() && at < text.size(); ++line) {
      const std::size_t end = std::min(text.find('\n', at), text.size());
      out += "<div class=\"l\"><i>" + std::to_string(line + 1) + "</i><code>";
      for (const SourceMark& mark : open) out += open_mark(mark.part, true);
      while (true) {
        while (!open.empty() && open.back().end <= at) {
          out += "</b>";
          open.pop_back();
        }
        while (next != source.marks.end() && next->begin <= at && at < end) {
          out += open_mark(next->part, false);
          open.push_back(*next++);
        }
        if (at >= end) break;
        std::size_t stop = end;
        if (!open.empty()) stop = std::min(stop, open.back().end);
        if (next != source.marks.end()) stop = std::min(stop, next->begin);
        out += escaped(std::string_view(text).substr(at, stop - at));
        at = stop;
      }
      for (std::size_t i = 0; i < open.size(); ++i) out += "</b>";
      out += "</code>";
      for (std::size_t part : source.lines[line]) out += " " + badge(part);
      out += "</div>\n";
      at = end + 1;
    }
    return out;
  }

  // What the script shows of each part: kind, owner, tests, a test, documents, a sentence; texts by number.
  nlohmann::json data() const {
    nlohmann::json texts = nlohmann::json::array();
    std::unordered_map<std::string, std::size_t> known;
    auto number = [&](const std::string& text) {
      auto [place, added] = known.try_emplace(text, texts.size());
      if (added) texts.push_back(text);
      return place->second;
    };
    nlohmann::json parts = nlohmann::json::array();
    for (const CoveredPart& part : report_.parts)
      parts.push_back({number_of(part.kind), number(part.owner), part.tests, number(part.test), part.documents,
                       number(part.sentence)});
    nlohmann::json names = nlohmann::json::array();
    for (CoveredKind kind : kinds) names.push_back(name_of(kind));
    return {{"kinds", names}, {"texts", texts}, {"parts", parts}, {"corpus", report_.has_corpus}};
  }

  const CoverageReport& report_;
  std::map<std::string, std::vector<std::size_t>> files_;  // the parts of each
  std::string body_;
};

}  // namespace

std::string coverage_html(const CoverageReport& report, const std::map<std::string, std::string>& sources,
                          const std::string& version) {
  return Page(report, sources).text(version);
}

}  // namespace demarche::run
