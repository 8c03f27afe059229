package dropoutlab.card;

import dropoutlab.card.Prose.Run;
import dropoutlab.card.Prose.Style;
import java.util.ArrayList;
import java.util.List;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.Emphasis;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;

/// Turns a paragraph of Markdown into runs. Line ends become spaces.
final class ProseReader extends AbstractVisitor {
  private final List<Run> runs = new ArrayList<>();
  private Style style = Style.PLAIN;

  private ProseReader() {}

  static Prose read(Node paragraph) {
    ProseReader reader = new ProseReader();
    reader.visitChildren(paragraph);
    return new Prose(reader.runs);
  }

  @Override public void visit(Text text) { add(text.getLiteral(), style); }

  @Override public void visit(Code code) { add(code.getLiteral(), Style.CODE); }

  @Override public void visit(SoftLineBreak lineEnd) { add(" ", style); }

  @Override public void visit(HardLineBreak lineEnd) { add(" ", style); }

  @Override public void visit(Emphasis emphasis) { inside(emphasis, Style.EMPHASIS); }

  @Override public void visit(StrongEmphasis strong) { inside(strong, Style.STRONG); }

  private void inside(Node node, Style inner) {
    Style outer = style;
    style = inner;
    visitChildren(node);
    style = outer;
  }

  private void add(String text, Style of) {
    if (!runs.isEmpty() && runs.getLast().style() == of) runs.addLast(new Run(runs.removeLast().text() + text, of));
    else runs.add(new Run(text, of));
  }
}
