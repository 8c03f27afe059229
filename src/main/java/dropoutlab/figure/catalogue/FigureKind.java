package dropoutlab.figure.catalogue;

import dropoutlab.data.DataSet;
import dropoutlab.data.Schema;
import dropoutlab.figure.learned.ImageFigure;
import dropoutlab.figure.network.BodyFigure;
import dropoutlab.figure.network.MaskFigure;
import dropoutlab.figure.network.NetworkFigure;
import dropoutlab.figure.passes.PlaneFigure.Quantity;
import dropoutlab.figure.plot.Figure;
import dropoutlab.figure.plot.Which;
import dropoutlab.figure.quality.CritiqueFigure;
import dropoutlab.frame.Frame;
import dropoutlab.frame.Query;
import dropoutlab.frame.Result;
import dropoutlab.predict.query.InputSpace;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

/// All figures, of the window, of `render` and of `list figures`: what each needs, what it asks for, and how it is drawn.
/// A new figure is a row here.
public enum FigureKind {
  NETWORK("the network on the first example of the last batch, with its mask", Need.NOTHING, new Source.OfFrame(
      (frame, on) -> new NetworkFigure(frame.network(), on.schema(), 0, NetworkFigure.Options.PLAIN))),
  BODY("the layers of the body as a chain, on the first example of the last batch", Need.BODY,
      new Source.OfFrame((frame, _) -> new BodyFigure(frame.network(), 0))),
  MASKS("the masks of the last batch: examples by units", Need.NOTHING,
      new Source.OfFrame((frame, _) -> new MaskFigure(frame.network(), 0))),
  LOSS("the loss of network and twin against the epoch", Need.NOTHING, new Source.OfFrame(Draw::loss)),
  LEARNED("what the network has learned: map, curve, features, confusion or scatter", Need.NOTHING, Asked::learned,
      Draw.learned(Which.NETWORK), on -> Optional.of(Ground.learned(on))),
  LEARNED_TWIN("the same of the p = 0 twin", Need.TWIN, Asked::learned, Draw.learned(Which.TWIN),
      on -> Optional.of(Ground.learned(on))),
  LEARNED_GAP("network minus twin", Need.TWIN, Asked::learned, Draw.learned(Which.GAP),
      on -> Optional.of(Ground.learned(on))),
  MC("MC dropout: of the figures below the one that fits: mc-band, mc-maps or mc-passes", Need.NOTHING,
      asked -> fitting(asked.data().schema()).query(asked),
      (result, on) -> fitting(on.schema()).of(result, on), on -> fitting(on.schema()).ground(on)),
  MC_BAND("regression, one input: mean of the passes, bands of epistemic and aleatoric sd, single passes", Need.LINE,
      Asked::line, Draw::line, on -> Optional.of(Ground.line(on))),
  MC_MAPS("two inputs: the maps below side by side", Need.PLANE, Asked::plane, Draw::maps, _ -> Optional.empty()),
  MC_MAP_MEAN("two inputs: mean of the passes", Need.PLANE, Quantity.MEAN),
  MC_MAP_ENTROPY("two inputs and classes: predictive entropy", Need.PLANE_OF_CLASSES, Quantity.ENTROPY),
  MC_MAP_INFORMATION("two inputs and classes: mutual information", Need.PLANE_OF_CLASSES, Quantity.INFORMATION),
  MC_MAP_VARIANCE("two inputs: variance of the passes", Need.PLANE, Quantity.VARIANCE),
  MC_MAP_SD("two inputs: standard deviation of the passes", Need.PLANE, Quantity.SD),
  MC_PASSES("what the passes say of one validation example", Need.NOTHING, Asked::point, Draw::passes, Ground::passes),
  VOTERS("the thinned networks that spoke for each side at one validation example", Need.NOTHING, Asked::point,
      Draw::voters, _ -> Optional.empty()),
  CONVERGENCE("mean and sd of the passes at one validation example, as T grows", Need.NOTHING, Asked::point,
      Draw::convergence, on -> Optional.of(Ground.convergence(on))),
  CALIBRATION("classes: reliability diagram on the validation data", Need.HELD_OUT_CLASSES, Asked::quality,
      Draw::calibration, on -> Draw.calibration(Ground.QUALITY, on)),
  COVERAGE("regression: how many validation targets the intervals hold", Need.HELD_OUT_NUMBERS, Asked::quality,
      Draw::coverage, on -> Draw.coverage(Ground.QUALITY, on)),
  SPARSIFICATION("the error that remains as the most uncertain validation examples are left out", Need.HELD_OUT,
      Asked::quality, Draw::sparsification, on -> Draw.sparsification(Ground.QUALITY, on)),
  ROTATION("images: what the passes say of one validation image as it turns", Need.IMAGES, Asked::rotation,
      Draw::rotation, on -> Draw.rotation(Ground.rotation(on), on)),
  SEPARATION("images: glyphs of our own drawing told from the images by mutual information", Need.IMAGES,
      Asked::foreign, Draw::separation, on -> Draw.separation(Ground.foreign(on), on)),
  IMAGE("images: one validation image", Need.IMAGES, new Source.OfExample(ImageFigure::new)),
  CRITIQUE("the critics' bench, with data of its own: does the spread of the passes shrink as data are repeated?",
      Need.NOTHING, new Source.OfCritique(CritiqueFigure::new));

