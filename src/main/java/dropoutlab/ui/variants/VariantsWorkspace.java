package dropoutlab.ui.variants;

import dropoutlab.data.DataSet;
import dropoutlab.figure.catalogue.FigureKind;
import dropoutlab.figure.variant.Look;
import dropoutlab.figure.variant.Side.Letter;
import dropoutlab.figure.variant.Versus;
import dropoutlab.spec.Task;
import dropoutlab.ui.fx.Appearance;
import dropoutlab.ui.fx.Controls;
import dropoutlab.ui.fx.FigureCanvas;
import dropoutlab.ui.fx.LabModel;
import dropoutlab.ui.parts.LossCard;
import dropoutlab.ui.parts.Segments;
import dropoutlab.ui.parts.Remembered;
import dropoutlab.ui.parts.Shares;
import dropoutlab.ui.parts.Workspace;
import dropoutlab.words.Words;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

/// The family of dropout methods, two at a time: what they drop, why there, and what it costs.
public final class VariantsWorkspace extends StackPane implements Workspace {
  private static final double GAP = 12, NARROW_BELOW = 1200;

  private final Comparison comparison = new Comparison();
  private final FamilyRail rail;
  private final ViewCard view;
  private final LossCard loss;
  private final SeedsCard seeds;
  private final MethodPanel card;
  private final WhichWhenPage which;
  private final HBox columns = new HBox();
  private final VBox why = new VBox();
  private final Segments<Boolean> lossOrWhy = new Segments<Boolean>()
      .with(true, "belowLoss", Words.of("variants.below.loss"), Words.of("variants.below.loss.tip"))
      .with(false, "belowWhy", Words.of("variants.below.why"), Words.of("variants.below.why.tip"));
  private boolean narrow;

  public VariantsWorkspace(Appearance appearance) {
    columns.getStyleClass().addAll("workspace", "variants");
    rail = new FamilyRail(appearance);
    view = new ViewCard(appearance);
    loss = new LossCard(appearance, frame -> Versus.of(frame).losses());
    seeds = new SeedsCard(appearance);
    card = new MethodPanel(appearance);
    which = new WhichWhenPage(appearance);
    why.getStyleClass().add("card");
    VBox.setVgrow(view.evidence(), Priority.ALWAYS);
    why.getChildren().add(view.evidence());
    Shares below = new Shares(Orientation.HORIZONTAL, GAP).with(0.6, new StackPane(loss, why)).with(0.4, seeds);
    Shares centre = new Shares(Orientation.VERTICAL, GAP).with(0.65, view).with(0.35, below);
    centre.setMinWidth(0);
    StackPane middle = new StackPane(centre, which);
    middle.setMinWidth(0);
    HBox.setHgrow(middle, Priority.ALWAYS);
    columns.getChildren().addAll(rail, middle, card);
    getChildren().add(columns);
    StackPane.setAlignment(card, Pos.CENTER_RIGHT);
    lossOrWhy.value().subscribe(_ -> showBelow());
  }

  /// Where there is little room, the evidence and the loss share their place.
  private void showBelow() {
    boolean showsWhy = narrow && !lossOrWhy.get();
    Controls.present(why, showsWhy);
    Controls.present(loss, !showsWhy);
    HBox head = new HBox(lossOrWhy);
    if (showsWhy) why.getChildren().setAll(head, view.evidence());
    else loss.lead(narrow ? head : null);
  }

  @Override public String id() { return "variants"; }

  @Override public String title() { return Words.of("variants.workspace.title"); }

  @Override public Region view() { return this; }

  @Override public Optional<String> misfit(DataSet of) {
    return of.schema().task() == Task.RECONSTRUCTION ? Optional.of(Words.of("autoencoder.variants")) : Optional.empty();
  }

  @Override public Subscription bind(LabModel model) {
    rail.which().setOnAction(_ -> which.show(!which.isVisible()));
    view.card().setOnAction(_ -> openOrCloseCard());
    return Subscription.combine(comparison.bind(model), rail.bind(comparison), view.bind(model, comparison),
        card.bind(comparison), which.bind(comparison), widthProperty().subscribe(width -> { if (width.doubleValue() > 0) beNarrow(width.doubleValue() < NARROW_BELOW); }));
  }

  @Override public Subscription show(LabModel model) {
    return Subscription.combine(view.follow(model), card.follow(model), loss.bind(model),
        seeds.follow(model));
  }

  private void beNarrow(boolean on) {
    if (on == narrow && getChildren().contains(columns) && columns.getChildren().contains(card) != on) return;
    narrow = on;
    rail.beNarrow(on);
    view.beNarrow(on);
    columns.getChildren().remove(card);
    getChildren().remove(card);
    if (on) getChildren().add(card);
    else columns.getChildren().add(card);
    Controls.present(card, !on);
    showBelow();
  }

  private void openOrCloseCard() { Controls.present(card, !card.isVisible()); }

  @Override public Map<String, Supplier<FigureCanvas>> figures() {
    Map<String, Supplier<FigureCanvas>> figures = new LinkedHashMap<>();
    figures.put(FigureKind.VARIANT.id(), view::view);
    figures.put(FigureKind.LOSS_PAIR.id(), loss::loss);
    figures.put(FigureKind.SEEDS.id(), seeds::figure);
    figures.put(FigureKind.EQUATIONS.id(), card::equations);
    return figures;
  }

  @Override public Map<String, String> remember() {
    Look look = comparison.look().get();
    return new Remembered().with("example", look.example()).with("site", look.site()).with("head", look.head())
        .with("first", look.first()).with("shown", look.shown().name()).with("log", loss.isLog()).values();
  }

  @Override public void restore(Map<String, String> values) {
    Remembered kept = new Remembered(values);
    view.keepPlace();
    comparison.lookAt(look -> {
      kept.count("example").ifPresent(look::example);
      kept.count("site").ifPresent(look::site);
      kept.count("head").ifPresent(look::head);
      kept.count("first").ifPresent(look::first);
    });
    kept.of("shown", Look.Shown.class).ifPresent(view::showSide);
    kept.text("log").ifPresent(_ -> loss.log(kept.is("log")));
  }

  @Override public Map<String, String> options(String figure) {
    return figure.equals(FigureKind.LOSS_PAIR.id()) ? loss.options() : Map.of();
  }

  @Override public void showControls(boolean shown) { Controls.present(rail, shown); }

  @Override public ReadOnlyBooleanProperty controlsShownProperty() { return rail.visibleProperty(); }

  @Override public void focusDropRate() { view.plate(Letter.A).slider().requestFocus(); }

  @Override public void changeDropRate(double delta) { view.plate(Letter.A).change(delta); }

  @Override public void logOrNot() { loss.logOrNot(); }

  @Override public String keys() { return Words.of("variants.keys"); }

  @Override public boolean press(KeyEvent event) {
    if (event.getText().equals(Words.of("variants.rail.find.key"))) {
      rail.find();
      return true;
    }
    switch (event.getCode()) {
      case X -> comparison.swap();
      case B -> view.plate(Letter.B).offer();
      case N -> view.redraw();
      case I -> openOrCloseCard();
      case PAGE_UP -> view.stepExample(-1);
      case PAGE_DOWN -> view.stepExample(1);
      case DIGIT1, DIGIT2, DIGIT3, DIGIT4 -> view.chooseHead(event.getCode().ordinal() - KeyCode.DIGIT1.ordinal());
      default -> {
        return false;
      }
    }
    return true;
  }
}
