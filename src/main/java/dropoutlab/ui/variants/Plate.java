package dropoutlab.ui.variants;

import dropoutlab.card.Cards;
import dropoutlab.card.Group;
import dropoutlab.card.MethodCard;
import dropoutlab.card.place.Placement;
import dropoutlab.figure.variant.Side.Letter;
import dropoutlab.ui.fx.Appearance;
import dropoutlab.ui.fx.Controls;
import dropoutlab.ui.fx.LabModel;
import dropoutlab.ui.fx.Sliders;
import dropoutlab.words.Shown;
import dropoutlab.words.Words;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Slider;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

/// Who is A or B: glyph, name, p with its three numbers. The name opens the methods that can stand there.
final class Plate extends HBox {
  private static final PseudoClass NONE = PseudoClass.getPseudoClass("none");

  private final Letter letter;
  private final GlyphIcon glyph;
  private final MenuButton name = new MenuButton();
  private final Label three = Controls.label("", "plate-numbers");
  private final Label big = Controls.label("", "plate-p");
  private final Slider slider;
  private final VBox rate;
  private boolean showing;

  Plate(Letter letter, Appearance appearance) {
    super(10);
    this.letter = letter;
    glyph = new GlyphIcon(appearance, 26);
    String key = letter.name().toLowerCase(java.util.Locale.ROOT);
    setId("plate-" + key);
    getStyleClass().addAll("plate", "plate-" + key);
    setAlignment(Pos.CENTER_LEFT);
    name.setId("plateMethod-" + key);
    name.getStyleClass().add("plate-name");
    three.setId("plateNumbers-" + key);
    three.setMinWidth(0);
    big.setId("plateP-" + key);
    big.setMinWidth(USE_PREF_SIZE);
    slider = Sliders.dropRate("plateSlider-" + key, Words.of("variants.plate.slider", letter.name()));
    slider.setPrefWidth(78);
    rate = new VBox(4, big, slider);
    rate.setAlignment(Pos.CENTER_RIGHT);
    rate.setMinWidth(USE_PREF_SIZE);
    VBox words = new VBox(1, name, three);
    words.setMinWidth(0);
    HBox.setHgrow(words, Priority.ALWAYS);
    getChildren().addAll(new Badge(letter), glyph, words, rate);
  }

  Slider slider() { return slider; }

  Subscription bind(LabModel model, Comparison comparison) {
    name.setOnShowing(_ -> name.getItems().setAll(choices(comparison)));
    return Subscription.combine(glyph.bind(), Sliders.gestures(slider, model),
        slider.valueProperty().subscribe((_, p) -> { if (!showing) comparison.setRate(letter, Math.rint(100 * p.doubleValue()) / 100); }),
        comparison.method(letter).subscribe(_ -> show(comparison)), model.experiment().subscribe(_ -> show(comparison)));
  }

  /// Opens the methods that can stand here.
  void offer() {
    name.requestFocus();
    name.show();
  }

  private List<MenuItem> choices(Comparison comparison) {
    MethodCard a = comparison.a().get();
    return Cards.all().stream().filter(method -> fits(comparison, a, method)).map(method -> {
      MenuItem item = new MenuItem(method.title());
      item.setId("choose-" + letter.name() + "-" + method.name());
      item.setOnAction(_ -> comparison.choose(letter, method));
      return item;
    }).toList();
  }

  private boolean fits(Comparison comparison, MethodCard a, MethodCard method) {
    if (letter == Letter.A) return method.group() == a.group() && method.group() != Group.NONE;
    return comparison.misfitOfB(method).isEmpty();
  }

  private void show(Comparison comparison) {
    MethodCard method = comparison.method(letter).get();
    boolean none = method == null || method.group() == Group.NONE;
    pseudoClassStateChanged(NONE, none);
    if (method == null) {
      name.setText(Words.of("variants.plate.empty"));
      three.setText(Words.of("variants.plate.empty.note"));
      glyph.show(Cards.named("none"), theme -> theme.muted());
      Controls.present(rate, false);
      return;
    }
    name.setText(method.title());
    glyph.show(method, theme -> none ? theme.muted() : letter == Letter.A ? theme.accent() : theme.rivalText());
    double p = comparison.rate(letter);
    boolean rated = !none && method.p().isPresent();
    Controls.present(rate, rated);
    three.setText(none ? Words.of("variants.plate.none") : rated ? Shown.threeNumbers(p) : method.group().title());
    big.setText(Shown.dropRate(p));
    showing = true;
    slider.setValue(p);
    showing = false;
  }

  /// Moves p by a step of the keys.
  void change(double delta) {
    if (rate.isVisible()) slider.setValue(Math.clamp(Math.rint(100 * (slider.getValue() + delta)) / 100, 0, 0.95));
  }
}
