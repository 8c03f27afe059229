package dropoutlab.ui.export;

import dropoutlab.figure.plot.Theme;
import dropoutlab.ui.fx.Controls;
import dropoutlab.ui.fx.FigureCanvas;
import dropoutlab.ui.fx.LabModel;
import dropoutlab.ui.parts.Workspace;
import dropoutlab.words.Words;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.kordamp.ikonli.feather.Feather;

/// A sheet over the window, which stays in sight behind it and goes on. Nothing is left by opening it, and Escape is
/// safe.
public final class ExportSheet extends StackPane {
  private static final PseudoClass NARROW = PseudoClass.getPseudoClass("narrow");
  private static final double NARROW_BELOW = 1200, WIDEST = 1200, HIGHEST = 828, MARGIN = 36;

  private final Exporter exporter = new Exporter();
  private final Supplier<Workspace> workspace;
  private final Supplier<Theme> theme;
  private final Supplier<WindowPicture> window;
  private LabModel model;
  private Subscription open = Subscription.EMPTY;
  private boolean ready;
  private VBox sheet;
  /// Apart from the sheet and kept as a picture, so that what moves behind does not have its shadow drawn anew.
  private final Region shade = new Region();
  private SheetFoot foot;
  private Node before;
  private boolean backwards;

  /// @param behind the window without what lies over it
  public ExportSheet(Supplier<Workspace> workspace, Supplier<Theme> theme, Node behind) {
    this.workspace = workspace;
    this.theme = theme;
    window = () -> Snapshots.of(behind);
    setId("exportSheet");
    getStyleClass().add("veil");
    shade.getStyleClass().add("sheet-shade");
    shade.setCache(true);
    shade.setMouseTransparent(true);
    setAccessibleRole(AccessibleRole.DIALOG);
    addEventHandler(KeyEvent.KEY_PRESSED, this::press);
    addEventFilter(KeyEvent.KEY_PRESSED, event -> {
      if (event.getCode() == KeyCode.TAB) backwards = event.isShiftDown();
    });
    setVisible(false);
  }

  public Subscription bind(LabModel model) {
    this.model = model;
    return this::close;
  }

  public Exporter exporter() { return exporter; }

  public boolean isOpen() { return isVisible(); }

  /// Whether it is open, and knows what its files are called.
  boolean isReady() { return isOpen() && ready; }

  /// Opens it for the figure under the pointer or with the focus, or else for the one that was saved last.
  public void open() { open(Exporter.pointed(workspace.get())); }

  public void open(FigureCanvas canvas) { open(Exporter.named(workspace.get(), canvas)); }

  private Taken taken() { return Taken.of(model, workspace.get(), theme.get()); }

  private void open(Optional<String> figure) {
    if (isOpen()) return;
    Taken taken = taken();
    String first = figure.filter(name -> has(taken, name))
        .or(() -> Optional.of(exporter.memory().figure()).filter(name -> has(taken, name)))
        .orElseGet(() -> taken.items().isEmpty() ? "" : taken.items().getFirst().id());
    before = getScene().getFocusOwner();
    SheetState state = new SheetState(taken, exporter.memory(), first);
    build(state);
    setVisible(true);
    open = Subscription.combine(open, holdFocus(), state::close);
    // Groups of buttons have these only once they are styled.
    sheet.applyCss();
    lookup("#whichFigure").requestFocus();
    requestLayout();
  }

  private static boolean has(Taken taken, String name) {
    return taken.items().stream() .anyMatch(item -> item.id().equals(name));
  }

