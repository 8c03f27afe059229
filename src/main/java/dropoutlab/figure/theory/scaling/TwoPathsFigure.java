package dropoutlab.figure.theory.scaling;
import dropoutlab.figure.plot.*;
import dropoutlab.figure.theory.Showing;
import dropoutlab.frame.bench.ScalingPicture;
record TwoPathsFigure(ScalingPicture.TwoPaths of, Showing showing) implements Figure {
  @Override public void draw(Pen pen, double width, double height, Theme theme) {}
}
