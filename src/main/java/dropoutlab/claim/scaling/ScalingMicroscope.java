package dropoutlab.claim.scaling;

import static dropoutlab.claim.scaling.MicroscopeNumbers.CELLS;
import static dropoutlab.claim.scaling.MicroscopeNumbers.ROWS;
import static dropoutlab.claim.scaling.MicroscopeNumbers.UNITS;

import dropoutlab.claim.Ask;
import dropoutlab.claim.Bench;
import dropoutlab.claim.Control;
import dropoutlab.claim.Group;
import dropoutlab.claim.Settings;
import dropoutlab.claim.SinglePrecision;
import dropoutlab.claim.scaling.MicroscopeEngine.Pass;
import dropoutlab.frame.Matrix;
import dropoutlab.frame.bench.Comparison;
import dropoutlab.frame.bench.Findings;
import dropoutlab.frame.bench.ScalingPicture;
import dropoutlab.frame.bench.Side;
import dropoutlab.frame.bench.Tolerance;
import dropoutlab.math.Tensor;
import dropoutlab.predict.ProgressMonitor;
import dropoutlab.theory.DroppedSum;
import dropoutlab.theory.MaskedMean;
import dropoutlab.words.Numbers;
import dropoutlab.words.Shown;
import dropoutlab.words.Words;
import java.util.List;

/// Divide what is kept by 1 - p, and inference has nothing to scale (Srivastava et al. 2014, section 10): the numbers
/// of one layer, there and back, by hand and by the engine, under the masks of `numpy.random.seed`.
///
/// The exact side is x for the mean of a cell, the product by NumPy's own comparison for the matrices, and all masks of
/// a row for its sum.
public final class ScalingMicroscope implements Bench {
  private static final List<Double> FOLLOWED = List.of(3.0, 2.0);
  private static final double LARGEST = 9;
  /// Near ½ dividing by p looks right, and at 0 it is impossible: there another rate shows what it does.
  private static final double HALF = .5, NEAR = .05, ELSEWHERE = .3;

  @Override public String id() { return "scaling-microscope"; }

  @Override public Group group() { return Group.SCALING; }

  /// The notebook's.
  @Override public long seed() { return 1; }

  @Override public List<Control> controls() {
    return List.of(Control.Rate.p(HALF), new Control.Clock("masks", 1, 10_000, 10_000),
        new Control.Numbers("follow", 1, UNITS, 1, 2, FOLLOWED),
        Control.Choice.of("numbers", "notebook", "random", "own"),
        Control.Choice.of("keep", "above", "from"),
        Control.Numbers.vector("w", -LARGEST, LARGEST, .5, .5, -1.0, 2.0, 1.0, -.5),
        new Control.Numbers("x", -LARGEST, LARGEST, .05, UNITS, MicroscopeNumbers.notebook()));
  }

  @Override public Ask ask(Settings settings) { return new Ask.Choose(3); }

  @Override public Findings find(Settings settings, ProgressMonitor watch) {
    return new Found(settings, watch).findings();
  }

  /// All that was computed under one setting.
  private static final class Found {
    private final Settings settings;
    private final MicroscopeNumbers numbers;
    private final MicroscopeEngine engine;
    private final double p;
    private final int masks;
    private final int row;
    private final int unit;
    private final float x;
    private final Pass pass;

    Found(Settings settings, ProgressMonitor watch) {
      this.settings = settings;
      p = settings.get("p");
      masks = settings.count("masks");
      row = Math.min((int) settings.all("follow").get(0).doubleValue(), ROWS) - 1;
      unit = (int) settings.all("follow").get(1).doubleValue() - 1;
      numbers = MicroscopeNumbers.of(settings);
      engine = new MicroscopeEngine(settings, watch);
      x = numbers.x().at(0, cell());
      pass = engine.pass(p, numbers);
    }

    private int cell() { return row * UNITS + unit; }

    Findings findings() {
      List<Integer> points = engine.points();
      double[] inverted = engine.means(from -> from.inverted(p), x, cell(), points);
      double[] unscaled = engine.means(from -> from.standard(p), x, cell(), points);
      Tensor off = engine.sums(engine.off(p, numbers.x()), settings.all("w"));
      return new Findings(Words.of("claimscaling.micro.question", Shown.rate(p)),
          Words.of("claimscaling.micro.conditions"),
          List.of(mean(inverted[inverted.length - 1]),
              product(Words.of("claimscaling.micro.y"), numbers.x(), pass.y(),
                  Words.of("claimscaling.micro.seed", settings.seed())),
              product(Words.of("claimscaling.micro.back"), numbers.gradient(), pass.back(),
                  Words.of("claimscaling.micro.backward")),
              sum(off), divided().hidden()),
          List.of(List.of(p < HALF ? 2.0 : p == HALF ? 1.0 : 0.0)),
          picture(off, trail(points, inverted, unscaled)));
    }

