package dropoutlab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dropoutlab.cli.parts.CallerMistake;
import dropoutlab.cli.parts.Stop;
import dropoutlab.data.DataException;
import dropoutlab.data.DataSet;
import dropoutlab.export.ExperimentFile;
import dropoutlab.export.HistoryFile;
import dropoutlab.export.MetricsFile;
import dropoutlab.export.Model;
import dropoutlab.export.ModelFile;
import dropoutlab.export.StartedData;
import dropoutlab.export.TrainedRun;
import dropoutlab.frame.Frame;
import dropoutlab.frame.Matrix;
import dropoutlab.frame.Noise;
import dropoutlab.frame.RunState;
import dropoutlab.math.Tensor;
import dropoutlab.predict.MethodNoise;
import dropoutlab.predict.Predictor;
import dropoutlab.spec.Experiment;
import dropoutlab.spec.ExperimentException;
import dropoutlab.spec.ExperimentJson;
import dropoutlab.train.FrameBuilder;
import dropoutlab.train.TrainingSession;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Random experiments end well or with a sentence; the files that they write are finite, can be read back and predict
/// the same. Oracle: the files themselves, and the bits of the model before it was written.
///
/// `-Ddropoutlab.experiments=100000` runs that many, from number `-Ddropoutlab.first` on.
class ExperimentFuzzTest {
  private static final int EXPERIMENTS = Integer.getInteger("dropoutlab.experiments", 400);
  private static final long FIRST = Long.getLong("dropoutlab.first", 0);
  private static final int TOLD = 25_000;

  @TempDir private Path dir;
  private final Map<String, Integer> ends = new TreeMap<>();

  @Test void everyExperimentEndsWellOrWithASentence() throws IOException {
    List<String> files = files();
    List<String> faults = new ArrayList<>();
    for (long number = FIRST; number < FIRST + EXPERIMENTS && faults.size() < 20; number++) {
      String text = DrawnExperiment.text(number, files);
      try {
        ends.merge(end(text, number), 1, Integer::sum);
      } catch (Exception | AssertionError | StackOverflowError e) {
        faults.add("experiment " + number + ": " + text + "\n  " + e + "\n    at " + where(e));
      }
      if ((number - FIRST + 1) % TOLD == 0) System.out.println(number + 1 + " experiments: " + ends);
    }
    assertThat(faults).as(() -> ends.toString()).isEmpty();
    assertThat(ends.get("kept")).isGreaterThan(EXPERIMENTS / 4);
  }

  private static String where(Throwable e) {
    return Arrays.stream(e.getStackTrace()).limit(6).map(StackTraceElement::toString)
        .collect(Collectors.joining("\n    at "));
  }

  /// The end of an experiment: refused with a sentence, failed with a sentence, or kept.
  private String end(String text, long number) throws IOException {
    Experiment experiment;
    DataSet data;
    Training training;
    try {
      experiment = ExperimentJson.read(text, "drawn");
      data = StartedData.load(experiment, dir);
      training = new Training(experiment, data);
    } catch (ExperimentException | DataException | CallerMistake e) {
      assertSentence(e.getMessage());
      return "refused";
    }
    if (number % 10 == 1) look(experiment, data);
    try (training; Stop stop = new Stop()) {
      training.run(stop, new PrintWriter(Writer.nullWriter()), false);
      boolean started = training.epochsDone() > 0 || experiment.training().epochs() == 0;
      Optional<TrainedRun> run = started && training.failure().isEmpty() || training.epochsDone() > 0
          ? training.outcome(data) : Optional.empty();
      if (run.isPresent()) check(run.get(), number);
      if (training.failure().isEmpty()) return "kept";
      assertSentence(training.failure().get().cause());
      assertSentence(training.failure().get().advice());
      return run.isPresent() ? "failed, and kept what was good" : "failed";
    }
  }

