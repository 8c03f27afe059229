package dropoutlab.card.place;

import dropoutlab.card.MethodCard;
import dropoutlab.spec.AugmentationSpec;
import dropoutlab.spec.Beside;
import dropoutlab.spec.OptimiserSpec;
import dropoutlab.spec.RegulariserSpec;

/// How strong a method beside dropout is in a network: a penalty, a limit or a change of the data, each with one number.
public final class Strength {
  private Strength() {}

  /// Returns the network with none of them.
  static Beside off(Beside network) {
    OptimiserSpec plain = network.optimiser() instanceof OptimiserSpec.AdamW adam
        ? new OptimiserSpec.Adam(adam.learningRate(), adam.beta1(), adam.beta2(), adam.epsilon()) : network.optimiser();
    return network.with(n -> n.regulariser(RegulariserSpec.OFF).optimiser(plain).augmentation(AugmentationSpec.OFF));
  }

  /// Returns the network with this method alone, at a usual strength.
  static Beside standard(MethodCard method, Beside network) { return with(method, usual(method), off(network)); }

  private static double usual(MethodCard method) {
    return switch (method.name()) {
      case "l1" -> 0.001;
      case "l2", "weight-decay" -> 0.01;
      case "max-norm" -> 2;
      case "label-smoothing" -> 0.1;
      case "mixup" -> 0.2;
      case "cutout" -> 6;
      default -> throw new IllegalArgumentException("No strength is known for " + method.name());
    };
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
      default -> throw new IllegalArgumentException("No strength is known for " + method.name());
    };
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
      default -> throw new IllegalArgumentException("No strength is known for " + method.name());
    };
  }

  private static OptimiserSpec decayed(OptimiserSpec optimiser, double decay) {
    return switch (optimiser) {
      case OptimiserSpec.Adam a -> new OptimiserSpec.AdamW(a.learningRate(), a.beta1(), a.beta2(), a.epsilon(), decay);
      case OptimiserSpec.AdamW a -> a.withWeightDecay(decay);
      case OptimiserSpec.Sgd _, OptimiserSpec.Momentum _, OptimiserSpec.Nesterov _, OptimiserSpec.RmsProp _ ->
          OptimiserSpec.standard(OptimiserSpec.AdamW.class).withLearningRate(optimiser.learningRate()) instanceof OptimiserSpec.AdamW a
              ? a.withWeightDecay(decay) : optimiser;
    };
  }
}
