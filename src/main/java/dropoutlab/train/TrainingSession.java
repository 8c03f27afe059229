package dropoutlab.train;

import dropoutlab.data.DataSet;
import dropoutlab.frame.Checkpoint;
import dropoutlab.frame.History;
import dropoutlab.frame.Phase;
import dropoutlab.frame.Progress;
import dropoutlab.frame.Rates;
import dropoutlab.frame.Weights;
import dropoutlab.math.Tensor;
import dropoutlab.nn.layer.Mode;
import dropoutlab.spec.Beside;
import dropoutlab.spec.EarlyStoppingSpec;
import dropoutlab.spec.Experiment;
import dropoutlab.spec.Intervention;
import dropoutlab.spec.NetworkSpec;
import dropoutlab.spec.ScheduleSpec;
import dropoutlab.words.Words;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The training of one experiment: of its own network, of the p = 0 twin and of the networks beside, on the same
/// batches. Only this class computes a run. It is deterministic: the same experiment and data give the same bits at
/// every step. It is used by one thread.
public final class TrainingSession {
  private final Experiment asked;
  private final DataSet data;
  private final Batches batches;
  private final Learners learners;
  private final EpochRecords records;
  private final LiveChanges changes;
  private final boolean eachAlone;

  private int epoch;
  private int batch;
  private long step;
  private Phase phase = Phase.UPDATE;
  private Failure failure;
  private boolean finished;

  /// Makes a session that trains one network after the other.
  public TrainingSession(Experiment experiment, DataSet data) { this(experiment, data, Together.IN_TURN); }

  /// @param together runs the networks at the same time, if they are large enough for that to pay
  public TrainingSession(Experiment experiment, DataSet data, Together together) {
    this(experiment, data, together, false);
  }

  /// Makes a session in which no network stops the others: one that diverges stops alone, also the experiment's own and
  /// its twin. The run fails when none is left.
  public static TrainingSession eachAlone(Experiment experiment, DataSet data, Together together) {
    return new TrainingSession(experiment, data, together, true);
  }

  /// Makes a session that goes on where another was saved: it computes the same bits as if it had never stopped.
  ///
  /// @param experiment the saved one, with its interventions
  /// @throws IllegalArgumentException with one sentence, if experiment, data and checkpoint do not fit each other
  public static TrainingSession resume(Experiment experiment, DataSet data, Checkpoint from, Together together) {
    TrainingSession session = new TrainingSession(experiment, data, together);
    session.trainTo(from.step(), Phase.UPDATE);
    return session;
  }

  private TrainingSession(Experiment experiment, DataSet data, Together together, boolean eachAlone) {
    asked = experiment;
    this.eachAlone = eachAlone;
    this.data = data;
    long left = Misfits.require(experiment, data);
    batches = new Batches(experiment, data);
    learners = new Learners(experiment, data, batches, together);
    data.start().ifPresent(learners::begin);
    records = new EpochRecords(learners, data, experiment.training().earlyStopping().on(), left);
    changes = new LiveChanges(experiment, data.train().x().cols(), learners);
    startEpoch();
    setDropRates();
    batches.gather(0);
    forwardUnmasked();
    record(false);
  }

  /// Takes one training step, or finishes the one that half-steps have begun. Does nothing after the end of the run.
  public void step() {
    if (phase == Phase.MASK) backward();
    if (phase == Phase.BACKWARD) update();
    else whole();
  }

  private void whole() {
    if (over()) return;
    begin();
    double rate = rateFactor(), momentum = momentumFactor();
    learners.each(each -> each.step(rate, momentum));
    phase = Phase.MASK;
    failUnlessFinite();
    if (failure == null) updated();
  }

  /// Takes the next half-step and returns its phase. Does nothing after the end of the run.
  public Phase halfStep() {
    switch (phase) {
      case UPDATE -> forward();
      case FORWARD -> mask();
      case MASK -> backward();
      case BACKWARD -> update();
    }
    return phase;
  }

