package dropoutlab.nn.build;

import dropoutlab.math.Shape;
import dropoutlab.nn.build.LayerBuilder.Built;
import dropoutlab.nn.depth.Residual;
import dropoutlab.nn.layer.Activate;
import dropoutlab.nn.layer.BatchNorm;
import dropoutlab.nn.layer.Chain;
import dropoutlab.nn.layer.Dense;
import dropoutlab.nn.layer.Layer;
import dropoutlab.nn.layer.LayerNorm;
import dropoutlab.nn.layer.Reshape;
import dropoutlab.nn.layer.StepDense;
import dropoutlab.spec.LayerSpec;
import java.util.List;

/// Builds the layers that work on any shape. What does not fit together is an [IllegalArgumentException].
final class SimpleLayers {
  private SimpleLayers() {}

  static Built build(LayerSpec.Simple spec, Shape in, LayerBuilder builder) {
    return switch (spec) {
      case LayerSpec.Reshape(int maps, int rows, int cols) -> reshape(in, new Shape(maps, rows, cols));
      case LayerSpec.Activate(var activation) -> new Built(new Activate(activation, in.size()), in);
      case LayerSpec.Drop(double p, var method) -> new Built(DropoutLayers.of(method, p, in, builder.stream()), in);
      case LayerSpec.DenseLayer(int units) -> dense(in, units);
      case LayerSpec.LayerNorm(double epsilon) -> new Built(new LayerNorm(in, epsilon), in);
      case LayerSpec.BatchNorm(double epsilon, double momentum) -> new Built(new BatchNorm(in, epsilon, momentum), in);
      case LayerSpec.Residual residual -> residual(residual, in, builder);
    };
  }

  private static Built reshape(Shape in, Shape out) {
    // As long numbers: the product of a shape that a file asks for may exceed an int.
    if ((long) out.maps() * out.rows() * out.cols() != in.size())
      throw new IllegalArgumentException("The " + in.size() + " columns of " + in + " cannot be read as " + out);
    return new Built(new Reshape(), out);
  }

  private static Built dense(Shape in, int units) {
    Dense dense = new Dense(in.cols(), units);
    int steps = in.maps() * in.rows();
    return new Built(steps == 1 ? dense : new StepDense(dense, steps), new Shape(in.maps(), in.rows(), units));
  }

  private static Built residual(LayerSpec.Residual spec, Shape in, LayerBuilder builder) {
    var stream = builder.stream();
    List<Built> built = builder.all(spec.layers(), in);
    if (built.isEmpty()) throw new IllegalArgumentException("A residual block needs at least one layer");
    Shape out = built.getLast().shape();
    if (!out.equals(in))
      throw new IllegalArgumentException("The layers of a residual block must keep the shape, but make " + out + " of "
          + in);
    Chain layers = new Chain(built.stream().map(Built::layer).toList(), built.stream().map(Built::shape).toList());
    return new Built(new Residual(layers, in.size(), spec.drop(), spec.mode(), spec.inverted(), stream), in);
  }
}
