#pragma once
#include <map>
#include <set>
#include <string>
#include <vector>

#include "dsl/ast/ast.hpp"
#include "dsl/model/model.hpp"
#include "dsl/resolve/load.hpp"
#include "engine/base/diagnostic.hpp"
#include "engine/lexicon/actors.hpp"

namespace demarche::dsl::resolve {

// Every name that rule files define, with the place of its definition. Duplicates and extensions of nothing are
// reported when it is made.
class Names {
 public:
  Names(const Loaded& loaded, const lexicon::ActorTable& actors, Diagnostics& diagnostics);

  using Table = std::map<std::string, model::Origin, std::less<>>;

  const Table& phrases() const { return phrases_; }
  const Table& issues() const { return issues_; }
  const Table& stances() const { return stances_; }
  const Table& turns() const { return turns_; }
  const Table& constructions() const { return constructions_; }
  const Table& groups() const { return groups_; }
  const lexicon::ActorTable& actors() const { return actors_; }

  std::size_t phrase_index(std::string_view id) const;  // its position among the sorted phrases
  bool is_actor(std::string_view id) const { return actors_.find(id) != lexicon::none; }
  // A user's group, a region, or an actor with members.
  bool is_group(std::string_view id) const;

  // Each gives the id back, or reports that there is none and gives an empty string.
  std::string issue(const ast::Name& name, const ast::File& file) const;
  std::string stance(const ast::Name& name, const ast::File& file) const;
  // An actor, group or region; `keyword` is what else could stand there and may have been meant.
  std::string actor(const ast::Name& name, const ast::File& file, std::string_view keyword = {}) const;

  // Whether suggestions are still worth their time.
  bool looks_for_likeness() const;
  std::vector<std::string> actor_ids() const;
  std::vector<std::string> group_ids() const;
  // Whether an unknown actor is worth a message: without any list of actors one message a file is enough, and none is
  // where an import has failed, which was said.
  bool tells_unknown_actor(const ast::File& file) const;
  // Completes a diagnostic about an actor that nobody knows.
  void explain_unknown_actor(Diagnostic& diagnostic, std::string_view name) const;

 private:
  template <typename Item>
  void declare(Table& table, const std::vector<Item>& items, const ast::File& file, std::string_view what);
  template <typename Item>
  void check_extensions(const Table& table, const std::vector<Item>& items, const ast::File& file,
                        std::string_view what);
  void check_reserved(const ast::Name& name, const ast::File& file);
  void check_shared(const Table& first, const Table& second, std::string_view what);

  const lexicon::ActorTable& actors_;
  bool complete_;
  mutable std::set<const ast::File*> told_actors_, told_stances_;
  Diagnostics& diagnostics_;
  Table phrases_, issues_, stances_, turns_, constructions_, groups_;
  std::map<std::string, std::size_t, std::less<>> phrase_indices_;
};

std::vector<std::string> ids_of(const Names::Table& table);

}  // namespace demarche::dsl::resolve
