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
import java.util.Optional;

/// The training of one experiment: of its own network, of the p = 0 twin and of the networks beside, on the same
/// batches. Only this class computes a run. It is deterministic: the same experiment and data give the same bits at
/// every step. It is used by one thread.
public final class TrainingSession {
  /// How much of the weights of past epochs a checkpoint holds unless more or less is asked for: 16 MiB.
  public static final long PAST_BYTES = 16 << 20;

  private final Experiment asked;
  private final DataSet data;
  private final Batches batches;
  private final Learners learners;
  private final EpochRecords records;
  private final LiveChanges changes;
  private final Failures failures;
  private final SessionState state;
  private final Place at = new Place();
  /// The state after the last whole step, while half-steps lead to the next one.
  private Checkpoint lastWhole;

  /// Makes a session that trains one network after the other.
  public TrainingSession(Experiment experiment, DataSet data) { this(experiment, data, Together.IN_TURN); }

  /// @param together runs the networks at the same time, if they are large enough for that to pay
  public TrainingSession(Experiment experiment, DataSet data, Together together) {
    this(experiment, data, together, false, Long.MAX_VALUE);
  }

  /// Makes a session that keeps the weights of a few past epochs only, for runs that nobody looks at while they go on.
  public static TrainingSession forgetful(Experiment experiment, DataSet data) {
    return new TrainingSession(experiment, data, Together.IN_TURN, false, 0);
  }

  /// Makes a session in which no network stops the others: one that diverges stops alone, also the experiment's own and
  /// its twin. The run fails when none is left.
  public static TrainingSession eachAlone(Experiment experiment, DataSet data, Together together) {
    return new TrainingSession(experiment, data, together, true, Long.MAX_VALUE);
  }

  /// Makes a session that goes on where another was saved: it computes the same bits as if it had never stopped.
  ///
  /// @param experiment the saved one, with its interventions
  /// @throws IllegalArgumentException with one sentence, if experiment, data and checkpoint do not fit each other
  public static TrainingSession resume(Experiment experiment, DataSet data, Checkpoint from, Together together) {
    TrainingSession session = new TrainingSession(experiment, data, together);
    Phase phase = session.state.restore(from);
    session.showBatch();
    session.trainTo(from.step(), phase);
    return session;
  }

  private TrainingSession(Experiment experiment, DataSet data, Together together, boolean eachAlone, long past) {
    asked = experiment;
    this.data = data;
    long left = Math.min(past, Misfits.require(experiment, data));
    batches = new Batches(experiment, data);
    learners = new Learners(experiment, data, batches, together);
    data.start().ifPresent(learners::begin);
    records = new EpochRecords(learners, data, experiment.training().earlyStopping().on(), left);
    changes = new LiveChanges(experiment, data.train().x().cols(), learners);
    failures = new Failures(learners, records, eachAlone, this::showBatch);
    state = new SessionState(data, at, failures, changes, batches, records, learners);
    startEpoch();
    setDropRates();
    showBatch();
    record(false);
  }

  /// Takes one training step, or finishes the one that half-steps have begun. Does nothing after the end of the run.
  public void step() {
    if (at.phase == Phase.MASK) backward();
    if (at.phase == Phase.BACKWARD) update();
    else whole();
  }

  private void whole() {
    if (over()) return;
    begin();
    double rate = rateFactor(), momentum = momentumFactor();
    learners.each(each -> each.step(rate, momentum));
    at.phase = Phase.MASK;
    failures.checkLosses(at.epoch);
    if (!failures.runEnded()) updated();
  }

  /// Takes the next half-step and returns its phase. Does nothing after the end of the run.
  public Phase halfStep() {
    switch (at.phase) {
      case UPDATE -> {
        lastWhole = over() ? null : checkpoint();
        forward();
      }
      case FORWARD -> mask();
      case MASK -> backward();
      case BACKWARD -> update();
    }
    return at.phase;
  }

  /// Trains until `step` updates are taken and `phase` is the last half-step; returns whether the run came just there.
  public boolean trainTo(long step, Phase phase) {
    while (at.step < step && !over()) step();
    while (at.step == step && at.phase.halfSteps() < phase.halfSteps() && !over()) halfStep();
    return at.step == step && at.phase == phase;
  }

  private void forward() {
    if (over()) return;
    begin();
    forwardUnmasked();
    at.phase = Phase.FORWARD;
  }

  /// The view of the twin is not built, and so the twin is left out in this phase.
  private void forwardUnmasked() {
    for (Learner each : learners.all()) if (each.learns() && !each.is(Beside.TWIN)) each.forward(Mode.INFERENCE);
  }

  private void mask() {
    if (over()) return;
    begin();
    learners.each(each -> each.forward(Mode.TRAIN));
    at.phase = Phase.MASK;
    failures.checkLosses(at.epoch);
  }

  private void backward() {
    if (over()) return;
    learners.each(Learner::backwardToInputs);
    at.phase = Phase.BACKWARD;
  }

  private void update() {
    if (over()) return;
    double rate = rateFactor(), momentum = momentumFactor();
    learners.each(each -> each.update(rate, momentum));
    updated();
  }

  private void updated() {
    learners.all().forEach(Learner::endBatch);
    at.phase = Phase.UPDATE;
    lastWhole = null;
    at.step++;
    failures.checkLearntRates(at.epoch);
    if (failures.runEnded()) return;
    if (++at.batch == batches.count()) endEpoch();
  }

