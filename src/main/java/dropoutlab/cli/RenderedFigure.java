package dropoutlab.cli;

import dropoutlab.data.DataSet;
import dropoutlab.figure.Figure;
import dropoutlab.figure.Figures;
import dropoutlab.figure.ImageFigure;
import dropoutlab.figure.LossFigure;
import dropoutlab.figure.MaskFigure;
import dropoutlab.figure.NetworkFigure;
import dropoutlab.figure.UncertaintyMapFigure.Quantity;
import dropoutlab.figure.Which;
import dropoutlab.frame.Frame;
import dropoutlab.frame.Learned;
import dropoutlab.frame.PortraitRequest;
import dropoutlab.frame.Uncertainty;
import dropoutlab.predict.Portraits;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;

/// The figures that the command line draws, by their names.
enum RenderedFigure {
  NETWORK("the network on the first example of the last batch, with its mask"),
  MASKS("the masks of the last batch: examples by units"),
  LOSS("the loss of network and twin against the epoch"),
  LEARNED("what the network has learned: map, curve, features, confusion or scatter"),
  LEARNED_TWIN("the same of the p = 0 twin"),
  LEARNED_GAP("network minus twin"),
  MC("MC dropout: mean and bands for one input, standard deviation for two, the passes for one example of more"),
  MC_MEAN("MC dropout, two inputs: mean of the passes"),
  MC_ENTROPY("MC dropout, two inputs and classes: predictive entropy"),
  MC_INFORMATION("MC dropout, two inputs and classes: mutual information"),
  IMAGE("the first validation example of a set of images, which the figure mc is about");

  private static final int CELLS = 120;

  private final String description;

  RenderedFigure(String description) { this.description = description; }

  String named() { return name().toLowerCase(Locale.ROOT).replace('_', '-'); }

  String description() { return description; }

  /// The figure of a trained network; a [CallerMistake] where it does not fit the data.
  Figure of(Frame frame, DataSet data) {
    return switch (this) {
      case NETWORK -> new NetworkFigure(frame.network(), data.schema(), 0, NetworkFigure.Options.PLAIN);
      case MASKS -> new MaskFigure(frame.network(), 0);
      case LOSS -> new LossFigure(frame.history(), new LossFigure.Options(false, OptionalInt.empty(),
          rate(frame.dropRates()), frame.progress().epoch(), Figures.lossName(data.schema().task())));
      case LEARNED -> learned(frame, data, Which.NETWORK);
      case LEARNED_TWIN -> learned(frame, data, Which.TWIN);
      case LEARNED_GAP -> learned(frame, data, Which.GAP);
      case MC -> uncertainty(frame, data, Quantity.SD);
      case MC_MEAN -> uncertainty(frame, data, Quantity.MEAN);
      case MC_ENTROPY -> uncertainty(frame, data, Quantity.ENTROPY);
      case MC_INFORMATION -> uncertainty(frame, data, Quantity.INFORMATION);
      case IMAGE -> image(data);
    };
  }

  private Figure learned(Frame frame, DataSet data, Which which) {
    if (which != Which.NETWORK && !frame.hasTwin())
      throw new CallerMistake("The figure " + named() + " needs the twin: leave training.twin true.");
    PortraitRequest request = new PortraitRequest(false, 1, true, CELLS, Optional.empty(), 0);
    Learned learned = new Portraits(data).paint(frame, request).learned();
    if (which != Which.NETWORK && !Figures.isPair(learned))
      throw new CallerMistake("The figure " + named() + " does not exist for these data: \"learned\" shows network and "
          + "twin together.");
    return Figures.of(learned, which, Optional.empty(), data);
  }

  private Figure uncertainty(Frame frame, DataSet data, Quantity quantity) {
    PortraitRequest request = new PortraitRequest(true, PortraitRequest.standard().passes(), true, CELLS,
        Optional.empty(), 0);
    Uncertainty uncertainty = new Portraits(data).paint(frame, request).uncertainty().orElseThrow();
    if (this != MC && !Figures.has(uncertainty, quantity))
      throw new CallerMistake("The figure " + named() + " does not exist for these data; take mc.");
    return Figures.of(uncertainty, quantity, Optional.empty(), data);
  }

  private Figure image(DataSet data) {
    if (data.schema().image().isEmpty())
      throw new CallerMistake("The figure " + named() + " is one of images, and these data are none.");
    return new ImageFigure(data, 0);
  }

  private static String rate(List<Double> dropRates) {
    List<Double> hidden = dropRates.subList(1, dropRates.size());
    if (hidden.isEmpty()) return "";
    double least = Collections.min(hidden);
    return least == Collections.max(hidden) ? String.format(Locale.ROOT, "p = %.2f", least) : "p differs by layer";
  }
}
