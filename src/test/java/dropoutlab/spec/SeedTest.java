package dropoutlab.spec;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Oracle: 2^53 - 1, the largest whole number below which a double represents all whole numbers.
class SeedTest {
  @Test void seedsGoFromZeroToTheLargestExactNumber() {
    assertThat(Seed.MOST).isEqualTo((long) Math.pow(2, 53) - 1);
    assertThat((double) Seed.MOST + 1).isEqualTo((double) Seed.MOST + 2);
    assertThat(Seed.of("0")).hasValue(0);
    assertThat(Seed.of("9007199254740991")).hasValue(Seed.MOST);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "-1", "+1", "1.0", "1e3", "9007199254740992", "99999999999999999", "٣", " 7", "x"})
  void otherTextsAreNoSeeds(String text) { assertThat(Seed.of(text)).isEmpty(); }
}
