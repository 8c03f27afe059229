package dropoutlab.export.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dropoutlab.data.DataSet;
import dropoutlab.data.DataSets;
import dropoutlab.data.Schema;
import dropoutlab.export.Model;
import dropoutlab.frame.Frame;
import dropoutlab.frame.Matrix;
import dropoutlab.frame.RunState;
import dropoutlab.math.Tensor;
import dropoutlab.nn.Network;
import dropoutlab.nn.build.NetworkSize;
import dropoutlab.nn.build.TableSize;
import dropoutlab.spec.Beside;
import dropoutlab.spec.Experiment;
import dropoutlab.spec.Presets;
import dropoutlab.train.FrameBuilder;
import dropoutlab.train.TrainingSession;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// NumPy opens what is saved and computes with it what the engine does. Oracles: `src/test/python/weights.py`, which is
/// skipped where there is no NumPy, and files that NumPy has written, which are committed.
class NumPyTest {
  private static final Path WRITTEN = Path.of("src/test/resources/store");

  @TempDir Path dir;

  private static Frame trained(Experiment experiment, DataSet data, int steps) {
    TrainingSession session = new TrainingSession(experiment, data);
    for (int i = 0; i < steps; i++) session.step();
    return new FrameBuilder(session).present(0, new RunState.Paused(), 1);
  }

  @Test void numPyComputesWhatTheEngineDoes() throws Exception {
    String python = python();
    Assumptions.assumeTrue(python != null, "There is no Python with NumPy here (Debian: python3-numpy), so nothing is "
        + "opened with it.");
    Experiment experiment = Presets.load("two-moons").withSeed(11);
    DataSet data = DataSets.load(experiment, Path.of(""));
    Frame frame = trained(experiment, data, 60);
    Tensor x = data.validation().x();
    WeightsFile.write(dir.resolve("moons.npz"), WeightsFile.npz(frame));
    Files.write(dir.resolve("x.npy"), NumberFile.bytes(Matrix.copyOf(x.data(), x.rows(), x.cols())));
    SavedRun run = Saves.whole("two-moons", 60);
    RunFile.write(dir.resolve("run.dropoutlab"), run);
    JsonNode seen = opened(python);
    assertThat(seen.path("shapes").toString()).isEqualTo("{\"hidden.0.weight\":[2,16],\"hidden.0.bias\":[16],"
        + "\"hidden.1.weight\":[16,16],\"hidden.1.bias\":[16],\"output.weight\":[16,1],\"output.bias\":[1]}");
    assertThat(seen.path("seed").intValue()).isEqualTo(11);
    Tensor ours = logits(frame, data, x);
    for (int i = 0; i < ours.size(); i++)
      assertThat(seen.path("outputs").get(i).doubleValue()).isCloseTo(ours.data()[i], within(1e-5));
    assertThat(seen.path("step").intValue()).isEqualTo(60);
    assertThat(seen.path("saved").path("tables/network/weights 0").toString()).startsWith("[\"<f4\",[2,16],");
    assertThat(seen.path("saved").path("tables/odd doubles").toString()).startsWith("[\"<f8\",[1,5],");
    assertThat(seen.path("saved").path("words/streams").toString()).isEqualTo("[\"<i8\",[55],\""
        + run.checkpoint().orElseThrow().words().get("streams").stream().mapToLong(Long::longValue).sum() + "\"]");
  }

  private static Tensor logits(Frame frame, DataSet data, Tensor x) {
    Network network = new Network(frame.inForce(), data.schema().shape(), 1, _ -> null);
    network.load(frame.weights());
    Tensor out = new Tensor(x.rows(), 1);
    network.infer(x, out);
    return out;
  }

  private JsonNode opened(String python) throws IOException, InterruptedException {
    Path out = dir.resolve("out.json"), err = dir.resolve("err.txt");
    int code = run(Redirect.to(out.toFile()), Redirect.to(err.toFile()), python, "src/test/python/weights.py",
        dir.resolve("moons.npz").toString(), dir.resolve("x.npy").toString(), dir.resolve("run.dropoutlab").toString());
    assertThat(code).as(Files.readString(err)).isZero();
    return JsonMapper.shared().readTree(Files.readString(out, StandardCharsets.UTF_8));
  }

