package dropoutlab.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import dropoutlab.data.DataSet;
import dropoutlab.data.DataSets;
import dropoutlab.data.Scaling;
import dropoutlab.data.Schema;
import dropoutlab.frame.Curve;
import dropoutlab.frame.Frame;
import dropoutlab.frame.History;
import dropoutlab.frame.Matrix;
import dropoutlab.frame.RunState;
import dropoutlab.frame.Weights;
import dropoutlab.math.Tensor;
import dropoutlab.predict.MethodNoise;
import dropoutlab.spec.Activation;
import dropoutlab.spec.Experiment;
import dropoutlab.spec.ExperimentException;
import dropoutlab.spec.ExperimentJson;
import dropoutlab.spec.Initialisation;
import dropoutlab.spec.Intervention;
import dropoutlab.spec.LayerSpec;
import dropoutlab.spec.NetworkSpec;
import dropoutlab.spec.Task;
import dropoutlab.train.FrameBuilder;
import dropoutlab.train.TrainingSession;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Oracles: the files are read back; rows and sentences are written by hand.
class RunFilesTest {
  @TempDir private Path dir;

  private static Model model(float... weights) {
    NetworkSpec network = new NetworkSpec(0.25, List.of(new NetworkSpec.HiddenLayer(2, Activation.SELU, 0.5)),
        Initialisation.LECUN);
    Schema schema = new Schema(Task.REGRESSION, List.of("a, \"b\"", "c"), "y in ppm", List.of(),
        new Scaling(List.of(1.0 / 3, -2e-9), List.of(3.0, 1e300)), new Scaling(List.of(315.98), List.of(0.1)),
        Optional.empty());
    Weights all = new Weights(List.of(Matrix.copyOf(weights, 2, 2), Matrix.copyOf(weights, 2, 1)),
        List.of(Matrix.row(weights[0], weights[1]), Matrix.row(weights[2])));
    return new Model("a model", 42, network, schema, MethodNoise.same(0.25), all);
  }

