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

  /// What the hidden units of a network and of its twin learnt from pictures of digits.
  ///
  /// @param learnt       whether the pictures show what training added to the first weights, and not the weights
  /// @param width,height of a picture
  /// @param classes      the names of the classes; none where the pictures themselves are reconstructed. What is a share
  ///                     of wrong answers otherwise is then the mean squared error, as a share of the pictures' variance
  /// @param seeds        what was measured with each seed, the shown one first, which `own` and `twin` are of
  /// @param away         (n x 5) a number of units removed at random, and the share of wrong answers that is left: of the
  ///                     network exact and by the engine, and of the twin
  record Sparse(double p, boolean learnt, int width, int height, List<String> classes, Units own, Units twin,
                List<Seed> seeds, Matrix away) implements FeaturesPicture {
    /// Whether the networks are autoencoders.
    public boolean reconstructs() { return classes.isEmpty(); }

    /// How many measures are shown: the error with all units of a reconstruction alone.
    public int measures() { return reconstructs() ? Measures.COUNT : Measures.COUNT - 1; }

    public static final int AWAY = 0, OWN_EXACT = 1, OWN_ENGINE = 2, TWIN_EXACT = 3, TWIN_ENGINE = 4;

    public Sparse {
      classes = List.copyOf(classes);
      seeds = List.copyOf(seeds);
    }

    /// One network, unit by unit.
    ///
    /// @param inputs    (units x pixels) the weights of the first layer, or what was added to them
    /// @param each      (units x 4) mean activation, share of exact zeros, how many other units carry the same feature, and
    ///                  the unit that is most alike, or -1
    /// @param costs     (units x classes) what removing the unit adds to the share of wrong answers, exact; `engineCosts`
    ///                  by pinned units
    /// @param bins      (bins x 2) the share of activations in each bin above 0, exact and of the engine
    /// @param bin       the width of a bin
    public record Units(Matrix inputs, Matrix each, Matrix costs, Matrix engineCosts, Matrix bins, double bin) {
      public static final int MEAN = 0, ZEROS = 1, SAME = 2, LIKEST = 3;

      public int count() { return inputs.rows(); }

      /// The class that the loss of a unit costs most.
      public int worstClass(int unit) {
        int worst = 0;
        for (int c = 1; c < costs.cols(); c++) if (costs.at(unit, c) > costs.at(unit, worst)) worst = c;
        return worst;
      }

      public double worst(int unit) { return costs.at(unit, worstClass(unit)); }
    }

    /// What was measured of both networks with one seed, exact and by the engine.
    public record Seed(long seed, Measures own, Measures twin, Measures ownEngine, Measures twinEngine) {}

    /// @param zeros    the share of activations that are exactly 0
    /// @param mean     activation
    /// @param worst    what the loss of one unit costs one class at most
    /// @param half     the share of wrong answers without half of the units
    /// @param likeness mean |correlation| of two units
    /// @param same     the share of units whose feature another unit carries too
    /// @param dead     the share of units that are 0 for every example
    /// @param error    the share of wrong answers with all units
    public record Measures(double zeros, double mean, double worst, double half, double likeness, double same, double dead,
                           double error) {
      public static final int COUNT = 8;

      public double get(int i) {
        return switch (i) {
          case 0 -> zeros;
          case 1 -> mean;
          case 2 -> worst;
          case 3 -> half;
          case 4 -> likeness;
          case 5 -> same;
          case 6 -> dead;
          default -> error;
        };
      }
    }
  }
}
