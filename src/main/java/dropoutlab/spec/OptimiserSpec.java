package dropoutlab.spec;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dropoutlab.words.Precise;
import dropoutlab.words.Words;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.List;

/// The optimisers. Their update rules are in [dropoutlab.nn.Optimiser].
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
  @JsonSubTypes.Type(value = OptimiserSpec.Sgd.class, name = "sgd"),
  @JsonSubTypes.Type(value = OptimiserSpec.Momentum.class, name = "momentum"),
  @JsonSubTypes.Type(value = OptimiserSpec.Nesterov.class, name = "nesterov"),
  @JsonSubTypes.Type(value = OptimiserSpec.RmsProp.class, name = "rmsprop"),
  @JsonSubTypes.Type(value = OptimiserSpec.Adam.class, name = "adam"),
  @JsonSubTypes.Type(value = OptimiserSpec.AdamW.class, name = "adamw"),
})
public sealed interface OptimiserSpec {
  double learningRate();

  /// Returns each optimiser with its default values.
  static List<OptimiserSpec> standard() {
    return List.of(new Sgd(0.1), new Momentum(0.05, 0.9), new Nesterov(0.05, 0.9), new RmsProp(0.003, 0.9, 1e-8),
        new Adam(0.008, 0.9, 0.999, 1e-8), new AdamW(0.008, 0.9, 0.999, 1e-8, 0.01));
  }

  /// Returns the optimiser of [#standard] that is of class `kind`.
  static <T extends OptimiserSpec> T standard(Class<T> kind) {
    return standard().stream().filter(kind::isInstance).map(kind::cast).findFirst().orElseThrow();
  }

  /// Returns the same optimiser with another learning rate.
  default OptimiserSpec at(double learningRate) {
    return switch (this) {
      case Sgd _ -> new Sgd(learningRate);
      case Momentum m -> m.withLearningRate(learningRate);
      case Nesterov n -> n.withLearningRate(learningRate);
      case RmsProp r -> r.withLearningRate(learningRate);
      case Adam a -> a.withLearningRate(learningRate);
      case AdamW a -> a.withLearningRate(learningRate);
    };
  }

  record Sgd(double learningRate) implements OptimiserSpec {
    public Sgd { Check.positive("learningRate", learningRate); }
  }

  @RecordBuilder
  record Momentum(double learningRate, double momentum) implements OptimiserSpec, OptimiserSpecMomentumBuilder.With {
    public Momentum {
      Check.positive("learningRate", learningRate);
      decayRate("momentum", momentum);
    }
  }

  @RecordBuilder
  record Nesterov(double learningRate, double momentum) implements OptimiserSpec, OptimiserSpecNesterovBuilder.With {
    public Nesterov {
      Check.positive("learningRate", learningRate);
      decayRate("momentum", momentum);
    }
  }

  @RecordBuilder
  record RmsProp(double learningRate, double smoothing, double epsilon)
      implements OptimiserSpec, OptimiserSpecRmsPropBuilder.With {
    public RmsProp {
      Check.positive("learningRate", learningRate);
      decayRate("smoothing", smoothing);
      Check.positive("epsilon", epsilon);
    }
  }

  @RecordBuilder
  record Adam(double learningRate, double beta1, double beta2, double epsilon)
      implements OptimiserSpec, OptimiserSpecAdamBuilder.With {
    public Adam {
      Check.positive("learningRate", learningRate);
      decayRate("beta1", beta1);
      decayRate("beta2", beta2);
      Check.positive("epsilon", epsilon);
    }
  }

  @RecordBuilder
  record AdamW(double learningRate, double beta1, double beta2, double epsilon, double weightDecay)
      implements OptimiserSpec, OptimiserSpecAdamWBuilder.With {
    public AdamW {
      Check.positive("learningRate", learningRate);
      decayRate("beta1", beta1);
      decayRate("beta2", beta2);
      Check.positive("epsilon", epsilon);
      Check.notNegative("weightDecay", weightDecay);
    }
  }

  private static void decayRate(String name, double value) {
    if (!(value >= 0 && value < 1))
      throw new IllegalArgumentException(Words.of("spec.check.below_one", name, Precise.all(value)));
  }
}
