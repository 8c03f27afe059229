package dropoutlab.export.onnx;

import dropoutlab.frame.Matrix;
import dropoutlab.nn.dropout.DropConnect;
import dropoutlab.nn.dropout.LeastShare;
import dropoutlab.spec.DropoutSpec;
import dropoutlab.spec.NetworkSpec.HiddenLayer;
import java.util.List;

/// Translates dense hidden layers with what their dropout does with masks off.
final class HiddenLayers {
  private final Graph graph;
  private final BodyLayers body;

  HiddenLayers(Graph graph, BodyLayers body) {
    this.graph = graph;
    this.body = body;
  }

  String one(HiddenLayer layer, String x, Matrix weights, Matrix biases) {
    double p = layer.drop();
    return switch (layer.method()) {
      case DropoutSpec.DropConnect connect when p > 0 -> connected(layer, connect, x, weights, biases);
      case DropoutSpec.Targeted(double share, var target) when p > 0 -> switch (target) {
        case WEIGHTS -> body.activate(graph.dense(x, pruned(weights, share), biases), layer.activation());
        case UNITS -> graph.add("Mul", List.of(body.activate(graph.dense(x, weights, biases), layer.activation()),
            graph.floats(keptUnits(weights, share), weights.cols())));
      };
      case DropoutSpec.Inverted _, DropoutSpec.Standard _, DropoutSpec.Gaussian _, DropoutSpec.LearntGaussian _, DropoutSpec.Uniform _,
          DropoutSpec.Alpha _, DropoutSpec.Concrete _, DropoutSpec.DropConnect _, DropoutSpec.Targeted _ ->
          body.dropped(body.activate(graph.dense(x, weights, biases), layer.activation()), layer.method(), p);
    };
  }

  /// The mean of the sums, or the activation over draws of matched moments: see [DropConnect].
  private String connected(HiddenLayer layer, DropoutSpec.DropConnect method, String x, Matrix weights, Matrix biases) {
    double p = layer.drop();
    Matrix kept = Matrix.generate(weights.rows(), weights.cols(), (r, c) -> (float) (1 - p) * (float) weights.at(r, c));
    String mean = graph.dense(x, kept, biases);
    return switch (method.inference()) {
      case MEAN -> body.activate(mean, layer.activation());
      case MOMENT_MATCHING -> {
        float[] draws = DropConnect.standardDraws(method.samples());
        Matrix squares = Matrix.generate(weights.rows(), weights.cols(), (r, c) -> p * (1 - p) * weights.at(r, c) * weights.at(r, c));
        String variance = graph.add("MatMul", List.of(graph.add("Mul", List.of(x, x)), graph.table(squares)));
        String sd = graph.add("Sqrt", List.of(variance));
        // examples x 1 x units, and one draw for each row of the second dimension
        String spread = graph.add("Mul", List.of(graph.reshape(sd, -1, 1, weights.cols()), graph.floats(draws, draws.length, 1)));
        String drawn = graph.plus(graph.reshape(mean, -1, 1, weights.cols()), spread);
        yield graph.add("ReduceMean", List.of(body.activate(drawn, layer.activation())), Attribute.all("axes", 1),
            Attribute.of("keepdims", 0L));
      }
    };
  }

  private static Matrix pruned(Matrix weights, double share) {
    float[] bounds = new float[weights.cols()];
    for (int c = 0; c < weights.cols(); c++) {
      float[] column = new float[weights.rows()];
      for (int r = 0; r < weights.rows(); r++) column[r] = Math.abs((float) weights.at(r, c));
      bounds[c] = LeastShare.bound(column, share);
    }
    return Matrix.generate(weights.rows(), weights.cols(),
        (r, c) -> Math.abs((float) weights.at(r, c)) >= bounds[c] ? weights.at(r, c) : 0);
  }

  private static float[] keptUnits(Matrix weights, double share) {
    float[] norms = new float[weights.cols()];
    for (int r = 0; r < weights.rows(); r++)
      for (int c = 0; c < norms.length; c++) norms[c] += (float) weights.at(r, c) * (float) weights.at(r, c);
    float bound = LeastShare.bound(norms.clone(), share);
    float[] kept = new float[norms.length];
    for (int c = 0; c < norms.length; c++) kept[c] = norms[c] < bound ? 0 : 1;
    return kept;
  }
}
