package dropoutlab.figure;

import dropoutlab.data.DataSet;
import dropoutlab.frame.Finding;

/// MC dropout along one input: where the predictive variance comes from.
public final class LineFigure implements Figure {
  private final DataSet data;
  private final Finding.Line line;
  private final Options options;

  /// Which layers are shown.
  ///
  /// @param handles the data's edges can be dragged, and look like it
  public record Options(boolean bands, boolean singles, boolean deterministic, boolean rivals, boolean handles) {
    /// All that there is, for a printed figure.
    public static final Options PRINT = new Options(true, true, true, true, false);
  }

  /// @param data of one input and one target
  public LineFigure(DataSet data, Finding.Line line, Options options) {
    this.data = data;
    this.line = line;
    this.options = options;
  }

  @Override public void draw(Pen pen, double width, double height, Theme theme) {}
}
