package dropoutlab.nn.sequence;

import static dropoutlab.nn.DoubleNetwork.dense;
import static dropoutlab.nn.DoubleNetwork.times;

import dropoutlab.nn.DoubleNetwork;
import dropoutlab.spec.Activation;
import java.util.List;

/// Attention and the encoder block once more, in double precision and in the simplest form, example by example and head
/// by head, as the reference for gradients.
///
/// @param parameters in the engine's order
/// @param masks      one row per example: the masks of the attention weights, then those of the first branch, of the
///                   feed-forward part and of the second branch
record DoubleEncoder(int steps, int width, int heads, List<double[][]> parameters, List<double[][]> masks) {
  double[][] attention(double[][] x) {
    double[][] out = new double[x.length][];
    for (int e = 0; e < x.length; e++)
      out[e] = flat(attention(split(x[e], width), masks.getFirst()[e]));
    return out;
  }

  double[][] encoder(double[][] x) {
    double[][] middle = norm(plus(x, times(attention(x), masks.get(1))), 4);
    double[][] hidden = times(DoubleNetwork.activate(Activation.RELU, everyStep(middle, 6)), masks.get(2));
    return norm(plus(middle, times(everyStep(hidden, 8), masks.get(3))), 10);
  }

  /// The same with the norms before the sub-layers.
  double[][] preNormEncoder(double[][] x) {
    double[][] middle = plus(x, times(attention(norm(x, 4)), masks.get(1)));
    double[][] hidden = times(DoubleNetwork.activate(Activation.RELU, everyStep(norm(middle, 10), 6)), masks.get(2));
    return plus(middle, times(everyStep(hidden, 8), masks.get(3)));
  }

  private double[][] attention(double[][] x, double[] mask) {
    double[][] projected = dense(x, parameters.get(0), parameters.get(1)[0]);
    double[][] context = new double[steps][width];
    for (int h = 0; h < heads; h++)
      for (int to = 0; to < steps; to++) {
        double[] p = probabilities(projected, h, to);
        for (int from = 0; from < steps; from++)
          for (int c = h * width / heads; c < (h + 1) * width / heads; c++)
            context[to][c] += mask[(h * steps + to) * steps + from] * p[from] * projected[from][2 * width + c];
      }
    return dense(context, parameters.get(2), parameters.get(3)[0]);
  }

  /// Returns the weight that step `to` gives to each step in head `h`.
  private double[] probabilities(double[][] projected, int h, int to) {
    double[] p = new double[steps];
    double sum = 0;
    for (int from = 0; from < steps; from++) {
      double score = 0;
      for (int c = h * width / heads; c < (h + 1) * width / heads; c++)
        score += projected[to][c] * projected[from][width + c];
      sum += p[from] = Math.exp(score / Math.sqrt((double) width / heads));
    }
    for (int from = 0; from < steps; from++) p[from] /= sum;
    return p;
  }

  private double[][] everyStep(double[][] x, int parameter) {
    double[][] w = parameters.get(parameter), out = new double[x.length][];
    for (int e = 0; e < x.length; e++) out[e] = flat(dense(split(x[e], w.length), w, parameters.get(parameter + 1)[0]));
    return out;
  }

  private double[][] norm(double[][] x, int parameter) {
    double[] gamma = parameters.get(parameter)[0], beta = parameters.get(parameter + 1)[0];
    double[][] out = new double[x.length][];
    for (int e = 0; e < x.length; e++) {
      double[][] rows = split(x[e], width);
      for (double[] row : rows) {
        double mean = 0, variance = 0;
        for (double v : row) mean += v / width;
        for (double v : row) variance += (v - mean) * (v - mean) / width;
        for (int c = 0; c < width; c++) row[c] = gamma[c] * (row[c] - mean) / Math.sqrt(variance + 1e-5) + beta[c];
      }
      out[e] = flat(rows);
    }
    return out;
  }

  private static double[][] split(double[] row, int width) {
    double[][] rows = new double[row.length / width][width];
    for (int i = 0; i < row.length; i++) rows[i / width][i % width] = row[i];
    return rows;
  }

  private static double[] flat(double[][] rows) {
    double[] flat = new double[rows.length * rows[0].length];
    for (int i = 0; i < flat.length; i++) flat[i] = rows[i / rows[0].length][i % rows[0].length];
    return flat;
  }

  private static double[][] plus(double[][] a, double[][] b) {
    double[][] sum = new double[a.length][a[0].length];
    for (int r = 0; r < a.length; r++) for (int c = 0; c < a[0].length; c++) sum[r][c] = a[r][c] + b[r][c];
    return sum;
  }
}
