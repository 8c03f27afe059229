package dropoutlab.ui.sweep;

import dropoutlab.export.recipe.Program;
import dropoutlab.spec.DataSpec;
import dropoutlab.spec.Experiment;
import dropoutlab.spec.ExperimentException;
import dropoutlab.spec.sweep.ReadyMade;
import java.util.List;
import java.util.Optional;

/// A ready-made sweep as the window offers it: of the experiment in Train where that fits, else of its own drawn
/// digits.
record ReadyOne(ReadyMade made) {
  static List<ReadyOne> all() { return ReadyMade.all().stream().map(ReadyOne::new).toList(); }

  static Optional<ReadyOne> named(String id) { return all().stream().filter(each -> each.id().equals(id)).findFirst(); }

  String id() { return made.id(); }

  String title() { return made.title(); }

  String line() { return made.line(); }

  /// @param experiment that is set in Train
  Plan plan(Experiment experiment) {
    Experiment alone = experiment.withoutInterventions().withBeside(List.of());
    boolean other = made.small().data() instanceof DataSpec.Autoencoder
        && !(alone.data() instanceof DataSpec.Autoencoder);
    if (!other) {
      try {
        return Plan.of(made.of(alone, Program.version()), id());
      } catch (ExperimentException | IllegalArgumentException doesNotFit) {
        // Its own experiment always fits.
      }
    }
    return Plan.of(made.small(Program.version()), id());
  }

  /// Whether it takes the experiment in Train.
  boolean takes(Experiment experiment) { return plan(experiment).experiment().data().equals(experiment.data()); }
}
