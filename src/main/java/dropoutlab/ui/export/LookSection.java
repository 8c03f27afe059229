package dropoutlab.ui.export;

import atlantafx.base.controls.ToggleSwitch;
import dropoutlab.figure.plot.Theme;
import dropoutlab.ui.fx.Controls;
import dropoutlab.ui.parts.Segments;
import dropoutlab.ui.parts.Wordings;
import dropoutlab.words.Words;
import javafx.util.Subscription;

/// The colours, and whether there is a ground.
final class LookSection extends SheetSection {
  private final Segments<Theme> look = new Segments<Theme>()
      .with(Theme.LIGHT, "look-light", Words.of("sheet.look.light"), Words.of("sheet.look.light.tip"))
      .with(Theme.DARK, "look-dark", Words.of("sheet.look.dark"), Words.of("sheet.look.dark.tip"))
      .with(Theme.PROJECTOR, "look-projector", Words.of("sheet.look.projector"), Words.of("sheet.look.projector.tip"))
      .with(Theme.PRINT, "look-print", Words.of("sheet.look.print"), Words.of("sheet.look.print.tip"));
  private final Wordings transparent =
      new Wordings("muted", Words.of("sheet.look.transparent"), Words.of("sheet.look.transparent.brief"));
  private final ToggleSwitch clear = new ToggleSwitch();

  LookSection() {
    super(Words.of("sheet.look"));
    clear.setId("transparent");
    clear.setAccessibleText(Words.of("sheet.look.transparent.tip"));
    add(row(look, transparentRoom(), transparent, clear));
  }

  private javafx.scene.Node transparentRoom() {
    var room = Controls.spring();
    room.setMinWidth(6);
    javafx.scene.layout.HBox.setHgrow(room, javafx.scene.layout.Priority.SOMETIMES);
    return room;
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
