package dropoutlab.ui.theory;

import dropoutlab.figure.theory.VerdictGlyph;
import dropoutlab.ui.fx.Appearance;
import dropoutlab.ui.fx.Controls;
import dropoutlab.words.Words;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.util.Subscription;

/// How many claims there are, and how many of each verdict; never hidden, it is the promise of the workspace.
final class ScoreLine extends HBox {
  private static final double GLYPH = 14;
  /// A glyph that is only told where there is one.
  private static final List<VerdictGlyph> RARE = List.of(VerdictGlyph.MOVING, VerdictGlyph.YOUR_TURN, VerdictGlyph.STOPPED);

  private record Entry(HBox box, VerdictIcon icon, Label many, Label word) {}

  private final Map<VerdictGlyph, Entry> entries = new EnumMap<>(VerdictGlyph.class);
  private final Label claims = Controls.label("", "strong");

  ScoreLine(Appearance appearance) {
    super(12);
    setId("score");
    setAlignment(Pos.CENTER_RIGHT);
    setMinWidth(USE_PREF_SIZE);
    getChildren().add(claims);
    for (VerdictGlyph glyph : VerdictGlyph.values()) {
      if (glyph == VerdictGlyph.UNKNOWN) continue;
      VerdictIcon icon = new VerdictIcon(appearance, GLYPH);
      icon.show(glyph);
      Label many = Controls.label("", "number", "strong"), word = Controls.label(Words.name("theory.score", glyph), "muted");
      HBox box = new HBox(4, icon, many, word);
      box.setAlignment(Pos.CENTER_LEFT);
      entries.put(glyph, new Entry(box, icon, many, word));
      getChildren().add(box);
    }
  }

  Subscription bind(Desk desk) {
    return desk.version().subscribe(_ -> show(desk))
        .and(Subscription.combine(entries.values().stream().map(entry -> entry.icon.bind()).toArray(Subscription[]::new)));
  }

  void beNarrow(boolean on) {
    Controls.present(claims, !on);
    entries.values().forEach(entry -> Controls.present(entry.word, !on));
  }

  private void show(Desk desk) {
    claims.setText(Words.count("theory.claims", desk.states().size()));
    entries.forEach((glyph, entry) -> {
      long many = desk.states().stream().filter(state -> Standing.of(state).glyph() == glyph).count();
      entry.many.setText(Long.toString(many));
      entry.box.setAccessibleText(Words.of("theory.score.spoken", many, Words.name("theory.score", glyph)));
      Controls.present(entry.box, many > 0 || !RARE.contains(glyph));
    });
  }
}
