package dropoutlab.train;

import dropoutlab.data.DataSet;
import dropoutlab.frame.Curve;
import dropoutlab.frame.History;
import dropoutlab.frame.Phase;
import dropoutlab.frame.Progress;
import dropoutlab.frame.Weights;
import dropoutlab.math.RandomStream;
import dropoutlab.math.Tensor;
import dropoutlab.nn.Loss;
import dropoutlab.nn.layer.Mode;
import dropoutlab.spec.Experiment;
import dropoutlab.spec.Intervention;
import dropoutlab.spec.NetworkSpec;
import dropoutlab.spec.Pin;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/// The training of one experiment, and of its p = 0 twin on the same batches: the only thing that computes a run.
/// Deterministic: the same experiment and data give the same bits at every step. Used by one thread.
public final class TrainingSession {
  private final Experiment asked;
  private final DataSet data;
  private final Learner learner;
  private final Learner twin;
  private final RandomStream shuffling;
  private final int[] order;
  private final Tensor x;
  private final Tensor y;
  private final RecordedHistory history = new RecordedHistory();
  private final Snapshots snapshots;
  private final List<Intervention> interventions;

  private List<Double> askedRates;
  private int[] batchRows;
  private int due;
  private int epoch;
  private int batch;
  private long step;
  private Phase phase = Phase.UPDATE;
  private double maskedLossSum;
  private double batchLoss;
  private double twinBatchLoss;
  private Failure failure;

  public TrainingSession(Experiment experiment, DataSet data) {
    asked = experiment;
    this.data = data;
    interventions = new ArrayList<>(experiment.interventions());
    interventions.sort((a, b) -> Long.compare(a.step(), b.step()));
    NetworkSpec spec = experiment.network();
    askedRates = spec.dropRates();
    Loss loss = Loss.of(data.schema().task(), data.schema().outputs());
    learner = new Learner(experiment, spec, data, loss);
    List<Double> none = Collections.nCopies(spec.hidden().size() + 1, 0.0);
    twin = experiment.training().twin() ? new Learner(experiment, spec.withDropRates(none), data, loss) : null;
    shuffling = RandomStream.of(experiment.seed(), RandomStream.Purpose.SHUFFLE);
    order = new int[data.train().size()];
    Arrays.setAll(order, i -> i);
    x = new Tensor(0, data.train().x().cols());
    y = new Tensor(0, data.train().y().cols());
    long weights = learner.network().parameters().stream().mapToLong(each -> each.value().size()).sum();
    snapshots = new Snapshots(twin == null ? weights : 2 * weights);
    requirePinsFit();
    startEpoch();
    applyDue();
    gather(0);
    learner.forward(x, y, Mode.INFERENCE);
    record(Float.NaN);
  }

  private void requirePinsFit() {
    for (Intervention each : interventions)
      if (each instanceof Intervention.SetPin(long _, int layer, int unit, Pin _) && layer == 0 && unit >= x.cols())
        throw new IllegalArgumentException("Input " + unit + " cannot be pinned: the data have " + x.cols() + " inputs");
  }

  /// Takes one training step, or finishes the one that half-steps have begun. Does nothing once the run has failed.
  public void step() {
    if (phase == Phase.UPDATE || phase == Phase.FORWARD) mask();
    if (phase == Phase.MASK) backward();
    if (phase == Phase.BACKWARD) update();
  }

