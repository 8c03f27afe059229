package dropoutlab.frame;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.List;
import java.util.Optional;

/// What the Uncertainty workspace asks of the weights in a frame.
public sealed interface Query {
  Sampling sampling();

  /// Regression with one input: mean and bands along the input.
  ///
  /// @param cells    a third of the points along the line
  /// @param probe    an input in the user's units whose passes are wanted
  /// @param bayes    whether exact Bayesian regression is wanted where the network is linear
  @RecordBuilder
  record Line(Sampling sampling, NoiseSource noise, int cells, Optional<Double> probe, Optional<Ensemble> ensemble,
              boolean bayes) implements Query, QueryLineBuilder.With {
    public Line { requireAtLeast("A curve needs at least 2 cells", 2, cells); }
  }

  /// Two inputs: maps of `cells` x `cells`. `probe` is (x, y) in the user's units.
  @RecordBuilder
  record Plane(Sampling sampling, int cells, Optional<List<Double>> probe, Optional<Ensemble> ensemble)
      implements Query, QueryPlaneBuilder.With {
    public Plane {
      requireAtLeast("A map needs at least 2 cells a side", 2, cells);
      probe = probe.map(List::copyOf);
    }
  }

  /// One example, given by its inputs in the user's units (1 x inputs): a picture that was turned or scribbled on, or
  /// the row of a table.
  @RecordBuilder
  record Point(Sampling sampling, NoiseSource noise, Matrix inputs, Optional<Ensemble> ensemble)
      implements Query, QueryPointBuilder.With {}

  /// Images: a validation image turned from 0 to 180 degrees in `steps` even steps.
  @RecordBuilder
  record Rotation(Sampling sampling, int example, int steps) implements Query, QueryRotationBuilder.With {
    public Rotation { requireAtLeast("A rotation needs at least 2 steps", 2, steps); }
  }

  /// Images: glyphs of our own drawing against the images of the data.
  record Foreign(Sampling sampling) implements Query {}

  /// Calibration, coverage and sparsification on the validation data.
  @RecordBuilder
  record Quality(Sampling sampling, NoiseSource noise, Optional<Ensemble> ensemble, boolean bayes)
      implements Query, QueryQualityBuilder.With {}

  private static void requireAtLeast(String rule, int least, int value) {
    if (value < least) throw new IllegalArgumentException(rule + ", not " + value + ".");
  }
}
