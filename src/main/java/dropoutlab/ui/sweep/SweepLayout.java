package dropoutlab.ui.sweep;

import dropoutlab.figure.sweep.SweepPicture;
import dropoutlab.ui.fx.Appearance;
import dropoutlab.ui.fx.Controls;
import dropoutlab.ui.fx.FigureCanvas;
import dropoutlab.ui.fx.LabModel;
import dropoutlab.ui.parts.Segments;
import dropoutlab.ui.sweep.SweepState.Stage;
import dropoutlab.words.Words;
import java.util.Map;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.css.PseudoClass;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

/// Where the parts stand. In a narrow window the plan is in a drawer, and the cards of the right are two tabs under the
/// figure.
final class SweepLayout extends StackPane {
  static final double NARROW_BELOW = 1200;
  private static final PseudoClass NARROW = PseudoClass.getPseudoClass("narrow");
  private enum Tab { RUNS, PAIR }

  private final EmptyPage empty;
  private final PlanPanel plan;
  private final FindingCard finding;
  private final RunsCard runs;
  private final PairCard pair;
  private final LogPane log = new LogPane();
  private final VBox centre = new VBox();
  private final VBox right = new VBox();
  private final HBox cards = new HBox();
  private final Segments<Tab> tabs = new Segments<Tab>().with(Tab.RUNS, "tabRuns", Words.of("sweepview.runs"),
      Words.of("sweepview.tab.runs"))
      .with(Tab.PAIR, "tabPair", Words.of("sweepview.tab.pair.name"), Words.of("sweepview.tab.pair"));
  private final StackPane drawer = new StackPane();
  private final ToggleButton drawn;
  private final ReadOnlyBooleanWrapper planShown = new ReadOnlyBooleanWrapper(true);
  private SweepState state;
  private boolean narrow;
  private boolean bare;

  /// @param drawn the button that opens the drawer
  SweepLayout(Appearance appearance, ToggleButton drawn) {
    this.drawn = drawn;
    empty = new EmptyPage(appearance);
    plan = new PlanPanel(appearance);
    finding = new FindingCard(appearance);
    runs = new RunsCard(appearance);
    pair = new PairCard(appearance);
    centre.getStyleClass().add("sweep-centre");
    right.getStyleClass().add("sweep-right");
    cards.getStyleClass().add("sweep-cards");
    tabs.setAlignment(Pos.CENTER_LEFT);
    centre.setMinWidth(0);
    HBox.setHgrow(centre, Priority.ALWAYS);
    VBox.setVgrow(finding, Priority.ALWAYS);
    VBox.setVgrow(runs, Priority.ALWAYS);
    VBox.setVgrow(pair, Priority.ALWAYS);
    finding.setMinHeight(0);
    drawer.setAlignment(Pos.TOP_LEFT);
    drawer.setPickOnBounds(false);
    StackPane.setAlignment(log, Pos.BOTTOM_RIGHT);
    StackPane.setMargin(log, new Insets(12));
    centre.getChildren().add(finding);
    getChildren().addAll(cards, empty, drawer, log);
    place();
  }

  EmptyPage empty() { return empty; }

  FindingCard finding() { return finding; }

  LogPane log() { return log; }

  Subscription bind(SweepState state, SweepActions actions, LabModel model) {
    this.state = state;
    empty.bind(state, actions, model.experiment()::get);
    return Subscription.combine(plan.bind(state, actions, model.experiment()::get, log), finding.bind(state, actions),
        runs.bind(state, actions, log),
        pair.bind(state, actions), log.bind(state, actions), drawn.selectedProperty().subscribe(_ -> show()),
            tabs.value().subscribe(_ -> show()),
        state.version().subscribe(_ -> show()));
  }

  Subscription follow() { return Subscription.combine(finding.follow(), runs.follow(), pair.follow()); }

  Map<String, Supplier<FigureCanvas>> figures() {
    return Map.of(SweepPicture.SWEEP.id(), finding::canvas, SweepPicture.RUNS.id(), runs::canvas,
        SweepPicture.PAIR.id(), pair::canvas);
  }

  void beNarrow(boolean on) {
    if (on == narrow) return;
    narrow = on;
    pseudoClassStateChanged(NARROW, on);
    runs.beNarrow(on);
    pair.beNarrow(on);
    place();
    show();
  }

  private void place() {
    cards.getChildren().clear();
    right.getChildren().clear();
    drawer.getChildren().clear();
    centre.getChildren().setAll(finding);
    if (narrow) {
      centre.getChildren().addAll(tabs, runs, pair);
      VBox.setVgrow(runs, Priority.NEVER);
      VBox.setVgrow(pair, Priority.NEVER);
      drawer.getChildren().add(plan);
      cards.getChildren().add(centre);
    } else {
      VBox.setVgrow(runs, Priority.ALWAYS);
      VBox.setVgrow(pair, Priority.ALWAYS);
      right.getChildren().addAll(runs, pair);
      cards.getChildren().addAll(plan, centre, right);
    }
  }

  private void show() {
    boolean begun = state != null && state.stage() != Stage.EMPTY;
    Controls.present(empty, !begun);
    Controls.present(cards, begun);
    boolean shown = begun && !bare && (!narrow || drawn.isSelected());
    Controls.present(plan, shown);
    Controls.present(drawer, narrow && shown);
    drawn.setDisable(!begun);
    planShown.set(!bare);
    Controls.present(right, !bare);
    if (narrow) {
      Controls.present(runs, !bare && tabs.get() == Tab.RUNS);
      Controls.present(pair, !bare && tabs.get() == Tab.PAIR);
      Controls.present(tabs, !bare);
    } else {
      Controls.present(runs, true);
      Controls.present(pair, true);
    }
  }

  /// For the projector only the figure stays.
  void showPlan(SweepState of, boolean on) {
    bare = !on;
    finding.present(of, bare);
    show();
  }

  ReadOnlyBooleanProperty planShown() { return planShown.getReadOnlyProperty(); }

  void focusPlan() {
    if (narrow) drawn.setSelected(true);
    if (state != null && state.stage() != Stage.EMPTY) plan.lookup("#axis0Values").requestFocus();
  }

  /// Whether something lay over the figure, and was closed.
  boolean closeOverlay() {
    if (log.hide()) return true;
    boolean open = narrow && drawn.isSelected();
    drawn.setSelected(false);
    return open;
  }
}
