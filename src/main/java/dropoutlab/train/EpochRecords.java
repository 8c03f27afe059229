package dropoutlab.train;

import dropoutlab.data.DataSet;
import dropoutlab.frame.Curve;
import dropoutlab.frame.History;
import dropoutlab.frame.Metric;
import dropoutlab.frame.Weights;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// What a run keeps of its epochs: losses and errors, weights, and which epoch was the best where early stopping asks.
final class EpochRecords {
  private final Learners learners;
  private final DataSet data;
  private final boolean early;
  private final RecordedHistory history;
  private final Snapshots snapshots;

  /// @param early     whether the run ends with its best epoch rather than its last
  /// @param leftBytes of memory, for the weights of past epochs
  EpochRecords(Learners learners, DataSet data, boolean early, long leftBytes) {
    this.learners = learners;
    this.data = data;
    this.early = early;
    history = new RecordedHistory(learners.curves());
    snapshots = new Snapshots(learners.weights(), leftBytes);
  }

  boolean isEmpty() { return snapshots.last() == null; }

  History history() { return history.view(); }

  Snapshots snapshots() { return snapshots; }

  /// The epoch with the lowest validation loss, where early stopping is on.
  int best() { return learners.own().best().epoch(); }

  /// The weights that the run keeps if it ends after the last recorded epoch.
  Snapshots.Snapshot kept() {
    Snapshots.Snapshot last = snapshots.last();
    if (!early) return last;
    return new Snapshots.Snapshot(last.epoch(), learners.all().stream().map(each -> each.best().weights()).toList());
  }

  /// The same for an earlier epoch, if the weights of that time are there still.
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

  /// Losses and errors of the present weights on all data, a value a curve in their order, NaN where there is none.
  ///
  /// @param masked whether the epoch had batches, whose losses under their masks count
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

  /// The twin has no column for its masked losses.
  private void put(float[] row, Curve curve, float value) {
    int column = history.curves().indexOf(curve);
    if (column >= 0) row[column] = value;
  }

  /// What is no finite number of a learner at the end of an epoch, if there is such a thing: a metric, a weight, a rate
  /// that is learnt or a running statistic.
  ///
  /// @param row what was measured; the masked loss and what is of validation may be missing
  Optional<Unsound> unsound(Learner learner, float[] row) {
    for (Metric metric : Metric.values()) {
      int column = history.curves().indexOf(learner.curve(metric));
      if (column < 0 || Float.isFinite(row[column])) continue;
      boolean missing = metric == Metric.TRAIN_MASKED || metric.ofValidation() && !data.holdsOut();
      if (!(missing && Float.isNaN(row[column]))) return Optional.of(Unsound.of(metric));
    }
    return learner.network().allFinite() ? Optional.empty() : Optional.of(Unsound.WEIGHT);
  }

  /// Leaves out what was measured of a learner that has stopped.
  void blank(Learner learner, float[] row) {
    for (Metric metric : Metric.values()) put(row, learner.curve(metric), Float.NaN);
  }

  /// Records an epoch that was measured, with the present weights.
  void add(int epoch, float[] row) {
    Snapshots.Snapshot now = learners.snapshot(epoch);
    history.append(epoch, row);
    snapshots.add(now);
    if (!early) return;
    for (int i = 0; i < learners.all().size(); i++) {
      Learner each = learners.all().get(i);
      each.best().offer(epoch, row[history.curves().indexOf(each.curve(Metric.VALIDATION))], now.weights().get(i));
    }
    history.markBest(best());
  }
}
