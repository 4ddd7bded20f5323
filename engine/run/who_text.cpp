#include <algorithm>
#include <functional>
#include <nlohmann/json.hpp>

#include "engine/report/padded.hpp"
#include "engine/run/who.hpp"

namespace demarche::run {

namespace {

using Json = nlohmann::ordered_json;
using Kind = Meaning::Kind;

std::string head(const Meaning& meaning) {
  std::string text = "\"" + meaning.words + "\": ";
  switch (meaning.kind) {
    case Kind::actor:
      return text + meaning.id + ", " + meaning.name + " (" + meaning.how + ")\n";
    case Kind::person:
      return text + meaning.name + ", " + meaning.how + "\n";
    case Kind::office:
      return text + "the office " + meaning.office +
             (meaning.id.empty() ? ", without its state" : " of " + meaning.id + ", " + meaning.name) + "\n";
    case Kind::nobody:
      return text + meaning.how + "\n";
  }
  return text;
}

// A list with its heading; what does not hold on the day asked for is counted and left out.
std::string list(const std::string& title, const std::vector<DatedRole>& roles, bool all,
                 const std::function<std::string(const DatedRole&)>& line) {
  if (roles.empty()) return "";
  std::string text;
  std::size_t left_out = 0;
  for (const DatedRole& role : roles) role.on_day || all ? void(text += "    " + line(role) + "\n") : void(++left_out);
  const std::string more = left_out == 0 ? "" : " (" + std::to_string(left_out) + " at other times: --all)";
  return "  " + title + (text.empty() ? ": none listed on that day" : "") + more + "\n" + text;
}

// A cell of a column, with a blank behind it however long it is.
std::string column(const std::string& text, std::size_t width) {
  return text.size() < width ? report::padded(text, width) : text + " ";
}

std::string spellings(const Meaning& meaning) {
  std::string text;
  for (auto name = meaning.names.begin(); name != meaning.names.end(); ++name)
    if (std::find(meaning.names.begin(), name, *name) == name) text += (text.empty() ? "" : ", ") + *name;
  return text;
}

Json to_json(const DateRange& dates) {
  Json json;
  json["from"] = dates.from ? Json(to_string(*dates.from)) : Json(nullptr);
  json["to"] = dates.to ? Json(to_string(*dates.to)) : Json(nullptr);
  return json;
}

Json to_json(const std::vector<DatedRole>& roles) {
  Json json = Json::array();
  for (const DatedRole& role : roles) {
    Json one{{"id", role.id}, {"name", role.name}};
    if (!role.office.empty()) one["office"] = role.office;
    one.update(to_json(role.dates));
    one["on_day"] = role.on_day;
    json.push_back(std::move(one));
  }
  return json;
}

}  // namespace

std::string in_words(const DateRange& dates) {
  if (!dates.from && !dates.to) return "always";
  if (!dates.from) return "until " + to_string(*dates.to);
  return dates.to ? to_string(*dates.from) + " to " + to_string(*dates.to) : "since " + to_string(*dates.from);
}

std::string who_text(const WhoAnswer& answer, bool all) {
  std::string text;
  for (const Meaning& meaning : answer.meanings) {
    text += (text.empty() ? "" : "\n") + head(meaning);
    if (!meaning.takes_for.empty())
      text += "  a text" + (answer.day ? " of " + to_string(*answer.day) : std::string()) +
              " means: " + meaning.takes_for + "\n";
    if (meaning.kind == Kind::person || meaning.kind == Kind::actor)
      text += "  also written: " + spellings(meaning) + "\n";
    const bool whose = meaning.kind == Kind::office && meaning.id.empty();
    text +=
        list(meaning.kind == Kind::person ? "offices" : "in office", meaning.roles, all, [&](const DatedRole& role) {
          return report::padded(in_words(role.dates), 24) + "  " + (whose ? report::padded(role.id, 6) : "") +
                 (meaning.kind == Kind::office   ? role.name
                  : meaning.kind == Kind::person ? role.office
                                                 : column(role.office, 26) + role.name);
        });
    const auto actor_line = [](const DatedRole& role) {
      return report::padded(in_words(role.dates), 24) + "  " + column(role.id, 8) + role.name;
    };
    text += list("members", meaning.members, all, actor_line);
    text += list("belongs to", meaning.groups, all, actor_line);
    if (meaning.roles.empty() && (meaning.kind == Kind::office)) text += "  in office: nobody is listed\n";
  }
  return text;
}

std::string who_json(const WhoAnswer& answer) {
  static constexpr const char* kinds[] = {"actor", "person", "office", "nobody"};
  Json json{{"question", answer.question}};
  json["day"] = answer.day ? Json(to_string(*answer.day)) : Json(nullptr);
  json["meanings"] = Json::array();
  for (const Meaning& meaning : answer.meanings)
    json["meanings"].push_back({{"kind", kinds[static_cast<int>(meaning.kind)]},
                                {"words", meaning.words},
                                {"id", meaning.id},
                                {"name", meaning.name},
                                {"how", meaning.how},
                                {"office", meaning.office},
                                {"takes_for", meaning.takes_for},
                                {"names", meaning.names},
                                {"roles", to_json(meaning.roles)},
                                {"members", to_json(meaning.members)},
                                {"groups", to_json(meaning.groups)}});
  json["unknown"] = answer.unknown;
  json["suggestions"] = answer.suggestions;
  return json.dump(2) + "\n";
}

}  // namespace demarche::run
