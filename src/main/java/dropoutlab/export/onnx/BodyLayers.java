package dropoutlab.export.onnx;

import dropoutlab.frame.Matrix;
import dropoutlab.math.Shape;
import dropoutlab.nn.build.LayerOutline;
import dropoutlab.spec.Activation;
import dropoutlab.spec.DropoutSpec;
import dropoutlab.spec.LayerSpec;
import java.util.ArrayList;
import java.util.List;

/// Translates the layers of a body, as they act with masks off, into operators. Between two layers there is one row an
/// example, as in the engine.
final class BodyLayers {
  private final Graph graph;
  private final SequenceLayers sequences;

  BodyLayers(Graph graph) {
    this.graph = graph;
    sequences = new SequenceLayers(graph, this);
  }

  /// What comes out, and its shape.
  record Passed(String value, Shape shape) {}

  /// Translates layers in their order.
  ///
  /// @param kept what all of them keep: for each layer its parameters, then its buffers
  Passed all(List<LayerSpec> layers, String x, Shape in, List<Matrix> kept) {
    Passed passed = new Passed(x, in);
    int at = 0;
    for (LayerSpec layer : layers) {
      LayerOutline outline = LayerOutline.of(layer, passed.shape());
      int buffersFrom = at + outline.parameters(), end = buffersFrom + outline.buffers();
      Tables tables = new Tables(kept.subList(at, buffersFrom), kept.subList(buffersFrom, end));
      passed = one(layer, passed, tables);
      at = end;
    }
    return passed;
  }

  Passed one(LayerSpec layer, Passed in, Tables kept) {
    String value = switch (layer) {
      case LayerSpec.Simple simple -> simple(simple, in, kept);
      case LayerSpec.Spatial spatial -> spatial(spatial, in, kept);
      case LayerSpec.Sequential sequential -> sequences.one(sequential, in, kept);
    };
    return new Passed(value, LayerOutline.of(layer, in.shape()).out());
  }

  private String simple(LayerSpec.Simple layer, Passed in, Tables kept) {
    Shape shape = in.shape();
    return switch (layer) {
      case LayerSpec.Reshape _ -> in.value();
      case LayerSpec.Activate(Activation activation) -> activate(in.value(), activation);
      case LayerSpec.Drop(double p, DropoutSpec method) -> dropped(in.value(), method, p);
      case LayerSpec.DenseLayer(int units) -> flat(graph.dense(graph.reshape(in.value(), -1, shape.cols()), kept.parameter(0),
          kept.parameter(1)), (long) shape.maps() * shape.rows() * units);
      case LayerSpec.LayerNorm(double epsilon) -> layerNorm(in, epsilon, kept);
      case LayerSpec.BatchNorm batch -> batchNorm(in, batch.epsilon(), kept);
      case LayerSpec.Residual residual -> residual(residual, in, kept);
    };
  }

  String flat(String value, long columns) { return graph.reshape(value, -1, columns); }

  /// Returns what unit dropout does with masks off: nothing, but for the method that scales then.
  String dropped(String value, DropoutSpec method, double p) {
    return method instanceof DropoutSpec.Standard ? graph.times(value, 1 - p) : value;
  }

  String activate(String x, Activation activation) {
    return switch (activation) {
      case RELU -> graph.add("Relu", List.of(x));
      case LEAKY_RELU -> graph.add("LeakyRelu", List.of(x), Attribute.of("alpha", .01));
      case TANH -> graph.add("Tanh", List.of(x));
      case SIGMOID -> graph.add("Sigmoid", List.of(x));
      case SELU -> graph.add("Selu", List.of(x), Attribute.of("alpha", 1.6732632423543772), Attribute.of("gamma", 1.0507009873554805));
      case GELU -> {
        String erf = graph.add("Erf", List.of(graph.times(x, Math.sqrt(.5))));
        yield graph.add("Mul", List.of(graph.times(x, .5), graph.plus(erf, graph.number(1))));
      }
      case IDENTITY -> x;
    };
  }

  String layerNorm(Passed in, double epsilon, Tables kept) {
    Shape shape = in.shape();
    long width = shape.maps() > 1 ? shape.size() : shape.cols();
    String normal = graph.add("LayerNormalization",
        List.of(graph.reshape(in.value(), -1, width), graph.row(kept.parameter(0)), graph.row(kept.parameter(1))),
        Attribute.of("axis", -1L), Attribute.of("epsilon", epsilon));
    return flat(normal, shape.size());
  }

  private String batchNorm(Passed in, double epsilon, Tables kept) {
    Shape shape = in.shape();
    String grouped = shape.maps() > 1 ? graph.reshape(in.value(), -1, shape.maps(), shape.rows(), shape.cols())
        : graph.reshape(in.value(), -1, shape.cols());
    String normal = graph.add("BatchNormalization", List.of(grouped, graph.row(kept.parameter(0)), graph.row(kept.parameter(1)),
        graph.row(kept.buffer(0)), graph.row(kept.buffer(1))), Attribute.of("epsilon", epsilon));
    return flat(normal, shape.size());
  }

  private String residual(LayerSpec.Residual layer, Passed in, Tables kept) {
    List<int[]> counts = new ArrayList<>();
    Shape shape = in.shape();
    for (LayerSpec inner : layer.layers()) {
      LayerOutline outline = LayerOutline.of(inner, shape);
      counts.add(new int[] {outline.parameters(), outline.buffers()});
      shape = outline.out();
    }
    Passed branch = in;
    List<Tables> parts = kept.split(counts);
    for (int i = 0; i < parts.size(); i++) branch = one(layer.layers().get(i), branch, parts.get(i));
    return graph.plus(in.value(), graph.times(branch.value(), layer.inverted() ? 1 : 1 - layer.drop()));
  }

  private String spatial(LayerSpec.Spatial layer, Passed in, Tables kept) {
    Shape shape = in.shape(), out = LayerOutline.of(layer, shape).out();
    String maps = graph.reshape(in.value(), -1, shape.maps(), shape.rows(), shape.cols());
    return switch (layer) {
      case LayerSpec.Conv2d(int count, int kernel, int stride, int padding) -> {
        String weights = graph.floats(Tables.transposed(kept.parameter(0)), count, shape.maps(), kernel, kernel);
        yield flat(graph.add("Conv", List.of(maps, weights, graph.row(kept.parameter(1))),
            Attribute.all("kernel_shape", kernel, kernel), Attribute.all("strides", stride, stride),
            Attribute.all("pads", padding, padding, padding, padding)), out.size());
      }
      case LayerSpec.Pool(var kind, int size, int stride) -> flat(graph.add(switch (kind) {
        case MAX -> "MaxPool";
        case AVERAGE -> "AveragePool";
      }, List.of(maps), Attribute.all("kernel_shape", size, size), Attribute.all("strides", stride, stride)), out.size());
      case LayerSpec.SpatialDropout _, LayerSpec.DropBlock _ -> in.value();
    };
  }
}
