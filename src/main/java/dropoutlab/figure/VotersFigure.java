package dropoutlab.figure;

import dropoutlab.data.Schema;
import dropoutlab.frame.PointPasses;
import dropoutlab.frame.Weights;
import java.util.Optional;

/// The thinned networks that spoke for each side.
public final class VotersFigure implements Figure {
  private final PointPasses passes;
  private final Schema schema;
  private final Optional<Weights> weights;

  /// @param weights the network's: with them the edges that are left are drawn too
  public VotersFigure(PointPasses passes, Schema schema, Optional<Weights> weights) {
    this.passes = passes;
    this.schema = schema;
    this.weights = weights;
  }

  @Override public void draw(Pen pen, double width, double height, Theme theme) {}
}
