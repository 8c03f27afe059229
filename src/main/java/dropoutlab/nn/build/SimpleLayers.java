package dropoutlab.nn.build;

import dropoutlab.math.Shape;
import dropoutlab.nn.depth.Residual;
import dropoutlab.nn.layer.Activate;
import dropoutlab.nn.layer.BatchNorm;
import dropoutlab.nn.layer.Chain;
import dropoutlab.nn.layer.Dense;
import dropoutlab.nn.layer.DropRate;
import dropoutlab.nn.layer.Layer;
import dropoutlab.nn.layer.LayerNorm;
import dropoutlab.nn.layer.Reshape;
import dropoutlab.nn.layer.StepDense;
import dropoutlab.spec.DropoutSpec;
import dropoutlab.spec.LayerSpec;
import java.util.List;

/// Builds the layers that work on any shape.
final class SimpleLayers {
  private SimpleLayers() {}

  static Layer build(LayerSpec.Simple spec, Shape in, LayerBuilder builder) {
    return switch (spec) {
      case LayerSpec.Reshape _ -> new Reshape();
      case LayerSpec.Activate(var activation) -> new Activate(activation, in.size());
      case LayerSpec.Drop(double p, var method) -> drop(method, p, in, builder);
      case LayerSpec.DenseLayer(int units) -> dense(in, units);
      case LayerSpec.LayerNorm(double epsilon) -> new LayerNorm(in, epsilon);
      case LayerSpec.BatchNorm(double epsilon, double momentum) -> new BatchNorm(in, epsilon, momentum);
      case LayerSpec.Residual residual -> residual(residual, in, builder);
    };
  }

  private static Layer drop(DropoutSpec method, double p, Shape in, LayerBuilder builder) {
    DropRate rate = method.learnsRate() ? new DropRate(p) : builder.rate(p);
    return DropoutLayers.of(method, rate, in, builder.stream());
  }

  private static Layer dense(Shape in, int units) {
    Dense dense = new Dense(in.cols(), units);
    int steps = in.maps() * in.rows();
    return steps == 1 ? dense : new StepDense(dense, steps);
  }

  private static Layer residual(LayerSpec.Residual spec, Shape in, LayerBuilder builder) {
    var stream = builder.stream();
    DropRate rate = builder.rate(spec.drop());
    List<LayerBuilder.Built> built = builder.all(spec.layers(), in);
    Chain layers = new Chain(built.stream().map(LayerBuilder.Built::layer).toList(),
        built.stream().map(LayerBuilder.Built::shape).toList());
    return new Residual(layers, in.size(), rate, spec.mode(), spec.inverted(), stream);
  }
}
