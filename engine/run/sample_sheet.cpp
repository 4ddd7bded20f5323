#include <algorithm>
#include <map>
#include <set>

#include "engine/run/sample.hpp"
#include "engine/run/tsv.hpp"

namespace demarche::run {

namespace {

enum SheetColumn : std::size_t { id, doc, start, end, actor, issue, stance, strength, note };
const std::vector<TsvColumn> sheet_columns{{"id", true},     {"doc", true},       {"start", true},
                                           {"end", true},    {"actor", true},     {"issue", true},
                                           {"stance", true}, {"strength", false}, {"note", false}};

enum KeyColumn : std::size_t {
  k_id,
  k_doc,
  k_start,
  k_end,
  k_class,
  k_stratum,
  k_from,
  k_drawn,
  k_actor,
  k_issue,
  k_stance,
  k_strength,
  k_rule,
  k_construction,
  k_reason
};
const std::vector<TsvColumn> key_columns{
    {"id", true},      {"doc", true},        {"start", true}, {"end", true},          {"class", true},
    {"stratum", true}, {"drawn_from", true}, {"drawn", true}, {"actor", true},        {"issue", true},
    {"stance", true},  {"strength", true},   {"rule", true},  {"construction", true}, {"reason", true}};

std::string place(const SampleSentence& one) {
  return one.id + "\t" + tsv_field(one.doc) + "\t" + std::to_string(one.range.start) + "\t" +
         std::to_string(one.range.end);
}

std::string header(const std::vector<TsvColumn>& columns) {
  std::string line;
  for (const auto& column : columns) line += (line.empty() ? "" : "\t") + std::string(column.name);
  return line + "\n";
}

std::string_view name_of(SampleClass kind) { return kind == SampleClass::coded ? "coded" : "silent"; }

class KeyReader {
 public:
  KeyReader(const Tsv& table, Diagnostics& diagnostics) : table_(table), diagnostics_(diagnostics) {}

  void read(SampleCoding& coding) {
    for (std::size_t row = 0; row < table_.rows(); ++row) read_row(row, coding);
  }

 private:
  void complain(std::size_t row, std::size_t column, std::string message) {
    table_.complain(DiagnosticId::table_bad_value, std::move(message), row, column, diagnostics_).help =
        "the key is written by `demarche sample` and must come back unchanged";
  }

  void read_row(std::size_t row, SampleCoding& coding) {
    SampleSentence one;
    one.id = table_.field(row, k_id);
    one.doc = table_.field(row, k_doc);
    const auto from = parse_count(table_.field(row, k_start));
    const auto to = parse_count(table_.field(row, k_end));
    const auto size = parse_count(table_.field(row, k_from));
    const auto drawn = parse_count(table_.field(row, k_drawn));
    if (!from || !to || *from >= *to || !size || !drawn || *drawn == 0 || *size < *drawn)
      return complain(row, k_start, "this line of the key has wrong numbers");
    one.range = {*from, *to};
    one.drawn_from = *size;
    one.drawn = *drawn;
    one.stratum = table_.field(row, k_stratum);
    one.reason = table_.field(row, k_reason);
    const auto kind = table_.field(row, k_class);
    if (kind != "coded" && kind != "silent") return complain(row, k_class, "the class is neither `coded` nor `silent`");
    one.kind = kind == "coded" ? SampleClass::coded : SampleClass::silent;
    if (coding.sentences.empty() || coding.sentences.back().id != one.id) coding.sentences.push_back(one);
    if (one.kind == SampleClass::coded) add_answer(row, coding.sentences.back());
  }

  void add_answer(std::size_t row, SampleSentence& sentence) {
    const auto said = parse_stance(table_.field(row, k_stance));
    const auto strong = parse_strength(table_.field(row, k_strength));
    if (!said || !strong) return complain(row, k_stance, "this line of the key has no stance");
    sentence.answers.push_back({std::string(table_.field(row, k_actor)), std::string(table_.field(row, k_issue)), *said,
                                *strong, std::string(table_.field(row, k_rule)),
                                std::string(table_.field(row, k_construction))});
  }

  const Tsv& table_;
  Diagnostics& diagnostics_;
};

class SheetReader {
 public:
  SheetReader(const Tsv& table, const KnownIds& known, Diagnostics& diagnostics)
      : table_(table), known_(known), diagnostics_(diagnostics) {}

  void read(SampleCoding& coding) {
    for (std::size_t i = 0; i < coding.sentences.size(); ++i) index_[coding.sentences[i].id] = i;
    coding.positions.resize(coding.sentences.size());
    coding.done.assign(coding.sentences.size(), false);
    for (std::size_t row = 0; row < table_.rows(); ++row) read_row(row, coding);
  }

 private:
  Diagnostic& complain(std::size_t row, std::size_t column, std::string message) {
    return table_.complain(DiagnosticId::table_bad_value, std::move(message), row, column, diagnostics_);
  }

  // The sentence that a line is about; nothing, with a message, when the key does not have it so.
  std::optional<std::size_t> sentence_of(std::size_t row, const SampleCoding& coding) {
    const auto found = index_.find(std::string(table_.field(row, id)));
    if (found == index_.end()) {
      complain(row, id, "the key has no sentence `" + std::string(table_.field(row, id)) + "`").help =
          "read a sheet with the key of the same draw, and leave the column `id` as it is";
      return std::nullopt;
    }
    const SampleSentence& one = coding.sentences[found->second];
    if (table_.field(row, doc) == tsv_field(one.doc) && table_.field(row, start) == std::to_string(one.range.start) &&
        table_.field(row, end) == std::to_string(one.range.end))
      return found->second;
    complain(row, doc, "this line is not the sentence that the key has under `" + one.id + "`").help =
        "the key says " + one.doc + ", " + std::to_string(one.range.start) + " to " + std::to_string(one.range.end) +
        "; leave `doc`, `start` and `end` as they were drawn";
    return std::nullopt;
  }

