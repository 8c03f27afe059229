package dropoutlab.export.store;

import dropoutlab.frame.Checkpoint;
import dropoutlab.frame.Matrix;
import dropoutlab.frame.Phase;
import dropoutlab.spec.Experiment;
import dropoutlab.spec.Presets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;

/// Runs to save, with numbers of every kind that a checkpoint may hold.
final class Saves {
  private Saves() {}

  static SavedRun light(String preset, long step) { return light(Presets.load(preset), step); }

  static SavedRun light(Experiment experiment, long step) {
    return new SavedRun(experiment, step, Phase.MASK, SavedRun.State.PAUSED, Optional.empty(), "",
        new View("train", OptionalInt.of(3), Map.of("loss", Map.of("log", "true", "band", "10 seeds"))));
  }

  static SavedRun whole(String preset, long step) {
    return light(preset, step).with(run -> run.checkpoint(Optional.of(checkpoint(step))).history("epoch,loss\n0,0.5\n"));
  }

  /// A checkpoint whose numbers follow from its step, so that halves of two would be noticed.
  static Checkpoint checkpoint(long step) {
    Random random = new Random(step);
    Map<String, Matrix> tables = new LinkedHashMap<>();
    tables.put("network/weights 0", floats(random, 2, 16));
    tables.put("network/weights 1", floats(random, 16, 1));
    tables.put("network beside-2/adam.first", floats(random, 1, 7));
    tables.put("empty", Matrix.EMPTY);
    tables.put("odd floats", Matrix.copyOf(new float[] {Float.NaN, -0f, Float.MIN_VALUE, Float.POSITIVE_INFINITY}, 2, 2));
    tables.put("odd doubles", Matrix.copyOf(new double[] {Double.NaN, -0.0, Double.MIN_VALUE, Double.MAX_VALUE, step}, 1, 5));
    List<Long> states = new ArrayList<>(List.of(Long.MIN_VALUE, -1L, 0L, Long.MAX_VALUE, step));
    for (int i = 0; i < 50; i++) states.add(random.nextLong());
    return new Checkpoint(step, tables, Map.of("streams", states, "none", List.of()));
  }

  private static Matrix floats(Random random, int rows, int cols) {
    float[] values = new float[rows * cols];
    for (int i = 0; i < values.length; i++) values[i] = (float) random.nextGaussian();
    return Matrix.copyOf(values, rows, cols);
  }
}