  private double rateFactor() { return factor(asked.training().learningRateSchedule()); }

  private double momentumFactor() { return factor(asked.training().momentumSchedule()); }

  /// Between two steps, the user's changes and the schedule of p take effect, and the next batch is laid out.
  private void begin() {
    if (at.phase != Phase.UPDATE) return;
    setDropRates();
    batches.prepare(at.batch);
  }

  private void setDropRates() {
    changes.apply(at.step);
    double factor = factor(asked.training().dropSchedule());
    for (Learner each : learners.all()) each.dropRates().scale(factor);
  }

  /// Returns the factor of a schedule at the present step.
  private double factor(ScheduleSpec schedule) {
    return Schedule.factor(schedule, (double) at.step / batches.count(), asked.training().epochs());
  }

  private boolean over() { return failures.runEnded() || at.finished; }

  private void startEpoch() {
    at.batch = 0;
    learners.all().forEach(Learner::beginEpoch);
    batches.shuffle();
  }

  private void endEpoch() {
    at.epoch++;
    record(true);
    if (failures.runEnded()) return;
    startEpoch();
    EarlyStoppingSpec stopping = asked.training().earlyStopping();
    boolean enough = at.epoch - records.best() >= stopping.patience() || at.epoch >= asked.training().epochs();
    if (stopping.on() && enough) finish();
  }

  /// Ends the run by early stopping: each network goes back to its own best epoch.
  private void finish() {
    at.finished = true;
    learners.load(records.kept());
  }

  /// Measures the present weights, `masked` if the epoch had batches, and records them if they are sound.
  private void record(boolean masked) {
    float[] row = records.measure(masked, batches.examples());
    failures.checkRow(at.epoch, row);
    if (!failures.runEnded()) records.add(at.epoch, row);
  }

  /// Shows the next batch as it is in the data.
  private void showBatch() {
    batches.gather(Math.min(at.batch, batches.count() - 1));
    for (Learner each : learners.all()) if (!each.is(Beside.TWIN)) each.forward(Mode.INFERENCE);
  }

  /// Changes drop rates or a pin from the next step on, and records the change in the experiment. The step number of
  /// `change` is ignored.
  ///
  /// @throws IllegalArgumentException if the change does not fit the network or the data; then nothing is changed
  public void intervene(Intervention change) {
    changes.add(change, at.phase == Phase.UPDATE ? at.step : at.step + 1);
    if (at.phase == Phase.UPDATE) changes.apply(at.step);
  }

  /// Returns all that this session remembers, with at most [#PAST_BYTES] of the past.
  public Checkpoint checkpoint() { return checkpoint(PAST_BYTES); }

  /// Returns all that this session remembers after its last whole step. If half-steps were taken since, they are taken
  /// again when the session is resumed.
  ///
  /// @param mostPastBytes how much of the weights of past epochs is taken; if there are more, every second one is left
  ///                      out, again and again
  public Checkpoint checkpoint(long mostPastBytes) {
    boolean between = lastWhole == null || over();
    return between ? state.checkpoint(mostPastBytes) : SessionState.inPhase(lastWhole, at.phase);
  }

  /// Returns the experiment with all interventions so far: training it again gives the same bits.
  public Experiment experiment() { return asked.withInterventions(changes.all()); }

  public DataSet data() { return data; }

  public Progress progress() { return at.progress(batches.count()); }

  public History history() { return records.history(); }

  /// Returns why the run stopped; empty while it goes on.
  public Optional<Failure> failure() { return Optional.ofNullable(failures.ofRun()); }

  /// Returns whether early stopping has ended the run and put the best weights back.
  public boolean finished() { return at.finished; }

  /// Returns the drop rates of the experiment's own network in force, a schedule's factor included, in the order of
  /// [NetworkSpec#dropRates]. For a learnt p it is the rate learnt so far.
  public List<Double> dropRates() { return learners.own().dropRates().inForce(); }

  /// Returns the experiment's own network with the drop rates in force.
  public NetworkSpec networkInForce() { return asked.network().withDropRates(dropRates()); }

  /// Returns whether all present weights are finite; the run goes on until the next loss or epoch shows one that is not.
  boolean isSound() { return learners.all().stream().allMatch(each -> each.network().allFinite()); }

  /// Returns a copy of the present weights of the experiment's own network.
  public Weights weights() { return learners.own().network().weights(); }

  /// Returns a copy of the twin's present weights; empty without a twin.
  public Optional<Weights> twinWeights() { return weights(Beside.TWIN); }

  /// Returns a copy of the present weights of the network with this name; empty if no such network learns here.
  public Optional<Weights> weights(String name) { return learners.named(name).map(each -> each.network().weights()); }

  /// Returns the masks of the last step at dropout layer `index` of the own network; see [dropoutlab.nn.Network#mask].
  public Tensor mask(int index) { return learners.own().network().mask(index); }

  Learners learners() { return learners; }

  /// Returns the drop rates after each epoch of the learner at that place of the list.
  Rates rates(int learner) { return records.rates(learner); }

  Snapshots snapshots() { return records.snapshots(); }

  /// Returns the weights that the run keeps if it ends after `epoch`, which is recorded; empty if they are gone.
  Optional<Snapshots.Snapshot> keptAfter(int epoch) { return records.keptAfter(epoch); }

  /// Returns the rows of the training set in the present batch.
  List<Integer> batchExamples() { return batches.rows(); }
}
