package dropoutlab.nn;

import static dropoutlab.nn.Gradients.gaussian;
import static org.assertj.core.api.Assertions.assertThat;

import dropoutlab.math.RandomStream.Purpose;
import dropoutlab.math.RandomStream;
import dropoutlab.math.Tensor;
import dropoutlab.nn.Dropping.Sample;
import dropoutlab.nn.depth.LayerDrop;
import dropoutlab.nn.layer.DropRate;
import dropoutlab.nn.layer.Mode;
import dropoutlab.nn.layer.Parameter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Properties of every dropout method, on networks of random shape, with random p and seeds. Oracles: the network
/// without dropout, bit by bit, and the network's own bits under the same seed.
///
/// Masks belong to examples, and so they do not depend on how the examples are split into batches. There are two
/// exceptions, in training only: LayerDrop and stochastic depth by the batch decide once per batch, as their papers
/// define them. (DropBlock, whose paper scales over the whole batch, scales per example here.)
class DropoutPropertyTest {
  private static final int TRIALS = 15;

  private static RandomStream dice(int trial) { return RandomStream.of(trial, Purpose.SHUFFLE); }

  /// Draws p from the whole range, and its ends more often.
  private static double rate(RandomStream dice) {
    return new double[] {1e-6, 0.5, 0.999, dice.uniform(0.01, 0.999)}[dice.nextInt(4)];
  }

  /// The result of a pass: the output, and the gradient by each parameter that a network without dropout also has.
  private static List<float[]> pass(Network network, Mode mode, Tensor x, Tensor dOut) {
    if (mode == Mode.HELD) network.holdNewMasks();
    List<float[]> all = new ArrayList<>();
    all.add(bits(network.forward(x, mode)));
    network.backward(dOut);
    // A parameter of a single number is one that a method learns.
    for (Parameter each : network.parameters()) if (each.value().size() > 1) all.add(bits(each.gradient()));
    return all;
  }

  private static float[] bits(Tensor tensor) { return Arrays.copyOf(tensor.data(), tensor.size()); }

  private static void assertSame(String what, List<float[]> actual, List<float[]> expected) {
    assertThat(actual).as(what).hasSameSizeAs(expected);
    for (int i = 0; i < actual.size(); i++) {
      assertThat(actual.get(i)).as("%s: part %d", what, i).hasSameSizeAs(expected.get(i));
      // -0 and 0 have the same effect on every sum.
      for (int j = 0; j < actual.get(i).length; j++)
        if (actual.get(i)[j] != expected.get(i)[j])
          assertThat(actual.get(i)).as("%s: part %d", what, i).isEqualTo(expected.get(i));
    }
  }

  @ParameterizedTest
  @EnumSource
  void withoutAnyRateItIsTheNetworkWithoutDropoutForwardAndBackward(Dropping dropping) {
    for (int trial = 0; trial < TRIALS; trial++) {
      Sample none = dropping.sample(trial, 0), some = dropping.sample(trial, rate(dice(trial)));
      Tensor x = none.batch(1 + trial % 7, trial), dOut = gaussian(x.rows(), Dropping.OUTPUTS, 50 + trial);
      List<float[]> expected = pass(none.plain().network(3), Mode.INFERENCE, x, dOut);
      for (Mode mode : Mode.values()) {
        String what = "trial " + trial + ", " + mode + ", " + none;
        assertSame(what, pass(none.network(trial), mode, x, dOut), expected);
        Network scaled = some.network(trial);
        List<DropRate> rates = scaled.dropRates();
        if (rates.size() < none.network(trial).dropRates().size() || learns(scaled)) continue;
        rates.forEach(each -> each.scale(0));
        assertSame("scaled to 0, " + what, pass(scaled, mode, x, dOut), expected);
      }
    }
  }

  private static boolean learns(Network network) {
    return network.dropouts().stream().anyMatch(layer -> layer.learnsRate());
  }

  @ParameterizedTest
  @EnumSource
  void inferenceIsThatOfTheNetworkWithoutDropoutUnlessTheMethodHasARuleOfItsOwn(Dropping dropping) {
    int others = 0;
    for (int trial = 0; trial < TRIALS; trial++) {
      Sample some = dropping.sample(trial, rate(dice(trial)));
      Tensor x = some.batch(1 + trial % 7, trial), dOut = gaussian(x.rows(), Dropping.OUTPUTS, 50 + trial);
      List<float[]> actual = pass(some.network(trial), Mode.INFERENCE, x, dOut);
      List<float[]> plain = pass(some.plain().network(3), Mode.INFERENCE, x, dOut);
      if (Dropping.isIdentityAtInference(some.spec())) assertSame("trial " + trial + ", " + some, actual, plain);
      else if (!Arrays.equals(actual.getFirst(), plain.getFirst())) others++;
    }
    boolean ownRule = !Dropping.isIdentityAtInference(dropping.sample(0, 0.5).spec());
    if (ownRule) assertThat(others).as("outputs that the rule changes").isPositive();
  }

