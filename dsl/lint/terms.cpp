#include <algorithm>

#include "dsl/lint/checks.hpp"

// Who held which office when.
namespace demarche::dsl::linting {

namespace {
using lexicon::OfficeLevel;
using lexicon::RawPerson;
using lexicon::RawTerm;

constexpr std::int32_t some_days = 31;  // handovers, and dates that are good to the month
constexpr std::int32_t a_year = 366;    // dates that are good to the year
constexpr std::int32_t half_a_year = 183;

struct Held {
  const RawPerson* person;
  const RawTerm* term;
};

bool is_rough_begin(const std::optional<Date>& day) { return day && split(*day).month == 1 && split(*day).day == 1; }
bool is_rough_end(const std::optional<Date>& day) { return day && split(*day).month == 12 && split(*day).day == 31; }

bool is_rough(const DateRange& dates) { return is_rough_begin(dates.from) || is_rough_end(dates.to); }

std::int32_t slack(const RawTerm& a, const RawTerm& b) {
  return is_rough(a.dates) || is_rough(b.dates) ? a_year : some_days;
}

// Days that two terms have in common; open ends reach far.
std::int32_t common_days(const DateRange& a, const DateRange& b) {
  constexpr std::int32_t far = 1000000;
  auto begin = std::max(a.from ? a.from->days : -far, b.from ? b.from->days : -far);
  auto end = std::min(a.to ? a.to->days : far, b.to ? b.to->days : far);
  return end - begin + 1;
}

std::string in_words(const DateRange& dates) {
  return say(dates.from ? to_string(*dates.from) : std::string("ever"), " to ",
             dates.to ? to_string(*dates.to) : std::string("now"));
}

Diagnostic& report(Context& context, DiagnosticId id, std::string message, const lexicon::Place& place) {
  return context.report(id, std::move(message), place.tree->file, place.span);
}

class Offices {
 public:
  explicit Offices(const Context& context) {
    for (const auto& office : context.actors().offices) levels_[office.id] = office.level;
  }

  bool is_known(const std::string& id) const { return levels_.contains(id); }
  // Offices that one person holds at a time.
  bool is_single(const std::string& id) const {
    auto level = levels_.find(id);
    return level != levels_.end() && (level->second == OfficeLevel::head || id == "foreign-minister");
  }
  bool exclude(const std::string& a, const std::string& b) const { return a != b && (one_way(a, b) || one_way(b, a)); }

 private:
  bool one_way(const std::string& high, const std::string& low) const {
    auto one = levels_.find(high), other = levels_.find(low);
    if (one == levels_.end() || other == levels_.end()) return false;
    if (low == "deputy-" + high) return true;
    bool leads = one->second == OfficeLevel::head || high == "foreign-minister";
    return leads && (other->second == OfficeLevel::spokesperson || low == "ambassador");
  }

  std::map<std::string, OfficeLevel> levels_;
};

void check_person(Context& context, const Offices& offices, const RawPerson& person) {
  for (std::size_t i = 1; i < person.terms.size(); ++i)
    for (std::size_t j = 0; j < i; ++j) {
      const auto &a = person.terms[j], &b = person.terms[i];
      if (!offices.exclude(a.office, b.office) || common_days(a.dates, b.dates) <= slack(a, b)) continue;
      auto& d = report(context, DiagnosticId::person_in_two_offices,
                       say("`", person.person.name, "` is ", a.office, " and ", b.office, " at once"), b.place);
      d.secondary.push_back({a.place.tree->file, a.place.span, in_words(a.dates)});
      d.help = "one of the terms ended earlier, or began later";
    }
}

void check_holders(Context& context, const Offices& offices, std::vector<Held> held) {
  std::stable_sort(held.begin(), held.end(), [](const Held& a, const Held& b) {
    auto begin = [](const Held& h) { return h.term->dates.from ? h.term->dates.from->days : -1000000; };
    return begin(a) < begin(b);
  });
  std::optional<Date> covered;
  const Held* last = nullptr;
  for (std::size_t i = 0; i < held.size(); ++i) {
    const auto& now = held[i];
    if (offices.is_single(now.term->office)) {
      for (std::size_t j = 0; j < i; ++j) {
        const auto& before = held[j];
        auto days = common_days(before.term->dates, now.term->dates);
        if (before.person == now.person || days <= slack(*before.term, *now.term)) continue;
        auto& d = report(
            context, DiagnosticId::office_held_twice,
            say("`", now.person->person.name, "` and `", before.person->person.name, "` are both ", now.term->office),
            now.term->place);
        d.secondary.push_back({before.term->place.tree->file, before.term->place.span, in_words(before.term->dates)});
        d.notes.push_back("\"the president said\" then names nobody");
        d.help = "end the first term where the second begins";
        break;
      }
    }
    bool gap = last && covered && now.term->dates.from &&
               now.term->dates.from->days - covered->days > half_a_year + slack(*last->term, *now.term);
    if (gap && offices.is_single(now.term->office)) {
      auto& d = report(context, DiagnosticId::office_gap,
                       say("nobody is ", now.term->office, " of `", now.person->actor, "` from ", to_string(*covered),
                           " to ", to_string(*now.term->dates.from)),
                       now.term->place);
      d.secondary.push_back(
          {last->term->place.tree->file, last->term->place.span, say(last->person->person.name, " until here")});
      d.help = "add who held the office in between, or mend the dates";
    }
    bool later = !last || (covered && (!now.term->dates.to || *now.term->dates.to > *covered));
    if (later) {
      covered = now.term->dates.to;
      last = &now;
    }
  }
}

void check_future(Context& context, const RawPerson& person, Date today) {
  for (const auto& term : person.terms) {
    bool begins = term.dates.from && *term.dates.from > today;
    bool ends = term.dates.to && *term.dates.to > today;
    if (!begins && !ends) continue;
    auto& d = report(context, DiagnosticId::term_in_future,
                     say("the term of `", person.person.name, "` ", begins ? "begins" : "ends", " in the future, on ",
                         to_string(begins ? *term.dates.from : *term.dates.to)),
                     term.place);
    d.help = begins ? "add the term when it has begun" : "leave `to` away until the term has ended";
  }
}
}  // namespace

void check_terms(Context& context) {
  Offices offices(context);
  std::map<std::pair<std::string, std::string>, std::vector<Held>> by_office;
  for (const auto& person : context.actor_files().people) {
    check_person(context, offices, person);
    if (context.options().today) check_future(context, person, *context.options().today);
    for (const auto& term : person.terms) by_office[{person.actor, term.office}].push_back({&person, &term});
  }
  for (auto& [office, held] : by_office) check_holders(context, offices, std::move(held));
}

}  // namespace demarche::dsl::linting
