package dropoutlab.figure.theory.ensemble;
import dropoutlab.figure.plot.*;
import dropoutlab.figure.theory.Showing;
import dropoutlab.frame.bench.EnsemblePicture;
record ErrorPlot(EnsemblePicture.NearlyNormal of, Showing showing) implements Figure {
  @Override public void draw(Pen pen, double width, double height, Theme theme) {}
}
