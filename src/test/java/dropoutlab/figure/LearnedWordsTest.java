package dropoutlab.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dropoutlab.data.DataSet;
import dropoutlab.data.Examples;
import dropoutlab.data.ImageShape;
import dropoutlab.data.Scaling;
import dropoutlab.data.Schema;
import dropoutlab.figure.learned.ConfusionFigure;
import dropoutlab.figure.learned.DecisionFigure;
import dropoutlab.figure.learned.FeaturesFigure;
import dropoutlab.figure.learned.ImageFigure;
import dropoutlab.figure.learned.ScatterFigure;
import dropoutlab.figure.learned.SurfaceFigure;
import dropoutlab.figure.plot.CurveFigure;
import dropoutlab.figure.plot.DataTable;
import dropoutlab.figure.plot.Which;
import dropoutlab.frame.Learned;
import dropoutlab.frame.Matrix;
import dropoutlab.frame.Viewport;
import dropoutlab.math.Tensor;
import dropoutlab.spec.Task;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What the pictures of what was learned say, and their tables. Oracles: pictures of round numbers, counted by hand.
class LearnedWordsTest {
  private static final Viewport WINDOW = new Viewport(0, 4, 0, 2);
  private static final Schema TWO = NetworkSamples.classes(2, "cat", "dog");
  /// Two cats to the left, two dogs to the right.
  private static final DataSet FOUR = new DataSet(TWO, new Examples(tensor(4, 2, .5, .5, 1.5, 1.5, 2.5, .5, 3.5, 1.5),
      tensor(4, 1, 0, 0, 1, 1)), new Examples(new Tensor(0, 2), new Tensor(0, 1)));

  private static Tensor tensor(int rows, int cols, double... values) {
    Tensor tensor = new Tensor(rows, cols);
    for (int i = 0; i < values.length; i++) tensor.set(i / cols, i % cols, (float) values[i]);
    return tensor;
  }

  /// 4 x 2 cells: p(dog) on the left column, and on the other three; 2 for none.
  private static Matrix dogs(double left, double right) {
    return Matrix.generate(8, 2, (cell, k) -> (cell % 4 == 0 ? left : right) == 2 ? Double.NaN
        : k == 1 ? (cell % 4 == 0 ? left : right) : 1 - (cell % 4 == 0 ? left : right));
  }

  private static DecisionFigure map(Matrix network, Matrix twin, Which which) {
    return new DecisionFigure(FOUR, new Learned.DecisionMap(WINDOW, 4, 2, network, twin), which);
  }

  /// A quarter of the map is cats' with .875, the rest dogs' with .625: (.875 + 3 * .625) / 4 = .6875.
  @Test void aMapTellsSharesSurenessAndAgreement() {
    DecisionFigure figure = map(dogs(.125, .625), dogs(0, 1), Which.NETWORK);
    Spoken.check("map", figure);
    assertThat(Spoken.sentences(figure)).containsExactly(
        "Colour shows the probability of class dog against class cat over x1 from 0 to 4 and x2 from 0 to 2, with "
            + "masks off; "
            + "the dots are 4 training examples.",
        "The most probable class is dog on 75 % and cat on 25 % of the map.",
        "The most probable class has a probability of 0.688 in the mean over the map; on 75 % of it, less than 0.75.",
        "3 of the 4 training examples stand on ground of their own class.",
        "Network and twin name the same class on 100 % of the map, and the twin is surer, with 1.000 in the mean.");
    DataTable table = figure.table().orElseThrow();
    assertThat(table.columns()).extracting(DataTable.Column::heading).containsExactly("x1", "x2", "p(cat)", "p(dog)");
    assertThat(table.rows()).hasSize(8).contains(List.of(.5, .5, .875, .125), List.of(3.5, 1.5, .375, .625));
  }

