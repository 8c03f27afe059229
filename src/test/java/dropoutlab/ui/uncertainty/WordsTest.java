package dropoutlab.ui.uncertainty;

import static org.assertj.core.api.Assertions.assertThat;

import dropoutlab.frame.Critique.LearntRate;
import dropoutlab.frame.Critique.Row;
import dropoutlab.frame.Critique;
import dropoutlab.frame.Matrix;
import dropoutlab.spec.Activation;
import dropoutlab.spec.Initialisation;
import dropoutlab.spec.NetworkSpec;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

/// What the workspace says in sentences. Oracle: by hand.
class WordsTest {
  private static String rate(OptionalDouble asked, Double... trained) {
    List<NetworkSpec.HiddenLayer> hidden = List.of(trained).subList(1, trained.length).stream()
        .map(p -> new NetworkSpec.HiddenLayer(4, Activation.RELU, p)).toList();
    return PredictionRate.sentence(asked, new NetworkSpec(trained[0], hidden, Initialisation.HE), List.of(trained));
  }

  @Test void otherRateIsSaidBesideTheTrained() {
    assertThat(rate(OptionalDouble.of(0.5), 0.0, 0.1, 0.1))
        .isEqualTo("Passes taken with p = 0.50, trained with p = 0.10.");
    assertThat(rate(OptionalDouble.of(0.5), 0.2, 0.1, 0.3))
        .isEqualTo("Passes taken with p = 0.50, trained with p = 0.10 to 0.30.");
  }

  @Test void sameRateNeedsNoWord() {
    assertThat(rate(OptionalDouble.empty(), 0.0, 0.1)).isEmpty();
    assertThat(rate(OptionalDouble.of(0.1), 0.0, 0.1)).isEmpty();
  }

  @Test void withoutDropoutAllPassesAreTheSame() {
    assertThat(rate(OptionalDouble.of(0.5), 0.0, 0.0)).contains("No layer drops anything");
  }

  @Test void critiqueSaysWhatIsSeen() {
    Critique critique = new Critique(0.1, Matrix.row(1),
        List.of(new Row(20, 0.8, 0.8, 0.2), new Row(2000, 0.79, 0.8, 0.02)),
        List.of(new Row(20, 0.3, Double.NaN, Double.NaN), new Row(2000, 0.6, Double.NaN, Double.NaN)),
        List.of(new LearntRate(10, List.of(0.5, 0.3)), new LearntRate(1000, List.of(0.1, 0.1))));
    assertThat(CritiqueWords.of(critique)).isEqualTo("From 20 to 2,000 rows with p = 0.10, the sd of the linear model's "
        + "passes stays (0.800 to 0.790), that of the network's grows (0.300 to 0.600); that of exact Bayes falls "
        + "(0.200 to 0.0200). Where p is learnt (Concrete dropout), from 10 to 1,000 examples it falls (0.400 to "
        + "0.100).");
  }

  @Test void treatmentsAreNamedAndStrokesKept() {
    Treatment written = Treatment.NONE.withDegrees(30).beginStroke(1, 2).stroke(3, 4).beginStroke(5, 6);
    assertThat(written.caption()).isEqualTo("turned 30°, written on");
    assertThat(written.strokes()).containsExactly(List.of(new Treatment.Stroke(1, 2), new Treatment.Stroke(3, 4)),
        List.of(new Treatment.Stroke(5, 6)));
    assertThat(Treatment.NONE.caption()).isEmpty();
  }
}