  @ParameterizedTest
  @EnumSource
  void everyRateUpToPointNineNineNineStaysFiniteForwardAndBackward(Dropping dropping) {
    for (int trial = 0; trial < TRIALS; trial++)
      for (double p : new double[] {1e-9, 0.5, 0.9, 0.99, 0.999, rate(dice(trial))}) {
        Sample sample = dropping.sample(trial, p);
        Network network = sample.network(trial);
        Tensor x = sample.batch(4, trial), dOut = gaussian(4, Dropping.OUTPUTS, 50 + trial);
        for (Mode mode : Mode.values()) {
          if (mode == Mode.HELD) network.holdNewMasks();
          assertThat(network.forward(x, mode).allFinite()).as("p = %s, %s, %s", p, mode, sample).isTrue();
          network.backward(dOut);
          for (Parameter each : network.parameters())
            assertThat(each.gradient().allFinite()).as("gradient, p = %s, %s, %s", p, mode, sample).isTrue();
        }
      }
  }

  @ParameterizedTest
  @EnumSource
  void theSameSeedGivesTheSameMasksHoweverTheExamplesAreSplit(Dropping dropping) {
    int changedBySeed = 0;
    for (int trial = 0; trial < TRIALS; trial++)
      for (Mode mode : new Mode[] {Mode.TRAIN, Mode.FRESH}) {
        if (mode == Mode.TRAIN && dropping.decidesByBatch()) continue;
        Sample sample = dropping.sample(trial, rate(dice(trial)));
        int first = 1 + dice(trial).nextInt(8), rest = 1 + trial % 9;
        Tensor whole = sample.batch(first + rest, trial);
        float[] expected = bits(sample.network(trial).forward(whole, mode));
        Network split = sample.network(trial);
        float[] actual = new float[expected.length];
        System.arraycopy(split.forward(rows(whole, 0, first), mode).data(), 0, actual, 0, first * Dropping.OUTPUTS);
        System.arraycopy(split.forward(rows(whole, first, rest), mode).data(), 0, actual, first * Dropping.OUTPUTS,
            rest * Dropping.OUTPUTS);
        assertThat(actual).as("trial %d, %s, %d + %d, %s", trial, mode, first, rest, sample).isEqualTo(expected);
        if (!Arrays.equals(bits(sample.network(trial + 1).forward(whole, mode)), expected)) changedBySeed++;
      }
    assertThat(changedBySeed).as("outputs that another seed changes").isPositive();
  }

  private static Tensor rows(Tensor from, int first, int count) {
    Tensor part = new Tensor(count, from.cols());
    for (int r = 0; r < count; r++) part.copyRow(r, from, first + r);
    return part;
  }

  @ParameterizedTest
  @EnumSource(names = {"LAYER_DROP", "DEPTH_BY_BATCH"})
  void whatDecidesByTheBatchDecidesOnceForItInTrainingAndForEachExampleElse(Dropping dropping) {
    int mixed = 0, skipped = 0;
    for (int trial = 0; trial < TRIALS; trial++)
      for (Mode mode : new Mode[] {Mode.TRAIN, Mode.FRESH}) {
        Sample sample = dropping.sample(trial, 0.5);
        Tensor one = sample.batch(1, trial), same = new Tensor(12, one.cols());
        for (int r = 0; r < 12; r++) same.copyRow(r, one, 0);
        Tensor y = sample.network(trial).forward(same, mode);
        int likeTheFirst = 0;
        for (int r = 0; r < 12; r++) if (y.at(r, 0) == y.at(0, 0)) likeTheFirst++;
        if (mode == Mode.TRAIN) assertThat(likeTheFirst).isEqualTo(12);
        else if (likeTheFirst < 12) mixed++;
        if (mode == Mode.TRAIN && y.at(0, 0) != sample.network(trial + 100).forward(same, mode).at(0, 0)) skipped++;
      }
    assertThat(mixed).isPositive();
    assertThat(skipped).isPositive();
  }
}