  /// .125 - 0 on the left, .625 - 1 elsewhere: (2 * .125 + 6 * .375) / 8 = .3125.
  @Test void theGapTellsItsEnds() {
    DecisionFigure figure = map(dogs(.125, .625), dogs(0, 1), Which.GAP);
    Spoken.check("gap", figure);
    assertThat(Spoken.sentences(figure))
        .contains("The difference goes from −0.375 at x1 1.5 and x2 0.5 to +0.125 at x1 0.5 and "
        + "x2 0.5; its mean size is 0.312.");
    assertThat(figure.table().orElseThrow().rows()).contains(List.of(1.5, .5, "dog", .625, 1.0, -.375));
  }

  @Test void whatIsMissingOrNoNumberIsSaid() {
    assertThat(Spoken.sentences(map(dogs(0, 1), Matrix.EMPTY, Which.TWIN)))
        .containsExactly("The twin is switched off, so that there is nothing to show.");
    assertThat(map(dogs(0, 1), Matrix.EMPTY, Which.GAP).table()).isEmpty();
    DecisionFigure diverged = map(dogs(2, 2), dogs(2, 2), Which.NETWORK);
    Spoken.check("diverged", diverged);
    assertThat(Spoken.sentences(diverged)).last()
        .isEqualTo("There is no finite number to show: the network has diverged.");
    assertThat(diverged.table().orElseThrow().rows().getFirst()).containsExactly(.5, .5, null, null);
  }

  /// Seven classes: the largest three are named, the other four together.
  @Test void ofManyClassesTheLargestAreNamed() {
    Schema many = NetworkSamples.classes(2, NetworkSamples.numbered(7));
    Matrix p = Matrix.generate(8, 7, (cell, k) -> k == (cell < 4 ? 0 : cell < 6 ? 1 : cell - 4) ? .4 : .1);
    DecisionFigure figure = new DecisionFigure(NetworkSamples.points(many, 14),
        new Learned.DecisionMap(WINDOW, 4, 2, p, Matrix.EMPTY), Which.NETWORK);
    Spoken.check("many", figure);
    assertThat(Spoken.sentences(figure)).contains("The most probable class is 0 on 50 %, 1 on 25 %, 2 on 12 % and "
        + "the other 4 classes on 12 % of the map.");
  }

  private static DataSet line(int held) {
    Scaling one = new Scaling(List.of(0.0), List.of(1.0));
    Schema schema = new Schema(Task.REGRESSION, List.of("depth (m)"), "flow, l/s", List.of(), one, one,
        Optional.empty());
    Examples some = new Examples(tensor(2, 1, 1, 3), tensor(2, 1, 2, 2));
    return new DataSet(schema, some, held == 0 ? new Examples(new Tensor(0, 1), new Tensor(0, 1)) : some);
  }

  /// The network's curve is y = x, the twin's a triangle of 0, 4, 0, 4, 0. Of the examples (1, 2) and (3, 2) the
  /// network is off by 1, the twin by 2; they differ by 0, 3, 2, 1, 4.
  @Test void curvesTellFitDistanceAndCourse() {
    Matrix x = Matrix.generate(5, 1, (i, _) -> i), twin = Matrix.generate(5, 1, (i, _) -> i % 2 * 4);
    CurveFigure figure = new CurveFigure(line(2), new Learned.FittedCurve(x, x, twin));
    Spoken.check("curve", figure);
    assertThat(Spoken.sentences(figure)).containsExactly(
        "The lines show the prediction of flow by the network and its twin without dropout against depth from 0 to 4 "
            + "m, with masks "
            + "off; the dots are 2 training examples and 2 validation examples.",
        "The network's prediction is lowest, 0.000 l/s, at depth 0 m, and highest, 4.00 l/s, at depth 4 m.",
        "As a root mean square, the network is off by 1.00 l/s from the training examples and 1.00 l/s from the "
            + "validation "
            + "examples, its twin by 2.00 l/s and 2.00 l/s.",
        "The two curves differ by 2.45 l/s (root mean square), and most at depth 4 m, by 4.00 l/s.",
        "The twin's curve goes up and down by 16.0 l/s in all, more than the network's, which does by 4.00 l/s.");
    assertThat(figure.table().orElseThrow().columns()).extracting(DataTable.Column::heading)
        .containsExactly("depth (m)", "flow by the network (l/s)", "flow by the twin (l/s)");
    assertThat(figure.table().orElseThrow().rows()).hasSize(5).contains(List.of(3.0, 3.0, 4.0));
    assertThat(Spoken.sentences(new CurveFigure(line(0), new Learned.FittedCurve(x, x, Matrix.EMPTY)))).hasSize(3)
        .first().asString().endsWith("the dots are 2 training examples (nothing is held out).");
  }

