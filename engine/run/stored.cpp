#include "engine/run/stored.hpp"

#include <algorithm>
#include <charconv>
#include <map>
#include <nlohmann/json.hpp>
#include <stdexcept>
#include <tuple>

#include "engine/run/tsv.hpp"

namespace demarche::run {

namespace {

using nlohmann::json;

// What is wrong with one line, in plain words.
struct Wrong : std::runtime_error {
  using std::runtime_error::runtime_error;
};

const json& need(const json& object, const char* key) {
  const auto found = object.find(key);
  if (found == object.end()) throw Wrong(std::string("it has no `") + key + "`");
  return *found;
}

std::string text_of(const json& object, const char* key, bool required = false) {
  const auto found = object.find(key);
  if (found == object.end() || found->is_null()) {
    if (required) throw Wrong(std::string("it has no `") + key + "`");
    return "";
  }
  if (!found->is_string()) throw Wrong(std::string("`") + key + "` is no text");
  auto text = found->get<std::string>();
  if (required && text.empty()) throw Wrong(std::string("`") + key + "` is empty");
  return text;
}

std::uint32_t count_of(const json& object, const char* key) {
  const json& value = need(object, key);
  if (!value.is_number_unsigned() || value.get<std::uint64_t>() > 0xFFFFFFFFu)
    throw Wrong(std::string("`") + key + "` is no whole number from 0 on");
  return value.get<std::uint32_t>();
}

std::optional<Date> date_of(const json& object) {
  const std::string text = text_of(object, "date");
  if (text.empty()) return std::nullopt;
  const auto date = parse_date(text);
  if (!date) throw Wrong("`date` is `" + text + "`; write YYYY-MM-DD, or null");
  return date;
}

evidence::Range range_of(const json& object) {
  const evidence::Range range{count_of(object, "start"), count_of(object, "end")};
  if (range.end < range.start) throw Wrong("`end` lies before `start`");
  return range;
}

// The enumerator of that name; the names are those that evidence.jsonl is written with.
template <class Enum>
Enum named(const json& object, const char* key, std::initializer_list<Enum> all) {
  const std::string text = text_of(object, key, true);
  std::string names;
  for (const Enum one : all) {
    if (evidence::name_of(one) == text) return one;
    names.append(names.empty() ? "" : ", ").append(evidence::name_of(one));
  }
  throw Wrong(std::string("`") + key + "` is `" + text + "`; it may be " + names);
}

evidence::Reason reason_of(const json& object) {
  const std::string text = text_of(object, "reason", true);
#define DEMARCHE_REASON(enumerator, name, meaning) \
  if (text == name) return evidence::Reason::enumerator;
#include "engine/evidence/reasons.def"
#undef DEMARCHE_REASON
  throw Wrong("`reason` is `" + text + "`, which is none of those that `demarche run` gives");
}

std::vector<std::string> texts_of(const json& object, const char* key) {
  std::vector<std::string> texts;
  const auto found = object.find(key);
  if (found == object.end()) return texts;
  if (!found->is_array()) throw Wrong(std::string("`") + key + "` is no list");
  for (const auto& one : *found) {
    if (!one.is_string()) throw Wrong(std::string("`") + key + "` holds what is no text");
    texts.push_back(one.get<std::string>());
  }
  return texts;
}

evidence::Record record_of(const json& line) {
  using namespace evidence;
  Record record;
  record.doc = text_of(line, "doc", true);
  record.date = date_of(line);
  record.source = text_of(line, "source");
  record.sentence_range = range_of(line);
  record.match = line.contains("match") ? range_of(line.at("match")) : record.sentence_range;
  record.sentence = text_of(line, "sentence", true);
  record.actor = text_of(line, "actor", true);
  record.speaker = text_of(line, "speaker");
  record.via = text_of(line, "via");
  record.claimant = text_of(line, "claimant");
  record.issue = text_of(line, "issue", true);
  record.stance = named(line, "stance", {Stance::support, Stance::oppose, Stance::neutral});
  record.strength = named(line, "strength", {Strength::weak, Strength::plain, Strength::strong});
  record.kind = named(line, "kind", {Kind::declared, Kind::narrated, Kind::act, Kind::ascribed});
  record.mode = named(line, "mode", {Mode::plain, Mode::conditional, Mode::hedged, Mode::question});
  record.rule = text_of(line, "rule");
  record.construction = text_of(line, "construction");
  record.negated = line.value("negated", false);
  record.score = line.value("score", 0.0);
  return record;
}

std::vector<std::pair<std::string, std::string>> pairs_of(const json& line) {
  std::vector<std::pair<std::string, std::string>> pairs;
  const auto found = line.find("together");
  if (found == line.end()) return pairs;
  for (const auto& one : *found) {
    if (!one.is_array() || one.size() != 2 || !one[0].is_string() || !one[1].is_string())
      throw Wrong("`together` holds what is no pair of an actor and an issue");
    pairs.emplace_back(one[0].get<std::string>(), one[1].get<std::string>());
  }
  std::sort(pairs.begin(), pairs.end());
  return pairs;
}

std::uint64_t hash_of(const json& line) {
  const std::string text = text_of(line, "hash");
  std::uint64_t hash = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), hash, 16);
  if (!text.empty() && (error != std::errc() || end != text.data() + text.size()))
    throw Wrong("`hash` is `" + text + "`; it has 16 hexadecimal digits");
  return hash;
}

