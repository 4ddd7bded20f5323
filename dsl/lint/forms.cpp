#include <algorithm>
#include <array>

#include "dsl/lint/checks.hpp"
#include "dsl/lint/walk.hpp"

// Word forms: asked for in vain, or not what the place inflects.
namespace demarche::dsl::linting {

namespace {
using Kind = model::Expr::Kind;

// Verbs that end like nouns. Sorted.
constexpr std::array verbs_like_nouns = std::to_array<std::string_view>(
    {"auction",    "augment",    "caution",  "cement",     "comment",     "commission", "complement", "compliment",
     "condition",  "document",   "envision", "experiment", "ferment",     "foment",     "fragment",   "function",
     "harness",    "implement",  "lament",   "mention",    "motion",      "partition",  "petition",   "position",
     "proportion", "provision",  "question", "ration",     "requisition", "sanction",   "section",    "segment",
     "station",    "supplement", "torment",  "transition", "vision",      "witness",    "worship"});

bool ends_like_noun(std::string_view word) {
  for (std::string_view ending : {"tion", "sion", "ment", "ness", "ship", "hood", "ity"})
    if (word.size() > ending.size() + 2 && word.ends_with(ending))
      return !std::binary_search(verbs_like_nouns.begin(), verbs_like_nouns.end(), word);
  return false;
}

bool is_verb_line(const Site& site) {
  return (site.line == Line::deed || site.line == Line::entry || site.line == Line::words) && !site.places.empty() &&
         site.places[0].head == lowering::Part::verb;
}

void check_form(Context& context, const Site& site, const model::Expr& expr, const Where& where) {
  if (expr.form == model::Form::open || where.form != model::Form::open) return;
  bool labels = (expr.form == model::Form::noun || expr.form == model::Form::verb) && expr.kind == Kind::word &&
                lowering::looks_inflected(expr.text);
  if (labels) return;  // `bases:noun` says which word is meant, to people too
  auto colon = text_at(*site.file(), expr.span).rfind(':');
  if (colon == std::string_view::npos) return;
  auto bare = expr;
  bare.form = model::Form::open;
  auto with = lower_at(context, site, expr, where), without = lower_at(context, site, bare, where);
  if (with.empty() || with != without) return;
  Span form{expr.span.begin + static_cast<std::uint32_t>(colon), expr.span.end};
  auto name = text_at(*site.file(), form);
  auto& d =
      context.report(DiagnosticId::form_without_effect, say("`", name, "` changes nothing here"), site.file(), form);
  d.notes.push_back("the place asks for the same forms, or the word has no others");
  d.help = "take it away";
  d.fixes.push_back({form, ""});
}

void check_verb(Context& context, const Site& site, const model::Expr& expr, const Where& where) {
  bool bare = expr.kind == Kind::word && expr.form == model::Form::open && where.form == model::Form::open;
  if (!bare || !where.head || where.exact || expr.text.find_first_of("-'") != std::string::npos) return;
  if (ends_like_noun(expr.text)) {
    auto& d = context.report(DiagnosticId::noun_in_verb_place, say("`", expr.text, "` is inflected as a verb here"),
                             site.file(), expr.span);
    d.notes.push_back(say("the first word of this line is a verb: deploy, deploys, deployed, deploying"));
    d.help = site.line == Line::deed
                 ? "write what is done with a verb; what is spoken of with a noun goes on a line `about`"
                 : "write it on a line `noun`";
    return;
  }
  bool inflected = lowering::looks_inflected(expr.text) && (expr.text.ends_with("ed") || expr.text.ends_with("ing"));
  if (!inflected || site.line == Line::words) return;
  auto& d = context.report(DiagnosticId::inflected_verb, say("`", expr.text, "` is found in this form only"),
                           site.file(), expr.span);
  d.notes.push_back("a verb in its base form is found in all its forms");
  d.help = "write the base form; if only this form is meant, write it so: `deploy:ed`, `deploy:ing`";
}
}  // namespace

void check_forms(Context& context) {
  for (const auto& site : context.sites()) {
    if (!context.is_linted(site) || site.pattern.broken) continue;
    walk(context, site.pattern.expr, {}, [&](const model::Expr& expr, const Where& where) {
      check_form(context, site, expr, where);
      if (is_verb_line(site)) check_verb(context, site, expr, where);
    });
  }
}

}  // namespace demarche::dsl::linting
