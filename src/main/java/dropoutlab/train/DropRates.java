package dropoutlab.train;

import dropoutlab.nn.Network;
import dropoutlab.nn.dropout.DropoutLayer;
import dropoutlab.nn.layer.DropRate;
import dropoutlab.spec.NetworkSpec;
import java.util.List;

/// The drop rates that are set, by the experiment and then by interventions, and the factor that a schedule puts on
/// them and on all those of the body. A p that is learnt follows no schedule.
final class DropRates {
  private final List<DropoutLayer> dropouts;
  private final List<DropoutLayer> learnt;
  private final List<DropRate> all;
  private List<Double> set;
  private double factor = 1;

  DropRates(NetworkSpec spec, Network network) {
    dropouts = network.dropouts();
    learnt = dropouts.stream().filter(DropoutLayer::learnsRate).toList();
    all = network.dropRates();
    set = spec.dropRates();
  }

  /// New rates: the input's first, then each hidden layer's. Only what differs from what was set before takes effect:
  /// setting a rate that is learnt begins its learning anew.
  void set(List<Double> p) {
    for (int i = 0; i < p.size(); i++)
      if (!p.get(i).equals(set.get(i))) dropouts.get(i).setP(p.get(i));
    set = p;
  }

  /// From the next forward pass on, every rate that is not learnt is the set one times `factor`, in [0, 1].
  void scale(double factor) {
    this.factor = factor;
    all.forEach(rate -> rate.scale(factor));
  }

  double factor() { return factor; }

  /// Whether the rates that are learnt are numbers still.
  boolean learntAreFinite() {
    for (DropoutLayer each : learnt) if (!Double.isFinite(each.p())) return false;
    return true;
  }

  /// The rates in force: the input's first, then each hidden layer's.
  List<Double> inForce() { return dropouts.stream().map(DropoutLayer::p).toList(); }
}
