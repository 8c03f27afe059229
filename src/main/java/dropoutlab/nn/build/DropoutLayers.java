package dropoutlab.nn.build;

import dropoutlab.math.RandomStream;
import dropoutlab.math.Shape;
import dropoutlab.nn.dropout.AlphaDropout;
import dropoutlab.nn.dropout.ConcreteDropout;
import dropoutlab.nn.dropout.DropConnect;
import dropoutlab.nn.dropout.DropoutLayer;
import dropoutlab.nn.dropout.GaussianDropout;
import dropoutlab.nn.dropout.InvertedDropout;
import dropoutlab.nn.dropout.LearntGaussian;
import dropoutlab.nn.dropout.StandardDropout;
import dropoutlab.nn.dropout.TargetedUnits;
import dropoutlab.nn.dropout.TargetedWeights;
import dropoutlab.nn.dropout.UniformDropout;
import dropoutlab.nn.layer.Activate;
import dropoutlab.nn.layer.Dense;
import dropoutlab.nn.layer.DropRate;
import dropoutlab.spec.DropoutSpec;
import dropoutlab.spec.NetworkSpec;
import dropoutlab.words.Words;

/// Builds dropout layers from their specs.
public final class DropoutLayers {
  private DropoutLayers() {}

  public static DropoutLayer input(double p, int inputs, RandomStream stream) {
    return new InvertedDropout(p, inputs, stream);
  }

  /// Returns the dropout of a hidden layer. A layer that drops weights replaces `dense` and `activate` and works on the
  /// same parameters.
  public static DropoutLayer hidden(NetworkSpec.HiddenLayer layer, Dense dense, Activate activate,
                                    RandomStream stream) {
    double p = layer.drop();
    return switch (layer.method()) {
      case DropoutSpec.DropConnect(var inference, int samples) ->
          new DropConnect(dense.weights(), dense.biases(), activate, p, inference, samples, stream);
      case DropoutSpec.Targeted(double share, var target) -> switch (target) {
        case WEIGHTS -> new TargetedWeights(dense.weights(), dense.biases(), activate, p, share, stream);
        case UNITS -> new TargetedUnits(p, share, dense.weights().value(), stream);
      };
      case DropoutSpec.Inverted _, DropoutSpec.Standard _, DropoutSpec.Gaussian _, DropoutSpec.LearntGaussian _,
          DropoutSpec.Uniform _, DropoutSpec.Alpha _, DropoutSpec.Concrete _ ->
          of(layer.method(), new DropRate(p), Shape.vector(layer.units()), stream);
    };
  }

  public static DropoutLayer of(DropoutSpec method, double p, int units, RandomStream stream) {
    return of(method, p, Shape.vector(units), stream);
  }

  public static DropoutLayer of(DropoutSpec method, double p, Shape shape, RandomStream stream) {
    return of(method, new DropRate(p), shape, stream);
  }

  /// Returns the dropout of units of any shape. A method that learns its rate only starts from `rate`.
  public static DropoutLayer of(DropoutSpec method, DropRate rate, Shape shape, RandomStream stream) {
    int units = shape.size();
    return switch (method) {
      case DropoutSpec.Inverted _ -> new InvertedDropout(rate, units, stream);
      case DropoutSpec.Standard _ -> new StandardDropout(rate, units, stream);
      case DropoutSpec.Gaussian _ -> new GaussianDropout(rate, units, stream);
      case DropoutSpec.LearntGaussian(double klWeight) -> new LearntGaussian(rate.p(), klWeight, units, stream);
      case DropoutSpec.Uniform(double beta) -> new UniformDropout(rate, beta, units, stream);
      case DropoutSpec.Alpha(boolean maps) -> new AlphaDropout(rate, shape, maps, stream);
      case DropoutSpec.Concrete(double temperature, double weightRegulariser, double dropoutRegulariser) ->
          new ConcreteDropout(rate.p(), temperature, weightRegulariser, dropoutRegulariser, units, stream);
      case DropoutSpec.DropConnect _, DropoutSpec.Targeted _ ->
          throw new IllegalArgumentException(Words.of("nn.dropout.needs_weights"));
    };
  }
}
