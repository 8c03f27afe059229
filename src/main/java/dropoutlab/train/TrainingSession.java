package dropoutlab.train;

import dropoutlab.data.DataSet;
import dropoutlab.frame.History;
import dropoutlab.frame.Phase;
import dropoutlab.frame.Progress;
import dropoutlab.frame.Weights;
import dropoutlab.math.Tensor;
import dropoutlab.nn.layer.Mode;
import dropoutlab.spec.EarlyStoppingSpec;
import dropoutlab.spec.Experiment;
import dropoutlab.spec.Intervention;
import dropoutlab.spec.NetworkSpec;
import dropoutlab.spec.ScheduleSpec;
import java.util.List;
import java.util.Optional;

/// The training of one experiment, and of its p = 0 twin on the same batches: the only thing that computes a run.
/// Deterministic: the same experiment and data give the same bits at every step. Used by one thread.
public final class TrainingSession {
  private final Experiment asked;
  private final DataSet data;
  private final Learners learners;
  private final Batches batches;
  private final EpochRecords records;
  private final LiveChanges changes;
  private final DropRates dropRates;

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
    long left = Misfits.require(experiment, data);
    learners = new Learners(experiment, data, beside);
    data.start().ifPresent(learners::begin);
    batches = new Batches(experiment, data);
    records = new EpochRecords(learners, data, experiment.training().earlyStopping().on(), left);
    dropRates = new DropRates(experiment.network(), learner().network());
    changes = new LiveChanges(experiment, batches.x().cols(), learner().network(), dropRates);
    startEpoch();
    setDropRates();
    batches.gather(0);
    learner().forward(batches.x(), batches.y(), Mode.INFERENCE);
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
    learners.both(each -> each.step(batches.x(), batches.y(), rate, momentum));
    phase = Phase.MASK;
    failUnlessFinite();
    if (failure == null) updated();
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
    learner().forward(batches.x(), batches.y(), Mode.INFERENCE);
    phase = Phase.FORWARD;
  }

  private void mask() {
    if (over()) return;
    begin();
    learners.both(each -> each.forward(batches.x(), batches.y(), Mode.TRAIN));
    phase = Phase.MASK;
    failUnlessFinite();
  }

  private void backward() {
    if (over()) return;
    learners.both(each -> each.backward(batches.y()));
    phase = Phase.BACKWARD;
  }

  private void update() {
    if (over()) return;
    double rate = rateFactor(), momentum = momentumFactor();
    learners.both(each -> each.update(rate, momentum));
    updated();
  }

  private void updated() {
    maskedLossSum += learner().batchLoss();
    phase = Phase.UPDATE;
    step++;
    if (!dropRates.learntAreFinite()) fail(inEpoch() + " a drop rate that is learnt");
    else if (++batch == batches.count()) endEpoch();
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
    if (stopping.on() && (epoch - records.best() >= stopping.patience() || epoch >= asked.training().epochs())) finish();
  }

  /// Early stopping ends the run: the network, and the twin, go back each to its own best epoch.
  private void finish() {
    finished = true;
    learners.load(records.kept());
  }

  private void record(float maskedLoss) {
    float[] row = records.measure(maskedLoss);
    learners.unsound(row, data.holdsOut()).ifPresent(what ->
        fail((epoch == 0 ? "Before the first epoch " : "After epoch " + epoch + " ") + what));
    if (failure == null) records.add(epoch, row);
  }

  /// Every batch: its losses.
  private void failUnlessFinite() {
    boolean network = Double.isFinite(learner().batchLoss());
    boolean twin = learners.twin().map(Learner::batchLoss).map(Double::isFinite).orElse(true);
    if (!network || !twin) fail(inEpoch() + " the loss of " + (network ? "the twin" : "the network"));
  }

  private String inEpoch() { return "In epoch " + (epoch + 1); }

  /// Stops the run, and goes back to the weights at the end of the last good epoch and to what they make of the present
  /// batch.
  private void fail(String what) {
    batches.gather(Math.min(batch, batches.count() - 1));
    if (records.isEmpty()) {
      failure = Failure.ofTheData(what);
    } else {
      int good = snapshots().last().epoch();
      failure = Failure.diverged(what, asked, good == 0 ? "the weights are the first ones again"
          : "the weights are those after epoch " + good + ", the last good one");
      learners.load(snapshots().last());
    }
    learner().forward(batches.x(), batches.y(), Mode.INFERENCE);
  }

  /// Changes drop rates or a pin from the next step on, and records it in the experiment. The step number of `change`
  /// is ignored.
  ///
  /// @throws IllegalArgumentException when it does not fit the network or the data; then nothing is changed
  public void intervene(Intervention change) {
    changes.add(change, phase == Phase.UPDATE ? step : step + 1);
    if (phase == Phase.UPDATE) changes.apply(step);
  }

  /// What was asked, with the interventions so far: training it again gives the same bits.
  public Experiment experiment() { return asked.withInterventions(changes.all()); }

  public DataSet data() { return data; }

  public Progress progress() { return new Progress(epoch, batch, batches.count(), step, phase); }

  public History history() { return records.history(); }

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

  /// Whether the present weights are numbers still; a run goes on until the next loss or epoch shows that they are not.
  boolean isSound() { return learners.areSound(); }

  /// A copy of the network's present weights.
  public Weights weights() { return learner().network().weights(); }

  /// A copy of the twin's present weights; empty without a twin.
  public Optional<Weights> twinWeights() { return learners.twin().map(each -> each.network().weights()); }

  Learner learner() { return learners.network(); }

  Snapshots snapshots() { return records.snapshots(); }

  /// The weights that the run keeps if it ends after `epoch`, which is recorded; empty where those are given up.
  Optional<Snapshots.Snapshot> keptAfter(int epoch) { return records.keptAfter(epoch); }

  Tensor batchInputs() { return batches.x(); }

  /// The rows of the training set that the present batch holds.
  List<Integer> batchExamples() { return batches.rows(); }
}
