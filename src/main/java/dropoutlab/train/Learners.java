package dropoutlab.train;

import dropoutlab.data.DataSet;
import dropoutlab.frame.Curve;
import dropoutlab.frame.Metric;
import dropoutlab.frame.Weights;
import dropoutlab.nn.Loss;
import dropoutlab.nn.state.State;
import dropoutlab.spec.Beside;
import dropoutlab.spec.Experiment;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// The networks that learn side by side on the same batches: the experiment's own, its p = 0 twin, and those beside.
final class Learners {
  /// The multiply-adds of a forward pass from which on two threads gain more than they lose by waiting for each other.
  private static final long WORTH_PARTING = 500_000;

  private final List<Learner> all = new ArrayList<>();
  private final Together together;

  /// @param together runs the networks at the same time, if they are large enough for that to pay
  Learners(Experiment experiment, DataSet data, Batches batches, Together together) {
    Loss loss = Loss.of(experiment.training().loss(), data.schema().task(), data.schema().outputs());
    int places = 0;
    for (Beside each : experiment.sideBySide()) {
      int place = experiment.beside().contains(each) ? ++places : 0;
      all.add(each.naming(() -> new Learner(each, place, experiment.seed(), data,
          batches.feed(each.augmentation(), each.regulariser()), loss)));
    }
    this.together = weightsOf(own()) * experiment.training().batch() < WORTH_PARTING ? Together.IN_TURN : together;
  }

  private static long weightsOf(Learner learner) {
    return learner.network().parameters().stream().mapToLong(each -> each.value().size()).sum();
  }

  /// Starts from earlier weights instead of drawn ones. All other networks of the same shapes start from the same
  /// weights, except for the learnt drop rates.
  void begin(Weights weights) {
    own().network().load(weights);
    Weights others = own().network().weightsWithoutRates();
    for (Learner each : all.subList(1, all.size()))
      if (each.asked().network().withoutDropout().equals(own().asked().network().withoutDropout()))
        each.network().loadKeepingRates(others);
  }

  List<Learner> all() { return all; }

  Learner own() { return all.getFirst(); }

  Optional<Learner> named(String name) { return all.stream().filter(each -> each.is(name)).findFirst(); }

  List<Learner> beside() { return all.stream().filter(Learner::isBeside).toList(); }

  /// Returns the columns of the history. Those of the twin are always among them, without a masked loss.
  List<Curve> curves() {
    List<Curve> curves = new ArrayList<>(Curve.ofOwnAndTwin());
    for (Learner each : beside()) for (Metric metric : Metric.values()) curves.add(each.curve(metric));
    return curves;
  }

  /// Returns how many numbers all networks learn together.
  long weights() { return all.stream().mapToLong(Learners::weightsOf).sum(); }

  /// Does the work for all networks that have not failed.
  void each(Consumer<Learner> work) {
    together.all(all.stream().filter(Learner::learns).<Runnable>map(each -> () -> work.accept(each)).toList());
  }

  void keep(State state) {
    for (int i = 0; i < all.size(); i++) all.get(i).keep(state.within(String.valueOf(i)));
  }

  Snapshots.Snapshot snapshot(int epoch) {
    return new Snapshots.Snapshot(epoch, all.stream().map(each -> each.network().weights()).toList());
  }

  void load(Snapshots.Snapshot snapshot) {
    for (int i = 0; i < all.size(); i++) all.get(i).network().load(snapshot.weights().get(i));
  }
}
