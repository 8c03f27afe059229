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
import dropoutlab.words.Words;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

/// All figures, of the window, of `render` and of `list figures`: what each needs, what it asks for, and how it is drawn.
/// A new figure is a row here, and what it is in `catalogue.properties`.
public enum FigureKind {
  NETWORK(Need.NOTHING, new Source.OfFrame(
      (frame, on) -> new NetworkFigure(frame.network(), on.schema(), 0, NetworkFigure.Options.PLAIN))),
  BODY(Need.BODY, new Source.OfFrame((frame, _) -> new BodyFigure(frame.network(), 0))),
  MASKS(Need.NOTHING, new Source.OfFrame((frame, _) -> new MaskFigure(frame.network(), 0))),
  LOSS(Need.NOTHING, new Source.OfFrame(Draw::loss)),
  LEARNED(Need.NOTHING, Asked::learned, Draw.learned(Which.NETWORK), on -> Optional.of(Ground.learned(on))),
  LEARNED_TWIN(Need.TWIN, Asked::learned, Draw.learned(Which.TWIN), on -> Optional.of(Ground.learned(on))),
  LEARNED_GAP(Need.TWIN, Asked::learned, Draw.learned(Which.GAP), on -> Optional.of(Ground.learned(on))),
  MC(Need.ONE_ANSWER, asked -> fitting(asked.data().schema()).query(asked),
      (result, on) -> fitting(on.schema()).of(result, on), on -> fitting(on.schema()).ground(on)),
  MC_BAND(Need.LINE, Asked::line, Draw::line, on -> Optional.of(Ground.line(on))),
  MC_MAPS(Need.PLANE, Asked::plane, Draw::maps, _ -> Optional.empty()),
  MC_MAP_MEAN(Need.PLANE, Quantity.MEAN),
  MC_MAP_ENTROPY(Need.PLANE_OF_CLASSES, Quantity.ENTROPY),
  MC_MAP_INFORMATION(Need.PLANE_OF_CLASSES, Quantity.INFORMATION),
  MC_MAP_VARIANCE(Need.PLANE, Quantity.VARIANCE),
  MC_MAP_SD(Need.PLANE, Quantity.SD),
  MC_PASSES(Need.ONE_ANSWER, Asked::point, Draw::passes, Ground::passes),
  VOTERS(Need.ONE_ANSWER, Asked::point, Draw::voters, _ -> Optional.empty()),
  CONVERGENCE(Need.ONE_ANSWER, Asked::point, Draw::convergence, on -> Optional.of(Ground.convergence(on))),
  CALIBRATION(Need.HELD_OUT_CLASSES, Asked::quality, Draw::calibration, on -> Draw.calibration(Ground.QUALITY, on)),
  COVERAGE(Need.HELD_OUT_NUMBERS, Asked::quality, Draw::coverage, on -> Draw.coverage(Ground.QUALITY, on)),
  SPARSIFICATION(Need.HELD_OUT, Asked::quality, Draw::sparsification, on -> Draw.sparsification(Ground.QUALITY, on)),
  ROTATION(Need.IMAGES, Asked::rotation, Draw::rotation, on -> Draw.rotation(Ground.rotation(on), on)),
  SEPARATION(Need.IMAGES, Asked::foreign, Draw::separation, on -> Draw.separation(Ground.foreign(on), on)),
  LOSS_PAIR(Need.RIVAL, new Source.OfFrame(Draw::lossPair)),
  EQUATIONS(Need.NOTHING, new Source.OfFrame((frame, _) -> Draw.equations(frame))),
  VARIANT(Need.ONE_ANSWER, new Source.OfMethods((frame, evidence, on) ->
      Views.figure(frame, on.data(), evidence, Views.print(frame, on.example())))),
  SEEDS(Need.HELD_OUT_ANY, new Source.OfSeeds(Draw::seeds)),
  IMAGE(Need.IMAGES, new Source.OfExample(ImageFigure::new)),
  CRITIQUE(Need.ONE_ANSWER, new Source.OfCritique(CritiqueFigure::new));

  private final Need need;
  private final Source source;

  FigureKind(Need need, Source source) {
    this.need = need;
    this.source = source;
  }

  FigureKind(Need need, Function<Asked, Query> query, BiFunction<Result, Drawing, Optional<Figure>> draw,
             Function<Drawing, Optional<Figure>> ground) {
    this(need, new Source.OfAnswer(query, draw, ground));
  }

  FigureKind(Need need, Quantity quantity) {
    this(need, Asked::plane, Draw.map(quantity), on -> Optional.of(Ground.map(on, quantity)));
  }

  /// As it is named on the command line, and in the window's menu.
  public String id() { return name().toLowerCase(Locale.ROOT).replace('_', '-'); }

  /// The kind of that name.
  public static Optional<FigureKind> named(String id) {
    return Arrays.stream(values()).filter(kind -> kind.id().equals(id.toLowerCase(Locale.ROOT))).findFirst();
  }

  public String description() { return Words.name("catalogue.figure", this); }

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
