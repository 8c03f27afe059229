package dropoutlab.claim.regulariser;

import dropoutlab.claim.Ask;
import dropoutlab.claim.Bench;
import dropoutlab.claim.Control;
import dropoutlab.claim.Group;
import dropoutlab.claim.Remembered;
import dropoutlab.claim.Settings;
import dropoutlab.frame.Matrix;
import dropoutlab.frame.bench.Comparison;
import dropoutlab.frame.bench.Findings;
import dropoutlab.frame.bench.RegulariserPicture;
import dropoutlab.predict.ProgressMonitor;
import dropoutlab.words.Numbers;
import dropoutlab.words.Shown;
import dropoutlab.words.Words;
import java.util.List;
import java.util.stream.IntStream;

/// Where examples are as many as features least squares explodes, and a little dropout cures it (Yang and Suzuki 2023).
///
/// The exact side is [dropoutlab.theory.GrowingRegression]; the engine trains one of the draws.
public final class DoubleDescent implements Bench {
  private static final double LARGEST_GUESS = 20;

  private final Remembered<Settings, List<Comparison>> trained = new Remembered<>();

  @Override public String id() { return "double-descent"; }

  @Override public Group group() { return Group.REGULARISER; }

  @Override public List<Control> controls() {
    return List.of(Control.Rate.p(.1), new Control.Count("n", 10, 400, 50), new Control.Count("features", 20, 100, 50),
        Control.Numbers.one("noise", 0, 2, .1, .5), new Control.Clock("draws", 1, 40, 40));
  }

  @Override public Ask ask(Settings settings) {
    return new Ask.Draw(DescentDraws.grid(settings.count("features")).size(), .05, LARGEST_GUESS, .05, false);
  }

  @Override public Findings find(Settings settings, ProgressMonitor watch) {
    double p = settings.get("p"), noise = settings.get("noise");
    int features = settings.count("features"), draws = settings.count("draws");
    List<Integer> grid = DescentDraws.grid(features);
    int n = Math.clamp(settings.count("n"), grid.getFirst(), grid.getLast());
    DescentDraws data = DescentDraws.of(features, noise, settings.seed(), n);
    List<Comparison> rows = trained.get(settings.with("draws", 1), () -> new DescentRows(data, p, n).rows(watch));
    Matrix plain = data.risks(draws, 0, watch), dropped = data.risks(draws, p, watch);
    List<Double> answer = grid.stream().map(size -> DescentDraws.median(dropped, data.sizes().indexOf(size))).toList();
    String counted = Words.count("claimregulariser.descent.draws", draws);
    return new Findings(Words.of("claimregulariser.descent.question", features, Shown.dropRate(p)),
        Words.of("claimregulariser.descent.conditions", features, Numbers.brief(noise), counted), rows, List.of(answer),
        new RegulariserPicture.DoubleDescent(p, features, noise * noise, n, grid, data.sizes(), plain, dropped,
            medians(plain), medians(dropped), p > 0 ? rows.getFirst().engine().value() : Double.NaN));
  }

  private static List<Double> medians(Matrix risks) {
    return IntStream.range(0, risks.cols()).mapToObj(column -> DescentDraws.median(risks, column)).toList();
  }
}
