package dropoutlab.claim.uncertainty;

import dropoutlab.claim.Bench;
import dropoutlab.claim.Remembered;
import dropoutlab.claim.Settings;
import dropoutlab.claim.SinglePrecision;
import dropoutlab.frame.Matrix;
import dropoutlab.frame.Viewport;
import dropoutlab.frame.bench.Comparison;
import dropoutlab.frame.bench.Side;
import dropoutlab.frame.bench.Tolerance;
import dropoutlab.frame.bench.UncertaintyPicture;
import dropoutlab.math.Tensor;
import dropoutlab.predict.McDropout;
import dropoutlab.predict.Predictive;
import dropoutlab.predict.Predictor;
import dropoutlab.predict.ProgressMonitor;
import dropoutlab.predict.query.InputSpace;
import dropoutlab.theory.ThinnedOutputs;
import dropoutlab.words.Numbers;
import dropoutlab.words.Words;
import java.util.List;
import java.util.stream.IntStream;

/// The information over the plane, of all thinned networks and of T passes, and how T passes do at the cross when they
/// are repeated.
final class InformationMap {
  /// What single precision leaves of a probability.
  static final double ROUNDING = 1e-6;
  private static final int COLUMNS = 48, ROWS = 34, BINS = 20;
  private static final List<Integer> PASSES = List.of(2, 3, 5, 10, 20, 50, 100, 200);
  /// So many passes are spent on one average, and on that which is compared.
  private static final int SPENT = 10_000, COMPARED = 60_000;

  private record Place(AskedNetwork network, List<Double> cross) {}

  private static final Remembered<AskedNetwork, Matrix> EXACT = new Remembered<>();
  private static final Remembered<Place, Matrix> REPEATED = new Remembered<>();

  private final AskedNetwork network;
  private final Settings settings;
  private final ProgressMonitor watch;
  private final List<Double> cross;
  private final int passes;
  private final double[] answers;
  private final Predictive drawn;

  /// The average over many looks of T passes each.
  private record Looks(int number, double mean, double se) {}

  InformationMap(AskedNetwork network, Settings settings, ProgressMonitor watch) {
    this.network = network;
    this.settings = settings;
    this.watch = watch;
    cross = settings.all("cross");
    passes = settings.count("passes");
    answers = new double[passes];
    Tensor places = grid();
    drawn = McDropout.predict(network.predictor(settings.seed()), places, passes, true, (answer, t) -> {
      Bench.check(watch);
      answers[t] = answer.at(places.rows() - 1, 1);
    });
  }

  private Viewport window() { return InputSpace.window(network.data()); }

  /// The centres of all cells, rows from the bottom, and then the cross.
  private Tensor grid() {
    Tensor places = new Tensor(COLUMNS * ROWS + 1, 2);
    for (int cell = 0; cell < COLUMNS * ROWS; cell++) put(places, cell, x(cell), y(cell));
    put(places, COLUMNS * ROWS, cross.getFirst(), cross.getLast());
    return places;
  }

  private void put(Tensor places, int row, double x, double y) {
    float[] at = network.scaled(x, y);
    places.set(row, 0, at[0]);
    places.set(row, 1, at[1]);
  }

  private double x(int cell) {
    return window().xMin() + (window().xMax() - window().xMin()) * (cell % COLUMNS + .5) / COLUMNS;
  }

  private double y(int cell) {
    return window().yMin() + (window().yMax() - window().yMin()) * (cell / COLUMNS + .5) / ROWS;
  }

  /// Returns the information at the cross over the passes.
  double atCross() { return drawn.information().get(COLUMNS * ROWS); }

  /// Returns the mean probability of class 1 at the cross over the passes.
  double meanAtCross() { return drawn.mean().at(COLUMNS * ROWS, 1); }

