package dropoutlab.cli;

import dropoutlab.data.DataSet;
import dropoutlab.figure.catalogue.Figures;
import dropoutlab.figure.learned.ImageFigure;
import dropoutlab.figure.learned.LossFigure;
import dropoutlab.figure.network.MaskFigure;
import dropoutlab.figure.network.NetworkFigure;
import dropoutlab.figure.plot.Figure;
import dropoutlab.figure.plot.Picture;
import dropoutlab.figure.plot.Which;
import dropoutlab.frame.Frame;
import dropoutlab.frame.Learned;
import dropoutlab.frame.Matrix;
import dropoutlab.frame.NoiseSource;
import dropoutlab.frame.PortraitRequest;
import dropoutlab.frame.Query;
import dropoutlab.frame.Sampling;
import dropoutlab.math.Tensor;
import dropoutlab.predict.ProgressMonitor;
import dropoutlab.predict.query.Inquiries;
import dropoutlab.predict.query.Portraits;
import dropoutlab.spec.Task;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/// The figures that the command line draws, by their names.
enum RenderedFigure {
  NETWORK("the network on the first example of the last batch, with its mask"),
  MASKS("the masks of the last batch: examples by units"),
  LOSS("the loss of network and twin against the epoch"),
  LEARNED("what the network has learned: map, curve, features, confusion or scatter"),
  LEARNED_TWIN("the same of the p = 0 twin"),
  LEARNED_GAP("network minus twin"),
  MC("MC dropout: of the figures below the one that fits: mc-band, mc-maps or mc-passes"),
  MC_BAND("regression, one input: mean of the passes, bands of epistemic and aleatoric sd, single passes", Picture.BAND),
  MC_MAPS("two inputs: the maps below side by side", Picture.MAPS),
  MC_MAP_MEAN("two inputs: mean of the passes", Picture.MEAN_MAP),
  MC_MAP_ENTROPY("two inputs and classes: predictive entropy", Picture.ENTROPY_MAP),
  MC_MAP_INFORMATION("two inputs and classes: mutual information", Picture.INFORMATION_MAP),
  MC_MAP_VARIANCE("two inputs: variance of the passes", Picture.VARIANCE_MAP),
  MC_PASSES("what the passes say of one validation example", Picture.PASSES),
  VOTERS("the thinned networks that spoke for each side at one validation example", Picture.VOTERS),
  CONVERGENCE("mean and sd of the passes at one validation example, as T grows", Picture.CONVERGENCE),
  CALIBRATION("classes: reliability diagram on the validation data", Picture.CALIBRATION),
  COVERAGE("regression: how many validation targets the intervals hold", Picture.COVERAGE),
  SPARSIFICATION("the error that remains as the most uncertain validation examples are left out", Picture.SPARSIFICATION),
  ROTATION("images: what the passes say of one validation image as it turns", Picture.ROTATION),
  SEPARATION("images: glyphs of our own drawing told from the images by mutual information", Picture.SEPARATION),
  IMAGE("images: one validation image");

  private static final int CELLS = 120;

  private static final int TURNS = 13;

  private final String description;
  private final Optional<Picture> picture;

  RenderedFigure(String description) {
    this.description = description;
    picture = Optional.empty();
  }

  RenderedFigure(String description, Picture picture) {
    this.description = description;
    this.picture = Optional.of(picture);
  }

  /// @param passes  T
  /// @param example the row of the examples that are shown that the figures of one example are about, from 0
  record Choice(int passes, int example) {}

  String named() { return name().toLowerCase(Locale.ROOT).replace('_', '-'); }

  String description() { return description; }

  /// The figure of a trained network; a [CallerMistake] where it does not fit the data.
  Figure of(Frame frame, DataSet data, Choice choice) {
    return switch (this) {
      case NETWORK -> new NetworkFigure(frame.network(), data.schema(), 0, NetworkFigure.Options.PLAIN);
      case MASKS -> new MaskFigure(frame.network(), 0);
      case LOSS -> new LossFigure(frame.history(), new LossFigure.Options(false, OptionalInt.empty(),
          rate(frame.dropRates()), frame.progress().epoch(), Figures.lossName(data.schema().task())));
      case LEARNED -> learned(frame, data, Which.NETWORK);
      case LEARNED_TWIN -> learned(frame, data, Which.TWIN);
      case LEARNED_GAP -> learned(frame, data, Which.GAP);
      case MC -> of(frame, data, choice, fitting(data));
      case MC_BAND, MC_MAPS, MC_MAP_MEAN, MC_MAP_ENTROPY, MC_MAP_INFORMATION, MC_MAP_VARIANCE, MC_PASSES, VOTERS,
           CONVERGENCE, CALIBRATION, COVERAGE, SPARSIFICATION, ROTATION, SEPARATION ->
          of(frame, data, choice, picture.orElseThrow());
      case IMAGE -> image(data, choice.example());
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

  private static Picture fitting(DataSet data) {
    int inputs = data.schema().inputs().size();
    if (inputs == 2) return Picture.MAPS;
    return inputs == 1 && data.schema().task() == Task.REGRESSION ? Picture.BAND : Picture.PASSES;
  }

  private Figure of(Frame frame, DataSet data, Choice choice, Picture wanted) {
    if (wanted.needsHeldOut() && !data.holdsOut())
      throw new CallerMistake("The figure " + named() + " is one of validation data, but nothing is held out.");
    return new Inquiries(data).answer(frame, question(wanted, data, choice), ProgressMonitor.NOBODY)
        .flatMap(finding -> Figures.of(finding, wanted, data))
        .orElseThrow(() -> new CallerMistake("The figure " + named() + " does not exist for these data, and is: "
            + description + "."));
  }

  private static Query question(Picture wanted, DataSet data, Choice choice) {
    Sampling sampling = new Sampling(choice.passes(), true, OptionalDouble.empty());
    NoiseSource noise = new NoiseSource.Fitted();
    return switch (wanted) {
      case BAND -> new Query.Line(sampling, noise, CELLS, Optional.empty(), Optional.empty(), false);
      case MAPS, MEAN_MAP, ENTROPY_MAP, INFORMATION_MAP, VARIANCE_MAP ->
          new Query.Plane(sampling, CELLS, Optional.empty(), Optional.empty());
      case PASSES, VOTERS, CONVERGENCE ->
          new Query.Point(sampling, noise, inputs(data, choice.example()), Optional.empty());
      case CALIBRATION, COVERAGE, SPARSIFICATION ->
          new Query.Quality(sampling, noise, Optional.empty(), data.schema().task() == Task.REGRESSION);
      case ROTATION -> new Query.Rotation(sampling, choice.example(), TURNS);
      case SEPARATION -> new Query.Foreign(sampling);
    };
  }

  /// The inputs of an example in the user's units.
  private static Matrix inputs(DataSet data, int example) {
    Tensor x = data.shown().x();
    return Matrix.generate(1, x.cols(), (_, c) -> data.schema().inputScaling().toRaw(c, x.at(example, c)));
  }

  private Figure image(DataSet data, int example) {
    if (data.schema().image().isEmpty())
      throw new CallerMistake("The figure " + named() + " is one of images, and these data are none.");
    return new ImageFigure(data, example);
  }

  private static String rate(List<Double> dropRates) {
    List<Double> hidden = dropRates.subList(1, dropRates.size());
    if (hidden.isEmpty()) return "";
    double least = Collections.min(hidden);
    return least == Collections.max(hidden) ? String.format(Locale.ROOT, "p = %.2f", least) : "p differs by layer";
  }
}
