package dropoutlab.ui.uncertainty;

import dropoutlab.data.DataSet;
import dropoutlab.figure.catalogue.Drawing;
import dropoutlab.figure.catalogue.FigureKind;
import dropoutlab.figure.catalogue.WaitingFigure;
import dropoutlab.figure.passes.PlaneFigure.Quantity;
import dropoutlab.figure.plot.Hit;
import dropoutlab.frame.Answer;
import dropoutlab.frame.PointPasses;
import dropoutlab.frame.Query;
import dropoutlab.frame.Result;
import dropoutlab.frame.Viewport;
import dropoutlab.predict.query.InputSpace;
import dropoutlab.spec.Task;
import dropoutlab.ui.fx.Appearance;
import dropoutlab.ui.fx.Controls;
import dropoutlab.ui.fx.FigureCanvas;
import dropoutlab.ui.fx.LabModel;
import dropoutlab.ui.parts.CardPane;
import dropoutlab.ui.parts.ProbePlace;
import dropoutlab.ui.parts.Segments;
import dropoutlab.ui.parts.Shares;
import dropoutlab.words.Words;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import javafx.geometry.Orientation;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

/// Two inputs: all maps side by side, with one probe over them.
final class PlaneView extends CardPane implements UncertaintyView {
  private static final int CELLS = 60;
  private static final double GAP = 14;
  /// Under a map, for its scale.
  private static final double SCALE = 44;

  private final Map<Quantity, FigureCanvas> maps = new EnumMap<>(Quantity.class);
  private final Shares upper = new Shares(Orientation.HORIZONTAL, GAP);
  private final Shares lower = new Shares(Orientation.HORIZONTAL, GAP);
  private final Shares rows = new Shares(Orientation.VERTICAL, GAP);
  private final Segments<Boolean> whose = new Segments<Boolean>()
      .with(false, "mapsOfPasses", Words.of("uncertainty.plane.passes"), Words.of("uncertainty.plane.passes.tip"))
      .with(true, "mapsOfEnsemble", Words.of("uncertainty.plane.ensemble"),
          Words.of("uncertainty.plane.ensemble.tip"));
  private final ClassScoresStrip scores = new ClassScoresStrip();
  private LabModel model;
  private QuerySettings inquiry;
  private ProbePlace probe;
  private Optional<List<Double>> asked = Optional.empty();
  private Result.Plane plane;

  PlaneView(Appearance appearance) {
    super("planeCard", Words.of("uncertainty.prediction"), Words.of("uncertainty.plane.aside"), "");
    for (Quantity quantity : Quantity.beside(Task.CLASSIFICATION)) {
      FigureCanvas canvas = new FigureCanvas(appearance, id(quantity), accessibleText(quantity));
      maps.put(quantity, canvas);
      boolean above = quantity == Quantity.MEAN || quantity == Quantity.ENTROPY;
      (above ? upper : lower).with(0.5, canvas);
    }
    // One stop of the Tab key is enough: the arrow keys move the one probe of all maps.
    maps.get(Quantity.MEAN).setFocusTraversable(true);
    rows.with(0.5, upper).with(0.5, lower);
    rows.widthProperty().subscribe(this::fit);
    VBox.setVgrow(rows, Priority.ALWAYS);
    Controls.present(whose, false);
    addTools(whose);
    getChildren().addAll(rows, scores);
  }

  private static String id(Quantity quantity) { return FigureKind.mapOf(quantity).id(); }

  private static String accessibleText(Quantity quantity) {
    return switch (quantity) {
      case MEAN -> Words.of("uncertainty.plane.tip.mean");
      case ENTROPY -> Words.of("uncertainty.plane.tip.entropy");
      case INFORMATION -> Words.of("uncertainty.plane.tip.information");
      case VARIANCE, SD -> Words.of("uncertainty.plane.tip.variance");
    };
  }

  @Override public Region region() { return this; }

  @Override public Subscription bind(LabModel model, QuerySettings inquiry, Runnable ask) {
    this.model = model;
    this.inquiry = inquiry;
    probe = new ProbePlace(() -> asked, at -> {
      asked = at;
      ask.run();
    });
    Subscription[] canvases = maps.values().stream().map(this::bind).toArray(Subscription[]::new);
    return Subscription.combine(Subscription.combine(canvases), whose.value().subscribe((_, _) -> draw()));
  }

