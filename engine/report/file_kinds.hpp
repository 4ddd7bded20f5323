#pragma once
#include <string_view>

namespace demarche::report {

// A kind of file of a bundle, by the ending of its name.
struct FileKind {
  std::string_view ending;
  std::string_view format;     // as a Data Package calls it
  std::string_view mediatype;  // of the IANA, where it has one
};

// Null for an ending that none of ours has.
const FileKind* kind_of(std::string_view path);

}  // namespace demarche::report
