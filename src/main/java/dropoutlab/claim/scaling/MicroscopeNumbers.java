package dropoutlab.claim.scaling;

import dropoutlab.claim.Settings;
import dropoutlab.math.NumpyRandom;
import dropoutlab.math.RandomStream;
import dropoutlab.math.RandomStream.Purpose;
import dropoutlab.math.Tensor;
import java.util.ArrayList;
import java.util.List;

/// The numbers that go through the layer of the microscope and come back to it, one after another as the layer's units:
/// those of a published notebook, random ones, or a person's own with the notebook's gradient. All are what the engine
/// can hold, so that both sides begin with the same.
///
/// @param x        (1 x cells) the inputs
/// @param gradient (1 x cells) what comes back, by the outputs
/// @param uniforms NumPy's numbers for the first mask
record MicroscopeNumbers(Tensor x, Tensor gradient, double[] uniforms) {
  static final int ROWS = 4, UNITS = 5, CELLS = ROWS * UNITS;
  /// The notebook's X is 0, 0.05, ..., 0.95, and its gradient 0, 0.02, ..., 0.38.
  private static final int X_STEPS = 20, GRADIENT_STEPS = 50;
  /// Random numbers have two decimals, to be followed by hand.
  private static final int HUNDREDTHS = 100, LARGEST_GRADIENT = 50;

  static List<Double> notebook() { return counted(X_STEPS); }

  private static List<Double> counted(int steps) {
    List<Double> all = new ArrayList<>();
    for (int i = 0; i < CELLS; i++) all.add((double) i / steps);
    return all;
  }

  static MicroscopeNumbers of(Settings settings) {
    RandomStream stream = RandomStream.of(settings.seed(), Purpose.DATA);
    boolean random = settings.is("numbers", "random");
    List<Double> given = settings.is("numbers", "own") ? settings.all("x") : notebook();
    List<Double> x = random ? drawn(stream, HUNDREDTHS) : given;
    List<Double> gradient = random ? drawn(stream, LARGEST_GRADIENT) : counted(GRADIENT_STEPS);
    NumpyRandom numpy = numpy(settings);
    double[] uniforms = new double[CELLS];
    for (int i = 0; i < CELLS; i++) uniforms[i] = numpy.rand();
    return new MicroscopeNumbers(row(x), row(gradient), uniforms);
  }

  private static List<Double> drawn(RandomStream stream, int below) {
    List<Double> all = new ArrayList<>();
    for (int i = 0; i < CELLS; i++) all.add((double) stream.nextInt(below) / HUNDREDTHS);
    return all;
  }

  private static Tensor row(List<Double> values) {
    Tensor row = new Tensor(1, CELLS);
    for (int i = 0; i < CELLS; i++) row.data()[i] = values.get(i).floatValue();
    return row;
  }

  /// NumPy's numbers under the bench's seed, of which it takes 32 bits.
  static NumpyRandom numpy(Settings settings) { return new NumpyRandom((int) settings.seed()); }

  static boolean ties(Settings settings) { return settings.is("keep", "from"); }

  /// Whether NumPy's comparison keeps a cell.
  boolean kept(int cell, double p, boolean ties) {
    return p == 0 || (ties ? uniforms[cell] >= p : uniforms[cell] > p);
  }

  /// The cells of a row: the terms that its sum would have under weights.
  double[] terms(int row, double[] weights) {
    double[] terms = new double[UNITS];
    for (int i = 0; i < UNITS; i++) terms[i] = x.at(0, row * UNITS + i) * (double) (float) weights[i];
    return terms;
  }
}
