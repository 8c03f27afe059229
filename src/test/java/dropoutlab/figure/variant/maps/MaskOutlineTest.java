package dropoutlab.figure.variant.maps;

import static org.assertj.core.api.Assertions.assertThat;

import dropoutlab.math.RandomStream;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Oracles: masks drawn as text, and the number of edges between what was dropped and what was kept.
class MaskOutlineTest {
  private static List<int[]> outlined(String... rows) {
    int columns = rows[0].length();
    return MaskOutline.of(rows.length, columns, i -> rows[i / columns].charAt(i % columns) == 'x');
  }

  @Test void aSquareHasFourCorners() {
    assertThat(outlined("....", ".xx.", ".xx.")).singleElement()
        .satisfies(way -> assertThat(way).containsExactly(1, 1, 3, 1, 3, 3, 1, 3));
  }

  @Test void squaresThatOverlapAreOneArea() {
    assertThat(outlined("xx..", "xxx.", ".xx.")).singleElement()
        .satisfies(way -> assertThat(way).containsExactly(0, 0, 2, 0, 2, 1, 3, 1, 3, 3, 1, 3, 1, 2, 0, 2));
  }

  @Test void squaresThatTouchInACornerAreTwo() {
    assertThat(outlined("x.", ".x")).hasSize(2).allSatisfy(way -> assertThat(way).hasSize(8));
  }

  @Test void aHoleHasAWayOfItsOwn() { assertThat(outlined("xxx", "x.x", "xxx")).hasSize(2); }

  @Test void nothingDroppedHasNoOutline() { assertThat(outlined("...", "...")).isEmpty(); }

  @Test void waysRunAlongEveryEdgeOnce() {
    RandomStream dice = RandomStream.of(3, RandomStream.Purpose.DATA);
    for (int round = 0; round < 200; round++) {
      int rows = 1 + round % 9, columns = 1 + round / 9 % 9;
      boolean[] dropped = new boolean[rows * columns];
      for (int i = 0; i < dropped.length; i++) dropped[i] = dice.nextDouble() < .4;
      int length = 0;
      for (int[] way : MaskOutline.of(rows, columns, i -> dropped[i])) length += length(way);
      assertThat(length).isEqualTo(edges(rows, columns, dropped));
    }
  }

  /// Each piece of a way is straight along rows or columns.
  private static int length(int[] way) {
    int length = 0;
    for (int i = 0; i < way.length; i += 2) {
      int next = (i + 2) % way.length;
      int across = Math.abs(way[next] - way[i]), down = Math.abs(way[next + 1] - way[i + 1]);
      assertThat(Math.min(across, down)).isZero();
      length += across + down;
    }
    return length;
  }

  private static int edges(int rows, int columns, boolean[] dropped) {
    int edges = 0;
    for (int row = 0; row < rows; row++)
      for (int column = 0; column < columns; column++) {
        if (!dropped[row * columns + column]) continue;
        if (row == 0 || !dropped[(row - 1) * columns + column]) edges++;
        if (row == rows - 1 || !dropped[(row + 1) * columns + column]) edges++;
        if (column == 0 || !dropped[row * columns + column - 1]) edges++;
        if (column == columns - 1 || !dropped[row * columns + column + 1]) edges++;
      }
    return edges;
  }
}
