package dropoutlab.export;

import dropoutlab.data.Schema;
import dropoutlab.data.TargetUnit;
import dropoutlab.frame.Matrix;
import dropoutlab.frame.Noise;
import dropoutlab.frame.Weights;
import dropoutlab.nn.Network;
import dropoutlab.nn.build.Bytes;
import dropoutlab.nn.build.NetworkSize;
import dropoutlab.nn.build.TableSize;
import dropoutlab.predict.MethodNoise;
import dropoutlab.predict.NoiseFit;
import dropoutlab.spec.Beside;
import dropoutlab.spec.ExperimentException;
import dropoutlab.spec.ExperimentJson;
import dropoutlab.spec.NetworkSpec;
import dropoutlab.spec.Seed;
import dropoutlab.spec.StrictJson;
import dropoutlab.spec.Task;
import dropoutlab.words.Words;
import java.io.IOException;
import java.io.InputStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import tools.jackson.databind.node.ObjectNode;

/// A [Model] as JSON. Weights have one row per input of the layer; each number is the shortest that gives the same
/// float. Reading is strict: a file that does not fit throws an [ExperimentException] that names the file and the path
/// in it.
public final class ModelFile {
  public static final String NAME = "model.json";
  private static final String FORMAT = "dropout-lab-model";
  private static final int VERSION = 1;
  private static final long MOST_BYTES = 1L << 30;
  private static final Pattern HEAD = Pattern.compile("\"format\"\\s*:\\s*\"" + FORMAT + "\"");
  private static final int HEAD_BYTES = 4096;
  /// Older files lack these keys: they have one noise for both methods, and no factors.
  private static final List<String> OPTIONAL =
      List.of("noiseSd", "noiseSdMasksOff", "noiseFactor", "noiseFactorMasksOff", "body");

  private ModelFile() {}

  /// The file of a network beside.
  public static String named(String beside) { return "model-" + Beside.key(beside) + ".json"; }

  private record Whole(String format, int version, String title, long seed, NetworkSpec network, ModelColumns data,
                       Double noiseSd, Double noiseSdMasksOff, Double noiseFactor, Double noiseFactorMasksOff,
                       List<Layer> layers, List<double[][]> body) {}

  private record Layer(double[][] weights, double[] biases) {}

  public static String text(Model model) { return StrictJson.text(whole(model)); }

  /// Writes the same text without holding it in memory, where the text of a large network would be large.
  static void write(Model model, Writer to) { StrictJson.write(whole(model), to); }

  private static Whole whole(Model model) {
    List<Layer> layers = new ArrayList<>();
    for (int i = 0; i < model.weights().weights().size(); i++)
      layers.add(new Layer(numbers(model.weights().weights().get(i)), numbers(model.weights().biases().get(i))[0]));
    List<double[][]> body = model.weights().body().stream().map(ModelFile::numbers).toList();
    Noise mc = model.noise() == null ? null : model.noise().mcDropout();
    Noise off = model.noise() == null ? null : model.noise().deterministic();
    boolean learnt = model.learnsNoise();
    return new Whole(FORMAT, VERSION, model.title(), model.seed(), model.network(), ModelColumns.of(model.schema()),
        mc == null ? null : mc.sd(), off == null ? null : off.sd(), learnt ? mc.factor() : null,
        learnt ? off.factor() : null, layers, body.isEmpty() ? null : body);
  }

