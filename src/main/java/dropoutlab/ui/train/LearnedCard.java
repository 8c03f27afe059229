package dropoutlab.ui.train;

import dropoutlab.data.DataSet;
import dropoutlab.data.Schema;
import dropoutlab.figure.catalogue.Draw;
import dropoutlab.figure.catalogue.Drawing;
import dropoutlab.figure.catalogue.FigureKind;
import dropoutlab.figure.catalogue.WaitingFigure;
import dropoutlab.figure.plot.Hit;
import dropoutlab.frame.Answer;
import dropoutlab.frame.Curve;
import dropoutlab.frame.Frame;
import dropoutlab.frame.Learned;
import dropoutlab.frame.Query;
import dropoutlab.frame.RunState;
import dropoutlab.run.Slot;
import dropoutlab.spec.Experiment;
import dropoutlab.ui.fx.Appearance;
import dropoutlab.ui.fx.Controls;
import dropoutlab.ui.fx.FigureCanvas;
import dropoutlab.ui.fx.LabModel;
import dropoutlab.ui.parts.CardPane;
import dropoutlab.ui.parts.Shares;
import dropoutlab.ui.train.LearnedColumn.Errors;
import dropoutlab.words.Unit;
import dropoutlab.words.Words;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.geometry.Orientation;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

/// What the network and its twin have learned, on the same scale, with the errors under each.
final class LearnedCard extends CardPane {
  private static final int CELLS = 60;

  private final LearnedColumn network;
  private final LearnedColumn twin;
  private final ToggleButton gap =
      Controls.chip("gap", Words.of("trainview.learned.gap"), Words.of("trainview.learned.gap.tip"));
  private LabModel model;
  private PointsEditor points;
  private ReadOnlyObjectProperty<Optional<List<Double>>> probed;
  private Learned learned;
  private Frame frame;

  LearnedCard(Appearance appearance) {
    super("learnedCard", Words.of("trainview.learned.title"), Words.of("trainview.learned.aside"));
    network = new LearnedColumn(appearance, "learned", Words.of("trainview.learned.with_dropout"), "accent-label");
    twin = new LearnedColumn(appearance, "learned-twin", Words.of("trainview.learned.of_twin"), "muted");
    Shares columns = new Shares(Orientation.HORIZONTAL, 16).with(0.5, network).with(0.5, twin);
    VBox.setVgrow(columns, Priority.ALWAYS);
    getChildren().add(columns);
    addTools(gap);
  }

  /// The figures that are shown, by name.
  Map<String, Supplier<FigureCanvas>> figures() {
    Map<String, Supplier<FigureCanvas>> figures = new LinkedHashMap<>();
    figures.put(FigureKind.LEARNED.id(), network::canvas);
    if (twin.isVisible()) figures.put(beside().id(), twin::canvas);
    return figures;
  }

  private FigureKind beside() { return gap.isSelected() ? FigureKind.LEARNED_GAP : FigureKind.LEARNED_TWIN; }

  /// Draws, and has computed what it draws, until the subscription is closed.
  ///
  /// @param probed the place that is marked, where there is one
  Subscription bind(LabModel model, PointsEditor points, ReadOnlyObjectProperty<Optional<List<Double>>> probed) {
    this.model = model;
    this.points = points;
    this.probed = probed;
    network.canvas().setOnHitClicked(this::click);
    twin.canvas().setOnHitClicked(this::click);
    model.ask(Slot.LEARNED, new Query.Learned(CELLS));
    return Subscription.combine(network.bind(), twin.bind(), gap.selectedProperty().subscribe(_ -> draw()),
        model.data().subscribe(_ -> begin()), model.stage().subscribe(_ -> { if (learned == null) await(); }),
        probed.subscribe((_, _) -> draw()), model.pump().onFrame(5, this::showErrors),
        model.pump().onAnswer(Slot.LEARNED, this::show), this::rest);
  }

  private void rest() {
    learned = null;
    frame = null;
    model.askNothing(Slot.LEARNED);
  }

  private void show(Answer answer) {
    if (answer.result() instanceof Learned found) learned = found;
    draw();
  }

