package dropoutlab.cli;

import dropoutlab.export.Model;
import dropoutlab.frame.Noise;
import java.io.PrintWriter;
import java.util.Locale;

/// What a training says of the noise that it has fitted, or learnt.
final class NoiseWords {
  private NoiseWords() {}

  /// @param heldOut whether there were rows that were not trained on
  static void print(PrintWriter out, Model model, boolean heldOut) {
    String target = model.schema().target();
    Noise off = model.noise().deterministic(), mc = model.noise().mcDropout();
    if (model.learnsNoise()) {
      out.printf(Locale.ROOT, "noise: learnt for each input, standard deviation %.4g of %s on average; held-out rows "
          + "are likeliest with its variances times %.4g (masks off: %.4g)%n", mc.sd(), target, mc.factor(),
          off.factor());
    } else {
      out.printf(Locale.ROOT, "noise: standard deviation %.4g of %s beside the passes, %.4g with masks off%n", mc.sd(),
          target, off.sd());
    }
    mc.fit().ifPresent(fit -> out.printf(Locale.ROOT, "  fitted to %d %s with T = %d; log-likelihood %.4g, %.4g with "
        + "masks off%n", fit.rows(), heldOut ? "rows" : "training rows, because nothing is held out,", fit.passes(),
        fit.logLikelihood(), off.fit().map(Noise.Fit::logLikelihood).orElse(Double.NaN)));
    if (off.atBound() || mc.atBound())
      out.println("  at its bound" + (mc.atBound() && off.atBound() ? "" : mc.atBound() ? " beside the passes"
          : " with masks off") + ": the targets are met to a millionth of their spread; the noise may be less");
  }
}
