package dropoutlab.bench;

import dropoutlab.math.RandomStream;
import dropoutlab.math.RandomStream.Purpose;
import dropoutlab.math.Tensor;
import java.util.Arrays;

/// The networks that every contender trains: ReLU, inverted dropout on every hidden layer, SGD with momentum, softmax
/// cross-entropy for classes and squared error for one output.
public enum Work {
  MLP_2_8_8_2(16, 30, Double.NaN, 2, 8, 8, 2),
  MLP_2_64_64_2(32, 30, 20, 2, 64, 64, 2),
  MLP_1_50_50_1(32, 30, 20, 1, 50, 50, 1),
  MLP_784_256_256_10(64, 1.3, Double.NaN, 784, 256, 256, 10),
  MLP_784_1024_1024_10(128, 1.3, Double.NaN, 784, 1024, 1024, 10);

  static final double DROP = 0.5;
  static final float RATE = 0.01f;
  static final float MOMENTUM = 0.9f;
  static final int MC_INPUTS = 500;
  static final int MC_PASSES = 1000;

  private final int batch;
  private final double trainingBar;
  private final double mcBar;
  private final int[] widths;

  Work(int batch, double trainingBar, double mcBar, int... widths) {
    this.batch = batch;
    this.trainingBar = trainingBar;
    this.mcBar = mcBar;
    this.widths = widths;
  }

  public int batch() { return batch; }

  /// How many times faster than the best peer a training step is to be.
  public double trainingBar() { return trainingBar; }

  /// The same for MC dropout; NaN where it is not asked for.
  public double mcBar() { return mcBar; }

  public int inputs() { return widths[0]; }

  public int outputs() { return widths[widths.length - 1]; }

  public int[] hidden() { return Arrays.copyOfRange(widths, 1, widths.length - 1); }

  public boolean regression() { return outputs() == 1; }

  public String title() { return name().substring(4).replace('_', '-'); }

  /// Standard normal inputs, the same for every contender.
  public Tensor x(int rows) {
    RandomStream random = RandomStream.of(1, Purpose.DATA);
    Tensor x = new Tensor(rows, inputs());
    for (int i = 0; i < x.size(); i++) x.data()[i] = (float) random.nextGaussian();
    return x;
  }

  /// Classes one-hot, or a value.
  public Tensor y(int rows) {
    RandomStream random = RandomStream.of(2, Purpose.DATA);
    Tensor y = new Tensor(rows, outputs());
    for (int r = 0; r < rows; r++)
      if (regression()) y.set(r, 0, (float) random.nextGaussian());
      else y.set(r, random.nextInt(outputs()), 1);
    return y;
  }
}
