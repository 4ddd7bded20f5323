#include <nlohmann/json.hpp>

#include "engine/report/comparison.hpp"
#include "engine/report/network.hpp"
#include "engine/report/quotes.hpp"
#include "engine/report/timeline.hpp"
#include "engine/report/wrapped.hpp"
#include "engine/report/xml_text.hpp"
#include "tests/catch.hpp"
#include "tests/unit/position/build.hpp"

using namespace demarche;
using namespace demarche::report;
using namespace demarche::position::testing;
using position::Matrix;

namespace {

const Provenance provenance{"9.9", "0123456789abcdef", "fedcba9876543210", ""};

// Two actors that differ on peace, agree on roads, and one that alone speaks of bridges, in words that hurt formats.
std::vector<DocumentResult> documents() {
  Say hostile{"IRN", Stance::oppose};
  hostile.sentence = "=1+1, \"quoted\" <b>bold</b> & more\x1b[31m red";
  auto a = document("a", "2023-01-01",
                    {{"ARM"}, hostile, {"ARM", Stance::support, "roads"}, {"IRN", Stance::support, "roads"}});
  a.url = "https://example.org/?a=1&b=2";
  auto b = document("b", "2023-06-01", {{"ARM", Stance::oppose}, {"ARM", Stance::support, "bridges"}});
  b.url = "javascript:alert(1)";
  return {a, b};
}

Matrix matrix(const std::vector<DocumentResult>& results) {
  return matrix_of(results, {},
                   {"m",
                    "=Title, \"with\" <signs>",
                    {{"ARM", "Armenia <A>"}, {"IRN", "Iran, \"I\""}},
                    {{"peace", "=Peace"}, {"roads", "Roads | lanes"}, {"bridges", "Bridges"}, {"x", "X"}}});
}

std::size_t count(const std::string& text, const std::string& part) {
  std::size_t found = 0;
  for (auto at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) ++found;
  return found;
}

bool has(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

}  // namespace

TEST_CASE("texts in XML, on one line, and links that do nothing") {
  CHECK(xml_text("a<b>&\"c'\n\x01") == "a&lt;b&gt;&amp;&quot;c&#39; \xEF\xBF\xBD");
  CHECK(escape_of('<') == "&lt;");
  CHECK(escape_of('a').empty());
  CHECK(one_line("a\nb\x1b[31m\xE2\x80\xAEtxt") == "a b [31mtxt");
  CHECK(is_safe_link("https://example.org/a:b"));
  CHECK(is_safe_link("articles/a.html"));
  CHECK_FALSE(is_safe_link("javascript:alert(1)"));
  CHECK_FALSE(is_safe_link("DATA:text/html,x"));
  CHECK_FALSE(is_safe_link(""));
}

TEST_CASE("lines are broken between words") {
  CHECK(wrapped("one two three", 7, 0) == "one two\nthree\n");
  CHECK(wrapped("one two", 7, 2) == "  one\n  two\n");
  CHECK(wrapped("unbreakable", 5, 0) == "unbreakable\n");
  CHECK(wrapped("", 5, 0).empty());
}

TEST_CASE("the best quotes: higher score first, both directions in turn") {
  Say strong{"IRN"};
  strong.strength = Strength::strong;
  strong.sentence = "strong";
  const std::vector<DocumentResult> results{
      document("a", "2023-01-01", {{"IRN", Stance::oppose, "peace", "weak no", Strength::weak}}),
      document("b", "2023-02-01", {strong}), document("c", "2023-03-01", {{"IRN", Stance::support, "peace", "plain"}})};
  const auto cell = cell_of(results);
  const auto quotes = best_quotes(cell, results, 2);
  REQUIRE(quotes.size() == 2);
  CHECK(quotes[0].record->sentence == "strong");
  CHECK(quotes[1].record->sentence == "weak no");
  CHECK(best_quotes(cell, results, 9).size() == 3);
  CHECK(quoted(quotes[0]) == "“strong”");
  CHECK(attribution(quotes[0], "Iran") == "Iran, gazette, 2023-02-01");
}

TEST_CASE("a quote that has its own marks gets no second pair") {
  const std::vector<DocumentResult> results{document(
      "a", "",
      {{"IRN", Stance::support, "peace", "“We are for it.”"}, {"ARM", Stance::support, "peace", "“A” and “b”"}})};
  CHECK(quoted(quote_at(results, {0, 0})) == "“We are for it.”");
  CHECK(quoted(quote_at(results, {0, 1})) == "“‘A’ and ‘b’”");
  CHECK(attribution(quote_at(results, {0, 0}), "Iran") == "Iran, gazette, undated");
}

TEST_CASE("a comparison in every format keeps hostile text from being markup, formula or escape") {
  const auto results = documents();
  const auto comparison = position::compare(matrix(results));
  const Origin origin{results, provenance};
  const std::string html = comparison_html(comparison, origin);
  CHECK_FALSE(has(html, "<b>bold"));
  CHECK(has(html, "&lt;b&gt;bold"));
  CHECK_FALSE(has(html, "javascript:"));
  CHECK(has(html, "https://example.org/?a=1&amp;b=2"));
  CHECK_FALSE(has(html, "\x1b"));
  CHECK(has(html, "rules 0123456789abcdef"));
  const std::string markdown = comparison_markdown(comparison, origin);
  CHECK_FALSE(has(markdown, "<b>bold"));
  CHECK_FALSE(has(markdown, "javascript:"));
  CHECK(has(markdown, "Roads \\| lanes"));
  const std::string csv = comparison_csv(comparison, origin);
  CHECK(has(csv, "'=Peace"));
  CHECK(has(csv, "\"'=1+1, \"\"quoted\"\""));
  CHECK(count(csv, "\n") == 1 + 4 * 2);
  const std::string text = comparison_terminal(comparison, origin, {80, false, Signs::plain});
  CHECK_FALSE(has(text, "\x1b"));
  CHECK(has(text, "ARM and IRN agree to 75% over 2 shared issues: 1 the same, 1 partly, 0 opposite"));
}

TEST_CASE("the JSON of a comparison has relation, pair and quotes") {
  const auto results = documents();
  const auto json = nlohmann::json::parse(comparison_json(position::compare(matrix(results)), {results, provenance}));
  CHECK(json["provenance"]["rules"] == "0123456789abcdef");
  CHECK(json["pairs"][0]["shared"] == 2);
  CHECK(json["pairs"][0]["agreement"] == 0.75);
  CHECK(json["issues"][0]["relation"] == "partly");
  CHECK(json["issues"][1]["relation"] == "agree");
  CHECK(json["issues"][2]["relation"] == "single");
  CHECK(json["issues"][3]["relation"] == "silent");
  // A shifted position shows the last of the old and the first of the new.
  CHECK(json["issues"][0]["positions"][0]["refinement"] == "shifted");
  CHECK(json["issues"][0]["positions"][0]["quotes"].size() == 2);
}

TEST_CASE("who shares nothing is said to share nothing") {
  const std::vector<DocumentResult> results{document("a", "2023-01-01", {{"ARM"}, {"IRN", Stance::support, "roads"}})};
  const auto comparison = position::compare(matrix(results));
  CHECK(has(comparison_terminal(comparison, {results, provenance}, {}),
            "ARM and IRN share no issue: on none do both have a position"));
  const auto json = nlohmann::json::parse(comparison_json(comparison, {results, provenance}));
  CHECK(json["pairs"][0]["agreement"].is_null());
}

TEST_CASE("a network without ties is said to have none, in every format") {
  const position::Network network = position::build_network(matrix({}), {});
  CHECK(has(network_terminal(network, {}, provenance, {}, 10), "no ties"));
  CHECK(network_edges_csv(network) == "source,target,weight,shared,points,points_missed,type\n");
  CHECK(nlohmann::json::parse(network_json(network, {}, provenance))["edges"].empty());
  CHECK_FALSE(has(network_graphml(network, {}, provenance), "<node"));
}

TEST_CASE("GraphML has typed keys, labels and escaped names") {
  const auto results = documents();
  position::NetworkOptions options;
  options.kind = position::NetworkKind::congruence;
  const std::string xml = network_graphml(position::build_network(matrix(results), options), {}, provenance);
  CHECK(has(xml, R"(<key id="weight" for="edge" attr.name="weight" attr.type="double"/>)"));
  CHECK(has(xml, R"(<key id="positive" for="edge" attr.name="congruence" attr.type="double"/>)"));
  CHECK(has(xml, R"(<data key="label">Armenia &lt;A&gt;</data>)"));
  CHECK(has(xml, R"(<edge id="e0" source="ARM" target="IRN">)"));
  CHECK(count(xml, "<node ") == 2);
}

TEST_CASE("many ties: the screen shows the heaviest and says how many more there are") {
  const auto results = documents();
  position::NetworkOptions options;
  options.kind = position::NetworkKind::two_mode;
  const auto network = position::build_network(matrix(results), options);
  REQUIRE(network.edges.size() == 5);
  const std::string text = network_terminal(network, {}, provenance, {}, 2);
  CHECK(has(text, "... and 3 more"));
  CHECK(text.find("=Peace") < text.find("... and"));
}

TEST_CASE("quotes: those of cells without a position are none") {
  const auto results = documents();
  const auto json = nlohmann::json::parse(quotes_json(matrix(results), {results, provenance}, 1));
  CHECK(json["cells"].size() == 5);
  for (const auto& cell : json["cells"]) CHECK(cell["quotes"].size() == 1);
  CHECK(has(quotes_text(matrix({}), {{}, provenance}, 1, {}), "no positions found"));
  const std::string csv = quotes_csv(matrix(results), {results, provenance}, 1);
  CHECK(count(csv, "\n") == 1 + 5);
}

TEST_CASE("a timeline without dates says so") {
  const std::vector<DocumentResult> results{document("a", "", {{"ARM"}})};
  position::Tally tally;
  for (const auto& result : results) tally.add(result);
  const auto timeline = position::build_timeline(tally, {"", "", {{"ARM", ""}}, {{"peace", ""}}}, {}, {}, actors());
  const std::string text = timeline_terminal(timeline, {results, provenance}, {});
  CHECK(has(text, "no dated evidence of a position"));
  CHECK(has(text, "1 record has no date"));
  CHECK(count(timeline_csv(timeline), "\n") == 1);
}
