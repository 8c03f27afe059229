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
import dropoutlab.nn.dropout.DropBlock;
import dropoutlab.predict.ProgressMonitor;
import dropoutlab.theory.BlockRates;
import dropoutlab.words.Numbers;
import dropoutlab.words.Shown;
import dropoutlab.words.Words;
import java.util.List;

/// DropBlock drops less than p says, and the middle of the map most of all (Ghiasi, Lin and Le 2018).
///
/// The exact side is 1 - (1 - γ)ⁿ for the n blocks that reach a cell; the engine's is the share of masks that dropped
/// it.
public final class DropBlockRate implements Bench {
  private static final double MOST = .5, STEP = .01;
  /// Of p, the most that the middle can be dropped is less than four times as much: (2b - 1)² / b².
  private static final double LONGEST_GUESS = 4;

  @Override public String id() { return "drop-block"; }

  @Override public Group group() { return Group.MOMENTS; }

  @Override public List<Control> controls() {
    return List.of(new Control.Rate("p", .1, MOST), new Control.Count("side", 3, 28, 7),
        new Control.Count("block", 1, 7, 3), new Control.Clock("masks", 1, 20_000, 4000));
  }

  @Override public Ask ask(Settings settings) {
    double most = Math.clamp(LONGEST_GUESS * settings.get("p"), .2, 1);
    return new Ask.Place(1, 0, Math.rint(most / STEP) * STEP, STEP, false, true);
  }

  @Override public Findings find(Settings settings, ProgressMonitor watch) {
    int side = settings.count("side"), block = Math.min(settings.count("block"), side), masks = settings.count("masks");
    double p = settings.get("p");
    BlockRates exact = new BlockRates(p, block, side);
    DrawnMasks engine = DrawnMasks.of(new DropBlock(p, block, new Shape(1, side, side),
        RandomStream.of(settings.seed(), Purpose.MASKS)), side, masks, watch);
    return new Findings(Words.of("claimmoments.block.question", Shown.percent(p), block, side),
        Words.of("claimmoments.block.conditions", block, side, Shown.dropRate(p)), rows(exact, engine, masks),
        List.of(List.of(exact.dropped(side / 2, side / 2))), picture(exact, engine, masks));
  }

  private static List<Comparison> rows(BlockRates exact, DrawnMasks engine, int masks) {
    int middle = exact.side() / 2;
    double centre = exact.dropped(middle, middle), corner = exact.dropped(0, 0);
    Side none = new Side(exact.none(), Words.of("claimmoments.block.no_place", exact.places()));
    return List.of(
        difference("claimmoments.block.centre", exact.p(), centre, engine.rates().at(middle, middle), se(centre, masks),
            masks).hidden(),
        difference("claimmoments.block.corner", exact.p(), corner, engine.rates().at(0, 0), se(corner, masks), masks),
        difference("claimmoments.block.all", exact.p(), exact.mean(), mean(engine.rates()),
            Math.sqrt(exact.shareVariance() / masks) + step(exact, masks) / 2, masks),
        Comparison.of(Words.of("claimmoments.block.empty"), none, new Side(engine.empty(), drawn(masks)),
            new Tolerance.Noise(se(none.value(), masks))));
  }

  /// Of a share that was counted over `masks` masks. Half a step is added, because few counts are not normal.
  private static double se(double probability, int masks) {
    return Math.sqrt(probability * (1 - probability) / masks) + .5 / masks;
  }

  /// Of the share of all cells: one block of one mask.
  private static double step(BlockRates of, int masks) {
    return (double) of.block() * of.block() / (of.side() * of.side()) / masks;
  }

  /// Compares how much more than p is dropped.
  private static Comparison difference(String what, double p, double exact, double engine, double se, int masks) {
    boolean differs = Math.abs(exact - p) > Tolerance.Noise.SES * se;
    return Comparison.of(Words.of(what), new Side(exact - p, Words.of("claimmoments.block.closed")),
        new Side(engine - p, drawn(masks)),
        differs ? new Tolerance.Differs(Tolerance.Noise.SES * se) : new Tolerance.Noise(se));
  }

  private static String drawn(int masks) { return Words.count("claimmoments.masks", masks, Numbers.count(masks)); }

  private static double mean(Matrix values) {
    double sum = 0;
    for (int i = 0; i < values.size(); i++) sum += values.get(i);
    return sum / values.size();
  }

  private static MomentsPicture picture(BlockRates exact, DrawnMasks engine, int masks) {
    int side = exact.side();
    return new MomentsPicture.DropBlock(exact.p(), exact.block(), exact.gamma(),
        Matrix.generate(side, side, exact::dropped), engine.rates(), Matrix.generate(side, side, exact::reach),
        engine.last(), masks, rates(exact.block(), side));
  }

  private static Matrix rates(int block, int side) {
    return Matrix.generate((int) Math.rint(MOST / STEP) + 1, 4, (row, of) -> {
      BlockRates at = new BlockRates(row * STEP, block, side);
      return switch (of) {
        case 0 -> at.p();
        case 1 -> at.dropped(side / 2, side / 2);
        case 2 -> at.mean();
        default -> at.dropped(0, 0);
      };
    });
  }
}
