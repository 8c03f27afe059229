package dropoutlab.spec;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/// The optimisers. The update rules stand in [dropoutlab.nn.Optimiser].
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

  record Sgd(double learningRate) implements OptimiserSpec {
    public Sgd { Check.positive("learningRate", learningRate); }
  }

  record Momentum(double learningRate, double momentum) implements OptimiserSpec {
    public Momentum {
      Check.positive("learningRate", learningRate);
      decayRate("momentum", momentum);
    }
  }

  record Nesterov(double learningRate, double momentum) implements OptimiserSpec {
    public Nesterov {
      Check.positive("learningRate", learningRate);
      decayRate("momentum", momentum);
    }
  }

  record RmsProp(double learningRate, double smoothing, double epsilon) implements OptimiserSpec {
    public RmsProp {
      Check.positive("learningRate", learningRate);
      decayRate("smoothing", smoothing);
      Check.positive("epsilon", epsilon);
    }
  }

  record Adam(double learningRate, double beta1, double beta2, double epsilon) implements OptimiserSpec {
    public Adam {
      Check.positive("learningRate", learningRate);
      decayRate("beta1", beta1);
      decayRate("beta2", beta2);
      Check.positive("epsilon", epsilon);
    }
  }

  record AdamW(double learningRate, double beta1, double beta2, double epsilon, double weightDecay)
      implements OptimiserSpec {
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
      throw new IllegalArgumentException(name + ": must be in [0, 1), but is " + value);
  }
}
