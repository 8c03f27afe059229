package dropoutlab.nn.sequence;

import dropoutlab.frame.LayerView;
import dropoutlab.math.Blocks;
import dropoutlab.math.DirectProduct;
import dropoutlab.math.RandomStream;
import dropoutlab.math.Shape;
import dropoutlab.math.Softmax;
import dropoutlab.math.Tensor;
import dropoutlab.nn.dropout.InvertedDropout;
import dropoutlab.nn.layer.Dense;
import dropoutlab.nn.layer.DropRate;
import dropoutlab.nn.layer.Layer;
import dropoutlab.nn.layer.Mode;
import dropoutlab.nn.layer.Parameter;
import dropoutlab.nn.layer.Passage;
import dropoutlab.spec.Initialisation;
import java.util.List;
import java.util.stream.Stream;

/// Multi-head scaled dot-product self-attention (Vaswani et al. 2017, section 3.2). X (steps x width) holds the steps
/// of an example; Q, K and V (steps x width / heads) are the parts of `X W + b` that belong to one head:
///
/// - `P = softmax(Q Kᵀ / √(width / heads))`; each row is a distribution over the steps
/// - training: `A = M P`, where M is a mask of [InvertedDropout] drawn for every weight of every head of every example.
///   The rows of A no longer sum to 1, as in the authors' code and in PyTorch
/// - inference: `A = P`
/// - `out = [A V of all heads, side by side] W' + b'`
///
/// Backward, for each head and with C = A V: `dA = dC Vᵀ`, `dV = Aᵀ dC`, `dP = M dA`,
/// `dS = P (dP - Σ P dP) / √(width / heads)`, `dQ = dS K`, `dK = dSᵀ Q`.
///
/// W (width x 3 width) holds the columns of the queries, then those of the keys and of the values, each head by head. A
/// batch is (examples x steps width), step after step; all steps of all examples go through one product with W. Heads
/// are read in place.
public final class Attention implements Layer {
  private final int steps;
  private final int width;
  private final int heads;
  private final float scale;
  private final Dense input;
  private final Dense output;
  private final InvertedDropout drop;
  private final Tensor xSteps;
  private final Tensor dOutSteps;
  private final Tensor out;
  private final Tensor dx;
  private final Tensor probabilities;
  private final Tensor dWeights;
  private final Tensor dScores;
  private final Tensor context;
  private final Tensor dProjected;
  private final Blocks queries;
  private final Blocks keys;
  private final Blocks values;
  private final Blocks square;
  private final Blocks part;
  private int examples;
  private Tensor projected;
  private Tensor weights;
  private Tensor dProbabilities;

  /// @param heads  the number of heads, a divisor of `width`
  /// @param drop   the drop rate of the attention weights
  /// @param stream the random stream of their masks
  public Attention(int steps, int width, int heads, DropRate drop, RandomStream stream) {
    this(steps, width, heads, new Dense(width, 3 * width), new Dense(width, width),
        new InvertedDropout(drop, heads * steps * steps, stream));
  }

  private Attention(int steps, int width, int heads, Dense input, Dense output, InvertedDropout drop) {
    if (width % heads != 0)
      throw new IllegalArgumentException("The number of attention heads, " + heads
          + ", must divide the number of features of a step, " + width);
    this.steps = steps;
    this.width = width;
    this.heads = heads;
    this.input = input;
    this.output = output;
    this.drop = drop;
    scale = (float) (1 / Math.sqrt(width / heads));
    xSteps = new Tensor(0, width);
    dOutSteps = new Tensor(0, width);
    out = new Tensor(0, steps * width);
    dx = new Tensor(0, steps * width);
    probabilities = new Tensor(0, heads * steps * steps);
    dWeights = new Tensor(0, heads * steps * steps);
    dScores = new Tensor(0, heads * steps * steps);
    context = new Tensor(0, width);
    dProjected = new Tensor(0, 3 * width);
    part = columns(width);
    queries = columns(3 * width);
    keys = columns(3 * width);
    values = columns(3 * width);
    square = new Blocks(steps, steps, steps, heads * steps * steps, steps * steps);
  }

  /// Returns the columns of each head of each example in a matrix of all steps.
  private Blocks columns(int cols) {
    return new Blocks(steps, width / heads, cols, steps * cols, width / heads);
  }

  @Override public Attention sharing() {
    return new Attention(steps, width, heads, input.sharing(), output.sharing(), drop.sharing());
  }

  /// Draws all weights with variance 1 / width, which is Xavier's for each (width x width) matrix, whatever
  /// initialisation is asked for: no activation follows that would need another.
  @Override public void initialise(Initialisation initialisation, RandomStream stream) {
    input.initialise(Initialisation.LECUN, stream);
    output.initialise(Initialisation.LECUN, stream);
  }

  @Override public List<DropRate> dropRates() { return drop.dropRates(); }

  @Override public void holdNewMask() { drop.holdNewMask(); }

  @Override public Tensor forward(Tensor x, Mode mode) {
    if (x.cols() != steps * width)
      throw new IllegalArgumentException("Attention expects " + steps + " steps of " + width
          + " features, the batch has " + x.cols() + " columns");
    examples = x.rows();
    projected = input.forward(xSteps.share(x), mode);
    probabilities.resize(examples);
    each(queries.in(projected, 0), keys.transposedIn(projected, width), square.in(probabilities, 0));
    Softmax.forward(probabilities, steps, scale, probabilities);
    weights = drop.forward(probabilities, mode);
    context.resize(examples * steps);
    each(square.in(weights, 0), values.in(projected, 2 * width), part.in(context, 0));
    return out.share(output.forward(context, mode));
  }

  @Override public Tensor backward(Tensor dOut) {
    Tensor dContext = output.backward(dOutSteps.share(dOut));
    dProjected.resize(examples * steps);
    dWeights.resize(examples);
    each(part.in(dContext, 0), values.transposedIn(projected, 2 * width), square.in(dWeights, 0));
    each(square.transposedIn(weights, 0), part.in(dContext, 0), values.in(dProjected, 2 * width));
    dProbabilities = drop.backward(dWeights);
    Softmax.backward(probabilities, dProbabilities, steps, scale, dScores.resize(examples));
    each(square.in(dScores, 0), keys.in(projected, width), queries.in(dProjected, 0));
    each(square.transposedIn(dScores, 0), queries.in(projected, 0), keys.in(dProjected, width));
    return dx.share(input.backward(dProjected));
  }

  private void each(Blocks a, Blocks b, Blocks to) { DirectProduct.multiplyEach(a, b, to, examples, heads); }

  @Override public boolean isRandom() { return true; }

  @Override public LayerView view(Passage passed) {
    boolean backward = passed.dOut() != null;
    Passage onWeights = new Passage(Shape.vector(probabilities.cols()), probabilities, weights,
        backward ? dWeights : null, passed.examples());
    return new LayerView.Attention(heads, steps, passed.table(probabilities),
        onWeights.dropped(drop.p(), drop.mask(), dProbabilities), passed.values());
  }

  @Override public List<Parameter> parameters() {
    return Stream.concat(input.parameters().stream(), output.parameters().stream()).toList();
  }
}
