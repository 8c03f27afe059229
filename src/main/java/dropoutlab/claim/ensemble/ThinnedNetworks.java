package dropoutlab.claim.ensemble;

import dropoutlab.claim.Ask;
import dropoutlab.claim.Bench;
import dropoutlab.claim.Control;
import dropoutlab.claim.Group;
import dropoutlab.claim.Settings;
import dropoutlab.frame.bench.Comparison;
import dropoutlab.frame.bench.EnsemblePicture;
import dropoutlab.frame.bench.Findings;
import dropoutlab.frame.bench.Side;
import dropoutlab.frame.bench.Tolerance;
import dropoutlab.predict.ProgressMonitor;
import dropoutlab.words.Numbers;
import dropoutlab.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Masks off is the geometric mean of all thinned networks, not their average (Baldi and Sadowski 2014; Goodfellow, Bengio
/// and Courville 2016, section 7.12).
///
/// The exact side goes through all masks in double precision. The engine trains the network, answers with masks off, under
/// every mask forced by pins, and under masks that it draws.
public final class ThinnedNetworks implements Bench {
  private static final double LEAST = -3;
  private static final double MOST = 4;

  @Override public String id() { return "thinned-networks"; }

  @Override public Group group() { return Group.ENSEMBLE; }

  @Override public List<Control> controls() {
    return List.of(Control.Rate.p(.5), new Control.Count("n", 4, 12, 8), Control.Choice.of("dropped", "last", "every"),
        Control.Choice.of("network", "moons", "hand"), new Control.Clock("passes", 1, PassErrors.MOST, 50),
        Control.Numbers.vector("cross", LEAST, MOST, .05, 1.9, .85));
  }

  @Override public Ask ask(Settings settings) { return Ask.Place.one(0, 1, .01); }

  @Override public Findings find(Settings settings, ProgressMonitor watch) {
    Bench.check(watch);
    boolean hand = settings.is("network", "hand");
    Asked asked = new Asked(settings.count("n"), settings.get("p"), settings.is("dropped", "every"), settings.seed());
    WallPlane plane = hand ? null : WallPlane.of(asked, watch);
    WallSides sides = hand ? WallSides.byHand(settings, watch) : WallSides.of(plane, settings, watch);
    WallRows table = new WallRows(sides, settings.count("passes"));
    List<Comparison> rows = new ArrayList<>(table.rows());
    if (!hand) rows.add(byHand(settings));
    String all = Numbers.count(sides.all()), off = Numbers.fixed(sides.off(), 3);
    return new Findings(hand ? Words.of("claimensemble.wall.question.hand", off, all) : Words.of("claimensemble.wall.question", off, all),
        conditions(hand, sides), rows, List.of(List.of(sides.exact().mean())), picture(settings, plane, sides, table));
  }

  private static String conditions(boolean hand, WallSides sides) {
    if (hand) return Words.of("claimensemble.wall.conditions.hand", Numbers.count(sides.all()));
    return sides.every() ? Words.of("claimensemble.wall.conditions.every", Numbers.count(sides.all()))
        : Words.of("claimensemble.wall.conditions");
  }

  /// The same claim on a unit that can be checked with paper and pencil.
  private static Comparison byHand(Settings settings) {
    double p = settings.get("p");
    return Comparison.of(Words.of("claimensemble.wall.hand"),
        new Side(ByHand.unit(p).geometricMean(ByHand.terms(p), ByHand.BIAS), Words.of("claimensemble.wall.masks", Numbers.count(1 << ByHand.TERMS.size()))),
        new Side(ByHand.network(p, settings.seed()).off(ByHand.ones()).get(0), Words.of("claimensemble.wall.off")),
        new Tolerance.Rounding(1e-6));
  }

  private static EnsemblePicture picture(Settings settings, WallPlane plane, WallSides of, WallRows table) {
    return new EnsemblePicture.Wall(settings.get("p"), Optional.ofNullable(plane).map(WallPlane::window),
        settings.all("cross"), settings.count("passes"), of.all(), of.chances(settings.get("p")), of.networks(), of.maps(),
        of.values(), table.gaps(), Optional.ofNullable(plane).map(WallPlane::errors));
  }
}
