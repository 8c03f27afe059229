package dropoutlab.ui.train;

import dropoutlab.spec.OptimiserSpec.Adam;
import dropoutlab.spec.OptimiserSpec.AdamW;
import dropoutlab.spec.OptimiserSpec.Momentum;
import dropoutlab.spec.OptimiserSpec.Nesterov;
import dropoutlab.spec.OptimiserSpec.RmsProp;
import dropoutlab.spec.OptimiserSpec.Sgd;
import dropoutlab.spec.OptimiserSpec;
import java.util.List;
import java.util.function.DoubleFunction;

/// The optimisers by name, and their parameters beside the learning rate.
enum OptimiserKind {
  SGD("SGD"), MOMENTUM("momentum"), NESTEROV("Nesterov"), RMSPROP("RMSProp"), ADAM("Adam"), ADAMW("AdamW");

  private final String title;

  OptimiserKind(String title) { this.title = title; }

  /// A parameter: its value, and the optimiser with another one.
  record Parameter(String name, double value, DoubleFunction<OptimiserSpec> with) {}

  String title() { return title; }

  static OptimiserKind of(OptimiserSpec spec) {
    return switch (spec) {
      case Sgd _ -> SGD;
      case Momentum _ -> MOMENTUM;
      case Nesterov _ -> NESTEROV;
      case RmsProp _ -> RMSPROP;
      case Adam _ -> ADAM;
      case AdamW _ -> ADAMW;
    };
  }

  /// With the usual values of the other parameters.
  OptimiserSpec with(double rate) {
    return switch (this) {
      case SGD -> new Sgd(rate);
      case MOMENTUM -> new Momentum(rate, 0.9);
      case NESTEROV -> new Nesterov(rate, 0.9);
      case RMSPROP -> new RmsProp(rate, 0.99, 1e-8);
      case ADAM -> new Adam(rate, 0.9, 0.999, 1e-8);
      case ADAMW -> new AdamW(rate, 0.9, 0.999, 1e-8, 0.01);
    };
  }

  OptimiserSpec withLearningRate(OptimiserSpec spec, double rate) {
    return switch (spec) {
      case Sgd _ -> new Sgd(rate);
      case Momentum s -> new Momentum(rate, s.momentum());
      case Nesterov s -> new Nesterov(rate, s.momentum());
      case RmsProp s -> new RmsProp(rate, s.smoothing(), s.epsilon());
      case Adam s -> new Adam(rate, s.beta1(), s.beta2(), s.epsilon());
      case AdamW s -> new AdamW(rate, s.beta1(), s.beta2(), s.epsilon(), s.weightDecay());
    };
  }

  static List<Parameter> parameters(OptimiserSpec spec) {
    double rate = spec.learningRate();
    return switch (spec) {
      case Sgd _ -> List.of();
      case Momentum s -> List.of(new Parameter("momentum", s.momentum(), v -> new Momentum(rate, v)));
      case Nesterov s -> List.of(new Parameter("momentum", s.momentum(), v -> new Nesterov(rate, v)));
      case RmsProp s -> List.of(
          new Parameter("smoothing", s.smoothing(), v -> new RmsProp(rate, v, s.epsilon())),
          new Parameter("epsilon", s.epsilon(), v -> new RmsProp(rate, s.smoothing(), v)));
      case Adam s -> List.of(
          new Parameter("beta1", s.beta1(), v -> new Adam(rate, v, s.beta2(), s.epsilon())),
          new Parameter("beta2", s.beta2(), v -> new Adam(rate, s.beta1(), v, s.epsilon())),
          new Parameter("epsilon", s.epsilon(), v -> new Adam(rate, s.beta1(), s.beta2(), v)));
      case AdamW s -> List.of(
          new Parameter("beta1", s.beta1(), v -> new AdamW(rate, v, s.beta2(), s.epsilon(), s.weightDecay())),
          new Parameter("beta2", s.beta2(), v -> new AdamW(rate, s.beta1(), v, s.epsilon(), s.weightDecay())),
          new Parameter("epsilon", s.epsilon(), v -> new AdamW(rate, s.beta1(), s.beta2(), v, s.weightDecay())),
          new Parameter("weightDecay", s.weightDecay(), v -> new AdamW(rate, s.beta1(), s.beta2(), s.epsilon(), v)));
    };
  }
}
