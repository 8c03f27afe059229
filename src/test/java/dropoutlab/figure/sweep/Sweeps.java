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
import dropoutlab.spec.sweep.Sweep.Confirmation;
import dropoutlab.spec.sweep.Sweep;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
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
    return new Axis(path, scale,
        Arrays.stream(labels).map(label -> new Point(label, List.of(path + "=" + label))).toList());
  }

  static Axis drops(int values) {
    return axis("network.hidden.*.drop", Axis.Scale.LINEAR,
        IntStream.range(0, values).mapToObj(i -> i == 0 ? "0" : "0." + i).toArray(String[]::new));
  }

  /// @param twin what the partner of a point and seed came to; null where the first point is the partner of all, or
  ///             there
  ///             is none
  static SweepTable table(Sweep sweep, Values values, Values twin) {
    int seeds = sweep.seeds().count();
    List<Cell> cells = new ArrayList<>(), partners = new ArrayList<>();
    for (int point = 0; point < sweep.points(); point++)
      for (int seed = 0; seed < seeds; seed++) cells.add(sweep.passes(0).isPresent() ? asked(sweep, seed, values)
          : cell(1000L * point + seed, seed, values.of(point, seed)));
    int row = sweep.axes().getFirst().points().size();
    if (!(sweep.pair() instanceof Pair.None))
      for (int point = 0; point < sweep.points(); point++)
        for (int seed = 0; seed < seeds; seed++)
          partners.add(twin == null ? cells.get((point - point % row) * seeds + seed)
              : cell(2_000_000L + 1000L * id(twin, point) + seed, seed, twin.of(point, seed)));
    return new SweepTable(sweep, cells, partners, List.of());
  }

  /// One run for all points, which is asked with different passes.
  private static Cell asked(Sweep sweep, int seed, Values values) {
    RunId run = new RunId(0x9E3779B97F4A7C15L * (seed + 1));
    Map<Integer, Double> passes = new TreeMap<>();
    for (int point = 0; point < sweep.points(); point++)
      passes.put(sweep.passes(point).getAsInt(), values.of(point, seed));
    return new Cell(run, CellState.DONE, seed / 5, Optional.of(new Outcome(run, true, 1200, measures(.17), passes, "ab",
        1.2, "here")), Optional.empty(), "");
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
        state == CellState.DONE, 1200, state == CellState.DONE ? measures(value) : Map.of(), Map.of(), "ab", 1.2,
            "here"));
    return new Cell(run, state, seed / 5, outcome, Optional.empty(), state == CellState.LOST ? "Node c03 went down."
        : "");
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
    return table(sweep(List.of(drops(10)), 40, new Pair.Twin()), (point, seed) ->
        seed > 29 || seed >= 25 && point > 6 || seed == 27 && point > 2 ? Double.NaN
            : seed >= 18 && seed < 20 ? LOST : moons(point, seed), null);
  }

  /// The design's raster, with every state: of seeds 1 and 2 some are repeated, and one repeat differs.
  static SweepTable states() {
    SweepTable table = design();
    List<Cell> cells = new ArrayList<>(table.values());
    for (int i : new int[] {40 * 2 + 9, 40 * 4, 40 * 7 + 5, 40 * 3 + 3, 40 * 9 + 4}) cells.set(i,
        repeated(cells.get(i), false));
    cells.set(40 * 5 + 12, repeated(cells.get(40 * 5 + 12), true));
    for (int i : new int[] {40 * 4 + 30, 40 * 6 + 30, 40 * 8 + 26}) cells.set(i,
        with(cells.get(i), CellState.RUNNING, ""));
    cells.set(40 * 3 + 14, with(cells.get(40 * 3 + 14), CellState.FAILED, "The memory was used up."));
    return new SweepTable(table.sweep(), cells, table.partners(), List.of());
  }

  private static Cell with(Cell cell, CellState state, String cause) {
    return new Cell(cell.run(), state, cell.task(), Optional.empty(), Optional.empty(), cause);
  }

  private static Cell repeated(Cell cell, boolean otherwise) {
    Outcome outcome = cell.outcome().orElseThrow();
    Outcome repeat = new Outcome(outcome.run(), outcome.finite(), outcome.epoch(), outcome.measures(), outcome.passes(),
        otherwise ? "cd" : "ab", 1.3, "there");
    return new Cell(cell.run(), cell.state(), cell.task(), cell.outcome(), Optional.of(repeat), "");
  }

  /// 20 values, 200 seeds.
  static SweepTable many() {
    Axis axis = axis("network.hidden.*.drop", Axis.Scale.LINEAR,
        IntStream.range(0, 20).mapToObj(i -> i == 0 ? "0"
            : String.format(java.util.Locale.ROOT, "%.2f", .05 * i)).toArray(String[]::new));
    return table(sweep(List.of(axis), 200, new Pair.Twin()), (point, seed) -> seed > 150 + point ? Double.NaN
        : seed == 77 && point > 4 ? LOST : moons(point / 2, seed) + .004 * noise(point, seed, 21), null);
  }

  /// Of all values p = 0.6 is judged again, on seeds 41 to 60.
  static SweepTable confirmed() {
    SweepTable table = finished();
    Confirmation again = new Confirmation(6, new SeedRange(41, 60));
    Sweep sweep = table.sweep().with(to -> to.confirmations(List.of(again)));
    SweepTable anew = table(sweep.confirming(again), (_, seed) -> moons(6, 40 + seed), (_, seed) ->
        moons(0, 40 + seed));
    return new SweepTable(sweep, table.values(), table.partners(), List.of(anew));
  }

  static SweepTable finished() { return table(sweep(List.of(drops(10)), 40, new Pair.Twin()), Sweeps::moons, null); }

  static SweepTable few(int values, int seeds) {
    return table(sweep(List.of(drops(values)), seeds, new Pair.Twin()), Sweeps::moons, null);
  }

  static SweepTable constant(int values, int seeds, double value) {
    return table(sweep(List.of(drops(values)), seeds, new Pair.Twin()), (_, _) -> value, null);
  }

  /// One value with dropout, whose twin is none of the points.
  static SweepTable onePoint(int seeds) {
    Axis axis = axis("network.hidden.*.drop", Axis.Scale.LINEAR, "0.5");
    return table(sweep(List.of(axis), seeds, new Pair.Twin()), (_, seed) -> moons(5, seed), (_, seed) ->
        moons(0, seed));
  }

  /// The width grows with p, so that each column has a twin of its own.
  static SweepTable widths() {
    Axis axis = new Axis("network.hidden.*.drop + network.hidden.*.units=16/(1-p)", Axis.Scale.LINEAR,
        IntStream.range(0, 10).mapToObj(i -> new Point(i == 0 ? "0" : "0." + i, List.of("network.hidden.*.drop=0." + i,
            "network.hidden.*.units=" + Math.round(160.0 / (10 - i))))).toList());
    return table(sweep(List.of(axis), 10, new Pair.Twin()), (point, seed) -> point == 9 ? moons(8, seed) - .004
        : moons(point, seed), (point, seed) -> moons(0, seed) + .001 * point + .004 * noise(point, seed, 8));
  }

  static SweepTable sizes(int seeds) {
    Axis axis = axis("data.training", Axis.Scale.LOG, "16", "32", "64", "128", "256", "512", "1024");
    double[] gain = {.012, .004, -.02, -.035, -.022, -.008, -.002};
    Values twin = (point, seed) -> .09 + .16 / Math.sqrt(1 << point) + .02 / (point + 1) * noise(point, seed, 11);
    return table(sweep(List.of(axis), seeds, new Pair.Twin()), (point, seed) ->
        twin.of(point, seed) + gain[point] + .01 / (point + 1) * noise(point, seed, 12), twin);
  }

  /// Regularisers by their names; only the last three have dropout.
  static SweepTable regularisers(Pair pair) {
    String drop = "network.hidden.*.drop=0.5", none = "network.hidden.*.drop=0";
    List<Point> points = List.of(new Point("none", List.of(none)), new Point("L2, weight decay 0.001", List.of(none)),
        new Point("L1", List.of(none)), new Point("max-norm", List.of(none)),
            new Point("early stopping", List.of(none)),
        new Point("dropout", List.of(drop)), new Point("dropout + L2, weight decay 0.001", List.of(drop)),
        new Point("dropout + max-norm", List.of(drop)));
    double[] shift = {0, -.004, -.002, -.008, -.006, -.024, -.027, -.031};
    return table(sweep(List.of(new Axis("network.regulariser", Axis.Scale.NAMES, points)), 10, pair), (point, seed) ->
        point == 2 && seed == 3 ? Double.POSITIVE_INFINITY
            : .198 + shift[point] + .021 * noise(99, seed, 1) + .014 * noise(point, seed, 2), null);
  }

  /// The mean of k passes, with masks off as the partner.
  static SweepTable passes() {
    int[] all = {1, 2, 3, 5, 7, 10, 15, 20, 30, 50, 70, 100, 200, 300, 500, 700, 1000};
    List<Point> points = new ArrayList<>(List.of(new Point("masks off", List.of("passes=0"))));
    for (int k : all) points.add(new Point(Integer.toString(k), List.of("passes=" + k)));
    return table(sweep(List.of(new Axis("passes", Axis.Scale.LOG, points)), 10, new Pair.Of("masks off")),
        (point, seed) -> .17 + .012 * noise(99, seed, 1) + (point == 0 ? 0 : .11 / all[point - 1]
            + .012 / Math.sqrt(all[point - 1]) * noise(point, seed, 2)), null);
  }

  static SweepTable series(int series, int values, int seeds) {
    String[] units = IntStream.range(0, series).mapToObj(i -> Integer.toString(8 << i)).toArray(String[]::new);
    Axis second = axis("network.hidden.*.units", Axis.Scale.LOG, units);
    return table(sweep(List.of(drops(values), second), seeds, new Pair.Twin()), (point, seed) ->
        moons(point % values, seed) + .012 * Math.abs(point / values - 2) - .02
            + .006 * noise(point, seed, 14), null);
  }

  static SweepWords words(SweepTable table) { return words(table, Measure.ERROR); }

  static SweepWords words(SweepTable table, Measure measure) {
    return new SweepWords(SweepStatistics.of(table, measure), NetworkSamples.classes(2, "zero", "one"));
  }

  static SweepWords regression(SweepTable table) {
    return new SweepWords(SweepStatistics.of(table, Measure.ERROR), NetworkSamples.regression(1, "CO2 (ppm)", 350, 20));
  }
}
