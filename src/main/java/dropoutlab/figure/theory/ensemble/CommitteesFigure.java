package dropoutlab.figure.theory.ensemble;

import dropoutlab.figure.plot.Figure;
import dropoutlab.figure.plot.Pen;
import dropoutlab.figure.plot.Theme;
import dropoutlab.figure.theory.Showing;
import dropoutlab.frame.bench.EnsemblePicture;

record CommitteesFigure(EnsemblePicture.Committees of, Showing showing) implements Figure {
  @Override public void draw(Pen pen, double width, double height, Theme theme) {
  }
}