  void read_row(std::size_t row, SampleCoding& coding) {
    const auto sentence = sentence_of(row, coding);
    if (!sentence) return;
    const auto said = table_.field(row, stance);
    const bool names = !table_.field(row, actor).empty() || !table_.field(row, issue).empty();
    if (said.empty() && !names) return;  // not coded yet
    if (said == "none") return read_none(row, *sentence, names, coding);
    const auto known = parse_stance(said);
    if (!known) {
      complain(row, stance,
               said.empty() ? "an actor or an issue, and no stance" : "unknown stance `" + std::string(said) + "`")
          .help =
          "write support, oppose or neutral; or none, with actor and issue empty, when the sentence takes no position";
      return;
    }
    if (!check_id(row, actor, known_.actors) || !check_id(row, issue, known_.issues)) return;
    add_position(row, *sentence, *known, coding);
  }

  void read_none(std::size_t row, std::size_t sentence, bool names, SampleCoding& coding) {
    if (names) {
      complain(row, stance, "`none` beside an actor or an issue").help =
          "`none` is for a sentence without any position: leave the others empty";
      return;
    }
    if (!coding.positions[sentence].empty()) return contradict(row);
    nothing_.insert(sentence);
    coding.done[sentence] = true;
  }

  void contradict(std::size_t row) {
    complain(row, stance, "`none` and a position for one sentence").help = "keep one of the two lines";
  }

  bool check_id(std::size_t row, std::size_t column, const std::vector<std::string>& ids) {
    const std::string text(table_.field(row, column));
    const std::string what(sheet_columns[column].name);
    if (text.empty()) {
      complain(row, column, "a stance, and no " + what).help = "write the id of the " + what;
      return false;
    }
    if (ids.empty() || std::find(ids.begin(), ids.end(), text) != ids.end()) return true;
    const auto near = nearest(text, ids);
    complain(row, column, "there is no " + what + " `" + text + "`").help =
        near.empty() ? "write the id of the " + what + ", as the rules have it" : "did you mean `" + near + "`?";
    return false;
  }

  void add_position(std::size_t row, std::size_t sentence, evidence::Stance said, SampleCoding& coding) {
    if (nothing_.contains(sentence)) return contradict(row);
    GoldRow gold;
    gold.doc = coding.sentences[sentence].doc;
    gold.range = coding.sentences[sentence].range;
    gold.actor = table_.field(row, actor);
    gold.issue = table_.field(row, issue);
    gold.stance = said;
    gold.line = table_.line(row);
    if (const auto text = table_.field(row, note); !text.empty()) gold.notes.emplace_back(text);
    if (const auto text = table_.field(row, strength); !text.empty()) {
      const auto known = parse_strength(text);
      if (!known) {
        complain(row, strength, "unknown strength `" + std::string(text) + "`").help =
            "write weak, plain or strong, or leave it empty";
        return;
      }
      gold.strength = *known;
    }
    auto& positions = coding.positions[sentence];
    for (const auto& other : positions)
      if (other.actor == gold.actor && other.issue == gold.issue) {
        table_
            .complain(DiagnosticId::gold_duplicate_row, "a second line for this sentence, actor and issue", row, actor,
                      diagnostics_)
            .help = "keep the line that says more";
        return;
      }
    positions.push_back(std::move(gold));
    coding.done[sentence] = true;
  }

  const Tsv& table_;
  const KnownIds& known_;
  Diagnostics& diagnostics_;
  std::map<std::string, std::size_t> index_;
  std::set<std::size_t> nothing_;  // sentences that the coder says take no position
};

}  // namespace

std::string sample_sheet(const Sample& sample, const std::vector<SampleText>& texts) {
  std::string out = "id\tdoc\tstart\tend\tbefore\tsentence\tafter\tactor\tissue\tstance\tstrength\tnote\n";
  for (std::size_t i = 0; i < sample.sentences.size(); ++i)
    out += place(sample.sentences[i]) + "\t" + tsv_field(texts[i].before) + "\t" + tsv_field(texts[i].sentence) + "\t" +
           tsv_field(texts[i].after) + "\t\t\t\t\t\n";
  return out;
}

std::string sample_key(const Sample& sample) {
  std::string out = header(key_columns);
  for (const SampleSentence& one : sample.sentences) {
    const std::string head = place(one) + "\t" + std::string(name_of(one.kind)) + "\t" + tsv_field(one.stratum) + "\t" +
                             std::to_string(one.drawn_from) + "\t" + std::to_string(one.drawn) + "\t";
    if (one.answers.empty()) out += head + "\t\t\t\t\t\t" + tsv_field(one.reason) + "\n";
    for (const SampleAnswer& answer : one.answers)
      out += head + answer.actor + "\t" + answer.issue + "\t" + std::string(evidence::name_of(answer.stance)) + "\t" +
             std::string(evidence::name_of(answer.strength)) + "\t" + tsv_field(answer.rule) + "\t" +
             tsv_field(answer.construction) + "\t\n";
  }
  return out;
}

std::optional<SampleCoding> read_sample(const FileSystem& files, const std::string& sheet, const std::string& key,
                                        const KnownIds& known, Diagnostics& diagnostics) {
  const auto key_table = Tsv::read(files, key, key_columns, diagnostics);
  const auto sheet_table = Tsv::read(files, sheet, sheet_columns, diagnostics);
  if (!key_table || !sheet_table) return std::nullopt;
  SampleCoding coding;
  KeyReader(*key_table, diagnostics).read(coding);
  SheetReader(*sheet_table, known, diagnostics).read(coding);
  return coding;
}

}  // namespace demarche::run
