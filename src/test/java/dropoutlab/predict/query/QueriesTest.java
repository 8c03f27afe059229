package dropoutlab.predict.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dropoutlab.data.DataSet;
import dropoutlab.data.DataSets;
import dropoutlab.frame.Ensemble;
import dropoutlab.frame.Frame;
import dropoutlab.frame.Learned;
import dropoutlab.frame.Matrix;
import dropoutlab.frame.Method;
import dropoutlab.frame.NoiseSource;
import dropoutlab.frame.PointPasses;
import dropoutlab.frame.Query;
import dropoutlab.frame.Result;
import dropoutlab.frame.Sampling;
import dropoutlab.frame.Weights;
import dropoutlab.predict.Frames;
import dropoutlab.predict.Predictor;
import dropoutlab.predict.ProgressMonitor;
import dropoutlab.spec.Experiment;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

/// Oracles: a linear model by its closed form, small networks forward by hand through the masks that voters show, and
/// answers against each other.
class QueriesTest {
  private static final NoiseSource NOISE = new NoiseSource.Given(4);
  private static final Experiment LINE = Frames.experiment("""
      {"data": {"set": "noisy-line", "training": 60, "validation": 30}, "network": {"inputDrop": 0.2, "hidden": []}}""");
  private static final DataSet LINE_DATA = DataSets.load(LINE, Path.of(""));
  private static final Frame LINE_FRAME =
      Frames.of(LINE, new Weights(List.of(Matrix.row(0.8f)), List.of(Matrix.row(0.1f))));

  private static final Experiment MOONS = Frames.experiment("""
      {"data": {"set": "two-moons", "training": 60, "validation": 30},
       "network": {"inputDrop": 0.2, "hidden": [{"units": 6, "activation": "relu", "drop": 0.5}]}}""");
  private static final DataSet MOON_DATA = DataSets.load(MOONS, Path.of(""));
  /// Units speak for either class in turn, so that passes disagree.
  private static final Frame MOON_FRAME = Frames.of(MOONS, new Weights(
      List.of(Frames.drawn(2, 6).weights().getFirst(), Matrix.generate(6, 1, (unit, _) -> unit % 2 == 0 ? 2 : -2)),
      List.of(Matrix.generate(1, 6, (_, _) -> 0.3f), Matrix.row(0))));

  private static Sampling sampling(int passes, OptionalDouble p) { return new Sampling(passes, true, p); }

  private static Result ask(DataSet data, Frame frame, Query question) {
    return Queries.answer(frame, data, question).orElseThrow().result();
  }

  private static Result.Line line(int passes, OptionalDouble p, boolean bayes) {
    return (Result.Line) ask(LINE_DATA, LINE_FRAME,
        new Query.Line(sampling(passes, p), NOISE, 10, Optional.of(0.5), Optional.empty(), bayes));
  }

  private static double scaled(double x) { return LINE_DATA.schema().inputScaling().toScaled(0, x); }

  private static double targetSd() { return LINE_DATA.schema().targetScaling().sd().getFirst(); }

  /// The standard deviation of m w x for one mask: √(p/(1-p)) |w x|, within four standard errors of a Bernoulli's.
  @Test void theBandOfALinearModelIsItsClosedForm() {
    for (double p : new double[] {0.2, 0.5}) {
      int passes = 20_000 / 2;
      Result.Line line = line(passes, p == 0.2 ? OptionalDouble.empty() : OptionalDouble.of(p), false);
      for (int i = 0; i < line.x().rows(); i++) {
        double exact = Math.sqrt(p / (1 - p)) * Math.abs(0.8 * scaled(line.x().get(i))) * targetSd();
        double kurtosis = (1 - 3 * p * (1 - p)) / (p * (1 - p));
        double error = exact / 2 * Math.sqrt(Math.max(kurtosis - 1, 1e-3) / passes);
        assertThat((double) line.epistemicSd().get(i)).isCloseTo(exact, within(4 * error + 1e-6));
        assertThat((double) line.mean().get(i)).isCloseTo(line.deterministic().get(i),
            within(4 * exact / Math.sqrt(passes) + 1e-5));
      }
    }
  }

