package dropoutlab.export.python;

import dropoutlab.data.DataSet;
import dropoutlab.data.Schema;
import dropoutlab.frame.Matrix;
import dropoutlab.frame.Weights;
import dropoutlab.math.RandomStream;
import dropoutlab.math.Tensor;
import dropoutlab.nn.Loss;
import dropoutlab.spec.Experiment;
import dropoutlab.words.Words;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// An experiment as a script for PyTorch and the numbers that it reads.
///
/// @param text   the script
/// @param tables the examples as the network takes them, the order of the examples in each epoch, the first weights, and the
///               trained ones where there are any: by the names that the script asks for
/// @param cannot what the script does not do, a sentence each
public record PythonScript(String text, Map<String, Matrix> tables, List<String> cannot) {
  private static final String FOLDER = "/assets/python/";
  /// Beyond so many numbers the script draws the orders of later epochs itself.
  private static final int MOST_ORDERS = 4_000_000;

  /// @param name    of the files, without an ending
  /// @param first   the weights with which the training begins
  /// @param trained the weights that it has reached
  public static PythonScript of(Experiment experiment, DataSet data, String name, Weights first, Optional<Weights> trained) {
    Schema schema = data.schema();
    int outputs = Loss.of(experiment.training().loss(), schema.task(), schema.outputs()).outputs(schema.outputs());
    PythonNetwork network = PythonNetwork.of(experiment.network(), schema.shape(), outputs, first);
    Set<String> classes = new LinkedHashSet<>(network.classes());
    Map<String, String> parts = Training.parts(experiment, schema, classes);
    List<String> cannot = cannot(experiment);
    parts.put("title", experiment.title().replace("\\", "\\\\").replace("\"", "'"));
    parts.put("script", name + ".py");
    parts.put("data", name + ".npz");
    parts.put("cannot", String.join("", cannot.stream().map(sentence -> "\n" + sentence + "\n").toList()));
    parts.put("classes", String.join("", classes.stream().map(each -> "\n" + asset(each + ".py") + "\n").toList()));
    parts.put("layers", String.join("\n", network.layers().stream().map(each -> "        " + each + ",").toList()));
    parts.put("fed", String.join("", network.fed().stream().map(each -> "    " + each + "\n").toList()));
    Map<String, Matrix> tables = tables(experiment, data);
    network.state().forEach((key, table) -> tables.put("first." + key, table));
    trained.ifPresent(weights -> PythonNetwork.of(experiment.network(), schema.shape(), outputs, weights).state()
        .forEach((key, table) -> tables.put("trained." + key, table)));
    return new PythonScript(filled(asset("script.py"), parts), tables, cannot);
  }

  private static List<String> cannot(Experiment experiment) {
    List<String> cannot = new ArrayList<>();
    if (!experiment.interventions().isEmpty()) cannot.add(Words.count("python.cannot.interventions", experiment.interventions().size()));
    if (!experiment.beside().isEmpty()) cannot.add(Words.count("python.cannot.beside", experiment.beside().size()));
    return cannot;
  }

  private static Map<String, Matrix> tables(Experiment experiment, DataSet data) {
    Map<String, Matrix> tables = new LinkedHashMap<>();
    tables.put("train_x", table(data.train().x()));
    tables.put("train_y", table(data.train().y()));
    tables.put("validation_x", table(data.validation().x()));
    tables.put("validation_y", table(data.validation().y()));
    tables.put("order", orders(experiment, data.train().size()));
    return tables;
  }

  private static Matrix table(Tensor from) { return Matrix.copyOf(from.data(), from.rows(), from.cols()); }

  /// The order of the examples in each epoch, (epochs x examples), as the engine's own training draws it.
  private static Matrix orders(Experiment experiment, int examples) {
    int epochs = Math.min(experiment.training().epochs(), Math.max(1, MOST_ORDERS / Math.max(1, examples)));
    RandomStream shuffling = RandomStream.of(experiment.seed(), RandomStream.Purpose.SHUFFLE);
    int[] order = new int[examples];
    Arrays.setAll(order, i -> i);
    float[] all = new float[epochs * examples];
    for (int epoch = 0; epoch < epochs; epoch++) {
      shuffling.shuffle(order);
      for (int i = 0; i < examples; i++) all[epoch * examples + i] = order[i];
    }
    return Matrix.copyOf(all, epochs, examples);
  }

  private static String filled(String template, Map<String, String> parts) {
    String text = template;
    for (Map.Entry<String, String> each : parts.entrySet()) text = text.replace("${" + each.getKey() + "}", each.getValue());
    return text;
  }

  private static String asset(String file) {
    try (InputStream in = PythonScript.class.getResourceAsStream(FOLDER + file)) {
      if (in == null) throw new IllegalStateException("The file " + file + " is missing from this installation.");
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
