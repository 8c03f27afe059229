package dropoutlab.ui.fx;

import dropoutlab.figure.catalogue.WaitingFigure;
import dropoutlab.figure.plot.Description;
import dropoutlab.figure.plot.Figure;
import dropoutlab.figure.plot.Hit;
import dropoutlab.words.Words;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.animation.Animation;
import javafx.animation.PauseTransition;
import javafx.geometry.Point2D;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.Label;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.shape.Circle;
import javafx.util.Duration;
import javafx.util.Subscription;

/// A region that shows a figure and tells what lies under the pointer, at once. It draws only when the figure, the size
/// or the appearance changes. Sharp on every screen, since the canvas draws at the screen's own scale.
///
/// Until there is a figure it shows what is waited for ([#await]). A figure before it stays to be seen for a moment, so
/// that nothing flickers where the next comes at once, but cannot be pointed at any more.
public final class FigureCanvas extends Region {
  private static final double TIP_GAP = 14;
  private static final Duration MOMENT = Duration.millis(250);
  /// While a figure changes, what it says is told no more often.
  private static final Duration BREATH = Duration.seconds(2);

  private final Canvas canvas = new Canvas();
  private final Label tip = new Label();
  private final Appearance appearance;
  private final FxPen pen;
  private final PauseTransition moment = new PauseTransition(MOMENT);
  private final PauseTransition breath = new PauseTransition(BREATH);
  private Figure figure;
  private Figure drawn;
  /// The figure whose words are told now; null where the plain text is.
  private Figure told;
  private String said;
  private String plain;
  private Function<Description, String> wording = words -> Words.of("told.spoken", words.title(), words.text());
  private final Circle cursor = new Circle(16);
  private Point2D pointer;
  private boolean dragging;
  private BiConsumer<Hit, MouseEvent> onClick = (_, _) -> {};
  private Consumer<Hit> onDrag = _ -> {};
  private Consumer<Optional<Hit>> onHover = _ -> {};

  public FigureCanvas(Appearance appearance, String id, String accessibleText) {
    this.appearance = appearance;
    pen = new FxPen(canvas.getGraphicsContext2D(), appearance.fonts());
    setId(id);
    setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    setAccessibleText(accessibleText);
    getStyleClass().add("figure-canvas");
    tip.getStyleClass().add("figure-tip");
    tip.setManaged(false);
    tip.setVisible(false);
    tip.setMouseTransparent(true);
    canvas.setManaged(false);
    canvas.setMouseTransparent(true);
    setPickOnBounds(true);
    cursor.getStyleClass().add("figure-cursor");
    cursor.setManaged(false);
    cursor.setMouseTransparent(true);
    cursor.setVisible(false);
    getChildren().addAll(canvas, cursor, tip);
    setMinSize(60, 40);
    focusedProperty().subscribe(focused -> {
      if (focused) tell();
      else fallSilent();
    });
    breath.setOnFinished(_ -> { if (isFocused() && told != drawn) tell(); });
  }

  /// Redraws when the appearance changes, and listens to the pointer, until the subscription is closed.
  public Subscription bind() {
    setOnMouseMoved(this::hover);
    setOnMouseDragged(this::drag);
    setOnMouseExited(_ -> {
      leave();
      onHover.accept(Optional.empty());
    });
    setOnMousePressed(this::press);
    return Subscription.combine(appearance.theme().subscribe(_ -> redraw()), appearance.zoom().subscribe(_ -> redraw()),
        focusedProperty().subscribe((_, focused) -> { if (!focused) leave(); }), () -> {
          setOnMouseMoved(null);
          setOnMouseDragged(null);
          setOnMouseExited(null);
          setOnMousePressed(null);
        });
  }

  public void show(Figure next) {
    moment.stop();
    figure = next;
    draw(next);
  }

  /// There is no figure now: `waiting` stands for it until there is.
  public void await(WaitingFigure waiting) {
    boolean waits = figure == null && drawn != null && moment.getStatus() != Animation.Status.RUNNING;
    figure = null;
    moment.setOnFinished(_ -> draw(waiting));
    if (drawn == null || waits) draw(waiting);
    else moment.playFromStart();
  }

  /// Null while there is none.
  public Figure figure() { return figure; }

  /// What is to be seen: the figure, or what stands for it; null before the first of either.
  public Figure drawn() { return drawn; }

  /// Called with what was pressed with the primary button.
  public void setOnHitClicked(BiConsumer<Hit, MouseEvent> handler) { onClick = handler; }

  /// Called with what is pressed, and then dragged over, with the primary button.
  public void setOnHitDragged(Consumer<Hit> handler) { onDrag = handler; }

  /// Called with what the pointer moves over with no button down; empty where there is nothing, and when it leaves.
  public void setOnHitHovered(Consumer<Optional<Hit>> handler) { onHover = handler; }