  /// Takes half-steps, each with the pictures that a window would show.
  private static void look(Experiment experiment, DataSet data) {
    TrainingSession session = new TrainingSession(experiment, data);
    FrameBuilder builder = new FrameBuilder(session);
    for (int half = 0; half < 14; half++) {
      Frame frame = builder.present(1, new RunState.Paused(), 0);
      Stream.of(frame.weights().weights(), frame.weights().biases(), frame.weights().body())
          .flatMap(List::stream).forEach(ExperimentFuzzTest::assertFinite);
      frame.dropRates().forEach(p -> assertThat(p).isBetween(0.0, 1.0));
      frame.network().layers().forEach(layer -> Stream.of(layer.activations(), layer.mask(), layer.weights(),
          layer.biases(), layer.gradients()).forEach(ExperimentFuzzTest::assertFinite));
      session.halfStep();
    }
  }

  private static void assertFinite(Matrix table) {
    for (int i = 0; i < table.size(); i++) assertThat(table.get(i)).isFinite();
  }

  private static void assertSentence(String text) {
    assertThat(text).hasSizeGreaterThan(15).doesNotContain("Exception", "null pointer", "dropoutlab.", "@", "Index ");
  }

  /// Returns the noise as a model file keeps it, without the account of how it was found.
  private static Model withoutFit(Model model) {
    if (model.noise() == null) return model;
    MethodNoise noise = model.noise().each(each -> new Noise(each.sd(), each.factor(), each.atBound(), Optional.empty()));
    return new Model(model.title(), model.seed(), model.network(), model.schema(), noise, model.weights());
  }

  private void check(TrainedRun run, long number) throws IOException {
    String model = ModelFile.text(run.model()), experiment = ExperimentFile.text(run.experiment());
    for (String text : List.of(model, experiment, MetricsFile.of(run).text(),
        HistoryFile.text(run.history(), run.hasTwin())))
      assertThat(text).doesNotContain("NaN", "Infinity");
    Model read = ModelFile.read(Files.writeString(dir.resolve("model.json"), model));
    assertThat(read).isEqualTo(withoutFit(run.model()));
    assertThat(ExperimentJson.read(experiment, "x")).isEqualTo(run.experiment());
    Tensor x = run.data().shown().x();
    Predictor written = run.model().predictor(1), again = read.predictor(1);
    float[] predicted = bits(written.deterministic(x));
    for (float each : predicted) assertThat(each).isFinite();
    assertThat(bits(again.deterministic(x))).isEqualTo(predicted);
    for (boolean held : new boolean[] {true, false})
      assertThat(bits(again.pass(x, held))).isEqualTo(bits(written.pass(x, held)));
    if (number % 20 == 0) assertRepeats(run);
    if (number % 20 == 10) assertGoesOn(run);
  }

  /// Starts from the model that was written last.
  private void assertGoesOn(TrainedRun run) {
    Experiment on = run.experiment().withoutInterventions().with(e -> e.startFrom("model.json")
        .training(run.experiment().training().withEpochs(0)));
    try (Training training = new Training(on, StartedData.load(on, dir))) {
      assertThat(training.outcome(run.data()).map(TrainedRun::weights).orElse(run.weights())).isEqualTo(run.weights());
    } catch (CallerMistake e) {
      assertSentence(e.getMessage());
    }
  }

  private void assertRepeats(TrainedRun run) throws IOException {
    try (Training training = new Training(run.experiment(), run.data()); Stop stop = new Stop()) {
      training.run(stop, new PrintWriter(Writer.nullWriter()), false);
      TrainedRun again = training.outcome(run.data()).orElseThrow();
      assertThat(ModelFile.text(again.model())).isEqualTo(ModelFile.text(run.model()));
    }
  }

  private static float[] bits(Tensor tensor) { return Arrays.copyOf(tensor.data(), tensor.size()); }