  @Test void aLineSaysWhereTheDataEndAndWhatTheNoiseIs() {
    Result.Line line = line(30, OptionalDouble.empty(), false);
    double least = Double.POSITIVE_INFINITY;
    for (int r = 0; r < 60; r++) least = Math.min(least, LINE_DATA.train().x().at(r, 0));
    assertThat(line.dataFrom()).isEqualTo(LINE_DATA.schema().inputScaling().toRaw(0, least)).isGreaterThan(line.x().get(0));
    assertThat(line.dataTo()).isLessThan(line.x().get(29));
    assertThat(line.aleatoricSd().toArray()).containsOnly(0.5f);
    assertThat(line.x().rows()).isEqualTo(30);
    double raw = LINE_DATA.schema().targetScaling().toRaw(0, 0.8 * scaled(line.x().get(3)) + 0.1);
    assertThat((double) line.deterministic().get(3)).isCloseTo(raw, within(1e-5));
  }

  @Test void singlePassesAreFunctionsAndTheProbesPassesAreTheirs() {
    Result.Line line = line(30, OptionalDouble.empty(), false);
    PointPasses probe = line.probe().orElseThrow();
    assertThat(line.singles().rows()).isEqualTo(20);
    for (int pass = 0; pass < 20; pass++) {
      double slope = (line.singles().at(pass, 29) - line.singles().at(pass, 0)) / (line.x().get(29) - line.x().get(0));
      double atProbe = line.singles().at(pass, 0) + slope * (0.5 - line.x().get(0));
      assertThat((double) probe.values().get(pass)).isCloseTo(atProbe, within(1e-5));
    }
    assertThat(probe.noiseSd()).isEqualTo(0.5);
    assertThat(probe.scores()).isEmpty();
  }

  @Test void rivalsAreExactBayesAndTheEnsemblesMembers() {
    Weights low = new Weights(List.of(Matrix.row(1)), List.of(Matrix.row(0)));
    Weights high = new Weights(List.of(Matrix.row(3)), List.of(Matrix.row(0)));
    Ensemble ensemble = new Ensemble(LINE.network().withoutDropout(), List.of(low, high));
    Result.Line line = (Result.Line) ask(LINE_DATA, LINE_FRAME, new Query.Line(sampling(3, OptionalDouble.empty()),
        new NoiseSource.Fitted(), 10, Optional.empty(), Optional.of(ensemble), true));
    assertThat(line.rivals()).extracting(Result.Rival::method).containsExactly(Method.ENSEMBLE, Method.EXACT_BAYES);
    double x = scaled(line.x().get(0));
    Result.Rival members = line.rivals().getFirst(), bayes = line.rivals().getLast();
    assertThat((double) members.mean().get(0))
        .isCloseTo(LINE_DATA.schema().targetScaling().toRaw(0, 2 * x), within(1e-5));
    assertThat((double) members.sd().get(0)).isCloseTo(Math.abs(x) * targetSd(), within(1e-5));
    // The posterior mean is the line that the data were made from, y = 1 + 2 x, within 4 of its standard deviations.
    for (int i = 0; i < 30; i++)
      assertThat(Math.abs(bayes.mean().get(i) - 1 - 2 * line.x().get(i))).isLessThan(4 * bayes.sd().get(i));
    assertThat(line(3, OptionalDouble.empty(), false).rivals()).isEmpty();
  }

  /// The second output is the log variance of the standardised target: ln 4, whatever the mask and the input.
  @Test void aNoiseThatTheNetworkHasLearntIsNotAskedOfItsSource() {
    Weights learnt = new Weights(List.of(Matrix.row(0.8f, 0)), List.of(Matrix.row(0.1f, (float) Math.log(4))));
    Result.Line line = (Result.Line) ask(LINE_DATA, Frames.of(LINE, learnt), new Query.Line(
        sampling(10, OptionalDouble.empty()), new NoiseSource.Prior(1), 4, Optional.of(0.0), Optional.empty(), false));
    for (double sd : line.aleatoricSd().toArray()) assertThat(sd).isCloseTo(2 * targetSd(), within(1e-5));
    assertThat(line.probe().orElseThrow().noiseSd()).isCloseTo(2 * targetSd(), within(1e-5));
  }

