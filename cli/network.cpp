#include "engine/report/network.hpp"

#include "cli/context.hpp"
#include "cli/network_options.hpp"
#include "cli/output.hpp"
#include "cli/table.hpp"

namespace demarche::cli {

namespace {

const std::vector<std::string> formats{"text", "graphml", "csv", "json"};

struct Options {
  TableOptions table;
  OutputOptions output;
  TieOptions ties;
  std::string nodes;
  std::size_t limit = 40;
};

void network(Context& context, const Options& options) {
  const auto format = chosen_format(context, options.output, formats);
  if (!format) return;
  const auto wanted = network_options(context, options.ties);
  if (!wanted) return;
  const auto table = read_table(context, options.table);
  if (!table) return;
  const auto matrix = make_matrix(context, table->job, table->results);
  if (!matrix) return;
  const auto made = position::build_network(*matrix, *wanted);
  const auto& counted = matrix->options;
  if (!options.nodes.empty() &&
      !deliver_csv(context, options.output, options.nodes, report::network_nodes_csv(made),
                   "nodes of a network: " + report::kind_text(*wanted), table->provenance, counted))
    return;
  if (*format == "csv") {
    deliver_csv(context, options.output, options.output.out, report::network_edges_csv(made),
                "ties of a network: " + report::kind_text(*wanted), table->provenance, counted);
    return;
  }
  deliver(context, options.output.out,
          *format == "graphml" ? report::network_graphml(made, counted, table->provenance)
          : *format == "json"  ? report::network_json(made, counted, table->provenance)
                               : report::network_terminal(made, counted, table->provenance,
                                                          terminal_options(context, options.output), options.limit));
}

}  // namespace

void add_network(CLI::App& app, Context& context) {
  auto options = std::make_shared<Options>();
  auto* command = app.add_subcommand("network", "who stands with whom: agreement, congruence, conflict, as a network");
  command->footer(
      "Example:\n  demarche network\n  demarche network --kind congruence --normalise jaccard --min 0.2 --out "
      "who.graphml\n"
      "  demarche network --kind conflict --window 2023 --out edges.csv --nodes nodes.csv\n\n"
      "GraphML opens in Gephi, visone, igraph and networkx. Kinds and normalisations are those of Discourse Network\n"
      "Analyzer; `agreement` is the share of shared issues on which two actors agree.");
  add_tie_options(*command, options->ties);
  add_table_options(*command, options->table);
  add_output_options(*command, options->output, formats);
  command->add_option("--nodes", options->nodes, "also write the nodes, as CSV, to this file");
  command->add_option("--limit", options->limit, "ties shown on the screen (default: 40)")
      ->check(CLI::Range(1, 1000000));
  command->callback([&context, options] { network(context, *options); });
}

}  // namespace demarche::cli
