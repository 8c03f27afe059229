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

    /// @param likeness mean |correlation| of two units
    /// @param alone    the share of wrong answers with one unit away, unit by unit
    public record Errors(List<Double> exact, List<Double> engine, List<Double> best, List<Double> worst,
                         List<Double> alone, double likeness) {
      public Errors {
        exact = List.copyOf(exact);
        engine = List.copyOf(engine);
        best = List.copyOf(best);
        worst = List.copyOf(worst);
        alone = List.copyOf(alone);
      }
    }

    public int units() { return seeds.getFirst().own().exact().size() - 1; }
  }
}
