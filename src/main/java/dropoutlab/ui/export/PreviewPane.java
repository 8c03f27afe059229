package dropoutlab.ui.export;

import dropoutlab.export.picture.Page;
import dropoutlab.figure.plot.Description;
import dropoutlab.ui.fx.Controls;
import dropoutlab.words.Numbers;
import dropoutlab.words.Shown;
import dropoutlab.words.Words;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Orientation;
import javafx.geometry.Point2D;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelWriter;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.paint.ImagePattern;
import javafx.scene.shape.Rectangle;
import javafx.util.Subscription;

/// The picture as it will be in its file, with its measures beside it as on a drawing.
final class PreviewPane extends Pane {
  /// From six heights away a picture is as high as this at 50 cm from the eye, where a screen has 96 pixels an inch.
  private static final double LAST_ROW = 50 / 6.0 / Page.CM_PER_INCH * 96;
  private static final double RULER = 46, TOP = 26, GAP = 5, TILE = 8;

  private final ImageView picture = new ImageView();
  private final Region paper = new Region();
  private final Rectangle ground = new Rectangle();
  private final Measure across = new Measure(false), down = new Measure(true);
  private final Label notice = Controls.label("", "figure-notice");
  private SheetState state;
  private ObservableValue<Seen> seen;
  private Point2D pan = Point2D.ZERO, grabbed = Point2D.ZERO;

  PreviewPane() {
    setId("preview");
    getStyleClass().add("sheet-preview");
    setFocusTraversable(true);
    setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    paper.getStyleClass().add("sheet-paper");
    notice.setId("previewNotice");
    notice.setWrapText(true);
    picture.setSmooth(false);
    picture.setMouseTransparent(true);
    ground.setMouseTransparent(true);
    ground.setFill(new ImagePattern(chequers(), 0, 0, 2 * TILE, 2 * TILE, false));
    for (Region each : new Region[] {paper, across, down, notice}) each.setManaged(false);
    picture.setManaged(false);
    ground.setManaged(false);
    getChildren().addAll(paper, ground, picture, across, down, notice);
    setMinSize(200, 120);
    setMaxHeight(USE_PREF_SIZE);
  }

  /// What shows that there is no ground.
  private static WritableImage chequers() {
    int tile = (int) TILE;
    WritableImage image = new WritableImage(2 * tile, 2 * tile);
    PixelWriter pixels = image.getPixelWriter();
    for (int y = 0; y < 2 * tile; y++)
      for (int x = 0; x < 2 * tile; x++) pixels.setColor(x, y, Color.gray((x / tile + y / tile) % 2 == 0 ? .99 : .9));
    return image;
  }

  Subscription bind(SheetState state, ObservableValue<Seen> seen) {
    this.state = state;
    this.seen = seen;
    setOnMousePressed(event -> {
      requestFocus();
      grabbed = new Point2D(event.getX(), event.getY());
    });
    setOnMouseDragged(this::drag);
    addEventHandler(KeyEvent.KEY_PRESSED, this::press);
    return Subscription.combine(state.preview().subscribe(this::show), state.order().subscribe(_ -> requestLayout()),
        seen.subscribe(_ -> {
          pan = Point2D.ZERO;
          requestLayout();
        }));
  }

  private void show(Preview next) {
    notice.setText(switch (next) {
      case Preview.Nothing _ -> state.taken().isNothing() && state.now().what() != What.WINDOW
          ? Words.of("sheet.nothing") : "";
      case Preview.Computing(double share) -> Double.isNaN(share) ? Words.of("sheet.computing")
          : Words.of("sheet.computing.share", Shown.percent(share));
      case Preview.Failed(String why) -> why;
      case Preview.Shown _ -> "";
    });
    notice.setVisible(!notice.getText().isEmpty());
    boolean failed = next instanceof Preview.Failed;
    picture.setVisible(!failed);
    picture.setOpacity(next instanceof Preview.Computing ? .4 : 1);
    if (next instanceof Preview.Shown shown) {
      picture.setImage(shown.image());
      Description told = shown.sheet().figure().describe();
      setAccessibleText(told.title().isEmpty() ? Words.of("sheet.preview", state.taken().heading(state.now().figure()))
          : Words.of("sheet.preview.told", told.title(), told.text()));
    } else setAccessibleText(notice.getText());
    requestLayout();
  }

