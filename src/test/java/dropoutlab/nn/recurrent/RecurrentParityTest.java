package dropoutlab.nn.recurrent;

import static org.assertj.core.api.Assertions.assertThat;

import dropoutlab.math.Tensor;
import dropoutlab.nn.layer.DropRate;
import dropoutlab.nn.layer.Layer;
import dropoutlab.nn.layer.Mode;
import dropoutlab.nn.sequence.Embedding;
import dropoutlab.spec.LayerSpec.Recurrent.Cell;
import dropoutlab.spec.LayerSpec.RecurrentDrop.RecurrentMethod;
import dropoutlab.spec.LayerSpec.RecurrentDrop;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

/// Forward pass and all gradients of RNN, LSTM, GRU and embedding against PyTorch 1.13 in double precision. The numbers
/// were written by `src/test/python/parity_recurrent.py`.
class RecurrentParityTest {
  private static final double TOLERANCE = 1e-5;

  /// @param cell null for the embedding
  record Case(Cell cell, boolean last, int steps, float[][] x, float[][] dOut, float[][] y, float[][] dx,
              List<float[][]> parameters, List<float[][]> gradients) {
    @Override public String toString() { return (cell == null ? "embedding" : cell) + (last ? ", last state" : ""); }
  }

  static Case[] cases() throws IOException {
    try (InputStream in = RecurrentParityTest.class.getResourceAsStream("/parity/recurrent.json")) {
      return new JsonMapper().readValue(in, Case[].class);
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void forwardAndAllGradientsAreThoseOfPyTorch(Case given) {
    Layer layer = layer(given);
    for (int i = 0; i < given.parameters().size(); i++)
      layer.parameters().get(i).value().copyFrom(tensor(given.parameters().get(i)));
    assertClose("y", layer.forward(tensor(given.x()), Mode.TRAIN), given.y());
    assertClose("dx", layer.backward(tensor(given.dOut())), given.dx());
    assertThat(layer.parameters()).hasSameSizeAs(given.gradients());
    for (int i = 0; i < given.gradients().size(); i++)
      assertClose("gradient " + i, layer.parameters().get(i).gradient(), given.gradients().get(i));
  }

  private static Layer layer(Case given) {
    float[][] first = given.parameters().getFirst();
    if (given.cell() == null) return new Embedding(given.steps(), first.length, first[0].length, new DropRate(0), null);
    var cell = dropoutlab.nn.recurrent.Cell.of(given.cell());
    int width = first.length, units = first[0].length / cell.gates();
    return new Recurrent(cell, given.steps(), width, units, given.last(), RecurrentMasks.of(
        new RecurrentDrop(RecurrentMethod.VARIATIONAL, 0, 0, 0, false), DropRate::new, cell.gates(), given.steps(), width, units, () -> null));
  }

  private static Tensor tensor(float[][] rows) {
    Tensor tensor = new Tensor(rows.length, rows[0].length);
    for (int r = 0; r < rows.length; r++)
      for (int c = 0; c < rows[0].length; c++) tensor.set(r, c, rows[r][c]);
    return tensor;
  }

  /// The tolerance is relative to the expected value, or to a tenth of its tensor's largest value if that is more: a
  /// sum that happens to be near 0 keeps the rounding errors of its terms.
  private static void assertClose(String what, Tensor actual, float[][] expected) {
    assertThat(actual.shape()).as(what).isEqualTo(expected.length + " x " + expected[0].length);
    double largest = 0;
    for (float[] row : expected) for (float value : row) largest = Math.max(largest, Math.abs(value));
    for (int r = 0; r < expected.length; r++)
      for (int c = 0; c < expected[0].length; c++)
        assertThat(Math.abs(actual.at(r, c) - expected[r][c])).as("%s at (%d, %d)", what, r, c)
            .isLessThanOrEqualTo((float) (TOLERANCE * Math.max(Math.abs(expected[r][c]), largest / 10)));
  }
}
