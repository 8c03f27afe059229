package dropoutlab.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import dropoutlab.VirtualMachine;
import dropoutlab.export.ExperimentFile;
import dropoutlab.export.ModelFile;
import dropoutlab.spec.Activation;
import dropoutlab.spec.Beside;
import dropoutlab.spec.DropoutSpec;
import dropoutlab.spec.LayerSpec.Recurrent.Cell;
import dropoutlab.spec.LayerSpec.RecurrentDrop.RecurrentMethod;
import dropoutlab.spec.LayerSpec;
import dropoutlab.spec.OptimiserSpec;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The same experiment gives the same bytes on every kind of processor that one machine can imitate. The oracle is the
/// run with the virtual machine's own choice.
///
/// The experiments are those of `src/test/resources/determinism`; together they have every layer, dropout method,
/// activation, optimiser and loss. Each virtual machine trains them all.
class DeterminismTest {
  /// The network beside that diverges, so that there is no model of it.
  private static final String FAILS = "bad";
  private static final List<String> FILES = List.of("experiment.json", "history.csv", "metrics.json", "model.json");

  /// The virtual machine's own choice, and the flags that change it. A width that the processor lacks is emulated.
  private static final List<String> FLAGS = List.of("-showversion", "-XX:UseAVX=2", "-XX:MaxVectorSize=16",
      "-Ddropoutlab.vector=512", "-Ddropoutlab.vector=256", "-Ddropoutlab.vector=128", "-Ddropoutlab.vector=plain",
      "-XX:ActiveProcessorCount=1", "-XX:ActiveProcessorCount=2", "-XX:TieredStopAtLevel=1");

  @TempDir private Path folder;

  /// Two virtual machines run at a time.
  @Test void everyVectorWidthCoreCountAndCompilerGivesTheSameBytes() throws Exception {
    try (ExecutorService two = Executors.newFixedThreadPool(2)) {
      List<Future<Map<String, byte[]>>> runs = FLAGS.stream().map(flag -> two.submit(() -> trained(flag))).toList();
      Map<String, byte[]> expected = runs.getFirst().get();
      assertThat(expected.keySet()).isEqualTo(written());
      for (int i = 1; i < FLAGS.size(); i++) assertSame(FLAGS.get(i), expected, runs.get(i).get());
    }
  }

  /// Oracle: the names that files use for them.
  @Test void theExperimentsHaveEveryLayerAndEveryMethodOfDropout() throws Exception {
    StringBuilder all = new StringBuilder();
    for (Path each : listed(experiments())) all.append(Files.readString(each));
    assertThat(all).contains(Stream.concat(
            Stream.of(LayerSpec.class, DropoutSpec.class, OptimiserSpec.class).flatMap(DeterminismTest::names),
            Stream.of("\"mode\": \"batch\"", "\"layerDrop\"", "\"target\": \"units\"", "\"inference\": \"mean\"",
                "\"maps\": true", "\"average\"", "\"inputDrop\"", "gaussian-nll")).toList());
    for (Enum<?>[] each : new Enum<?>[][] {RecurrentMethod.values(), Cell.values(), Activation.values()})
      for (Enum<?> one : each)
        if (one != Activation.IDENTITY && one != Activation.RELU && one != RecurrentMethod.VARIATIONAL)
          assertThat(all).contains('"' + one.name().toLowerCase(Locale.ROOT).replace('_', '-') + '"');
  }

  private static Stream<String> names(Class<?> sealed) {
    return Stream.of(sealed.getAnnotation(JsonSubTypes.class).value()).map(JsonSubTypes.Type::name)
        .filter(name -> !name.equals("inverted")).map(name -> "\"type\": \"" + name + '"');
  }

  private static Path experiments() throws URISyntaxException {
    return Path.of(DeterminismTest.class.getResource("/determinism").toURI());
  }

  private static List<Path> listed(Path of) throws IOException {
    try (var files = Files.list(of)) {
      return files.sorted().toList();
    }
  }

  private static Set<String> written() throws Exception {
    Set<String> names = new TreeSet<>();
    for (Path each : listed(experiments())) {
      String folder = each.getFileName().toString().replace(".json", "") + '/';
      for (String file : FILES) names.add(folder + file);
      for (Beside beside : ExperimentFile.read(each).beside())
        if (!beside.name().equals(FAILS)) names.add(folder + ModelFile.named(beside.name()));
    }
    return names;
  }

  private static void assertSame(String flag, Map<String, byte[]> expected, Map<String, byte[]> actual) {
    assertThat(actual.keySet()).isEqualTo(expected.keySet());
    expected.forEach((name, bytes) -> assertThat(actual.get(name)).as("%s, %s", flag, name).isEqualTo(bytes));
  }

  /// Trains in a separate virtual machine with the given flag.
  private Map<String, byte[]> trained(String flag) throws Exception {
    String name = "run" + FLAGS.indexOf(flag);
    Path out = folder.resolve(name), log = folder.resolve(name + ".log");
    VirtualMachine.run(List.of(flag), TrainAll.class, List.of(experiments().toString(), out.toString()), log);
    Map<String, byte[]> files = new TreeMap<>();
    for (Path run : listed(out))
      for (Path file : listed(run)) files.put(run.getFileName() + "/" + file.getFileName(), Files.readAllBytes(file));
    return files;
  }
}
