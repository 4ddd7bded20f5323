#include "engine/corpus/reader.hpp"

#include <algorithm>
#include <utility>

#include "engine/corpus/decompress.hpp"
#include "engine/corpus/format.hpp"
#include "engine/corpus/metadata.hpp"
#include "engine/text/encoding.hpp"

namespace demarche::corpus {
namespace {

using FormatReader = void (*)(Input&&, Sink&);

struct Format {
  std::string_view extension;
  FormatReader read;
};

constexpr Format formats[] = {{".txt", read_plain},     {".md", read_markdown},   {".markdown", read_markdown},
                              {".jsonl", read_jsonl},   {".ndjson", read_jsonl},  {".csv", read_csv},
                              {".html", read_html},     {".htm", read_html},      {".xhtml", read_html}};

// "a/b.txt.gz" -> "a/b.txt"
std::string without_compression(const std::string& path) {
  for (std::string_view ending : {".gz", ".zst"})
    if (path.ends_with(ending)) return path.substr(0, path.size() - ending.size());
  return path;
}

FormatReader reader_for(const std::string& path) {
  std::string name = lower_ascii(without_compression(path));
  for (const auto& format : formats)
    if (name.ends_with(format.extension)) return format.read;
  return nullptr;
}

// A collection of speeches names its files ARM_79_2024.txt: the state whose own voice it is, session, year.
bool is_speech_name(std::string_view id) {
  std::string_view name = id.substr(id.find_last_of('/') + 1);
  auto all = [](std::string_view part, auto test) { return std::all_of(part.begin(), part.end(), test); };
  auto digit = [](char c) { return c >= '0' && c <= '9'; };
  auto first = name.find('_');
  auto second = name.find('_', first + 1);
  auto dot = name.find('.');
  if (first != 3 || second == std::string_view::npos || dot != second + 5 || second < 5 || second > 7) return false;
  return all(name.substr(0, 3), [](char c) { return c >= 'A' && c <= 'Z'; }) && all(name.substr(4, second - 4), digit) &&
         all(name.substr(second + 1, 4), digit) && name.substr(dot) == ".txt";
}

class CorpusReader {
 public:
  CorpusReader(const FileSystem& files, const ReadOptions& options, Sink& sink)
      : files_(files), options_(options), sink_(sink), pattern_(options.file_name_pattern, sink.diagnostics),
        speech_pattern_("{speaking}_{session}_{year}.txt", sink.diagnostics) {}

  void read_folder(const std::string& folder) {
    std::size_t prefix = folder.ends_with('/') ? folder.size() : folder.size() + 1;
    for (const auto& path : files_.files_below(folder)) read_file(path, path.substr(prefix));
    if (readable_ > 0) return;  // where each of them fails, each has said why
    auto& diagnostic = say(DiagnosticId::corpus_empty, "there is no document in this folder", folder);
    diagnostic.help = "documents are .txt, .md, .jsonl, .csv and .html files, also as .gz or .zst";
  }

  void read_file(const std::string& path, const std::string& id) {
    if (files_.kind(path) == FileSystem::Kind::folder) {
      say(DiagnosticId::file_unreadable, "this folder cannot be read: " + files_.read(path).error, path);
      return;
    }
    FormatReader read = reader_for(path);
    if (read == nullptr) {
      say(DiagnosticId::corpus_unknown_format, "this kind of file is not read", path).help =
          "documents are .txt, .md, .jsonl, .csv and .html files, also as .gz or .zst";
      return;
    }
    ++readable_;
    Input input;
    input.start.path = path;
    input.start.id = without_compression(id);
    input.start.source = options_.source;
    if (!read_text(path, input)) return;
    bool speech = options_.file_name_pattern.empty() && is_speech_name(input.start.id);
    if (!(speech ? speech_pattern_ : pattern_).apply(input.start, input.start.id, sink_.diagnostics))
      say(DiagnosticId::file_name_unmatched, "the file's name does not fit `" + options_.file_name_pattern + "`", path);
    read(std::move(input), sink_);
  }

 private:
  Diagnostic& say(DiagnosticId id, std::string message, const std::string& path) {
    return sink_.diagnostics.add(id, std::move(message), path);
  }

  bool refuse_large(const std::string& path) {
    say(DiagnosticId::file_too_large,
        "this file holds more than " + std::to_string(options_.largest_file >> 20) + " MiB: it is not read", path)
        .help = "cut it into smaller files";
    return false;
  }

