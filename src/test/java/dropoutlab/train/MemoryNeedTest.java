package dropoutlab.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dropoutlab.data.DataSet;
import dropoutlab.data.DataSets;
import dropoutlab.spec.Experiment;
import dropoutlab.spec.ExperimentJson;
import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Oracle: the arrays that a session really holds after an epoch, found by following its fields.
class MemoryNeedTest {
  private static Experiment experiment(String json) { return ExperimentJson.read(json.replace('\'', '"'), "x"); }

  private static DataSet data(Experiment experiment) { return DataSets.load(experiment, Path.of("")); }

  @ParameterizedTest
  @ValueSource(strings = {
      "{'network': {'hidden': [{'units': 500, 'drop': 0.5}, {'units': 700, 'drop': 0.5}]}}",
      "{'network': {'hidden': [{'units': 900}]}, 'training': {'twin': false, 'batch': 64}}",
      "{'network': {'hidden': [{'units': 900}]}, 'optimiser': {'type': 'sgd'}, 'regulariser': {'maxNorm': 3}}",
      "{'network': {'hidden': [{'units': 300}, {'units': 500, 'drop': 0.5, 'method': {'type':"
          + " 'drop-connect', 'samples': 2}}]}}",
      "{'network': {'hidden': [{'units': 300}, {'units': 500, 'drop': 0.5, 'method': {'type': 'targeted'}}]}}",
      "{'network': {'hidden': [{'units': 700, 'drop': 0.5, 'method': {'type': 'targeted', 'target': 'units'}}]}}",
      "{'network': {'hidden': [{'units': 900, 'drop': 0.1, 'method': {'type': 'concrete'}}]}, 'optimiser':"
          + " {'type': 'nesterov'}}",
      "{'data': {'set': 'digits'}, 'network': {'body': [{'type': 'conv2d', 'maps': 12}, {'type': 'activate'}, {'type':"
          + " 'pool'}, {'type': 'drop-block'}, {'type': 'batch-norm'}], 'hidden': []}, 'training': {'batch': 32}}",
      "{'data': {'set': 'digits'}, 'network': {'body': [{'type': 'conv2d', 'maps': 40, 'kernel': 5, 'stride': 2}, {'type':"
          + " 'layer-norm'}, {'type': 'spatial-dropout'}, {'type': 'residual', 'layers': [{'type': 'conv2d', 'maps': 40},"
          + " {'type': 'activate'}], 'drop': 0.2}]}}",
      "{'data': {'set': 'digits', 'training': 10, 'validation': 1}, 'network': {'body': [{'type': 'conv2d', 'maps': 60,"
          + " 'kernel': 5}], 'hidden': []}, 'training': {'batch': 1}}",
      "{'data': {'set': 'digits', 'training': 10, 'validation': 1}, 'network': {'body': [{'type': 'conv2d', 'maps': 60,"
          + " 'padding': 30, 'stride': 3}], 'hidden': []}, 'training': {'batch': 1}}",
      "{'data': {'set': 'temporal-order'}, 'network': {'body': [{'type': 'embedding', 'vocabulary': 6, 'width': 30, 'drop':"
          + " 0.1}, {'type': 'recurrent', 'units': 60, 'drop': {'inputs': 0.2, 'state': 0.2, 'outputs': 0.1}}]}}",
      "{'data': {'set': 'temporal-order'}, 'network': {'body': [{'type': 'embedding', 'vocabulary': 6, 'width': 30}, {'type':"
          + " 'recurrent', 'cell': 'gru', 'last': false, 'units': 60}, {'type': 'time-pool'}]}}",
      "{'data': {'set': 'temporal-order'}, 'network': {'body': [{'type': 'embedding', 'vocabulary': 6, 'width': 32}, {'type':"
          + " 'position'}, {'type': 'encoder', 'feedForward': 64}, {'type': 'attention', 'heads': 2}], 'hidden': []}}",
  })
  void theEstimateIsWhatASessionHolds(String json) {
    Experiment experiment = experiment(json);
    DataSet data = data(experiment);
    TrainingSession session = new TrainingSession(experiment, data);
    while (session.progress().epoch() == 0) session.step();
    MemoryNeed memory = MemoryNeed.of(experiment, data);
    assertThat((memory.training() + 2.0 * memory.snapshot()) / held(session)).isCloseTo(1, within(0.03));
  }

  /// Oracle: the weights counted by hand.
  @Test void whatDoesNotFitIsToldWithWhatItNeedsAndTheFlag() {
    Experiment experiment = experiment("{'data': {'set': 'friedman'}, 'network': {'hidden': [{'units': 8000}, {'units':"
        + " 8000}]}}");
    MemoryNeed memory = MemoryNeed.of(experiment, data(experiment));
    long weights = 10 * 8000 + 8000 + 8000 * 8000 + 8000 + 8000 + 1;
    assertThat(memory.snapshot()).isEqualTo(2 * 4 * weights);
    // Network and twin: weights, gradients and the state of Adam. One network that predicts: weights and gradients, and
    // a copy of its weights as they are written.
    double all = (2 * 4 + 2 + 2) * 4 * weights;
    assertThat((20L << 30) - memory.leftFor(6, 20L << 30)).isCloseTo((long) (1.08 * all), within((long) (0.05 * all)));
    assertThatThrownBy(() -> memory.leftFor(6, 1L << 30)).isInstanceOf(IllegalArgumentException.class)
        .hasMessageMatching("Training needs about \\d\\.\\d GB of memory, of which network.hidden\\[1] takes"
            + " \\d\\.\\d GB, but the program may use 1\\.0 GB; give it more: start it with mvn"
            + " -Dheap=\\dg \\(which is the flag -Xmx\\dg\\), or make the network or the batch smaller");
  }

  /// Returns the bytes of all arrays of numbers and references that can be reached from `root`.
  private static long held(Object root) {
    Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    Deque<Object> next = new ArrayDeque<>(Set.of(root));
    long bytes = 0;
    while (!next.isEmpty()) {
      Object object = next.pop();
      if (!seen.add(object)) continue;
      Class<?> type = object.getClass();
      if (type.isArray()) {
        bytes += (long) Array.getLength(object) * (type == double[].class || type == long[].class ? 8 : 4);
        if (object instanceof Object[] all) for (Object each : all) if (each != null) next.push(each);
      } else if (object instanceof Collection<?> all) next.addAll(all);
      else if (isOurs(object)) fields(object, type, next);
    }
    return bytes;
  }

  private static boolean isOurs(Object object) {
    Class<?> type = object.getClass();
    return type.getName().startsWith("dropoutlab.") && !(object instanceof Enum) && !type.isHidden();
  }

  private static void fields(Object object, Class<?> type, Deque<Object> next) {
    for (Class<?> each = type; each != null && each != Object.class; each = each.getSuperclass())
      for (Field field : each.getDeclaredFields()) {
        if (Modifier.isStatic(field.getModifiers()) || field.getType().isPrimitive()) continue;
        field.setAccessible(true);
        try {
          Object value = field.get(object);
          if (value != null) next.push(value);
        } catch (IllegalAccessException e) {
          throw new AssertionError(e);
        }
      }
  }
}
