package dropoutlab.frame;

import dropoutlab.spec.NetworkSpec;
import java.util.Optional;

/// One of the networks that learn side by side, as a frame shows it.
///
/// @param name    [dropoutlab.spec.Beside#OWN], [dropoutlab.spec.Beside#TWIN], or the name of a network beside
/// @param inForce the network with the drop rates in force; a learnt rate is the one learnt so far
/// @param rates   the drop rates in force after each epoch
/// @param view    the network on the present batch; empty for the twin, of which nothing is dropped
/// @param failure why a network beside has stopped while the others go on; empty while it learns
public record NetworkState(String name, NetworkSpec inForce, Weights weights, Rates rates,
                           Optional<NetworkView> view, Optional<RunState.Failed> failure) {
  NetworkState named(String other) { return new NetworkState(other, inForce, weights, rates, view, failure); }
}
