package dropoutlab.export.python;

import dropoutlab.spec.Activation;
import dropoutlab.spec.DropoutSpec;
import java.util.List;
import java.util.Set;

/// Modules of PyTorch, and those of our own that a script brings along, as they are written in Python.
///
/// @param classes receives the names of our own
record Modules(Set<String> classes) {
  /// Dropout of units of any shape.
  String units(double p, DropoutSpec method, int units) {
    return switch (method) {
      case DropoutSpec.Inverted _ -> "nn.Dropout(" + p + ")";
      case DropoutSpec.Alpha _ -> "nn.AlphaDropout(" + p + ")";
      case DropoutSpec.Standard _ -> own("Standard", p);
      case DropoutSpec.Gaussian _ -> own("Gaussian", p);
      case DropoutSpec.Uniform(double beta) -> own("Uniform", p, beta);
      case DropoutSpec.LearntGaussian(double weight) -> own("LearntGaussian", units, weight);
      case DropoutSpec.Concrete(double temperature, double weights, double dropout) ->
          own("Concrete", units, temperature, weights, dropout);
      case DropoutSpec.DropConnect _, DropoutSpec.Targeted _ ->
          throw new IllegalStateException("These methods belong to a dense layer.");
    };
  }

  /// One of our own.
  String own(String name, Number... parts) {
    classes.add(name);
    return name + "(" + String.join(", ", List.of(parts).stream().map(String::valueOf).toList()) + ")";
  }

  static String activation(Activation activation) {
    return switch (activation) {
      case RELU -> "nn.ReLU()";
      case LEAKY_RELU -> "nn.LeakyReLU(0.01)";
      case TANH -> "nn.Tanh()";
      case SIGMOID -> "nn.Sigmoid()";
      case SELU -> "nn.SELU()";
      case GELU -> "nn.GELU()";
      case IDENTITY -> "nn.Identity()";
    };
  }

  static String truth(boolean value) { return value ? "True" : "False"; }
}
