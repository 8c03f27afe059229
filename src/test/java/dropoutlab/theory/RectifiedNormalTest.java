package dropoutlab.theory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/// Oracle: integration by numpy, written by `src/test/python/claims_norm.py`.
class RectifiedNormalTest {
  record Case(double p, double alike, int width, double correlation, double training, double inference) {}

  record Fixture(double mean, double variance, List<Case> cases) {}

  private static Fixture fixture() throws IOException {
    try (InputStream in = RectifiedNormalTest.class.getResourceAsStream("/claims/norm.json")) {
      return new JsonMapper().readValue(in, Fixture.class);
    }
  }

  @Test void momentsAreThoseOfTheIntegral() throws IOException {
    assertThat(RectifiedNormal.MEAN).isCloseTo(fixture().mean(), within(1e-12));
    assertThat(RectifiedNormal.VARIANCE).isCloseTo(fixture().variance(), within(1e-12));
    for (Case of : fixture().cases())
      assertThat(RectifiedNormal.correlation(of.alike())).as(of.toString()).isCloseTo(of.correlation(), within(1e-12));
    assertThat(RectifiedNormal.correlation(1)).isCloseTo(1, within(1e-12));
  }

  @Test void varianceOfASumShiftsAsIntegrated() throws IOException {
    for (Case of : fixture().cases()) {
      double[] weights = new double[of.width()];
      Arrays.fill(weights, 1);
      double ratio = VarianceRatio.behindWeights(weights, RectifiedNormal.MEAN, RectifiedNormal.VARIANCE,
          RectifiedNormal.correlation(of.alike()), VarianceRatio.ofDropout(of.p()));
      assertThat(ratio).as(of.toString()).isCloseTo(of.inference() / of.training(), within(1e-12));
    }
  }
}
