package dropoutlab.bench;

import dropoutlab.bench.Architecture.ConvNet;
import dropoutlab.bench.Architecture.Encoder;
import dropoutlab.bench.Architecture.Lstm;
import dropoutlab.bench.Architecture.Mlp;
import dropoutlab.math.RandomStream.Purpose;
import dropoutlab.math.RandomStream;
import dropoutlab.math.Tensor;
import java.util.List;

/// What every contender trains: a network, in batches of a given size, by SGD with momentum, on softmax cross-entropy
/// for classes or squared error for one output.
public enum Work {
  MLP_2_8_8_2("2-8-8-2", new Mlp(2, List.of(8, 8), 2), 16, 30, Double.NaN),
  MLP_2_64_64_2("2-64-64-2", new Mlp(2, List.of(64, 64), 2), 32, 30, 20),
  MLP_1_50_50_1("1-50-50-1", new Mlp(1, List.of(50, 50), 1), 32, 30, 20),
  MLP_784_256_256_10("784-256-256-10", new Mlp(784, List.of(256, 256), 10), 64, 1.3, Double.NaN),
  MLP_784_1024_1024_10("784-1024-1024-10", new Mlp(784, List.of(1024, 1024), 10), 128, 1.3, Double.NaN),
  CONV_16_8_16_10("conv 16x16, 8-16-10", new ConvNet(16, List.of(8, 16), 10), 32, 3, Double.NaN),
  LSTM_20_8_32_2("LSTM 20x8, 32-2", new Lstm(20, 8, 32, 2), 32, 3, Double.NaN),
  ENCODER_16_32_2("encoder 16x32, 4 heads", new Encoder(16, 32, 4, 128, 2), 32, 3, Double.NaN);

  static final double DROP = 0.5;
  static final float RATE = 0.01f;
  static final float MOMENTUM = 0.9f;
  static final int MC_INPUTS = 500;
  static final int MC_PASSES = 1000;

  private final String title;
  private final Architecture architecture;
  private final int batch;
  private final double trainingBar;
  private final double mcBar;

  Work(String title, Architecture architecture, int batch, double trainingBar, double mcBar) {
    this.title = title;
    this.architecture = architecture;
    this.batch = batch;
    this.trainingBar = trainingBar;
    this.mcBar = mcBar;
  }

  public String title() { return title; }

  public Architecture architecture() { return architecture; }

  public int batch() { return batch; }

  /// How many times faster than the best other engine a training step must be.
  public double trainingBar() { return trainingBar; }

  /// The same for MC dropout; NaN if nothing is required.
  public double mcBar() { return mcBar; }

  public int outputs() { return architecture.outputs(); }

  public boolean regression() { return outputs() == 1; }

  /// Returns standard normal inputs, the same for every contender, one row per example.
  public Tensor x(int rows) {
    RandomStream random = RandomStream.of(1, Purpose.DATA);
    Tensor x = new Tensor(rows, architecture.inputs().size());
    for (int i = 0; i < x.size(); i++) x.data()[i] = (float) random.nextGaussian();
    return x;
  }

  /// Returns one-hot classes, or a value.
  public Tensor y(int rows) {
    RandomStream random = RandomStream.of(2, Purpose.DATA);
    Tensor y = new Tensor(rows, outputs());
    for (int r = 0; r < rows; r++)
      if (regression()) y.set(r, 0, (float) random.nextGaussian());
      else y.set(r, random.nextInt(outputs()), 1);
    return y;
  }
}
