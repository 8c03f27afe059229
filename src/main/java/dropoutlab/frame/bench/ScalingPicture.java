package dropoutlab.frame.bench;

import dropoutlab.frame.Matrix;
import java.util.List;

/// What the benches of the group scaling want drawn.
public sealed interface ScalingPicture extends Picture {
  /// @param function how it is written, of z
  /// @param kept     the factor of what is kept
  /// @param outcomes a row a value of z, rising: z, the function of it, its probability, and how often the engine drew it
  /// @param curve    (2 x places) z and the function of it
  /// @param meanZ    E z
  /// @param ofMean   the function of E z
  /// @param mean     the mean of the function
  /// @param byP      a row a drop rate: p, the gap of inverted and of standard dropout
  /// @param engineByP likewise, by the engine
  /// @param least,most,step between what and how finely the mean is guessed
  record JensenGap(String function, boolean inverted, double p, double kept, List<Double> w, List<Double> x,
                   Matrix outcomes, Matrix curve, double meanZ, double ofMean, double mean, double engineOfMean,
                   double engineMean, int passes, Matrix byP, Matrix engineByP, double least, double most, double step)
      implements ScalingPicture {
    public JensenGap {
      w = List.copyOf(w);
      x = List.copyOf(x);
    }

    public double gap() { return mean - ofMean; }
  }
}
