package dropoutlab.theory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.apache.commons.math3.special.Erf;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/// Alpha dropout, SELU and deep networks of both against numpy: formulas, Simpson's rule, and Monte Carlo over random
/// networks. The numbers were written by `src/test/python/claims_alpha.py`.
class DeepMomentsTest {
  record Constants(double p, double a, double b, double dropped) {}

  record Powers(double variance, List<Double> means) {}

  record Deep(double p, boolean alpha, int width, int depth, double square, double se) {}

  record Numbers(List<Constants> constants, List<Powers> selu, List<Deep> deep) {}

  private static Numbers numbers() throws IOException {
    try (InputStream in = DeepMomentsTest.class.getResourceAsStream("/claims/alpha.json")) {
      return new JsonMapper().readValue(in, Numbers.class);
    }
  }

  @Test void constantsAreThoseOfNumpy() throws IOException {
    for (Constants of : numbers().constants) {
      AlphaNoise noise = new AlphaNoise(of.p);
      assertThat(noise.a()).isEqualTo(of.a, within(1e-14));
      assertThat(noise.b()).isEqualTo(of.b, within(1e-14));
      assertThat(noise.dropped()).isEqualTo(of.dropped, within(1e-14));
      assertThat(noise.mean(0)).isZero();
      assertThat(noise.variance()).isEqualTo(1, within(1e-14));
    }
  }

  /// At p = 0.1, from Klambauer et al. 2017 as computed by two programs.
  @Test void knownConstants() {
    AlphaNoise noise = new AlphaNoise(.1);
    assertThat(noise.a()).isEqualTo(.9212845161, within(5e-11));
    assertThat(noise.b()).isEqualTo(.1619709701, within(5e-11));
    assertThat(noise.dropped()).isEqualTo(-1.4577387305, within(5e-10));
    assertThat(new PlainNoise(.1).variance()).isEqualTo(1 / .9, within(1e-14));
  }

  @Test void powersOfSeluAreThoseOfSimpson() throws IOException {
    for (Powers of : numbers().selu)
      for (int k = 1; k <= 4; k++)
        assertThat(SeluMoments.mean(k, of.variance)).as("%d, %s", k, of.variance)
            .isEqualTo(of.means.get(k - 1), within(1e-9 * Math.max(1, Math.abs(of.means.get(k - 1)))));
  }

  /// The closed forms of Klambauer et al. 2017, equations 4 and 5, at mean 0.
  @Test void powersOfSeluAreThoseOfTheClosedForm() {
    double l = SeluMoments.LAMBDA, a = SeluMoments.ALPHA;
    for (double v : new double[] {.3, 1, 2, 6}) {
      double half = Math.exp(v / 2) * Erf.erfc(Math.sqrt(v / 2)), whole = Math.exp(2 * v) * Erf.erfc(Math.sqrt(2 * v));
      assertThat(SeluMoments.mean(1, v)).isEqualTo(l / 2 * (a * half - a + Math.sqrt(2 * v / Math.PI)), within(1e-12));
      assertThat(SeluMoments.mean(2, v)).isEqualTo(l * l / 2 * (v + a * a * (1 - 2 * half + whole)), within(1e-12));
    }
  }

  @Test void meanZeroAndVarianceOneAreTheFixedPoint() {
    assertThat(SeluMoments.mean(1, 1)).isEqualTo(0, within(1e-14));
    assertThat(SeluMoments.mean(2, 1)).isEqualTo(1, within(1e-14));
    assertThat(DeepMoments.of(new AlphaNoise(.1), 100_000_000, 16).getLast().square()).isEqualTo(1, within(1e-6));
  }

  /// The law leaves out what is of order 1 / width²: a thousandth here.
  @Test void networksOfAFiniteWidthFollowTheLaw() throws IOException {
    for (Deep of : numbers().deep) {
      UnitNoise noise = of.alpha ? new AlphaNoise(of.p) : new PlainNoise(of.p);
      assertThat(DeepMoments.of(noise, of.width, of.depth).getLast().square()).as("%s", of)
          .isEqualTo(of.square, within(4 * of.se + 1e-3 * of.square));
    }
  }

  /// By hand: kept units of plain dropout are doubled, and so the fourth power of a standard normal number, 3, becomes
  /// half of 16 · 3.
  @Test void theErrorOfAMeanSquareByHand() {
    PlainNoise noise = new PlainNoise(.5);
    assertThat(noise.fourth(0, 1, 0, 3)).isEqualTo(24, within(1e-12));
    assertThat(noise.squareError(100)).isEqualTo(Math.sqrt((24 - 4) / 100.0), within(1e-12));
  }
}
