package dropoutlab.figure.variant.units;

import dropoutlab.figure.network.ThinnedNetwork;
import dropoutlab.figure.plot.Figure;
import dropoutlab.figure.plot.Fit;
import dropoutlab.figure.plot.Inset;
import dropoutlab.figure.plot.Pen.Align;
import dropoutlab.figure.plot.Pen.Face;
import dropoutlab.figure.plot.Pen.Type;
import dropoutlab.figure.plot.Pen;
import dropoutlab.figure.plot.Theme;
import dropoutlab.figure.variant.Side;
import dropoutlab.frame.ColumnView;
import dropoutlab.frame.Matrix;
import dropoutlab.frame.PointPasses;
import dropoutlab.frame.Weights;
import dropoutlab.spec.DropoutSpec.Targeted.Target;
import dropoutlab.spec.DropoutSpec.Targeted;
import dropoutlab.spec.DropoutSpec;
import dropoutlab.words.Numbers;
import dropoutlab.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The network as it is used at inference, small: its edges thinner by 1 - p where the method scales there, without the
/// candidates where it prunes.
record InferencePanel(Side side) implements Figure {
  private static final Type WORDS = new Type(Face.TEXT, 10);
  private static final double HEAD = 16;

  @Override public void draw(Pen pen, double width, double height, Theme theme) {
    pen.fill(theme.muted());
    pen.text(Fit.within(pen, told(), WORDS, width), 0, 10, WORDS, Align.LEFT);
    List<Matrix> masks = new ArrayList<>();
    List<Matrix> weights = new ArrayList<>();
    List<ColumnView> layers = side.view().layers();
    for (int l = 0; l < layers.size() - 1; l++) masks.add(factors(layers.get(l), l));
    for (int l = 1; l < layers.size(); l++) weights.add(pruned(layers.get(l), l));
    new ThinnedNetwork(new PointPasses.Voter(0, 0, 0, masks),
        Optional.of(new Weights(weights, side.state().weights().biases())),
        new Inset(4, HEAD, width - 8, height - HEAD - 2), side::colour, true).draw(pen, theme);
  }

  private String told() {
    for (int l = 1; l < side.view().layers().size() - 1; l++) {
      DropoutSpec method = Dense.method(side, l);
      if (method instanceof DropoutSpec.Standard && Dense.p(side, l) > 0)
        return Words.of("units.inference.scaled", Numbers.fixed(1 - Dense.p(side, l), 2));
      if (method instanceof Targeted && Dense.p(side, l) > 0) return Words.of("units.inference.pruned");
    }
    return Words.of("units.inference.whole");
  }

  private Matrix factors(ColumnView layer, int column) {
    DropoutSpec method = Dense.method(side, column);
    double p = Dense.p(side, column);
    List<Boolean> candidates = Candidates.units(layer, method);
    double scale = method instanceof DropoutSpec.Standard ? 1 - p : 1;
    if (p == 0) return Matrix.EMPTY;
    return Matrix.generate(1, layer.units(), (_, unit) -> !candidates.isEmpty() && candidates.get(unit) ? 0 : scale);
  }

  private Matrix pruned(ColumnView layer, int column) {
    Matrix weights = layer.weights();
    if (!(Dense.method(side, column) instanceof Targeted(double share, Target target)) || target != Target.WEIGHTS
        || Dense.p(side, column) == 0) return weights;
    double[] bounds = new double[weights.cols()];
    for (int unit = 0; unit < bounds.length; unit++)
      bounds[unit] = Candidates.bound(Candidates.into(weights, unit), share);
    return Matrix.generate(weights.rows(), weights.cols(), (from, unit) ->
        Math.abs(weights.at(from, unit)) < bounds[unit] ? 0 : weights.at(from, unit));
  }
}