    private Comparison mean(double engine) {
      double scale = 1 / (1 - p);
      return Comparison.of(Words.of("claimscaling.micro.mean", row + 1, Numbers.brief(x)),
          new Side(MaskedMean.of(p, scale, x), Words.of("claimscaling.micro.outcomes")), new Side(engine, drawn()),
          noise(p, scale));
    }

    private String drawn() { return Words.count("claimscaling.micro.masks", masks, Numbers.count(masks)); }

    private Tolerance noise(double rate, double scale) {
      double se = MaskedMean.errorOf(rate, scale, x, masks, Tolerance.Noise.SES);
      return se > 0 ? new Tolerance.Noise(se)
          : new Tolerance.Rounding(SinglePrecision.tolerance(SinglePrecision.ofSum(1, Math.abs(x))));
    }

    /// Compares a product with the mask, number by number, and tells the largest, or the one that is furthest off.
    private Comparison product(String what, Tensor of, Tensor engine, String how) {
      int shown = 0;
      double furthest = -1;
      for (int i = 0; i < CELLS; i++) {
        double off = Math.abs(engine.at(0, i) - product(of, i));
        if (off > furthest || off == furthest && Math.abs(product(of, i)) > Math.abs(product(of, shown))) shown = i;
        furthest = Math.max(furthest, off);
      }
      boolean published = settings.is("numbers", "notebook") && settings.seed() == 1 && p == HALF;
      return Comparison.of(what, new Side(product(of, shown), published ? Words.of("claimscaling.micro.notebook")
          : Words.of("claimscaling.micro.by_hand")), new Side(engine.at(0, shown), how), new Tolerance.SameBits());
    }

    /// In single precision, as the engine multiplies: m / (1 - p) is rounded, and then the product.
    private float product(Tensor of, int i) {
      float factor = numbers.kept(i, p, MicroscopeNumbers.ties(settings)) ? (float) (1 / (1 - p)) : 0;
      return factor * of.at(0, i);
    }

    private Comparison sum(Tensor off) {
      double size = 0;
      for (double each : numbers.terms(row, settings.array("w"))) size += Math.abs(each);
      return Comparison.of(Words.of("claimscaling.micro.sum", row + 1),
          new Side(overAllMasks(row), Words.of("claimscaling.micro.all")),
          new Side(off.at(row, 0), Words.of("claimscaling.micro.off")),
          new Tolerance.Rounding(SinglePrecision.tolerance(SinglePrecision.ofSum(UNITS, size))));
    }

    private double overAllMasks(int of) {
      return DroppedSum.inverted(numbers.terms(of, settings.array("w")), 0, p).mean(z -> z);
    }

    /// What dividing by p would give: what the layer puts out, times (1 - p) / p.
    private Comparison divided() {
      double rate = p < NEAR || Math.abs(p - HALF) < NEAR ? ELSEWHERE : p;
      double mean = engine.mean(from -> from.inverted(rate), x, cell());
      return Comparison.of(Words.of("claimscaling.micro.divided", Shown.rate(rate)),
          new Side(MaskedMean.of(rate, 1 / rate, x), Words.of("claimscaling.micro.ratio")),
          new Side(mean * (1 - rate) / rate, drawn()), noise(rate, 1 / rate));
    }

    private static Matrix trail(List<Integer> points, double[] inverted, double[] unscaled) {
      return Matrix.generate(points.size(), 3, (i, c) -> c == 0 ? points.get(i) : c == 1 ? inverted[i] : unscaled[i]);
    }

    /// The means for every tenth p, for a cell of 1.
    private Matrix rates() {
      return Matrix.generate(9, 3, (i, c) -> {
        double rate = (i + 1) / 10.0;
        return c == 0 ? rate : engine.mean(from -> c == 1 ? from.inverted(rate) : from.standard(rate), 1, cell());
      });
    }

    private ScalingPicture.Microscope picture(Tensor off, Matrix trail) {
      Tensor now = engine.sums(pass.y(), settings.all("w"));
      Matrix sums = Matrix.generate(ROWS, 3, (r, c) -> c == 0 ? now.at(r, 0) : c == 1 ? overAllMasks(r) : off.at(r, 0));
      return new ScalingPicture.Microscope(p, settings.seed(), masks, settings.is("numbers", "own"),
          Matrix.copyOf(numbers.uniforms(), ROWS, UNITS), table(numbers.x()), pass.mask(), table(pass.y()),
          settings.all("w"), sums, table(numbers.gradient()), table(pass.back()), pass.wrongShare(), row, unit,
          MaskedMean.standardError(p, 1 / (1 - p), x, 1), trail, rates());
    }

    private static Matrix table(Tensor cells) { return Matrix.copyOf(cells.data(), ROWS, UNITS); }
  }
}
