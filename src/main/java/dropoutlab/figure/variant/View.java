package dropoutlab.figure.variant;

import dropoutlab.figure.plot.Figure;
import java.util.List;

/// What a view of methods consists of: the architecture in one line with the places of dropout, the pictures of A and B
/// on the same example, and small plots of evidence. [VariantFigure] puts them together.
public interface View {
  /// The room between the pictures of A and B, and between plots of evidence.
  double GAP = 24;

  /// The architecture in one line.
  Figure strip();

  /// The height of the strip, in pixels.
  default double stripHeight() { return SiteStrip.HEIGHT; }

  /// A's picture in the left half and B's in the right one, or one picture over the whole width.
  Figure hero();

  /// The plots of evidence from the left to the right: at most three.
  List<Panel> evidence();

  /// Says in a few sentences what there is to see, for screen readers and captions.
  String describe();

  /// A plot of evidence.
  ///
  /// @param note  what is plotted, in a few words with its unit
  /// @param share of the width
  record Panel(String title, String note, double share, Figure figure) {
    public Panel(String title, String note, Figure figure) { this(title, note, 1, figure); }
  }
}
