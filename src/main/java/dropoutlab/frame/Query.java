package dropoutlab.frame;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// A question about the weights in a frame, which a panel of the window or a command asks beside the training.
public sealed interface Query {
  /// What the network and its twin have learned, with masks off: the kind of [Learned] that fits the data and the
  /// network.
  ///
  /// @param cells the number of cells along each side of a map; a curve has three times as many points
  record Learned(int cells) implements Query {
    public Learned { requireAtLeast("A map needs at least 2 cells a side", 2, cells); }
  }

  /// What the methods of the experiment's own network and of the first network beside do there: the kind of [Evidence]
  /// that fits them.
  ///
  /// @param example the row of the batch that is looked at, from 0
  record OfMethods(int example) implements Query {
    public OfMethods { requireAtLeast("The first example is 0", 0, example); }
  }

  /// A question that is answered by passes with dropout on.
  sealed interface OfPasses extends Query {
    Sampling sampling();
  }

  /// Regression with one input: the mean and the bands along the input.
  ///
  /// @param cells one third of the number of points along the line
  /// @param probe an input, in the user's units, whose passes are asked for
  /// @param bayes whether exact Bayesian regression is asked for, if the network is linear
  @RecordBuilder
  record Line(Sampling sampling, NoiseSource noise, int cells, Optional<Double> probe, Optional<Ensemble> ensemble,
              boolean bayes) implements OfPasses, QueryLineBuilder.With {
    public Line { requireAtLeast("A curve needs at least 2 cells", 2, cells); }
  }

  /// Two inputs: maps of `cells` x `cells` cells. `probe` is a place (x, y), in the user's units, whose passes are
  /// asked for.
  @RecordBuilder
  record Plane(Sampling sampling, int cells, Optional<List<Double>> probe, Optional<Ensemble> ensemble)
      implements OfPasses, QueryPlaneBuilder.With {
    public Plane {
      requireAtLeast("A map needs at least 2 cells a side", 2, cells);
      probe = probe.map(List::copyOf);
    }
  }

  /// One input of the network.
  ///
  /// @param inputs  the values in the user's units (1 x inputs); empty for those of the example
  /// @param example the row, among the examples that are shown, of the example itself or of the one from which the
  ///                inputs were made; a row beyond the last means the last; empty if the inputs do not come from the
  ///                data
  @RecordBuilder
  record Point(Sampling sampling, NoiseSource noise, Matrix inputs, OptionalInt example, Optional<Ensemble> ensemble)
      implements OfPasses, QueryPointBuilder.With {
    public Point {
      if (inputs.isEmpty() && example.isEmpty()) throw new IllegalArgumentException("Neither inputs nor an example.");
      requireAtLeast("The first example is 0", 0, example.orElse(0));
    }

    /// Makes a query for inputs that do not come from the data.
    public Point(Sampling sampling, NoiseSource noise, Matrix inputs, Optional<Ensemble> ensemble) {
      this(sampling, noise, inputs, OptionalInt.empty(), ensemble);
    }

    /// Makes a query for an unchanged example.
    public static Point ofExample(Sampling sampling, NoiseSource noise, int row, Optional<Ensemble> ensemble) {
      return new Point(sampling, noise, Matrix.EMPTY, OptionalInt.of(row), ensemble);
    }
  }

  /// Images: an example turned from 0 to 180 degrees in `steps` even steps.
  @RecordBuilder
  record Rotation(Sampling sampling, int example, int steps) implements OfPasses, QueryRotationBuilder.With {
    public Rotation { requireAtLeast("A rotation needs at least 2 steps", 2, steps); }
  }

  /// Images: glyphs that this program draws, compared with the images of the data.
  record Foreign(Sampling sampling) implements OfPasses {}

  /// Calibration, coverage and sparsification on the validation data.
  @RecordBuilder
  record Quality(Sampling sampling, NoiseSource noise, Optional<Ensemble> ensemble, boolean bayes)
      implements OfPasses, QueryQualityBuilder.With {}

  private static void requireAtLeast(String rule, int least, int value) {
    if (value < least) throw new IllegalArgumentException(rule + ", not " + value + ".");
  }
}
