package dropoutlab.ui.sweep;

import dropoutlab.export.recipe.Program;
import dropoutlab.spec.Experiment;
import dropoutlab.spec.ExperimentException;
import dropoutlab.spec.sweep.Axis;
import dropoutlab.spec.sweep.AxisText;
import dropoutlab.spec.sweep.Pair;
import dropoutlab.spec.sweep.Point;
import dropoutlab.spec.sweep.SeedRange;
import dropoutlab.spec.sweep.Sweep;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A sweep while it is being planned: texts as they are typed, which need not make sense yet.
///
/// @param ready the name of the ready-made sweep that it began as; "" for none
/// @param axes  one or two
/// @param slurm whether it is to run on a cluster
@RecordBuilder
record Plan(String ready, String title, Experiment experiment, List<Line> axes, SeedRange seeds, Pair pair,
    boolean slurm,
            String partition, int atOnce) implements PlanBuilder.With {
  /// The seeds where nothing else is chosen.
  static final SeedRange TEN = new SeedRange(1, 10);
  private static final String AND = "\\s+\\+\\s+";

  Plan { axes = List.copyOf(axes); }

  /// An axis as it is typed.
  ///
  /// @param ties  settings that follow the value by a formula, with " + " between them
  /// @param given the axis of a ready-made sweep, which holds until one of the texts is changed
  record Line(String path, String values, String ties, Optional<Axis> given) {
    static Line of(Axis axis) {
      String[] parts = axis.path().split(AND, 2);
      String values = AxisText.writeValues(axis);
      String labels = String.join(", ", axis.points().stream().map(Point::label).toList());
      return new Line(parts[0], values.isEmpty() ? labels : values, parts.length > 1 ? parts[1] : "",
          Optional.of(axis));
    }

    Line typed(String nextPath, String nextValues, String nextTies) {
      boolean same = path.equals(nextPath) && values.equals(nextValues) && ties.equals(nextTies);
      return same ? this : new Line(nextPath, nextValues, nextTies, Optional.empty());
    }

    /// To be read anew, where it can be typed.
    Line anew() {
      boolean typed = given.filter(axis -> !AxisText.writeValues(axis).isEmpty()).isPresent();
      return typed ? new Line(path, values, ties, Optional.empty()) : this;
    }

    /// @throws ExperimentException with one sentence
    Axis axis(Experiment of) {
      return given.orElseGet(() -> AxisText.read(ties.isBlank() ? path : path + " + " + ties, values, of));
    }
  }

  /// As a folder tells it; ready-made sweeps are known by their titles.
  static Plan of(Sweep sweep) {
    return of(sweep, ReadyOne.all().stream().filter(each ->
        each.title().equals(sweep.title())).map(ReadyOne::id).findFirst().orElse(""));
  }

  /// @param ready the name of the ready-made sweep; "" for none
  static Plan of(Sweep sweep, String ready) {
    return new Plan(ready, sweep.title(), sweep.experiment(), sweep.axes().stream().map(Line::of).toList(),
        sweep.seeds(),
        sweep.pair(), false, "", 0);
  }

  /// What is planned.
  ///
  /// @throws ExperimentException with one sentence, where it makes no sense yet
  Sweep sweep() {
    Experiment alone = experiment.withoutInterventions().withBeside(List.of());
    List<Axis> read = axes.stream().map(line -> line.axis(alone)).toList();
    return new Sweep(title, alone, read, seeds, fitting(read), Sweep.REPEATS, List.of(), Program.version());
  }

  /// A value that is no longer there cannot be compared with.
  private Pair fitting(List<Axis> read) {
    boolean lost = pair instanceof Pair.Of(String label)
        && read.getFirst().points().stream().noneMatch(point -> point.label().equals(label));
    return lost ? new Pair.Twin() : pair;
  }

  /// The same of another experiment: ready-made axes are made anew, because formulas may follow what it has.
  Plan onto(Experiment other) {
    boolean untouched = axes.stream().allMatch(line -> line.given.isPresent());
    Optional<Plan> made = untouched ? ReadyOne.named(ready).map(each -> each.plan(other)) : Optional.empty();
    return made.map(plan -> withExperiment(plan.experiment).withAxes(plan.axes))
        .orElseGet(() -> withExperiment(other).withAxes(axes.stream().map(Line::anew).toList()));
  }

  Plan withLine(int axis, Line line) {
    List<Line> changed = new ArrayList<>(axes);
    changed.set(axis, line);
    return withAxes(changed);
  }

  /// What is wrong with an axis in one sentence; empty if all is well.
  Optional<String> fault(Line line) {
    try {
      line.axis(experiment.withoutInterventions().withBeside(List.of()));
      return Optional.empty();
    } catch (ExperimentException | IllegalArgumentException e) {
      return Optional.of(e.getMessage());
    }
  }
}
