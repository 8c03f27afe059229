package dropoutlab.bench;

import dropoutlab.math.MatMul;
import dropoutlab.math.RandomStream.Purpose;
import dropoutlab.math.RandomStream;
import dropoutlab.math.Tensor;
import java.util.concurrent.TimeUnit;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/// Matrix products, the peak with which they are compared, and the draw of a mask.
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class KernelBench {
  static final int MASK = 128 * 1024;
  private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;
  private static final int LOOPS = 10_000;
  private static final int CHAINS = 12;
  /// Floating-point operations of one call of [#peak].
  static final double PEAK_FLOPS = 2.0 * LOOPS * CHAINS * SPECIES.length();

  private final Tensor a64 = gaussian(64, 784), b64 = gaussian(784, 256), out64 = new Tensor(64, 256);
  private final Tensor a128 = gaussian(128, 1024), b128 = gaussian(1024, 1024), out128 = new Tensor(128, 1024);
  private final RandomStream stream = RandomStream.of(1, Purpose.MASKS);
  private final float[] mask = new float[MASK];
  private float factor = 0.999f;

  private static Tensor gaussian(int rows, int cols) {
    RandomStream random = RandomStream.of(rows, Purpose.DATA);
    Tensor t = new Tensor(rows, cols);
    for (int i = 0; i < t.size(); i++) t.data()[i] = (float) random.nextGaussian();
    return t;
  }

  @Benchmark public Tensor product64x784x256() {
    MatMul.multiply(a64, b64, out64);
    return out64;
  }

  @Benchmark public Tensor product128x1024x1024() {
    MatMul.multiply(a128, b128, out128);
    return out128;
  }

  @Benchmark public float[] mask() {
    for (int row = 0; row < 128; row++) stream.fillMask(mask, row * 1024, 1024, 0.5, 2);
    return mask;
  }

  /// Twelve independent chains of fma in registers: enough to hide the latency, and few enough to stay there.
  @Benchmark public float peak() {
    FloatVector x = FloatVector.broadcast(SPECIES, factor), y = FloatVector.broadcast(SPECIES, factor * 0.001f);
    FloatVector c0 = y, c1 = y, c2 = y, c3 = y, c4 = y, c5 = y, c6 = y, c7 = y, c8 = y, c9 = y, c10 = y, c11 = y;
    for (int i = 0; i < LOOPS; i++) {
      c0 = x.fma(c0, y);
      c1 = x.fma(c1, y);
      c2 = x.fma(c2, y);
      c3 = x.fma(c3, y);
      c4 = x.fma(c4, y);
      c5 = x.fma(c5, y);
      c6 = x.fma(c6, y);
      c7 = x.fma(c7, y);
      c8 = x.fma(c8, y);
      c9 = x.fma(c9, y);
      c10 = x.fma(c10, y);
      c11 = x.fma(c11, y);
    }
    return c0.add(c1).add(c2).add(c3).add(c4).add(c5).add(c6).add(c7).add(c8).add(c9).add(c10).add(c11).lane(0);
  }
}
