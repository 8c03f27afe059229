package dropoutlab.card;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dropoutlab.math.Tensor;
import dropoutlab.nn.Loss;
import dropoutlab.nn.Optimiser;
import dropoutlab.nn.Regulariser;
import dropoutlab.nn.layer.Parameter;
import dropoutlab.spec.OptimiserSpec;
import dropoutlab.spec.RegulariserSpec;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The PyTorch lines of the cards do what the engine does. They are run by `src/test/python/cards.py`; where there is
/// no Python with PyTorch, these tests are skipped. Seeds are fixed on both sides; 5 standard errors.
class CardCodeTest {
  private static final double ERRORS = 5;
  private static JsonNode torch;

  @BeforeAll static void runTheLinesOfAllCards() throws IOException, InterruptedException {
    String python = python();
    Assumptions.assumeTrue(python != null, "There is no Python with PyTorch here (Debian: python3-torch and "
        + "libopenblas0-pthread), so the lines of the cards are not run.");
    Path out = Files.createTempFile("cards", ".json"), err = Files.createTempFile("cards", ".txt");
    int code = run(Redirect.to(out.toFile()), Redirect.to(err.toFile()), python, "src/test/python/cards.py");
    assertThat(code).as(Files.readString(err)).isZero();
    torch = JsonMapper.shared().readTree(Files.readString(out, StandardCharsets.UTF_8));
    Files.delete(out);
    Files.delete(err);
  }

  private static String python() throws IOException, InterruptedException {
    for (String python : List.of("python3", "/usr/bin/python3", "python")) {
      try {
        if (run(Redirect.DISCARD, Redirect.DISCARD, python, "-c", "import torch") == 0) return python;
      } catch (IOException notThere) {
        // The next one may be.
      }
    }
    return null;
  }

  private static int run(Redirect out, Redirect err, String... command) throws IOException, InterruptedException {
    Process process = new ProcessBuilder(command).redirectOutput(out).redirectError(err).start();
    if (!process.waitFor(300, TimeUnit.SECONDS)) process.destroyForcibly();
    return process.waitFor();
  }

  static List<MethodCard> masks() {
    return Cards.all().stream().filter(card -> card.p().isPresent()).toList();
  }

  private record Statistics(double dropped, double kept, double mean, double variance, double draws) {}

  @ParameterizedTest
  @MethodSource("masks")
  void masksHaveTheStatisticsOfTheEngines(MethodCard card) {
    JsonNode of = torch.path(card.name()).path("factors");
    Statistics there = new Statistics(of.path("dropped").doubleValue(), of.path("kept").doubleValue(),
        of.path("mean").doubleValue(), of.path("variance").doubleValue(), of.path("draws").doubleValue());
    EngineFactors engine = EngineFactors.of(card);
    double bound = card.name().equals("concrete") ? 0.5 / (1 - card.p().orElseThrow()) : 0;
    double[] m = engine.values();
    double[] kept = Arrays.stream(m).filter(each -> each != 0 && (bound == 0 || each >= bound)).toArray();
    double mean = moment(m, 0, 1), variance = moment(m, mean, 2), keptMean = moment(kept, 0, 1);
    double dropped = 1 - kept.length / (double) m.length, spread = 1 / there.draws + 1 / engine.draws();
    assertNear("share dropped", there.dropped, dropped, dropped * (1 - dropped) * spread);
    // DropBlock scales an example by what is left of it: that factor varies as the share that is dropped does.
    double scaled = card.name().equals("drop-block") ? dropped * spread / Math.pow(1 - dropped, 3) : 0;
    assertNear("factor of the kept", there.kept, keptMean, moment(kept, keptMean, 2) * spread / (1 - dropped) + scaled);
    assertNear("mean", there.mean, mean, variance * spread);
    assertNear("variance", there.variance, variance, (moment(m, mean, 4) - variance * variance) * spread);
  }

  private static double moment(double[] values, double about, int power) {
    return Arrays.stream(values).map(value -> Math.pow(value - about, power)).average().orElseThrow();
  }

  private static void assertNear(String what, double torch, double engine, double squaredError) {
    assertThat(torch).as(what).isCloseTo(engine, within(ERRORS * Math.sqrt(Math.max(0, squaredError)) + 2e-6));
  }

  /// A test of the test: another rate is told from the card's.
  @Test void anotherRateWouldBeSeen() {
    double dropped = torch.path("inverted").path("factors").path("dropped").doubleValue();
    assertThat(Math.abs(dropped - 0.52)).isGreaterThan(ERRORS * Math.sqrt(0.25 * 2 / 100_000));
  }

  private static Tensor tensor(JsonNode rows) {
    Tensor tensor = new Tensor(rows.size(), rows.get(0).isArray() ? rows.get(0).size() : 1);
    for (int r = 0; r < tensor.rows(); r++)
      for (int c = 0; c < tensor.cols(); c++)
        tensor.set(r, c, (rows.get(r).isArray() ? rows.get(r).get(c) : rows.get(r)).floatValue());
    return tensor;
  }

