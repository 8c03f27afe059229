package dropoutlab.frame;

import java.util.List;

/// How the networks of an experiment came out that were trained side by side with one seed.
public record Replicate(long seed, List<Score> scores) {
  public Replicate { scores = List.copyOf(scores); }

  /// Returns the score of a network.
  public Score of(String network) {
    return scores.stream().filter(each -> each.network().equals(network)).findFirst().orElseThrow();
  }

  /// The validation loss and error of the weights that the run keeps: the best ones under early stopping, else the last.
  ///
  /// @param network the name of the network among those that learn side by side
  /// @param loss    NaN if the training of the network failed, as `error`
  /// @param error   the share of wrong classes, or for regression the root mean squared error in the target's unit
  public record Score(String network, double loss, double error) {
    /// A number that is not finite says nothing, and is never counted as a number.
    public Score {
      if (!Double.isFinite(loss) || !Double.isFinite(error)) loss = error = Double.NaN;
    }

    public static Score failed(String network) { return new Score(network, Double.NaN, Double.NaN); }

    public boolean isFinite() { return !Double.isNaN(loss); }
  }
}
