package dropoutlab.figure;

import dropoutlab.data.DataSet;
import dropoutlab.data.Examples;
import dropoutlab.data.ImageShape;
import dropoutlab.data.Scaling;
import dropoutlab.data.Schema;
import dropoutlab.frame.ColumnView;
import dropoutlab.frame.LayerView.Dropped;
import dropoutlab.frame.Matrix;
import dropoutlab.frame.NetworkView;
import dropoutlab.math.RandomStream;
import dropoutlab.math.Tensor;
import dropoutlab.spec.Activation;
import dropoutlab.spec.Pin;
import dropoutlab.spec.Task;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// Small artificial networks and data for the tests of figures: random weights, and a true forward pass with ReLU and
/// masks.
public final class NetworkSamples {
  private NetworkSamples() {}

  public static Schema classes(int inputs, String... classes) {
    return new Schema(Task.CLASSIFICATION, names(inputs), "class", List.of(classes), unitScaling(inputs),
        new Scaling(List.of(), List.of()), Optional.empty());
  }

  public static Schema regression(int inputs, String target, double mean, double sd) {
    return new Schema(Task.REGRESSION, names(inputs), target, List.of(), unitScaling(inputs),
        new Scaling(List.of(mean), List.of(sd)), Optional.empty());
  }

  public static Schema image(int side, String... classes) {
    return new Schema(Task.CLASSIFICATION, names(side * side), "digit", List.of(classes), unitScaling(side * side),
        new Scaling(List.of(), List.of()), Optional.of(new ImageShape(side, side)));
  }

  public static String[] numbered(int count) {
    return IntStream.range(0, count).mapToObj(Integer::toString).toArray(String[]::new);
  }

  private static List<String> names(int inputs) {
    return IntStream.rangeClosed(1, inputs).mapToObj(i -> "x" + i).toList();
  }

  private static Scaling unitScaling(int inputs) {
    return new Scaling(Collections.nCopies(inputs, 0.0), Collections.nCopies(inputs, 1.0));
  }

  /// @param drop the rate of every hidden layer
  public static NetworkView network(Schema schema, int batch, double drop, boolean gradients, int... hidden) {
    RandomStream random = RandomStream.of(7, RandomStream.Purpose.WEIGHTS);
    List<ColumnView> layers = new ArrayList<>();
    int inputs = schema.inputs().size();
    Matrix x = schema.image().isPresent() ? strokes(batch, schema.image().get())
        : Matrix.generate(batch, inputs, (r, c) -> (float) random.nextGaussian());
    layers.add(ColumnView.ofInputs("input", Dropped.none(x), List.of()));
    for (int l = 0; l < hidden.length; l++) {
      x = dense(layers, "hidden " + (l + 1), x, hidden[l], drop, gradients, false, random);
    }
    dense(layers, "output", x, schema.outputs(), 0, gradients, schema.task() == Task.CLASSIFICATION, random);
    int classes = Math.max(1, schema.classes().size());
    return new NetworkView(layers, Matrix.generate(batch, 1, (r, c) -> r % classes),
        IntStream.range(0, batch).boxed().toList());
  }

  private static Matrix dense(List<ColumnView> layers, String name, Matrix x, int units, double drop, boolean gradients,
                             boolean squash, RandomStream random) {
    boolean wide = (long) x.cols() * units > 10_000;
    float scale = (float) Math.sqrt(2.0 / x.cols());
    Matrix w = Matrix.generate(x.cols(), units, (i, j) -> scale * (float) random.nextGaussian());
    boolean output = name.equals("output");
    Matrix a = Matrix.generate(x.rows(), units, (r, j) -> {
      float sum = 0;
      for (int i = 0; i < x.cols(); i++) sum += x.at(r, i) * w.at(i, j);
      return output ? sum : Math.max(0, sum);
    });
    Matrix shown = !squash ? a : squashed(a);
    Matrix mask = drop == 0 ? Matrix.EMPTY
        : Matrix.generate(x.rows(), units, (r, j) -> random.nextDouble() < drop ? 0 : (float) (1 / (1 - drop)));
    Matrix g = !gradients || wide ? Matrix.EMPTY
        : Matrix.generate(x.cols(), units, (i, j) -> (float) random.nextGaussian());
    layers.add(new ColumnView(name, units, output ? Activation.IDENTITY : Activation.RELU, dropped(drop, shown, mask),
        wide ? Matrix.EMPTY : w, Matrix.generate(1, units, (r, c) -> .1f * c), g, List.of()));
    return dropped(drop, a, mask).after();
  }

