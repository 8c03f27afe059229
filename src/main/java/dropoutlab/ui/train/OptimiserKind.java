package dropoutlab.ui.train;

import dropoutlab.spec.ExperimentJson;
import dropoutlab.spec.OptimiserSpec;
import dropoutlab.spec.OptimiserSpec.Adam;
import dropoutlab.spec.OptimiserSpec.AdamW;
import dropoutlab.spec.OptimiserSpec.Momentum;
import dropoutlab.spec.OptimiserSpec.Nesterov;
import dropoutlab.spec.OptimiserSpec.RmsProp;
import dropoutlab.spec.OptimiserSpec.Sgd;
import java.util.List;
import java.util.function.DoubleFunction;

/// The optimisers by name, and their parameters beside the learning rate.
enum OptimiserKind {
  SGD("SGD", Sgd.class), MOMENTUM("momentum", Momentum.class), NESTEROV("Nesterov", Nesterov.class),
  RMSPROP("RMSProp", RmsProp.class), ADAM("Adam", Adam.class), ADAMW("AdamW", AdamW.class);

  private final String title;
  private final Class<? extends OptimiserSpec> kind;

  OptimiserKind(String title, Class<? extends OptimiserSpec> kind) {
    this.title = title;
    this.kind = kind;
  }

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

  /// An optimiser of this kind that keeps what it has in common with `spec`, as `--set optimiser.type` does.
  OptimiserSpec like(OptimiserSpec spec) { return ExperimentJson.retyped(spec, kind); }

  static List<Parameter> parameters(OptimiserSpec spec) {
    return switch (spec) {
      case Sgd _ -> List.of();
      case Momentum s -> List.of(new Parameter("momentum", s.momentum(), s::withMomentum));
      case Nesterov s -> List.of(new Parameter("momentum", s.momentum(), s::withMomentum));
      case RmsProp s -> List.of(new Parameter("smoothing", s.smoothing(), s::withSmoothing),
          new Parameter("epsilon", s.epsilon(), s::withEpsilon));
      case Adam s -> List.of(new Parameter("beta1", s.beta1(), s::withBeta1),
          new Parameter("beta2", s.beta2(), s::withBeta2), new Parameter("epsilon", s.epsilon(), s::withEpsilon));
      case AdamW s -> List.of(new Parameter("beta1", s.beta1(), s::withBeta1),
          new Parameter("beta2", s.beta2(), s::withBeta2), new Parameter("epsilon", s.epsilon(), s::withEpsilon),
          new Parameter("weightDecay", s.weightDecay(), s::withWeightDecay));
    };
  }
}
