package dropoutlab.math;

import static jdk.incubator.vector.FloatVector.fromArray;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/// The elementwise operations of [LayerNormKernel] on the Vector API. Each method processes the whole vectors of a row
/// and returns how many columns it processed.
final class VectorLayerNorm {
  private static final VectorSpecies<Float> SPECIES = Lanes.FLOATS;
  private static final int LANES = SPECIES.length();

  private VectorLayerNorm() {}

  static int centre(float[] x, int at, int n, float high, float low, float[] to) {
    int bound = SPECIES.loopBound(n);
    for (int i = at; i < at + bound; i += LANES) fromArray(SPECIES, x, i).sub(high).sub(low).intoArray(to, i);
    return bound;
  }

  static int forward(float[] hat, float[] scales, int rows, int n, float[] gamma, float[] beta, float[] y) {
    int bound = SPECIES.loopBound(n);
    for (int r = 0; r < rows; r++)
      for (int j = 0; j < bound; j += LANES) {
        int i = r * n + j;
        FloatVector normal = fromArray(SPECIES, hat, i).mul(scales[r]);
        normal.intoArray(hat, i);
        fromArray(SPECIES, gamma, j).mul(normal).add(fromArray(SPECIES, beta, j)).intoArray(y, i);
      }
    return bound;
  }

  static int backward(float[] d, float[] gamma, float[] hat, int at, int n, float scale, float mean, float slope,
      float[] to) {
    int bound = SPECIES.loopBound(n);
    for (int j = 0; j < bound; j += LANES) {
      FloatVector e = fromArray(SPECIES, gamma, j).mul(fromArray(SPECIES, d, at + j));
      e.sub(mean).sub(fromArray(SPECIES, hat, at + j).mul(slope)).mul(scale).intoArray(to, at + j);
    }
    return bound;
  }

  static int gradients(float[] d, float[] hat, int rows, int n, float[] dGamma, float[] dBeta) {
    int bound = SPECIES.loopBound(n);
    for (int j = 0; j < bound; j += LANES) {
      FloatVector gamma = FloatVector.zero(SPECIES), beta = gamma;
      for (int i = j; i < rows * n; i += n) {
        FloatVector each = fromArray(SPECIES, d, i);
        gamma = each.fma(fromArray(SPECIES, hat, i), gamma);
        beta = beta.add(each);
      }
      gamma.intoArray(dGamma, j);
      beta.intoArray(dBeta, j);
    }
    return bound;
  }
}
