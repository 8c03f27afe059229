package dropoutlab.spec.sweep;

import dropoutlab.spec.Check;
import dropoutlab.spec.Experiment;
import dropoutlab.spec.ExperimentException;
import dropoutlab.spec.Suggestion;
import dropoutlab.spec.sweep.Sweep.Confirmation;
import dropoutlab.words.Numbers;
import dropoutlab.words.Words;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// What a sweep must be before it may start.
final class SweepChecks {
  private SweepChecks() {}

  static void parts(String title, Experiment experiment, List<Axis> axes, SeedRange seeds, Pair pair,
                    List<Confirmation> confirmations, String engine) {
    Check.present("title", title);
    if (title.isBlank()) throw new IllegalArgumentException(Words.of("sweepspec.title"));
    Check.present("experiment", experiment);
    Check.entries("axes", axes);
    Check.present("seeds", seeds);
    Check.present("pair", pair);
    Check.entries("confirmations", confirmations);
    Check.present("engine", engine);
  }

  static void sizes(List<Axis> axes, SeedRange seeds, List<Confirmation> confirmations) {
    if (axes.isEmpty() || axes.size() > 2) throw new IllegalArgumentException(Words.of("sweepspec.axes", axes.size()));
    if (axes.size() == 2) apart(axes.getFirst(), axes.getLast());
    long points = axes.stream().mapToLong(axis -> axis.points().size()).reduce(1, (a, b) -> a * b);
    long runs = points * seeds.count();
    if (runs > Sweep.MOST_RUNS)
      throw new IllegalArgumentException(
          Words.of("sweepspec.runs", Numbers.count(runs), Numbers.count(Sweep.MOST_RUNS)));
    for (Confirmation each : confirmations)
      if (each.point() < 0 || each.point() >= points)
        throw new IllegalArgumentException(Words.of("sweepspec.confirmation", each.point()));
  }

  /// Of two axes that change the same path, only the second would count.
  private static void apart(Axis first, Axis second) {
    Set<String> common = new HashSet<>(paths(first));
    common.retainAll(paths(second));
    if (!common.isEmpty())
      throw new IllegalArgumentException(Words.of("sweepspec.axes.both", common.iterator().next()));
  }

  private static Set<String> paths(Axis axis) {
    Set<String> paths = new HashSet<>();
    for (Point point : axis.points())
      for (String setting : point.set()) paths.add(setting.substring(0, setting.indexOf('=')));
    return paths;
  }

  static void pair(Pair pair, Axis first) {
    List<String> labels = first.points().stream().map(Point::label).toList();
    if (pair instanceof Pair.Of(String label) && !labels.contains(label))
      throw new IllegalArgumentException(Words.of("sweepspec.pair", label, Suggestion.among(label, labels))
          .replaceFirst("\\.$", ""));
  }

  /// Makes the experiment of each value, with the first of the other axis.
  static void values(Experiment experiment, List<Axis> axes) {
    for (int i = 0; i < axes.size(); i++)
      for (Point value : axes.get(i).points()) {
        Point other = axes.get(axes.size() - 1 - i).points().getFirst();
        tryOut(experiment, axes.size() == 1 ? List.of(value) : i == 0 ? List.of(value, other) : List.of(other, value));
      }
  }

  private static void tryOut(Experiment experiment, List<Point> points) {
    try {
      AxisText.tryOut(experiment, points);
    } catch (ExperimentException e) {
      throw new IllegalArgumentException(e.getMessage().replaceFirst("\\.$", ""), e);
    }
  }
}