evidence::DocumentResult document_of(const json& line) {
  evidence::DocumentResult result;
  result.doc = text_of(line, "doc", true);
  result.title = text_of(line, "title");
  result.date = date_of(line);
  result.source = text_of(line, "source");
  result.url = text_of(line, "url");
  result.speaking = texts_of(line, "speaking");
  result.sentences = line.contains("sentences") ? count_of(line, "sentences") : 0;
  result.code_points = line.contains("code_points") ? count_of(line, "code_points") : 0;
  result.hash = hash_of(line);
  result.mentioned = texts_of(line, "mentioned");
  std::sort(result.mentioned.begin(), result.mentioned.end());
  result.issue_mentions = pairs_of(line);
  for (const auto& one : line.value("silences", json::array()))
    result.silences.push_back({range_of(one), text_of(one, "actor"), text_of(one, "issue"), reason_of(one),
                               text_of(one, "detail")});
  return result;
}

// Calls `take` with every line that is an object; what is wrong with a line is said with its place.
template <class Take>
void each_line(const std::shared_ptr<const SourceFile>& file, Diagnostics& diagnostics, Take take) {
  const std::string_view text = file->text();
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    const std::string_view line = text.substr(begin, end - begin);
    std::string wrong;
    try {
      const auto object = json::parse(line.begin(), line.end(), nullptr, false);
      if (line.find_first_not_of(" \t\r") == std::string_view::npos) {
        // An empty line says nothing, and hides nothing.
      } else if (!object.is_object()) {
        wrong = "it is no JSON object";
      } else {
        take(object);
      }
    } catch (const Wrong& error) {
      wrong = error.what();
    } catch (const json::exception&) {
      wrong = "a field is of the wrong type";
    }
    if (!wrong.empty()) {
      auto& diagnostic =
          diagnostics.add(DiagnosticId::stored_broken, "this line cannot be used: " + wrong, file,
                          {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(begin)});
      diagnostic.help = "it is left out; `demarche run` writes the file anew";
    }
    begin = end + 1;
  }
}

class Reading {
 public:
  Reading(const FileSystem& files, const std::string& folder, Diagnostics& diagnostics)
      : files_(files), folder_(folder), diagnostics_(diagnostics) {}

  std::optional<Stored> read() {
    const auto evidence = read_source(files_, path(evidence_file), diagnostics_);
    if (!evidence) return std::nullopt;
    if (there(documents_file)) read_documents();
    each_line(evidence, diagnostics_, [this](const json& line) { add(record_of(line)); });
    Stored stored;
    for (auto& [doc, result] : documents_) stored.results.push_back(std::move(result));
    for (auto& result : stored.results) sort(result.records);
    if (there(provenance_file)) stored.provenance = read_provenance();
    return stored;
  }

 private:
  std::string path(const char* name) const { return folder_ + "/" + name; }
  bool there(const char* name) const { return files_.kind(path(name)) == FileSystem::Kind::file; }

  void read_documents() {
    const auto file = read_source(files_, path(documents_file), diagnostics_);
    if (!file) return;
    each_line(file, diagnostics_, [this](const json& line) {
      auto result = document_of(line);
      const std::string doc = result.doc;
      if (!documents_.emplace(doc, std::move(result)).second) throw Wrong("document `" + doc + "` stands here twice");
    });
  }

  void add(evidence::Record record) {
    auto [place, is_new] = documents_.try_emplace(record.doc);
    evidence::DocumentResult& result = place->second;
    if (is_new) {
      result.doc = record.doc;
      result.date = record.date;
      result.source = record.source;
    }
    result.records.push_back(std::move(record));
  }

  static void sort(std::vector<evidence::Record>& records) {
    std::stable_sort(records.begin(), records.end(), [](const auto& a, const auto& b) {
      return std::tie(a.sentence_range.start, a.actor, a.issue) < std::tie(b.sentence_range.start, b.actor, b.issue);
    });
  }

  report::Provenance read_provenance() {
    const auto file = read_source(files_, path(provenance_file), diagnostics_);
    if (!file) return {};
    try {
      const auto object = json::parse(file->text());
      return {text_of(object, "demarche"), text_of(object, "rules"), text_of(object, "corpus"), text_of(object, "project")};
    } catch (const std::exception&) {
      diagnostics_.add(DiagnosticId::stored_broken, "this is not what `demarche run` writes", file, {0, 0});
      return {};
    }
  }

  const FileSystem& files_;
  const std::string& folder_;
  Diagnostics& diagnostics_;
  std::map<std::string, evidence::DocumentResult> documents_;
};

}  // namespace

std::optional<Stored> read_stored(const FileSystem& files, const std::string& folder, Diagnostics& diagnostics) {
  return Reading(files, folder, diagnostics).read();
}

std::string provenance_json(const report::Provenance& provenance) {
  const nlohmann::ordered_json object{{"demarche", provenance.version},
                                      {"rules", provenance.rules_hash},
                                      {"corpus", provenance.corpus_hash},
                                      {"project", provenance.project}};
  return object.dump(1, ' ', false, json::error_handler_t::replace) + "\n";
}

}  // namespace demarche::run
