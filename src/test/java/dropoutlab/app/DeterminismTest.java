package dropoutlab.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The same experiment gives the same bytes on every kind of processor that one machine can pass itself off as. The oracle
/// is the run with the virtual machine's own choice.
class DeterminismTest {
  private static final List<String> RUN = List.of("train", "digits", "--epochs", "3", "--set", "network.hidden.0.activation=gelu",
      "--set", "network.hidden.1.activation=tanh", "--set", "training.batch=33",
      "--set", "training.augmentation.shift=1", "--set", "training.augmentation.erase=0.3",
      "--set", "training.augmentation.noise=0.1",
      "--set", "training.augmentation.mixup=0.2", "--set", "training.learningRateSchedule.type=cosine",
      "--set", "regulariser.labelSmoothing=0.1");

  /// Convolution, pooling, attention and both gated cells, with widths that leave a rest beside every vector.
  private static final String LAYERS = """
      {"data": {"set": "digits", "training": 60, "validation": 30, "noise": 0.3},
       "network": {"hidden": [], "body": [{"type": "reshape", "rows": 16, "cols": 16}, {"type": "conv2d", "maps": 6},
         {"type": "activate"}, {"type": "pool"}, {"type": "conv2d", "maps": 3, "kernel": 3, "stride": 2},
         {"type": "dropout", "p": 0.2}, {"type": "reshape", "rows": 4, "cols": 12},
         {"type": "encoder", "heads": 3, "feedForward": 21},
         {"type": "recurrent", "cell": "lstm", "units": 19, "last": false, "drop": {"method": "candidate", "state": 0.2}},
         {"type": "recurrent", "cell": "gru", "units": 11, "drop": {"state": 0.2}}]},
       "training": {"epochs": 2, "batch": 17}, "seed": 3}""";

  @TempDir private Path folder;

  @Test void everyVectorWidthCoreCountAndCompilerGivesTheSameBytes() throws Exception {
    Map<String, byte[]> expected = trained("own-choice", RUN);
    assertThat(expected.keySet()).contains("experiment.json", "history.csv", "metrics.json", "model.json");
    assertSame(expected, trained("avx2", RUN, "-XX:UseAVX=2"));
    assertSame(expected, trained("no-vectors", RUN, "-Ddropoutlab.vector=false"));
    assertSame(expected, trained("one-core", RUN, "-XX:ActiveProcessorCount=1"));
    assertSame(expected, trained("two-cores", RUN, "-XX:ActiveProcessorCount=2"));
    assertSame(expected, trained("first-compiler", RUN, "-XX:TieredStopAtLevel=1"));
  }

  @Test void everyVectorWidthGivesTheSameBytesInEveryKindOfLayer() throws Exception {
    List<String> run = List.of("train", Files.writeString(folder.resolve("layers.json"), LAYERS).toString());
    Map<String, byte[]> expected = trained("layers", run);
    assertThat(new String(expected.get("metrics.json"))).doesNotContain("NaN");
    assertSame(expected, trained("layers-128-bits", run, "-XX:MaxVectorSize=16"));
    assertSame(expected, trained("layers-no-vectors", run, "-Ddropoutlab.vector=false"));
  }

  private static void assertSame(Map<String, byte[]> expected, Map<String, byte[]> actual) {
    assertThat(actual.keySet()).isEqualTo(expected.keySet());
    expected.forEach((name, bytes) -> assertThat(actual.get(name)).as(name).isEqualTo(bytes));
  }

  /// Trains in a virtual machine of its own with the given flags.
  private Map<String, byte[]> trained(String name, List<String> run, String... flags) throws IOException, InterruptedException {
    Path out = folder.resolve(name), log = folder.resolve(name + ".log");
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of(flags));
    command.addAll(List.of("--add-modules", "jdk.incubator.vector", "-XX:+IgnoreUnrecognizedVMOptions", "-cp",
        System.getProperty("java.class.path"), "dropoutlab.app.Main"));
    command.addAll(run);
    command.addAll(List.of("--out", out.toString()));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start();
    assertThat(process.waitFor()).as(() -> name + ":\n" + read(log)).isZero();
    Map<String, byte[]> files = new TreeMap<>();
    try (var paths = Files.list(out)) {
      for (Path path : paths.toList()) files.put(path.getFileName().toString(), Files.readAllBytes(path));
    }
    return files;
  }

  private static String read(Path log) {
    try {
      return Files.readString(log);
    } catch (IOException e) {
      return e.getMessage();
    }
  }
}