  /// Trains until `step` updates are taken and `phase` is the last half-step. Returns whether it is there: not if it is
  /// already further, or if the run ends before.
  public boolean trainTo(long step, Phase phase) {
    while (this.step < step && !over()) step();
    while (this.step == step && this.phase != phase && !over()) halfStep();
    return this.step == step && this.phase == phase;
  }

  private void forward() {
    if (over()) return;
    begin();
    forwardUnmasked();
    phase = Phase.FORWARD;
  }

  /// The view of the twin is not built, and so the twin is left out in this phase.
  private void forwardUnmasked() {
    for (Learner each : learners.all()) if (each.learns() && !each.is(Beside.TWIN)) each.forward(Mode.INFERENCE);
  }

  private void mask() {
    if (over()) return;
    begin();
    learners.each(each -> each.forward(Mode.TRAIN));
    phase = Phase.MASK;
    failUnlessFinite();
  }

  private void backward() {
    if (over()) return;
    learners.each(Learner::backwardToInputs);
    phase = Phase.BACKWARD;
  }

  private void update() {
    if (over()) return;
    double rate = rateFactor(), momentum = momentumFactor();
    learners.each(each -> each.update(rate, momentum));
    updated();
  }

  private void updated() {
    learners.all().forEach(Learner::endBatch);
    phase = Phase.UPDATE;
    step++;
    for (Learner each : learners.all())
      if (each.learns() && !each.dropRates().learntAreFinite()) fail(each, inEpoch(), Unsound.LEARNT_RATE);
    if (failure != null) return;
    if (++batch == batches.count()) endEpoch();
  }

  private double rateFactor() { return factor(asked.training().learningRateSchedule()); }

  private double momentumFactor() { return factor(asked.training().momentumSchedule()); }

  /// Between two steps, the user's changes and the schedule of p take effect, and the next batch is laid out.
  private void begin() {
    if (phase != Phase.UPDATE) return;
    setDropRates();
    batches.prepare(batch);
  }

  private void setDropRates() {
    changes.apply(step);
    double factor = factor(asked.training().dropSchedule());
    for (Learner each : learners.all()) each.dropRates().scale(factor);
  }

  /// Returns the factor of a schedule at the present step.
  private double factor(ScheduleSpec schedule) {
    return Schedule.factor(schedule, (double) step / batches.count(), asked.training().epochs());
  }

  private boolean over() { return failure != null || finished; }

  private void startEpoch() {
    batch = 0;
    learners.all().forEach(Learner::beginEpoch);
    batches.shuffle();
  }

  private void endEpoch() {
    epoch++;
    record(true);
    if (failure != null) return;
    startEpoch();
    EarlyStoppingSpec stopping = asked.training().earlyStopping();
    if (stopping.on() && (epoch - records.best() >= stopping.patience() || epoch >= asked.training().epochs())) finish();
  }

  /// Ends the run by early stopping: each network goes back to its own best epoch.
  private void finish() {
    finished = true;
    learners.load(records.kept());
  }

  /// Measures the present weights, and records them if they are sound.
  ///
  /// @param masked whether the epoch had batches
  private void record(boolean masked) {
    float[] row = records.measure(masked, batches.examples());
    String when = epoch == 0 ? Words.of("train.when.before") : Words.of("train.when.after", epoch);
    for (Learner each : learners.all())
      if (each.learns()) records.unsound(each, row).ifPresent(what -> {
        fail(each, when, what);
        records.blank(each, row);
      });
    if (failure == null) records.add(epoch, row);
  }

  /// Stops every network whose loss on this batch is not finite.
  private void failUnlessFinite() {
    for (Learner each : learners.all())
      if (each.learns() && !Double.isFinite(each.batchLoss())) fail(each, inEpoch(), Unsound.BATCH_LOSS);
  }

  private String inEpoch() { return Words.of("train.when.in", epoch + 1); }

