package dropoutlab.card.place;

import dropoutlab.spec.DropoutSpec;
import dropoutlab.spec.LayerSpec.RecurrentDrop.RecurrentMethod;

/// Which card tells of a method of the engine, and the other way round.
final class Method {
  private Method() {}

  static String nameOf(DropoutSpec method) {
    return switch (method) {
      case DropoutSpec.Inverted _ -> "inverted";
      case DropoutSpec.Standard _ -> "standard";
      case DropoutSpec.Gaussian _ -> "gaussian";
      case DropoutSpec.LearntGaussian _ -> "learnt-gaussian";
      case DropoutSpec.Uniform _ -> "uniform";
      case DropoutSpec.Alpha _ -> "alpha";
      case DropoutSpec.Concrete _ -> "concrete";
      case DropoutSpec.DropConnect _ -> "drop-connect";
      case DropoutSpec.Targeted(double _, DropoutSpec.Targeted.Target target) -> switch (target) {
        case UNITS -> "targeted-units";
        case WEIGHTS -> "targeted-weights";
      };
    };
  }

  /// Returns the method of that card, with its standard values.
  static DropoutSpec named(String card) {
    if (card.equals("targeted-units")) return new DropoutSpec.Targeted(0.5, DropoutSpec.Targeted.Target.UNITS);
    return DropoutSpec.standard().stream().filter(method -> nameOf(method).equals(card)).findFirst()
        .orElse(new DropoutSpec.Inverted());
  }

  static String nameOf(RecurrentMethod method) {
    return switch (method) {
      case VARIATIONAL -> "variational";
      case PER_STEP -> "per-step";
      case CANDIDATE -> "candidate";
      case ZONEOUT -> "zoneout";
    };
  }

  static RecurrentMethod recurrent(String card) {
    for (RecurrentMethod method : RecurrentMethod.values()) if (nameOf(method).equals(card)) return method;
    throw new IllegalArgumentException(card);
  }
}
