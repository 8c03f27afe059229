package dropoutlab.ui.export;

import atlantafx.base.controls.ToggleSwitch;
import dropoutlab.figure.plot.Theme;
import dropoutlab.ui.fx.Controls;
import dropoutlab.ui.parts.Segments;
import dropoutlab.words.Words;
import javafx.util.Subscription;

/// The colours, and whether there is a ground.
final class LookSection extends SheetSection {
  private final Segments<Theme> look = new Segments<Theme>()
      .with(Theme.LIGHT, "look-light", Words.of("sheet.look.light"), Words.of("sheet.look.light.tip"))
      .with(Theme.DARK, "look-dark", Words.of("sheet.look.dark"), Words.of("sheet.look.dark.tip"))
      .with(Theme.PROJECTOR, "look-projector", Words.of("sheet.look.projector"), Words.of("sheet.look.projector.tip"))
      .with(Theme.PRINT, "look-print", Words.of("sheet.look.print"), Words.of("sheet.look.print.tip"));
  private final ToggleSwitch clear = new ToggleSwitch();

  LookSection() {
    super(Words.of("sheet.look"));
    clear.setId("transparent");
    clear.setAccessibleText(Words.of("sheet.look.transparent.tip"));
    add(row(look, Controls.spring(), word(Words.of("sheet.look.transparent")), clear));
  }

  Subscription bind(SheetState state) {
    return Subscription.combine(state.order().subscribe(order -> {
      look.choose(order.page().theme());
      clear.setSelected(order.page().transparent());
      setDisable(order.what() == What.WINDOW);
    }), look.value().subscribe((_, theme) -> state.changePage(page -> page.withTheme(theme))),
        clear.selectedProperty().subscribe((_, on) -> state.changePage(page -> page.withTransparent(on))));
  }
}
