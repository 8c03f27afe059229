package dropoutlab.figure.learned;

import static org.assertj.core.api.Assertions.assertThat;

import dropoutlab.figure.Spoken;
import dropoutlab.figure.plot.DataTable;
import dropoutlab.frame.Curve;
import dropoutlab.frame.History;
import dropoutlab.frame.Metric;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/// What the figure of losses says. Oracle: curves of round numbers, read by eye.
class LossWordsTest {
  private static final String NATS = "cross-entropy, nats";

  /// Curves with a value for each epoch, the first of which is 0; the others are nowhere measured.
  private static History history(Map<Curve, List<Double>> values, int... best) {
    List<Curve> curves = new ArrayList<>(Curve.ofOwnAndTwin());
    values.keySet().stream().filter(curve -> !curves.contains(curve)).sorted((a, b) -> a.column().compareTo(b.column()))
        .forEach(curves::add);
    int rows = values.values().stream().mapToInt(List::size).max().orElse(0);
    return new History() {
      @Override public List<Curve> curves() { return curves; }

      @Override public int size() { return rows; }

      @Override public int epoch(int row) { return row; }

      @Override public float value(int column, int row) {
        List<Double> known = column < 0 ? List.of() : values.getOrDefault(curves.get(column), List.of());
        return row < known.size() ? known.get(row).floatValue() : Float.NaN;
      }

      @Override public OptionalInt bestEpoch() {
        return best.length == 0 ? OptionalInt.empty() : OptionalInt.of(best[0]);
      }
    };
  }

  private static LossFigure figure(History history, String name, Optional<LossPair> pair) {
    return new LossFigure(history, new LossFigure.Options(false, OptionalInt.empty(), pair.isEmpty() ? "p = 0.30" : "",
        0, name, pair));
  }

  private static List<String> said(History history) {
    LossFigure figure = figure(history, NATS, Optional.empty());
    Spoken.check("losses", figure);
    return Spoken.sentences(figure);
  }

  /// The network ends lowest and falls; the twin turns at epoch 2, and rises.
  @Test void theLowestTheLastAndTheTrendAreTold() {
    History history = history(Map.of(Curve.VALIDATION, List.of(1., .9, .8, .7, .6), Curve.TWIN_VALIDATION,
        List.of(1., .6, .5, .9, 1.25), Curve.TRAIN, List.of(1., .8, .6, .5, .4), Curve.TWIN_TRAIN,
        List.of(1., .5, .2, .1, .05)));
    assertThat(said(history)).containsExactly(
        "The lines show the loss (cross-entropy, nats) of the network (p = 0.30) and its twin without dropout from "
            + "epoch 0 to 4, "
            + "on training and validation data.",
        "The validation loss of the network ends at its lowest, 0.600 nats at epoch 4, and is still falling.",
        "The validation loss of the twin is lowest with 0.500 nats at epoch 2; at epoch 4 it is 1.25 nats, which is "
            + "0.750 nats "
            + "higher, and rising.",
        "At epoch 4 the validation loss of the network is 0.650 nats lower than that of the twin.",
        "On the training data, with masks off, the loss ends at 0.400 nats for the network and 0.0500 nats for the "
            + "twin.");
  }

  @Test void whereNothingIsHeldOutTheTrainingLossIsTold() {
    assertThat(said(history(Map.of(Curve.TRAIN, List.of(1., .9, .8, .7, .6))))).containsExactly(
        "The lines show the loss (cross-entropy, nats) of the network (p = 0.30) from epoch 0 to 4, on the training "
            + "data.",
        "The training loss with masks off of the network ends at its lowest, 0.600 nats at epoch 4, and is still "
            + "falling.",
        "Nothing is held out, so that there is no validation loss.");
  }

  @Test void oneEpochHasNoTrend() {
    assertThat(said(history(Map.of(Curve.VALIDATION, List.of(.75))))).containsExactly(
        "The points show the loss (cross-entropy, nats) of the network (p = 0.30) at epoch 0, on training and "
            + "validation data.",
        "The validation loss of the network is 0.750 nats at epoch 0.");
  }

  @Test void aLossThatIsNoNumberAnyMoreIsToldOnce() {
    assertThat(said(history(Map.of(Curve.VALIDATION, List.of(1., .5, Double.POSITIVE_INFINITY, Double.NaN)))))
        .contains("The validation loss of the network is 0.500 nats at epoch 1, and after that it is no finite "
            + "number.");
    assertThat(said(history(Map.of()))).containsExactly("Nothing has been trained yet: there is no loss to show.");
  }

  /// 0.500 and 0.502 differ by less than a hundredth.
  @Test void smallDifferencesAreNotMadeLarge() {
    History flat = history(Map.of(Curve.VALIDATION, List.of(1., .5, .502, .501, .502), Curve.TWIN_VALIDATION,
        List.of(1., .8, .7, .6, .5)));
    assertThat(said(flat)).contains(
        "The validation loss of the network is lowest with 0.500 nats at epoch 1, and hardly differs from that at "
            + "the end: "
            + "0.502 nats at epoch 4.",
        "At epoch 4 the validation loss of the network and that of the twin differ by less than 1 %.");
  }

  @Test void networksBesideAndEarlyStoppingAreNamed() {
    Curve wide = new Curve("wide", Metric.VALIDATION), deep = new Curve("deep", Metric.VALIDATION);
    History history = history(Map.of(Curve.VALIDATION, List.of(1., .5, .75), wide, List.of(1., .4, .3), deep,
        List.of(1., .9)), 1);
    assertThat(said(history)).contains("Early stopping keeps the weights of epoch 1, which is marked.",
        "Beside it, the validation loss ends at 0.900 nats for \"deep\", which stopped at epoch 1 and 0.300 nats for "
            + "\"wide\".");
  }

  @Test void aPairIsToldAsAAndB() {
    History history = history(Map.of(Curve.VALIDATION, List.of(1., .5, .25), new Curve("other", Metric.VALIDATION),
        List.of(1., .5, .5)));
    LossFigure figure = figure(history, "mean squared error, standardised",
        Optional.of(new LossPair(LossPair.Kind.DROPS, "other", LossPair.Kind.NONE)));
    Spoken.check("pair", figure);
    assertThat(Spoken.sentences(figure)).contains("The validation loss of A ends at its lowest: 0.250 at epoch 2.",
        "At epoch 2 the validation loss of A is 0.250 lower than that of B.").first().asString()
        .contains("loss (mean squared error, standardised) of A and B (\"other\") from epoch 0 to 2");
    assertThat(figure.table().orElseThrow().columns()).extracting(DataTable.Column::heading)
        .containsExactly("epoch", "validation loss, A (standardised)", "validation loss, B (standardised)");
  }

  /// One row an epoch, one column a curve with values, all digits; what was not measured is empty.
  @Test void theTableHoldsTheHistory() {
    History history = history(Map.of(Curve.VALIDATION, List.of(1., .5), Curve.TRAIN_MASKED,
        List.of(Double.NaN, 1 / 3.)));
    DataTable table = figure(history, NATS, Optional.empty()).table().orElseThrow();
    assertThat(table.columns()).extracting(DataTable.Column::heading).containsExactly("epoch",
        "validation loss, network (nats)", "training loss with masks on, network (nats)");
    assertThat(table.rows()).containsExactly(Arrays.asList(0L, 1., null), List.of(1L, .5, (double) (float) (1 / 3.)));
  }
}
