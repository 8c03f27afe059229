package dropoutlab.nn.sequence;

import dropoutlab.frame.LayerView.Dropped;
import dropoutlab.frame.LayerView;
import dropoutlab.frame.Matrix;
import dropoutlab.math.RandomStream;
import dropoutlab.math.Tensor;
import dropoutlab.nn.layer.DropRate;
import dropoutlab.nn.layer.Layer;
import dropoutlab.nn.layer.Mode;
import dropoutlab.nn.layer.Parameter;
import dropoutlab.nn.layer.Passage;
import dropoutlab.spec.Initialisation;
import java.util.Arrays;
import java.util.List;

/// Word embedding: `y_t = m[w_t] E[w_t]`, from word indices w_1, ..., w_T (batch x T) to vectors (batch x T·width),
/// where E is (vocabulary x width). The indices are whole numbers from 0 on. A network that begins with an embedding
/// receives them as they are in the data, not standardised.
///
/// Dropout (Gal and Ghahramani 2016, section 4.2): a word *type* is dropped with probability p in a whole sequence,
/// wherever it occurs, and the other words are scaled: m is 0 or 1 / (1 - p). At inference m = 1.
///
/// Backward: `dE[w] = Σ m[w] dOut_t`, summed over all places of w. Indices have no gradient: 0 is returned for them.
///
/// Every place draws a number, even if its word has occurred before, so that every example takes the same number of
/// words from the stream; the first place of a type decides.
public final class Embedding implements Layer {
  private final DropRate rate;
  private final RandomStream stream;
  private final Parameter table;
  private final int[] firstPlace;
  private final Tensor y;
  private final Tensor dx;
  private final Tensor drawn;
  private final Tensor factors;
  private Tensor held;
  private Tensor x;
  /// Whether the last pass used factors that were drawn.
  private boolean random;

  public Embedding(int steps, int vocabulary, int width, DropRate rate, RandomStream stream) {
    // The table holds vectors and not the weights of units: penalties and max-norm do not apply to it.
    this(steps, rate, stream, Parameter.zeros(vocabulary, width, false));
  }

  private Embedding(int steps, DropRate rate, RandomStream stream, Parameter table) {
    this.rate = rate;
    this.stream = stream;
    this.table = table;
    firstPlace = new int[table.value().rows()];
    y = new Tensor(0, steps * table.value().cols());
    dx = new Tensor(0, steps);
    drawn = new Tensor(1, steps);
    factors = new Tensor(0, steps);
  }

  @Override public Embedding sharing() { return new Embedding(drawn.cols(), rate, null, table); }

  @Override public List<Parameter> parameters() { return List.of(table); }

  /// Draws standard normal vectors, so that each column of the output has variance 1.
  @Override public void initialise(Initialisation initialisation, RandomStream stream) {
    float[] e = table.value().data();
    for (int i = 0; i < table.value().size(); i++) e[i] = (float) stream.nextGaussian();
  }

  @Override public List<DropRate> dropRates() { return List.of(rate); }

  @Override public void holdNewMask() {
    if (rate.p() == 0) return;
    held = new Tensor(1, firstPlace.length);
    stream.fillMask(held.data(), 0, firstPlace.length, rate.p(), kept());
  }

  private float kept() { return (float) (1 / (1 - rate.p())); }

  @Override public Tensor forward(Tensor x, Mode mode) {
    if (x.cols() != dx.cols())
      throw new IllegalArgumentException("The embedding expects " + dx.cols() + " words, the batch has " + x.cols()
          + " columns");
    this.x = x;
    int steps = x.cols(), width = table.value().cols();
    fillFactors(mode);
    y.resize(x.rows());
    for (int i = 0; i < x.size(); i++) {
      float m = factors.data()[i];
      int from = word(i) * width, to = i * width;
      for (int c = 0; c < width; c++) y.data()[to + c] = m * table.value().data()[from + c];
    }
    return y;
  }

  private int word(int place) {
    float value = x.data()[place];
    int word = Math.round(value);
    if (word != value || word < 0 || word >= firstPlace.length)
      throw new IllegalArgumentException("The embedding knows the words 0 to " + (firstPlace.length - 1)
          + ", but input " + (place % x.cols() + 1) + " is " + value);
    return word;
  }

  private void fillFactors(Mode mode) {
    factors.resize(x.rows());
    double p = rate.p();
    random = p > 0 && (mode.drawsFreshMasks() || mode == Mode.HELD && held != null);
    if (random && mode.drawsFreshMasks()) for (int b = 0; b < x.rows(); b++) draw(b * x.cols());
    else if (random)
      for (int i = 0; i < x.size(); i++) factors.data()[i] = held.data()[word(i)];
    else factors.fill(1);
  }

  /// Draws the factors of the example whose places begin at index `from`.
  private void draw(int from) {
    stream.fillMask(drawn.data(), 0, drawn.cols(), rate.p(), kept());
    for (int t = drawn.cols() - 1; t >= 0; t--) firstPlace[word(from + t)] = t;
    for (int t = 0; t < drawn.cols(); t++) factors.data()[from + t] = drawn.data()[firstPlace[word(from + t)]];
  }

  @Override public Tensor backward(Tensor dOut) {
    int width = table.value().cols();
    float[] d = dOut.data(), to = table.gradient().data();
    Arrays.fill(to, 0, table.gradient().size(), 0);
    for (int i = 0; i < x.size(); i++) {
      float m = factors.data()[i];
      int at = word(i) * width, from = i * width;
      for (int c = 0; c < width; c++) to[at + c] += m * d[from + c];
    }
    dx.resize(dOut.rows()).fill(0);
    return dx;
  }

  @Override public boolean isRandom() { return true; }

  @Override public LayerView view(Passage passed) {
    Matrix values = passed.values();
    return new LayerView.Embedding(dx.cols(), table.value().cols(), passed.table(x),
        random ? passed.table(factors) : Matrix.EMPTY, dropped(passed, values), values);
  }

  private Dropped dropped(Passage passed, Matrix values) {
    int rows = values.rows(), cols = values.cols(), width = table.value().cols(), steps = dx.cols();
    Matrix before = Matrix.generate(rows, cols, (r, c) -> table.value().at(word(r * steps + c / width), c % width));
    Matrix m = Matrix.generate(random ? rows : 0, cols, (r, c) -> factors.at(r, c / width));
    Matrix dAfter = passed.table(passed.dOut());
    Matrix dBefore = Matrix.generate(dAfter.rows(), cols, (r, c) -> factors.at(r, c / width) * (float) dAfter.at(r, c));
    return new Dropped(rate.p(), before, m, values, dAfter, dBefore);
  }
}
