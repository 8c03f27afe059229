package dropoutlab.train;

import dropoutlab.nn.Network;
import dropoutlab.nn.dropout.DropoutLayer;
import dropoutlab.spec.NetworkSpec;
import dropoutlab.spec.ScheduleSpec;
import java.util.List;

/// The drop rates that are set, by the experiment and then by interventions, and the factor that a schedule puts on
/// them and on those of the body. A p that is learnt follows no schedule.
final class DropRates {
  private final List<DropoutLayer> dropouts;
  private final List<DropoutLayer> body;
  private final List<Double> bodySet;
  private final boolean constant;
  private List<Double> set;
  private double factor = 1;

  DropRates(NetworkSpec spec, Network network, ScheduleSpec schedule) {
    dropouts = network.dropouts();
    body = network.bodyDropouts();
    bodySet = body.stream().map(DropoutLayer::p).toList();
    set = spec.dropRates();
    constant = schedule instanceof ScheduleSpec.Constant;
  }

  /// New rates: the input's first, then each hidden layer's. Only what differs from what was set before takes effect:
  /// setting a rate that is learnt begins its learning anew.
  void set(List<Double> p) {
    for (int i = 0; i < p.size(); i++)
      if (!p.get(i).equals(set.get(i))) put(dropouts.get(i), p.get(i));
    set = p;
  }

  private void put(DropoutLayer dropout, double p) {
    dropout.setP(dropout.learnsRate() ? p : factor * p);
  }

  /// From the next forward pass on, every rate that is not learnt is the set one times `factor`, in [0, 1].
  void scale(double factor) {
    if (constant) return;
    this.factor = factor;
    scale(dropouts, set);
    scale(body, bodySet);
  }

  private void scale(List<DropoutLayer> layers, List<Double> rates) {
    for (int i = 0; i < layers.size(); i++) if (!layers.get(i).learnsRate()) put(layers.get(i), rates.get(i));
  }

  /// The rates in force: the input's first, then each hidden layer's.
  List<Double> inForce() { return dropouts.stream().map(DropoutLayer::p).toList(); }
}
