package dropoutlab.ui.export;

import atlantafx.base.controls.ToggleSwitch;
import dropoutlab.ui.fx.Controls;
import dropoutlab.words.Words;
import javafx.scene.control.Label;
import javafx.util.Subscription;

/// Whether the caption stands below the figure, and what it says.
final class CaptionSection extends SheetSection {
  private final ToggleSwitch on = new ToggleSwitch();
  private final Label text = Controls.label("", "caption-box");
  private final Label recipe = Controls.label(Words.of("sheet.recipe"), "muted");

  CaptionSection() {
    super(Words.of("sheet.caption"));
    on.setId("caption");
    on.setAccessibleText(Words.of("sheet.caption.tip"));
    text.setId("captionText");
    text.setWrapText(true);
    text.setMinHeight(USE_PREF_SIZE);
    text.setMaxWidth(Double.MAX_VALUE);
    recipe.setWrapText(true);
    recipe.setMinHeight(USE_PREF_SIZE);
    aside(on);
    add(text, recipe);
  }

  Subscription bind(SheetState state) {
    return Subscription.combine(state.order().subscribe(order -> {
      on.setSelected(order.setup().caption());
      tell(state);
      text.setOpacity(on.isSelected() ? 1 : .55);
      setDisable(order.what() == What.WINDOW);
    }), state.ready().subscribe(_ -> tell(state)), on.selectedProperty()
        .subscribe((_, chosen) -> state.change(o -> o.withSetup(o.setup().withCaption(chosen)))));
  }

  private void tell(SheetState state) {
    text.setText(state.caption());
    Controls.present(text, !text.getText().isEmpty());
  }
}
