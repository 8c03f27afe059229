package dropoutlab.claim.moments;

import dropoutlab.claim.Ask;
import dropoutlab.claim.Bench;
import dropoutlab.claim.Control;
import dropoutlab.claim.Group;
import dropoutlab.claim.Settings;
import dropoutlab.frame.Matrix;
import dropoutlab.frame.bench.Comparison;
import dropoutlab.frame.bench.Findings;
import dropoutlab.frame.bench.MomentsPicture;
import dropoutlab.frame.bench.Side;
import dropoutlab.frame.bench.Tolerance;
import dropoutlab.math.RandomStream;
import dropoutlab.math.RandomStream.Purpose;
import dropoutlab.math.Shape;
import dropoutlab.math.Tensor;
import dropoutlab.nn.dropout.DropBlock;
import dropoutlab.nn.layer.Mode;
import dropoutlab.predict.ProgressMonitor;
import dropoutlab.words.Shown;
import dropoutlab.words.Words;
import java.util.List;

/// DropBlock drops less than p says, and the middle of the map most of all (Ghiasi, Lin and Le 2018).
///
/// The exact side is 1 - (1 - γ)ⁿ for the n blocks that reach a cell; the engine's is the share of masks that dropped it.
public final class DropBlockRate implements Bench {
  /// Masks that the layer draws at a time.
  private static final int BATCH = 250;

  @Override public String id() { return "drop-block"; }

  @Override public Group group() { return Group.MOMENTS; }

  @Override public List<Control> controls() {
    return List.of(new Control.Rate("p", .1, .5), new Control.Count("side", 3, 28, 7), new Control.Count("block", 1, 7, 3),
        new Control.Clock("masks", 1, 20_000, 4000));
  }

  @Override public Ask ask(Settings settings) { return new Ask.Place(1, 0, .6, .01, false, true); }

  @Override public Findings find(Settings settings, ProgressMonitor watch) {
    int side = settings.count("side"), block = Math.min(settings.count("block"), side), masks = settings.count("masks");
    double p = settings.get("p");
    Matrix exact = Matrix.generate(side, side, (r, c) -> DropBlock.droppedProbability(p, block, side, side, r, c));
    float[] last = new float[side * side];
    Matrix engine = drawn(new DropBlock(p, block, new Shape(1, side, side), stream(settings)), side, masks, last, watch);
    int middle = side / 2;
    return new Findings(Words.of("claimmoments.block.question", Shown.percent(p), block, side),
        Words.of("claimmoments.block.conditions", block, side, Shown.dropRate(p)),
        List.of(difference("claimmoments.block.centre", exact.at(middle, middle), engine.at(middle, middle), p, masks).hidden(),
            difference("claimmoments.block.corner", exact.at(0, 0), engine.at(0, 0), p, masks),
            difference("claimmoments.block.all", mean(exact), mean(engine), p, masks)),
        List.of(List.of(exact.at(middle, middle))),
        new MomentsPicture.DropBlock(p, block, DropBlock.gamma(p, block, side, side), exact, engine,
            Matrix.copyOf(last, side, side), masks));
  }

  private static RandomStream stream(Settings settings) { return RandomStream.of(settings.seed(), Purpose.MASKS); }

  /// Returns how often the layer drops each cell of a map, and the last mask in `last`.
  private static Matrix drawn(DropBlock layer, int side, int masks, float[] last, ProgressMonitor watch) {
    int cells = side * side;
    double[] dropped = new double[cells];
    for (int from = 0; from < masks; from += BATCH) {
      Bench.check(watch);
      Tensor ones = new Tensor(Math.min(BATCH, masks - from), cells);
      ones.fill(1);
      Tensor out = layer.forward(ones, Mode.TRAIN);
      for (int i = 0; i < out.size(); i++) if (out.data()[i] == 0) dropped[i % cells]++;
      System.arraycopy(out.data(), out.size() - cells, last, 0, cells);
    }
    for (int i = 0; i < cells; i++) dropped[i] /= masks;
    return Matrix.copyOf(dropped, side, side);
  }

  /// Compares how much more than p is dropped. Of the mean over all cells the error is at most that of a cell alone.
  private static Comparison difference(String what, double exact, double engine, double p, int masks) {
    double se = Math.sqrt(exact * (1 - exact) / masks);
    Side truth = new Side(exact - p, Words.of("claimmoments.block.closed"));
    Side counted = new Side(engine - p, Words.count("claimmoments.masks", masks));
    boolean differs = Math.abs(exact - p) > Tolerance.Noise.SES * se;
    return Comparison.of(Words.of(what), truth, counted,
        differs ? new Tolerance.Differs(Tolerance.Noise.SES * se) : new Tolerance.Noise(se));
  }

  private static double mean(Matrix values) {
    double sum = 0;
    for (int i = 0; i < values.size(); i++) sum += values.get(i);
    return sum / values.size();
  }
}
