package dropoutlab.train;

import dropoutlab.nn.state.State;
import dropoutlab.spec.Experiment;
import dropoutlab.spec.Intervention;
import dropoutlab.spec.Pin;
import dropoutlab.words.Words;
import java.util.ArrayList;
import java.util.List;

/// The interventions of a run in the order of their steps: those of the experiment, then those that the user makes.
final class LiveChanges {
  private final List<Intervention> all;
  private final Experiment asked;
  private final int inputs;
  private final Learners learners;
  private int due;

  /// @param inputs the number of inputs of the data; a pinned input must be one of them
  LiveChanges(Experiment asked, int inputs, Learners learners) {
    this.asked = asked;
    this.inputs = inputs;
    this.learners = learners;
    all = new ArrayList<>(asked.interventions());
    all.sort((a, b) -> Long.compare(a.step(), b.step()));
    all.forEach(this::requireInput);
  }

  private void requireInput(Intervention change) {
    if (change instanceof Intervention.SetPin(long _, int layer, int unit, Pin _, String _) && layer == 0 && unit >= inputs)
      throw new IllegalArgumentException(Words.of("train.pin.input", unit, inputs));
  }

  /// Adds `change` before step `next`. Of several changes of a network's rates before one step, the last counts. Throws
  /// an [IllegalArgumentException], and adds nothing, if the change does not fit the network or the data.
  void add(Intervention change, long next) {
    Intervention dated = switch (change) {
      case Intervention.SetDropRates rates -> rates.withStep(next);
      case Intervention.SetPin pin -> pin.withStep(next);
    };
    // An experiment throws if an intervention does not fit its networks.
    asked.withInterventions(List.of(dated));
    requireInput(dated);
    if (dated instanceof Intervention.SetDropRates)
      all.removeIf(old -> old instanceof Intervention.SetDropRates && old.step() == next
          && old.of().equals(dated.of()));
    due = countBefore(next);
    all.add(countBefore(next + 1), dated);
  }

  private int countBefore(long step) {
    return (int) all.stream().filter(each -> each.step() < step).count();
  }

  /// Applies the changes that are due before step `step`.
  void apply(long step) {
    while (due < all.size() && all.get(due).step() <= step) applyNext();
  }

  /// Names how many changes were applied before step `step`, and applies as many. Whether those at this very step are
  /// among them depends on when the user made them.
  void keep(State state, long step) {
    long applied = state.count("applied", due, countBefore(step), countBefore(step + 1));
    while (due < applied) applyNext();
  }

  private void applyNext() {
    Intervention next = all.get(due++);
    Learner learner = learners.named(next.of()).orElseThrow();
    switch (next) {
      case Intervention.SetDropRates(long _, List<Double> p, String _) -> learner.dropRates().set(p);
      case Intervention.SetPin(long _, int layer, int unit, Pin pin, String _) ->
          learner.network().dropouts().get(layer).setPin(unit, pin);
    }
  }

  List<Intervention> all() { return all; }
}
