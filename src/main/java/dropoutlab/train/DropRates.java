package dropoutlab.train;

import dropoutlab.nn.Network;
import dropoutlab.nn.dropout.DropoutLayer;
import dropoutlab.spec.DropoutSpec;
import dropoutlab.spec.NetworkSpec;
import dropoutlab.spec.ScheduleSpec;
import java.util.ArrayList;
import java.util.List;

/// The drop rates that are set, by the experiment and then by interventions, and the factor that a schedule puts on them.
/// A p that is learnt follows no schedule.
final class DropRates {
  private final Network network;
  private final List<Boolean> learnt = new ArrayList<>();
  private final boolean constant;
  private List<Double> set;
  private double factor = 1;

  DropRates(NetworkSpec spec, Network network, ScheduleSpec schedule) {
    this.network = network;
    set = spec.dropRates();
    constant = schedule instanceof ScheduleSpec.Constant;
    learnt.add(false);
    for (NetworkSpec.HiddenLayer layer : spec.hidden()) learnt.add(learnt(layer.method()));
  }

  private static boolean learnt(DropoutSpec method) {
    return switch (method) {
      case DropoutSpec.Concrete _, DropoutSpec.LearntGaussian _ -> true;
      case DropoutSpec.Inverted _, DropoutSpec.Standard _, DropoutSpec.Gaussian _, DropoutSpec.Uniform _,
          DropoutSpec.Alpha _, DropoutSpec.DropConnect _, DropoutSpec.Targeted _ -> false;
    };
  }

  /// New rates: the input's first, then each hidden layer's. A p that is learnt starts anew from its rate when that is
  /// what was changed, and goes on learning when another layer's was.
  void set(List<Double> p) {
    for (int i = 0; i < p.size(); i++)
      if (!p.get(i).equals(set.get(i))) network.dropouts().get(i).setP(learnt.get(i) ? p.get(i) : factor * p.get(i));
    set = p;
  }

  /// From the next forward pass on, every rate that is not learnt is the set one times `factor`, in [0, 1].
  void scale(double factor) {
    if (constant) return;
    this.factor = factor;
    for (int i = 0; i < set.size(); i++)
      if (!learnt.get(i)) network.dropouts().get(i).setP(factor * set.get(i));
    network.scaleBodyDropRates(factor);
  }

  /// The rates without the factor; where p is learnt, what has been learnt.
  List<Double> rates() {
    List<DropoutLayer> dropouts = network.dropouts();
    List<Double> p = new ArrayList<>();
    for (int i = 0; i < dropouts.size(); i++) p.add(constant || learnt.get(i) ? dropouts.get(i).p() : set.get(i));
    return List.copyOf(p);
  }
}
