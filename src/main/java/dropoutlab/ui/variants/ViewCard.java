package dropoutlab.ui.variants;

import dropoutlab.card.Group;
import dropoutlab.card.place.Habitat;
import dropoutlab.data.DataSet;
import dropoutlab.figure.catalogue.Views;
import dropoutlab.figure.catalogue.WaitingFigure;
import dropoutlab.figure.plot.Hit;
import dropoutlab.figure.variant.Look;
import dropoutlab.figure.variant.Side.Letter;
import dropoutlab.figure.variant.Site;
import dropoutlab.figure.variant.Sites;
import dropoutlab.figure.variant.VariantFigure;
import dropoutlab.figure.variant.Versus;
import dropoutlab.frame.Answer;
import dropoutlab.frame.Evidence;
import dropoutlab.frame.Frame;
import dropoutlab.frame.Query;
import dropoutlab.frame.RunState;
import dropoutlab.run.Slot;
import dropoutlab.ui.fx.Appearance;
import dropoutlab.ui.fx.Controls;
import dropoutlab.ui.fx.FigureCanvas;
import dropoutlab.ui.fx.LabModel;
import dropoutlab.ui.parts.Segments;
import dropoutlab.words.Words;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.kordamp.ikonli.feather.Feather;

/// Who is compared, and what they drop: the plates of A and B above the view of their architecture.
final class ViewCard extends VBox {
  private static final double FRAMES_PER_SECOND = 20;
  private static final int SCROLLED = 4;

  private final Plate a;
  private final Plate b;
  private final ToggleButton chain = Controls.chip("chain", "", Words.of("variants.chain"));
  private final FigureCanvas view;
  private final FigureCanvas evidence;
  private final Segments<Look.Shown> sides = new Segments<Look.Shown>()
      .with(Look.Shown.A, "showA", Letter.A.name(), Words.of("variants.shown.a"))
      .with(Look.Shown.B, "showB", Letter.B.name(), Words.of("variants.shown.b"))
      .with(Look.Shown.DIFFERENCE, "showDifference", Words.of("variants.shown.difference"), Words.of("variants.shown.difference.tip"));
  private final Button before = Controls.quietButton("variantBefore", Feather.CHEVRON_LEFT, Words.of("trainview.net.before"));
  private final Button after = Controls.quietButton("variantAfter", Feather.CHEVRON_RIGHT, Words.of("trainview.net.after"));
  private final Label example = Controls.label("", "example-of");
  private final Button card = Controls.button("showCard", Words.of("variants.card.open"), Feather.BOOK_OPEN, Words.of("variants.card.open.tip"));
  private final Button redraw = Controls.button("newMasks", Words.of("variants.redraw"), Feather.SHUFFLE, Words.of("variants.redraw.tip"));
  private final Label drawn = Controls.label(Words.of("variants.redrawn"), "muted", "small");
  private final HBox tools = new HBox(8);
  private final BooleanProperty narrow = new SimpleBooleanProperty();
  private Comparison comparison;
  private LabModel model;
  private Frame frame;
  /// It may be of a run whose first frame has not been shown yet.
  private Answer measured;
  private boolean pointed;
  private boolean keepsPlace;

  ViewCard(Appearance appearance) {
    setId("viewCard");
    getStyleClass().add("card");
    a = new Plate(Letter.A, appearance);
    b = new Plate(Letter.B, appearance);
    chain.setGraphic(Controls.icon(Feather.LINK));
    chain.getStyleClass().add("chain");
    chain.setSelected(true);
    HBox.setHgrow(a, Priority.ALWAYS);
    HBox.setHgrow(b, Priority.ALWAYS);
    a.setPrefWidth(400);
    b.setPrefWidth(400);
    HBox plates = new HBox(6, a, chain, b);
    plates.setAlignment(Pos.CENTER);
    view = new FigureCanvas(appearance, "variant", Words.of("variants.view.tip"));
    view.setFocusTraversable(true);
    evidence = new FigureCanvas(appearance, "evidence", Words.of("variants.evidence.tip"));
    example.setMinWidth(Region.USE_PREF_SIZE);
    HBox stepper = new HBox(2, before, example, after);
    stepper.getStyleClass().add("stepper");
    stepper.setAlignment(Pos.CENTER_LEFT);
    redraw.getStyleClass().add("chip");
    redraw.setMinWidth(USE_PREF_SIZE);
    card.getStyleClass().add("chip");
    card.setMinWidth(USE_PREF_SIZE);
    Controls.present(card, false);
    tools.getChildren().addAll(drawn, sides, stepper, redraw, card);
    tools.setAlignment(Pos.CENTER_RIGHT);
    tools.setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
    tools.setPickOnBounds(false);
    StackPane.setAlignment(tools, Pos.TOP_RIGHT);
    StackPane stack = new StackPane(view, tools);
    stack.setMinHeight(0);
    VBox.setVgrow(stack, Priority.ALWAYS);
    getChildren().addAll(plates, stack);
    Controls.present(drawn, false);
  }

  FigureCanvas view() { return view; }

  FigureCanvas evidence() { return evidence; }

  Plate plate(Letter letter) { return letter == Letter.A ? a : b; }

  HBox tools() { return tools; }

  /// Opens the card, where it is closed.
  Button card() { return card; }

  void beNarrow(boolean on) {
    narrow.set(on);
    Controls.present(card, on);
  }

