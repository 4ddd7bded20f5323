#include "engine/golden/judge.hpp"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <nlohmann/json.hpp>

#include "engine/run/tsv.hpp"

namespace demarche::golden {

namespace {

using Json = nlohmann::ordered_json;

enum Column : std::size_t { change, of, judgement, issue, rule };

enum class Verdict { right, wrong, unclear, unread };

std::string plain(std::string_view text) {
  std::string word;
  for (const char c : text)
    if (c != ' ' && c != '"') word += c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
  return word;
}

std::optional<Verdict> verdict_of(std::string_view text) {
  const std::string word = plain(text);
  if (word.empty()) return Verdict::unread;
  if (word == "right" || word == "r" || word == "yes") return Verdict::right;
  if (word == "wrong" || word == "w" || word == "no") return Verdict::wrong;
  if (word == "unclear" || word == "u" || word == "?") return Verdict::unclear;
  return std::nullopt;
}

void count(Precision& precision, Verdict verdict) {
  switch (verdict) {
    case Verdict::right:
      ++precision.right;
      return;
    case Verdict::wrong:
      ++precision.wrong;
      return;
    case Verdict::unclear:
      ++precision.unclear;
      return;
    case Verdict::unread:
      ++precision.unread;
      return;
  }
}

Precision& named(std::vector<Precision>& list, std::string_view name) {
  const auto place =
      std::lower_bound(list.begin(), list.end(), name, [](const auto& one, auto n) { return one.name < n; });
  if (place != list.end() && place->name == name) return *place;
  return *list.insert(place, Precision{std::string(name), 0, 0, 0, 0});
}

void read_row(const run::Tsv& sheet, std::size_t row, Judged& judged, Diagnostics& diagnostics) {
  const std::string side = plain(sheet.field(row, change));
  if (side != "gained" && side != "lost") {
    sheet.complain(DiagnosticId::table_bad_value, "`" + side + "` is no change", row, change, diagnostics).help =
        "write gained or lost, as the sheet had it";
    return;
  }
  const auto verdict = verdict_of(sheet.field(row, judgement));
  if (!verdict) {
    sheet
        .complain(DiagnosticId::table_bad_value, "`" + std::string(sheet.field(row, judgement)) + "` is no judgement",
                  row, judgement, diagnostics)
        .help = "write right, wrong or unclear, or leave it empty";
    return;
  }
  JudgedSide& into = side == "gained" ? judged.gained : judged.lost;
  into.population = std::max<std::size_t>(into.population, run::parse_count(sheet.field(row, of)).value_or(0));
  count(into.all, *verdict);
  count(named(into.issues, sheet.field(row, issue)), *verdict);
  count(named(into.rules, sheet.field(row, rule)), *verdict);
}

std::string share_text(const Precision& precision) {
  if (precision.judged() == 0) return "nothing judged";
  char buffer[100];
  const auto interval = precision.interval();
  std::snprintf(buffer, sizeof buffer, "%zu of %zu right: %.2f (%.2f to %.2f)", precision.right, precision.judged(),
                precision.share(), interval.low, interval.high);
  return buffer;
}

std::string group_text(const char* title, const std::vector<Precision>& list) {
  std::size_t width = 0;
  for (const auto& one : list) width = std::max(width, one.name.size());
  std::string out = std::string("  by ") + title + "\n";
  for (const auto& one : list)
    out += "    " + one.name + std::string(width - one.name.size() + 2, ' ') + share_text(one) + "\n";
  return out;
}

std::string side_text(const char* name, const JudgedSide& side) {
  const std::size_t rows = side.all.judged() + side.all.unclear + side.all.unread;
  if (rows == 0) return std::string(name) + ": none on the sheet\n";
  std::string out = std::string(name) + ": " + share_text(side.all) + "\n";
  out += "  " + std::to_string(side.population) + (side.population == 1 ? " piece, " : " pieces, ") +
         std::to_string(rows) + " on the sheet, " + std::to_string(side.all.unclear) + " unclear, " +
         std::to_string(side.all.unread) + " not judged\n";
  if (side.all.judged() == 0) return out;
  const auto interval = side.all.interval();
  auto pieces = [&side](double share) {
    return std::to_string(static_cast<long>(std::lround(share * static_cast<double>(side.population))));
  };
  out += "  so about " + pieces(side.all.share()) + " of all " + std::to_string(side.population) + " are right (" +
         pieces(interval.low) + " to " + pieces(interval.high) + ")\n";
  return out + group_text("issue", side.issues) + group_text("rule", side.rules);
}

Json precision_json(const Precision& precision) {
  Json json;
  if (!precision.name.empty()) json["name"] = precision.name;
  json["right"] = precision.right;
  json["wrong"] = precision.wrong;
  json["unclear"] = precision.unclear;
  json["unread"] = precision.unread;
  auto rounded = [](double value) { return std::round(value * 10000) / 10000; };
  const auto interval = precision.interval();
  json["precision"] = precision.judged() == 0 ? Json() : Json(rounded(precision.share()));
  json["interval"] = precision.judged() == 0 ? Json() : Json{rounded(interval.low), rounded(interval.high)};
  return json;
}

Json side_json(const JudgedSide& side) {
  Json json = precision_json(side.all);
  json["population"] = side.population;
  json["issues"] = Json::array();
  for (const auto& one : side.issues) json["issues"].push_back(precision_json(one));
  json["rules"] = Json::array();
  for (const auto& one : side.rules) json["rules"].push_back(precision_json(one));
  return json;
}

}  // namespace

std::optional<Judged> read_judged(const FileSystem& files, const std::string& path, Diagnostics& diagnostics) {
  Diagnostics own;
  const auto sheet = run::Tsv::read(
      files, path, {{"change", true}, {"of", false}, {"judgement", true}, {"issue", true}, {"rule", true}}, own);
  Judged judged;
  for (std::size_t row = 0; sheet && row < sheet->rows(); ++row) read_row(*sheet, row, judged, own);
  diagnostics.append(own);
  if (!sheet || own.has_errors()) return std::nullopt;
  return judged;
}

std::string judged_text(const Judged& judged) {
  return side_text("gained", judged.gained) + side_text("lost", judged.lost);
}

std::string judged_json(const Judged& judged) {
  const Json json{{"gained", side_json(judged.gained)}, {"lost", side_json(judged.lost)}};
  return json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace demarche::golden
