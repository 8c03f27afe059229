package dropoutlab.frame;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// What is asked of the weights in a frame, beside the training: by a panel of the window, or by a command.
public sealed interface Query {
  /// What network and twin have learned, masks off: the one of [Learned] that fits the data and the network.
  ///
  /// @param cells how many cells along each side of a map; a third of the points along a curve
  record Learned(int cells) implements Query {
    public Learned { requireAtLeast("A map needs at least 2 cells a side", 2, cells); }
  }

  /// What is answered by passes with dropout on.
  sealed interface OfPasses extends Query {
    Sampling sampling();
  }

  /// Regression with one input: mean and bands along the input.
  ///
  /// @param cells    a third of the points along the line
  /// @param probe    an input in the user's units whose passes are wanted
  /// @param bayes    whether exact Bayesian regression is wanted where the network is linear
  @RecordBuilder
  record Line(Sampling sampling, NoiseSource noise, int cells, Optional<Double> probe, Optional<Ensemble> ensemble,
              boolean bayes) implements OfPasses, QueryLineBuilder.With {
    public Line { requireAtLeast("A curve needs at least 2 cells", 2, cells); }
  }

  /// Two inputs: maps of `cells` x `cells`. `probe` is (x, y) in the user's units.
  @RecordBuilder
  record Plane(Sampling sampling, int cells, Optional<List<Double>> probe, Optional<Ensemble> ensemble)
      implements OfPasses, QueryPlaneBuilder.With {
    public Plane {
      requireAtLeast("A map needs at least 2 cells a side", 2, cells);
      probe = probe.map(List::copyOf);
    }
  }

  /// One input.
  ///
  /// @param inputs  in the user's units (1 x inputs); empty: those of the example
  /// @param example the row of the examples that are shown which it is, or was before something was done to it; a row
  ///                beyond them is the last; empty for what is none of the data
  @RecordBuilder
  record Point(Sampling sampling, NoiseSource noise, Matrix inputs, OptionalInt example, Optional<Ensemble> ensemble)
      implements OfPasses, QueryPointBuilder.With {
    public Point {
      if (inputs.isEmpty() && example.isEmpty()) throw new IllegalArgumentException("Neither inputs nor an example.");
      requireAtLeast("The first example is 0", 0, example.orElse(0));
    }

    /// Of what is none of the data.
    public Point(Sampling sampling, NoiseSource noise, Matrix inputs, Optional<Ensemble> ensemble) {
      this(sampling, noise, inputs, OptionalInt.empty(), ensemble);
    }

    /// Of an example as it is.
    public static Point ofExample(Sampling sampling, NoiseSource noise, int row, Optional<Ensemble> ensemble) {
      return new Point(sampling, noise, Matrix.EMPTY, OptionalInt.of(row), ensemble);
    }
  }

  /// Images: an example turned from 0 to 180 degrees in `steps` even steps.
  @RecordBuilder
  record Rotation(Sampling sampling, int example, int steps) implements OfPasses, QueryRotationBuilder.With {
    public Rotation { requireAtLeast("A rotation needs at least 2 steps", 2, steps); }
  }

  /// Images: glyphs of our own drawing against the images of the data.
  record Foreign(Sampling sampling) implements OfPasses {}

  /// Calibration, coverage and sparsification on the validation data.
  @RecordBuilder
  record Quality(Sampling sampling, NoiseSource noise, Optional<Ensemble> ensemble, boolean bayes)
      implements OfPasses, QueryQualityBuilder.With {}

  private static void requireAtLeast(String rule, int least, int value) {
    if (value < least) throw new IllegalArgumentException(rule + ", not " + value + ".");
  }
}
