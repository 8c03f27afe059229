package dropoutlab.frame;

import java.util.List;

/// What was measured at the places of dropout of a transformer. Lists have the numbers of A first, then those of B, if
/// there is a B.
///
/// @param sums  of each network that drops something
/// @param alone what dropout at one place alone does to the loss, for each kind of place
public record SitesEvidence(List<Sums> sums, List<Alone> alone) implements Evidence {
  public SitesEvidence {
    sums = List.copyOf(sums);
    alone = List.copyOf(alone);
  }

  /// What dropout makes of sums that were 1: those of the rows of attention weights; or, of a network that does not drop
  /// there, the means of the factors of each word at its first place of dropout.
  ///
  /// @param network    0 for A, 1 for B
  /// @param attention  whether these are rows of attention weights
  /// @param most       the upper end of the last bin; the first begins at 0
  /// @param counts     how many sums fall into each bin
  /// @param expectedSd the closed form of `sd`, which is the root mean square distance from 1
  public record Sums(int network, boolean attention, double most, List<Integer> counts, double mean, double sd,
                     double expectedSd) {
    public Sums { counts = List.copyOf(counts); }

    public int rows() { return counts.stream().mapToInt(Integer::intValue).sum(); }
  }

  /// By how much the loss rises when masks are drawn at one kind of place alone, at the present weights.
  ///
  /// @param method the card of the place
  /// @param p      the drop rate that was switched on there
  /// @param rises  the mean over passes of the loss minus that without masks
  /// @param errors the standard errors of those means
  public record Alone(String method, double p, List<Double> rises, List<Double> errors) {
    public Alone {
      rises = List.copyOf(rises);
      errors = List.copyOf(errors);
    }
  }
}
