package dropoutlab.figure.theory.features;

import dropoutlab.figure.plot.Figure;
import dropoutlab.figure.plot.Pen;
import dropoutlab.figure.plot.Theme;
import dropoutlab.figure.theory.Showing;
import dropoutlab.frame.bench.FeaturesPicture.Nested;

record NestedFigure(Nested of, Showing showing) implements Figure {
  @Override public void draw(Pen pen, double width, double height, Theme theme) {}
}