  /// Stops the run and restores the weights of the end of the last good epoch and their output on the present batch. A
  /// network beside stops alone, and the others go on.
  private void fail(Learner learner, String when, Unsound what) {
    if (failure != null) return;
    String cause = Words.of("train.when.what", when, what.of(learner));
    if (records.isEmpty()) {
      failure = Failure.ofTheData(cause);
      showAgain();
      return;
    }
    Snapshots.Snapshot good = snapshots().last();
    Failure told = Failure.diverged(cause, learner.asked().optimiser().learningRate(), good.epoch() == 0
        ? Words.of("train.rest.first") : Words.of("train.rest.good", good.epoch()));
    if (learner.isBeside() || eachAlone) {
      learner.stop(told, good.weights().get(learners.all().indexOf(learner)));
      if (learners.all().stream().noneMatch(Learner::learns)) failure = told;
    } else {
      failure = told;
      learners.load(good);
      showAgain();
    }
  }

  private void showAgain() {
    batches.gather(Math.min(batch, batches.count() - 1));
    learners.own().forward(Mode.INFERENCE);
  }

  /// Changes drop rates or a pin from the next step on, and records the change in the experiment. The step number of
  /// `change` is ignored.
  ///
  /// @throws IllegalArgumentException if the change does not fit the network or the data; then nothing is changed
  public void intervene(Intervention change) {
    changes.add(change, phase == Phase.UPDATE ? step : step + 1);
    if (phase == Phase.UPDATE) changes.apply(step);
  }

  /// Returns all that this session remembers after its last whole step; half-steps that were taken since are taken
  /// again by [#trainTo].
  public Checkpoint checkpoint() { return new Checkpoint(step, Map.of(), Map.of()); }

  /// Returns the experiment with all interventions so far: training it again gives the same bits.
  public Experiment experiment() { return asked.withInterventions(changes.all()); }

  public DataSet data() { return data; }

  public Progress progress() { return new Progress(epoch, batch, batches.count(), step, phase); }

  public History history() { return records.history(); }

  /// Returns why the run stopped; empty while it goes on.
  public Optional<Failure> failure() { return Optional.ofNullable(failure); }

  /// Returns whether early stopping has ended the run and put the best weights back.
  public boolean finished() { return finished; }

  /// Returns the drop rates of the experiment's own network in force, a schedule's factor included, in the order of
  /// [NetworkSpec#dropRates]. For a learnt p it is the rate learnt so far.
  public List<Double> dropRates() { return learners.own().dropRates().inForce(); }

  /// Returns the experiment's own network with the drop rates in force.
  public NetworkSpec networkInForce() { return asked.network().withDropRates(dropRates()); }

  /// Returns whether all present weights are finite; if one is not, the run goes on until the next loss or epoch shows
  /// it.
  boolean isSound() { return learners.all().stream().allMatch(each -> each.network().allFinite()); }

  /// Returns a copy of the present weights of the experiment's own network.
  public Weights weights() { return learners.own().network().weights(); }

  /// Returns a copy of the twin's present weights; empty without a twin.
  public Optional<Weights> twinWeights() { return weights(Beside.TWIN); }

  /// Returns a copy of the present weights of the network with this name; empty if no such network learns here.
  public Optional<Weights> weights(String name) { return learners.named(name).map(each -> each.network().weights()); }

  /// Returns the masks that the last step drew at dropout layer `index` of the experiment's own network, (batch x units);
  /// see [dropoutlab.nn.Network#mask].
  public Tensor mask(int index) { return learners.own().network().mask(index); }

  Learners learners() { return learners; }

  /// Returns the drop rates after each epoch of the learner at that place of the list.
  Rates rates(int learner) { return records.rates(learner); }

  Snapshots snapshots() { return records.snapshots(); }

  /// Returns the weights that the run keeps if it ends after `epoch`, which is recorded; empty if they are no longer
  /// stored.
  Optional<Snapshots.Snapshot> keptAfter(int epoch) { return records.keptAfter(epoch); }

  /// Returns the rows of the training set in the present batch.
  List<Integer> batchExamples() { return batches.rows(); }
}
