package dropoutlab.figure;

import dropoutlab.data.DataSet;
import dropoutlab.data.Examples;
import dropoutlab.data.Scaling;
import dropoutlab.data.Schema;
import dropoutlab.frame.Convergence;
import dropoutlab.frame.Critique;
import dropoutlab.frame.Matrix;
import dropoutlab.frame.Method;
import dropoutlab.frame.Noise;
import dropoutlab.frame.PointPasses.ClassScores;
import dropoutlab.frame.PointPasses.Voter;
import dropoutlab.frame.PointPasses;
import dropoutlab.frame.Quality;
import dropoutlab.frame.Result;
import dropoutlab.frame.Viewport;
import dropoutlab.frame.Weights;
import dropoutlab.math.Tensor;
import dropoutlab.spec.Task;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// Small findings with round numbers for the tests of the figures of uncertainty.
public final class FindingSamples {
  static final Viewport WINDOW = new Viewport(0, 4, 0, 2);

  private FindingSamples() {}

  /// x and y are in their own units; the years 0 to 10 and 20 to 30 are for training, 40 is held out.
  public static DataSet line() {
    Scaling one = new Scaling(List.of(0.0), List.of(1.0));
    Tensor x = new Tensor(22, 1);
    for (int i = 0; i < 22; i++) x.set(i, 0, i < 11 ? i : i + 9);
    return new DataSet(new Schema(Task.REGRESSION, List.of("year"), "CO₂, ppm", List.of(), one, one, Optional.empty()),
        new Examples(x, x), new Examples(Tensor.of(1, 1, 40), Tensor.of(1, 1, 42)));
  }

  /// From year -10 to 50, mean = year, sd as told.
  public static Result.Line line(double epistemic, double aleatoric, List<Result.Rival> rivals) {
    Matrix x = Matrix.generate(61, 1, (r, _) -> r - 10);
    return new Result.Line(50, true, x, x, all(61, epistemic), all(61, aleatoric),
        Noise.of(aleatoric), x, Matrix.generate(2, 61, (k, i) -> i - 12 + 4 * k), 0, 30, rivals, Optional.of(value(3, 20)));
  }

  public static List<Result.Rival> rivals() {
    Matrix x = Matrix.generate(61, 1, (r, _) -> r - 12);
    return List.of(new Result.Rival(Method.ENSEMBLE, x, all(61, 1)),
        new Result.Rival(Method.EXACT_BAYES, x, all(61, .5)));
  }

  public static Matrix all(int rows, double value) { return Matrix.generate(rows, 1, (_, _) -> (float) value); }

  static DataSet plane(Schema schema) { return NetworkSamples.points(schema, 12); }

  /// Two classes on 4 x 2 cells. Entropy rises from 0 to 0.6, information from 0 to 0.3, variance to 0.1.
  static Result.Plane plane(Optional<Result.Plane> ensemble) {
    return new Result.Plane(20, WINDOW, 4, 2, Matrix.generate(8, 2, (r, c) -> c == 0 ? 1 - r / 7f : r / 7f),
        Matrix.generate(8, 1, (r, _) -> .1f * r / 7), Matrix.generate(8, 1, (r, _) -> .6f * r / 7),
        Matrix.generate(8, 1, (r, _) -> .3f * r / 7), ensemble, Optional.of(classes(10, 2)));
  }

  static Result.Plane surface() {
    return new Result.Plane(20, WINDOW, 4, 2, Matrix.generate(8, 1, (r, _) -> 10 + r),
        Matrix.generate(8, 1, (r, _) -> r), Matrix.EMPTY, Matrix.EMPTY, Optional.empty(), Optional.empty());
  }

  static Convergence convergence(int passes) {
    List<Integer> numbers = IntStream.rangeClosed(1, passes).boxed().toList();
    List<Double> flat = Collections.nCopies(passes, 2.5);
    List<Double> errors = numbers.stream().map(t -> t == 1 ? 0 : .4 / Math.sqrt(t)).toList();
    List<Double> sd = numbers.stream().map(t -> t == 1 ? 0 : .4).toList();
    return new Convergence(numbers, flat, errors, sd, errors);
  }

  /// T values of a regression at year `at`: at - 1 and at + 1 in turn.
  static PointPasses value(int passes, double at) {
    Matrix values = Matrix.generate(passes, 1, (t, _) -> (float) (at + (t % 2 == 0 ? -1 : 1)));
    return new PointPasses(Matrix.row((float) at), Optional.empty(), values, Matrix.row((float) at + .5f), Optional.empty(), 2, 0,
        convergence(passes), voters(2));
  }

  /// The same of the example in row 7, of which this is true.
  static PointPasses known(PointPasses passes, double truth) {
    return new PointPasses(passes.at(), Optional.of(new PointPasses.Known(7, truth, true)), passes.values(),
        passes.deterministic(), passes.scores(), passes.noiseSd(), passes.column(), passes.convergence(),
        passes.voters());
  }