  private void drag(MouseEvent event) {
    Point2D at = new Point2D(event.getX(), event.getY());
    if (seen.getValue() == Seen.PIXELS) pan = pan.subtract(at.subtract(grabbed));
    grabbed = at;
    requestLayout();
  }

  /// The arrow keys go through the frames; with Shift they move a picture that is larger than its place.
  private void press(KeyEvent event) {
    boolean moves = event.isShiftDown() && seen.getValue() == Seen.PIXELS;
    switch (event.getCode()) {
      case LEFT, RIGHT, UP, DOWN -> {
        int x = switch (event.getCode()) { case LEFT -> -1; case RIGHT -> 1; default -> 0; };
        int y = switch (event.getCode()) { case UP -> -1; case DOWN -> 1; default -> 0; };
        if (moves) pan = pan.add(40 * x, 40 * y);
        else if (x != 0) state.go(x);
        requestLayout();
      }
      default -> {
        return;
      }
    }
    event.consume();
  }

  @Override public Orientation getContentBias() { return Orientation.HORIZONTAL; }

  @Override protected double computePrefHeight(double width) {
    if (state == null || width < RULER) return 300;
    Page page = state.studio().page(state.now());
    return TOP + GAP + (width - RULER) * page.heightCm() / page.widthCm();
  }

  @Override protected void layoutChildren() {
    if (state == null) return;
    Page page = state.studio().page(state.now());
    double room = getWidth() - RULER, high = getHeight() - TOP - GAP, aspect = page.widthCm() / page.heightCm();
    if (room < 20 || high < 20) return;
    Seen how = seen.getValue();
    double dense = getScene() == null || getScene().getWindow() == null ? 1 : getScene().getWindow().getOutputScaleX();
    double whole = switch (how) {
      case FIT, GREY -> Math.min(room, high * aspect);
      case LAST_ROW -> Math.min(Math.min(room, high * aspect), LAST_ROW * aspect);
      case PIXELS -> page.widthPixels() / dense;
    };
    double width = Math.floor(Math.min(room, whole)), height = Math.floor(Math.min(high, whole / aspect));
    boolean small = how == Seen.LAST_ROW;
    double left = Math.round(RULER + (room - width) * (small || how == Seen.PIXELS ? .5 : width < room - 1 ? .5 : 1));
    double top = Math.round(TOP + (small ? (high - height) / 2 : 0));
    pan = new Point2D(held(pan.getX(), whole - width), held(pan.getY(), whole / aspect - height));
    place(left, top, width, height, page);
    state.look(new Glass(whole * dense, (int) Math.round(width * dense), (int) Math.round(height * dense),
        how == Seen.PIXELS ? offset(whole - width, pan.getX()) * dense : 0,
        how == Seen.PIXELS ? offset(whole / aspect - height, pan.getY()) * dense : 0, how == Seen.GREY));
    measure(page, left, top, width, height, how == Seen.PIXELS && whole > width + 1);
    notice.autosize();
    notice.resize(Math.min(width - 40, notice.prefWidth(-1)),
        notice.prefHeight(Math.min(width - 40, notice.prefWidth(-1))));
    notice.relocate(left + (width - notice.getWidth()) / 2, top + (height - notice.getHeight()) / 2);
  }

  /// From the middle.
  private static double held(double pan, double beyond) {
    return beyond <= 0 ? 0 : Math.clamp(pan, -beyond / 2, beyond / 2);
  }

  private static double offset(double beyond, double pan) { return Math.max(0, beyond / 2 + pan); }

  private void place(double left, double top, double width, double height, Page page) {
    paper.resizeRelocate(left, top, width, height);
    ground.setVisible(page.transparent());
    ground.setX(left);
    ground.setY(top);
    ground.setWidth(width);
    ground.setHeight(height);
    picture.setX(left);
    picture.setY(top);
    picture.setFitWidth(width);
    picture.setFitHeight(height);
  }

  private void measure(Page page, double left, double top, double width, double height, boolean cut) {
    across.show(Words.of("sheet.measure", Numbers.fixed(page.widthCm(), 2), page.widthPixels()), cut);
    down.show(Words.of("sheet.measure", Numbers.fixed(page.heightCm(), 2), page.heightPixels()), cut);
    across.resizeRelocate(left, top - TOP + 4, width, 16);
    down.resizeRelocate(left - 24, top, 16, height);
  }
}
