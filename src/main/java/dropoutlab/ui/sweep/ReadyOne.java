package dropoutlab.ui.sweep;

import dropoutlab.export.recipe.Program;
import dropoutlab.spec.Experiment;
import dropoutlab.spec.sweep.Axis;
import dropoutlab.spec.sweep.AxisText;
import dropoutlab.spec.sweep.Pair;
import dropoutlab.spec.sweep.Point;
import dropoutlab.spec.sweep.Sweep;
import dropoutlab.words.Words;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// A ready-made sweep as the window offers it.
///
/// @param axis of an experiment
record ReadyOne(String id, String title, String line, String note, Function<Experiment, Axis> axis, Pair pair) {
  static List<ReadyOne> all() {
    return List.of(
        new ReadyOne("rate", Words.of("sweepview.ready.rate"), Words.of("sweepview.ready.rate.line"), Words.of("sweepview.ready.rate.note"),
            of -> AxisText.read("network.hidden.*.drop", "0, 0.1 ... 0.9", of), new Pair.Twin()),
        new ReadyOne("width", Words.of("sweepview.ready.width"), Words.of("sweepview.ready.width.line"), Words.of("sweepview.ready.width.note"),
            of -> AxisText.read("network.hidden.*.drop + network.hidden.*.units=16/(1-p)", "0, 0.1 ... 0.9", of), new Pair.Twin()),
        new ReadyOne("data", Words.of("sweepview.ready.data"), Words.of("sweepview.ready.data.line"), Words.of("sweepview.ready.data.note"),
            of -> AxisText.read("data.training", "log 16 ... 1024, 7", of), new Pair.Twin()),
        new ReadyOne("regularisers", Words.of("sweepview.ready.regularisers"), Words.of("sweepview.ready.regularisers.line"),
            Words.of("sweepview.ready.regularisers.note"), _ -> regularisers(), new Pair.Of(Words.of("sweepview.regulariser.none"))),
        new ReadyOne("passes", Words.of("sweepview.ready.passes"), Words.of("sweepview.ready.passes.line"), Words.of("sweepview.ready.passes.note"),
            of -> AxisText.read("passes", "0, 1, 2, 5, 10, 20, 50, 100", of), new Pair.Of("0")));
  }

  private static Axis regularisers() {
    String none = "network.hidden.*.drop=0", drop = "network.hidden.*.drop=0.5";
    return new Axis("regulariser", Axis.Scale.NAMES, List.of(new Point(Words.of("sweepview.regulariser.none"), List.of(none)),
        new Point(Words.of("sweepview.regulariser.l2"), List.of(none, "regulariser.l2=0.01")),
        new Point(Words.of("sweepview.regulariser.l1"), List.of(none, "regulariser.l1=0.001")),
        new Point(Words.of("sweepview.regulariser.max_norm"), List.of(none, "regulariser.maxNorm=2")),
        new Point(Words.of("sweepview.regulariser.stopping"), List.of(none, "training.earlyStopping.patience=20")),
        new Point(Words.of("sweepview.regulariser.dropout"), List.of(drop)),
        new Point(Words.of("sweepview.regulariser.dropout_l2"), List.of(drop, "regulariser.l2=0.01")),
        new Point(Words.of("sweepview.regulariser.dropout_norm"), List.of(drop, "regulariser.maxNorm=2"))));
  }

  static Optional<ReadyOne> named(String id) { return all().stream().filter(each -> each.id.equals(id)).findFirst(); }

  Plan plan(Experiment experiment) {
    Experiment alone = experiment.withoutInterventions().withBeside(List.of());
    return Plan.of(new Sweep(title, alone, List.of(axis.apply(alone)), Plan.TEN, pair, Sweep.REPEATS, List.of(), Program.version()), id);
  }
}
