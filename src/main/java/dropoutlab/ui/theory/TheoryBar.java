package dropoutlab.ui.theory;

import dropoutlab.claim.Bench;
import dropoutlab.claim.Control;
import dropoutlab.claim.Group;
import dropoutlab.claim.catalogue.Benches;
import dropoutlab.spec.Seed;
import dropoutlab.ui.fx.Appearance;
import dropoutlab.ui.fx.Controls;
import dropoutlab.ui.fx.FieldCheck;
import dropoutlab.ui.fx.Sliders;
import dropoutlab.words.Numbers;
import dropoutlab.words.Shown;
import dropoutlab.words.Words;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.CustomMenuItem;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.Slider;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.util.Subscription;
import org.kordamp.ikonli.feather.Feather;

/// The transport of the benches: reset, play, step, the clock of the bench, its seed; and the score of all claims.
final class TheoryBar extends HBox {
  private static final double GLYPH = 14;

  private final Button reset = Controls.iconButton("benchReset", Feather.ROTATE_CCW, Words.of("theory.bar.reset"));
  private final Button play = Controls.iconButton("benchPlay", Feather.PLAY, Words.of("theory.bar.play"));
  private final Button step = Controls.iconButton("benchStep", Feather.SKIP_FORWARD, Words.of("theory.bar.step"));
  private final MenuButton picker = new MenuButton();
  private final VerdictIcon pickerIcon;
  private final Label unit = Controls.label("", "muted");
  private final Label time = Controls.label("", "number", "strong");
  private final Label speedName = Controls.label(Words.of("theory.bar.speed"), "muted");
  private final Slider speed = Sliders.plain("benchSpeed", 0, 1, Words.of("theory.bar.speed.tip"));
  private final Label rate = Controls.label("", "bar-p");
  private final TextField seed = new TextField();
  private final HBox clock;
  private final HBox speedGroup;
  private final HBox seedGroup;
  private final ScoreLine score;
  private final Button all = new Button(Words.of("theory.bar.check"));
  private boolean narrow;
  private boolean bare;

  TheoryBar(Appearance appearance) {
    setId("theoryBar");
    getStyleClass().addAll("run-bar", "theory-bar");
    setAlignment(Pos.CENTER_LEFT);
    play.getStyleClass().add("play-button");
    speed.getStyleClass().add("speed");
    speed.setValue(.5);
    time.setId("benchClock");
    seed.setId("benchSeed");
    seed.getStyleClass().addAll("number", "seed");
    rate.setId("benchBarP");
    rate.setMinWidth(USE_PREF_SIZE);
    all.setId("checkAll");
    all.setMinWidth(USE_PREF_SIZE);
    Controls.explain(all, Words.of("theory.bar.check.tip"));
    pickerIcon = new VerdictIcon(appearance, GLYPH);
    picker.setId("benchPicker");
    picker.setGraphic(pickerIcon);
    picker.setAccessibleText(Words.of("theory.bar.picker"));
    clock = group(5, unit, time);
    speedGroup = group(5, speedName, speed);
    seedGroup = group(5, Controls.label(Words.of("theory.bar.seed"), "muted"), seed);
    score = new ScoreLine(appearance);
    getChildren().addAll(group(4, reset, play, step), picker, clock, speedGroup, seedGroup, rate, Controls.spring(), score, all);
    Controls.present(rate, false);
    beNarrow(false);
  }

  private static HBox group(double gap, javafx.scene.Node... nodes) {
    HBox group = new HBox(gap, nodes);
    group.setAlignment(Pos.CENTER_LEFT);
    group.setMinWidth(USE_PREF_SIZE);
    return group;
  }

  /// Shows p in the seed's place while the panel with its slider is hidden, and the score without its words: for the
  /// projector the type is larger.
  void showRate(boolean on) {
    Controls.present(rate, on);
    Controls.present(seedGroup, !on);
    bare = on;
    score.beNarrow(narrow || bare);
  }

  /// A picker takes the place of the list of benches, of the clock and the speed.
  void beNarrow(boolean on) {
    narrow = on;
    Controls.present(picker, on);
    Controls.present(speedGroup, !on);
    score.beNarrow(narrow || bare);
    all.setText(Words.of(on ? "theory.bar.check.brief" : "theory.bar.check"));
  }

  Subscription bind(Desk desk, Clockwork clockwork) {
    reset.setOnAction(_ -> desk.reset());
    play.setOnAction(_ -> clockwork.playOrPause());
    step.setOnAction(_ -> clockwork.step());
    all.setOnAction(_ -> desk.checkAll());
    seed.setOnAction(_ -> applySeed(desk));
    FieldCheck.of(seed, text -> text.isEmpty() || Seed.of(text.strip()).isPresent() ? Optional.empty()
        : Optional.of(Seed.fault(text)), fault -> Controls.explain(seed, fault.isEmpty() ? Words.of("theory.bar.seed.tip") : fault));
    for (Group group : Group.values()) addToPicker(group, desk);
    return Subscription.combine(score.bind(desk), pickerIcon.bind(), desk.version().subscribe(_ -> show(desk)),
        speed.valueProperty().subscribe(value -> clockwork.setSpeed(value.doubleValue())),
        clockwork.playing().subscribe(this::showPlaying),
        seed.focusedProperty().subscribe((_, focused) -> { if (!focused) applySeed(desk); }));
  }

  private void addToPicker(Group group, Desk desk) {
    if (Benches.of(group).isEmpty()) return;
    if (!picker.getItems().isEmpty()) picker.getItems().add(new SeparatorMenuItem());
    CustomMenuItem title = new CustomMenuItem(Controls.label(group.title(), "muted", "small"), false);
    title.setDisable(true);
    picker.getItems().add(title);
    for (Bench bench : Benches.of(group)) {
      MenuItem item = new MenuItem(bench.card().name());
      item.setId("pick-" + bench.id());
      item.setOnAction(_ -> desk.show(bench));
      picker.getItems().add(item);
    }
  }

  private void applySeed(Desk desk) {
    Seed.of(seed.getText().strip()).ifPresentOrElse(next -> desk.change(settings -> settings.withSeed(next)),
        () -> seed.setText(Long.toString(desk.state().settings().seed())));
  }

  private void show(Desk desk) {
    BenchState at = desk.state();
    Bench bench = at.bench();
    Optional<Control.Clock> runs = Clockwork.of(bench);
    Controls.present(clock, runs.isPresent() && !narrow);
    play.setDisable(runs.isEmpty());
    step.setDisable(runs.isEmpty());
    unit.setText(bench.card().unit());
    runs.ifPresent(each -> time.setText(Words.of("theory.bar.time", Numbers.count(at.settings().get(each.id())), Numbers.count(each.most()))));
    if (!seed.isFocused()) seed.setText(Long.toString(at.settings().seed()));
    picker.setText(Words.of("theory.bar.picked", bench.group().title(), bench.card().name()));
    Standing standing = Standing.of(at);
    pickerIcon.show(standing.glyph(), standing.share());
    boolean rated = bench.controls().stream().anyMatch(Control.Rate.class::isInstance);
    rate.setText(rated ? Shown.dropRate(at.settings().get("p")) : "");
  }

  private void showPlaying(boolean on) {
    play.setGraphic(Controls.icon(on ? Feather.PAUSE : Feather.PLAY));
    Controls.explain(play, Words.of(on ? "theory.bar.pause" : "theory.bar.play"));
  }
}