  @Test
  void aModelKeepsEveryBit() throws IOException {
    Random random = new Random(1);
    List<Float> floats = new ArrayList<>(List.of(0f, -0f, Float.MIN_VALUE, -Float.MAX_VALUE, Float.MIN_NORMAL, 1f / 3, 1e10f,
        16777216f));
    while (floats.size() < 20_000) {
      float value = Float.intBitsToFloat(random.nextInt());
      if (Float.isFinite(value)) floats.add(value);
    }
    for (int i = 0; i < floats.size(); i += 4) {
      Model model = model(floats.get(i), floats.get(i + 1), floats.get(i + 2), floats.get(i + 3));
      Path file = Files.writeString(dir.resolve("model.json"), ModelFile.text(model));
      assertThat(ModelFile.read(file)).isEqualTo(model);
      if (i > 400) i += 96;
    }
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '\0', value = {
      "dropout-lab-model | other | is no model; \"format\" must be \"dropout-lab-model\". \"train\" writes one.",
      "\"version\": 1 | \"version\": 2 | version: this program reads version 1, but the file has 2.",
      "\"noiseSd\": 0.25 | \"noiseSd\": -1 | noiseSd: a model for regression needs a finite one of 0 or more.",
      "\"noiseSd\": 0.25 | \"noiseSd\": 1e300 | noiseSd: a model for regression needs a finite one of 0 or more.",
      "\"version\": 1, | '' | version: this program reads version 1, but the file has none.",
      "\"c\" ] | null ] | data.inputs[1] must be text, but is null.",
      "\"inputSd\": [ 3.0, | \"inputSd\": [ null, | data.inputSd[0] must be a number, but is null.",
      "[ [ 0.5, 1.5 ], | [ null, | layers[0].weights[0] must be a list, but is null.",
      "[ 0.5, 1.5 ] | [ 0.5, null ] | layers[0].weights[0][1] must be a number, but is null.",
      "\"layers\": [ | \"layers\": [ null, | layers[0] must be an object, but is null.",
      "\"body\": [ ] | \"body\": [ null ] | network.body[0] must be an object, but is null.",
      "\"c\" ] | \"c\", \"c\" ] | data.inputs[2]: \"c\" is named twice.",
      "\"noiseSd\": 0.25 | \"noiseSD\": 0.25 | noiseSD: unknown key; did you mean \"noiseSd\"? Known: format, version, title, "
          + "seed, network, data, noiseSd, noiseSdMasksOff, noiseFactor, noiseFactorMasksOff, layers, body.",
      "\"seed\": 42, | '' | seed: is missing.",
      "\"inputSd\": [ 3.0, | \"inputSd\": [ 0.0, | data.inputSd[0]: must be a number greater than 0.",
      "\"inputSd\": [ 3.0, | \"inputSd\": [ | data.inputSd: needs 2 numbers.",
      "\"units\": 2 | \"units\": 3 | layers[0].weights[0]: needs 3 numbers.",
      "[ 0.5, 1.5 ] | [ 0.5, 1e39 ] | layers[0].weights[0]: holds a number that is out of range.",
      "[ 0.5, 1.5 ] | [ 0.5, \"1.5\" ] | layers[0].weights[0][1]: must be a number, but is the text \"1.5\".",
      "[ [ 0.5, 1.5 ], | [ 0.5, | layers[0].weights[0]: must be a list [ ... ], but is 0.5.",
      "[ [ 0.5, 1.5 ], | [ | layers[0].weights: needs 2 rows, but there are 1.",
      "\"drop\": 0.5 | \"drop\": 1.5 | network.hidden[0].drop: a drop rate must be in [0, 1), but is 1.5.",
  })
  void aBrokenModelIsNamedWithItsPath(String good, String bad, String sentence) throws IOException {
    String text = ModelFile.text(model(0.5f, 1.5f, 2.5f, 3.5f));
    assertThat(text).contains(good);
    Path file = Files.writeString(dir.resolve("m.json"), text.replaceFirst(java.util.regex.Pattern.quote(good),
        bad.replace("''", "")));
    assertThatThrownBy(() -> ModelFile.read(file)).isInstanceOf(ExperimentException.class)
        .hasMessage(file + ": " + sentence);
  }

  /// Two inputs, normalised in the body: γ, β, running mean and running variance.
  private static Model modelWithBody() {
    Model dense = model(0.5f, 1.5f, 2.5f, 3.5f);
    NetworkSpec network = new NetworkSpec(0.25, List.of(new LayerSpec.BatchNorm(1e-5, 0.1)), dense.network().hidden(),
        Initialisation.LECUN);
    List<Matrix> body = List.of(Matrix.row(1.25f, 1 / 3f), Matrix.row(-0f, 1e-30f), Matrix.row(4, 5), Matrix.row(6, 7));
    return new Model("a model", 42, network, dense.schema(), MethodNoise.same(0.25),
        new Weights(dense.weights().weights(), dense.weights().biases(), body));
  }

  @Test
  void aModelKeepsEveryBitOfItsBodyAndPredictsTheSame() throws IOException {
    Model model = modelWithBody();
    Model read = ModelFile.read(Files.writeString(dir.resolve("model.json"), ModelFile.text(model)));
    assertThat(read).isEqualTo(model);
    Tensor x = Tensor.of(1, 2, 0.3f, -2);
    assertThat(read.predictor(1).deterministic(x).data()).containsExactly(model.predictor(1).deterministic(x).data());
  }

