package dropoutlab.math;

import static dropoutlab.math.Scalars.assertSame;
import static dropoutlab.math.Scalars.gaussian;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Oracle: the chains of fma that the contract defines, one number after the other; equal to the last bit.
class CorrelationTest {
  /// Each size in turn takes every remainder beside whole vectors, while the other sizes stay.
  static Stream<Arguments> shapes() {
    return Stream.concat(Stream.of(Arguments.of(9, 8, 271), Arguments.of(72, 16, 71), Arguments.of(7, 40, 9)),
        Scalars.sizes().boxed().flatMap(n ->
            Stream.of(Arguments.of(n, 5, 11), Arguments.of(4, n, 9), Arguments.of(3, 6, n), Arguments.of(2, 17, 48 + n))));
  }

  private static int[] cells(int count) {
    int[] at = new int[count];
    for (int k = 0; k < count; k++) at[k] = k * 37 % 91;
    return at;
  }

  @ParameterizedTest
  @MethodSource("shapes")
  void placesAreChainsOverTheCells(int cells, int maps, int places) {
    Tensor w = gaussian(cells, maps, 1), start = gaussian(1, maps, 2);
    float[] x = gaussian(91 + Correlation.roomOfPlaces(places), 3);
    int[] at = cells(cells);
    Tensor out = new Tensor(maps, Correlation.roomOfPlaces(places));
    Correlation.places(w, x, at, start, places, out);
    for (int m = 0; m < maps; m++) {
      float[] expected = new float[places], actual = new float[places];
      for (int p = 0; p < places; p++) {
        expected[p] = start.at(0, m);
        for (int k = 0; k < cells; k++) expected[p] = Math.fma(w.at(k, m), x[at[k] + p], expected[p]);
        actual[p] = out.at(m, p);
      }
      assertSame("map " + m, actual, expected, places);
    }
  }

  @ParameterizedTest
  @MethodSource("shapes")
  void cellsAreChainsOverThePlacesThatGoOn(int cells, int maps, int places) {
    float[] x = gaussian(91 + places, 4);
    int[] at = cells(cells);
    Tensor d = gaussian(places, Correlation.roomOfMaps(maps), 5), sums = gaussian(cells + 1, d.cols(), 6);
    Tensor before = sums.copy();
    Correlation.cells(x, at, d, maps, sums);
    for (int k = 0; k <= cells; k++) {
      float[] expected = new float[maps], actual = new float[maps];
      for (int m = 0; m < maps; m++) {
        expected[m] = before.at(k, m);
        for (int p = 0; p < places; p++)
          expected[m] = Math.fma(k < cells ? x[at[k] + p] : 1, d.at(p, m), expected[m]);
        actual[m] = sums.at(k, m);
      }
      assertSame("cell " + k, actual, expected, maps);
    }
  }

  @Test void whatDoesNotFitIsRefused() {
    assertThatIllegalArgumentException().isThrownBy(() -> Correlation.places(new Tensor(9, 2), new float[100], new int[8],
        new Tensor(1, 2), 5, new Tensor(2, 48))).withMessageContaining("8 cells").withMessageContaining("9 x 2");
    assertThatIllegalArgumentException().isThrownBy(() -> Correlation.cells(new float[9], new int[8], new Tensor(1, 16), 2,
        new Tensor(8, 16))).withMessageContaining("8 cells").withMessageContaining("8 x 16");
  }
}
