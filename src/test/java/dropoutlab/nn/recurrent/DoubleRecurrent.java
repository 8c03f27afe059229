package dropoutlab.nn.recurrent;

import dropoutlab.spec.LayerSpec.Recurrent.Cell;

/// The recurrent layers once more, in double precision, one number at a time, as the reference for gradients. It shares
/// no arithmetic with the engine; masks are given as numbers.
public final class DoubleRecurrent {
  /// The factor of a column of one step of an example; `gate` counts in PyTorch's order.
  public interface Factor {
    Factor ONE = (_, _, _, _) -> 1;

    double at(int example, int step, int gate, int column);
  }

  /// @param zoneout the share of the new state; that of c is gate 1
  public record Factors(Factor inputs, Factor state, Factor candidate, Factor zoneout, Factor outputs) {
    static final Factors NONE = new Factors(Factor.ONE, Factor.ONE, Factor.ONE, Factor.ONE, Factor.ONE);
  }

  final Cell cell;
  final int steps;
  final int width;
  final int units;
  final double[][] w;
  final double[][] u;
  final double[][] b;
  final double[][] v;

  public DoubleRecurrent(Cell cell, int steps, double[][] w, double[][] u, double[][] b, double[][] v) {
    this.cell = cell;
    this.steps = steps;
    this.width = w.length;
    this.units = u.length;
    this.w = w;
    this.u = u;
    this.b = b;
    this.v = v;
  }

  /// Returns the states of all steps, (batch x steps·units), times the factors of the outputs.
  public double[][] outputs(double[][] x, Factors factors) {
    double[][] out = new double[x.length][steps * units];
    for (int e = 0; e < x.length; e++) {
      double[] h = new double[units], c = new double[units];
      for (int t = 0; t < steps; t++) {
        double[] newH = new double[units], newC = new double[units];
        for (int j = 0; j < units; j++) one(x[e], e, t, j, h, c, newH, newC, factors);
        for (int j = 0; j < units; j++) {
          double k = factors.zoneout.at(e, t, 0, j), kc = factors.zoneout.at(e, t, 1, j);
          newH[j] = (1 - k) * h[j] + k * newH[j];
          newC[j] = (1 - kc) * c[j] + kc * newC[j];
          out[e][t * units + j] = factors.outputs.at(e, t, 0, j) * newH[j];
        }
        h = newH;
        c = newC;
      }
    }
    return out;
  }

  private void one(double[] x, int e, int t, int j, double[] h, double[] c, double[] newH, double[] newC, Factors factors) {
    int gates = w[0].length / units;
    double[] a = new double[gates], s = new double[gates];
    for (int g = 0; g < gates; g++) {
      a[g] = b[0][g * units + j];
      s[g] = v[0][g * units + j];
      for (int i = 0; i < width; i++) a[g] += factors.inputs.at(e, t, g, i) * x[t * width + i] * w[i][g * units + j];
      for (int i = 0; i < units; i++) s[g] += factors.state.at(e, t, g, i) * h[i] * u[i][g * units + j];
    }
    double d = factors.candidate.at(e, t, 0, j);
    switch (cell) {
      case RNN -> newH[j] = d * Math.tanh(a[0] + s[0]);
      case LSTM -> {
        newC[j] = sigmoid(a[1] + s[1]) * c[j] + sigmoid(a[0] + s[0]) * d * Math.tanh(a[2] + s[2]);
        newH[j] = sigmoid(a[3] + s[3]) * Math.tanh(newC[j]);
      }
      case GRU -> {
        double r = sigmoid(a[0] + s[0]), z = sigmoid(a[1] + s[1]);
        newH[j] = (1 - z) * d * Math.tanh(a[2] + r * s[2]) + z * h[j];
      }
    }
  }

  private static double sigmoid(double x) { return 1 / (1 + Math.exp(-x)); }
}
