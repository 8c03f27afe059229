package dropoutlab.figure.network;

import static org.assertj.core.api.Assertions.assertThat;

import dropoutlab.data.Schema;
import dropoutlab.figure.NetworkSamples;
import dropoutlab.figure.Spoken;
import dropoutlab.figure.plot.DataTable;
import dropoutlab.frame.ColumnView;
import dropoutlab.frame.Matrix;
import dropoutlab.frame.NetworkView;
import dropoutlab.spec.Pin;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What pictures of networks and their masks say, and their tables. Oracle: the sample itself, counted by hand.
class NetworkWordsTest {
  private static final Schema TWO = NetworkSamples.classes(2, "cat", "dog");
  /// Two examples of four units: the first keeps three, the second one.
  private static final Matrix MASK = Matrix.copyOf(new double[] {2, 0, 2, 2, 0, 0, 0, 2}, 2, 4);
  private static final NetworkView VIEW = NetworkSamples.masked(NetworkSamples.network(TWO, 2, .5, false, 4), 1, MASK);

  @Test void theNetworkTellsItsLayersItsMaskAndItsPrediction() {
    NetworkFigure figure = new NetworkFigure(VIEW, TWO, 0, NetworkFigure.Options.PLAIN);
    Spoken.check("network", figure);
    double p = VIEW.layers().getLast().activations().at(0, 0);
    assertThat(Spoken.sentences(figure))
        .contains("The network is drawn with example 1 of 2 in its batch, in columns of units from left "
        + "to right: input (2), hidden 1 (4) and output (1).", "Its mask drops 1 of 4 units of hidden 1.",
        "Its table has one row for each unit.").anyMatch(each ->
            each.startsWith(p >= .5 ? "It predicts class dog" : "It predicts class cat")
        && each.endsWith(p >= .5 ? "wrong: class cat is true." : "which is right."));
    List<List<Object>> rows = figure.table().orElseThrow().rows();
    assertThat(rows).hasSize(2 + 4 + 1);
    ColumnView hidden = VIEW.layers().get(1);
    assertThat(rows.get(3)).isEqualTo(Arrays.asList("hidden 1", 2L, hidden.activations().at(0, 1), 0., 0.,
        hidden.biases().at(0, 1)));
    assertThat(rows.getFirst()).isEqualTo(Arrays.asList("input", 1L, VIEW.layers().getFirst().activations().at(0, 0),
        null,
        VIEW.layers().getFirst().activations().at(0, 0), null));
  }

  @Test void theStrongestEdgeIsNamed() {
    NetworkView view = NetworkSamples.weighted(VIEW, (from, to) -> from == 1 && to == 2 ? -7 : .5);
    assertThat(Spoken.sentences(new NetworkFigure(view, TWO, 0, NetworkFigure.Options.PLAIN)))
        .contains("The largest weight in size, −7.00, leads from input x2 to unit 3 of hidden 1.");
  }

  @Test void pinsAndMissingMasksAreTold() {
    NetworkView pinned = NetworkSamples.pinned(VIEW, 1, List.of(Pin.KEPT, Pin.DROPPED, Pin.RANDOM, Pin.RANDOM));
    assertThat(Spoken.sentences(new NetworkFigure(pinned, TWO, 0, NetworkFigure.Options.PLAIN)))
        .contains("2 units are pinned.");
    NetworkView bare = NetworkSamples.masked(VIEW, 1, Matrix.EMPTY);
    assertThat(Spoken.sentences(new NetworkFigure(bare, TWO, 0, NetworkFigure.Options.PLAIN)))
        .contains("There is no mask in this half-step, so that nothing is crossed out.");
    assertThat(Spoken.sentences(new MaskFigure(bare, 0)))
        .containsExactly("There are no masks in this half-step: they will be drawn for hidden 1.");
    assertThat(new MaskFigure(bare, 0).table()).isEmpty();
  }

  /// 4 of 8 are dropped in all, 3 of 4 for the second example.
  @Test void masksTellTheirShares() {
    MaskFigure figure = new MaskFigure(VIEW, 1);
    Spoken.check("masks", figure);
    assertThat(Spoken.sentences(figure)).containsExactly(
        "Each square is a unit, from left to right, of one of 2 examples, from the top down.",
        "Dropped in the whole batch, and marked by dots, are 4 of 8 (50.0 %) in hidden 1 with p = 0.50.",
        "Dropped for example 2, which is outlined, are 3 of 4 units of hidden 1.",
            "What is kept is multiplied by 2.00.");
    DataTable table = figure.table().orElseThrow();
    assertThat(table.columns()).extracting(DataTable.Column::heading)
        .containsExactly("example", "layer", "unit", "factor of the mask");
    assertThat(table.rows()).hasSize(8).startsWith(List.of(1L, "hidden 1", 1L, 2.), List.of(1L, "hidden 1", 2L, 0.))
        .endsWith(List.of(2L, "hidden 1", 4L, 2.));
  }

  @Test void noiseIsNotCalledDropping() {
    NetworkView noisy = NetworkSamples.masked(VIEW, 1, Matrix.copyOf(new double[] {.5, 1.5, 1, 1, -.5, 2, 1, 1}, 2, 4));
    MaskFigure figure = new MaskFigure(noisy, 0);
    Spoken.check("noise", figure);
    assertThat(Spoken.sentences(figure)).hasSize(2)
        .contains("The values are multiplied by factors of −0.500 to 2.00 in hidden 1; none is dropped there.");
    assertThat(Spoken.sentences(new NetworkFigure(noisy, TWO, 0, NetworkFigure.Options.PLAIN)))
        .contains("Its mask multiplies by 0.500 to 1.50 in hidden 1.");
  }

  @Test void withoutDropoutThatIsSaid() {
    NetworkView plain = NetworkSamples.network(TWO, 2, 0, false, 4);
    assertThat(Spoken.sentences(new MaskFigure(plain, 0)))
        .containsExactly("The drop rate is 0 everywhere, so that nothing is dropped.");
    assertThat(Spoken.sentences(new NetworkFigure(plain, TWO, 0, NetworkFigure.Options.PLAIN)))
        .contains("No layer drops anything.");
  }
}
