package dropoutlab.figure.theory.features;

import dropoutlab.figure.plot.Figure;
import dropoutlab.figure.plot.Hit;
import dropoutlab.figure.plot.Inset;
import dropoutlab.figure.plot.Pen;
import dropoutlab.figure.plot.Theme;
import dropoutlab.figure.theory.BenchFigure;
import dropoutlab.figure.theory.Showing;
import dropoutlab.figure.theory.Told;
import dropoutlab.frame.bench.FeaturesPicture.Nested;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Cosines between decoder rows and components for the nested network and its twin, what the first b units leave, and
/// how the rows turned to their components; of digits the rows as pictures too.
record NestedFigure(Nested of, Showing showing) implements BenchFigure {
  private static final double GAP = 30, LABELS = 42, HEAD = 40, STRIPS = 440;

  private record Part(Inset at, Figure figure) {}

  private List<Part> parts(double width, double height) {
    boolean hidden = showing.hidden();
    NestedMatrix nested = new NestedMatrix(of.nested().cosines(), true, hidden);
    List<Part> parts = new ArrayList<>();
    boolean wide = width >= 640, tall = height >= 340;
    double top = tall ? Math.round(.53 * height) : height;
    double side = Math.min(top - HEAD, (width - (wide ? 2 : 1) * (LABELS + GAP)) / (wide ? 3.1 : 2)),
        matrix = LABELS + side;
    parts.add(new Part(new Inset(2, 0, width < 300 ? width - 4 : matrix, top), nested));
    if (width < 300) return parts;
    NestedMatrix twin = new NestedMatrix(of.twin().cosines(), false, false);
    if (wide) parts.add(new Part(new Inset(2 + matrix + GAP, 0, matrix, top), twin));
    double left = 2 + (wide ? 2 : 1) * (matrix + GAP);
    parts.add(new Part(new Inset(left, 0, width - left, top), new NestedLeft(of, hidden)));
    if (!tall) return parts;
    double below = top + 16, strips = of.digits() && wide ? STRIPS * width / 812 : 0;
    parts.add(new Part(new Inset(2, below, width - 2 - strips - (strips > 0 ? GAP : 0), height - below),
        new NestedTrail(of, hidden)));
    if (strips > 0)
      parts.add(new Part(new Inset(width - strips, below, strips, height - below), new NestedStrips(of, hidden)));
    return parts;
  }

  @Override public Told told() { return new NestedTold(of, showing); }

  @Override public void draw(Pen pen, double width, double height, Theme theme) {
    for (Part part : parts(width, height)) part.at.draw(pen, part.figure, theme);
  }

  @Override public Optional<Hit> hit(double x, double y, double width, double height) {
    return parts(width, height).stream().filter(part -> part.at.contains(x, y)).findFirst()
        .flatMap(part -> part.at.hit(part.figure, x, y));
  }
}