  private static PointPasses moonPoint(int passes, OptionalDouble p) {
    return ((Result.Point) ask(MOON_DATA, MOON_FRAME, new Query.Point(sampling(passes, p), NOISE,
        Matrix.row(0.4f, 0.3f), Optional.empty()))).passes();
  }

  /// Forward through a voter's masks, in double precision: the probability of the second class.
  private static double forward(Weights weights, List<Matrix> masks, double... scaled) {
    double logit = weights.biases().get(1).get(0);
    for (int unit = 0; unit < 6; unit++) {
      double sum = weights.biases().get(0).get(unit);
      for (int in = 0; in < 2; in++) sum += masks.get(0).get(in) * scaled[in] * weights.weights().get(0).at(in, unit);
      logit += masks.get(1).get(unit) * Math.max(0, sum) * weights.weights().get(1).at(unit, 0);
    }
    return 1 / (1 + Math.exp(-logit));
  }

  @Test void aVotersMasksGiveItsValue() {
    PointPasses point = moonPoint(200, OptionalDouble.empty());
    double x = MOON_DATA.schema().inputScaling().toScaled(0, 0.4f), y = MOON_DATA.schema().inputScaling().toScaled(1, 0.3f);
    assertThat(point.column()).isEqualTo(1);
    assertThat(point.voters()).extracting(PointPasses.Voter::side).containsExactly(0, 0, 0, 0, 1, 1, 1, 1);
    for (PointPasses.Voter voter : point.voters()) {
      assertThat(voter.value()).isEqualTo(point.values().at(voter.pass(), 1));
      assertThat(forward(MOON_FRAME.weights(), voter.masks(), x, y)).isCloseTo(voter.value(), within(1e-5));
      assertThat(voter.value() > 0.5 ? 1 : 0).isEqualTo(voter.side());
    }
  }

  @Test void anotherPAtPredictionTimeIsThatOfTheHiddenLayersAlone() {
    for (PointPasses.Voter voter : moonPoint(50, OptionalDouble.of(0.75)).voters()) {
      assertThat(voter.masks().get(0).toArray()).containsAnyOf(0f, 1.25f).doesNotContain(4f);
      assertThat(voter.masks().get(1).toArray()).containsAnyOf(0f, 4f).doesNotContain(2f);
    }
    PointPasses none = moonPoint(5, OptionalDouble.of(0));
    assertThat(none.voters()).allSatisfy(voter -> assertThat(voter.masks().get(1).isEmpty()).isTrue());
  }

  @Test void aLearntRateGivesWayToAnotherP() {
    Experiment learnt = Frames.experiment("""
        {"data": {"set": "two-moons", "training": 60, "validation": 30}, "network": {"hidden": [{"units": 6,
         "activation": "relu", "drop": 0.1, "method": {"type": "concrete"}}]}}""");
    Weights drawn = Frames.drawn(2, 6, 1);
    Frame frame = Frames.of(learnt, new Weights(drawn.weights(), drawn.biases(), List.of(Matrix.row(-3))));
    double[] dropped = new double[2];
    for (int i = 0; i < 2; i++) {
      OptionalDouble p = i == 0 ? OptionalDouble.empty() : OptionalDouble.of(0.9);
      Predictor predictor = Predictor.of(frame, MOON_DATA.schema(), sampling(1, p));
      for (int pass = 0; pass < 300; pass++) {
        predictor.holdNewMasks();
        for (double m : predictor.heldMasks().get(1).toArray()) if (m * (1 - p.orElse(0.0474)) < 0.5) dropped[i]++;
      }
    }
    // P(z > 1/2) = p exactly: .0474 of a logit of -3, and .9.
    assertThat(dropped[0] / 1800).isCloseTo(0.0474, within(4 * Math.sqrt(0.0474 * 0.9526 / 1800)));
    assertThat(dropped[1] / 1800).isCloseTo(0.9, within(4 * Math.sqrt(0.09 / 1800)));
  }

