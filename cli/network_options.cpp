#include "cli/network_options.hpp"

#include "cli/output.hpp"

namespace demarche::cli {

void add_tie_options(CLI::App& command, TieOptions& options) {
  command
      .add_option("--kind", options.kind,
                  "what ties: agreement, congruence, conflict, subtract, cooccurrence, two-mode")
      ->check(CLI::IsMember(position::network_kind_names()));
  command
      .add_option("--normalise", options.normalisation,
                  "divide weights by activity: none, average, jaccard, cosine, product")
      ->check(CLI::IsMember(position::normalisation_names()));
  command.add_option("--min", options.min, "leave out ties that weigh less")->check(CLI::NonNegativeNumber);
  command.add_option("--min-shared", options.min_shared, "leave out ties over fewer shared issues")
      ->check(CLI::Range(1, 1000000));
  command.add_flag("--own", options.own, "agreement: only an actor's own positions, none of its group");
  command.add_flag("--no-isolates", options.no_isolates, "leave out actors without a tie");
}

std::optional<position::NetworkOptions> network_options(Context& context, const TieOptions& options) {
  position::NetworkOptions made;
  made.kind = *position::parse_network_kind(options.kind);
  made.normalisation = *position::parse_normalisation(options.normalisation);
  made.min = options.min;
  made.min_shared = options.min_shared;
  made.own = options.own;
  made.isolates = !options.no_isolates;
  const bool counted = made.kind != position::NetworkKind::agreement && made.kind != position::NetworkKind::two_mode;
  if (made.normalisation != position::Normalisation::none && !counted) {
    say_wrong(context, "--normalise is for counted ties between actors; " +
                           std::string(made.kind == position::NetworkKind::agreement
                                           ? "agreement is a share already"
                                           : "a two-mode network has the counts themselves"));
    return std::nullopt;
  }
  if (made.own && counted) {
    say_wrong(context, "--own is for agreement: a counted network counts what is an actor's own anyway");
    return std::nullopt;
  }
  return made;
}

}  // namespace demarche::cli
