package dropoutlab.ui.uncertainty;

import dropoutlab.frame.Sampling;
import dropoutlab.ui.fx.Controls;
import dropoutlab.ui.fx.Sliders;
import dropoutlab.ui.parts.CheckedField;
import dropoutlab.ui.parts.Section;
import dropoutlab.ui.parts.Segments;
import dropoutlab.ui.parts.Ticks;
import dropoutlab.words.Numbers;
import dropoutlab.words.Words;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

/// T, the number of passes, and whether a pass has one mask for all inputs.
final class PassesSection extends Section {
  private static final double DECADES = 4;

  private final Label big;
  private final Slider slider = Sliders.plain("T", 0, DECADES, Words.of("uncertainty.passes.slider"));
  private final CheckedField field =
      CheckedField.whole("TField", Words.of("uncertainty.passes.field"), Words.of("uncertainty.passes.field.tip"), 1,
          Sampling.MOST_PASSES);
  private final Segments<Boolean> masks = new Segments<Boolean>()
      .with(true, "heldMask", Words.of("uncertainty.passes.held"), Words.of("uncertainty.passes.held.tip"))
      .with(false, "freshMask", Words.of("uncertainty.passes.fresh"), Words.of("uncertainty.passes.fresh.tip"));
  private final Label meaning = Controls.label("", "faint");
  private boolean showing;

  PassesSection() {
    Label big = Controls.label(Words.of("uncertainty.passes.t", 100), "big-p");
    super(Words.of("uncertainty.passes.title"), false, big);
    this.big = big;
    big.setId("TValue");
    slider.getStyleClass().add("drop-slider");
    slider.setBlockIncrement(DECADES / 40);
    meaning.setWrapText(true);
    meaning.setId("maskMeaning");
    add(new VBox(slider, new Ticks(DECADES, List.of("1", "10", "100", "1,000", "10,000"), 0, 1, 2, 3, 4)),
        field.small(), masks, meaning);
  }

  Subscription bind(QuerySettings inquiry) {
    return Subscription.combine(
        inquiry.sampling().subscribe(this::show),
        slider.valueProperty().subscribe((_, position) -> {
          if (!showing) inquiry.setPasses(passes(position.doubleValue()));
        }),
        field.bind(text -> inquiry.setPasses(Integer.parseInt(text))),
        masks.value().subscribe((_, held) -> inquiry.setHeld(held)));
  }

  private void show(Sampling sampling) {
    showing = true;
    if (passes(slider.getValue()) != sampling.passes()) slider.setValue(Math.log10(sampling.passes()));
    masks.choose(sampling.held());
    showing = false;
    big.setText(Words.of("uncertainty.passes.t", Numbers.count(sampling.passes())));
    field.show(Integer.toString(sampling.passes()));
    meaning.setText(Words.of(sampling.held() ? "uncertainty.passes.held.means" : "uncertainty.passes.fresh.means"));
  }

  /// To two significant digits, as the slider cannot be set finer; its ends are exact.
  private static int passes(double position) {
    double count = Math.pow(10, position);
    double unit = Math.pow(10, Math.max(0, Math.floor(Math.log10(count) + 1e-9) - 1));
    return (int) Math.clamp(Math.rint(count / unit) * unit, 1, Sampling.MOST_PASSES);
  }
}
