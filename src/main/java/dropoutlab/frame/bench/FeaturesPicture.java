package dropoutlab.frame.bench;

import dropoutlab.frame.Matrix;
import java.util.List;

/// What the benches of the group features want drawn.
public sealed interface FeaturesPicture extends Picture {
  /// Two networks of which units are taken away, k = 0 to n of n.
  ///
  /// @param worst      whether the worst choice of k units counts, and not the mean of all
  /// @param digits     whether they read digits, so that the weights of a unit are a picture
  /// @param seeds      what was found with each seed, the shown one first
  /// @param ownUnits   (units x pixels) what the units look at; empty where there is no picture
  record TakenAway(double p, boolean worst, boolean digits, int examples, List<Seed> seeds, Matrix ownUnits,
                   Matrix twinUnits) implements FeaturesPicture {
    public TakenAway { seeds = List.copyOf(seeds); }

    /// @param own,twin the shares of wrong answers with k units away
    public record Seed(long seed, Errors own, Errors twin) {}

    /// @param best,worst over all choices of k units
    /// @param alone      the share of wrong answers with one unit away, unit by unit
    public record Errors(List<Double> exact, List<Double> engine, List<Double> best, List<Double> worst,
                         List<Double> alone) {
      /// The share with no unit away.
      public double none() { return exact.getFirst(); }

      public Errors {
        exact = List.copyOf(exact);
        engine = List.copyOf(engine);
        best = List.copyOf(best);
        worst = List.copyOf(worst);
        alone = List.copyOf(alone);
      }
    }

    /// The steps in which shares of wrong answers are guessed.
    public static final double STEP = .005;

    public Seed shown() { return seeds.getFirst(); }

    public int units() { return shown().own().exact().size() - 1; }
  }

  /// How many bits pass a dropped layer, told in three ways: copied by all units, by their parity, by each its own.
  ///
  /// @param code  which of the three is asked for
  /// @param grid  the p at which the engine measured
  /// @param coded copy, parity, own
  record Information(double p, int units, int code, int samples, List<Double> grid, List<Coded> coded)
      implements FeaturesPicture {
    /// The number of steps of the curves.
    public static final int STEPS = 40;

    public Information {
      grid = List.copyOf(grid);
      coded = List.copyOf(coded);
    }

    /// The p of a point of the curves.
    public static double p(int point) { return (double) point / STEPS; }

    /// @param bits     what passes at p
    /// @param estimate the engine's estimate of it
    /// @param exact    the curve of what passes
    /// @param expected the curve of what an estimate is on average
    /// @param engine   the engine's estimates along the grid
    /// @param sent     whether each unit of the last message was +1
    /// @param kept     whether the last mask kept it
    public record Coded(double bits, double estimate, List<Double> exact, List<Double> expected, List<Double> engine,
                        List<Boolean> sent, List<Boolean> kept) {
      public Coded {
        exact = List.copyOf(exact);
        expected = List.copyOf(expected);
        engine = List.copyOf(engine);
        sent = List.copyOf(sent);
        kept = List.copyOf(kept);
      }
    }
  }

  /// A linear autoencoder that keeps its first b units, b at random, beside the twin that keeps all.
  ///
  /// @param least  the share of variance that the first 0, 1, 2, ... components leave: the least that is possible
  /// @param components (units x pixels) where the data are pictures, else empty
  /// @param trail  from the first step to the last
  record Nested(int units, boolean digits, int steps, int mostSteps, Side nested, Side twin, List<Double> least,
                Matrix components, List<Past> trail) implements FeaturesPicture {
    public Nested {
      least = List.copyOf(least);
      trail = List.copyOf(trail);
    }

    /// @param cosines |cos| of decoder row (row) and component (column)
    /// @param left    the share of variance that the first 0, 1, 2, ... units leave
    /// @param decoder (units x pixels) where the data are pictures, else empty
    public record Side(Matrix cosines, List<Double> left, Matrix decoder) {
      public Side { left = List.copyOf(left); }
    }

    /// |cos| of each decoder row and its own component, after so many steps.
    public record Past(int steps, List<Double> nested, List<Double> twin) {
      public Past {
        nested = List.copyOf(nested);
        twin = List.copyOf(twin);
      }
    }
  }
}
