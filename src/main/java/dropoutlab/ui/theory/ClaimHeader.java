package dropoutlab.ui.theory;

import dropoutlab.figure.theory.VerdictGlyph;
import dropoutlab.frame.bench.Findings;
import dropoutlab.ui.fx.Appearance;
import dropoutlab.ui.fx.Controls;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

/// The claim in one sentence, its conditions, and the verdict of its headline; until the answer is told, the question.
final class ClaimHeader extends HBox {
  private static final PseudoClass OPEN = PseudoClass.getPseudoClass("open"), FAILS = PseudoClass.getPseudoClass("fails");
  private static final double GLYPH = 15;

  private final Label claim = Controls.label("", "claim");
  private final Label conditions = Controls.label("", "muted");
  private final VerdictIcon icon;
  private final Label verdict = Controls.label("", "pill-text");
  private final HBox pill;

  ClaimHeader(Appearance appearance) {
    super(14);
    icon = new VerdictIcon(appearance, GLYPH);
    setAlignment(Pos.CENTER_LEFT);
    getStyleClass().add("claim-header");
    claim.setId("claim");
    conditions.setId("claimConditions");
    verdict.setId("claimVerdict");
    claim.setWrapText(true);
    conditions.setWrapText(true);
    claim.setMinHeight(USE_PREF_SIZE);
    conditions.setMinHeight(USE_PREF_SIZE);
    VBox words = new VBox(1, claim, conditions);
    words.setAlignment(Pos.CENTER_LEFT);
    words.setMinWidth(0);
    HBox.setHgrow(words, Priority.ALWAYS);
    pill = new HBox(3, icon, verdict);
    pill.setAlignment(Pos.CENTER);
    pill.setMinWidth(USE_PREF_SIZE);
    pill.setMaxHeight(USE_PREF_SIZE);
    pill.getStyleClass().add("verdict-pill");
    getChildren().addAll(words, pill);
  }

  Subscription bind(Desk desk) { return Subscription.combine(icon.bind(), desk.version().subscribe(_ -> show(desk.state()))); }

  private void show(BenchState at) {
    String question = at.findings().map(Findings::question).orElse("");
    claim.setText(at.asks() && !question.isEmpty() ? question : at.bench().card().claim().text());
    conditions.setText(at.findings().map(Findings::conditions).orElse(""));
    Standing standing = Standing.of(at);
    icon.show(standing.glyph(), standing.share());
    verdict.setText(standing.title());
    pill.pseudoClassStateChanged(OPEN, at.asks());
    pill.pseudoClassStateChanged(FAILS, standing.glyph() == VerdictGlyph.FAILS);
    pill.setAccessibleText(standing.title());
  }
}
