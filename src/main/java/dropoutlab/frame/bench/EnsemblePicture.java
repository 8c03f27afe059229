package dropoutlab.frame.bench;

import dropoutlab.frame.Matrix;
import dropoutlab.frame.Viewport;
import java.util.List;
import java.util.Optional;

/// What the benches of the group ensemble want drawn.
public sealed interface EnsemblePicture extends Picture {
  /// All thinned networks of one network, or those that passes drew, and what their means say.
  ///
  /// @param window  the part of the plane that maps show; empty for a network of one input, whose maps are one cell
  /// @param cross   (x, y) of the place that is looked at
  /// @param passes  T
  /// @param all     how many thinned networks there are
  /// @param chances the probability of keeping so many units, from none on
  /// @param gaps    engine against exact: masks off and the geometric mean, masks off and the average, the mean of T
  ///                passes and each of the two
  /// @param errors  wrong answers on new points; empty where there are none
  record Wall(double p, Optional<Viewport> window, List<Double> cross, int passes, double all, List<Double> chances,
              Networks networks, Means maps, Means values, List<Comparison> gaps, Optional<Errors> errors)
      implements EnsemblePicture {
    public Wall {
      cross = List.copyOf(cross);
      chances = List.copyOf(chances);
      gaps = List.copyOf(gaps);
    }

    /// Whether the wall holds not all networks but those that passes drew.
    public boolean sampled() { return networks.count() < all; }
  }

  /// @param units  how many units are dropped or kept
  /// @param maps   (networks x side²) what each says: column j * side + i is the cell in column i and row j from the bottom
  /// @param said   (networks x 1) what each says at the cross
  /// @param shares (networks x 1) what each counts
  /// @param masks  the units that each keeps; bit 1 for kept
  /// @param drawn  how many of the T passes drew each
  record Networks(int units, int side, Matrix maps, Matrix said, Matrix shares, List<Long> masks, List<Integer> drawn) {
    public Networks {
      masks = List.copyOf(masks);
      drawn = List.copyOf(drawn);
    }

    public int count() { return masks.size(); }

    public int kept(int network) { return Long.bitCount(masks.get(network)); }
  }

  /// One number or map each, (side² x 1), of both sides: the renormalised geometric mean and the average of all networks
  /// exactly; masks off and the mean of T passes by the engine.
  record Means(int side, Matrix geometric, Matrix average, Matrix off, Matrix mean) {}

  /// Errors of averages on new points, measured by the engine.
  ///
  /// @param passes (1 x n) how many are averaged, rising
  /// @param mean   (1 x n) the error of their average, the mean of several committees
  /// @param sd     (1 x n) its standard deviation over the committees
  /// @param off    the error with masks off
  record Errors(Matrix passes, Matrix mean, Matrix sd, double off, int points) {}

  /// How many passes answer as well as masks off, and how many of the networks that they are drawn of were trained.
  ///
  /// @param k       how many passes are averaged now
  /// @param average the mean square of the average of all networks, exact
  /// @param spread  the mean variance of one network, exact: that of k passes is `average + spread / k`
  /// @param matches so many passes have the mean square of masks off; infinite if no number has
  /// @param one     the share of wrong answers of one network, exact
  /// @param draws   how many masks training drew
  /// @param met     how many different ones these were
  /// @param expected (1 x n) how many are expected, for 1, 2, ... units
  record Committees(double p, int units, int k, double average, double spread, double matches, double one, Errors squares,
                    Errors wrong, int draws, int met, Matrix expected) implements EnsemblePicture {}

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