  /// Takes the next half-step and returns it. Does nothing once the run has failed.
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
    if (failure != null) return;
    begin();
    learner.forward(x, y, Mode.INFERENCE);
    phase = Phase.FORWARD;
  }

  private void mask() {
    if (failure != null) return;
    begin();
    batchLoss = learner.forward(x, y, Mode.TRAIN);
    twinBatchLoss = twin == null ? 0 : twin.forward(x, y, Mode.TRAIN);
    phase = Phase.MASK;
    failUnlessFinite(batchLoss, twinBatchLoss);
  }

  private void backward() {
    if (failure != null) return;
    learner.backward(y);
    if (twin != null) twin.backward(y);
    phase = Phase.BACKWARD;
  }

  private void update() {
    if (failure != null) return;
    learner.update();
    if (twin != null) twin.update();
    maskedLossSum += batchLoss;
    phase = Phase.UPDATE;
    step++;
    if (++batch == batches()) endEpoch();
  }

  /// Between two steps: what the user changed takes effect, and the next batch is laid out.
  private void begin() {
    if (phase != Phase.UPDATE) return;
    applyDue();
    gather(batch);
  }

  private void gather(int index) {
    int size = asked.training().batch(), from = index * size;
    int rows = Math.min(size, order.length - from);
    x.resize(rows);
    y.resize(rows);
    batchRows = Arrays.copyOfRange(order, from, from + rows);
    for (int r = 0; r < rows; r++) {
      x.copyRow(r, data.train().x(), batchRows[r]);
      y.copyRow(r, data.train().y(), batchRows[r]);
    }
  }

  private void startEpoch() {
    batch = 0;
    maskedLossSum = 0;
    shuffling.shuffle(order);
  }

  private void endEpoch() {
    epoch++;
    record((float) (maskedLossSum / order.length));
    if (failure == null) startEpoch();
  }

  private void record(float maskedLoss) {
    float[] row = new float[Curve.values().length];
    Arrays.fill(row, Float.NaN);
    row[Curve.TRAIN_MASKED.ordinal()] = maskedLoss;
    measure(learner, row, Curve.TRAIN, Curve.VALIDATION, Curve.TRAIN_ERROR, Curve.VALIDATION_ERROR);
    if (twin != null)
      measure(twin, row, Curve.TWIN_TRAIN, Curve.TWIN_VALIDATION, Curve.TWIN_TRAIN_ERROR, Curve.TWIN_VALIDATION_ERROR);
    failUnlessFinite(row[Curve.TRAIN.ordinal()], twin == null ? 0 : row[Curve.TWIN_TRAIN.ordinal()]);
    if (failure != null) return;
    history.append(epoch, row);
    snapshots.add(new Snapshots.Snapshot(epoch, weights(), twinWeights().orElse(null)));
  }

  private void measure(Learner each, float[] row, Curve train, Curve validation, Curve trainError, Curve validationError) {
    Evaluator.Score onTrain = each.evaluator().score(data.train());
    Evaluator.Score onValidation = each.evaluator().score(data.validation());
    row[train.ordinal()] = onTrain.loss();
    row[validation.ordinal()] = onValidation.loss();
    row[trainError.ordinal()] = onTrain.error();
    row[validationError.ordinal()] = onValidation.error();
  }

  /// Stops the run when a loss is not finite, and goes back to the weights at the end of the last good epoch.
  private void failUnlessFinite(double loss, double twinLoss) {
    if (Double.isFinite(loss) && Double.isFinite(twinLoss)) return;
    String who = Double.isFinite(loss) ? "the twin" : "the network";
    failure = new Failure("In epoch " + (epoch + 1) + " the loss of " + who + " was no longer a finite number.",
        "Try a learning rate ten times smaller than " + asked.optimiser().learningRate()
            + ", or a max-norm of 3; the weights are those after the last good epoch.");
    Snapshots.Snapshot good = snapshots.last();
    if (good == null) return;
    learner.network().load(good.weights());
    if (twin != null) twin.network().load(good.twin());
  }

  /// Changes drop rates or a pin from the next step on, and records it in the experiment. The step number of `change`
  /// is ignored.
  public void intervene(Intervention change) {
    long next = phase == Phase.UPDATE ? step : step + 1;
    Intervention dated = switch (change) {
      case Intervention.SetDropRates(long _, List<Double> p) -> new Intervention.SetDropRates(next, p);
      case Intervention.SetPin(long _, int layer, int unit, Pin pin) -> new Intervention.SetPin(next, layer, unit, pin);
    };
    if (dated instanceof Intervention.SetDropRates)
      interventions.removeIf(old -> old instanceof Intervention.SetDropRates && old.step() == next);
    due = countBefore(next);
    interventions.add(countBefore(next + 1), dated);
    if (phase == Phase.UPDATE) applyDue();
  }

  private int countBefore(long step) {
    return (int) interventions.stream().filter(each -> each.step() < step).count();
  }

  private void applyDue() {
    for (; due < interventions.size() && interventions.get(due).step() <= step; due++) {
      switch (interventions.get(due)) {
        case Intervention.SetDropRates(long _, List<Double> p) -> setDropRates(p);
        case Intervention.SetPin(long _, int layer, int unit, Pin pin) ->
            learner.network().dropouts().get(layer).setPin(unit, pin);
      }
    }
  }

  /// Only what differs from what was asked for before: setting a rate that is learnt would begin its learning anew.
  private void setDropRates(List<Double> p) {
    for (int i = 0; i < p.size(); i++)
      if (!p.get(i).equals(askedRates.get(i))) learner.network().dropouts().get(i).setP(p.get(i));
    askedRates = p;
  }

  /// What was asked, with the interventions so far: training it again gives the same bits.
  public Experiment experiment() { return asked.withInterventions(interventions); }

  public DataSet data() { return data; }

  public Progress progress() { return new Progress(epoch, batch, batches(), step, phase); }

  public History history() { return history.view(); }

  /// Empty while all is well.
  public Optional<Failure> failure() { return Optional.ofNullable(failure); }

  /// The drop rates in force: the input's first, then each hidden layer's.
  public List<Double> dropRates() {
    return learner.network().dropouts().stream().map(dropout -> dropout.p()).toList();
  }

  /// A copy of the network's present weights.
  public Weights weights() { return learner.network().weights(); }

  /// A copy of the twin's present weights; empty without a twin.
  public Optional<Weights> twinWeights() { return Optional.ofNullable(twin).map(each -> each.network().weights()); }

  private int batches() {
    int size = asked.training().batch();
    return (order.length + size - 1) / size;
  }

  Learner learner() { return learner; }

  Snapshots snapshots() { return snapshots; }

  Tensor batchInputs() { return x; }

  /// The rows of the training set that the present batch holds.
  List<Integer> batchExamples() { return Arrays.stream(batchRows).boxed().toList(); }
}
