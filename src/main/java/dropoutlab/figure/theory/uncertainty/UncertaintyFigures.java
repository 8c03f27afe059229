package dropoutlab.figure.theory.uncertainty;

import dropoutlab.figure.plot.Figure;
import dropoutlab.figure.theory.Showing;
import dropoutlab.frame.bench.UncertaintyPicture;

/// The figure of each bench of the group.
public final class UncertaintyFigures {
  private UncertaintyFigures() {}

  public static Figure of(UncertaintyPicture picture, Showing showing) {
    return switch (picture) {
      case UncertaintyPicture.Sheaf sheaf -> new SheafFigure(sheaf, showing);
      case UncertaintyPicture.Growth growth -> new GrowthFigure(growth, showing);
      case UncertaintyPicture.Spikes spikes -> new SpikesFigure(spikes, showing);
      case UncertaintyPicture.Asking asking -> new AskingFigure(asking, showing);
    };
  }
}
