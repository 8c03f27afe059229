package dropoutlab.frame;

import dropoutlab.spec.Beside;
import dropoutlab.spec.Experiment;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/// Frames with known weights, for tests that need no training.
public final class BareFrame {
  private BareFrame() {}

  /// Makes a frame of one network before the first step, of which only the weights are known.
  public static Frame of(Experiment experiment, long run, Weights weights) {
    return new Frame(experiment, run, null, new Progress(0, 0, 1, 0, Phase.UPDATE),
        List.of(new NetworkState(Beside.OWN, experiment.network(), weights, Rates.EMPTY, Optional.empty(),
            Optional.empty())), null, OptionalInt.empty(), OptionalLong.empty(), 0);
  }

  /// Makes a frame of which only the run is known.
  public static Frame of(long run) {
    return new Frame(null, run, null, null, List.of(), null, OptionalInt.empty(), OptionalLong.empty(), 0);
  }
}
