package dropoutlab.card.place;

import dropoutlab.card.MethodCard;
import dropoutlab.spec.AugmentationSpec;
import dropoutlab.spec.Beside;
import dropoutlab.spec.EarlyStoppingSpec;
import dropoutlab.spec.Experiment;
import dropoutlab.spec.OptimiserSpec;
import dropoutlab.spec.RegulariserSpec;
import dropoutlab.words.Numbers;
import dropoutlab.words.Words;
import java.util.Optional;

/// How strong a method beside dropout is in a network: a penalty, a limit or a change of the data, each with one
/// number. The strength of batch norm is that of the dropout beside it, p.
public final class Strength {
  private Strength() {}

  /// Between which values a slider goes.
  ///
  /// @param usual where it begins
  public record Range(double least, double most, double usual, Steps steps) {
    /// `DECADES` goes from one power of ten to the next, `WHOLE` by whole numbers.
    public enum Steps { EVEN, DECADES, WHOLE }
  }

  /// Returns the range of a method's strength; empty for a method without one.
  public static Optional<Range> range(MethodCard method) {
    return Optional.ofNullable(switch (method.name()) {
      case "l1" -> new Range(1e-5, 0.1, 0.001, Range.Steps.DECADES);
      case "l2" -> new Range(1e-5, 1, 0.01, Range.Steps.DECADES);
      case "weight-decay" -> new Range(1e-4, 10, 0.01, Range.Steps.DECADES);
      case "max-norm" -> new Range(0.25, 6, 2, Range.Steps.EVEN);
      case "label-smoothing" -> new Range(0, 0.5, 0.1, Range.Steps.EVEN);
      case "mixup" -> new Range(0.05, 5, 0.2, Range.Steps.DECADES);
      case "cutout" -> new Range(1, 16, 6, Range.Steps.WHOLE);
      case "early-stopping" -> new Range(1, 100, 20, Range.Steps.WHOLE);
      default -> null;
    });
  }

  /// Writes a strength with its symbol or unit: "λ = 0.001", "c = 2", "6 pixels".
  public static String told(MethodCard method, double strength) {
    String value = Numbers.brief(strength);
    return switch (method.name()) {
      case "l1", "l2", "weight-decay" -> Words.of("besideview.strength.lambda", value);
      case "max-norm" -> Words.of("besideview.strength.c", value);
      case "label-smoothing" -> Words.of("besideview.strength.epsilon", value);
      case "mixup" -> Words.of("besideview.strength.alpha", value);
      case "cutout" -> Words.count("besideview.strength.pixels", Math.round(strength));
      case "early-stopping" -> Words.count("besideview.strength.epochs", Math.round(strength));
      default -> value;
    };
  }

  /// Returns the network with none of them.
  static Beside off(Beside network) {
    OptimiserSpec plain = network.optimiser() instanceof OptimiserSpec.AdamW adam
        ? new OptimiserSpec.Adam(adam.learningRate(), adam.beta1(), adam.beta2(), adam.epsilon()) : network.optimiser();
    return network.with(n -> n.regulariser(RegulariserSpec.OFF).optimiser(plain).augmentation(AugmentationSpec.OFF));
  }

  /// Returns the network with this method alone, at a usual strength.
  static Beside standard(MethodCard method, Beside network) {
    return with(method, range(method).orElseThrow(() -> unknown(method)).usual(), off(network));
  }

  /// Returns the experiment with this method of its own network at a strength.
  public static Experiment with(MethodCard method, double strength, Experiment experiment) {
    if (method.name().equals(Placement.STOPPING))
      return experiment.withTraining(experiment.training()
          .withEarlyStopping(new EarlyStoppingSpec((int) Math.round(strength))));
    return Pairing.withA(experiment, with(method, strength, Pairing.a(experiment)));
  }

  /// Returns the network with this method at a strength.
  public static Beside with(MethodCard method, double strength, Beside network) {
    RegulariserSpec r = network.regulariser();
    return switch (method.name()) {
      case "l1" -> network.withRegulariser(r.withL1(strength));
      case "l2" -> network.withRegulariser(r.withL2(strength));
      case "max-norm" -> network.withRegulariser(r.withMaxNorm(strength));
      case "label-smoothing" -> network.withRegulariser(r.withLabelSmoothing(strength));
      case "mixup" -> network.withAugmentation(network.augmentation().withMixup(strength));
      case "cutout" -> network.withAugmentation(network.augmentation().withCutout((int) Math.round(strength)));
      case "weight-decay" -> network.withOptimiser(decayed(network.optimiser(), strength));
      default -> throw unknown(method);
    };
  }

  /// Returns the strength of this method of the experiment's own network.
  public static double of(MethodCard method, Experiment experiment) {
    return method.name().equals(Placement.STOPPING) ? experiment.training().earlyStopping().patience()
        : of(method, Pairing.a(experiment));
  }

  /// Returns the strength of this method in a network.
  public static double of(MethodCard method, Beside network) {
    return switch (method.name()) {
      case "l1" -> network.regulariser().l1();
      case "l2" -> network.regulariser().l2();
      case "max-norm" -> network.regulariser().maxNorm();
      case "label-smoothing" -> network.regulariser().labelSmoothing();
      case "mixup" -> network.augmentation().mixup();
      case "cutout" -> network.augmentation().cutout();
      case "weight-decay" -> network.optimiser() instanceof OptimiserSpec.AdamW adam ? adam.weightDecay() : 0;
      default -> throw unknown(method);
    };
  }

  /// Returns the strength of the method that an experiment is about ([Placement#shown]).
  public static double shown(Experiment experiment) {
    MethodCard method = Placement.shown(experiment);
    return Placement.own(experiment).equals(method) ? of(method, experiment)
        : of(method, Pairing.b(experiment).orElseThrow());
  }

  private static IllegalStateException unknown(MethodCard method) {
    return new IllegalStateException("No strength is known for " + method.name());
  }

  private static OptimiserSpec decayed(OptimiserSpec optimiser, double decay) {
    return switch (optimiser) {
      case OptimiserSpec.Adam a -> new OptimiserSpec.AdamW(a.learningRate(), a.beta1(), a.beta2(), a.epsilon(), decay);
      case OptimiserSpec.AdamW a -> a.withWeightDecay(decay);
      case OptimiserSpec.Sgd _, OptimiserSpec.Momentum _, OptimiserSpec.Nesterov _, OptimiserSpec.RmsProp _ ->
          OptimiserSpec.standard(OptimiserSpec.AdamW.class)
              .with(a -> a.learningRate(optimiser.learningRate()).weightDecay(decay));
    };
  }
}
