package dropoutlab.figure.variant.units;

import dropoutlab.figure.variant.Side;
import dropoutlab.figure.variant.Site;
import dropoutlab.figure.variant.Sites;
import dropoutlab.frame.Matrix;
import dropoutlab.spec.DropoutSpec.DropConnect.Inference;
import dropoutlab.spec.DropoutSpec.Targeted;
import dropoutlab.spec.DropoutSpec;
import dropoutlab.words.Numbers;
import dropoutlab.words.Shown;
import dropoutlab.words.Words;
import java.util.Optional;

/// The line below a picture: how much was dropped in the example, and what else the method does.
///
/// @param brief the same where there is little room
record Foot(String words, String number, String told, String brief) {
  static Foot of(Dense dense, Side side) {
    int column = dense.frontColumn();
    if (side.isNone() || column < 0) return new Foot(Words.of("units.foot.nothing"), "", "", "");
    DropoutSpec method = Dense.method(side, column);
    double p = Dense.p(side, column);
    boolean noise = method instanceof DropoutSpec.Gaussian || method instanceof DropoutSpec.LearntGaussian
        || method instanceof DropoutSpec.Uniform;
    Site site = Sites.of(dense.versus(), side).get(dense.front());
    if (!site.isDrawn())
      return new Foot(Words.of("units.foot.before"), "", told(method, p, false), told(method, p, true));
    String told = told(method, p, false), brief = told(method, p, true);
    int example = dense.example(side);
    if (noise) return new Foot(Words.of("units.foot.factors"), range(site.dropped().factors(), example), told, brief);
    if (method instanceof DropoutSpec.Concrete)
      return new Foot(Words.of("units.foot.kept"), Shown.percent((1 - p) * mean(site.dropped().factors(), example), 1),
          told, brief);
    if (method instanceof DropoutSpec.Alpha)
      told = brief = replaced(site, example).map(value -> Words.of("units.foot.replaced", value)).orElse(brief);
    return new Foot(Words.of("units.foot.dropped"), Shown.percent(site.droppedShare(example), 1), told, brief);
  }

  private static double mean(Matrix factors, int example) {
    double sum = 0;
    for (int i = 0; i < factors.cols(); i++) sum += factors.at(example, i);
    return sum / factors.cols();
  }

  /// Returns the value that dropped units have instead; empty if none is dropped.
  private static Optional<String> replaced(Site site, int example) {
    for (int i = 0; i < site.size(); i++)
      if (site.isDropped(example, i)) return Optional.of(Numbers.fixed(site.read(example, i).after(), 2));
    return Optional.empty();
  }

  private static String range(Matrix factors, int example) {
    double least = Double.POSITIVE_INFINITY, most = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < factors.cols(); i++) {
      least = Math.min(least, factors.at(example, i));
      most = Math.max(most, factors.at(example, i));
    }
    return Words.of("units.range", Numbers.fixed(least, 2), Numbers.fixed(most, 2));
  }

  private static String told(DropoutSpec method, double p, boolean brief) {
    return switch (method) {
      case DropoutSpec.Inverted _ -> Words.of(brief ? "units.foot.brief.inverted" : "units.foot.inverted",
          Numbers.fixed(1 / (1 - p), 2));
      case DropoutSpec.Standard _ -> Words.of(brief ? "units.foot.brief.standard" : "units.foot.standard",
          Numbers.fixed(1 - p, 2));
      case DropoutSpec.Gaussian _ ->
          Words.of(brief ? "units.foot.brief.gaussian" : "units.foot.gaussian",
              Numbers.fixed(Math.sqrt(p / (1 - p)), 2));
      case DropoutSpec.LearntGaussian _ -> Words.of(brief ? "units.foot.brief.learnt" : "units.foot.learnt",
          Numbers.fixed(p / (1 - p), 3));
      case DropoutSpec.Uniform uniform -> Words.of(brief ? "units.foot.brief.uniform" : "units.foot.uniform",
          Numbers.brief(uniform.beta()));
      case DropoutSpec.Alpha _ -> Words.of("units.foot.alpha");
      case DropoutSpec.Concrete _ -> Words.of(brief ? "units.foot.brief.concrete" : "units.foot.concrete",
          Numbers.fixed(p, 3));
      case DropoutSpec.DropConnect connect -> brief ? Words.of("units.foot.brief.connect")
          : connect.inference() == Inference.MEAN ? Words.of("units.foot.connect_mean", Numbers.fixed(1 - p, 2))
              : Words.of("units.foot.connect");
      case Targeted targeted -> Words.of(brief ? "units.foot.brief.targeted" : "units.foot.targeted",
          Shown.percent(targeted.share()));
    };
  }
}