  @Test void aSurfaceTellsWhereItIsLowestAndHighest() {
    DataSet data = NetworkSamples.points(NetworkSamples.regression(2, "height (m)", 0, 1), 6);
    Matrix rising = Matrix.generate(8, 1, (cell, _) -> cell), flat = Matrix.generate(8, 1, (_, _) -> 3.5);
    Learned.Surface surface = new Learned.Surface(WINDOW, 4, 2, rising, flat);
    SurfaceFigure figure = new SurfaceFigure(data, surface, Which.NETWORK);
    Spoken.check("surface", figure);
    // The root of the mean of (k - 3.5)² for k from 0 to 7 is the root of 5.25.
    assertThat(Spoken.sentences(figure)).contains(
        "The prediction is lowest, 0.000 m, at x1 0.5 and x2 0.5, and highest, 7.00 m, at x1 3.5 and x2 1.5.",
        "Network and twin differ by 2.29 m (root mean square), and most at x1 0.5 and x2 0.5, by 3.50 m.");
    assertThat(figure.table().orElseThrow().rows()).hasSize(8).contains(List.of(3.5, 1.5, 7.0));
    SurfaceFigure gap = new SurfaceFigure(data, surface, Which.GAP);
    Spoken.check("gap", gap);
    assertThat(gap.table().orElseThrow().rows()).contains(List.of(3.5, 1.5, 7.0, 3.5, 3.5));
  }

  /// 8 + 6 of 20 right; 4 cats taken for dogs.
  @Test void confusionTellsWhatIsTakenForWhat() {
    Matrix network = Matrix.copyOf(new double[] {8, 4, 2, 6}, 2, 2),
        twin = Matrix.copyOf(new double[] {9, 3, 2, 6}, 2, 2);
    Learned.Confusion confusion = new Learned.Confusion(List.of("cat", "dog"), network, twin);
    ConfusionFigure figure = new ConfusionFigure(confusion, Which.NETWORK);
    Spoken.check("confusion", figure);
    assertThat(Spoken.sentences(figure)).containsExactly(
        "Each of 2 rows is a true class and each column a predicted one; the numbers count 20 examples.",
        "14 of 20 are right, 70.0 %.", "The commonest mistake is class cat taken for dog, 4 times.",
        "Class cat is recognised worst, with 67 % right, and class dog best, with 75 %.",
        "The twin has 1 more right, 75.0 % in all.");
    assertThat(figure.table().orElseThrow().rows()).contains(List.of("cat", "dog", 4L));
    ConfusionFigure gap = new ConfusionFigure(confusion, Which.GAP);
    Spoken.check("gap", gap);
    assertThat(Spoken.sentences(gap)).last().isEqualTo("The network has 1 fewer right than its twin, of 20.");
    assertThat(gap.table().orElseThrow().rows()).contains(List.of("cat", "dog", 1L));
    Matrix perfect = Matrix.copyOf(new double[] {3, 0, 0, 3}, 2, 2);
    assertThat(Spoken.sentences(new ConfusionFigure(new Learned.Confusion(List.of("cat", "dog"), perfect, Matrix.EMPTY),
        Which.NETWORK)))
        .contains("No class is taken for another.").hasSize(3);
  }

