package dropoutlab.train;

import dropoutlab.data.DataSet;
import dropoutlab.frame.Curve;
import dropoutlab.frame.History;
import dropoutlab.frame.Metric;
import dropoutlab.frame.Rates;
import dropoutlab.frame.Weights;
import dropoutlab.nn.Network;
import dropoutlab.nn.state.State;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// The records of a run after each epoch: losses and errors, drop rates, weights, and under early stopping the best
/// epoch so far.
final class EpochRecords {
  private final Learners learners;
  private final DataSet data;
  private final boolean early;
  private final RecordedHistory history;
  private final RecordedRates rates;
  private final Snapshots snapshots;

  /// @param early     whether the run ends with its best epoch rather than with its last
  /// @param leftBytes the memory for the weights of past epochs
  EpochRecords(Learners learners, DataSet data, boolean early, long leftBytes) {
    this.learners = learners;
    this.data = data;
    this.early = early;
    history = new RecordedHistory(learners.curves());
    rates = new RecordedRates(learners.all());
    snapshots = new Snapshots(learners.weights(), leftBytes);
  }

  /// Returns whether the run ends with its best epoch.
  boolean endsWithBest() { return early; }

  boolean isEmpty() { return snapshots.last() == null; }

  History history() { return history.view(); }

  /// Returns the drop rates of the learner at that place of the list.
  Rates rates(int learner) { return rates.view(learner); }

  Snapshots snapshots() { return snapshots; }

  /// Returns the epoch with the lowest validation loss, under early stopping: that of the experiment's own network, or
  /// of the next one that still learns if it has stopped alone.
  int best() {
    return learners.all().stream().filter(Learner::learns).findFirst().orElse(learners.own()).best().epoch();
  }

  /// Returns the weights that the run keeps if it ends after the last recorded epoch.
  Snapshots.Snapshot kept() {
    Snapshots.Snapshot last = snapshots.last();
    if (!early) return last;
    return new Snapshots.Snapshot(last.epoch(), learners.all().stream().map(each -> each.best().weights()).toList());
  }

  /// Returns the weights that the run keeps if it ends after `epoch`; empty if they are no longer stored.
  Optional<Snapshots.Snapshot> keptAfter(int epoch) {
    if (epoch == snapshots.last().epoch()) return Optional.of(kept());
    History until = history().until(epoch);
    List<Weights> kept = new ArrayList<>();
    for (int i = 0; i < learners.all().size(); i++) {
      int wanted = early ? until.lowestEpoch(learners.all().get(i).curve(Metric.VALIDATION)) : epoch;
      Snapshots.Snapshot found = snapshots.at(wanted);
      if (found.epoch() != wanted) return Optional.empty();
      kept.add(found.weights().get(i));
    }
    return Optional.of(new Snapshots.Snapshot(epoch, kept));
  }

  /// Measures losses and errors of the present weights on all data: one value per curve, in the order of the curves,
  /// NaN where nothing was measured.
  ///
  /// @param masked   whether the epoch had batches, whose losses under their masks are measured too
  /// @param examples the number of examples in those batches
  float[] measure(boolean masked, int examples) {
    float[] row = new float[history.curves().size()];
    Arrays.fill(row, Float.NaN);
    learners.each(each -> {
      if (masked) put(row, each.curve(Metric.TRAIN_MASKED), each.maskedLoss(examples));
      Evaluator.Score train = each.evaluator().score(data.train());
      put(row, each.curve(Metric.TRAIN), train.loss());
      put(row, each.curve(Metric.TRAIN_ERROR), train.error());
      if (!data.holdsOut()) return;
      Evaluator.Score validation = each.evaluator().score(data.validation());
      put(row, each.curve(Metric.VALIDATION), validation.loss());
      put(row, each.curve(Metric.VALIDATION_ERROR), validation.error());
    });
    return row;
  }

  /// The history has no column for the masked loss of the twin.
  private void put(float[] row, Curve curve, float value) {
    int column = history.curves().indexOf(curve);
    if (column >= 0) row[column] = value;
  }

  /// Returns which of a learner's values is no longer finite at the end of an epoch: a metric, a weight, a learnt rate
  /// or a running statistic. Empty while all are finite.
  ///
  /// @param row the measured values; the masked loss and the values of validation may be missing
  Optional<Unsound> unsound(Learner learner, float[] row) {
    for (Metric metric : Metric.values()) {
      int column = history.curves().indexOf(learner.curve(metric));
      if (column < 0 || Float.isFinite(row[column])) continue;
      boolean missing = metric == Metric.TRAIN_MASKED || metric.ofValidation() && !data.holdsOut();
      if (!(missing && Float.isNaN(row[column]))) return Optional.of(Unsound.of(metric));
    }
    return learner.network().allFinite() ? Optional.empty() : Optional.of(Unsound.WEIGHT);
  }

  /// Removes the measured values of a learner that has stopped.
  void blank(Learner learner, float[] row) {
    for (Metric metric : Metric.values()) put(row, learner.curve(metric), Float.NaN);
  }

  /// Names all records. Restored weights pass through the networks, which must get their present ones after this.
  ///
  /// @param now           the present epoch
  /// @param failed        whether the run has failed, perhaps before that epoch could be recorded
  /// @param mostPastBytes how much of the weights of past epochs is taken
  void keep(State state, int now, boolean failed, long mostPastBytes) {
    int last = (int) state.count("last", isEmpty() ? -1 : snapshots.last().epoch(), failed ? now - 1 : now, now);
    List<Network> networks = learners.all().stream().map(Learner::network).toList();
    history.keep(state.within("history"), last);
    rates.keep(state.within("rates"), last);
    snapshots.keep(state.within("past"), networks, last, mostPastBytes);
    for (int i = 0; early && last >= 0 && i < networks.size(); i++)
      learners.all().get(i).best().keep(state.within("best." + i), networks.get(i), last);
  }

  /// Records a measured epoch with the present weights.
  void add(int epoch, float[] row) {
    Snapshots.Snapshot now = learners.snapshot(epoch);
    history.append(epoch, row);
    rates.append(epoch, learners.all());
    snapshots.add(now);
    if (!early) return;
    for (int i = 0; i < learners.all().size(); i++) {
      Learner each = learners.all().get(i);
      each.best().offer(epoch, row[history.curves().indexOf(each.curve(Metric.VALIDATION))], now.weights().get(i));
    }
    history.markBest(best());
  }
}
