package dropoutlab.train;

import dropoutlab.data.DataSet;
import dropoutlab.frame.Curve;
import dropoutlab.frame.History;
import dropoutlab.frame.Phase;
import dropoutlab.frame.Progress;
import dropoutlab.frame.Weights;
import dropoutlab.math.Tensor;
import dropoutlab.nn.Loss;
import dropoutlab.nn.layer.Mode;
import dropoutlab.spec.EarlyStoppingSpec;
import dropoutlab.spec.Experiment;
import dropoutlab.spec.Intervention;
import dropoutlab.spec.NetworkSpec;
import dropoutlab.spec.ScheduleSpec;
import dropoutlab.spec.TrainingSpec;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// The training of one experiment, and of its p = 0 twin on the same batches: the only thing that computes a run.
/// Deterministic: the same experiment and data give the same bits at every step. Used by one thread.
public final class TrainingSession {
  /// Multiply-adds of a forward pass from which two threads gain more than they lose by waiting for each other.
  private static final long WORTH_PARTING = 500_000;

  private final Experiment asked;
  private final DataSet data;
  private final Learner learner;
  private final Learner twin;
  private final Pair pair;
  private final Batches batches;
  private final RecordedHistory history = new RecordedHistory();
  private final Snapshots snapshots;
  private final LiveChanges changes;
  private final DropRates dropRates;
  private final BestEpoch best = new BestEpoch();
  private final BestEpoch twinBest = new BestEpoch();

  private int epoch;
  private int batch;
  private long step;
  private Phase phase = Phase.UPDATE;
  private double maskedLossSum;
  private Failure failure;
  private boolean finished;

  /// Network and twin in turn.
  public TrainingSession(Experiment experiment, DataSet data) { this(experiment, data, Pair.IN_TURN); }

  /// @param beside used where network and twin are large enough that it pays to train them at the same time
  public TrainingSession(Experiment experiment, DataSet data, Pair beside) {
    asked = experiment;
    this.data = data;
    NetworkSpec spec = experiment.network();
    Loss loss = Loss.of(experiment.training().loss(), data.schema().task(), data.schema().outputs());
    learner = new Learner(experiment, spec, data, loss);
    twin = experiment.training().twin() ? new Learner(experiment, spec.withoutDropout(), data, loss) : null;
    batches = new Batches(experiment, data);
    dropRates = new DropRates(spec, learner.network());
    changes = new LiveChanges(experiment.interventions(), batches.x().cols(), learner.network(), dropRates);
    long weights = learner.network().parameters().stream().mapToLong(each -> each.value().size()).sum();
    snapshots = new Snapshots(twin == null ? weights : 2 * weights);
    pair = weights * experiment.training().batch() < WORTH_PARTING ? Pair.IN_TURN : beside;
    startEpoch();
    setDropRates();
    batches.gather(0);
    learner.forward(batches.x(), batches.y(), Mode.INFERENCE);
    record(Float.NaN);
  }

  /// Takes one training step, or finishes the one that half-steps have begun. Does nothing once the run is over.
  public void step() {
    if (phase == Phase.MASK) backward();
    if (phase == Phase.BACKWARD) update();
    else whole();
  }

  private void whole() {
    if (over()) return;
    begin();
    double rate = rateFactor(), momentum = momentumFactor();
    both(each -> each.step(batches.x(), batches.y(), rate, momentum));
    phase = Phase.MASK;
    failUnlessFinite();
    if (failure == null) updated();
  }

  private void both(Consumer<Learner> work) {
    if (twin == null) work.accept(learner);
    else pair.both(() -> work.accept(learner), () -> work.accept(twin));
  }

  /// Takes the next half-step and returns it. Does nothing once the run is over.
  public Phase halfStep() {
    switch (phase) {
      case UPDATE -> forward();
      case FORWARD -> mask();
      case MASK -> backward();
      case BACKWARD -> update();
    }
    return phase;
  }

  private void forward() {
    if (over()) return;
    begin();
    learner.forward(batches.x(), batches.y(), Mode.INFERENCE);
    phase = Phase.FORWARD;
  }

  private void mask() {
    if (over()) return;
    begin();
    both(each -> each.forward(batches.x(), batches.y(), Mode.TRAIN));
    phase = Phase.MASK;
    failUnlessFinite();
  }

  private void backward() {
    if (over()) return;
    both(each -> each.backward(batches.y()));
    phase = Phase.BACKWARD;
  }

  private void update() {
    if (over()) return;
    double rate = rateFactor(), momentum = momentumFactor();
    both(each -> each.update(rate, momentum));
    updated();
  }

  private void updated() {
    maskedLossSum += learner.batchLoss();
    phase = Phase.UPDATE;
    step++;
    if (++batch == batches.count()) endEpoch();
  }

  private double rateFactor() { return factor(asked.training().learningRateSchedule()); }

  private double momentumFactor() { return factor(asked.training().momentumSchedule()); }

  /// Between two steps: what the user changed and the schedule of p take effect, and the next batch is laid out.
  private void begin() {
    if (phase != Phase.UPDATE) return;
    setDropRates();
    batches.prepare(batch);
  }

  private void setDropRates() {
    changes.apply(step);
    dropRates.scale(factor(asked.training().dropSchedule()));
  }

  /// A schedule's factor for the present step.
  private double factor(ScheduleSpec schedule) {
    return Schedule.factor(schedule, (double) step / batches.count(), asked.training().epochs());
  }

  private boolean over() { return failure != null || finished; }