  /// Padding adds 60 rows and columns a hundred times, and pooling reduces them to one value: 36 million values per
  /// example from 200 numbers.
  @Test
  void aSmallFileCannotAskForGigabytesOfActivations() throws IOException {
    List<LayerSpec> body = new ArrayList<>(Collections.nCopies(100, new LayerSpec.Conv2d(1, 1, 1, 30)));
    body.addAll(Collections.nCopies(2, new LayerSpec.Pool(LayerSpec.Pool.PoolKind.MAX, 64, 64)));
    Model small = model(0.5f, 1.5f, 2.5f, 3.5f);
    List<Matrix> weights = List.of(Matrix.row(0.5f, 1.5f), small.weights().weights().getLast());
    Model large = new Model("large", 1, small.network().withBody(body), small.schema(), MethodNoise.same(0.25),
        new Weights(weights, small.weights().biases(), Collections.nCopies(200, Matrix.row(1))));
    Path file = Files.writeString(dir.resolve("m.json"), ModelFile.text(large));
    assertThatThrownBy(() -> ModelFile.read(file)).isInstanceOf(ExperimentException.class)
        .hasMessageMatching("(?s).*network: needs about \\d+\\.\\d GB of memory, but the program may use .*-Xmx\\d+g.*");
  }

  /// The memory that a file of a kilobyte asks for is counted, not allocated.
  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '\0', value = {
      "\"hidden\": [ | \"hidden\": [ UNITS, UNITS, UNITS, | layers: the network needs 5, but there are 2.",
      "\"units\": 2 | \"units\": 8192 | layers[0].weights[0]: needs 8192 numbers.",
      "\"body\": [ ] | \"body\": [ {\"type\": \"embedding\", \"vocabulary\": 1000000, \"width\": 2000, \"drop\": 0.0} ] | "
          + "layers[0].weights: needs 4000 rows, but there are 2.",
      "\"body\": [ ] | \"body\": [ {\"type\": \"embedding\", \"vocabulary\": 1000000, \"width\": 4096, \"drop\": 0.0} ] | "
          + "network.body[0] would have a table of 1000000 x 4096 weights, 4096000000 numbers (15.3 GB), but one can have "
          + "2147483647; make it smaller, or what comes before it.",
      "\"body\": [ ] | \"body\": [ PAD ] | network.body[19",
  })
  void aSmallFileCannotAskForGigabytes(String good, String bad, String sentence) throws IOException {
    String units = "{\"units\": 8192, \"activation\": \"relu\", \"drop\": 0.5, \"method\": {\"type\": \"inverted\"}}";
    String pad = "{\"type\": \"conv2d\", \"maps\": 1, \"kernel\": 1, \"stride\": 1, \"padding\": 30}";
    String text = ModelFile.text(model(0.5f, 1.5f, 2.5f, 3.5f)).replace("\"inputDrop\": 0.25", "\"inputDrop\": 0.0");
    assertThat(text).contains(good);
    Path file = Files.writeString(dir.resolve("m.json"), text.replace(good,
        bad.replace("UNITS", units).replace("PAD", String.join(", ", Collections.nCopies(2000, pad)))));
    ThreadMXBean thread = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long before = thread.getCurrentThreadAllocatedBytes();
    assertThatThrownBy(() -> ModelFile.read(file)).isInstanceOf(ExperimentException.class)
        .hasMessageStartingWith(file + ": " + sentence);
    assertThat(thread.getCurrentThreadAllocatedBytes() - before).isLessThan(64L << 20);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '\0', value = {
      "[ [ 1.25, | [ [ 1.25, 1.0, | body[0][0]: needs 2 numbers.",
      "[ [ 4.0, 5.0 ] ] | [ [ 4.0, 5.0 ], [ 4.0, 5.0 ] ] | body[2]: needs 1 rows, but there are 2.",
      "[ [ 4.0, 5.0 ] ] | null | body[2] must be a list, but is null.",
      "[ [ 4.0, 5.0 ] ] | [ null ] | body[2][0] must be a list, but is null.",
      "[ [ 4.0, 5.0 ] ] | [ [ 4.0, 1e39 ] ] | body[2][0]: holds a number that is out of range.",
      "[ [ 6.0, 7.0 ] ] | [ [ 6.0, -0.5 ] ] | body: The running variance of a batch normalisation must be 0 or more, but "
          + "is −0.5.",
      "[ [ 4.0, 5.0 ] ], | '' | body: the network needs 4 tables, but there are 3.",
      "\"body\" : [ [ | \"bodi\" : [ [ | bodi: unknown key; did you mean \"body\"? Known: format, version, title, "
          + "seed, network, data, noiseSd, noiseSdMasksOff, noiseFactor, noiseFactorMasksOff, layers, body.",
      "\"batch-norm\", | \"batchnorm\", | network.body[0].type: unknown value \"batchnorm\"; did you mean",
      "\"momentum\": 0.1 | \"momentum\": 2 | network.body[0].momentum: must be from 0 to 1, but is 2",
  })
  void aBrokenBodyIsNamedWithItsPath(String good, String bad, String sentence) throws IOException {
    String text = ModelFile.text(modelWithBody()).replace("\"body\": [ [ [", "\"body\" : [ [ [");
    assertThat(text).contains(good);
    Path file = Files.writeString(dir.resolve("m.json"), text.replace(good, bad.replace("''", "")));
    assertThatThrownBy(() -> ModelFile.read(file)).isInstanceOf(ExperimentException.class)
        .hasMessageStartingWith(file + ": " + sentence);
  }

  /// The inputs are no image of 3 x 3.
  @Test
  void aBodyThatDoesNotFitTheInputsIsNamed() throws IOException {
    String text = ModelFile.text(modelWithBody()).replaceFirst("\\{\\s*\"type\": \"batch-norm\",[^}]*}",
        "{\"type\": \"reshape\", \"maps\": 1, \"rows\": 3, \"cols\": 3}");
    Path file = Files.writeString(dir.resolve("m.json"), text);
    assertThatThrownBy(() -> ModelFile.read(file)).isInstanceOf(ExperimentException.class)
        .hasMessage(file + ": network: The 2 columns of 1 x 1 x 2 cannot be read as 1 x 3 x 3.");
  }

  @Test
  void filesThatCannotBeReadAreNamed() throws IOException {
    assertThatThrownBy(() -> ModelFile.read(dir)).hasMessage(dir + " is a folder, not a JSON file.");
    assertThatThrownBy(() -> ExperimentFile.read(dir.resolve("none.json")))
        .hasMessage("There is no file " + dir.resolve("none.json") + ".");
    Path latin = Files.write(dir.resolve("latin.json"), new byte[] {'{', (byte) 0xE9, '}'});
    assertThatThrownBy(() -> ExperimentFile.read(latin)).hasMessage(latin + " is not UTF-8 text.");
  }

  private record Rows(float[][] values) implements History {
    @Override public int size() { return values.length; }

    @Override public int epoch(int row) { return 2 * row; }

    @Override public List<Curve> curves() { return Curve.ofOwnAndTwin(); }

    @Override public float value(int column, int row) { return values[row][column]; }
  }

  @Test
  void historyHasAColumnACurveAndAnEmptyCellForWhatWasNotMeasured() {
    History history = new Rows(new float[][] {{Float.NaN, 0.1f, 1, 0, 0.25f, 1e-10f, 5, 6, 7}, {2, 1, 1, 0, 0, 1, 1, 1, 1}});
    assertThat(HistoryFile.text(history, true)).isEqualTo("""
        epoch,train_masks_on,train_masks_off,validation,train_error,validation_error,twin_train,twin_validation,\
        twin_train_error,twin_validation_error
        0,,0.1,1.0,0.0,0.25,1.0E-10,5.0,6.0,7.0
        2,2.0,1.0,1.0,0.0,0.0,1.0,1.0,1.0,1.0
        """);
    assertThat(HistoryFile.text(history, false).lines().findFirst()).hasValue(
        "epoch,train_masks_on,train_masks_off,validation,train_error,validation_error");
  }

  private static TrainedRun trained(String json, int epochs) {
    Experiment experiment = ExperimentJson.read(json, "x");
    DataSet data = DataSets.load(experiment.data(), experiment.dataSeed(), Path.of(""));
    TrainingSession session = new TrainingSession(experiment, data);
    while (session.progress().epoch() < epochs) session.step();
    Frame frame = new FrameBuilder(session).present(0, new RunState.Paused(), 0);
    return TrainedRun.of(frame, data);
  }

  @Test
  void theModelHasTheDropRatesThatTheLastStepWasTrainedWith() {
    String json = """
        {"network": {"hidden": [{"units": 3}]}, "training": {"batch": 16}, "interventions": [
          {"type": "drop-rates", "step": 2, "p": [0.1, 0.2]},
          {"type": "drop-rates", "step": 4, "p": [0, 0.4]}]}""";
    assertThat(trained(json, 1).network().dropRates()).isEqualTo(List.of(0.1, 0.2));
    assertThat(trained(json, 2).network().dropRates()).isEqualTo(List.of(0.0, 0.4));
    assertThat(trained(json, 2).experiment().training().epochs()).isEqualTo(2);
    assertThat(trained(json, 1).experiment().interventions()).hasSize(2)
        .first().isEqualTo(new Intervention.SetDropRates(2, List.of(0.1, 0.2)));
  }

  @Test
  void metricsFindTheEpochWithTheLowestValidationLoss() {
    TrainedRun run = trained("{\"training\": {\"twin\": false}}", 1);
    float[][] rows = new float[4][9];
    for (int r = 0; r < 4; r++) rows[r][2] = new float[] {3, 1, 1, 2}[r];
    MetricsFile metrics = MetricsFile.of(new TrainedRun(run.experiment(), run.data(), new Rows(rows), run.network(),
        run.weights(), null, null, 4, List.of()));
    assertThat(metrics.network().bestValidationEpoch()).isEqualTo(2);
    assertThat(metrics.network().bestValidationLoss()).isEqualTo(1);
    assertThat(metrics.network().validationLoss()).isEqualTo(2);
    assertThat(metrics.parameters()).isEqualTo(2 * 16 + 16 + 16 * 16 + 16 + 16 + 1);
    assertThat(metrics.text()).doesNotContain("twin").doesNotContain("noiseSd").endsWith("}\n");
  }

  @Test
  void draftsAppearTogetherOrNotAtAll() throws IOException {
    Path old = Files.writeString(dir.resolve("old"), "before");
    try (Drafts drafts = new Drafts()) {
      drafts.add(old, "after");
      drafts.open(dir.resolve("new")).write("text");
    }
    assertThat(old).hasContent("before");
    assertThat(dir.toFile().list()).containsExactly("old");
    try (Drafts drafts = new Drafts()) {
      drafts.add(old, "after");
      drafts.open(dir.resolve("new")).write("text");
      drafts.commit();
    }
    assertThat(old).hasContent("after");
    assertThat(dir.resolve("new")).hasContent("text");
    assertThat(dir.toFile().list()).containsExactlyInAnyOrder("old", "new");
  }

  /// A writer that cannot write its last characters (here: half of a surrogate pair) fails when it is closed.
  @Test
  void draftsAreDeletedEvenWhenAWriterFails() throws IOException {
    try (Drafts drafts = new Drafts()) {
      drafts.open(dir.resolve("a.csv")).write("\uD800,");
      assertThatThrownBy(drafts::commit).isInstanceOf(IOException.class);
    }
    assertThat(dir).isEmptyDirectory();
  }

  @Test
  void draftsReplaceRegularFilesAlone() throws IOException {
    Files.createDirectory(dir.resolve("b.json"));
    try (Drafts drafts = new Drafts()) {
      drafts.add(dir.resolve("a.json"), "{}");
      assertThatThrownBy(() -> drafts.add(dir.resolve("b.json"), "{}"))
          .hasMessage("b.json is there already and is not a regular file");
    }
    assertThat(dir.resolve("a.json")).doesNotExist();
  }
}
