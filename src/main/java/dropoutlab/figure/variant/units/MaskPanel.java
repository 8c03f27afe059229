package dropoutlab.figure.variant.units;

import dropoutlab.figure.network.MaskFigure;
import dropoutlab.figure.plot.Hit;
import dropoutlab.figure.plot.Inset;
import dropoutlab.figure.plot.Pen;
import dropoutlab.figure.plot.Theme;
import dropoutlab.figure.variant.Look;
import dropoutlab.figure.variant.Side;
import dropoutlab.spec.DropoutSpec.Targeted;
import dropoutlab.spec.DropoutSpec;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.DoubleUnaryOperator;

/// The masks of the batch: examples by units, a cell the darker the greater its factor.
///
/// @param column -1 if nothing is dropped
record MaskPanel(Dense dense, Side side, int column) implements SidePanel {
  private MaskFigure masks() {
    DoubleUnaryOperator shade = column < 0 ? factor -> factor
        : shade(Dense.method(side, column), Dense.p(side, column));
    return new MaskFigure(side.view(), dense.example(side), new MaskFigure.Shades(side::colour, shade,
        OptionalInt.of(column)));
  }

  /// The same shade for the same factor, whatever the method; where factors lie close together, from the least to the
  /// greatest.
  private static DoubleUnaryOperator shade(DropoutSpec method, double p) {
    return switch (method) {
      case DropoutSpec.Uniform(double beta) -> factor -> .15 + .7 * Math.clamp((factor - 1 + beta) / (2 * beta), 0, 1);
      case DropoutSpec.Concrete _ -> factor -> Math.clamp(factor * (1 - p), 0, 1);
      case DropoutSpec.Inverted _, DropoutSpec.Standard _, DropoutSpec.Alpha _, DropoutSpec.Gaussian _,
          DropoutSpec.LearntGaussian _,
          DropoutSpec.DropConnect _, Targeted _ -> factor -> Math.clamp(factor / 2, 0, 1);
    };
  }

  @Override public void draw(Pen pen, double width, double height, Theme theme) {
    masks().draw(pen, width, height, theme);
  }

  @Override public Optional<Inset> place(Look.Cell cell, double width, double height) {
    return dense.siteOf(column) == cell.site() ? masks().place(column, cell.index(), width, height) : Optional.empty();
  }

  @Override public Optional<Hit> hit(double x, double y, double width, double height) {
    return masks().hit(x, y, width, height).map(hit -> hit instanceof Hit.MaskCell cell
        && cell.example() == dense.example(side)
        ? new Hit.Cell(dense.siteOf(cell.layer()), cell.unit(), cell.text()) : hit);
  }
}
