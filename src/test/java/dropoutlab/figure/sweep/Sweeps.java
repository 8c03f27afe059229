package dropoutlab.figure.sweep;

import dropoutlab.figure.NetworkSamples;
import dropoutlab.frame.sweep.Cell;
import dropoutlab.frame.sweep.CellState;
import dropoutlab.frame.sweep.Outcome;
import dropoutlab.frame.sweep.SweepTable;
import dropoutlab.predict.sweep.SweepStatistics;
import dropoutlab.predict.sweep.SweepWords;
import dropoutlab.spec.Presets;
import dropoutlab.spec.sweep.Axis;
import dropoutlab.spec.sweep.Measure;
import dropoutlab.spec.sweep.Pair;
import dropoutlab.spec.sweep.Point;
import dropoutlab.spec.sweep.RunId;
import dropoutlab.spec.sweep.SeedRange;
import dropoutlab.spec.sweep.Sweep;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;

/// Tables of sweeps for tests of figures, with numbers of the shape that sweeps have: made up, and the same each time.
final class Sweeps {
  static final double LOST = Double.NEGATIVE_INFINITY;

  private Sweeps() {}

  /// What a run came to: NaN for waiting, infinite for not finite, [#LOST] for lost.
  @FunctionalInterface
  interface Values {
    double of(int point, int seed);
  }

  static Sweep sweep(List<Axis> axes, int seeds, Pair pair) {
    return new Sweep("Moons", Presets.load("two-moons"), axes, new SeedRange(1, seeds), pair, .05, List.of(), "1.1.0");
  }

  static Axis axis(String path, Axis.Scale scale, String... labels) {
    return new Axis(path, scale, Arrays.stream(labels).map(label -> new Point(label, List.of(path + "=" + label))).toList());
  }

  static Axis drops(int values) {
    return axis("network.hidden.*.drop", Axis.Scale.LINEAR,
        IntStream.range(0, values).mapToObj(i -> i == 0 ? "0" : "0." + i).toArray(String[]::new));
  }

  /// @param twin what the partner of a point and seed came to; null where the first point is the partner of all, or there
  ///             is none
  static SweepTable table(Sweep sweep, Values values, Values twin) {
    int seeds = sweep.seeds().count();
    List<Cell> cells = new ArrayList<>(), partners = new ArrayList<>();
    for (int point = 0; point < sweep.points(); point++)
      for (int seed = 0; seed < seeds; seed++) cells.add(cell(1000L * point + seed, seed, values.of(point, seed)));
    int row = sweep.axes().getFirst().points().size();
    if (!(sweep.pair() instanceof Pair.None))
      for (int point = 0; point < sweep.points(); point++)
        for (int seed = 0; seed < seeds; seed++)
          partners.add(twin == null ? cells.get((point - point % row) * seeds + seed)
              : cell(2_000_000L + 1000L * id(twin, point) + seed, seed, twin.of(point, seed)));
    return new SweepTable(sweep, cells, partners, List.of());
  }

  /// The same for all points if it is the same run.
  private static int id(Values twin, int point) {
    double first = twin.of(0, 0), here = twin.of(point, 0);
    return Double.compare(first, here) == 0 ? 0 : point;
  }

  private static Cell cell(long id, int seed, double value) {
    RunId run = new RunId(0x9E3779B97F4A7C15L * (id + 1));
    CellState state = Double.isNaN(value) ? CellState.WAITING : value == LOST ? CellState.LOST
        : Double.isInfinite(value) ? CellState.NOT_FINITE : CellState.DONE;
    Optional<Outcome> outcome = !state.isResult() ? Optional.empty() : Optional.of(new Outcome(run,
        state == CellState.DONE, 1200, state == CellState.DONE ? measures(value) : Map.of(), Map.of(), "ab", 1.2, "here"));
    return new Cell(run, state, seed / 5, outcome, Optional.empty(), state == CellState.LOST ? "Node c03 went down." : "");
  }

  private static Map<Measure, Double> measures(double value) {
    return Map.of(Measure.ERROR, value, Measure.LOSS, 2.5 * value, Measure.TRAIN_ERROR, .4 * value,
        Measure.TRAIN_LOSS, value);
  }

  private static double noise(long point, long seed, int kind) {
    return new Random(31_337 * point + 7919 * seed + kind).nextGaussian();
  }

  /// The shape of the sweep in the design: a shallow valley at p = 0.6, and a cliff at 0.9.
  static double moons(int point, int seed) {
    double[] shift = {0, -.006, -.009, -.016, -.014, -.026, -.03, -.028, -.019, .12};
    double shared = .021 * noise(99, seed, 1), own = .021 * noise(point, seed, 2);
    if (point == 9 && noise(9, seed, 3) < -.1) return Double.POSITIVE_INFINITY;
    if (point == 9 && noise(9, seed, 4) > -.4) return .48 + .012 * noise(9, seed, 5);
    return Math.round(1000 * (.198 + shift[point] + shared + own)) / 1000.0;
  }

  /// Of 400 runs 275 are there: the last seeds wait, and of four some are lost.
  static SweepTable design() {
    return table(sweep(List.of(drops(10)), 40, new Pair.Of("0")), (point, seed) ->
        seed > 29 || seed >= 25 && point > 6 || seed == 27 && point > 2 ? Double.NaN
            : seed >= 18 && seed < 20 ? LOST : moons(point, seed), null);
  }

  static SweepWords words(SweepTable table) { return words(table, Measure.ERROR); }

  static SweepWords words(SweepTable table, Measure measure) {
    return new SweepWords(SweepStatistics.of(table, measure), NetworkSamples.classes(2, "zero", "one"));
  }
}