  private void build(SheetState state) {
    WhatRow what = new WhatRow();
    PreviewPane preview = new PreviewPane();
    CheckRow checks = new CheckRow();
    FilmStrip strip = new FilmStrip();
    CommandBox command = new CommandBox();
    PurposeSection purpose = new PurposeSection();
    FormatSection format = new FormatSection();
    SizeSection size = new SizeSection();
    LookSection look = new LookSection();
    CaptionSection caption = new CaptionSection();
    AnimationSection film = new AnimationSection();
    foot = new SheetFoot();
    Region room = new Region();
    VBox.setVgrow(room, Priority.SOMETIMES);
    VBox left = new VBox(what, preview, checks, strip, room, command);
    left.getStyleClass().add("sheet-left");
    left.setMinWidth(0);
    VBox.setVgrow(preview, Priority.ALWAYS);
    HBox.setHgrow(left, Priority.ALWAYS);
    ScrollPane right = new ScrollPane(new VBox(purpose, format, size, look, caption, film));
    right.getStyleClass().addAll("plain-scroll", "sheet-right");
    right.setFitToWidth(true);
    right.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    right.setFocusTraversable(false);
    HBox middle = new HBox(left, right);
    VBox.setVgrow(middle, Priority.ALWAYS);
    middle.setMinHeight(0);
    sheet = new VBox(header(state), middle, foot);
    sheet.getStyleClass().add("export-sheet");
    getChildren().setAll(shade, sheet);
    open = Subscription.combine(what.bind(state, window), preview.bind(state, what.seen().value()), checks.bind(state),
        strip.bind(state),
        command.bind(state), purpose.bind(state), format.bind(state), size.bind(state), look.bind(state),
            caption.bind(state),
        film.bind(state), state.ready().subscribe(on -> ready = on), foot.bind(state, exporter, this::close),
            widthProperty().subscribe(width -> {
          boolean narrow = width.doubleValue() < NARROW_BELOW;
          sheet.pseudoClassStateChanged(NARROW, narrow);
          strip.beNarrow(narrow);
          what.beNarrow(narrow);
        }));
  }

  private Node header(SheetState state) {
    Label says = Controls.label("", "muted");
    says.setId("sheetTitle");
    says.setMinWidth(0);
    Button close = Controls.quietButton("closeSheet", Feather.X, Words.of("sheet.close"));
    close.setOnAction(_ -> close());
    HBox header = new HBox(10, Controls.label(Words.of("sheet.title"), "sheet-name"), says, Controls.spring(), close);
    header.getStyleClass().add("sheet-head");
    header.setAlignment(Pos.CENTER_LEFT);
    state.order().subscribe(order -> {
      says.setText(Headings.of(order, state.taken()));
      setAccessibleText(Words.of("sheet.spoken", says.getText()));
    });
    return header;
  }

  /// The focus goes round within the sheet.
  private Subscription holdFocus() {
    Scene scene = getScene();
    return scene.focusOwnerProperty().subscribe((_, owner) -> {
      if (owner != null && !isInside(owner)) (backwards ? lookup("#save") : lookup("#closeSheet")).requestFocus();
    });
  }

  private boolean isInside(Node node) {
    for (Node each = node; each != null; each = each.getParent()) if (each == this) return true;
    return false;
  }

  /// Whether it was open. Files that are being written are finished or given up by the person, not by closing.
  public boolean close() {
    if (!isOpen()) return false;
    open.unsubscribe();
    open = Subscription.EMPTY;
    setVisible(false);
    getChildren().clear();
    if (before != null) before.requestFocus();
    return true;
  }

  /// No key reaches the window behind.
  private void press(KeyEvent event) {
    Node focused = getScene().getFocusOwner();
    switch (event.getCode()) {
      case ESCAPE -> escape();
      case ENTER -> {
        if (focused instanceof Button button && isInside(button)) button.fire();
        else foot.save();
      }
      case C -> { if (event.isShortcutDown()) foot.copy(); }
      default -> {}
    }
    if (event.getCode() != KeyCode.TAB) event.consume();
  }

  private void escape() {
    if (exporter.saver().stop() || foot.usual()) return;
    close();
  }

  /// Saves the figure under the pointer or with the focus with the last settings, without a sheet; opens the sheet
  /// where nothing was saved yet.
  public void again() {
    if (!isOpen() && !exporter.again(taken(), Exporter.pointed(workspace.get()))) open();
  }

  /// Copies the figure under the pointer or with the focus; whether there is one.
  public boolean copy() {
    Optional<String> figure = Exporter.pointed(workspace.get());
    figure.ifPresent(name -> exporter.copy(taken(), name));
    return figure.isPresent();
  }

  /// As large as the window allows: with a margin round it, or all of a narrow one.
  @Override protected void layoutChildren() {
    if (sheet == null || getChildren().isEmpty()) return;
    boolean narrow = getWidth() < NARROW_BELOW;
    double width = narrow ? getWidth() : Math.min(WIDEST, getWidth() - 2 * MARGIN);
    double height = narrow ? getHeight() : Math.min(HIGHEST, getHeight() - 2 * MARGIN);
    shade.setVisible(!narrow);
    shade.resizeRelocate(Math.round((getWidth() - width) / 2), Math.round((getHeight() - height) / 2), width, height);
    sheet.resizeRelocate(Math.round((getWidth() - width) / 2), Math.round((getHeight() - height) / 2), width, height);
  }
}
