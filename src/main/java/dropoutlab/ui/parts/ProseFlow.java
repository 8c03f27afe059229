package dropoutlab.ui.parts;

import dropoutlab.card.MethodCard.Said;
import dropoutlab.card.Prose;
import dropoutlab.words.Words;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

/// Paragraphs of a card as text with its styles.
public final class ProseFlow {
  private ProseFlow() {}

  public static TextFlow of(Prose prose) {
    TextFlow flow = new TextFlow();
    for (Prose.Run run : prose.runs()) {
      Text text = new Text(run.text());
      text.getStyleClass().add("prose-text");
      if (run.style() == Prose.Style.CODE) text.getStyleClass().add("prose-code");
      if (run.style() == Prose.Style.EMPHASIS) text.getStyleClass().add("prose-emphasis");
      if (run.style() == Prose.Style.STRONG) text.getStyleClass().add("strong");
      flow.getChildren().add(text);
    }
    flow.setMinWidth(0);
    return flow;
  }

  /// What is often said, muted and in quotation marks, and after it what is right.
  public static TextFlow of(Said said) {
    TextFlow flow = of(said.right());
    Text claim = new Text(Words.of("shell.said", said.claim()));
    claim.getStyleClass().addAll("prose-text", "prose-claim");
    flow.getChildren().addFirst(claim);
    return flow;
  }
}
