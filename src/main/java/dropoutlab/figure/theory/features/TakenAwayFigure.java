package dropoutlab.figure.theory.features;

import dropoutlab.figure.plot.*;
import dropoutlab.figure.theory.Showing;
import dropoutlab.frame.bench.FeaturesPicture;

record TakenAwayFigure(FeaturesPicture.TakenAway of, Showing showing) implements Figure {
  @Override public void draw(Pen pen, double width, double height, Theme theme) {}
}
