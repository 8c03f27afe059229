package dropoutlab.predict.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dropoutlab.data.DataSet;
import dropoutlab.data.DataSets;
import dropoutlab.data.ImageShape;
import dropoutlab.data.PictureEdits;
import dropoutlab.frame.Frame;
import dropoutlab.frame.Matrix;
import dropoutlab.frame.Query;
import dropoutlab.frame.Result;
import dropoutlab.frame.Sampling;
import dropoutlab.frame.Weights;
import dropoutlab.math.Tensor;
import dropoutlab.predict.Frames;
import dropoutlab.predict.McDropout;
import dropoutlab.predict.Predictive;
import dropoutlab.predict.Predictor;
import dropoutlab.predict.quality.ClassScoring;
import dropoutlab.predict.quality.RocArea;
import dropoutlab.spec.Experiment;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

/// Oracles: MC dropout asked directly for the same pictures, and a network that knows nothing.
class PictureAnswersTest {
  private static final Experiment DIGITS = Frames.experiment("""
      {"data": {"set": "digits", "training": 40, "validation": 30, "noise": 0.1},
       "network": {"hidden": [{"units": 8, "activation": "relu", "drop": 0.5}]}}""");
  private static final DataSet DATA = DataSets.load(DIGITS, Path.of(""));
  private static final Frame FRAME = Frames.of(DIGITS, Frames.drawn(256, 8, 10));
  private static final Sampling SAMPLING = new Sampling(25, true, OptionalDouble.empty());

  private static Result ask(Frame frame, Query question) {
    return Queries.answer(frame, DATA, question).orElseThrow().result();
  }

  private static Predictive direct(Tensor x) {
    return McDropout.predict(Predictor.of(FRAME, DATA.schema()), x, 25, true);
  }

  @Test void aDigitIsTurnedInEvenStepsAndAskedAtEach() {
    Result.Rotation turned = (Result.Rotation) ask(FRAME, new Query.Rotation(SAMPLING, 4, 13));
    assertThat(turned.degrees()).hasSize(13).startsWith(0.0, 15.0).endsWith(165.0, 180.0);
    assertThat(turned.label()).isEqualTo(DATA.validation().label(4));
    ImageShape shape = new ImageShape(16, 16);
    Matrix upright = Matrix.generate(1, 256, (_, pixel) -> turned.pictures().at(0, pixel));
    Matrix quarter = PictureEdits.rotate(upright, shape, 90);
    for (int pixel = 0; pixel < 256; pixel++) {
      double raw = DATA.schema().inputScaling().toRaw(pixel, DATA.validation().x().at(4, pixel));
      assertThat((double) turned.pictures().at(0, pixel)).isCloseTo(raw, within(1e-6));
      assertThat(turned.pictures().at(6, pixel)).isEqualTo(quarter.get(pixel));
    }
    Predictive direct = direct(InputSpace.scaled(turned.pictures(), DATA.schema()));
    assertThat(turned.mean()).isEqualTo(direct.mean());
    assertThat(turned.entropy()).isEqualTo(direct.entropy());
    assertThat(turned.information()).isEqualTo(direct.information());
  }

  @Test void theProbabilitiesOfARotationAreThePassesOfEachStep() {
    Result.Rotation turned = (Result.Rotation) ask(FRAME, new Query.Rotation(SAMPLING, 4, 5));
    assertThat(turned.probabilities()).hasSize(5);
    for (int step = 0; step < 5; step++) {
      Matrix passes = turned.probabilities().get(step);
      assertThat(passes.rows()).isEqualTo(25);
      for (int c = 0; c < 10; c++) {
        double mean = 0;
        for (int t = 0; t < 25; t++) mean += passes.at(t, c) / 25.0;
        assertThat((double) turned.mean().at(step, c)).isCloseTo(mean, within(1e-6));
      }
      assertThat(ClassScoring.of(passes).information()).isCloseTo(turned.information().get(step), within(1e-5));
    }
    assertThat(turned.deterministic().rows()).isEqualTo(5);
  }

  @Test void foreignGlyphsStandAgainstTheValidationImages() {
    Result.Foreign foreign = (Result.Foreign) ask(FRAME, new Query.Foreign(SAMPLING));
    assertThat(foreign.inside()).isEqualTo(direct(DATA.validation().x()).information());
    assertThat(foreign.outside().rows()).isEqualTo(500);
    assertThat(foreign.information()).isEqualTo(RocArea.of(foreign.inside(), foreign.outside()));
    assertThat(foreign.entropy()).isEqualTo(RocArea.of(foreign.insideEntropy(), foreign.outsideEntropy()));
    Predictive shown = direct(InputSpace.scaled(foreign.pictures(), DATA.schema()));
    assertThat(foreign.pictureInformation()).isEqualTo(shown.information());
  }

  @Test void aNetworkThatKnowsNothingTellsNothingApart() {
    Weights nothing = new Weights(List.of(zeros(256, 8), zeros(8, 10)), List.of(zeros(1, 8), zeros(1, 10)));
    Result.Foreign foreign = (Result.Foreign) ask(Frames.of(DIGITS, nothing), new Query.Foreign(SAMPLING));
    assertThat(foreign.information().area()).isEqualTo(0.5);
    assertThat((double) foreign.insideEntropy().get(0)).isCloseTo(Math.log(10), within(1e-5));
  }

  private static Matrix zeros(int rows, int cols) { return Matrix.generate(rows, cols, (_, _) -> 0); }
}