  /// What lies under a point of this region.
  public Optional<Hit> hit(double x, double y) {
    double k = appearance.zoom().get();
    return figure == null ? Optional.empty() : figure.hit(x / k, y / k, getWidth() / k, getHeight() / k);
  }

  private void draw(Figure next) {
    drawn = next;
    redraw();
    if (isFocused() && breath.getStatus() != Animation.Status.RUNNING) tell();
    if (pointer != null) showTip();
  }

  /// Says for a screen reader what is to be seen. A figure thinks about its words only here, while it has the focus.
  private void tell() {
    Description words = drawn == null ? Description.NONE : drawn.describe();
    if (!Objects.equals(getAccessibleText(), said)) plain = getAccessibleText();
    told = drawn;
    said = words.equals(Description.NONE) ? plain : wording.apply(words);
    setAccessibleText(said);
    breath.playFromStart();
  }

  /// Has more said than what the figure tells of itself.
  public void setWording(Function<Description, String> wording) { this.wording = wording; }

  /// Says what is to be seen now: what was said before must not be heard any longer.
  public void tellAtOnce() { if (isFocused()) tell(); }

  /// Away from the focus the plain text stands, which no later figure makes wrong.
  private void fallSilent() {
    breath.stop();
    if (said != null && said.equals(getAccessibleText())) setAccessibleText(plain);
    said = null;
    told = null;
  }

  private void redraw() {
    double width = canvas.getWidth();
    double height = canvas.getHeight();
    if (width < 1 || height < 1) return;
    double k = appearance.zoom().get();
    GraphicsContext g = canvas.getGraphicsContext2D();
    // Not save and restore, which would undo the colours and fonts that the pen remembers having set.
    g.setTransform(k, 0, 0, k, 0, 0);
    pen.begin(width / k, height / k);
    if (drawn != null) drawn.draw(pen, width / k, height / k, appearance.theme().get());
  }

  private void press(MouseEvent event) {
    requestFocus();
    dragging = event.getButton() == MouseButton.PRIMARY;
    if (!dragging) return;
    hit(event.getX(), event.getY()).ifPresent(hit -> {
      onClick.accept(hit, event);
      onDrag.accept(hit);
    });
  }

  private void drag(MouseEvent event) {
    point(event);
    if (dragging) hit(clampX(event.getX()), event.getY()).ifPresent(onDrag);
  }

  private double clampX(double x) { return Math.clamp(x, 0, Math.max(0, getWidth() - 1)); }

  private void hover(MouseEvent event) {
    point(event);
    onHover.accept(hit(event.getX(), event.getY()));
  }

  private void point(MouseEvent event) {
    cursor.setVisible(false);
    pointer = new Point2D(event.getX(), event.getY());
    showTip();
  }

  /// Puts the keyboard's cursor onto a place of the figure, and tells what lies there.
  public void pointAt(double xFigure, double yFigure) {
    double k = appearance.zoom().get();
    pointer = new Point2D(xFigure * k, yFigure * k);
    cursor.setCenterX(pointer.getX());
    cursor.setCenterY(pointer.getY());
    cursor.setVisible(true);
    showTip();
  }

  /// A length of this region, in the pixels that the figure counts.
  public double toFigure(double length) { return length / appearance.zoom().get(); }

  /// The size that the figure is drawn for.
  public double figureWidth() { return getWidth() / appearance.zoom().get(); }

  public double figureHeight() { return getHeight() / appearance.zoom().get(); }

  private void leave() {
    pointer = null;
    cursor.setVisible(false);
    tip.setVisible(false);
  }

  private void showTip() {
    String text = hit(pointer.getX(), pointer.getY()).map(Hit::text).orElse("");
    tip.setVisible(!text.isBlank());
    if (text.isBlank()) return;
    tip.setText(text);
    tip.autosize();
    double x = pointer.getX() + TIP_GAP;
    double y = pointer.getY() + TIP_GAP;
    if (x + tip.getWidth() > getWidth()) x = pointer.getX() - TIP_GAP - tip.getWidth();
    if (y + tip.getHeight() > getHeight()) y = pointer.getY() - TIP_GAP - tip.getHeight();
    tip.relocate(snapPositionX(Math.max(0, x)), snapPositionY(Math.max(0, y)));
  }

  @Override protected void layoutChildren() {
    double width = snapSizeX(getWidth());
    double height = snapSizeY(getHeight());
    if (width == canvas.getWidth() && height == canvas.getHeight()) return;
    canvas.setWidth(width);
    canvas.setHeight(height);
    redraw();
  }

  @Override protected double computePrefWidth(double height) { return 200; }

  @Override protected double computePrefHeight(double width) { return 150; }
}
