package dropoutlab.figure.variant;

import dropoutlab.figure.plot.Figure;
import dropoutlab.figure.plot.PartTable;
import dropoutlab.frame.Evidence;
import java.util.List;
import java.util.Optional;

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

  /// The networks that are compared.
  Versus versus();

  /// What was measured about them; empty while it is computed.
  Optional<? extends Evidence> measured();

  /// What there is to see in the pictures, in a few sentences.
  List<String> sentences();

  /// Adds the numbers that the pictures show: as a rule the values of one example at every place of dropout.
  ///
  /// @param example the row of the batch, from 0
  default void tabulate(PartTable table, int example) { new SiteTold(versus(), example).tabulate(table); }

  /// A plot of evidence.
  ///
  /// @param note  what is plotted, in a few words with its unit
  /// @param share of the width
  record Panel(String title, String note, double share, Figure figure) {
    public Panel(String title, String note, Figure figure) { this(title, note, 1, figure); }
  }
}
