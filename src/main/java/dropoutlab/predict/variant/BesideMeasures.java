package dropoutlab.predict.variant;

import dropoutlab.data.DataSet;
import dropoutlab.data.Examples;
import dropoutlab.data.ImageShape;
import dropoutlab.frame.BesideEvidence.Between;
import dropoutlab.frame.BesideEvidence.Gaps;
import dropoutlab.frame.BesideEvidence.Hidden;
import dropoutlab.frame.BesideEvidence.Sure;
import dropoutlab.frame.BesideEvidence;
import dropoutlab.frame.Frame;
import dropoutlab.frame.Matrix;
import dropoutlab.frame.Sampling;
import dropoutlab.math.Tensor;
import dropoutlab.nn.layer.Mode;
import dropoutlab.predict.McDropout;
import dropoutlab.predict.Predictor;
import dropoutlab.spec.DropoutSpec;
import dropoutlab.spec.NetworkSpec;
import dropoutlab.spec.Task;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/// Tries a network with the validation examples, or with those of the training if nothing is held out.
public final class BesideMeasures {
  private static final int EXAMPLES = 200, CUT = 100, PASSES = 2, PAIRS = 60, STEPS = 10;
  private static final List<Integer> SIDES = List.of(0, 2, 4, 6, 8, 10);

  private final Frame frame;
  private final DataSet data;
  private final Examples examples;

  /// @param frame whose own network is tried
  public BesideMeasures(Frame frame, DataSet data) {
    this.frame = frame;
    this.data = data;
    examples = data.shown().first(EXAMPLES);
  }

  private Predictor predictor() { return Predictor.of(frame, data.schema()); }

  /// Returns the mean loss under fresh masks of each rate, whatever the network was trained with: what a network
  /// suffers that relies on single units. Empty for one without a place for dropout.
  public List<Double> underMasks() {
    NetworkSpec spec = frame.inForce();
    if (spec.hidden().isEmpty() && spec.dropRates().stream().allMatch(p -> p == 0)) return List.of();
    return BesideEvidence.RATES.stream()
        .map(p -> p == 0 ? MeanLoss.of(predictor().deterministic(examples.x()), data, examples)
        : masked(p)).toList();
  }

  private double masked(double p) {
    double[] sum = {0};
    McDropout.predict(masking(p), examples.x(), PASSES, false,
        (answer, _) -> sum[0] += MeanLoss.of(answer, data, examples) / PASSES);
    return sum[0];
  }

  /// A network that drops something drops at this rate there; one that drops nothing does so in its hidden layers.
  private Predictor masking(double p) {
    NetworkSpec spec = frame.inForce();
    boolean drops = spec.dropRates().stream().anyMatch(rate -> rate > 0)
        || spec.hidden().stream().anyMatch(layer -> layer.method().learnsRate());
    if (drops) return Predictor.of(frame, data.schema(), new Sampling(PASSES, false, OptionalDouble.of(p)));
    NetworkSpec dropping = spec.withHidden(spec.hidden().stream()
        .map(layer -> layer.with(l -> l.drop(p).method(new DropoutSpec.Inverted()))).toList());
    return new Predictor(data.schema(), dropping, frame.weights(), frame.experiment().seed());
  }

  /// Returns how sure the network is; empty for regression.
  public Optional<Sure> sure() {
    if (data.schema().task() == Task.REGRESSION) return Optional.empty();
    Tensor p = predictor().deterministic(examples.x());
    double confidence = 0;
    for (int row = 0; row < p.rows(); row++) confidence += p.at(row, said(p, row)) / p.rows();
    return Optional.of(new Sure(confidence, 1 - errors(p, examples)));
  }

  private static double errors(Tensor p, Examples of) {
    return IntStream.range(0, p.rows()).filter(row -> said(p, row) != of.label(row)).count() / (double) p.rows();
  }

  private static int said(Tensor p, int row) {
    int best = 0;
    for (int c = 1; c < p.cols(); c++) if (p.at(row, c) > p.at(row, best)) best = c;
    return best;
  }