  private final String description;
  private final Need need;
  private final Source source;

  FigureKind(String description, Need need, Source source) {
    this.description = description;
    this.need = need;
    this.source = source;
  }

  FigureKind(String description, Need need, Function<Asked, Query> query,
             BiFunction<Result, Drawing, Optional<Figure>> draw, Function<Drawing, Optional<Figure>> ground) {
    this(description, need, new Source.OfAnswer(query, draw, ground));
  }

  FigureKind(String description, Need need, Quantity quantity) {
    this(description, need, Asked::plane, Draw.map(quantity), on -> Optional.of(Ground.map(on, quantity)));
  }

  /// As it is named on the command line, and in the window's menu.
  public String id() { return name().toLowerCase(Locale.ROOT).replace('_', '-'); }

  /// The kind of that name.
  public static Optional<FigureKind> named(String id) {
    return Arrays.stream(values()).filter(kind -> kind.id().equals(id.toLowerCase(Locale.ROOT))).findFirst();
  }

  public String description() { return description; }

  public Source source() { return source; }

  /// Says why this figure does not fit a network and its data; empty where it does.
  public Optional<String> misfit(Frame frame, DataSet data) {
    return need.isMet(frame, data) ? Optional.empty() : Optional.of(need.missing(this, frame, data));
  }

  /// What shows the passes with dropout on of such data: a line, maps, or the passes at one example.
  public static FigureKind fitting(Schema schema) {
    return InputSpace.isLine(schema) ? MC_BAND : InputSpace.isPlane(schema) ? MC_MAPS : MC_PASSES;
  }

  /// The map of a quantity.
  public static FigureKind mapOf(Quantity quantity) {
    return switch (quantity) {
      case MEAN -> MC_MAP_MEAN;
      case ENTROPY -> MC_MAP_ENTROPY;
      case INFORMATION -> MC_MAP_INFORMATION;
      case VARIANCE -> MC_MAP_VARIANCE;
      case SD -> MC_MAP_SD;
    };
  }

  /// What is to be computed for it.
  public Query query(Asked asked) { return answered().query().apply(asked); }

  /// It, drawn of what was found; empty where that has no such side.
  public Optional<Figure> of(Result result, Drawing on) { return answered().draw().apply(result, on); }

  /// What it will stand on, for as long as there is no answer: the very figure, with the axes that it will have and the
  /// data that are known, and nothing else ([WaitingFigure]); empty where nothing is known beforehand.
  public Optional<Figure> ground(Drawing on) { return answered().ground().apply(on); }

  private Source.OfAnswer answered() {
    if (source instanceof Source.OfAnswer answered) return answered;
    throw new IllegalStateException("The figure " + id() + " is not drawn of an answer.");
  }
}
