package dropoutlab.frame;

import dropoutlab.spec.Experiment;
import dropoutlab.spec.NetworkSpec;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.List;
import java.util.OptionalInt;

/// One immutable picture of a run, taken between two (half-)steps.
///
/// @param experiment  what was asked, with the interventions so far
/// @param run         which run it belongs to; each reset starts a new one
/// @param inForce     the experiment's network with the drop rates in force; where one is learnt, what has been learnt
/// @param weights     the network's
/// @param twin        the twin's weights, or null without a twin
/// @param scrubbed    the epoch of the past that this frame shows, or empty when it shows the present
/// @param stepsPerSecond measured over the last second; 0 when not running
@RecordBuilder
@RecordBuilder.Options(suffix = "Copy")
public record Frame(Experiment experiment, long run, RunState state, Progress progress, NetworkView network, History history,
                    NetworkSpec inForce, Weights weights, Weights twin, OptionalInt scrubbed, double stepsPerSecond)
    implements FrameCopy.With {
  /// The rates in force: the input's first, then each hidden layer's.
  public List<Double> dropRates() { return inForce.dropRates(); }

  public boolean hasTwin() { return twin != null; }

  /// The same moment of a run that went no further.
  public Frame failed(RunState.Failed why) { return with(f -> f.state(why).stepsPerSecond(0)); }
}