  Subscription bind(LabModel model, Comparison comparison) {
    this.model = model;
    this.comparison = comparison;
    before.setOnAction(_ -> choose(comparison.look().get().example() - 1));
    after.setOnAction(_ -> choose(comparison.look().get().example() + 1));
    redraw.setOnAction(_ -> redraw());
    chain.selectedProperty().bindBidirectional(comparison.coupled());
    view.setOnHitClicked((hit, _) -> click(hit));
    view.setOnHitHovered(hit -> hover(hit));
    view.setOnKeyPressed(this::press);
    return Subscription.combine(a.bind(model, comparison), b.bind(model, comparison),
        sides.value().subscribe(shown -> comparison.lookAt(look -> look.shown(shown))),
        comparison.habitat().subscribe(habitat -> Controls.present(sides, habitat == Habitat.SITES)),
        comparison.b().subscribe(method -> chain.setDisable(method == null || method.group() == Group.NONE)));
  }

  /// Draws, and has the evidence measured, until the subscription is closed.
  Subscription follow(LabModel model) {
    return Subscription.combine(view.bind(), evidence.bind(), comparison.look().subscribe(_ -> draw()), narrow.subscribe(_ -> draw()),
        tools.widthProperty().subscribe(_ -> draw()),
        comparison.look().map(Look::example).subscribe(row -> { if (row != null) model.ask(Slot.METHODS, new Query.OfMethods(row)); }),
        model.data().subscribe(_ -> await()), model.stage().subscribe(_ -> { if (frame == null) await(); }),
        model.pump().onAnswer(Slot.METHODS, this::hear), model.pump().onFrame(FRAMES_PER_SECOND, this::show),
        () -> model.askNothing(Slot.METHODS), () -> frame = null);
  }

  private void await() {
    frame = null;
    measured = null;
    view.await(WaitingFigure.of(model.stage().get().waitsFor(Words.of("variants.wait"), Words.of("variants.wait.short"))));
    evidence.await(WaitingFigure.of(Words.of("variants.wait.short")));
  }

  private void hear(Answer answer) {
    measured = answer;
    draw();
  }

  private void show(Frame next) {
    boolean anotherRun = frame == null || next.run() != frame.run();
    if (anotherRun) {
      pointed = keepsPlace;
      keepsPlace = false;
    }
    frame = next;
    // What is dropped is known from the first masks on.
    if (!pointed && hasMasks(next)) {
      pointed = true;
      comparison.lookAtPlaceOf(next);
    }
    // Before the first step there are no masks yet, and without masks there is nothing to see.
    if (anotherRun && next.state() instanceof RunState.Ready) redraw();
    draw();
  }

  private static boolean hasMasks(Frame frame) {
    Versus versus = Versus.of(frame);
    return Sites.of(versus, versus.a()).stream().anyMatch(Site::isDrawn);
  }

  private void draw() {
    if (frame == null || model.data().get() == null) return;
    DataSet data = model.data().get();
    int batch = frame.network().batchSize(), row = Math.min(comparison.look().get().example(), batch - 1);
    Controls.present(drawn, frame.redrawn().isPresent());
    example.setText(Words.of("variants.example", row + 1, batch));
    Look look = comparison.look().get().with(l -> l.example(row).controls(view.toFigure(tools.getWidth() + 8))
        .parts(narrow.get() ? Look.Parts.HERO : Look.Parts.ALL));
    Optional<Evidence> fitting = Optional.ofNullable(measured).filter(answer -> answer.run() == frame.run())
        .map(answer -> (Evidence) answer.result());
    VariantFigure figure = Views.figure(frame, data, fitting, look);
    view.setAccessibleText(figure.describe().text());
    view.show(figure);
    if (narrow.get()) evidence.show(Views.figure(frame, data, fitting, look.withParts(Look.Parts.EVIDENCE)));
  }

  /// What is looked at stays when the next run comes, because it was saved with it.
  void keepPlace() { keepsPlace = true; }

  void choose(int wanted) {
    if (frame == null) return;
    int row = Math.clamp(wanted, 0, frame.network().batchSize() - 1);
    comparison.lookAt(look -> look.example(row));
  }

  void showSide(Look.Shown side) { sides.choose(side); }

  void stepExample(int by) { choose(comparison.look().get().example() + by); }

  /// New masks of the batch that stands, without training.
  void redraw() { model.run().redraw(); }

  void chooseHead(int head) { comparison.lookAt(look -> look.head(head)); }

  private void click(Hit hit) {
    switch (hit) {
      case Hit.Site site -> comparison.lookAt(look -> look.site(site.site()));
      case Hit.Head head -> chooseHead(head.head());
      default -> hover(Optional.of(hit));
    }
  }

  private void hover(Optional<Hit> hit) {
    if (hit.orElse(null) instanceof Hit.Cell cell)
      comparison.lookAt(look -> look.cursor(Optional.of(new Look.Cell(cell.site(), cell.index()))));
  }

  private void press(KeyEvent event) {
    if (event.isShortcutDown()) {
      scroll(event);
      return;
    }
    switch (event.getCode()) {
      case LEFT -> move(-1);
      case RIGHT -> move(1);
      case UP -> move(-10);
      case DOWN -> move(10);
      default -> {
        return;
      }
    }
    event.consume();
  }

  /// Where there are more maps, units or steps than fit, the shortcut and an arrow show others.
  private void scroll(KeyEvent event) {
    int by = switch (event.getCode()) {
      case LEFT, UP -> -SCROLLED;
      case RIGHT, DOWN -> SCROLLED;
      default -> 0;
    };
    if (by == 0) return;
    comparison.lookAt(look -> look.first(Math.max(0, comparison.look().get().first() + by)));
    event.consume();
  }

  private void move(int by) {
    Look.Cell at = comparison.look().get().cursor().orElse(new Look.Cell(0, -by));
    comparison.lookAt(look -> look.cursor(Optional.of(new Look.Cell(at.site(), Math.max(0, at.index() + by)))));
  }
}
