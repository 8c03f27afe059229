package dropoutlab.train;

import static org.assertj.core.api.Assertions.assertThat;

import dropoutlab.data.DataSet;
import dropoutlab.data.DataSets;
import dropoutlab.math.RandomStream;
import dropoutlab.spec.Experiment;
import dropoutlab.spec.ExperimentJson;
import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// A checkpoint holds every random stream that a session can reach, wherever a layer keeps it. Oracle: the fields of
/// all objects of the session.
class RememberedStreamsTest {
  private static Stream<Path> experiments() throws URISyntaxException, IOException {
    try (var files = Files.list(Path.of(RememberedStreamsTest.class.getResource("/determinism").toURI()))) {
      return files.sorted().toList().stream();
    }
  }

  @ParameterizedTest
  @MethodSource("experiments")
  void everyStreamIsInTheCheckpoint(Path file) throws Exception {
    Experiment experiment = ExperimentJson.read(Files.readString(file), file.getFileName().toString());
    DataSet data = DataSets.load(experiment, Path.of(""));
    TrainingSession session = new TrainingSession(experiment, data);
    session.step();
    Collection<List<Long>> saved = session.checkpoint().words().values();
    List<RandomStream> streams = streams(session);
    assertThat(streams).hasSizeGreaterThan(2);
    for (RandomStream each : streams)
      assertThat(saved).contains(Arrays.stream(each.state()).boxed().toList());
  }

  /// The stream that grows the mask of a weight from a word of another stream has no state from step to step.
  private static List<RandomStream> streams(Object root) throws IllegalAccessException {
    Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    Deque<Object> open = new ArrayDeque<>(List.of(root));
    List<RandomStream> found = new ArrayList<>();
    while (!open.isEmpty()) {
      Object next = open.pop();
      if (!seen.add(next)) continue;
      if (next instanceof RandomStream stream && hasState(stream)) found.add(stream);
      for (Object each : within(next)) if (each != null) open.push(each);
    }
    return found;
  }

  private static boolean hasState(RandomStream stream) {
    try {
      stream.state();
      return true;
    } catch (IllegalStateException grown) {
      return false;
    }
  }

  private static List<Object> within(Object of) throws IllegalAccessException {
    List<Object> all = new ArrayList<>();
    if (of instanceof Collection<?> items) all.addAll(items);
    else if (of instanceof Map<?, ?> items) all.addAll(items.values());
    else if (of instanceof Object[] items) all.addAll(Arrays.asList(items));
    else if (of.getClass().getName().startsWith("dropoutlab.") && !(of instanceof Enum))
      for (Class<?> kind = of.getClass(); kind != null && kind != Object.class; kind = kind.getSuperclass())
        for (Field field : kind.getDeclaredFields()) {
          if (field.getType().isPrimitive() || Modifier.isStatic(field.getModifiers())) continue;
          field.setAccessible(true);
          all.add(field.get(of));
        }
    return all;
  }
}
