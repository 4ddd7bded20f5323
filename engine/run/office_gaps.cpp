#include "engine/run/office_gaps.hpp"

#include <algorithm>
#include <cstdio>
#include <nlohmann/json.hpp>

#include "engine/base/yaml.hpp"
#include "engine/report/padded.hpp"
#include "engine/run/project.hpp"
#include "engine/run/tsv.hpp"

namespace demarche::run {

namespace {

using lexicon::ActorIndex;
using lexicon::ActorTable;
using lexicon::none;

// A time in which somebody is listed, or the office does not exist.
struct Held {
  std::int32_t from = 0;
  std::int32_t to = 0;
  std::string who;  // empty: there is no such office
};

std::vector<std::string> office_ids(const ActorTable& actors) {
  std::vector<std::string> ids;
  for (const auto& office : actors.offices) ids.push_back(office.id);
  return ids;
}

bool known_place(const ActorTable& actors, const std::string& id) {
  return actors.find(id) != none || actors.regions.contains(id);
}

class PromiseReader {
 public:
  PromiseReader(const yaml::Tree& tree, const ActorTable& actors, Diagnostics& diagnostics)
      : tree_(tree), actors_(actors), offices_(office_ids(actors)), diagnostics_(diagnostics) {}

  std::optional<OfficePromise> read() {
    yaml::Fields fields(tree_, tree_.root, "a promise of coverage", {"period", "days", "of", "offices", "absent"},
                        diagnostics_);
    OfficePromise promise;
    const auto period = parse_window(fields.required_text("period"));
    if (!period || !period->from || !period->to) {
      const yaml::Node* node = fields.find("period");
      complain(node ? *node : tree_.root, "`period` needs two ends").help = "write `2000 to 2026`";
      return std::nullopt;
    }
    promise.period = *period;
    if (const auto days = fields.number("days")) promise.days = static_cast<std::uint32_t>(*days);
    for (const yaml::Node& node : fields.list("of"))
      if (known_place(actors_, std::string(node.text)))
        promise.of.emplace_back(node.text);
      else
        complain(node, "there is no actor, group or region `" + std::string(node.text) + "`").help =
            "name a state, a group such as G20, or a region of the actor data";
    for (const yaml::Node& node : fields.list("offices"))
      if (known_office(node)) promise.offices.emplace_back(node.text);
    for (const yaml::Node& node : fields.list("absent")) read_absent(node, promise);
    return promise;
  }

 private:
  Diagnostic& complain(const yaml::Node& node, std::string message) {
    return diagnostics_.add(DiagnosticId::yaml_bad_value, std::move(message), tree_.file, node.span);
  }

  bool known_office(const yaml::Node& node) {
    if (std::find(offices_.begin(), offices_.end(), node.text) != offices_.end()) return true;
    auto& diagnostic = diagnostics_.add(DiagnosticId::office_unknown_id,
                                        "there is no office `" + std::string(node.text) + "`", tree_.file, node.span);
    if (const auto near = nearest(node.text, offices_); !near.empty()) diagnostic.help = "did you mean `" + near + "`?";
    return false;
  }

  void read_absent(const yaml::Node& node, OfficePromise& promise) {
    yaml::Fields fields(tree_, node, "an office that a state lacks", {"actor", "office", "from", "to", "why"},
                        diagnostics_);
    AbsentOffice absent{fields.required_text("actor"), fields.required_text("office"), {}};
    fields.required_text("why");
    if (!absent.actor.empty() && actors_.find(absent.actor) == none)
      complain(*fields.find("actor"), "there is no actor `" + absent.actor + "`").help =
          "write the id that the actor data gives it";
    if (!absent.office.empty() && !known_office(*fields.find("office"))) return;
    for (const char* key : {"from", "to"}) {
      if (!fields.has(key)) continue;
      const auto day = parse_date(fields.text(key));
      if (!day)
        complain(*fields.find(key), "`" + fields.text(key) + "` is no date").help = "write it as 2018-07-09";
      else
        (std::string_view(key) == "from" ? absent.dates.from : absent.dates.to) = day;
    }
    promise.absent.push_back(std::move(absent));
  }

  const yaml::Tree& tree_;
  const ActorTable& actors_;
  std::vector<std::string> offices_;
  Diagnostics& diagnostics_;
};

// The states that the promise names, by itself or as members at any time.
std::vector<ActorIndex> states_of(const ActorTable& actors, const OfficePromise& promise) {
  std::vector<ActorIndex> states;
  for (ActorIndex i = 0; i < actors.actors.size(); ++i) {
    if (actors.actors[i].kind != lexicon::ActorKind::state) continue;
    if (std::any_of(promise.of.begin(), promise.of.end(), [&](const std::string& of) {
          return actors.actors[i].id == of || actors.is_member(i, of, std::nullopt);
        }))
      states.push_back(i);
  }
  return states;
}

class Measurer {
 public:
  Measurer(const ActorTable& actors, const OfficePromise& promise) : actors_(actors) {
    result_.promise = promise;
    first_ = promise.period.from->days;
    last_ = promise.period.to->days;
  }

