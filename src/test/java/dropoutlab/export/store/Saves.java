package dropoutlab.export.store;

import dropoutlab.frame.Checkpoint;
import dropoutlab.frame.Matrix;
import dropoutlab.frame.Phase;
import dropoutlab.spec.Experiment;
import dropoutlab.spec.Presets;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/// Runs to save, with numbers of every kind that a checkpoint may hold, and files and codes as a forger would make them.
public final class Saves {
  private Saves() {}

  public static SavedRun light(String preset, long step) { return light(Presets.load(preset), step); }

  public static SavedRun light(Experiment experiment, long step) {
    return new SavedRun(experiment, step, Phase.MASK, SavedRun.State.PAUSED, Optional.empty(), "",
        new View("train", OptionalInt.of(3), Map.of("loss", Map.of("log", "true", "band", "10 seeds"))));
  }

  public static SavedRun whole(String preset, long step) {
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

  /// Returns the members of a saved run without its checksums.
  public static Map<String, byte[]> members(Path file) throws IOException {
    Map<String, byte[]> members = new LinkedHashMap<>();
    try (ZipFile zip = new ZipFile(file.toFile())) {
      for (ZipEntry each : zip.stream().map(ZipEntry.class::cast).toList())
        if (!each.getName().endsWith(".sha256")) members.put(each.getName(), zip.getInputStream(each).readAllBytes());
    }
    return members;
  }

  /// Returns a file of these members with the right checksums.
  public static byte[] sealed(Map<String, byte[]> members) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (MemberWriter writer = new MemberWriter(bytes)) {
      for (var each : members.entrySet()) writer.add(each.getKey(), each.getValue());
      writer.seal("checksums.sha256");
    }
    return bytes.toByteArray();
  }

  /// Returns the code of a preset with changes that nobody has checked: the head of another code, and the right check.
  public static String forged(String code, String changes) {
    String signs = code.replace("-", "").substring(0, 7) + Signs.of(PackedText.of(changes));
    return signs + ShareCode.check(signs);
  }

  /// Returns the same with bytes that need not be packed text at all.
  public static String forged(String code, byte[] packed) {
    String signs = code.replace("-", "").substring(0, 7) + Signs.of(packed);
    return signs + ShareCode.check(signs);
  }
}
