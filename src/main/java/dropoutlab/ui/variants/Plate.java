package dropoutlab.ui.variants;

import dropoutlab.card.Cards;
import dropoutlab.card.Group;
import dropoutlab.card.MethodCard;
import dropoutlab.card.place.Dial;
import dropoutlab.card.place.Strength.Range;
import dropoutlab.figure.variant.Side.Letter;
import dropoutlab.spec.Beside;
import dropoutlab.spec.Setting;
import dropoutlab.ui.fx.Appearance;
import dropoutlab.ui.fx.Controls;
import dropoutlab.ui.fx.LabModel;
import dropoutlab.ui.fx.Sliders;
import dropoutlab.ui.parts.SettingFields;
import dropoutlab.words.Shown;
import dropoutlab.words.Words;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Slider;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.controlsfx.control.PopOver;

/// Who is A or B: glyph, name, p with its three numbers. The name opens the methods that can stand there.
final class Plate extends HBox {
  private static final PseudoClass NONE = PseudoClass.getPseudoClass("none");

  private static final int LONG_TITLE = 24, LONG_BESIDE_OPTIONS = 16;

  private final Letter letter;
  private final GlyphIcon glyph;
  private final MenuButton name = new MenuButton();
  private final Label three = Controls.label("", "plate-numbers");
  private final Label big = Controls.label("", "plate-p");
  private final Slider slider;
  private final VBox rate;
  private final Button options = new Button();
  private final SettingFields<Beside> fields;
  private final PopOver popOver = new PopOver();
  private Dial dial;
  private Consumer<Beside> change = _ -> {};
  private boolean showing;

  Plate(Letter letter, Appearance appearance) {
    super(10);
    this.letter = letter;
    glyph = new GlyphIcon(appearance, 26);
    String key = letter.name().toLowerCase(Locale.ROOT);
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
    options.setId("plateOptions-" + key);
    options.getStyleClass().addAll("chip", "plate-options");
    options.setMinWidth(USE_PREF_SIZE);
    Controls.explain(options, Words.of("variants.plate.options.tip", letter.name()));
    fields = new SettingFields<>("option-" + key + "-", next -> change.accept(next));
    fields.getStyleClass().add("plate-fields");
    popOver.setContentNode(fields);
    popOver.setArrowLocation(PopOver.ArrowLocation.TOP_CENTER);
    popOver.setAnimated(false);
    name.setMinWidth(0);
    HBox title = new HBox(8, name, options);
    title.setAlignment(Pos.CENTER_LEFT);
    VBox words = new VBox(1, title, three);
    words.setMinWidth(0);
    HBox.setHgrow(words, Priority.ALWAYS);
    getChildren().addAll(new Badge(letter), glyph, words, rate);
  }

  Slider slider() { return slider; }

  Subscription bind(LabModel model, Comparison comparison) {
    change = next -> comparison.put(letter, next);
    options.setOnAction(_ -> popOver.show(options));
    name.setOnShowing(_ -> name.getItems().setAll(choices(comparison)));
    return Subscription.combine(glyph.bind(), Sliders.gestures(slider, model),
        slider.valueProperty().subscribe((_, at) -> { if (!showing) comparison.setDial(letter, value(at.doubleValue())); }),

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
      dial = null;
      Controls.present(rate, false);
      Controls.present(options, false);
      return;
    }
    glyph.show(method, theme -> none ? theme.muted() : letter == Letter.A ? theme.accent() : theme.rivalText());
    dial = comparison.dial(letter).orElse(null);
    Controls.present(rate, dial != null);
    three.setText(none ? Words.of("variants.plate.none") : dial != null && dial.rate() ? Shown.threeNumbers(dial.value())
        : method.group().title());
    List<Setting<Beside>> settings = comparison.options(letter);
    Controls.present(options, !settings.isEmpty());
    boolean isLong = method.title().length() > (settings.isEmpty() ? LONG_TITLE : LONG_BESIDE_OPTIONS);
    String title = isLong ? method.shortName() : method.title();
    // Of two networks of one method, what differs is in the name that the experiment gives to B.
    String given = comparison.network(letter).orElseThrow().name();
    boolean alike = letter == Letter.B && method.equals(comparison.a().get()) && !given.equals(method.name());
    name.setText(alike ? Words.of("variants.plate.alike", method.shortName(), given) : title);
    fields.show(method.name(), settings);
    options.setText(settings.isEmpty() ? "" : summary(settings));
    if (dial == null) return;
    big.setText(dial.told().apply(dial.value()));
    showing = true;
    slider.setMin(at(dial.range().least()));
    slider.setMax(at(dial.range().most()));
    slider.setBlockIncrement(dial.rate() ? 0.05 : (slider.getMax() - slider.getMin()) / 20);
    slider.setValue(at(dial.value()));
    showing = false;
  }

  /// The first option in two words: "block 3".
  private static String summary(List<Setting<Beside>> settings) {
    Setting<Beside> first = settings.getFirst();
    return first.value() instanceof Integer whole
        ? Words.of("variants.plate.option", Words.of("trainview.setting." + first.name()), whole) : Words.of("variants.plate.options");
  }

  /// Where a value is on the slider, and the other way round.
  private double at(double value) {
    return dial.range().steps() == Range.Steps.DECADES ? StrictMath.log10(value) : value;
  }

  private double value(double at) {
    return switch (dial.range().steps()) {
      case EVEN -> Math.rint(100 * at) / 100;
      case WHOLE -> Math.rint(at);
      case DECADES -> new BigDecimal(StrictMath.pow(10, at)).round(new MathContext(2)).doubleValue();
    };
  }

  /// Moves the number by a step of the keys, a twentieth where it is no rate.
  void change(double delta) {
    if (dial == null) return;
    double by = dial.rate() ? delta : Math.signum(delta) * slider.getBlockIncrement();
    slider.setValue(Math.clamp(slider.getValue() + by, slider.getMin(), slider.getMax()));
  }
}
