package dropoutlab.ui.sweep;

import dropoutlab.spec.Experiment;
import dropoutlab.spec.sweep.Sweep;
import java.util.List;
import java.util.Optional;

/// A ready-made sweep as the window offers it.
///
/// @param sweep of an experiment
record ReadyOne(String id, String title, String line, String note, java.util.function.Function<Experiment, Sweep> sweep) {
  static List<ReadyOne> all() { return List.of(); }

  static Optional<ReadyOne> named(String id) { return all().stream().filter(each -> each.id.equals(id)).findFirst(); }

  Plan plan(Experiment experiment) { return Plan.of(sweep.apply(experiment), id); }
}
