package dropoutlab.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dropoutlab.data.DataSet;
import dropoutlab.data.DataSets;
import dropoutlab.spec.DataSpec;
import dropoutlab.spec.Experiment;
import dropoutlab.spec.ExperimentJson;
import dropoutlab.spec.Task;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// A constant added to the targets or the inputs, or a factor on them, changes only the units of all reported numbers:
/// to six digits of the spread, whatever the size. Oracle: the same experiment around zero.
class UnitsTest {
  private static final String NETWORK = """
      {"network": {"hidden": [{"units": 12, "activation": "tanh", "drop": 0.1}]}, "training": {"epochs": 30}}""";
  private static final String LINEAR = """
      {"network": {"inputDrop": 0.2, "hidden": []}, "training": {"epochs": 30}}""";
  private static final String LEARNT_NOISE = """
      {"network": {"hidden": [{"units": 12, "activation": "tanh", "drop": 0.1}]},
       "training": {"epochs": 30, "loss": "gaussian-nll"}}""";

  private static Readouts network;
  private static Readouts linear;
  private static double targetSd;

  /// 64 points for training and 21 for validation. All are multiples of 1/256, of which a mean of 64 is exact in double
  /// precision up to 1e9: the standardised values keep every bit, and so does the training.
  private static List<DataSpec.Point> points(DoubleUnaryOperator x, DoubleUnaryOperator y) {
    List<DataSpec.Point> points = new ArrayList<>();
    for (int i = 0; i < 85; i++) {
      double at = (i * 37 % 85) / 16.0;
      double wave = Math.rint(256 * (Math.sin(at) + 0.3 * Math.sin(7.0 * i))) / 256;
      points.add(new DataSpec.Point(x.applyAsDouble(at), y.applyAsDouble(wave), 0));
    }
    return points;
  }

  private static Readouts read(String json, DoubleUnaryOperator x, DoubleUnaryOperator y) throws IOException {
    Experiment experiment = ExperimentJson.read(json, "units.json")
        .withData(new DataSpec.Points(Task.REGRESSION, points(x, y), 0.25, null));
    DataSet data = DataSets.load(experiment, Path.of(""));
    assertThat(data.train().size()).isEqualTo(64);
    targetSd = data.schema().targetSpread();
    return Readouts.of(experiment, data);
  }

  @BeforeAll static void aroundZero() throws IOException {
    network = read(NETWORK, x -> x, y -> y);
    linear = read(LINEAR, x -> x, y -> y);
  }

  private static void assertSame(Map<String, double[]> found, Map<String, double[]> expected, DoubleUnaryOperator change,
                                 double tolerance) {
    assertThat(found.keySet()).isEqualTo(expected.keySet()).isNotEmpty();
    expected.forEach((name, numbers) -> {
      assertThat(numbers).as(name).isNotEmpty();
      assertThat(found.get(name)).as(name).hasSameSizeAs(numbers);
      for (int i = 0; i < numbers.length; i++)
        assertThat(found.get(name)[i]).as("%s [%d]", name, i)
            .isCloseTo(change.applyAsDouble(numbers[i]), within(tolerance));
    });
  }

  private static void assertMoved(Readouts found, Readouts expected, double xShift, double yShift, double factor) {
    double spread = targetSd, six = 1e-6 * spread;
    assertSame(found.values, expected.values, v -> factor * v + yShift, six + 2 * Math.ulp(yShift));
    assertSame(found.places, expected.places, v -> v + xShift, 1e-6 + 2 * Math.ulp(xShift));
    assertSame(found.lengths, expected.lengths, v -> factor * v, six);
    assertSame(found.densities, expected.densities, v -> v - Math.log(factor), 1e-6);
    assertSame(found.pure, expected.pure, v -> v, 1e-6);
  }

  @ParameterizedTest @ValueSource(doubles = {1e3, -1e6, 1e6, 2_460_310, 1e9, -1e9})
  void aConstantAddedToTheTargetsMovesTheValuesAlone(double shift) throws IOException {
    assertMoved(read(NETWORK, x -> x, y -> y + shift), network, 0, shift, 1);
    assertMoved(read(LINEAR, x -> x, y -> y + shift), linear, 0, shift, 1);
  }

  @ParameterizedTest @ValueSource(doubles = {1e3, 1e6, 1_700_000_000, -1e9})
  void aConstantAddedToTheInputsMovesThePlacesAlone(double shift) throws IOException {
    assertMoved(read(NETWORK, x -> x + shift, y -> y), network, shift, 0, 1);
    assertMoved(read(LINEAR, x -> x + shift, y -> y), linear, shift, 0, 1);
  }

  /// Powers of two keep every bit.
  @ParameterizedTest @CsvSource({"0x1p-66", "0x1p-20", "0x1p10", "0x1p80"})
  void aFactorOnTheTargetsStretchesValuesAndLengths(String factor) throws IOException {
    double k = Double.parseDouble(factor);
    assertMoved(read(NETWORK, x -> x, y -> k * y), network, 0, 0, k);
    assertMoved(read(LINEAR, x -> x, y -> k * y), linear, 0, 0, k);
  }

  /// Another factor changes the last bits of the standardised values, and the training with them.
  @Test void anyFactorDoesTheSameAsFarAsRoundingLets() throws IOException {
    Readouts found = read(NETWORK, x -> x, y -> 1000 * y);
    assertSame(found.lengths, network.lengths, v -> 1000 * v, 1e-4 * targetSd);
    assertSame(found.values, network.values, v -> 1000 * v, 1e-4 * targetSd);
  }

  @Test void aLearntNoiseIsInTheTargetsUnitToo() throws IOException {
    Readouts around = read(LEARNT_NOISE, x -> x, y -> y);
    assertMoved(read(LEARNT_NOISE, x -> x, y -> 4 * y + 1e6), around, 0, 1e6, 4);
  }
}
