package dropoutlab.nn;

import dropoutlab.math.RandomStream;
import dropoutlab.nn.dropout.DropoutLayer;
import dropoutlab.nn.dropout.InvertedDropout;
import dropoutlab.spec.DropoutSpec;
import dropoutlab.spec.NetworkSpec;

/// From a method's spec to its layer.
final class DropoutLayers {
  private DropoutLayers() {}

  static DropoutLayer input(double p, int inputs, RandomStream stream) {
    return new InvertedDropout(p, inputs, stream);
  }

  static DropoutLayer hidden(NetworkSpec.HiddenLayer layer, RandomStream stream) {
    return of(layer.method(), layer.drop(), layer.units(), stream);
  }

  static DropoutLayer of(DropoutSpec method, double p, int units, RandomStream stream) {
    return switch (method) {
      case DropoutSpec.Inverted _ -> new InvertedDropout(p, units, stream);
      case DropoutSpec.Standard _, DropoutSpec.Gaussian _, DropoutSpec.LearntGaussian _, DropoutSpec.Uniform _,
          DropoutSpec.Alpha _, DropoutSpec.Concrete _, DropoutSpec.DropConnect _, DropoutSpec.Targeted _ ->
          throw new IllegalStateException("being built: " + method);
    };
  }
}
