package dropoutlab.predict.variant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dropoutlab.figure.variant.maps.MapsRuns.Moment;
import dropoutlab.figure.variant.maps.MapsRuns;
import dropoutlab.frame.MapsEvidence;
import dropoutlab.frame.Matrix;
import dropoutlab.frame.NetworkView;
import dropoutlab.math.RandomStream;
import dropoutlab.nn.dropout.DropBlock;
import dropoutlab.predict.variant.maps.UnitCorrelation;
import dropoutlab.train.TrainingSession;
import java.util.List;
import org.junit.jupiter.api.Test;

/// The evidence of the view of maps. Oracles: closed forms with their sampling errors, and passes of the session.
class MapsMeasuredTest {
  private static final Moment MOMENT = Moment.of(MapsRuns.experiment(MapsRuns.SPATIAL, .3, .5, MapsRuns.BLOCKS, .2),
      TrainingSession::step);

  @Test void wholeMapsAreAlikeAndGiveNothingAway() {
    MapsEvidence.Place place = MOMENT.measured().a().at(2).orElseThrow();
    assertThat(place.masks()).hasSize(9).allSatisfy(r -> assertThat(r).isCloseTo(1, within(1e-9)));
    assertThat(place.givenAway()).isCloseTo(0, within(1e-9));
    assertThat(place.singly()).isPositive();
    assertThat(place.expected()).isEqualTo(.3);
  }

  /// 20 maps of each of 24 examples: four standard errors.
  @Test void wholeMapsDropTheNominalShare() {
    MapsEvidence.Place place = MOMENT.measured().a().at(6).orElseThrow();
    assertThat(place.shares()).hasSize(24);
    assertThat(place.measured()).isCloseTo(.3, within(4 * Math.sqrt(.3 * .7 / 20 / 24)));
  }

  @Test void blocksDropTheShareOfTheirClosedForm() {
    MapsEvidence.Place place = MOMENT.measured().b().orElseThrow().at(2).orElseThrow();
    double expected = DropBlock.droppedFraction(.2, 3, 16, 16), mean = place.measured();
    assertThat(place.expected()).isEqualTo(expected).isLessThan(.2);
    double squares = place.shares().stream().mapToDouble(s -> (s - mean) * (s - mean)).sum();
    assertThat(mean).isCloseTo(expected, within(4 * Math.sqrt(squares / 23 / 24)));
  }

  /// In the half-step forward the session itself runs its networks with masks off.
  @Test void predictionsWithMasksOffAreThoseOfTheSession() {
    Moment forward = Moment.of(MapsRuns.experiment(MapsRuns.SPATIAL, .3, .5, MapsRuns.BLOCKS, .2), session -> {
      session.step();
      session.halfStep();
    });
    MapsEvidence found = forward.measured();
    NetworkView view = forward.frame().network();
    Matrix output = view.layers().getLast().activations();
    for (int row = 0; row < view.examples().size(); row++)
      for (int c = 0; c < output.cols(); c++)
        assertThat(found.a().unmasked().at(found.examples().indexOf(view.examples().get(row)), c))
            .isCloseTo(output.at(row, c), within(1e-5));
    assertThat(found.a().at(2).orElseThrow().shares()).isEmpty();
  }

  @Test void everyLayerThatMakesValuesIsASource() {
    assertThat(MOMENT.measured().a().sources().stream().map(MapsEvidence.Source::layer)).containsExactly(1, 5, 9);
    assertThat(MOMENT.measured().a().at(9).orElseThrow().nominal()).isEqualTo(.5);
  }

  @Test void unitsThatAreAlikeExplainEachOther() {
    RandomStream dice = RandomStream.of(4, RandomStream.Purpose.DATA);
    double[] x = new double[400];
    for (int i = 0; i < x.length; i++) x[i] = dice.nextGaussian();
    Matrix same = Matrix.generate(100, 3, (r, c) -> c * 5 + (c - .5) * x[r]);
    assertThat(UnitCorrelation.meanR2(same)).isCloseTo(1, within(1e-9));
    assertThat(UnitCorrelation.meanR2(Matrix.generate(100, 4, (r, c) -> x[4 * r + c]))).isCloseTo(0, within(.03));
    // A unit that never changes tells nothing and counts for nothing.
    assertThat(UnitCorrelation.meanR2(Matrix.generate(100, 3, (r, c) -> c == 1 ? 7 : x[r]))).isCloseTo(1, within(1e-9));
    assertThat(UnitCorrelation.meanR2(Matrix.generate(1, 3, (_, c) -> c))).isZero();
  }

  @Test void withoutAPairNothingIsCompared() {
    Moment moment = Moment.of(MapsRuns.experiment(MapsRuns.PIXELS, .3, 0, "", 0), TrainingSession::step);
    MapsEvidence alone = moment.measured();
    assertThat(alone.b()).isEmpty();
    List<Double> masks = alone.a().at(2).orElseThrow().masks();
    assertThat(masks.getFirst()).isCloseTo(1, within(1e-9));
    // 24 examples of 4 maps of 256 values.
    assertThat(masks.get(1)).isCloseTo(0, within(4 / Math.sqrt(24 * 4 * 256)));
  }
}
