#include "engine/golden/difference_text.hpp"

#include <algorithm>

namespace demarche::golden {

namespace {

using Kind = EvidenceChange::Kind;

std::string counted(std::size_t count, const char* one, const char* many) {
  return std::to_string(count) + " " + (count == 1 ? one : many);
}

std::string painted(const std::string& text, const char* code, bool color) {
  return color ? "\x1b[" + std::string(code) + "m" + text + "\x1b[0m" : text;
}

std::string padded(std::string text, std::size_t width) {
  if (text.size() < width) text.append(width - text.size(), ' ');
  return text;
}

std::string figures(const Cell& cell) {
  std::string text = cell.code;
  std::string counts;
  auto add = [&](const std::string& figure, const char* what) {
    if (figure != "0") counts += (counts.empty() ? "" : ", ") + figure + " " + what;
  };
  add(cell.support, "for");
  add(cell.oppose, "against");
  add(cell.neutral, "neutral");
  if (!counts.empty())
    text += " (" + counts + "; " + counted(cell.documents, "document", "documents") + ", " +
            counted(cell.records, "record", "records") + ")";
  return text;
}

std::string reading(const Evidence& one) {
  std::string text(evidence::name_of(one.strength));
  if (one.mode != evidence::Mode::plain) text += ", " + std::string(evidence::name_of(one.mode));
  text += ", " + std::string(evidence::name_of(one.kind));
  if (one.negated) text += ", negated";
  if (!one.speaker.empty()) text += ", said by " + one.speaker;
  if (!one.via.empty()) text += ", via " + one.via;
  if (!one.claimant.empty()) text += ", as " + one.claimant + " says";
  return text;
}

std::string verb(evidence::Stance stance) {
  switch (stance) {
    case evidence::Stance::support:
      return "supports";
    case evidence::Stance::oppose:
      return "opposes";
    case evidence::Stance::neutral:
      return "is neutral on";
  }
  return "";
}

// What of a changed piece differs, but for its side, which the head line says.
std::string what_changed(const Evidence& was, const Evidence& is) {
  std::string out;
  auto line = [&out](const char* what, const std::string& before, const std::string& after) {
    if (before == after) return;
    auto shown = [](const std::string& text) { return text.empty() ? std::string("none") : text; };
    out += "    " + padded(what, 13) + shown(before) + " -> " + shown(after) + "\n";
  };
  line("stance", std::string(evidence::name_of(was.stance)), std::string(evidence::name_of(is.stance)));
  line("read as", reading(was), reading(is));
  line("words", was.matched, is.matched);
  line("rule", was.rule, is.rule);
  line("construction", was.construction, is.construction);
  return out;
}

std::string offsets(evidence::Range range) { return std::to_string(range.start) + " to " + std::to_string(range.end); }

const char* color_of(Kind kind) {
  switch (kind) {
    case Kind::gained:
      return "32";
    case Kind::lost:
      return "31";
    case Kind::changed:
    case Kind::moved:
      return "33";
  }
  return "0";
}

std::string edit_text(const Edit& edit, const std::string& indent) {
  auto place = [&edit](std::uint32_t line) { return edit.file + ":" + std::to_string(line); };
  switch (edit.kind) {
    case Edit::Kind::changed:
      return place(edit.line_after) + " was edited\n" + indent + "  - " + edit.before + "\n" + indent + "  + " +
             edit.after + "\n";
    case Edit::Kind::removed:
      return place(edit.line_before) + " was removed\n" + indent + "  - " + edit.before + "\n";
    case Edit::Kind::added:
      return place(edit.line_after) + " is new\n" + indent + "  + " + edit.after + "\n";
    case Edit::Kind::unseen:
      return place(edit.line_after) + " is new, or matched nothing before\n" + indent + "  + " + edit.after + "\n";
  }
  return {};
}

std::size_t count_of(const Comparison& comparison, Kind kind) {
  return static_cast<std::size_t>(std::count_if(comparison.evidence.begin(), comparison.evidence.end(),
                                                [kind](const auto& change) { return change.kind == kind; }));
}

}  // namespace

std::string summary_line(const Comparison& comparison) {
  std::vector<std::string> parts;
  const auto codes = static_cast<std::size_t>(
      std::count_if(comparison.cells.begin(), comparison.cells.end(), [](const auto& cell) { return cell.code; }));
  if (comparison.matrix_before != comparison.matrix_after) parts.push_back("another matrix");
  if (codes > 0) parts.push_back(counted(codes, "cell", "cells"));
  if (const auto rest = comparison.cells.size() - codes; rest > 0)
    parts.push_back("the counts of " +
                    counted(rest, codes > 0 ? "other cell" : "cell", codes > 0 ? "other cells" : "cells"));
  if (!comparison.nets.empty())
    parts.push_back(counted(comparison.nets.size(), "net position of a document", "net positions of documents"));
  for (auto kind : {Kind::gained, Kind::lost, Kind::changed, Kind::moved})
    if (const auto count = count_of(comparison, kind); count > 0)
      parts.push_back(counted(count, "piece of evidence ", "pieces of evidence ") + std::string(name_of(kind)));
  if (!comparison.documents.empty())
    parts.push_back(
        counted(comparison.documents.size(), "document new, gone or edited", "documents new, gone or edited"));
  std::string text;
  for (const auto& part : parts) text += (text.empty() ? "" : ", ") + part;
  return text.empty() ? "nothing differs" : text;
}

std::string cells_text(const Comparison& comparison, const DifferenceStyle& style) {
  std::string out;
  if (comparison.matrix_before != comparison.matrix_after)
    out += "another matrix: `" + comparison.matrix_before + "` was accepted, this is `" + comparison.matrix_after +
           "`\n\n";
  std::size_t actors = 0;
  std::size_t issues = 0;
  for (const auto& cell : comparison.cells) {
    actors = std::max(actors, cell.actor.size());
    issues = std::max(issues, cell.issue.size());
  }
  for (const bool code : {true, false}) {
    std::string lines;
    for (const auto& cell : comparison.cells) {
      if (cell.code != code) continue;
      const std::string before = cell.before ? figures(*cell.before) : "not in the matrix";
      const std::string after = cell.after ? figures(*cell.after) : "not in the matrix";
      lines += "  " + padded(cell.actor, actors) + "  " + padded(cell.issue, issues) + "  " + before + " -> " +
               painted(after, code ? "1" : "0", style.color && code) + "\n";
    }
    if (!lines.empty())
      out += std::string(code ? "cells with another position\n" : "cells with other counts\n") + lines + "\n";
  }
  return out;
}

std::string documents_text(const Comparison& comparison) {
  std::string out;
  for (const auto& change : comparison.documents)
    out += "  " + change.document + ": " + std::string(name_of(change.kind)) + "\n";
  if (!out.empty()) out = "documents that are new, gone or edited\n" + out + "\n";
  std::string nets;
  auto shown = [](const auto& stance) {
    return stance ? std::string(evidence::name_of(*stance)) : std::string("nothing");
  };
  for (const auto& net : comparison.nets)
    nets += "  " + net.document + "  " + net.actor + " on " + net.issue + ": " + shown(net.before) + " -> " +
            shown(net.after) + "\n";
  if (!nets.empty()) out += "documents with another net position\n" + nets + "\n";
  return out;
}

std::string marked(const std::string& sentence, const std::string& words, bool color) {
  const auto at = words.empty() ? std::string::npos : sentence.find(words);
  if (at == std::string::npos) return sentence;
  const std::string in_brackets = color ? "\x1b[1m" + words + "\x1b[0m" : "[[" + words + "]]";
  return sentence.substr(0, at) + in_brackets + sentence.substr(at + words.size());
}

std::string cause_text(const Cause& cause, const std::string& indent) {
  const char* head = cause.kind == Cause::Kind::nearby   ? "perhaps because "
                     : cause.kind == Cause::Kind::reason ? "now: "
                                                         : "because ";
  if (cause.edit) return indent + head + edit_text(*cause.edit, indent);
  return indent + (cause.kind == Cause::Kind::unknown ? "" : head) + cause.note + "\n";
}

std::string evidence_text(const EvidenceChange& change, const std::vector<Cause>& causes,
                          const DifferenceStyle& style) {
  const Evidence& one = change.shown();
  std::string out = painted(padded(std::string(name_of(change.kind)), 7), color_of(change.kind), style.color) + " " +
                    one.actor + " " + verb(one.stance) + " " + one.issue + "  (" + reading(one) + ")\n";
  out += "    " + change.document + ", code points ";
  if (change.kind == Kind::moved) out += offsets(change.before->place) + " -> ";
  out += offsets(one.place) + "\n    \"" + marked(one.sentence, one.matched, style.color) + "\"\n";
  if (change.kind == Kind::moved) return out;
  if (change.kind == Kind::changed) out += what_changed(*change.before, *change.after);
  out += "    by rule " + one.rule + (one.construction.empty() ? "" : ", construction " + one.construction) + "\n";
  if (style.causes)
    for (const auto& cause : causes) out += cause_text(cause, "    ");
  return out;
}

std::string difference_text(const Comparison& comparison, const CauseFinder& finder, const DifferenceStyle& style) {
  if (comparison.same()) return {};
  std::string out = cells_text(comparison, style) + documents_text(comparison);
  std::size_t shown = 0;
  if (!comparison.evidence.empty()) out += "evidence\n";
  for (const auto& change : comparison.evidence) {
    if (style.most > 0 && shown == style.most) break;
    ++shown;
    out += evidence_text(change, style.causes ? finder.of(change) : std::vector<Cause>{}, style);
  }
  if (const auto rest = comparison.evidence.size() - shown; rest > 0)
    out += "... and " + counted(rest, "more piece", "more pieces") + "\n";
  return out;
}

}  // namespace demarche::golden