  @Test void maskOffPredictionsKeepTheRateOfTheTraining() {
    Experiment standard = Frames.experiment("""
        {"data": {"set": "two-moons", "training": 60, "validation": 30}, "network": {"hidden": [{"units": 6,
         "activation": "relu", "drop": 0.5, "method": {"type": "standard"}}]}}""");
    Frame frame = Frames.of(standard, Frames.drawn(2, 6, 1));
    List<Matrix> off = new ArrayList<>();
    for (OptionalDouble p : List.of(OptionalDouble.empty(), OptionalDouble.of(0.1)))
      off.add(((Result.Point) ask(MOON_DATA, frame, new Query.Point(sampling(2, p), NOISE, Matrix.row(0.4f, 0.3f),
          Optional.empty()))).passes().deterministic());
    assertThat(off.getFirst()).isEqualTo(off.getLast());
  }

  @Test void aCellOfTheMapsIsTheProbeAtItsMiddle() {
    Result.Plane map = (Result.Plane) ask(MOON_DATA, MOON_FRAME, new Query.Plane(
        sampling(40, OptionalDouble.empty()), 8, Optional.empty(),
        Optional.of(new Ensemble(MOONS.network().withoutDropout(), List.of(MOON_FRAME.weights(), MOON_FRAME.weights())))));
    double x = map.window().xMin() + (map.window().xMax() - map.window().xMin()) * 2.5 / 8;
    double y = map.window().yMin() + (map.window().yMax() - map.window().yMin()) * 5.5 / 8;
    Result.Plane probed = (Result.Plane) ask(MOON_DATA, MOON_FRAME, new Query.Plane(
        sampling(40, OptionalDouble.empty()), 8, Optional.of(List.of(x, y)), Optional.empty()));
    PointPasses probe = probed.probe().orElseThrow();
    int cell = 5 * 8 + 2;
    PointPasses.ClassScores scores = probe.scores().orElseThrow();
    assertThat((double) map.entropy().get(cell)).isCloseTo(scores.entropy(), within(1e-5));
    assertThat((double) map.information().get(cell)).isCloseTo(scores.information(), within(1e-5));
    assertThat(Math.sqrt(map.variance().get(cell))).isCloseTo(scores.classSd().get(0), within(1e-5));
    assertThat((double) map.mean().at(cell, 1)).isCloseTo(probe.convergence().mean().getLast(), within(1e-5));
    // Two members that are one agree: nothing is learnt from asking them.
    Result.Plane members = map.ensemble().orElseThrow();
    assertThat(members.information().max()).isZero();
    assertThat(members.variance().max()).isZero();
    assertThat(members.passes()).isEqualTo(2);
  }

  @Test void aQuestionThatDoesNotFitTheDataIsNotAnswered() {
    Sampling few = sampling(2, OptionalDouble.empty());
    List<Query> forPlanes = List.of(new Query.Plane(few, 4, Optional.empty(), Optional.empty()),
        new Query.Rotation(few, 0, 13), new Query.Foreign(few),
        new Query.Point(few, NOISE, Matrix.row(1, 2), Optional.empty()));
    for (Query question : forPlanes)
      assertThat(Queries.answer(LINE_FRAME, LINE_DATA, question)).isEmpty();
    assertThat(Queries.answer(MOON_FRAME, MOON_DATA,
        new Query.Line(few, NOISE, 4, Optional.empty(), Optional.empty(), false))).isEmpty();
  }

