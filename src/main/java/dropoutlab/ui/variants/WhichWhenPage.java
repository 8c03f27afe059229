package dropoutlab.ui.variants;

import dropoutlab.card.MethodCard;
import dropoutlab.card.WhichWhen;
import dropoutlab.figure.variant.Side.Letter;
import dropoutlab.ui.fx.Appearance;
import dropoutlab.ui.fx.Controls;
import dropoutlab.words.Words;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.kordamp.ikonli.feather.Feather;

/// Which dropout where, at what rate, and when not at all. Each line is a link into its view.
final class WhichWhenPage extends VBox {
  private static final double[] SHARES = {22, 34, 20, 24};

  private final Button close = Controls.quietButton("closeWhich", Feather.X, Words.of("variants.which.close"));
  private final VBox parts = new VBox(14);
  private final List<GlyphIcon> glyphs = new ArrayList<>();
  private final List<Hyperlink> links = new ArrayList<>();

  WhichWhenPage(Appearance appearance) {
    WhichWhen page = WhichWhen.page();
    setId("whichPage");
    getStyleClass().addAll("card", "which-page");
    Label title = Controls.label(page.title(), "panel-title"), lead = Controls.label(page.lead(), "muted");
    lead.setWrapText(true);
    HBox head = new HBox(8, new VBox(2, title, lead), Controls.spring(), close);
    head.setAlignment(Pos.TOP_LEFT);
    for (WhichWhen.Part part : page.parts()) parts.getChildren().add(part(part, appearance));
    ScrollPane scroll = new ScrollPane(parts);
    scroll.setFitToWidth(true);
    scroll.getStyleClass().add("plain-scroll");
    VBox.setVgrow(scroll, Priority.ALWAYS);
    getChildren().addAll(head, scroll);
    Controls.present(this, false);
  }

  private VBox part(WhichWhen.Part part, Appearance appearance) {
    GridPane grid = new GridPane(14, 4);
    for (double share : SHARES) {
      ColumnConstraints column = new ColumnConstraints();
      column.setPercentWidth(share);
      grid.getColumnConstraints().add(column);
    }
    grid.addRow(0, Controls.label(part.title(), "family-heading"), Controls.label(Words.of("variants.which.where"), "muted", "small"),
        Controls.label(Words.of("variants.which.rate"), "muted", "small"), Controls.label(Words.of("variants.which.never"), "muted", "small"));
    for (int i = 0; i < part.lines().size(); i++) {
      WhichWhen.Line line = part.lines().get(i);
      grid.addRow(i + 1, link(line, appearance), words(line.where()), words(line.rate()), words(line.never()));
    }
    return new VBox(grid);
  }

  private Hyperlink link(WhichWhen.Line line, Appearance appearance) {
    GlyphIcon glyph = new GlyphIcon(appearance, 15);
    glyph.show(line.method(), theme -> theme.ink());
    glyphs.add(glyph);
    Hyperlink link = new Hyperlink(line.method().title(), glyph);
    link.setId("which-" + line.method().name());
    link.getStyleClass().add("which-link");
    link.setUserData(line.method());
    link.setWrapText(true);
    links.add(link);
    return link;
  }

  private static Label words(String text) {
    Label label = Controls.label(text);
    label.setWrapText(true);
    label.setMinHeight(USE_PREF_SIZE);
    return label;
  }

  Subscription bind(Comparison comparison) {
    close.setOnAction(_ -> show(false));
    setOnKeyPressed(event -> {
      if (event.getCode() != KeyCode.ESCAPE) return;
      show(false);
      event.consume();
    });
    links.forEach(link -> link.setOnAction(_ -> {
      link.setVisited(false);
      show(false);
      comparison.choose(Letter.A, (MethodCard) link.getUserData());
    }));
    return Subscription.combine(glyphs.stream().map(GlyphIcon::bind).toArray(Subscription[]::new));
  }

  void show(boolean on) {
    Controls.present(this, on);
    if (on) links.getFirst().requestFocus();
  }
}