  /// Returns whether a file says at its beginning that it is a model.
  public static boolean isModel(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      return HEAD.matcher(new String(in.readNBytes(HEAD_BYTES), StandardCharsets.UTF_8)).find();
    } catch (IOException _) {
      return false;
    }
  }

  public static Model read(Path file) {
    String name = file.toString();
    ObjectNode tree = StrictJson.parse(JsonText.read(file, MOST_BYTES), name);
    if (!FORMAT.equals(tree.path("format").stringValue(null)))
      throw new ExperimentException(Words.of("export.model.none", name, FORMAT));
    if (!tree.path("version").isInt() || tree.get("version").intValue() != VERSION)
      throw new ExperimentException(tree.has("version")
          ? Words.of("export.model.version", name, VERSION, tree.get("version").toString())
          : Words.of("export.model.no_version", name, VERSION));
    for (String optional : OPTIONAL) if (!tree.has(optional)) tree.putNull(optional);
    if (tree.get("data") instanceof ObjectNode data) {
      for (String key : List.of("image", "transposed", "table")) if (!data.has(key)) data.putNull(key);
      if (data.get("table") instanceof ObjectNode table && !table.has("missingMarks")) table.putNull("missingMarks");
    }
    try {
      if (tree.get("network") instanceof ObjectNode network) ExperimentJson.fillLayers(network, "network");
      return model(StrictJson.bind(tree, Whole.class));
    } catch (ExperimentException e) {
      throw new ExperimentException(name + ": " + e.getMessage(), e);
    }
  }

  private static Model model(Whole whole) {
    require(whole.network() != null, "export.model.missing", "network");
    require(whole.data() != null, "export.model.missing", "data");
    require(whole.layers() != null, "export.model.missing", "layers");
    if (Seed.of(Long.toString(whole.seed())).isEmpty())
      throw new ExperimentException("seed: " + Seed.fault(Long.toString(whole.seed())) + ".");
    Schema schema = whole.data().schema();
    boolean regression = schema.task() == Task.REGRESSION;
    return new Model(whole.title(), whole.seed(), whole.network(), schema, regression ? noise(whole, schema) : null,
        weights(whole, schema));
  }

  private static MethodNoise noise(Whole whole, Schema schema) {
    Double sd = whole.noiseSd(), off = whole.noiseSdMasksOff() == null ? sd : whole.noiseSdMasksOff();
    requireNoise("noiseSd", sd);
    requireNoise("noiseSdMasksOff", off);
    double none = outputs(schema, whole.layers()) == 2 ? Double.NaN : 1;
    return new MethodNoise(noise("noiseFactorMasksOff", off, whole.noiseFactorMasksOff(), none, schema),
        noise("noiseFactor", sd, whole.noiseFactor(), none, schema));
  }

  private static void requireNoise(String key, Double sd) {
    require(sd != null && sd >= 0 && Float.isFinite(sd.floatValue()),
        "export.model.noise_sd", key);
  }

  /// @param none the factor if the file has none
  private static Noise noise(String key, double sd, Double factor, double none, Schema schema) {
    require(factor == null || factor > 0 && Double.isFinite(factor), "export.model.positive", key);
    double known = factor == null ? none : factor;
    boolean learnt = factor != null || Double.isNaN(none);
    boolean atBound = learnt ? NoiseFit.isAtBound(known) : NoiseFit.isAtBound(sd, TargetUnit.of(schema));
    return new Noise(sd, known, atBound, Optional.empty());
  }

  private static Weights weights(Whole whole, Schema schema) {
    int outputs = outputs(schema, whole.layers());
    NetworkSize size = fits(() -> NetworkSize.of(whole.network(), schema.shape(), outputs));
    List<Matrix> weights = new ArrayList<>();
    List<Matrix> biases = new ArrayList<>();
    int count = size.dense().size();
    require(whole.layers().size() == count,
        "export.model.layers", count, whole.layers().size());
    for (int i = 0; i < count; i++) {
      Layer layer = whole.layers().get(i);
      require(layer.weights() != null && layer.biases() != null, "export.model.missing", "layers[" + i + "]");
      weights.add(table("layers[" + i + "].weights", layer.weights(), size.dense().get(i)));
      int units = size.dense().get(i).cols();
      checkRow("layers[" + i + "].biases", layer.biases(), units);
      biases.add(floats(1, units, new double[][] {layer.biases()}));
    }
    Weights read = new Weights(weights, biases, body(whole.body() == null ? List.of() : whole.body(), size.extras()));
    requireMemory(size);
    Network network = fits(() -> new Network(whole.network(), schema.shape(), outputs, _ -> null));
    try {
      network.load(read);
    } catch (IllegalArgumentException e) {
      throw new ExperimentException("body: " + e.getMessage() + ".", e);
    }
    return read;
  }

  /// A few weights can lead to large activations, for example through padding upon padding.
  private static void requireMemory(NetworkSize size) {
    long needed = size.predicting(Network.INFERENCE_ROWS), most = Runtime.getRuntime().maxMemory();
    require(needed < most,
        "export.model.memory", Bytes.shown(needed), Bytes.refusal(needed, most));
  }

  private static List<Matrix> body(List<double[][]> numbers, List<TableSize> fitting) {
    require(numbers.size() == fitting.size(), "export.model.body", fitting.size(), numbers.size());
    List<Matrix> body = new ArrayList<>();
    for (int i = 0; i < fitting.size(); i++) body.add(table("body[" + i + "]", numbers.get(i), fitting.get(i)));
    return body;
  }

  /// A network for regression may have a second output, the log variance that it has learnt.
  private static int outputs(Schema schema, List<Layer> layers) {
    Layer last = layers.isEmpty() ? null : layers.getLast();
    boolean second = last != null && last.biases() != null && last.biases().length == 2;
    return schema.task() == Task.REGRESSION && second ? 2 : schema.outputs();
  }

  private static <T> T fits(Supplier<T> network) {
    try {
      return network.get();
    } catch (IllegalArgumentException e) {
      String path = e.getMessage().startsWith("network.") ? "" : "network: ";
      throw new ExperimentException(path + e.getMessage() + ".", e);
    }
  }

  private static Matrix table(String path, double[][] numbers, TableSize fitting) {
    int rows = fitting.rows(), cols = fitting.cols();
    require(numbers.length == rows, "export.model.rows", path, rows, numbers.length);
    for (int r = 0; r < rows; r++) checkRow(path + "[" + r + "]", numbers[r], cols);
    return floats(rows, cols, numbers);
  }

  private static Matrix floats(int rows, int cols, double[][] numbers) {
    float[] floats = new float[rows * cols];
    for (int i = 0; i < floats.length; i++) floats[i] = (float) numbers[i / cols][i % cols];
    return Matrix.copyOf(floats, rows, cols);
  }

  private static void checkRow(String path, double[] numbers, int cols) {
    require(numbers.length == cols, "export.model.numbers", path, cols);
    for (double value : numbers)
      require(Float.isFinite((float) value), "export.model.range", path);
  }

  private static double[][] numbers(Matrix table) {
    double[][] numbers = new double[table.rows()][table.cols()];
    for (int r = 0; r < table.rows(); r++)
      for (int c = 0; c < table.cols(); c++) numbers[r][c] = shortest((float) table.at(r, c));
    return numbers;
  }

  /// Returns the double with as few digits as possible that is read back as the same float.
  private static double shortest(float value) {
    double digits = Double.parseDouble(Float.toString(value));
    return (float) digits == value ? digits : value;
  }

  /// @param key the key of the sentence that says what does not hold
  static void require(boolean holds, String key, Object... parts) {
    if (!holds) throw new ExperimentException(Words.of(key, parts));
  }
}
