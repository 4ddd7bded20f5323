#pragma once
#include <deque>
#include <string>
#include <vector>

#include "engine/base/diagnostic.hpp"
#include "engine/base/file_system.hpp"
#include "engine/base/yaml.hpp"
#include "engine/lexicon/actors.hpp"

// Between YAML and tables: what the actor files say, with places, before ids are looked up. Internal to the lexicon.
namespace demarche::lexicon {

struct Place {
  const yaml::Tree* tree = nullptr;
  Span span;
};

struct RawTitle {
  std::string title;
  std::string office;
  Place place;
};

struct RawMember {
  std::string id;
  DateRange dates;
  Place place;
};

struct RawActor {
  Actor actor;           // names, regions, kind; no titles, no members
  bool extends = false;  // `extend: IRN`: adds to an actor that another file defines
  bool all_states = false;
  bool as_members = false;  // `speaks-as: members`: its names stand for each of its members
  std::vector<RawMember> not_members;  // of all states
  std::vector<RawTitle> titles;
  std::vector<RawMember> members;
  Place place;
};

struct RawTerm {
  std::string office;
  DateRange dates;
  Place office_place;
  Place place;
};

struct RawPerson {
  Person person;  // names only
  std::string actor;
  std::vector<RawTerm> terms;
  Place place;  // of `actor:`, or of the name
};

struct RawOffice {
  Office office;
  Place place;
};

struct RawTables {
  std::deque<yaml::Tree> trees;
  std::vector<RawActor> actors;
  std::vector<RawPerson> people;
  std::vector<RawOffice> offices;
  std::vector<std::string> not_actors;
};

RawTables collect_actor_files(const FileSystem& files, const std::vector<std::string>& folders, Diagnostics& diagnostics);
ActorTable resolve_actors(RawTables&& raw, Diagnostics& diagnostics);

Diagnostic& report(Diagnostics& diagnostics, DiagnosticId id, std::string message, const Place& place);

}  // namespace demarche::lexicon
