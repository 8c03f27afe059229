package dropoutlab.frame;

import java.util.List;

/// What was measured about blocks that are skipped. A network is 0 for A and 1 for B.
///
/// @param depths of each network whose blocks are skipped
/// @param times  likewise
/// @param pruned of each network
public record LayersEvidence(List<Depths> depths, List<StepTime> times, List<Pruned> pruned) implements Evidence {
  public LayersEvidence {
    depths = List.copyOf(depths);
    times = List.copyOf(times);
    pruned = List.copyOf(pruned);
  }

  /// How many blocks examples went through.
  ///
  /// @param counts   how many examples went through 0, 1, ... blocks
  /// @param expected the probability of each of these numbers by its closed form
  /// @param mean     of the counted
  /// @param expectedMean of the closed form
  public record Depths(int network, List<Integer> counts, List<Double> expected, double mean, double expectedMean) {
    public Depths {
      counts = List.copyOf(counts);
      expected = List.copyOf(expected);
    }
  }

  /// How long a training step takes when each block is skipped for the whole batch, as a share of the time that it takes
  /// when none is.
  ///
  /// @param blocks the share of the blocks that is computed on average
  /// @param low    the lower quartile over pairs of measurements
  /// @param middle the median
  /// @param high   the upper quartile
  /// @param steps  how many steps were timed in each case
  public record StepTime(int network, double blocks, double low, double middle, double high, int steps) {}

  /// The loss when blocks are left out of the trained network, without training it again.
  ///
  /// @param blocks how many blocks are left, from all on
  /// @param losses on the same held-out examples
  public record Pruned(int network, List<Integer> blocks, List<Double> losses) {
    public Pruned {
      blocks = List.copyOf(blocks);
      losses = List.copyOf(losses);
    }
  }
}
