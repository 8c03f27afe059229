package dropoutlab.frame.bench;

import dropoutlab.frame.Matrix;
import java.util.List;

/// What the benches of the group ensemble want drawn.
public sealed interface EnsemblePicture extends Picture {
  /// @param wx       what the inputs in use add to z
  /// @param b        the bias
  /// @param bins     a row a bin of z: where it begins and ends, its probability, and the share of the passes in it
  /// @param curve    (3 x places) z, the normal density there, and the output
  /// @param variance of z
  /// @param exact    the mean output over all masks, `off` with masks off, `drawn` over the passes
  /// @param sd       of the output over all masks
  /// @param running  a row a number of passes: it, and how far their mean is from the exact one
  record NearlyNormal(List<Double> wx, double b, Matrix bins, Matrix curve, double meanZ, double variance, double exact,
                      double integral, double probit, double off, double drawn, int passes, double sd, Matrix running)
      implements EnsemblePicture {
    public NearlyNormal { wx = List.copyOf(wx); }

    public long masks() { return 1L << wx.size(); }

    /// How many passes err as much as the integral does, on average: infinite where it does not err.
    public double equalPasses() {
      double error = integral - exact;
      return sd == 0 ? 0 : sd * sd / (error * error);
    }
  }
}