  // The file's bytes, decompressed. False when there is nothing to go on with.
  bool read_bytes(const std::string& path, std::string& bytes, bool& cut) {
    auto result = files_.read(path);
    if (!result.bytes) {
      say(DiagnosticId::file_unreadable, "this file cannot be read: " + result.error, path);
      return false;
    }
    bytes = std::move(*result.bytes);
    bool gzip = path.ends_with(".gz");
    if (gzip || path.ends_with(".zst")) {
      auto plain = gzip ? decompress_gzip(bytes, options_.largest_file) : decompress_zstd(bytes, options_.largest_file);
      if (plain.too_large) return refuse_large(path);
      if (!plain.error.empty()) say(DiagnosticId::compressed_broken, plain.error, path);
      cut = !plain.error.empty();
      bytes = std::move(plain.bytes);
      return !cut || !bytes.empty();
    }
    return bytes.size() <= options_.largest_file || refuse_large(path);
  }

  bool read_text(const std::string& path, Input& input) {
    std::string bytes;
    if (!read_bytes(path, bytes, input.cut)) return false;
    auto decoded = text::decode(bytes);
    if (decoded.binary) {
      say(DiagnosticId::document_binary, "this file is no text", path);
      return false;
    }
    if (decoded.lossy && !input.cut)
      say(DiagnosticId::document_bad_bytes, "some bytes are no " + decoded.encoding + " text and were replaced", path);
    else if (decoded.encoding != "UTF-8")
      say(DiagnosticId::document_encoding, "this file is " + decoded.encoding + ", not UTF-8; it was converted", path)
          .notes.push_back("offsets count the characters of the converted text");
    input.text = std::move(decoded.utf8);
    return true;
  }

  const FileSystem& files_;
  const ReadOptions& options_;
  Sink& sink_;
  FileNamePattern pattern_;
  FileNamePattern speech_pattern_;  // used where no pattern was given and the name is such a one
  std::size_t readable_ = 0;  // files of a kind that we read
};

}  // namespace

void Sink::give(Document&& document, const std::string& where) {
  bool blank = trimmed(std::string_view(document.text).substr(std::min<std::size_t>(document.body.begin, document.text.size()))).empty();
  if (blank) {
    diagnostics.add(DiagnosticId::document_empty, "this document has no text", where);
    return;
  }
  if (!ids_.insert(document.id).second) {
    std::string wanted = document.id;
    for (std::size_t number = ++repeated_[wanted]; !ids_.insert(document.id = wanted + "#" + std::to_string(number + 1)).second;)
      number = ++repeated_[wanted];
    diagnostics.add(DiagnosticId::document_duplicate_id,
                    "there is another document `" + wanted + "`: this one is called `" + document.id + "`", where);
  }
  take_(std::move(document));
}

Line line_at(std::string_view text, std::size_t begin) {
  std::size_t feed = text.find('\n', begin);
  if (feed == std::string_view::npos) return {begin, text.size(), text.size()};
  bool carriage = feed > begin && text[feed - 1] == '\r';
  return {begin, carriage ? feed - 1 : feed, feed + 1};
}

std::string_view trimmed(std::string_view text) {
  auto blank = [](char c) { return c == ' ' || (c >= '\t' && c <= '\r'); };
  // no-break, zero-width and ideographic spaces, byte order mark
  constexpr std::string_view others[] = {"\xC2\xA0", "\xE2\x80\x8B", "\xE2\x80\xAF", "\xE3\x80\x80", "\xEF\xBB\xBF"};
  for (std::size_t before = text.size() + 1; before != text.size();) {
    before = text.size();
    while (!text.empty() && blank(text.front())) text.remove_prefix(1);
    while (!text.empty() && blank(text.back())) text.remove_suffix(1);
    for (std::string_view other : others) {
      if (text.starts_with(other)) text.remove_prefix(other.size());
      if (text.ends_with(other)) text.remove_suffix(other.size());
    }
  }
  return text;
}

std::string lower_ascii(std::string_view text) {
  std::string lower(text);
  for (char& c : lower)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c | 0x20);
  return lower;
}

void read_corpus(const FileSystem& files, const std::string& path, const ReadOptions& options,
                 const std::function<void(Document&&)>& take, Diagnostics& diagnostics) {
  Sink sink(take, diagnostics);
  CorpusReader reader(files, options, sink);
  switch (files.kind(path)) {
    case FileSystem::Kind::folder:
      return reader.read_folder(path);
    case FileSystem::Kind::missing:
      diagnostics.add(DiagnosticId::file_not_found, "there is no file or folder `" + path + "`", path);
      return;
    default:
      return reader.read_file(path, path.substr(path.find_last_of('/') + 1));
  }
}

}  // namespace demarche::corpus
