package dropoutlab.ui.uncertainty;

import dropoutlab.ui.fx.Controls;
import dropoutlab.ui.fx.Sliders;
import dropoutlab.words.Numbers;
import dropoutlab.words.Words;
import java.util.function.DoubleFunction;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.kordamp.ikonli.feather.Feather;

/// What can be done to a picture, with sliders; a chip for writing on it, and a button that undoes it all.
final class PictureTools extends VBox {
  private static final double MOST_BLUR = 4;

  private final ObjectProperty<Treatment> treatment = new SimpleObjectProperty<>(Treatment.NONE);
  private final Slider turn = slider("turn", -180, 180, 0, Words.of("uncertainty.tools.turn.tip"), 5);
  private final Slider right = slider("shiftRight", -1, 1, 0, Words.of("uncertainty.tools.right.tip"), 1);
  private final Slider down = slider("shiftDown", -1, 1, 0, Words.of("uncertainty.tools.down.tip"), 1);
  private final Slider blur = slider("blur", 0, MOST_BLUR, 0, Words.of("uncertainty.tools.blur.tip"), 0.25);
  private final ToggleButton scribble = Controls.chip("scribble", Words.of("uncertainty.tools.write"),
      Words.of("uncertainty.tools.write.tip"));
  private final Button reset =
      Controls.button("resetPicture", Words.of("uncertainty.tools.reset"), Feather.ROTATE_CCW,
          Words.of("uncertainty.tools.reset.tip"));
  private boolean showing;

  PictureTools() {
    super(6);
    GridPane grid = new GridPane(10, 4);
    row(grid, 0, Words.of("uncertainty.tools.turn"), turn,
        value -> Words.of("uncertainty.tools.degrees", Numbers.fixed(value, 0)), Words.of("uncertainty.tools.blur"),
        blur, PictureTools::pixels);
    row(grid, 1, Words.of("uncertainty.tools.right"), right, PictureTools::pixels, Words.of("uncertainty.tools.down"),
        down, PictureTools::pixels);
    reset.getStyleClass().add("chip");
    HBox chips = new HBox(8, scribble, reset);
    chips.setAlignment(Pos.CENTER_LEFT);
    getChildren().addAll(grid, chips);
  }

  private static String pixels(double value) {
    return Words.of("uncertainty.tools.pixels", Numbers.fixed(value, 1));
  }

  private static Slider slider(String id, double min, double max, double at, String text, double step) {
    Slider slider = Sliders.plain(id, min, max, text);
    slider.getStyleClass().add("thin");
    slider.setBlockIncrement(step);
    slider.setValue(at);
    return slider;
  }

  private static void row(GridPane grid, int row, String a, Slider first, DoubleFunction<String> showFirst, String b,
                          Slider second, DoubleFunction<String> showSecond) {
    cell(grid, row, 0, a, first, showFirst);
    cell(grid, row, 3, b, second, showSecond);
  }

  private static void cell(GridPane grid, int row, int column, String name, Slider slider,
                           DoubleFunction<String> text) {
    Label label = Controls.label(name, "muted");
    label.setMinWidth(USE_PREF_SIZE);
    Label value = Controls.label("", "number", "tool-value");
    slider.valueProperty().subscribe(v -> value.setText(text.apply(v.doubleValue())));
    GridPane.setHgrow(slider, Priority.ALWAYS);
    grid.add(label, column, row);
    grid.add(slider, column + 1, row);
    grid.add(value, column + 2, row);
  }

  ObjectProperty<Treatment> treatment() { return treatment; }

  boolean isWriting() { return scribble.isSelected(); }

  /// The picture is `pixels` wide: it can be moved by half of that.
  void fit(int pixels) {
    for (Slider slider : new Slider[] {right, down}) {
      slider.setMin(-pixels / 2.0);
      slider.setMax(pixels / 2.0);
    }
  }

  Subscription bind() {
    reset.setOnAction(_ -> treatment.set(Treatment.NONE));
    return Subscription.combine(treatment.subscribe(this::show),
        turn.valueProperty().subscribe((_, v) -> change(treatment.get().withDegrees(Math.rint(v.doubleValue())))),
        blur.valueProperty().subscribe((_, v) ->
            change(treatment.get().withBlurPx(Math.rint(v.doubleValue() * 10) / 10))),
        right.valueProperty().subscribe((_, v) ->
            change(treatment.get().withRightPx(Math.rint(v.doubleValue() * 10) / 10))),
        down.valueProperty().subscribe((_, v) ->
            change(treatment.get().withDownPx(Math.rint(v.doubleValue() * 10) / 10))));
  }

  private void change(Treatment next) { if (!showing) treatment.set(next); }

  private void show(Treatment now) {
    showing = true;
    if (Math.rint(turn.getValue()) != now.degrees()) turn.setValue(now.degrees());
    if (Math.abs(blur.getValue() - now.blurPx()) > 0.05) blur.setValue(now.blurPx());
    if (Math.abs(right.getValue() - now.rightPx()) > 0.05) right.setValue(now.rightPx());
    if (Math.abs(down.getValue() - now.downPx()) > 0.05) down.setValue(now.downPx());
    showing = false;
    reset.setDisable(now.equals(Treatment.NONE));
  }
}
