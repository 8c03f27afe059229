package dropoutlab.ui.uncertainty;

import dropoutlab.figure.passes.LineFigure;
import dropoutlab.figure.plot.Figure;
import dropoutlab.figure.plot.Hit;
import dropoutlab.frame.Result;
import dropoutlab.spec.DataSpec.MaunaLoa;
import dropoutlab.spec.DataSpec;
import dropoutlab.ui.fx.Controls;
import dropoutlab.ui.fx.FigureCanvas;
import dropoutlab.ui.fx.LabModel;
import dropoutlab.ui.parts.CheckedField;
import dropoutlab.ui.parts.Wordings;
import dropoutlab.words.Numbers;
import dropoutlab.words.Words;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Cursor;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.util.Subscription;

/// The hands on the data of a [LineView]: its edges can be dragged or typed, and points added with clicks. The training
/// starts again with the data that are left.
final class LineData {
  private final FigureCanvas canvas;
  private final ToggleButton toggle = Controls.chip("lineAdd", Words.of("uncertainty.line.add"),
      Words.of("uncertainty.line.add.tip"));
  private final CheckedField from =
      field("dataFrom", Words.of("uncertainty.line.from"), Words.of("uncertainty.line.from.tip"));
  private final CheckedField to =
      field("dataTo", Words.of("uncertainty.line.to"), Words.of("uncertainty.line.to.tip"));
  private final Wordings note = new Wordings("faint");
  private final HBox bar = new HBox(10, from.small(), to.small(), note);
  private final DataEdits edits = new DataEdits();
  private LabModel model;
  private Runnable redraw;
  private LineFigure figure;
  private Result.Line line;
  private Optional<EdgeFigure.Edge> dragged = Optional.empty();

  LineData(FigureCanvas canvas) {
    this.canvas = canvas;
    for (CheckedField edge : List.of(from, to)) edge.field().getStyleClass().add("edge-field");
    bar.setAlignment(Pos.CENTER_LEFT);
    note.setId("lineNote");
    HBox.setHgrow(note, Priority.ALWAYS);
  }

  private static CheckedField field(String id, String label, String tip) {
    return CheckedField.number(id, label, tip, _ -> true, Words.of("uncertainty.line.wanted"));
  }

  ToggleButton toggle() { return toggle; }

  HBox bar() { return bar; }

  Subscription bind(LabModel model, Runnable redraw) {
    this.model = model;
    this.redraw = redraw;
    canvas.addEventHandler(MouseEvent.MOUSE_PRESSED, this::press);
    canvas.addEventHandler(MouseEvent.MOUSE_DRAGGED, this::drag);
    canvas.addEventHandler(MouseEvent.MOUSE_RELEASED, _ -> release());
    canvas.addEventHandler(MouseEvent.MOUSE_MOVED, event -> canvas.setCursor(cursor(event)));
    return Subscription.combine(from.bind(text -> type(from, false, text)), to.bind(text -> type(to, true, text)),
        toggle.selectedProperty().subscribe(_ -> hint()));
  }

  /// After Enter the keys are the plot's again, Ctrl Z among them.
  private void type(CheckedField field, boolean upper, String text) {
    field.show(text);
    if (field.field().isFocused()) canvas.requestFocus();
    DataSpec before = model.experiment().get().data();
    move(upper, Double.parseDouble(text));
    if (line != null && model.experiment().get().data().equals(before)) showEdges();
  }

  private Cursor cursor(MouseEvent event) {
    boolean edge = canvas.hit(event.getX(), event.getY()).filter(Hit.DataEdge.class::isInstance).isPresent();
    return edge ? Cursor.H_RESIZE : toggle.isSelected() ? Cursor.CROSSHAIR : Cursor.DEFAULT;
  }

  private boolean measured() { return model.experiment().get().data() instanceof MaunaLoa; }

  /// Whether the pointer is at work on the data here, and not with the probe.
  boolean isBusy(Optional<Hit> hit) {
    return dragged.isPresent() || toggle.isSelected() || hit.filter(Hit.DataEdge.class::isInstance).isPresent();
  }

  void show(Result.Line found) {
    boolean sameEdges = line != null && line.dataFrom() == found.dataFrom() && line.dataTo() == found.dataTo();
    line = found;
    // What is being typed must not be overwritten by every answer.
    if (sameEdges) return;
    showEdges();
    hint();
  }

  private void showEdges() {
    from.show(text(line.dataFrom()));
    to.show(text(line.dataTo()));
  }

  private String text(double edge) { return Numbers.typed(edge, line.dataTo() - line.dataFrom()); }

  /// Other data have come: what is under way is over.
  void forget() {
    line = null;
    figure = null;
    dragged = Optional.empty();
    boolean record = model.data().get() != null && measured();
    from.setDisable(record);
    toggle.setDisable(record);
    if (record) toggle.setSelected(false);
    hint();
  }

  private void hint() {
    if (edits.told().isPresent()) note.set(edits.told().get());
    else if (toggle.isSelected()) note.set(Words.of("uncertainty.line.click"), Words.of("uncertainty.line.click.short"),
        Words.of("uncertainty.line.click.shortest"));
    else note.set(Words.of("uncertainty.line.drag"), Words.of("uncertainty.line.drag.short"),
        Words.of("uncertainty.line.drag.shortest"));
  }

  /// The figure with the edge that is being dragged.
  Figure over(LineFigure next) {
    figure = next;
    return dragged.<Figure>map(edge -> new EdgeFigure(next, edge)).orElse(next);
  }

  private void press(MouseEvent event) {
    if (figure == null || event.getButton() != MouseButton.PRIMARY) return;
    Optional<Hit> hit = canvas.hit(event.getX(), event.getY());
    if (hit.isPresent() && hit.get() instanceof Hit.DataEdge edge)
      dragged = Optional.of(edge(edge.upper(), edge.xData(), event));
    else if (toggle.isSelected()) free(event).ifPresent(at -> add(at, event.isShiftDown()));
  }

  private EdgeFigure.Edge edge(boolean upper, double xData, MouseEvent event) {
    return new EdgeFigure.Edge(upper, xData, canvas.toFigure(event.getX()),
        dropoutlab.words.Numbers.brief(xData, line.dataTo() - line.dataFrom()));
  }

  private Optional<Hit.Place> free(MouseEvent event) {
    return figure.place(canvas.toFigure(event.getX()), canvas.toFigure(event.getY()), canvas.figureWidth(),
        canvas.figureHeight());
  }

  private void drag(MouseEvent event) {
    if (dragged.isEmpty()) return;
    free(event).ifPresent(at -> {
      dragged = Optional.of(edge(dragged.get().upper(), at.xData(), event));
      redraw.run();
    });
  }

  private void release() {
    dragged.ifPresent(edge -> {
      dragged = Optional.empty();
      redraw.run();
      move(edge.upper(), edge.xData());
    });
  }

  private void move(boolean upper, double edge) {
    if (line == null) return;
    edits.moveEdge(model, upper, edge, line.dataFrom(), line.dataTo());
    hint();
  }

  private void add(Hit.Place at, boolean takeAway) {
    edits.point(model, at.xData(), at.yData(), takeAway);
    hint();
  }

  /// Adds a point, where points are being added.
  void addAt(double x, double y) {
    if (!toggle.isSelected()) return;
    edits.point(model, x, y, false);
    hint();
  }
}
