package dropoutlab.frame;

import dropoutlab.spec.Beside;
import dropoutlab.spec.Experiment;
import dropoutlab.spec.NetworkSpec;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.ArrayList;
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

  /// The names of those that learn beside the experiment's own network and its twin.
  public List<String> beside() { return experiment.beside().stream().map(Beside::name).toList(); }

  /// The same moment as if the network of that name were the experiment's own and none learnt beside it: weights, view,
  /// drop rates and curves are that network's, the state is [RunState.Failed] where it has stopped alone. So all that is
  /// made of a frame (predictions, answers, figures, files) is made of any network. The twin is there where it is what
  /// the twin of that network would be; seen from the twin there is no view.
  ///
  /// @throws IllegalArgumentException where no network of that name learns here
  public Frame seenFrom(String name) {
    Experiment its = experiment.seenFrom(name);
    NetworkState seen = network(name).orElseThrow();
    List<NetworkState> shown = new ArrayList<>(List.of(seen.named(Beside.OWN)));
    if (its.training().twin()) shown.add(network(Beside.TWIN).orElseThrow());
    Frame frame = with(f -> f.experiment(its).networks(shown).history(history.seenFrom(name, its.training().twin())));
    return seen.failure().map(frame::failed).orElse(frame);
  }

  /// The same moment of a run that went no further.
  public Frame failed(RunState.Failed why) { return with(f -> f.state(why).stepsPerSecond(0)); }
}
