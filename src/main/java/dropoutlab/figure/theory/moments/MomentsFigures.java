package dropoutlab.figure.theory.moments;

import dropoutlab.figure.plot.Figure;
import dropoutlab.figure.theory.Showing;
import dropoutlab.frame.bench.MomentsPicture;

/// The figure of each bench of the group.
public final class MomentsFigures {
  private MomentsFigures() {}

  public static Figure of(MomentsPicture picture, Showing showing) {
    return switch (picture) {
      case MomentsPicture.BatchNorm norm -> new BatchNormFigure(norm, showing);
      case MomentsPicture.Alpha alpha -> new AlphaFigure(alpha, showing);
      case MomentsPicture.DropBlock block -> new DropBlockFigure(block, showing);
    };
  }
}
