package dropoutlab.ui.theory;

import dropoutlab.claim.Control;
import dropoutlab.claim.Settings;
import dropoutlab.claim.catalogue.Benches;
import dropoutlab.export.recipe.Subject;
import dropoutlab.figure.catalogue.BenchFigures;
import dropoutlab.figure.theory.Showing;
import dropoutlab.ui.fx.Appearance;
import dropoutlab.ui.fx.Controls;
import dropoutlab.ui.fx.ExportEvent;
import dropoutlab.ui.fx.FigureCanvas;
import dropoutlab.ui.fx.LabModel;
import dropoutlab.ui.parts.Exhibit;
import dropoutlab.ui.parts.Workspace;
import dropoutlab.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

/// Claims about dropout, each computed exactly and by the engine, and checked while a person looks.
public final class TheoryWorkspace extends HBox implements Workspace {
  private static final double NARROW_BELOW = 1200;
  private static final PseudoClass NARROW = PseudoClass.getPseudoClass("narrow");

  private final TheoryBar bar;
  private final BenchRail rail;
  private final ClaimHeader header;
  private final PredictStrip predict = new PredictStrip();
  private final BenchCard picture;
  private final ComparisonTable table;
  private final BenchPanel panel;
  private final StringProperty status = new SimpleStringProperty(this, "status", "");
  private Desk desk;
  private Clockwork clockwork;
  private boolean narrow;
  private boolean bare;

  public TheoryWorkspace(Appearance appearance) {
    getStyleClass().addAll("workspace", "theory");
    bar = new TheoryBar(appearance);
    rail = new BenchRail(appearance);
    header = new ClaimHeader(appearance);
    picture = new BenchCard(appearance);
    table = new ComparisonTable(appearance);
    panel = new BenchPanel(appearance);
    VBox claim = new VBox(header, predict);
    claim.getStyleClass().addAll("card", "claim-card");
    VBox.setVgrow(picture, Priority.ALWAYS);
    picture.setMinHeight(0);
    VBox centre = new VBox(claim, picture, table);
    centre.getStyleClass().add("theory-centre");
    centre.setMinWidth(0);
    HBox.setHgrow(centre, Priority.ALWAYS);
    getChildren().addAll(rail, centre, panel);
  }

  /// All benches with the one that is looked at.
  Desk desk() { return desk; }

  @Override public String id() { return "theory"; }

  @Override public String title() { return Words.of("theory.workspace.title"); }

  @Override public Region view() { return this; }

  @Override public Optional<Region> bar() { return Optional.of(bar); }

  @Override public Optional<ObservableValue<String>> status() { return Optional.of(status); }

  private void tell() {
    long shown = desk.states().stream().filter(each -> each.findings().isPresent() && !each.asks()).count();
    long asking = desk.states().stream().filter(BenchState::asks).count();
    status.set(Words.of(asking > 0 ? "theory.status.hidden" : "theory.status", shown, desk.states().size(), desk.state().settings().seed()));
  }

  @Override public Subscription bind(LabModel lab) {
    desk = new Desk();
    clockwork = new Clockwork(desk);
    return Subscription.combine(bar.bind(desk, clockwork), rail.bind(desk), header.bind(desk), predict.bind(desk),
        picture.bind(desk), desk.version().subscribe(_ -> tell()), table.bind(desk), panel.bind(desk), widthProperty().subscribe(width -> {
          if (width.doubleValue() > 0) beNarrow(width.doubleValue() < NARROW_BELOW);
        }), () -> {
          clockwork.stop();
          desk.close();
        });
  }

  /// Nothing is computed before the workspace is shown for the first time.
  @Override public Subscription show(LabModel lab) {
    if (desk.state().findings().isEmpty()) {
      desk.show(desk.state().bench());
      desk.checkOpen();
    }
    return Subscription.combine(picture.follow(), clockwork::stop);
  }

  private void beNarrow(boolean on) {
    narrow = on;
    pseudoClassStateChanged(NARROW, on);
    bar.beNarrow(on);
    table.beNarrow(on);
    predict.beNarrow(on);
    panel.beNarrow(on);
    Controls.present(rail, !narrow && !bare);
  }