  private Subscription bind(FigureCanvas canvas) {
    canvas.setOnHitDragged(hit -> place(hit).ifPresent(probe::click));
    canvas.setOnHitHovered(hit -> hit.flatMap(PlaneView::place).ifPresentOrElse(probe::follow, probe::leave));
    canvas.setOnKeyPressed(this::press);
    return canvas.bind();
  }

  private static Optional<List<Double>> place(Hit hit) {
    return hit instanceof Hit.Place at ? Optional.of(List.of(at.xData(), at.yData())) : Optional.empty();
  }

  @Override public Optional<Query> question() {
    return Optional.of(FigureKind.MC_MAPS.query(inquiry.asked(model.data().get(), CELLS, 0).withProbe(asked)));
  }

  @Override public void show(Answer answer) {
    if (!(answer.result() instanceof Result.Plane found)) return;
    plane = found;
    draw();
    probe.answered();
  }

  /// The probe begins in the outskirts of the data.
  @Override public void forget() {
    plane = null;
    scores.show(Optional.empty());
    await();
    DataSet data = model.data().get();
    if (data == null) return;
    probe.hold(Optional.of(IntStream.range(0, data.schema().inputs().size())
        .mapToObj(column -> data.schema().inputScaling().toRaw(column, -1.5)).toList()));
  }

  @Override public void await() {
    DataSet data = model.data().get();
    if (plane != null || data == null) return;
    if (!InputSpace.isPlane(data.schema())) {
      maps.values().forEach(canvas -> canvas.show(null));
      return;
    }
    List<Quantity> coming = Quantity.beside(data.schema().task());
    maps.forEach((quantity, canvas) -> {
      Controls.present(canvas, coming.contains(quantity));
      // Said once for all of them.
      canvas.await(WaitingFigure.on(FigureKind.mapOf(quantity).ground(drawing(data)).orElseThrow(),
          quantity == Quantity.MEAN ? Wait.words(model) : new String[0]));
    });
    fit();
    upper.requestLayout();
    lower.requestLayout();
  }

  private void draw() {
    DataSet data = model.data().get();
    if (plane == null || data == null) return;
    Controls.present(whose, plane.ensemble().isPresent());
    scores.show(plane.probe());
    maps.forEach((quantity, canvas) -> {
      Controls.present(canvas, quantity.isOf(data.schema().task()));
      FigureKind.mapOf(quantity).of(plane, drawing(data)).ifPresent(canvas::show);
    });
    fit();
    upper.requestLayout();
    lower.requestLayout();
  }

  private Drawing drawing(DataSet data) {
    return Drawing.print(data, model.experiment().get(), 0).withEnsemble(whose.get());
  }

  /// Maps keep the plane's proportions, so that wide ones need no more height than this: the scores follow right below.
  private void fit() {
    DataSet data = model == null ? null : model.data().get();
    if (data == null || !InputSpace.isPlane(data.schema())) return;
    Viewport window = InputSpace.window(data);
    double aspect = (window.yMax() - window.yMin()) / (window.xMax() - window.xMin());
    int beside = Quantity.beside(data.schema().task()).size() > 2 ? 2 : 1;
    double width = (rows.getWidth() - (beside - 1) * GAP) / beside;
    rows.setMaxHeight(2 * (width * aspect + SCALE) + GAP);
  }

  private void press(KeyEvent event) {
    if (plane != null) probe.press(event, plane.window());
  }

  @Override public Optional<List<Double>> held() { return probe.held(); }

  @Override public void hold(Optional<List<Double>> place) { probe.restore(place); }

  @Override public Optional<PointPasses> point() { return plane == null ? Optional.empty() : plane.probe(); }

  @Override public String reading() {
    boolean classes = plane == null || !plane.entropy().isEmpty();
    return Words.of(classes ? "uncertainty.plane.reading.classes" : "uncertainty.plane.reading");
  }

  @Override public Map<String, Supplier<FigureCanvas>> figures() {
    Map<String, Supplier<FigureCanvas>> figures = new LinkedHashMap<>();
    maps.forEach((quantity, canvas) -> figures.put(id(quantity), () -> canvas.isVisible() ? canvas : null));
    return figures;
  }
}