  /// Pass t votes for class t modulo `classes`, with 0.7.
  static PointPasses classes(int passes, int classes) {
    Matrix values = Matrix.generate(passes, classes,
        (t, c) -> classes == 1 ? 1 : t % classes == c ? .7f : .3f / (classes - 1));
    ClassScores scores = new ClassScores(.69, .61, .08, .5, Collections.nCopies(classes, .2));
    return new PointPasses(Matrix.row(1, 1), Optional.empty(), values, Matrix.generate(1, classes, (_, _) -> 1f / classes),
        Optional.of(scores), 0, Math.min(1, classes - 1), convergence(passes), voters(Math.min(3, classes)));
  }

  /// Two networks a side: 2 inputs never dropped, 4 hidden units of which the first `side + 1` are dropped.
  private static List<Voter> voters(int sides) {
    List<Voter> voters = new ArrayList<>();
    for (int side = 0; side < sides; side++)
      for (int k = 0; k < 2; k++) {
        int gone = side + 1;
        voters.add(new Voter(10 * side + k, side, .25 * side,
            List.of(Matrix.EMPTY, Matrix.generate(1, 4, (_, u) -> u < gone ? 0 : 2))));
      }
    return voters;
  }

  /// 2 inputs, 4 hidden units, 1 output, all weights 1.
  static Weights weights() {
    return new Weights(List.of(Matrix.generate(2, 4, (_, _) -> 1), Matrix.generate(4, 1, (_, _) -> 1)),
        List.of(Matrix.generate(1, 4, (_, _) -> 0), Matrix.row(0)));
  }

  static List<Quality.Reliability> reliability() {
    List<Quality.Bin> bins = List.of(new Quality.Bin(.5, .6, 10, .55, .4, .2, .6),
        new Quality.Bin(.9, 1, 40, .95, .9, .8, .96));
    return List.of(new Quality.Reliability(Method.DETERMINISTIC, bins, .07),
        new Quality.Reliability(Method.MC_DROPOUT, bins, .0412), new Quality.Reliability(Method.ENSEMBLE, bins, .05));
  }

  static List<Quality.Coverage> coverage() {
    List<Quality.Level> levels = List.of(new Quality.Level(.5, .42, .3, .55, 1.3),
        new Quality.Level(.95, .9, .8, .95, 4), new Quality.Level(.99, .97, .9, 1, 6));
    return List.of(new Quality.Coverage(Method.DETERMINISTIC, levels), new Quality.Coverage(Method.MC_DROPOUT, levels),
        new Quality.Coverage(Method.ENSEMBLE, levels), new Quality.Coverage(Method.EXACT_BAYES, levels));
  }

  static List<Quality.Sparsification> sparsification() {
    List<Quality.Left> points = List.of(new Quality.Left(0, 4, 3, 5, 4), new Quality.Left(.5, 2, 1, 3, 1),
        new Quality.Left(.9, 1, 0, 4, .2));
    return List.of(new Quality.Sparsification(Method.MC_DROPOUT, points, .123),
        new Quality.Sparsification(Method.ENSEMBLE, points, .2));
  }

  /// A label-0 picture of 2 x 2 pixels turned in `steps`; class 2 of 4 wins from the middle on, class 3 never.
  static Result.Rotation rotation(int steps) {
    Matrix mean = Matrix.generate(steps, 4, (r, c) -> c == 3 ? .1f : c == (r < steps / 2 ? 0 : 2) ? .7f : .1f);
    List<Matrix> passes = IntStream.range(0, steps)
        .mapToObj(r -> Matrix.generate(5, 4, (_, c) -> mean.at(r, c))).toList();
    return new Result.Rotation(5, 0, List.of("zero", "one", "two", "three"), 2, 2,
        IntStream.range(0, steps).mapToObj(r -> steps < 2 ? 0.0 : 180.0 * r / (steps - 1)).toList(),
        Matrix.generate(steps, 4, (r, p) -> p == r % 4 ? 1 : 0), passes, mean, mean, all(steps, .9), all(steps, .2));
  }

  /// Images with little information, glyphs with much.
  static Result.Foreign foreign(int inside, int outside) { return foreign(inside, outside, true); }

  static Result.Foreign foreign(int inside, int outside, boolean digits) {
    Matrix low = Matrix.generate(inside, 1, (r, _) -> .2f * r / Math.max(1, inside));
    Matrix high = Matrix.generate(outside, 1, (r, _) -> .5f + .2f * r / Math.max(1, outside));
    return new Result.Foreign(20, low, high, low, high, 2, 2, Matrix.generate(3, 4, (_, p) -> p % 2), all(3, .6),
        new Result.Area(.987, .95, .999), new Result.Area(.9, .8, .95), digits);
  }

  static Critique critique() {
    return new Critique(.1, Matrix.row(1, 1),
        List.of(new Critique.Row(10, .8, .8, .5), new Critique.Row(1000, .8, .8, .05)),
        List.of(new Critique.Row(10, .4, Double.NaN, Double.NaN), new Critique.Row(100, .4, Double.NaN, Double.NaN)),
        List.of(new Critique.LearntRate(10, List.of(.4, .3)), new Critique.LearntRate(1000, List.of(.2, .1))));
  }
}
