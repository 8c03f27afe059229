package dropoutlab.nn.dropout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dropoutlab.math.RandomStream;
import dropoutlab.math.Shape;
import dropoutlab.math.Tensor;
import dropoutlab.nn.build.DropoutLayers;
import dropoutlab.nn.layer.Mode;
import dropoutlab.spec.DropoutSpec;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

/// Dropout, alpha and feature alpha dropout against PyTorch 1.13 in double precision, with PyTorch's masks. The numbers
/// were written by `src/test/python/parity_dropout.py`.
class DropoutParityTest {
  record Case(String name, DropoutSpec method, double p, List<Integer> shape, float[][] x, float[][] dOut,
              float[][] kept, float[][] y, float[][] dx, float[][] inference) {
    @Override public String toString() { return name; }

    Shape of() { return new Shape(shape.get(0), shape.get(1), shape.get(2)); }
  }

  static Case[] cases() throws IOException {
    try (InputStream in = DropoutParityTest.class.getResourceAsStream("/parity/dropout.json")) {
      return new JsonMapper().readValue(in, Case[].class);
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void layerGivesTheNumbersOfPyTorch(Case of) {
    DropoutLayer layer = DropoutLayers.of(of.method(), of.p(), of.of(), new RandomStream(words(of)));
    assertClose(layer.forward(tensor(of.x()), Mode.TRAIN), of.y());
    assertClose(layer.backward(tensor(of.dOut())), of.dx());
    assertClose(layer.forward(tensor(of.x()), Mode.INFERENCE), of.inference());
  }

  /// Returns the words from which a layer reads these masks: two decisions per word, the low half first, a new word for
  /// every row; a half below p 2^32 is dropped. Feature dropout decides once per map.
  private static UniformRandomProvider words(Case of) {
    int step = of.of().maps() > 1 ? of.of().rows() * of.of().cols() : 1;
    List<Long> words = new ArrayList<>();
    for (float[] row : of.kept())
      for (int c = 0; c < row.length; c += 2 * step) {
        long low = row[c] == 0 ? 0 : 0xFFFFFFFFL;
        long high = c + step >= row.length || row[c + step] == 0 ? 0 : 0xFFFFFFFFL;
        words.add(high << 32 | low);
      }
    return words.iterator()::next;
  }

  private static Tensor tensor(float[][] rows) {
    Tensor tensor = new Tensor(rows.length, rows[0].length);
    for (int r = 0; r < rows.length; r++)
      for (int c = 0; c < rows[0].length; c++) tensor.set(r, c, rows[r][c]);
    return tensor;
  }

  private static void assertClose(Tensor actual, float[][] expected) {
    for (int r = 0; r < expected.length; r++)
      for (int c = 0; c < expected[0].length; c++)
        assertThat(actual.at(r, c)).as("(%d, %d)", r, c)
            .isCloseTo(expected[r][c], within(1e-5f * Math.abs(expected[r][c]) + 1e-7f));
  }
}
