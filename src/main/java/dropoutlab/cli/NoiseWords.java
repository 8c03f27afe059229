package dropoutlab.cli;

import dropoutlab.export.Model;
import dropoutlab.frame.Noise;
import dropoutlab.words.Precise;
import dropoutlab.words.Words;
import java.io.PrintWriter;

/// Prints the noise that a training has fitted or learnt.
final class NoiseWords {
  private NoiseWords() {}

  /// @param heldOut whether there were rows on which the network was not trained
  static void print(PrintWriter out, Model model, boolean heldOut) {
    String target = model.schema().target();
    Noise off = model.noise().deterministic(), mc = model.noise().mcDropout();
    if (model.learnsNoise()) {
      out.println(Words.of("cli.noise.learnt", Precise.four(mc.sd()), target, Precise.four(mc.factor()),
          Precise.four(off.factor())));
    } else {
      out.println(Words.of("cli.noise.fitted", Precise.four(mc.sd()), target, Precise.four(off.sd())));
    }
    mc.fit().ifPresent(fit -> out.println("  " + Words.count(heldOut ? "cli.noise.rows" : "cli.noise.training_rows",
        fit.rows(), fit.passes(), Precise.four(fit.logLikelihood()),
        Precise.four(off.fit().map(Noise.Fit::logLikelihood).orElse(Double.NaN)))));
    if (mc.atBound() && off.atBound()) out.println("  " + Words.of("cli.noise.bound"));
    else if (mc.atBound()) out.println("  " + Words.of("cli.noise.bound_passes"));
    else if (off.atBound()) out.println("  " + Words.of("cli.noise.bound_masks_off"));
  }
}
