package dropoutlab.frame;

import dropoutlab.spec.NetworkSpec;
import java.util.Optional;

/// One of the networks that learn side by side, as a frame shows it.
///
/// @param name    [dropoutlab.spec.Beside#OWN], [dropoutlab.spec.Beside#TWIN], or the name that a network beside has
/// @param inForce the network with the drop rates in force; where one is learnt, what has been learnt
/// @param view    the network on the present batch; empty for the twin, of which nothing is dropped
/// @param failure why a network beside has stopped while the others go on; empty while all is well
public record NetworkState(String name, NetworkSpec inForce, Weights weights, Optional<NetworkView> view,
                           Optional<RunState.Failed> failure) {
  NetworkState named(String other) { return new NetworkState(other, inForce, weights, view, failure); }
}
