package dropoutlab.ui.uncertainty;

import dropoutlab.data.DataSet;
import dropoutlab.figure.catalogue.Drawing;
import dropoutlab.figure.catalogue.FigureKind;
import dropoutlab.figure.catalogue.WaitingFigure;
import dropoutlab.figure.passes.LineFigure;
import dropoutlab.figure.plot.Hit;
import dropoutlab.frame.Answer;
import dropoutlab.frame.PointPasses;
import dropoutlab.frame.Query;
import dropoutlab.frame.Result;
import dropoutlab.frame.Viewport;
import dropoutlab.predict.query.InputSpace;
import dropoutlab.ui.fx.Appearance;
import dropoutlab.ui.fx.Controls;
import dropoutlab.ui.fx.FigureCanvas;
import dropoutlab.ui.fx.LabModel;
import dropoutlab.ui.parts.CardPane;
import dropoutlab.ui.parts.ProbePlace;
import dropoutlab.words.Words;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.controlsfx.control.SegmentedButton;

/// Regression along one input: the mean of the passes and what its variance is made of, with data that can be taken
/// away and added.
final class LineView extends CardPane implements UncertaintyView {
  /// A third of the points along the line.
  private static final int CELLS = 67;

  private final FigureCanvas canvas;
  private final ToggleButton bands = Controls.chip("lineBands", Words.of("uncertainty.line.bands"),
      Words.of("uncertainty.line.bands.tip"));
  private final ToggleButton singles =
      Controls.chip("lineSingles", Words.of("uncertainty.line.singles"), Words.of("uncertainty.line.singles.tip"));
  private final ToggleButton off =
      Controls.chip("lineOff", Words.of("uncertainty.line.off"), Words.of("uncertainty.line.off.tip"));
  private final LineData edits;
  private LabModel model;
  private QuerySettings inquiry;
  private ProbePlace probe;
  private Optional<List<Double>> asked = Optional.empty();
  private Result.Line line;

  LineView(Appearance appearance) {
    super("lineCard", Words.of("uncertainty.prediction"), Words.of("uncertainty.line.aside"), "");
    canvas = new FigureCanvas(appearance, "mc-band", Words.of("uncertainty.line.tip"));
    canvas.setFocusTraversable(true);
    edits = new LineData(canvas);
    bands.setSelected(true);
    singles.setSelected(true);
    off.setSelected(true);
    SegmentedButton layers = new SegmentedButton(bands, singles, off);
    // Each on or off by itself.
    layers.setToggleGroup(null);
    addTools(layers, edits.toggle());
    VBox.setVgrow(canvas, Priority.ALWAYS);
    getChildren().addAll(canvas, edits.bar());
  }

  @Override public Region region() { return this; }

  @Override public Subscription bind(LabModel model, QuerySettings inquiry, Runnable ask) {
    this.model = model;
    this.inquiry = inquiry;
    probe = new ProbePlace(() -> asked, at -> {
      asked = at;
      ask.run();
    });
    canvas.setOnHitHovered(hit -> {
      if (edits.isBusy(hit)) return;
      hit.flatMap(LineView::place).ifPresentOrElse(probe::follow, probe::leave);
    });
    canvas.setOnHitDragged(hit -> {
      if (!edits.isBusy(Optional.of(hit))) place(hit).ifPresent(probe::click);
    });
    canvas.setOnKeyPressed(this::press);
    return Subscription.combine(canvas.bind(), edits.bind(model, this::draw),
        bands.selectedProperty().subscribe((_, _) -> draw()), singles.selectedProperty().subscribe((_, _) -> draw()),
        off.selectedProperty().subscribe((_, _) -> draw()));
  }

  @Override public Optional<Query> question() {
    return Optional.of(FigureKind.MC_BAND.query(inquiry.asked(model.data().get(), CELLS, 0).withProbe(asked)));
  }

  @Override public void show(Answer answer) {
    if (!(answer.result() instanceof Result.Line found)) return;
    line = found;
    edits.show(found);
    draw();
    probe.answered();
  }

  /// The probe begins where there is something to see: beyond the data.
  @Override public void forget() {
    line = null;
    DataSet data = model.data().get();
    edits.forget();
    await();
    if (data != null) probe.hold(Optional.of(List.of(data.schema().inputScaling().toRaw(0, 2.1))));
  }

  @Override public void await() {
    DataSet data = model.data().get();
    if (line != null || data == null) return;
    if (!InputSpace.isLine(data.schema())) canvas.show(null);
    else canvas.await(WaitingFigure.on(FigureKind.MC_BAND.ground(Drawing.print(data, model.experiment().get(), 0)
        .withLine(options())).orElseThrow(), Wait.words(model)));
  }

  private LineFigure.Options options() {
    return new LineFigure.Options(bands.isSelected(), true, singles.isSelected(), off.isSelected(), true, true);
  }

  private void draw() {
    DataSet data = model.data().get();
    if (line == null || data == null) return;
    canvas.show(edits.over(new LineFigure(data, line, options())));
  }

  private static Optional<List<Double>> place(Hit hit) {
    return hit instanceof Hit.Place at ? Optional.of(List.of(at.xData())) : Optional.empty();
  }

  private void press(KeyEvent event) {
    if (line == null) return;
    probe.press(event, new Viewport(line.x().min(), line.x().max(), 0, 1));
    if (event.getCode() != KeyCode.ENTER) return;
    point().ifPresent(at -> edits.addAt(at.at().get(0), mean(at)));
    event.consume();
  }

  private static double mean(PointPasses at) {
    return at.convergence().mean().getLast();
  }

  @Override public Optional<List<Double>> held() { return probe.held(); }

  @Override public void hold(Optional<List<Double>> place) { probe.restore(place); }

  @Override public Optional<PointPasses> point() { return line == null ? Optional.empty() : line.probe(); }

  @Override public String reading() {
    return Words.of("uncertainty.line.reading");
  }

  @Override public Map<String, Supplier<FigureCanvas>> figures() { return Map.of(FigureKind.MC_BAND.id(), () -> canvas); }
}