  /// Returns small data files of all kinds, usual and extreme, and the keys of `data` for each.
  private List<String> files() throws IOException {
    List<String> keys = new ArrayList<>();
    Map<String, double[]> columns = new TreeMap<>(Map.of("usual", new double[] {1, 0},
        "large", new double[] {1e6, 2.46e6}, "huge", new double[] {1e29, 0}, "tiny", new double[] {1e-30, 0},
        "constant", new double[] {0, 5},
        "far", new double[] {1e-5, 1e9}));
    columns.forEach((x, ofX) -> columns.forEach((y, ofY) ->
        keys.add(csv(x + "-" + y, ofX, ofY, "\"task\": \"regression\""))));
    keys.add(csv("usual-usual", columns.get("usual"), columns.get("usual"),
        "\"task\": \"regression\", \"validationShare\": 0"));
    keys.add(csv("classes", new double[] {1, 0}, new double[] {1, 2}, "\"task\": \"classification\""));
    Files.writeString(dir.resolve("outlier.csv"), rows(1, 0, 1, 0) + "1e22,0\n");
    keys.add("{\"type\": \"csv\", \"path\": \"outlier.csv\", \"target\": \"y\"}");
    keys.add(words());
    keys.add(wide());
    keys.add(images());
    keys.add("{\"type\": \"points\", \"points\": [{\"x\": 0, \"y\": 1}, {\"x\": 1, \"y\": 1, \"label\": 1},"
        + " {\"x\": 2, \"y\": -1e6}, {\"x\": 1e6, \"y\": 0, \"label\": 1}, {\"x\": 3, \"y\": 2},"
        + " {\"x\": 4, \"y\": 1, \"label\": 1}]}");
    keys.add("{\"type\": \"csv\", \"path\": \"none.csv\", \"target\": \"y\"}");
    return keys;
  }

  private String csv(String name, double[] ofX, double[] ofY, String more) {
    try {
      Files.writeString(dir.resolve(name + ".csv"), rows(ofX[0], ofX[1], ofY[0], ofY[1]));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    return "{\"type\": \"csv\", \"path\": \"" + name + ".csv\", \"target\": \"y\", " + more + "}";
  }

  private static String rows(double xSpread, double xMean, double ySpread, double yMean) {
    StringBuilder text = new StringBuilder("x,y\n");
    for (int i = 0; i < 24; i++)
      text.append(xMean + xSpread * (i % 7 - 3)).append(',').append(yMean + ySpread * (i % 5 - 2)).append('\n');
    return text.toString();
  }

  private String words() throws IOException {
    StringBuilder text = new StringBuilder("a,b,c,d,y\n");
    for (int i = 0; i < 30; i++)
      text.append(i % 6).append(',').append(i % 5).append(',').append(i % 3).append(',').append(i % 2).append(',')
          .append(i % 3 == 0 ? "yes" : "no").append('\n');
    Files.writeString(dir.resolve("words.csv"), text);
    return "{\"type\": \"csv\", \"path\": \"words.csv\", \"target\": \"y\"}";
  }

  private String wide() throws IOException {
    StringBuilder text = new StringBuilder("a,b,c,d,e,f,y\n");
    for (int i = 0; i < 30; i++) {
      for (int c = 1; c < 7; c++) text.append((i * c) % 11).append(',');
      text.append("abc".charAt(i % 3)).append('\n');
    }
    Files.writeString(dir.resolve("wide.csv"), text);
    return "{\"type\": \"csv\", \"path\": \"wide.csv\", \"target\": \"y\"}";
  }

  /// Twelve pictures of 4 x 5 pixels.
  private String images() throws IOException {
    ByteBuffer images = ByteBuffer.allocate(16 + 12 * 20).putInt(0x803).putInt(12).putInt(4).putInt(5);
    ByteBuffer labels = ByteBuffer.allocate(8 + 12).putInt(0x801).putInt(12);
    for (int i = 0; i < 12; i++) {
      for (int pixel = 0; pixel < 20; pixel++) images.put((byte) (i * pixel * 37));
      labels.put((byte) (i % 3));
    }
    Files.write(dir.resolve("a-images-idx3-ubyte"), images.array());
    Files.write(dir.resolve("a-labels-idx1-ubyte"), labels.array());
    return "{\"type\": \"idx\", \"images\": \"a-images-idx3-ubyte\", \"labels\": \"a-labels-idx1-ubyte\"}";
  }
}
