package dropoutlab.spec;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.List;

/// A dropout method. The drop rate p is part of the layer; each record holds what else its method needs. Equations and
/// sources are in the classes of [dropoutlab.nn.dropout].
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
  @JsonSubTypes.Type(value = DropoutSpec.Inverted.class, name = "inverted"),
  @JsonSubTypes.Type(value = DropoutSpec.Standard.class, name = "standard"),
  @JsonSubTypes.Type(value = DropoutSpec.Gaussian.class, name = "gaussian"),
  @JsonSubTypes.Type(value = DropoutSpec.LearntGaussian.class, name = "learnt-gaussian"),
  @JsonSubTypes.Type(value = DropoutSpec.Uniform.class, name = "uniform"),
  @JsonSubTypes.Type(value = DropoutSpec.Alpha.class, name = "alpha"),
  @JsonSubTypes.Type(value = DropoutSpec.Concrete.class, name = "concrete"),
  @JsonSubTypes.Type(value = DropoutSpec.DropConnect.class, name = "drop-connect"),
  @JsonSubTypes.Type(value = DropoutSpec.Targeted.class, name = "targeted"),
})
public sealed interface DropoutSpec {
  /// Returns each method with its default values.
  static List<DropoutSpec> standard() {
    return List.of(new Inverted(), new Standard(), new Gaussian(), new LearntGaussian(0.001), new Uniform(0.1),
        new Alpha(false), new Concrete(0.1, 1e-6, 1e-5), new DropConnect(DropConnect.Inference.MOMENT_MATCHING, 100),
        new Targeted(0.5, Targeted.Target.WEIGHTS));
  }

  /// Returns whether the rate that is set is only the start of learning; such a rate follows no schedule.
  default boolean learnsRate() {
    return switch (this) {
      case Concrete _, LearntGaussian _ -> true;
      case Inverted _, Standard _, Gaussian _, Uniform _, Alpha _, DropConnect _, Targeted _ -> false;
    };
  }

  /// Returns whether weights are dropped instead of units; the units of such a layer cannot be pinned.
  default boolean dropsWeights() {
    return switch (this) {
      case DropConnect _ -> true;
      case Targeted(double _, Targeted.Target target) -> target == Targeted.Target.WEIGHTS;
      case Inverted _, Standard _, Gaussian _, LearntGaussian _, Uniform _, Alpha _, Concrete _ -> false;
    };
  }

  /// Masks of 0 or 1/(1-p) in training; inference is the identity.
  record Inverted() implements DropoutSpec {}

  /// Masks of 0 or 1 in training, and a factor 1-p at inference.
  record Standard() implements DropoutSpec {}

  /// Factors drawn from N(1, p/(1-p)).
  record Gaussian() implements DropoutSpec {}

  /// Factors drawn from N(1, alpha), with one learnt alpha per layer that starts at p/(1-p). `klWeight` scales the
  /// divergence term.
  record LearntGaussian(double klWeight) implements DropoutSpec {
    public LearntGaussian { Check.notNegative("klWeight", klWeight); }
  }

  /// Additive noise x r with r uniform in [-beta, beta); any p > 0 switches it on.
  record Uniform(double beta) implements DropoutSpec {
    public Uniform { Check.range("beta", beta, 0, 1); }
  }

  /// For SELU: dropped units take SELU's lower limit, then an affine map keeps mean 0 and variance 1. `maps` drops
  /// whole maps of an image, or features of a sequence in all its steps (feature alpha dropout).
  record Alpha(boolean maps) implements DropoutSpec {}

  /// p is learnt through a continuous relaxation; the p of the layer is where it starts.
  @RecordBuilder
  record Concrete(double temperature, double weightRegulariser, double dropoutRegulariser)
      implements DropoutSpec, DropoutSpecConcreteBuilder.With {
    public Concrete {
      Check.positive("temperature", temperature);
      Check.notNegative("weightRegulariser", weightRegulariser);
      Check.notNegative("dropoutRegulariser", dropoutRegulariser);
    }
  }

  /// Drops the weights into the layer, with one mask per example. Inference draws from matched moments or takes the
  /// mean.
  @RecordBuilder
  record DropConnect(Inference inference, int samples) implements DropoutSpec, DropoutSpecDropConnectBuilder.With {
    public DropConnect {
      Check.present("inference", inference);
      Check.range("samples", samples, 1, 10_000);
    }

    public enum Inference { MOMENT_MATCHING, MEAN }
  }

  /// Drops, with probability p each, only the share `share` of the smallest weights (or of the units with the smallest
  /// weights); inference prunes all of these.
  @RecordBuilder
  record Targeted(double share, Target target) implements DropoutSpec, DropoutSpecTargetedBuilder.With {
    public Targeted {
      Check.range("share", share, 0, 1);
      Check.present("target", target);
    }

    public enum Target { WEIGHTS, UNITS }
  }
}