  /// Oracle: the same inputs asked for as what is none of the data, and the data themselves.
  @Test void anExampleIsAskedByItsRowAndBringsItsTruth() {
    Query asked = Query.Point.ofExample(sampling(20, OptionalDouble.empty()), NOISE, 3, Optional.empty());
    PointPasses example = ((Result.Point) ask(LINE_DATA, LINE_FRAME, asked)).passes();
    assertThat(example.known().orElseThrow().row()).isEqualTo(3);
    assertThat(example.known().orElseThrow().heldOut()).isTrue();
    assertThat(example.known().orElseThrow().truth())
        .isEqualTo(LINE_DATA.schema().targetScaling().toRaw(0, LINE_DATA.validation().y().at(3, 0)));
    PointPasses inputs = ((Result.Point) ask(LINE_DATA, LINE_FRAME, new Query.Point(sampling(20, OptionalDouble.empty()),
        NOISE, LINE_DATA.shownInputs(3), Optional.empty()))).passes();
    assertThat(inputs.known()).isEmpty();
    assertThat(inputs.at()).isEqualTo(example.at());
    for (int t = 0; t < 20; t++)
      assertThat((double) inputs.values().get(t)).isCloseTo(example.values().get(t), within(1e-6));
    Query beyond = Query.Point.ofExample(sampling(1, OptionalDouble.empty()), NOISE, 999, Optional.empty());
    assertThat(((Result.Point) ask(LINE_DATA, LINE_FRAME, beyond)).passes().known().orElseThrow().row()).isEqualTo(29);
    PointPasses moon = ((Result.Point) ask(MOON_DATA, MOON_FRAME, asked)).passes();
    assertThat(moon.known().orElseThrow().truth()).isEqualTo(MOON_DATA.validation().label(3));
  }

  /// Oracle: the line of the weights, y = 0.8 x + 0.1 in standardised units, and the masks-off side of the same line.
  @Test void whatWasLearnedIsTheNetworkWithItsMasksOff() {
    Learned.FittedCurve curve = (Learned.FittedCurve) ask(LINE_DATA, LINE_FRAME, new Query.Learned(10));
    assertThat(curve.network()).isEqualTo(line(3, OptionalDouble.empty(), false).deterministic());
    assertThat(curve.twin().isEmpty()).isTrue();
    Learned.DecisionMap map = (Learned.DecisionMap) ask(MOON_DATA, MOON_FRAME, new Query.Learned(8));
    assertThat(map.network().rows()).isEqualTo(64);
    double x = map.window().xMin() + (map.window().xMax() - map.window().xMin()) * 2.5 / 8;
    double y = map.window().yMin() + (map.window().yMax() - map.window().yMin()) * 5.5 / 8;
    Matrix off = ((Result.Plane) ask(MOON_DATA, MOON_FRAME, new Query.Plane(sampling(2, OptionalDouble.empty()), 8,
        Optional.of(List.of(x, y)), Optional.empty()))).probe().orElseThrow().deterministic();
    assertThat((double) map.network().at(5 * 8 + 2, 1)).isCloseTo(off.at(0, 1), within(1e-6));
  }

  /// Counts how often it is asked, and abandons at the given pass.
  private static final class Counting implements ProgressMonitor {
    private final int last;
    private final List<Double> shares = new ArrayList<>();

    Counting(int last) { this.last = last; }

    @Override public boolean abandoned() { return shares.size() >= last; }

    @Override public void done(double share) { shares.add(share); }
  }

  @Test void anAnswerIsGivenUpBetweenTwoPassesAndTellsHowFarItIs() {
    Query question = new Query.Line(sampling(40, OptionalDouble.empty()), NOISE, 4, Optional.of(0.0),
        Optional.empty(), false);
    Counting whole = new Counting(Integer.MAX_VALUE), some = new Counting(7);
    assertThat(Queries.answer(LINE_FRAME, LINE_DATA, question, Effort.FULL, whole)).isPresent();
    assertThat(whole.shares).hasSize(80).isSorted().endsWith(1.0);
    assertThat(Queries.answer(LINE_FRAME, LINE_DATA, question, Effort.FULL, some)).isEmpty();
    assertThat(some.shares).hasSize(7);
  }
}
