#include "engine/lexicon/read_lexicon.hpp"

#include "engine/lexicon/actor_files.hpp"

namespace demarche::lexicon {

ActorTable read_actors(const FileSystem& files, const std::vector<std::string>& folders, Diagnostics& diagnostics) {
  return resolve_actors(collect_actor_files(files, folders, diagnostics), diagnostics);
}

}  // namespace demarche::lexicon
