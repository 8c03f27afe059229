package dropoutlab.frame;

import dropoutlab.spec.Beside;
import dropoutlab.spec.Experiment;
import dropoutlab.spec.NetworkSpec;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/// One immutable picture of a run, taken between two steps or half-steps.
///
/// @param experiment     the experiment as it was asked for, with the interventions so far
/// @param run            the run to which it belongs; each reset starts a new one
/// @param networks       all networks that learn side by side, the experiment's own first
/// @param scrubbed       the past epoch that this frame shows; empty if it shows the present
/// @param redrawn        the number of the draw if the masks were drawn for looking, without training; else empty
/// @param stepsPerSecond measured over the last second; 0 if the run is not running
@RecordBuilder
@RecordBuilder.Options(suffix = "Copy")
public record Frame(Experiment experiment, long run, RunState state, Progress progress, List<NetworkState> networks,
                    History history, OptionalInt scrubbed, OptionalLong redrawn, double stepsPerSecond)
    implements FrameCopy.With {
  public Frame { networks = List.copyOf(networks); }

  private NetworkState own() { return networks.getFirst(); }

  /// Returns the network with this name; empty if no such network learns here.
  public Optional<NetworkState> network(String name) {
    return networks.stream().filter(each -> each.name().equals(name)).findFirst();
  }

  /// Returns the view of the experiment's own network on the present batch.
  public NetworkView network() { return own().view().orElseThrow(); }

  /// Returns the experiment's own network with the drop rates in force; a learnt rate is the one learnt so far.
  public NetworkSpec inForce() { return own().inForce(); }

  /// Returns the weights of the experiment's own network.
  public Weights weights() { return own().weights(); }

  /// Returns the drop rates of the network with this name after each epoch.
  public Rates rates(String name) { return network(name).map(NetworkState::rates).orElse(Rates.EMPTY); }

  /// Returns the rates in force, in the order of [NetworkSpec#dropRates].
  public List<Double> dropRates() { return inForce().dropRates(); }

  /// Returns the twin's weights, or null without a twin.
  public Weights twin() { return network(Beside.TWIN).map(NetworkState::weights).orElse(null); }

  public boolean hasTwin() { return network(Beside.TWIN).isPresent(); }

  /// Returns the names of the networks that learn beside the experiment's own and its twin.
  public List<String> beside() { return experiment.beside().stream().map(Beside::name).toList(); }

  /// Returns the same moment as if the network of that name were the experiment's own and none learnt beside it:
  /// weights, view, drop rates and curves are those of that network, and the state is [RunState.Failed] if it has
  /// stopped alone. Everything that is made from a frame (predictions, answers, figures, files) can therefore be made
  /// for any network. The twin is kept if it is also what the twin of that network would be; seen from the twin there
  /// is no view.
  ///
  /// @throws IllegalArgumentException if no network of that name learns here
  public Frame seenFrom(String name) {
    Experiment its = experiment.seenFrom(name);
    NetworkState seen = network(name).orElseThrow();
    List<NetworkState> shown = new ArrayList<>(List.of(seen.named(Beside.OWN)));
    if (its.training().twin()) shown.add(network(Beside.TWIN).orElseThrow());
    Frame frame = with(f -> f.experiment(its).networks(shown).history(history.seenFrom(name, its.training().twin())));
    return seen.failure().map(frame::failed).orElse(frame);
  }

  /// Returns the same moment as the end of a failed run.
  public Frame failed(RunState.Failed why) { return with(f -> f.state(why).stepsPerSecond(0)); }
}
