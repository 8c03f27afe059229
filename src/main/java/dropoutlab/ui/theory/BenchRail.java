package dropoutlab.ui.theory;

import dropoutlab.claim.Bench;
import dropoutlab.claim.Group;
import dropoutlab.claim.catalogue.Benches;
import dropoutlab.figure.theory.VerdictGlyph;
import dropoutlab.frame.bench.Verdict;
import dropoutlab.ui.fx.Appearance;
import dropoutlab.ui.fx.Controls;
import dropoutlab.words.Words;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

/// All benches in their groups, each with the glyph of its verdict and a number; at the foot what the glyphs mean.
final class BenchRail extends VBox {
  private static final double GLYPH = 13, MARGIN = 20;

  private final List<BenchRow> rows = new ArrayList<>();
  private final ScrollPane scroll;
  private final List<VerdictIcon> legend = new ArrayList<>();

  BenchRail(Appearance appearance) {
    setId("benches");
    getStyleClass().addAll("card", "bench-rail");
    HBox head = new HBox(6, Controls.label(Words.of("theory.rail"), "card-title"), Controls.spring(),
        Controls.label(Words.of("theory.rail.note"), "muted", "small"));
    head.setAlignment(Pos.BASELINE_LEFT);
    VBox all = new VBox();
    for (Group group : Group.values()) {
      if (Benches.of(group).isEmpty()) continue;
      all.getChildren().add(Controls.label(group.title(), "bench-group"));
      for (Bench bench : Benches.of(group)) {
        BenchRow row = new BenchRow(bench, appearance);
        rows.add(row);
        all.getChildren().add(row);
      }
    }
    scroll = new ScrollPane(all);
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    scroll.getStyleClass().add("plain-scroll");
    scroll.setFocusTraversable(false);
    VBox.setVgrow(scroll, Priority.ALWAYS);
    getChildren().addAll(head, scroll, legend(appearance));
  }

  /// Brings the bench that is looked at into view, where not all have room.
  private void follow(Desk desk) {
    BenchRow row = rows.get(desk.states().indexOf(desk.state()));
    double hidden = scroll.getContent().getBoundsInLocal().getHeight() - scroll.getViewportBounds().getHeight();
    if (hidden <= 0) return;
    double top = row.getBoundsInParent().getMinY() - scroll.getVvalue() * hidden, room = scroll.getViewportBounds().getHeight();
    if (top < 0) scroll.setVvalue((row.getBoundsInParent().getMinY() - MARGIN) / hidden);
    else if (top + row.getHeight() > room) scroll.setVvalue((row.getBoundsInParent().getMaxY() + MARGIN - room) / hidden);
  }

  private GridPane legend(Appearance appearance) {
    GridPane grid = new GridPane(12, 2);
    grid.getStyleClass().add("bench-legend");
    Verdict[] verdicts = {Verdict.EQUAL, Verdict.WITHIN_NOISE, Verdict.DIFFERS, Verdict.FAILS};
    for (int i = 0; i < verdicts.length; i++) {
      VerdictIcon icon = new VerdictIcon(appearance, GLYPH - 1);
      icon.show(VerdictGlyph.of(verdicts[i]));
      legend.add(icon);
      HBox entry = new HBox(4, icon, Controls.label(Words.name("theory.legend", verdicts[i]), "muted", "small"));
      entry.setAlignment(Pos.CENTER_LEFT);
      grid.add(entry, i % 2, i / 2);
    }
    return grid;
  }

  Subscription bind(Desk desk) {
    return desk.shown().subscribe(_ -> follow(desk)).and(Subscription.combine(rows.stream().map(row -> row.bind(desk)).toArray(Subscription[]::new)))
        .and(Subscription.combine(legend.stream().map(VerdictIcon::bind).toArray(Subscription[]::new)));
  }
}
