package dropoutlab.frame;

import dropoutlab.spec.Beside;
import dropoutlab.spec.Experiment;
import dropoutlab.spec.NetworkSpec;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// One immutable picture of a run, taken between two (half-)steps.
///
/// @param experiment  what was asked, with the interventions so far
/// @param run         which run it belongs to; each reset starts a new one
/// @param networks    all that learn side by side, the experiment's own first
/// @param scrubbed    the epoch of the past that this frame shows, or empty when it shows the present
/// @param stepsPerSecond measured over the last second; 0 when not running
@RecordBuilder
@RecordBuilder.Options(suffix = "Copy")
public record Frame(Experiment experiment, long run, RunState state, Progress progress, List<NetworkState> networks,
                    History history, OptionalInt scrubbed, double stepsPerSecond) implements FrameCopy.With {
  public Frame { networks = List.copyOf(networks); }

  private NetworkState own() { return networks.getFirst(); }

  /// The network of a name, where it learns here.
  public Optional<NetworkState> network(String name) {
    return networks.stream().filter(each -> each.name().equals(name)).findFirst();
  }

  /// The experiment's own network on the present batch.
  public NetworkView network() { return own().view().orElseThrow(); }

  /// The experiment's own network with the drop rates in force; where one is learnt, what has been learnt.
  public NetworkSpec inForce() { return own().inForce(); }

  /// The weights of the experiment's own network.
  public Weights weights() { return own().weights(); }

  /// The rates in force, in the order of [NetworkSpec#dropRates].
  public List<Double> dropRates() { return inForce().dropRates(); }

  /// The twin's weights, or null without a twin.
  public Weights twin() { return network(Beside.TWIN).map(NetworkState::weights).orElse(null); }

  public boolean hasTwin() { return network(Beside.TWIN).isPresent(); }

  /// The same moment of a run that went no further.
  public Frame failed(RunState.Failed why) { return with(f -> f.state(why).stepsPerSecond(0)); }
}