  private void startEpoch() {
    batch = 0;
    maskedLossSum = 0;
    batches.shuffle();
  }

  private void endEpoch() {
    epoch++;
    record((float) (maskedLossSum / batches.examples()));
    if (failure != null) return;
    startEpoch();
    EarlyStoppingSpec stopping = asked.training().earlyStopping();
    if (stopping.on() && (epoch - best.epoch() >= stopping.patience() || epoch >= asked.training().epochs())) finish();
  }

  /// Early stopping ends the run: the network, and the twin, go back each to its own best epoch.
  private void finish() {
    finished = true;
    load(kept());
  }

  private void load(Snapshots.Snapshot snapshot) {
    learner.network().load(snapshot.weights());
    if (twin != null) twin.network().load(snapshot.twin());
  }

  private void record(float maskedLoss) {
    float[] row = new float[Curve.values().length];
    Arrays.fill(row, Float.NaN);
    row[Curve.TRAIN_MASKED.ordinal()] = maskedLoss;
    both(each -> {
      if (each == learner)
        measure(each, row, Curve.TRAIN, Curve.VALIDATION, Curve.TRAIN_ERROR, Curve.VALIDATION_ERROR);
      else measure(each, row, Curve.TWIN_TRAIN, Curve.TWIN_VALIDATION, Curve.TWIN_TRAIN_ERROR, Curve.TWIN_VALIDATION_ERROR);
    });
    failUnlessFinite(row[Curve.TRAIN.ordinal()], twin == null ? 0 : row[Curve.TWIN_TRAIN.ordinal()]);
    if (failure != null) return;
    history.append(epoch, row);
    snapshots.add(new Snapshots.Snapshot(epoch, weights(), twinWeights().orElse(null)));
    if (asked.training().earlyStopping().on()) rememberBest(row, snapshots.last());
  }

  private void rememberBest(float[] row, Snapshots.Snapshot now) {
    best.offer(epoch, row[Curve.VALIDATION.ordinal()], now.weights());
    if (twin != null) twinBest.offer(epoch, row[Curve.TWIN_VALIDATION.ordinal()], now.twin());
    history.markBest(best.epoch());
  }

  private void measure(Learner each, float[] row, Curve train, Curve validation, Curve trainError, Curve validationError) {
    Evaluator.Score onTrain = each.evaluator().score(data.train());
    Evaluator.Score onValidation = each.evaluator().score(data.validation());
    row[train.ordinal()] = onTrain.loss();
    row[validation.ordinal()] = onValidation.loss();
    row[trainError.ordinal()] = onTrain.error();
    row[validationError.ordinal()] = onValidation.error();
  }

  private void failUnlessFinite() {
    failUnlessFinite(learner.batchLoss(), twin == null ? 0 : twin.batchLoss());
  }

  /// Stops the run when a loss is not finite, and goes back to the weights at the end of the last good epoch.
  private void failUnlessFinite(double loss, double twinLoss) {
    if (Double.isFinite(loss) && Double.isFinite(twinLoss)) return;
    String who = Double.isFinite(loss) ? "the twin" : "the network";
    failure = new Failure("In epoch " + (epoch + 1) + " the loss of " + who + " was no longer a finite number.",
        "Try a learning rate ten times smaller than " + asked.optimiser().learningRate()
            + ", or a max-norm of 3; the weights are those after the last good epoch.");
    if (snapshots.last() != null) load(snapshots.last());
  }

  /// Changes drop rates or a pin from the next step on, and records it in the experiment. The step number of `change`
  /// is ignored.
  public void intervene(Intervention change) {
    changes.add(change, phase == Phase.UPDATE ? step : step + 1);
    if (phase == Phase.UPDATE) changes.apply(step);
  }

  /// What was asked, with the interventions so far: training it again gives the same bits.
  public Experiment experiment() { return asked.withInterventions(changes.all()); }

  public DataSet data() { return data; }

  public Progress progress() { return new Progress(epoch, batch, batches.count(), step, phase); }

  public History history() { return history.view(); }

  /// Empty while all is well.
  public Optional<Failure> failure() { return Optional.ofNullable(failure); }

  /// Whether early stopping has ended the run and put the best weights back.
  public boolean finished() { return finished; }

  /// The drop rates in force, a schedule's factor included: the input's first, then each hidden layer's. Where p is
  /// learnt, what has been learnt.
  public List<Double> dropRates() { return dropRates.inForce(); }

  /// The experiment's network with the drop rates in force, those of its body too.
  public NetworkSpec networkInForce() {
    return asked.network().withDropRates(dropRates()).withBodyDropTimes(dropRates.factor());
  }

  /// A copy of the network's present weights.
  public Weights weights() { return learner.network().weights(); }

  /// A copy of the twin's present weights; empty without a twin.
  public Optional<Weights> twinWeights() { return Optional.ofNullable(twin).map(each -> each.network().weights()); }

  Learner learner() { return learner; }

  Snapshots snapshots() { return snapshots; }

  /// The weights that the run keeps if it ends after the last finished epoch.
  Snapshots.Snapshot kept() {
    Snapshots.Snapshot last = snapshots.last();
    if (!asked.training().earlyStopping().on()) return last;
    return new Snapshots.Snapshot(last.epoch(), best.weights(), twinBest.weights());
  }

  Tensor batchInputs() { return batches.x(); }

  /// The rows of the training set that the present batch holds.
  List<Integer> batchExamples() { return batches.rows(); }
}
