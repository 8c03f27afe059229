package dropoutlab.claim.regulariser;

import dropoutlab.frame.Matrix;
import dropoutlab.math.RandomStream;
import dropoutlab.math.RandomStream.Purpose;
import dropoutlab.math.Shape;
import dropoutlab.math.Tensor;
import dropoutlab.nn.Loss;
import dropoutlab.nn.dropout.InvertedDropout;
import dropoutlab.nn.layer.Chain;
import dropoutlab.nn.layer.Dense;
import dropoutlab.spec.Initialisation;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.SingularValueDecomposition;

/// A linear network with one hidden layer and dropout on it, which learns a matrix by descent: the unit vectors are its
/// inputs, the rows of the matrix its targets. A step sees every mask, each with its probability, or one random mask an
/// example.
final class LinearNetwork {
  private static final double MOST_RATE = .04, STEEPNESS = .3;

  private final Setup setup;
  private final AllMasks masks;
  private final Tensor x;
  private final Tensor y;
  private final Dense in;
  private final Dense out;
  private final double rate;
  private FullBatch batch;

  /// @param matrix (inputs x outputs), what is to be learnt
  /// @param random whether a step sees one random mask an example instead of all
  record Setup(Matrix matrix, int units, double p, long seed, boolean random) {
    boolean everyMask() { return !random && p > 0; }
  }

  LinearNetwork(Setup setup) {
    this.setup = setup;
    int inputs = setup.matrix.rows();
    masks = new AllMasks(setup.units, inputs);
    x = new Tensor(inputs, inputs);
    for (int i = 0; i < inputs; i++) x.set(i, i, 1);
    y = new Tensor(inputs, setup.matrix.cols());
    setup.matrix.copyInto(y.data(), 0);
    in = new Dense(inputs, setup.units);
    out = new Dense(setup.units, setup.matrix.cols());
    in.initialise(Initialisation.XAVIER, RandomStream.of(setup.seed, Purpose.WEIGHTS, 0));
    out.initialise(Initialisation.XAVIER, RandomStream.of(setup.seed, Purpose.WEIGHTS, 1));
    rate = rate();
    begin(0);
  }

  /// Steps are short enough for the steepest direction at the start: of the matrix, or of the penalty where p is large,
  /// and of single masks, which multiply by 1 / (1 - p) more.
  private double rate() {
    double lambda = setup.p / (1 - setup.p), longest = 0;
    for (int unit = 0; unit < setup.units; unit++) longest = Math.max(longest, Math.max(into(unit), outOf(unit)));
    return Math.min(MOST_RATE, STEEPNESS / (lambda * longest)) * (setup.random ? 1 - setup.p : 1);
  }

  private double into(int unit) {
    double sum = 0;
    for (int i = 0; i < in.in(); i++) sum += square(in.weights().value().at(i, unit));
    return sum;
  }

  private double outOf(int unit) {
    double sum = 0;
    for (int o = 0; o < out.units(); o++) sum += square(out.weights().value().at(unit, o));
    return sum;
  }

  /// Lets random masks go on with stream number `block`, so that training can go on from its start.
  void begin(int block) {
    if (setup.everyMask()) {
      if (batch == null) batch = ofAllMasks();
      return;
    }
    double[] each = new double[x.rows()];
    Arrays.fill(each, 1);
    InvertedDropout dropout = new InvertedDropout(setup.p, setup.units,
        RandomStream.of(setup.seed, Purpose.MASKS, block));
    batch = new FullBatch(chain(dropout), 0, x, y, each, List.of(in.weights(), out.weights()), rate);
  }

  private FullBatch ofAllMasks() {
    return new FullBatch(chain(new InvertedDropout(setup.p, setup.units, masks.stream())), 0, masks.under(x),
        masks.under(y),
        masks.probabilities(setup.p), List.of(in.weights(), out.weights()), rate);
  }

  private Chain chain(InvertedDropout dropout) { return Chain.of(Shape.vector(setup.units), in, dropout, out); }

  void step() { batch.step(); }

  /// Returns all weights, those into the units first.
  float[] weights() {
    float[] all = new float[in.weights().value().size() + out.weights().value().size()];
    System.arraycopy(in.weights().value().data(), 0, all, 0, in.weights().value().size());
    System.arraycopy(out.weights().value().data(), 0, all, in.weights().value().size(), out.weights().value().size());
    return all;
  }

  void load(float[] weights) {
    System.arraycopy(weights, 0, in.weights().value().data(), 0, in.weights().value().size());
    System.arraycopy(weights, in.weights().value().size(), out.weights().value().data(), 0,
        out.weights().value().size());
  }

  /// (inputs x units)
  Matrix into() { return Matrix.copyOf(in.weights().value().data(), x.rows(), setup.units); }

  /// (units x outputs)
  Matrix outOf() { return Matrix.copyOf(out.weights().value().data(), setup.units, y.cols()); }

  /// The load of each unit: the length of the weights into it times that of the weights out of it.
  double[] loads() {
    double[] loads = new double[setup.units];
    for (int unit = 0; unit < loads.length; unit++) loads[unit] = Math.sqrt(into(unit) * outOf(unit));
    return loads;
  }

  private static double square(double value) { return value * value; }

  /// The singular values of what the network computes with masks off, from the largest on.
  double[] singularValues() {
    RealMatrix product = matrix(into()).multiply(matrix(outOf()));
    return new SingularValueDecomposition(product).getSingularValues();
  }

  private static RealMatrix matrix(Matrix of) {
    RealMatrix matrix = new Array2DRowRealMatrix(of.rows(), of.cols());
    for (int r = 0; r < of.rows(); r++) for (int c = 0; c < of.cols(); c++) matrix.setEntry(r, c, of.at(r, c));
    return matrix;
  }

  /// The greatest gradient of the mean loss over all masks, whatever masks training saw.
  double greatestGradient() { return ofAllMasks().greatestGradient(); }

  /// The sum of the squared errors of all outputs and examples, its mean over all masks.
  double loss() {
    FullBatch all = ofAllMasks();
    all.greatestGradient();
    return y.cols() * masks.loss(Loss.MEAN_SQUARED_ERROR, all.output(), masks.under(y), masks.probabilities(setup.p));
  }
}
