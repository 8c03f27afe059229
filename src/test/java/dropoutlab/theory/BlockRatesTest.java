package dropoutlab.theory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dropoutlab.nn.dropout.DropBlock;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

/// The rates of DropBlock against an enumeration of all sets of blocks, and against counting in numpy. The numbers were
/// written by `src/test/python/claims_blocks.py`.
class BlockRatesTest {
  /// @param variance,none null where the map is too large to enumerate
  record Case(double p, int block, int side, double gamma, List<Double> rates, Double variance, Double none) {
    BlockRates of() { return new BlockRates(p, block, side); }
  }

  static Case[] cases() throws IOException {
    try (InputStream in = BlockRatesTest.class.getResourceAsStream("/claims/blocks.json")) {
      return new JsonMapper().readValue(in, Case[].class);
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void everyCellIsDroppedAsTheEnumerationSays(Case of) {
    BlockRates rates = of.of();
    assertThat(rates.gamma()).isEqualTo(of.gamma, within(1e-12));
    double sum = 0;
    for (int i = 0; i < of.rates.size(); i++) {
      assertThat(rates.dropped(i / of.side, i % of.side)).isEqualTo(of.rates.get(i), within(1e-11));
      sum += of.rates.get(i);
    }
    assertThat(rates.mean()).isEqualTo(sum / of.rates.size(), within(1e-11));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void theSpreadOfTheShareIsThatOfTheEnumeration(Case of) {
    if (of.variance == null) return;
    assertThat(of.of().shareVariance()).isEqualTo(of.variance, within(1e-12));
    assertThat(of.of().none()).isEqualTo(of.none, within(1e-12));
  }

  /// The engine states the same in its own words.
  @ParameterizedTest
  @MethodSource("cases")
  void theLayerKnowsTheSameRates(Case of) {
    for (int i = 0; i < of.rates.size(); i++)
      assertThat(DropBlock.droppedProbability(of.p, of.block, of.side, of.side, i / of.side, i % of.side))
          .isEqualTo(of.of().dropped(i / of.side, i % of.side), within(1e-14));
  }

  /// A closed form by hand: of 2 x 2 blocks in a 3 x 3 map one reaches a corner, all four the middle.
  @Test void aMapByHand() {
    BlockRates rates = new BlockRates(.4, 2, 3);
    double gamma = .4 / 4 * 9 / 4;
    assertThat(rates.gamma()).isEqualTo(.225, within(1e-15));
    assertThat(rates.dropped(0, 0)).isEqualTo(gamma, within(1e-15));
    assertThat(rates.dropped(1, 1)).isEqualTo(1 - Math.pow(1 - gamma, 4), within(1e-15));
  }

  /// p, block, side, and then in this order: γ, all cells, centre, corner.
  @ParameterizedTest
  @CsvSource({".1, 3, 7, .021778, .0947, .1798, .0218", ".1, 7, 14, .006250, .0929, .2645, .0063",
      ".1, 7, 28, .003306, .0939, .1498, .0033", ".25, 7, 14, .015625, .2095, .5378, .0156",
      ".5, 7, 28, .016529, .3723, .5581, .0165"})
  void knownMaps(double p, int block, int side, double gamma, double all, double centre, double corner) {
    BlockRates rates = new BlockRates(p, block, side);
    assertThat(rates.gamma()).isEqualTo(gamma, within(5e-7));
    assertThat(rates.mean()).isEqualTo(all, within(5.1e-5));
    assertThat(rates.dropped(side / 2, side / 2)).isEqualTo(centre, within(5.1e-5));
    assertThat(rates.dropped(0, 0)).isEqualTo(corner, within(5.1e-5));
  }

  @Test void aBlockMustFit() {
    assertThatThrownBy(() -> new BlockRates(.1, 4, 3)).isInstanceOf(IllegalArgumentException.class);
  }
}
