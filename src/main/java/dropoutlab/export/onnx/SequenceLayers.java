package dropoutlab.export.onnx;

import dropoutlab.export.onnx.BodyLayers.Passed;
import dropoutlab.frame.Matrix;
import dropoutlab.math.Shape;
import dropoutlab.nn.sequence.PositionalEncoding;
import dropoutlab.spec.Activation;
import dropoutlab.spec.LayerSpec;
import java.util.List;

/// Translates the layers on sequences.
final class SequenceLayers {
  private static final double ENCODER_EPSILON = 1e-5;

  private final Graph graph;
  private final BodyLayers body;
  private final RecurrentLayers recurrent;

  SequenceLayers(Graph graph, BodyLayers body) {
    this.graph = graph;
    this.body = body;
    recurrent = new RecurrentLayers(graph);
  }

  String one(LayerSpec.Sequential layer, Passed in, Tables kept) {
    Shape shape = in.shape();
    int steps = shape.rows(), width = shape.cols();
    return switch (layer) {
      case LayerSpec.Embedding embedding -> {
        String words = graph.add("Cast", List.of(in.value()), Attribute.of("to", (long) Graph.INT64));
        yield body.flat(graph.add("Gather", List.of(graph.table(kept.parameter(0)), words)),
            (long) shape.size() * embedding.width());
      }
      case LayerSpec.Recurrent each -> recurrent.translate(each, in, kept);
      case LayerSpec.TimePool _ -> graph.add("ReduceMean", List.of(graph.reshape(in.value(), -1, steps, width)),
          Attribute.all("axes", 1), Attribute.of("keepdims", 0L));
      case LayerSpec.Position _ ->
          graph.plus(in.value(), graph.row(PositionalEncoding.table(steps, width)));
      case LayerSpec.Attention(int heads, _) -> attention(in, heads, kept);
      case LayerSpec.Encoder encoder -> encoder(encoder, in, kept);
    };
  }

  /// The same sums as [dropoutlab.nn.sequence.Attention], all heads at once.
  private String attention(Passed in, int heads, Tables kept) {
    int steps = in.shape().rows(), width = in.shape().cols(), each = width / heads;
    String projected = graph.dense(graph.reshape(in.value(), -1, width), kept.parameter(0), kept.parameter(1));
    String parts = graph.add("Transpose", List.of(graph.reshape(projected, -1, steps, 3, heads, each)),
        Attribute.all("perm", 2, 0, 3, 1, 4));
    String keys = graph.add("Transpose", List.of(part(parts, 1)), Attribute.all("perm", 0, 1, 3, 2));
    String scores = graph.times(graph.add("MatMul", List.of(part(parts, 0), keys)), 1 / Math.sqrt(each));
    String weights = graph.add("Softmax", List.of(scores), Attribute.of("axis", -1L));
    String context = graph.add("Transpose", List.of(graph.add("MatMul", List.of(weights, part(parts, 2)))),
        Attribute.all("perm", 0, 2, 1, 3));
    String out = graph.dense(graph.reshape(context, -1, width), kept.parameter(2), kept.parameter(3));
    return body.flat(out, in.shape().size());
  }

  /// Returns queries (0), keys (1) or values (2): examples x heads x steps x numbers.
  private String part(String parts, long which) {
    String one = graph.add("Gather", List.of(parts, graph.longs(which)), Attribute.of("axis", 0L));
    return graph.add("Squeeze", List.of(one, graph.longs(0)));
  }

  private String encoder(LayerSpec.Encoder layer, Passed in, Tables kept) {
    Tables firstNorm = kept.from(4), feed = kept.from(6), secondNorm = kept.from(10);
    return switch (layer.norm()) {
      case POST -> {
        String middle = norm(graph.plus(in.value(), attention(in, layer.heads(), kept)), in.shape(), firstNorm);
        yield norm(graph.plus(middle, feedForward(middle, in.shape(), feed)), in.shape(), secondNorm);
      }
      case PRE -> {
        Passed normal = new Passed(norm(in.value(), in.shape(), firstNorm), in.shape());
        String middle = graph.plus(in.value(), attention(normal, layer.heads(), kept));
        yield graph.plus(middle, feedForward(norm(middle, in.shape(), secondNorm), in.shape(), feed));
      }
    };
  }

  private String norm(String x, Shape shape, Tables kept) {
    return body.layerNorm(new Passed(x, shape), ENCODER_EPSILON, kept);
  }

  private String feedForward(String x, Shape shape, Tables kept) {
    Matrix in = kept.parameter(0), out = kept.parameter(2);
    String inside = body.activate(graph.dense(graph.reshape(x, -1, shape.cols()), in, kept.parameter(1)), Activation.RELU);
    return body.flat(graph.dense(inside, out, kept.parameter(3)), shape.size());
  }
}