  /// Returns the information of another network there, from passes under another seed.
  static double at(AskedNetwork network, Settings settings, long seed, ProgressMonitor watch) {
    Tensor place = Tensor.of(1, 2, network.scaled(settings.all("cross").getFirst(), settings.all("cross").getLast()));
    return McDropout.predict(network.predictor(seed), place, settings.count("passes"), true,
        (_, _) -> Bench.check(watch))
        .information().get(0);
  }

  private Matrix exact() {
    return EXACT.get(network, () -> Matrix.generate(COLUMNS * ROWS, 1, (cell, _) -> {
      if (cell % COLUMNS == 0) Bench.check(watch);
      return network.exact(x(cell), y(cell)).information();
    }));
  }

  /// Looks at the cross again and again, with T passes each time: a row of the engine's batch is one look.
  private Looks looks(int each, int spent) {
    int number = Math.max(50, spent / each);
    Tensor place = new Tensor(number, 2);
    for (int row = 0; row < number; row++) put(place, row, cross.getFirst(), cross.getLast());
    Predictor predictor = network.predictor(settings.seed() + each);
    Matrix found = McDropout.predict(predictor, place, each, false, (_, _) -> Bench.check(watch)).information();
    double mean = 0, squares = 0;
    for (int i = 0; i < number; i++) mean += found.get(i) / number;
    for (int i = 0; i < number; i++) squares += (found.get(i) - mean) * (found.get(i) - mean);
    return new Looks(number, mean, Math.sqrt(squares / number / (number - 1)));
  }

  /// Compares what T passes give on average with what all networks give. The standard error is estimated from the
  /// looks.
  Comparison bias(ThinnedOutputs exact) {
    Looks looks = looks(passes, COMPARED);
    double expected = exact.expectedInformation(passes) - exact.information(),
        most = Math.max(ROUNDING, Tolerance.Noise.SES * looks.se);
    return Comparison.of(Words.of("claimuncertainty.ask.bias", passes),
        new Side(expected, Words.of("claimuncertainty.ask.expected")),
        new Side(looks.mean - exact.information(), Words.of("claimuncertainty.ask.looks", Numbers.count(looks.number))),
        Math.abs(expected) > most ? new Tolerance.Differs(most) : SinglePrecision.sampled(looks.se, ROUNDING));
  }

  private Matrix byPasses(ThinnedOutputs exact) {
    return REPEATED.get(new Place(network, cross), () -> {
      List<Looks> looks = PASSES.stream().map(each -> looks(each, SPENT)).toList();
      return Matrix.generate(PASSES.size(), 5, (row, column) -> switch (column) {
        case 0 -> PASSES.get(row);
        case 1 -> exact.expectedInformation(PASSES.get(row));
        case 2 -> exact.information() + exact.roughBias(PASSES.get(row));
        case 3 -> looks.get(row).mean;
        default -> looks.get(row).se;
      });
    });
  }

  UncertaintyPicture picture(ThinnedOutputs exact, double before) {
    Matrix outputs = Matrix.generate(BINS, 2, (bin, column) -> column == 0
        ? exact.between(edge(bin), edge(bin + 1))
        : IntStream.range(0, passes).filter(t -> answers[t] >= edge(bin) && answers[t] < edge(bin + 1))
        .count() / (double) passes);
    return new UncertaintyPicture.Asking(passes, window(), COLUMNS, ROWS, cross, exact(), drawn.information(), points(),
        settings.count("labels"), new UncertaintyPicture.Asking.AtCross(exact.information(), atCross(),
            exact.expectedInformation(passes), before), byPasses(exact), outputs);
  }

  /// The last bin holds 1 too.
  private static double edge(int bin) { return bin == BINS ? Math.nextUp(1) : bin / (double) BINS; }

  private Matrix points() {
    var train = network.data().train();
    var scaling = network.data().schema().inputScaling();
    return Matrix.generate(train.size(), 3, (row, column) ->
        column == 2 ? train.label(row) : scaling.toRaw(column, train.x().at(row, column)));
  }
}
