package dropoutlab.train;

import dropoutlab.nn.Network;
import dropoutlab.nn.dropout.DropoutLayer;
import dropoutlab.nn.layer.DropRate;
import dropoutlab.nn.state.State;
import dropoutlab.spec.NetworkSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// The drop rates that were set, first by the experiment and then by interventions, and the factor by which a schedule
/// multiplies them and those of the body. A p that is learnt follows no schedule.
final class DropRates {
  private final List<DropoutLayer> dropouts;
  private final List<DropoutLayer> learnt;
  private final List<DropRate> body;
  private final List<DropRate> all;
  private List<Double> set;
  private double factor = 1;

  DropRates(NetworkSpec spec, Network network) {
    dropouts = network.dropouts();
    learnt = dropouts.stream().filter(DropoutLayer::learnsRate).toList();
    body = network.bodyRates();
    all = network.dropRates();
    set = spec.dropRates();
  }

  /// Sets new rates in the order of [NetworkSpec#dropRates]; those of the body may be missing. Only rates that differ
  /// from those set before take effect, because setting a learnt rate would restart its learning.
  void set(List<Double> p) {
    List<Double> next = new ArrayList<>(set);
    for (int i = 0; i < p.size(); i++) {
      if (p.get(i).equals(next.set(i, p.get(i)))) continue;
      if (i < dropouts.size()) dropouts.get(i).setP(p.get(i));
      else body.get(i - dropouts.size()).set(p.get(i));
    }
    set = next;
  }

  /// Multiplies every rate that is not learnt by `factor`, in [0, 1], from the next forward pass on.
  void scale(double factor) {
    this.factor = factor;
    all.forEach(rate -> rate.scale(factor));
  }

  /// The rates that were set follow from the experiment and its interventions.
  void keep(State state) { scale(state.number("factor", factor, 0, 1)); }

  /// Returns whether all learnt rates are still finite.
  boolean learntAreFinite() {
    for (DropoutLayer each : learnt) if (!Double.isFinite(each.p())) return false;
    return true;
  }

  /// Returns the rates in force, in the order of [NetworkSpec#dropRates].
  List<Double> inForce() {
    return Stream.concat(dropouts.stream().map(DropoutLayer::p), body.stream().map(DropRate::p)).toList();
  }
}
