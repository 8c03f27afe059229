package dropoutlab.ui.train;

import dropoutlab.data.DataSet;
import dropoutlab.data.Schema;
import dropoutlab.figure.BandFigure;
import dropoutlab.figure.ClassStripFigure;
import dropoutlab.figure.Figure;
import dropoutlab.figure.HistogramFigure;
import dropoutlab.figure.UncertaintyMapFigure;
import dropoutlab.figure.UncertaintyMapFigure.Quantity;
import dropoutlab.frame.Probe;
import dropoutlab.frame.Table;
import dropoutlab.frame.Uncertainty;
import dropoutlab.frame.Uncertainty.Band;
import dropoutlab.frame.Uncertainty.ClassPasses;
import dropoutlab.frame.Uncertainty.Maps;
import dropoutlab.frame.Uncertainty.ValuePasses;
import dropoutlab.frame.Window;
import java.util.Optional;

/// Which figure shows an uncertainty.
final class UncertaintyFigures {
  private UncertaintyFigures() {}

  static Figure main(Uncertainty uncertainty, UncertaintyControls.Options options, Optional<Probe> probe,
      DataSet data) {
    return switch (uncertainty) {
      case Maps maps -> new UncertaintyMapFigure(data, maps, quantity(maps, options), probe);
      case Band band -> new BandFigure(data, thinned(band, options));
      case ClassPasses passes -> new ClassStripFigure(passes);
      case ValuePasses passes -> HistogramFigure.of(passes, data.schema());
    };
  }

  private static Quantity quantity(Maps maps, UncertaintyControls.Options options) {
    if (maps.entropy().isEmpty()) return Quantity.SD;
    return switch (options.measure()) {
      case SD -> Quantity.SD;
      case ENTROPY -> Quantity.ENTROPY;
      case INFORMATION -> Quantity.INFORMATION;
    };
  }

  /// Without the noise and the single passes, where these are not wanted.
  private static Band thinned(Band band, UncertaintyControls.Options options) {
    return new Band(band.passes(), band.x(), band.mean(), band.epistemicSd(), options.noise() ? band.noiseSd() : 0,
        band.held(), options.singles() ? band.singles() : Table.EMPTY);
  }

  static Figure histogram(Probe probe, Schema schema) { return HistogramFigure.of(probe, schema); }

  /// Whether a probe can be moved over the picture.
  static boolean hasProbe(Uncertainty uncertainty) {
    return switch (uncertainty) {
      case Maps _, Band _ -> true;
      case ClassPasses _, ValuePasses _ -> false;
    };
  }

  /// The part of the plane that the picture shows; a curve has no height of its own.
  static Window window(Uncertainty uncertainty) {
    return switch (uncertainty) {
      case null -> new Window(0, 1, 0, 1);
      case Maps maps -> maps.window();
      case Band band -> new Window(band.x().min(), band.x().max(), 0, 1);
      case ClassPasses _, ValuePasses _ -> new Window(0, 1, 0, 1);
    };
  }
}
