package dropoutlab.figure.sweep;

import dropoutlab.figure.plot.Pen;
import dropoutlab.figure.plot.Theme;
import java.util.Optional;

final class Lying implements Arrangement {
  @Override public ValuePanel values() { return null; }
  @Override public Optional<DifferencePanel> differences() { return Optional.empty(); }
  @Override public void drawGround(Pen pen, Theme theme) {}
  @Override public void drawWords(Pen pen, Theme theme) {}
  @Override public Pen pen(Pen pen) { return pen; }
  @Override public double along(double x, double y) { return y; }
  @Override public double at(double x, double y) { return x; }
}