  @Override public Map<String, Supplier<FigureCanvas>> figures() {
    return Map.of(desk.state().bench().id(), picture::canvas);
  }

  /// The benches whose answer is known and not hidden.
  @Override public List<Exhibit> exhibits() {
    return Stream.concat(Stream.of(desk.state()), desk.states().stream()).distinct()
        .filter(each -> each.findings().isPresent() && !each.asks()).map(TheoryWorkspace::exhibit).toList();
  }

  private static Exhibit exhibit(BenchState bench) {
    List<String> changes = new ArrayList<>(bench.settings().changes());
    long seed = bench.settings().seed();
    if (seed != bench.bench().defaults().seed()) changes.add(Words.of("claim.set.typed", "seed", seed));
    return new Exhibit(new Subject.OfBench(bench.bench().id(), changes), bench.bench().card().name(),
        BenchFigures.of(bench.findings().orElseThrow().picture(), Showing.PRINT));
  }

  @Override public Map<String, String> remember() {
    if (desk == null) return Map.of();
    List<String> changes = new ArrayList<>(desk.state().settings().changes());
    changes.add(desk.state().settings().seedChange());
    return Map.of("bench", desk.state().bench().id(), "changes", String.join("\n", changes));
  }

  @Override public void restore(Map<String, String> remembered) {
    if (desk == null) return;
    Benches.named(remembered.getOrDefault("bench", "")).ifPresent(bench -> {
      desk.show(bench);
      desk.change(_ -> fitting(bench.defaults(), remembered.getOrDefault("changes", "").lines().toList()));
    });
  }

  /// A control that this version no longer has is left out.
  private static Settings fitting(Settings settings, List<String> changes) {
    for (String each : changes) {
      try {
        settings = settings.with(each);
      } catch (IllegalArgumentException doesNotFit) {
        continue;
      }
    }
    return settings;
  }

  /// For the projector the rail and the panel go, and p stands in the bar.
  @Override public void showControls(boolean shown) {
    bare = !shown;
    Controls.present(panel, shown);
    Controls.present(rail, shown && !narrow);
    bar.showRate(!shown);
  }

  @Override public ReadOnlyBooleanProperty controlsShownProperty() { return panel.visibleProperty(); }

  @Override public void focusDropRate() { panel.focus(); }

  @Override public void changeDropRate(double delta) {
    if (desk.state().bench().controls().stream().noneMatch(each -> each instanceof Control.Rate && each.id().equals("p"))) return;
    desk.change(settings -> settings.with("p", Math.rint(100 * (settings.get("p") + delta)) / 100));
  }

  @Override public String keys() { return Words.of("theory.keys"); }

  @Override public boolean undo() {
    desk.undo();
    return true;
  }

  @Override public boolean redo() {
    desk.redo();
    return true;
  }

  @Override public boolean playOrPause() {
    clockwork.playOrPause();
    return true;
  }

  @Override public boolean press(KeyEvent event) {
    switch (event.getCode()) {
      case UP -> desk.go(-1);
      case DOWN -> desk.go(1);
      case ENTER -> desk.revealOrAsk();
      case SPACE -> clockwork.playOrPause();
      case S -> clockwork.step();
      case R -> desk.reset();
      case N -> desk.change(settings -> settings.withSeed(settings.seed() + 1));
      case C -> desk.checkAll();
      case Q -> desk.asksFirst().set(!desk.asksFirst().get());
      case G -> desk.gaps().set(!desk.gaps().get());
      case E -> fireEvent(new ExportEvent(picture.canvas()));
      case ESCAPE -> {
        return desk.isBusy() && desk.stop();
      }
      default -> {
        return false;
      }
    }
    return true;
  }

  /// With Ctrl the arrows go to the next bench from wherever the focus is.
  @Override public boolean pressWithControl(KeyEvent event) {
    if (event.getCode() != KeyCode.UP && event.getCode() != KeyCode.DOWN) return false;
    desk.go(event.getCode() == KeyCode.UP ? -1 : 1);
    return true;
  }
}
