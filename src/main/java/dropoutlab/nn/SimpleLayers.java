package dropoutlab.nn;

import dropoutlab.math.Shape;
import dropoutlab.nn.layer.Layer;
import dropoutlab.spec.LayerSpec;
import java.util.List;

/// Builds the layers that work on any shape.
final class SimpleLayers {
  private SimpleLayers() {}

  static Layer build(LayerSpec.Simple spec, Shape in, LayerBuilder builder) {
    return switch (spec) {
      case LayerSpec.Reshape _ -> new Reshape();
      case LayerSpec.Activate(var activation) -> new Activate(activation, in.size());
      case LayerSpec.Drop(double p, var method) -> DropoutLayers.of(method, p, in, builder.stream());
      case LayerSpec.DenseLayer(int units) -> dense(in, units);
      case LayerSpec.LayerNorm(double epsilon) -> new LayerNorm(in, epsilon);
      case LayerSpec.BatchNorm(double epsilon, double momentum) -> new BatchNorm(in, epsilon, momentum);
      case LayerSpec.Residual residual -> residual(residual, in, builder);
    };
  }

  private static Layer dense(Shape in, int units) {
    Dense dense = new Dense(in.cols(), units);
    int steps = in.maps() * in.rows();
    return steps == 1 ? dense : new StepDense(dense, steps);
  }

  private static Layer residual(LayerSpec.Residual spec, Shape in, LayerBuilder builder) {
    var stream = builder.stream();
    List<Layer> layers = builder.all(spec.layers(), in).stream().map(LayerBuilder.Built::layer).toList();
    return new Residual(layers, in.size(), spec.drop(), spec.mode(), spec.inverted(), stream);
  }
}