  /// PyTorch keeps the weights into a unit in a row, the engine in a column.
  private static Parameter parameter(JsonNode rows, boolean weight) {
    Tensor given = tensor(rows);
    Parameter parameter = Parameter.zeros(given.cols(), given.rows(), weight);
    for (int r = 0; r < given.rows(); r++)
      for (int c = 0; c < given.cols(); c++) parameter.value().set(c, r, given.at(r, c));
    return parameter;
  }

  private static void assertSame(Tensor engine, JsonNode rows, double tolerance) {
    Tensor there = tensor(rows);
    for (int r = 0; r < there.rows(); r++)
      for (int c = 0; c < there.cols(); c++)
        assertThat((double) engine.at(c, r)).isCloseTo(there.at(r, c), within(tolerance));
  }

  @Test void l1AddsTheEnginesGradient() {
    Parameter w = parameter(torch.path("l1").path("weights"), true);
    new Regulariser(new RegulariserSpec(0.001, 0, 0)).addGradients(List.of(w));
    assertSame(w.gradient(), torch.path("l1").path("added"), 1e-6);
  }

  @Test void l2TakesTheEnginesStep() {
    step("l2", new OptimiserSpec.Sgd(0.1), new RegulariserSpec(0, 0.001, 0));
  }

  @Test void decoupledDecayTakesTheEnginesStepWithItsDefaults() {
    step("weight-decay", OptimiserSpec.standard(OptimiserSpec.AdamW.class), RegulariserSpec.OFF);
  }

  private static void step(String card, OptimiserSpec optimiser, RegulariserSpec regulariser) {
    Parameter w = parameter(torch.path(card).path("weights"), true);
    Parameter b = parameter(torch.path(card).path("biases"), false);
    w.gradient().fill(0.5f);
    b.gradient().fill(0.5f);
    new Regulariser(regulariser).addGradients(List.of(w, b));
    new Optimiser(optimiser, List.of(w, b)).update();
    assertSame(w.value(), torch.path(card).path("weightsAfter"), 1e-6);
    assertSame(b.value(), torch.path(card).path("biasesAfter"), 1e-6);
  }

  @Test void maxNormCutsAsTheEngine() {
    Parameter w = parameter(torch.path("max-norm").path("weights"), true);
    new Regulariser(new RegulariserSpec(0, 0, 3)).project(List.of(w));
    assertSame(w.value(), torch.path("max-norm").path("after"), 1e-5);
  }

  @Test void smoothedLabelsHaveTheEnginesLoss() {
    JsonNode of = torch.path("label-smoothing");
    Tensor logits = tensor(of.path("logits")), t = new Tensor(logits.rows(), logits.cols());
    for (int r = 0; r < t.rows(); r++) t.set(r, of.path("labels").get(r).intValue(), 1);
    new Regulariser(new RegulariserSpec(0, 0, 0, 0.1)).smooth(t);
    assertThat(Loss.SOFTMAX_CROSS_ENTROPY.value(logits, t)).isCloseTo(of.path("value").doubleValue(), within(1e-6));
  }

  /// By hand: the least loss of the first seven is 3, in epoch 3; three epochs later it has not been beaten.
  @Test void earlyStoppingWaitsForItsPatienceAndPutsTheBestBack() {
    assertThat(torch.path("early-stopping").path("epochs").intValue()).isEqualTo(7);
    assertThat(torch.path("early-stopping").path("best").intValue()).isEqualTo(3);
  }

  /// Beta(α, α) has the mean 1/2 and the variance 1 / (4 (2 α + 1)).
  @Test void mixupMixesByTheBetaDistribution() {
    JsonNode of = torch.path("mixup");
    double variance = 1 / (4 * 1.4), draws = of.path("draws").doubleValue();
    assertThat(of.path("mean").doubleValue()).isCloseTo(0.5, within(ERRORS * Math.sqrt(variance / draws)));
    assertThat(of.path("variance").doubleValue()).isCloseTo(variance, within(ERRORS * 0.25 / Math.sqrt(draws)));
  }

  /// By enumeration of the 64 centres of a square of 4 on 8 x 8, which begins 2 above and left of its centre.
  @Test void cutoutCutsWhatAUniformCentreCuts() {
    double sum = 0, squares = 0;
    for (int row = 0; row < 8; row++)
      for (int col = 0; col < 8; col++) {
        int cut = covered(row) * covered(col);
        sum += cut / 64.0;
        squares += cut * cut / 64.0;
      }
    JsonNode of = torch.path("cutout");
    double draws = of.path("draws").doubleValue(), corner = 9 / 64.0;
    assertThat(of.path("mean").doubleValue()).isCloseTo(sum, within(ERRORS * Math.sqrt((squares - sum * sum) / draws)));
    assertThat(of.path("corner").doubleValue()).isCloseTo(corner, within(ERRORS * Math.sqrt(corner / draws)));
    assertThat(of.path("most").intValue()).isEqualTo(16);
    assertThat(of.path("least").intValue()).isEqualTo(4);
  }

  private static int covered(int centre) { return Math.min(8, centre + 2) - Math.max(0, centre - 2); }
}