  private static Dropped dropped(double drop, Matrix a, Matrix mask) {
    Matrix after = mask.isEmpty() ? a : Matrix.generate(a.rows(), a.cols(), (r, c) -> a.at(r, c) * mask.at(r, c));
    return new Dropped(drop, a, mask, after, Matrix.EMPTY, Matrix.EMPTY);
  }

  private static Matrix squashed(Matrix logits) {
    return Matrix.generate(logits.rows(), logits.cols(), (r, c) -> {
      double sum = logits.cols() == 1 ? 1 : 0;
      for (int k = 0; k < logits.cols(); k++) sum += Math.exp(logits.at(r, k));
      return (float) (Math.exp(logits.at(r, c)) / sum);
    });
  }

  private static Matrix strokes(int batch, ImageShape shape) {
    return Matrix.generate(batch, shape.pixels(), (r, c) -> {
      double x = (c % shape.width() + .5) / shape.width() - .5;
      double y = (double) (c / shape.width()) / shape.height() - .5;
      double ring = Math.abs(Math.hypot(x * 1.3, y) - .3);
      return (float) Math.max(0, 1 - ring * 12);
    });
  }

  /// The same network with some units of a layer pinned.
  public static NetworkView pinned(NetworkView view, int layer, List<Pin> pins) {
    List<ColumnView> layers = new ArrayList<>(view.layers());
    layers.set(layer, layers.get(layer).withPins(pins));
    return new NetworkView(layers, view.targets(), view.examples());
  }

  /// The same network with other weights in every layer.
  public static NetworkView weighted(NetworkView view, Matrix.Cell weight) {
    List<ColumnView> layers = view.layers().stream().map(old -> old.withWeights(old.weights().isEmpty() ? Matrix.EMPTY
        : Matrix.generate(old.weights().rows(), old.weights().cols(), weight))).toList();
    return new NetworkView(layers, view.targets(), view.examples());
  }

  /// The same network with another mask on a layer.
  public static NetworkView masked(NetworkView view, int layer, Matrix mask) {
    List<ColumnView> layers = new ArrayList<>(view.layers());
    ColumnView old = layers.get(layer);
    layers.set(layer, old.withDropped(dropped(.5, old.activations(), mask)));
    return new NetworkView(layers, view.targets(), view.examples());
  }

  /// Points around the corners of a polygon, one corner per class.
  static DataSet points(Schema schema, int count) {
    RandomStream random = RandomStream.of(3, RandomStream.Purpose.DATA);
    int classes = Math.max(2, schema.classes().size());
    Tensor x = new Tensor(count, 2);
    Tensor y = new Tensor(count, schema.outputs());
    for (int r = 0; r < count; r++) {
      int k = r % classes;
      x.set(r, 0, (float) (1.3 * Math.cos(2 * Math.PI * k / classes) + .6 * random.nextGaussian()));
      x.set(r, 1, (float) (1.3 * Math.sin(2 * Math.PI * k / classes) + .6 * random.nextGaussian()));
      if (y.cols() == 1) y.set(r, 0, schema.task() == Task.REGRESSION ? x.at(r, 0) : k);
      else y.set(r, k, 1);
    }
    return new DataSet(schema, new Examples(x, y), new Examples(x, y));
  }
}
