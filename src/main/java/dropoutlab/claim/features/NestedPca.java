package dropoutlab.claim.features;

import dropoutlab.claim.Ask;
import dropoutlab.claim.Bench;
import dropoutlab.claim.Control;
import dropoutlab.claim.Group;
import dropoutlab.claim.Remembered;
import dropoutlab.claim.Settings;
import dropoutlab.claim.features.NestedTraining.Asked;
import dropoutlab.claim.features.NestedTraining.Learnt;
import dropoutlab.claim.features.NestedTraining.Moment;
import dropoutlab.frame.Matrix;
import dropoutlab.frame.bench.Comparison;
import dropoutlab.frame.bench.FeaturesPicture.Nested;
import dropoutlab.frame.bench.Findings;
import dropoutlab.frame.bench.Side;
import dropoutlab.frame.bench.Tolerance;
import dropoutlab.predict.ProgressMonitor;
import dropoutlab.theory.PrincipalComponents;
import dropoutlab.words.Words;
import java.util.List;
import java.util.stream.IntStream;

/// Keep only the first b units, b at random, and a linear autoencoder finds the principal components in order (Rippel,
/// Gelbart and Adams 2014).
///
/// The exact side are the eigenvectors of XᵀX, the engine's a training over all prefixes.
public final class NestedPca implements Bench {
  private static final double OF_COSINES = NestedTraining.COSINES, OF_LEFT = 1e-5;

  private final Remembered<Asked, NestedTraining> trained = new Remembered<>();

  @Override public String id() { return "nested-pca"; }

  @Override public Group group() { return Group.FEATURES; }

  @Override public List<Control> controls() {
    return List.of(new Control.Count("units", 2, 6, 5), Control.Choice.of("law", "uniform", "halving"),
        Control.Choice.of("data", "points", "digits"),
        new Control.Clock("steps", 0, NestedTraining.STEPS, NestedTraining.STEPS));
  }

  @Override public Ask ask(Settings settings) { return new Ask.Choose(3); }

  @Override public Findings find(Settings settings, ProgressMonitor watch) {
    Asked asked = new Asked(settings.seed(), settings.count("units"), settings.is("law", "halving"),
        settings.is("data", "digits"));
    NestedTraining training = trained.get(asked, () -> NestedTraining.of(asked, watch));
    Moment at = training.at(settings.count("steps"));
    String conditions = asked.digits() ? Words.of("claimfeatures.nested.conditions_digits", asked.units())
        : Words.of("claimfeatures.nested.conditions", asked.units());
    return new Findings(Words.of("claimfeatures.nested.question", asked.units()), conditions, rows(training, at),
        List.of(List.of(0.)), picture(training, at, asked.digits()));
  }

  private static List<Comparison> rows(NestedTraining training, Moment at) {
    PrincipalComponents components = training.components();
    Learnt nested = at.nested(), twin = at.twin();
    int units = nested.cosines().rows(), b = Math.max(1, units / 2);
    Side steps = new Side(nested.least(), Words.count("claimfeatures.nested.steps", at.steps()));
    return List.of(
        Comparison.of(Words.of("claimfeatures.nested.least"),
            new Side(1, Words.of("claimfeatures.nested.eigenvectors")), steps,
            settled(training, nested, OF_COSINES)).hidden(),
        more(training, nested, twin).hidden(),
        Comparison.of(Words.count("claimfeatures.nested.left", b),
            new Side(components.left(b), Words.of("claimfeatures.nested.eigenvalues")),
            new Side(nested.left().get(b), steps.how()), settled(training, nested, OF_LEFT)),
        excess(components, twin, b),
        Comparison.of(Words.of("claimfeatures.nested.twin_all", units), new Side(components.left(units),
            Words.of("claimfeatures.nested.eigenvalues")), new Side(twin.left().get(units), steps.how()),
            settled(training, twin, OF_LEFT)));
  }

  private static Tolerance settled(NestedTraining training, Learnt of, double most) {
    return new Tolerance.Trained(most, of.gradient(), training.settled());
  }

  /// How much better the nested network finds the component that it finds worst. What the twin finds is no theorem, and
  /// the same on both sides.
  private static Comparison more(NestedTraining training, Learnt nested, Learnt twin) {
    double exact = 1 - twin.least();
    boolean differs = nested.gradient() < training.settled() && exact > OF_COSINES;
    return Comparison.of(Words.of("claimfeatures.nested.more"), new Side(exact, Words.of("claimfeatures.nested.one")),
        new Side(nested.least() - twin.least(), Words.of("claimfeatures.nested.both")),
        differs ? new Tolerance.Differs(OF_COSINES) : settled(training, nested, OF_COSINES));
  }

  /// How much more than the least the twin's first b units leave.
  private static Comparison excess(PrincipalComponents components, Learnt twin, int b) {
    double exact = twin.exactLeft().get(b) - components.left(b);
    double rounding = OF_LEFT * Math.max(1, twin.exactLeft().get(b));
    return Comparison.of(Words.count("claimfeatures.nested.excess", b),
        new Side(exact, Words.of("claimfeatures.nested.double")),
        new Side(twin.left().get(b) - components.left(b), Words.of("claimfeatures.nested.pinned")),
        exact > rounding ? new Tolerance.Differs(rounding) : new Tolerance.Rounding(rounding));
  }

  private static Nested picture(NestedTraining training, Moment at, boolean digits) {
    int units = at.nested().cosines().rows();
    PrincipalComponents components = training.components();
    List<Double> least = IntStream.rangeClosed(0, units).mapToObj(components::left).toList();
    int inputs = at.nested().decoder().cols();
    Matrix vectors = digits ? Matrix.generate(units, inputs, (k, c) -> components.component(k)[c]) : Matrix.EMPTY;
    List<Nested.Past> past = training.trail().stream()
        .map(each -> new Nested.Past(each.steps(), diagonal(each.nested()), diagonal(each.twin()))).toList();
    return new Nested(units, digits, at.steps(), NestedTraining.STEPS, side(at.nested(), digits),
        side(at.twin(), digits), least, vectors, past);
  }

  private static Nested.Side side(Learnt of, boolean digits) {
    return new Nested.Side(of.cosines(), of.left(), digits ? of.decoder() : Matrix.EMPTY);
  }

  private static List<Double> diagonal(Learnt of) {
    return IntStream.range(0, of.cosines().rows()).mapToObj(k -> of.cosines().at(k, k)).toList();
  }
}
