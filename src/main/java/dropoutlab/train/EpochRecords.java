package dropoutlab.train;

import dropoutlab.data.DataSet;
import dropoutlab.frame.Curve;
import dropoutlab.frame.History;
import java.util.Arrays;
import java.util.Optional;

/// What a run keeps of its epochs: losses and errors, weights, and which epoch was the best where early stopping asks.
final class EpochRecords {
  private final Learners learners;
  private final DataSet data;
  private final boolean early;
  private final RecordedHistory history = new RecordedHistory();
  private final Snapshots snapshots;
  private final BestEpoch best = new BestEpoch();
  private final BestEpoch twinBest = new BestEpoch();

  /// @param early     whether the run ends with its best epoch rather than its last
  /// @param leftBytes of memory, for the weights of past epochs
  EpochRecords(Learners learners, DataSet data, boolean early, long leftBytes) {
    this.learners = learners;
    this.data = data;
    this.early = early;
    snapshots = new Snapshots(learners.weights(), leftBytes);
  }

  boolean isEmpty() { return snapshots.last() == null; }

  History history() { return history.view(); }

  Snapshots snapshots() { return snapshots; }

  /// The epoch with the lowest validation loss, where early stopping is on.
  int best() { return best.epoch(); }

  /// The weights that the run keeps if it ends after the last recorded epoch.
  Snapshots.Snapshot kept() {
    Snapshots.Snapshot last = snapshots.last();
    return early ? new Snapshots.Snapshot(last.epoch(), best.weights(), twinBest.weights()) : last;
  }

  /// The same for an earlier epoch, if the weights of that time are there still.
  Optional<Snapshots.Snapshot> keptAfter(int epoch) {
    if (epoch == snapshots.last().epoch()) return Optional.of(kept());
    History until = history().until(epoch);
    int network = early ? until.lowestEpoch(Curve.VALIDATION) : epoch;
    int twin = early && learners.twin().isPresent() ? until.lowestEpoch(Curve.TWIN_VALIDATION) : network;
    Snapshots.Snapshot ofNetwork = snapshots.at(network), ofTwin = snapshots.at(twin);
    return ofNetwork.epoch() != network || ofTwin.epoch() != twin ? Optional.empty()
        : Optional.of(new Snapshots.Snapshot(epoch, ofNetwork.weights(), ofTwin.twin()));
  }

  /// Losses and errors of the present weights on all data, a value a [Curve] in their order, NaN where there is none.
  ///
  /// @param maskedLoss the mean loss over the epoch's batches under their masks
  float[] measure(float maskedLoss) {
    float[] row = new float[Curve.values().length];
    Arrays.fill(row, Float.NaN);
    row[Curve.TRAIN_MASKED.ordinal()] = maskedLoss;
    learners.both(each -> {
      if (each == learners.network())
        measure(each, row, Curve.TRAIN, Curve.VALIDATION, Curve.TRAIN_ERROR, Curve.VALIDATION_ERROR);
      else
        measure(each, row, Curve.TWIN_TRAIN, Curve.TWIN_VALIDATION, Curve.TWIN_TRAIN_ERROR,
            Curve.TWIN_VALIDATION_ERROR);
    });
    return row;
  }

  private void measure(Learner each, float[] row, Curve train, Curve validation, Curve trainError,
      Curve validationError) {
    Evaluator.Score onTrain = each.evaluator().score(data.train());
    row[train.ordinal()] = onTrain.loss();
    row[trainError.ordinal()] = onTrain.error();
    if (!data.holdsOut()) return;
    Evaluator.Score onValidation = each.evaluator().score(data.validation());
    row[validation.ordinal()] = onValidation.loss();
    row[validationError.ordinal()] = onValidation.error();
  }

  /// Records an epoch that was measured, with the present weights.
  void add(int epoch, float[] row) {
    Snapshots.Snapshot now = learners.snapshot(epoch);
    history.append(epoch, row);
    snapshots.add(now);
    if (!early) return;
    best.offer(epoch, row[Curve.VALIDATION.ordinal()], now.weights());
    if (now.twin() != null) twinBest.offer(epoch, row[Curve.TWIN_VALIDATION.ordinal()], now.twin());
    history.markBest(best.epoch());
  }
}