  /// Returns the gaps between logits on the training examples, which is where labels are smoothed.
  ///
  /// @param epsilon how much they are smoothed
  public Gaps gaps(double epsilon) {
    Examples trained = data.train().first(EXAMPLES);
    Matrix logits = LayerRuns.of(frame, data.schema()).run(trained.x(), Mode.INFERENCE).getLast().values();
    int classes = data.schema().classes().size();
    double plain = 0, others = 0;
    List<Double> gaps = new ArrayList<>();
    for (int row = 0; row < trained.size(); row++) {
      int label = trained.label(row);
      double norm = logSum(logits, row), mean = 0;
      for (int c = 0; c < classes; c++) mean += logit(logits, row, c) / classes;
      plain += (norm - logit(logits, row, label)) / trained.size();
      others += (norm - mean) / trained.size();
      gaps.add((logit(logits, row, label) - mean) * classes / (classes - 1));
    }
    return new Gaps(gaps, plain, (1 - epsilon) * plain + epsilon * others);
  }

  /// Two classes have one logit: that of the first is 0.
  private static double logit(Matrix logits, int row, int c) {
    return logits.cols() > 1 ? logits.at(row, c) : c == 0 ? 0 : logits.at(row, 0);
  }

  private static double logSum(Matrix logits, int row) {
    int classes = Math.max(2, logits.cols());
    double most = IntStream.range(0, classes).mapToDouble(c -> logit(logits, row, c)).max().orElseThrow();
    return most + Math.log(IntStream.range(0, classes).mapToDouble(c -> Math.exp(logit(logits, row, c) - most)).sum());
  }

  /// Returns what the network says on the way from one example to the next one of another class.
  public Between between() {
    int[] from = IntStream.range(0, examples.size()).filter(i -> other(i) >= 0).limit(PAIRS).toArray();
    List<Double> shares = new ArrayList<>(), p = new ArrayList<>();
    Tensor x = new Tensor(from.length, examples.x().cols());
    for (int step = 0; step <= STEPS; step++) {
      double share = (double) step / STEPS;
      for (int r = 0; r < from.length; r++)
        for (int c = 0; c < x.cols(); c++)
          x.set(r, c, (float) ((1 - share) * examples.x().at(from[r], c) + share * examples.x().at(other(from[r]), c)));
      Tensor says = predictor().deterministic(x);
      shares.add(share);
      p.add(IntStream.range(0, from.length).mapToDouble(r -> says.at(r, examples.label(other(from[r])))).average()
          .orElse(0));
    }
    return new Between(shares, p);
  }

  /// Returns the next example of another class; -1 without any.
  private int other(int row) {
    for (int i = row + 1; i < examples.size(); i++) if (examples.label(i) != examples.label(row)) return i;
    return -1;
  }

  /// Returns the errors on images of which a square of paper hides a part; the squares go over the image evenly.
  public Hidden hidden() {
    ImageShape image = data.schema().image().orElseThrow();
    List<Integer> sides = SIDES.stream().filter(side -> side <= Math.min(image.width(), image.height())).toList();
    Examples some = examples.first(CUT);
    return new Hidden(sides, sides.stream().map(side -> errors(predictor().deterministic(cut(some, image, side)), some))
        .toList());
  }

  private Tensor cut(Examples of, ImageShape image, int side) {
    Tensor x = new Tensor(of.size(), of.x().cols());
    x.copyFrom(of.x());
    float paper = (float) data.schema().inputScaling().toScaled(0, 0);
    for (int row = 0; row < x.rows(); row++) {
      int left = 7 * row % image.width() - side / 2, top = 11 * row % image.height() - side / 2;
      for (int r = Math.max(0, top); r < Math.min(image.height(), top + side); r++)
        for (int c = Math.max(0, left); c < Math.min(image.width(), left + side); c++) x.set(row, r * image.width() + c,
            paper);
    }
    return x;
  }
}