  OfficeCoverage run() && {
    for (const ActorIndex actor : states_of(actors_, result_.promise)) {
      ++result_.states;
      for (const auto& office : result_.promise.offices) measure(actor, office);
    }
    return std::move(result_);
  }

 private:
  void add(std::vector<Held>& held, const DateRange& dates, std::string who) const {
    const std::int32_t from = std::max(first_, dates.from ? dates.from->days : first_);
    const std::int32_t to = std::min(last_, dates.to ? dates.to->days : last_);
    if (from <= to) held.push_back({from, to, std::move(who)});
  }

  std::vector<Held> held_times(ActorIndex actor, const std::string& office) const {
    std::vector<Held> held;
    for (const auto& person : actors_.people)
      if (person.actor == actor)
        for (const auto& term : person.terms)
          if (actors_.offices[term.office].id == office) add(held, term.dates, person.name);
    for (const auto& absent : result_.promise.absent)
      if (absent.actor == actors_.actors[actor].id && absent.office == office) add(held, absent.dates, "");
    std::sort(held.begin(), held.end(), [](const Held& a, const Held& b) {
      return std::tie(a.from, a.to, a.who) < std::tie(b.from, b.to, b.who);
    });
    return held;
  }

  void measure(ActorIndex actor, const std::string& office) {
    const auto held = held_times(actor, office);
    const bool never = held.size() == 1 && held[0].who.empty() && held[0].from == first_ && held[0].to == last_;
    if (never) return;
    ++result_.wanted;
    result_.wanted_days += last_ - first_ + 1;
    result_.covered_days += last_ - first_ + 1;
    const std::size_t before = result_.gaps.size();
    std::int32_t next = first_;
    std::string last_holder;
    auto gap_until = [&](std::int32_t day, const std::string& who) {
      if (day - next > static_cast<std::int32_t>(result_.promise.days)) {
        result_.gaps.push_back({actors_.actors[actor].id, office, {Date{next}, Date{day - 1}}, last_holder, who});
        result_.covered_days -= day - next;
      }
    };
    for (const Held& one : held) {
      gap_until(one.from, one.who);
      if (one.to + 1 > next) {
        next = one.to + 1;
        last_holder = one.who;
      }
    }
    gap_until(last_ + 1, "");
    result_.complete += result_.gaps.size() == before;
  }

  const ActorTable& actors_;
  OfficeCoverage result_;
  std::int32_t first_ = 0;
  std::int32_t last_ = 0;
};

}  // namespace

std::optional<OfficePromise> read_office_promise(const FileSystem& files, const std::string& path,
                                                 const ActorTable& actors, Diagnostics& diagnostics) {
  const auto file = read_source(files, path, diagnostics);
  if (!file) return std::nullopt;
  const auto tree = yaml::parse(file, diagnostics);
  if (!tree) return std::nullopt;
  return PromiseReader(*tree, actors, diagnostics).read();
}

OfficeCoverage office_coverage_of(const ActorTable& actors, const OfficePromise& promise) {
  return Measurer(actors, promise).run();
}

std::string office_coverage_text(const OfficeCoverage& coverage) {
  char buffer[240];
  std::snprintf(
      buffer, sizeof buffer,
      "%zu states, %s to %s: %zu of %zu offices without a gap of more than %u days, %.1f%% of all days; %zu gaps\n",
      coverage.states, to_string(*coverage.promise.period.from).c_str(), to_string(*coverage.promise.period.to).c_str(),
      coverage.complete, coverage.wanted, coverage.promise.days,
      coverage.wanted_days
          ? 100.0 * static_cast<double>(coverage.covered_days) / static_cast<double>(coverage.wanted_days)
          : 0,
      coverage.gaps.size());
  std::string text = buffer;
  for (const Gap& gap : coverage.gaps) {
    text += "  " + report::padded(gap.actor, 6) + report::padded(gap.office, 20) + to_string(*gap.dates.from) + " to " +
            to_string(*gap.dates.to) + "  " + std::to_string(gap.length()) + " days";
    if (!gap.before.empty()) text += ", after " + gap.before;
    if (!gap.after.empty()) text += ", before " + gap.after;
    text += "\n";
  }
  return text;
}

std::string office_coverage_json(const OfficeCoverage& coverage) {
  nlohmann::ordered_json json{{"states", coverage.states},
                              {"from", to_string(*coverage.promise.period.from)},
                              {"to", to_string(*coverage.promise.period.to)},
                              {"longest_allowed", coverage.promise.days},
                              {"offices", coverage.wanted},
                              {"complete", coverage.complete},
                              {"days", coverage.wanted_days},
                              {"covered_days", coverage.covered_days}};
  json["gaps"] = nlohmann::ordered_json::array();
  for (const Gap& gap : coverage.gaps)
    json["gaps"].push_back({{"actor", gap.actor},
                            {"office", gap.office},
                            {"from", to_string(*gap.dates.from)},
                            {"to", to_string(*gap.dates.to)},
                            {"days", gap.length()},
                            {"before", gap.before},
                            {"after", gap.after}});
  return json.dump(2) + "\n";
}

}  // namespace demarche::run
