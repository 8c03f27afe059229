package dropoutlab.predict.variant.time;

import dropoutlab.frame.LayerView.StepMask.Place;
import dropoutlab.frame.LayerView.StepMask;
import dropoutlab.frame.LayerView;
import dropoutlab.frame.TimeEvidence.Draw;
import dropoutlab.theory.ZoneoutExpectation;
import java.util.ArrayList;
import java.util.List;

/// What the draws of zoneout add to the states in each step: given the last value and the one that the cell proposes,
/// the variance around the expectation is that of [ZoneoutExpectation].
public final class ZoneoutDraws {
  private ZoneoutDraws() {}

  /// Returns the root mean square over all examples and units, step by step, of an LSTM's memory or else of the state;
  /// nothing for other methods and where nothing was drawn.
  public static List<Draw> of(LayerView.Recurrent layer) {
    return layer.masks().stream().filter(mask -> isZoneout(mask.place()) && !mask.factors().isEmpty())
        .reduce((_, memory) -> memory).map(mask -> of(layer, mask)).orElse(List.of());
  }

  private static boolean isZoneout(Place place) { return place == Place.STATE_ZONEOUT || place == Place.CELL_ZONEOUT; }

  private static List<Draw> of(LayerView.Recurrent layer, StepMask mask) {
    List<Draw> draws = new ArrayList<>();
    for (int step = 0; step < layer.steps(); step++) draws.add(of(layer, mask, step));
    return draws;
  }

  private static Draw of(LayerView.Recurrent layer, StepMask mask, int step) {
    double measured = 0, expected = 0;
    int rows = mask.factors().rows();
    for (int row = 0; row < rows; row++)
      for (int at = step * layer.units(); at < (step + 1) * layer.units(); at++) {
        double last = layer.last(mask.place(), row, at), proposed = mask.dropped().before().at(row, at);
        double apart = mask.dropped().after().at(row, at) - ZoneoutExpectation.mean(last, proposed, mask.p());
        measured += apart * apart;
        expected += ZoneoutExpectation.variance(last, proposed, mask.p());
      }
    int all = rows * layer.units();
    return new Draw(Math.sqrt(measured / all), Math.sqrt(expected / all));
  }
}
