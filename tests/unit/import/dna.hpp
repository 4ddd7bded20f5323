#pragma once
#include <string>

#include "engine/store/sqlite.hpp"

// Small .dna files of our own, with the tables that Discourse Network Analyzer makes.
namespace demarche::import::testing {

// Text of document 1; the first two statements are its sentences, the dove stands between them.
inline constexpr const char* dna_text = "Norway wants a pause. \xF0\x9F\x95\x8A The industry says no.";

inline std::string dna_file(bool version_3) {
  store::Database database;
  database.run(R"(
    CREATE TABLE DOCUMENTS (ID INTEGER PRIMARY KEY, Title TEXT, Text TEXT, Coder INTEGER, Author TEXT, Source TEXT, Section TEXT,
      Notes TEXT, Type TEXT, Date INTEGER);
    CREATE TABLE STATEMENTTYPES (ID INTEGER PRIMARY KEY, Label TEXT);
    CREATE TABLE VARIABLES (ID INTEGER PRIMARY KEY, Variable TEXT, DataType TEXT, StatementTypeId INTEGER);
    CREATE TABLE STATEMENTS (ID INTEGER PRIMARY KEY, StatementTypeId INTEGER, DocumentId INTEGER, Start INTEGER, Stop INTEGER,
      Coder INTEGER);
    CREATE TABLE ENTITIES (ID INTEGER PRIMARY KEY, VariableId INTEGER, Value TEXT);
    CREATE TABLE DATABOOLEAN (ID INTEGER PRIMARY KEY, StatementId INTEGER, VariableId INTEGER, Value INTEGER);
    CREATE TABLE DATAINTEGER (ID INTEGER PRIMARY KEY, StatementId INTEGER, VariableId INTEGER, Value INTEGER);
    CREATE TABLE DATALONGTEXT (ID INTEGER PRIMARY KEY, StatementId INTEGER, VariableId INTEGER, Value TEXT);
    INSERT INTO VARIABLES VALUES (1, 'person', 'short text', 1), (2, 'organization', 'short text', 1),
      (3, 'concept', 'short text', 1), (4, 'agreement', 'boolean', 1), (5, 'note', 'long text', 2);
    INSERT INTO ENTITIES VALUES (1, 2, 'Norway'), (2, 1, 'Halvard Strandli'), (3, 3, 'There should be a pause.'),
      (4, 2, 'Mining Industry Council, "Deep"');
    INSERT INTO STATEMENTS VALUES (1, 1, 1, 0, 21, 1), (2, 1, 1, 25, 46, 1), (3, 2, 1, 0, 6, 1), (4, 1, 1, 0, 9, 1),
      (5, 1, 9, 0, 9, 1), (6, 1, 2, 0, 900, 1);
    INSERT INTO DATABOOLEAN (StatementId, VariableId, Value) VALUES (1, 4, 1), (2, 4, 0), (4, 4, 1), (6, 4, 1);
    INSERT INTO DATALONGTEXT (StatementId, VariableId, Value) VALUES (3, 5, 'to be checked');
  )");
  auto document = database.query("INSERT INTO DOCUMENTS VALUES (?, ?, ?, 1, '', ?, '', '', '', ?)");
  const std::int64_t day = 12'809;  // 2005-01-26
  const std::int64_t time = day * 86'400 + 3'600;
  document.integer(1).text("A pause").text(dna_text).text("Gazette").integer(version_3 ? time : time * 1000).run();
  document.integer(2).text("Before 1970").text("Short.").text("").integer(version_3 ? -86'400 : -86'400'000).run();
  if (version_3) {
    database.run(R"(
      CREATE TABLE DATASHORTTEXT (ID INTEGER PRIMARY KEY, StatementId INTEGER, VariableId INTEGER, Entity INTEGER);
      INSERT INTO DATASHORTTEXT (StatementId, VariableId, Entity) VALUES (1, 2, 1), (1, 1, 2), (1, 3, 3), (2, 2, 4), (2, 3, 3),
        (4, 2, 1), (6, 2, 1), (6, 3, 3);
    )");
  } else {
    database.run(R"(
      CREATE TABLE DATASHORTTEXT (ID INTEGER PRIMARY KEY, StatementId INTEGER, VariableId INTEGER, Value TEXT);
      INSERT INTO DATASHORTTEXT (StatementId, VariableId, Value)
        SELECT * FROM (SELECT 1, 2, 'Norway' UNION ALL SELECT 1, 1, 'Halvard Strandli' UNION ALL
        SELECT 1, 3, 'There should be a pause.' UNION ALL SELECT 2, 2, 'Mining Industry Council, "Deep"' UNION ALL
        SELECT 2, 3, 'There should be a pause.' UNION ALL SELECT 4, 2, 'Norway' UNION ALL SELECT 6, 2, 'Norway' UNION ALL
        SELECT 6, 3, 'There should be a pause.');
    )");
  }
  return database.bytes();
}

}  // namespace demarche::import::testing