  private static String python() throws InterruptedException {
    for (String python : List.of("python3", "/usr/bin/python3", "python")) {
      try {
        if (run(Redirect.DISCARD, Redirect.DISCARD, python, "-c", "import numpy") == 0) return python;
      } catch (IOException notThere) {
        // The next one may be.
      }
    }
    return null;
  }

  private static int run(Redirect out, Redirect err, String... command) throws IOException, InterruptedException {
    Process process = new ProcessBuilder(command).redirectOutput(out).redirectError(err).start();
    if (!process.waitFor(120, TimeUnit.SECONDS)) process.destroyForcibly();
    return process.waitFor();
  }

  /// Written by `src/test/python/numpy_files.py`.
  @Test void whatNumPyHasWrittenIsReadAndWrittenTheSame() throws IOException {
    Matrix floats = Matrix.copyOf(new float[] {0.5f, -1.25f, 3, Float.NaN, Float.MIN_VALUE, -0f}, 2, 3);
    Matrix doubles = Matrix.copyOf(new double[] {1 / 3.0, 1e300, Double.NEGATIVE_INFINITY, -0.0}, 4, 1);
    List<Long> longs = List.of(Long.MIN_VALUE, -1L, 0L, Long.MAX_VALUE);
    assertThat(NumberFile.table(written("floats.npy"), "floats")).isEqualTo(floats);
    assertThat(NumberFile.table(written("doubles.npy"), "doubles")).isEqualTo(doubles);
    assertThat(NumberFile.table(written("flat.npy"), "flat")).isEqualTo(Matrix.copyOf(new float[] {1, 2}, 1, 2));
    assertThat(NumberFile.longs(written("longs.npy"), "longs")).isEqualTo(longs);
    assertThat(NumberFile.bytes(floats)).isEqualTo(written("floats.npy"));
    assertThat(NumberFile.bytes(doubles)).isEqualTo(written("doubles.npy"));
    assertThat(NumberFile.flat(Matrix.copyOf(new float[] {1, 2}, 1, 2))).isEqualTo(written("flat.npy"));
    assertThat(NumberFile.bytes(longs)).isEqualTo(written("longs.npy"));
  }

  private static byte[] written(String file) throws IOException { return Files.readAllBytes(WRITTEN.resolve(file)); }

  static Stream<String> presets() { return Presets.names().stream(); }

  /// Oracle: what the engine counts for each layer. Several rows need two dimensions.
  @ParameterizedTest
  @MethodSource("presets")
  void everyTableOfEveryPresetHasAName(String preset) {
    Experiment experiment = Presets.load(preset);
    Schema schema = DataSets.load(experiment, Path.of("")).schema();
    for (Beside each : experiment.sideBySide()) {
      List<TableSize> sizes = NetworkSize.of(each.network(), schema.shape(), schema.outputs()).extras();
      List<TableNames.Named> names = TableNames.body(each.network());
      assertThat(names).hasSameSizeAs(sizes).doesNotHaveDuplicates();
      for (int i = 0; i < sizes.size(); i++)
        assertThat(names.get(i).matrix() || sizes.get(i).rows() == 1).as(names.get(i).name()).isTrue();
    }
  }

  @Test void aModelIsWrittenWithItsNetworkAndAnExperimentWithItself() throws IOException {
    Experiment experiment = Presets.load("two-moons");
    DataSet data = DataSets.load(experiment, Path.of(""));
    Frame frame = trained(experiment, data, 1);
    assertThat(names(WeightsFile.npz(frame))).contains("hidden.0.weight.npy", "output.bias.npy", "experiment.json")
        .endsWith("tables.txt");
    assertThat(names(WeightsFile.npz(Model.of(frame, data)))).contains("hidden.1.bias.npy", "network.json").endsWith("tables.txt");
  }

  private static List<String> names(byte[] npz) throws IOException {
    List<String> names = new ArrayList<>();
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(npz))) {
      for (ZipEntry each = zip.getNextEntry(); each != null; each = zip.getNextEntry()) names.add(each.getName());
    }
    return names;
  }
}