  /// Errors of 3 and 4: a root mean square of 3.54, and no shift that two examples could show.
  @Test void scatterTellsHowFarPredictionsAreOff() {
    Matrix truth = Matrix.copyOf(new double[] {0, 10}, 2, 1), off = Matrix.copyOf(new double[] {3, 6}, 2, 1);
    ScatterFigure figure = new ScatterFigure(new Learned.Scatter(truth, off, truth), "flow, l/s", "validation");
    Spoken.check("scatter", figure);
    assertThat(Spoken.sentences(figure)).containsExactly(
        "The predicted flow is drawn against the true one for 2 validation examples; on the diagonal it is exact.",
        "The network is off by 3.54 l/s (root mean square error), where the true values have a standard deviation of "
            + "5.00 l/s.",
        "Its largest error is a prediction of 6.00 l/s where 10.00 l/s is true.",
        "The twin without dropout is better, off by 0.000 l/s.");
    assertThat(figure.table().orElseThrow().rows()).containsExactly(List.of(1L, 0.0, 3.0, 0.0),
        List.of(2L, 10.0, 6.0, 10.0));
    Matrix shifted = Matrix.copyOf(new double[] {2, 12}, 2, 1);
    assertThat(Spoken.sentences(new ScatterFigure(new Learned.Scatter(truth, shifted, Matrix.EMPTY), "y", "training")))
        .contains("It predicts too much, by 2.00 in the mean.");
  }

  /// All squares of the network's first picture stand on one pixel, of the second on two: half of them on 1 in the
  /// mean.
  @Test void featuresTellHowGatheredTheyAre() {
    Matrix network = Matrix.copyOf(new double[] {0, 0, -2, 0, 1, 1, 0, 0}, 2, 4);
    Matrix twin = Matrix.generate(2, 4, (_, _) -> 1);
    FeaturesFigure figure = new FeaturesFigure(new Learned.Features(2, 2, network, twin), Which.NETWORK);
    Spoken.check("features", figure);
    assertThat(Spoken.sentences(figure)).containsExactly(
        "Pictures of 2 by 2 pixels show the weights into 2 units, on one scale of colours around 0.",
        "The largest in size, −2.00, is that of unit 1 at pixel 1 across and 2 down.",
        "Half of the sum of squares of a picture is held by 1.00 of its 4 pixels in the mean.",
        "The weights are smaller than those of the twin: 0.866 against 1.00 (root mean square); there half of the "
            + "squares is held "
            + "by 2.00 pixels.");
    assertThat(figure.table().orElseThrow().rows()).hasSize(8).contains(List.of(1L, 1L, 2L, -2.0));
  }

  @ParameterizedTest @EnumSource(Which.class) void nothingLearnedYetIsNoMistake(Which which) {
    Spoken.check("confusion", new ConfusionFigure(new Learned.Confusion(List.of("a", "b"), Matrix.EMPTY, Matrix.EMPTY),
        which));
    Spoken.check("features", new FeaturesFigure(new Learned.Features(2, 2, Matrix.generate(3, 4, (_, _) -> 0),
        Matrix.EMPTY), which));
  }

  @Test void aPictureTellsItsInk() {
    Matrix ink = Matrix.copyOf(new double[] {0, 0, 0, 0, 1, .6, 0, .2, 0}, 1, 9);
    ImageFigure figure = new ImageFigure(ink, new ImageShape(3, 3), "a test");
    Spoken.check("image", figure);
    assertThat(Spoken.sentences(figure)).containsExactly("2 of its 3 by 3 pixels are more than half covered with ink.",
        "They reach from 2 to 3 across and from 2 to 2 down, counted from the top left.");
    assertThat(figure.table().orElseThrow().rows().get(5)).isEqualTo(List.of(3L, 2L, .6));
    assertThat((Double) figure.table().orElseThrow().rows().get(7).get(2)).isCloseTo(.2, within(1e-12));
  }
}
