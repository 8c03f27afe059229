package dropoutlab.export.recipe;

import dropoutlab.spec.Experiment;
import dropoutlab.spec.NetworkSpec;
import java.util.List;
import java.util.stream.IntStream;

/// The one p of an experiment.
final class Rates {
  private Rates() {}

  /// The experiment with this drop rate on all hidden layers of its own network; of a network without hidden layers, on
  /// all places of its body that drop. The twin and the networks beside stay what they are.
  static Experiment with(Experiment experiment, double p) {
    NetworkSpec network = experiment.network();
    List<Double> before = network.dropRates();
    boolean hidden = !network.hidden().isEmpty();
    List<Double> rates = IntStream.range(0, before.size()).mapToObj(place -> {
      boolean chosen = hidden ? place >= 1 && place < network.denseRates() : place >= network.denseRates()
          && before.get(place) > 0;
      return chosen ? (Double) p : before.get(place);
    }).toList();
    return experiment.withNetwork(network.withDropRates(rates));
  }
}