  /// Other data, or the workspace is shown again: what was learned of the run may be known.
  private void begin() {
    frame = null;
    learned = null;
    model.pump().answer(Slot.LEARNED).ifPresentOrElse(this::show, this::await);
  }

  private void await() {
    DataSet data = model.data().get();
    Experiment experiment = model.experiment().get();
    String[] words = model.stage().get().waitsFor(Words.of("trainview.learned.wait"),
        Words.of("trainview.learned.wait.short"), "…");
    boolean pair = data != null && experiment.training().twin() && Draw.isPair(data.schema());
    Controls.present(twin, pair);
    gap.setDisable(!pair);
    if (data != null && frame == null) showErrors(data.schema(), Errors.NONE, Errors.NONE);
    for (LearnedColumn column : List.of(network, twin))
      column.canvas().await(data == null ? WaitingFigure.of(words)
          : WaitingFigure.on(FigureKind.LEARNED.ground(drawing()).orElseThrow(), words));
  }

  private Drawing drawing() {
    return Drawing.print(model.data().get(), model.experiment().get(), 0).withProbe(probed.get());
  }

  private void click(Hit hit, MouseEvent event) {
    if (points.isActive() && hit instanceof Hit.Place at)
      points.click(model, at.xData(), at.yData(), event.isShiftDown());
  }

  private void draw() {
    if (learned == null || model.data().get() == null) return;
    boolean hasTwin = !learned.twin().isEmpty(), pair = hasTwin && Draw.isPair(model.data().get().schema());
    Controls.present(twin, pair);
    gap.setDisable(!pair);
    network.setTitle(Words.of(pair || !hasTwin ? "trainview.learned.with_dropout" : "trainview.learned.with_twin"));
    twin.setTitle(Words.of(gap.isSelected() ? "trainview.learned.gap_of" : "trainview.learned.of_twin"));
    Drawing on = drawing();
    FigureKind.LEARNED.of(learned, on).ifPresent(network.canvas()::show);
    if (pair) beside().of(learned, on).ifPresent(twin.canvas()::show);
    if (frame != null) showErrors(frame);
  }

  private void showErrors(Frame next) {
    frame = next;
    if (model.data().get() == null) return;
    Schema schema = model.data().get().schema();
    int row = rowOf(next, Curve.VALIDATION), twinRow = rowOf(next, Curve.TWIN_VALIDATION);
    Errors own = new Errors(value(next, Curve.VALIDATION_ERROR, row), value(next, Curve.TRAIN_ERROR, row));
    Errors twins = new Errors(value(next, Curve.TWIN_VALIDATION_ERROR, twinRow),
        value(next, Curve.TWIN_TRAIN_ERROR, twinRow));
    network.showHeldOut(model.data().get().holdsOut());
    twin.showHeldOut(model.data().get().holdsOut());
    showErrors(schema, own, twins);
    network.showTwinToo(!twin.isVisible() && next.hasTwin());
  }

  private void showErrors(Schema schema, Errors own, Errors twins) {
    show(network, schema, own, twins);
    show(twin, schema, twins, own);
  }

  private static void show(LearnedColumn column, Schema schema, Errors own, Errors others) {
    switch (schema.task()) {
      case CLASSIFICATION -> column.showWrong(own, others);
      case REGRESSION, RECONSTRUCTION -> column.showRmse(own, others, Unit.of(schema.target()));
    }
  }

  private static float value(Frame frame, Curve curve, int row) {
    return row < 0 ? Float.NaN : frame.history().value(curve, row);
  }

  /// The row of the epoch that is shown: the last one up to it; after early stopping the network's best, or the twin's.
  private static int rowOf(Frame frame, Curve validation) {
    int row = frame.history().size() - 1;
    boolean keepsBest = frame.state() instanceof RunState.Finished && frame.history().bestEpoch().isPresent();
    if (keepsBest && frame.scrubbed().isEmpty()) return frame.history().lowestRow(validation);
    while (row > 0 && frame.scrubbed().isPresent() && frame.history().epoch(row) > frame.scrubbed().getAsInt()) row--;
    return row;
  }
}
