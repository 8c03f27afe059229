package dropoutlab.figure.network;

import dropoutlab.data.Schema;
import dropoutlab.figure.plot.DataTable;
import dropoutlab.figure.plot.Description;
import dropoutlab.figure.plot.Figure;
import dropoutlab.figure.plot.Hit;
import dropoutlab.figure.plot.Inset;
import dropoutlab.figure.plot.Pen;
import dropoutlab.figure.plot.Theme;
import dropoutlab.frame.ColumnView;
import dropoutlab.frame.NetworkView;
import dropoutlab.spec.Pin;
import dropoutlab.words.Numbers;
import dropoutlab.words.Shown;
import dropoutlab.words.Words;
import java.util.Optional;

/// The network as one example of the batch sees it: units filled by activation, edges by weight, and what dropout took
/// away. Dropped units are hollow, dashed and crossed, and their edges are gone; kept ones have a violet rim. Layers
/// too wide for circles are grids of cells with their strongest edges; images are shown as images.
public final class NetworkFigure implements Figure {
  /// @param showGradients draws the edges by the gradients of the weights, as soon as there are any
  /// @param says          tells what the network predicts, below a single output
  public record Options(boolean showGradients, Thinning thinning, boolean says) {
    public static final Options PLAIN = new Options(false);

    public Options(boolean showGradients) { this(showGradients, Thinning.PLAIN, true); }
  }

  /// The share of the width that a body takes.
  private static final double BODY_SHARE = .56;
  private static final double BODY_GAP = 12;

  private final NetworkView view;
  private final Schema schema;
  private final int example;
  private final Optional<BodyFigure> body;
  private final NetworkEdges edges;
  private final NetworkUnits units;
  private final NetworkLabels labels;
  private final Options options;

  /// @param example the row of the batch, from 0; one beyond the batch (the last batch may be short) means the last row
  public NetworkFigure(NetworkView view, Schema schema, int example, Options options) {
    this.view = view;
    this.schema = view.beginsWithInputs() ? schema : schema.ofFeatures();
    this.example = Math.clamp(example, 0, view.batchSize() - 1);
    this.body = view.beginsWithInputs() ? Optional.empty() : Optional.of(new BodyFigure(view, example));
    this.edges = new NetworkEdges(view, this.example, options.showGradients(), options.thinning());
    this.units = new NetworkUnits(view, this.example, new NetworkColours(view, this.schema, this.example),
        options.thinning());
    this.labels = new NetworkLabels(view, this.schema, this.example, options);
    this.options = options;
  }

  /// Where the dense part stands: beside the body, where there is one.
  private Inset dense(double width, double height) {
    double left = body.isEmpty() ? 0 : Math.round(BODY_SHARE * width) + BODY_GAP;
    return new Inset(left, 0, width - left, height);
  }

  private static Inset body(double width, double height) {
    return new Inset(0, 0, Math.round(BODY_SHARE * width), height);
  }

  @Override public void draw(Pen pen, double width, double height, Theme theme) {
    body.ifPresent(figure -> body(width, height).draw(pen, figure, theme));
    Inset dense = dense(width, height);
    drawDense(body.isEmpty() ? pen : dense.on(pen), dense.width(), height, theme);
  }

  private void drawDense(Pen pen, double width, double height, Theme theme) {
    NetworkLayout layout = NetworkLayout.of(view, schema, options.says(), width, height);
    edges.draw(pen, layout, theme);
    units.draw(pen, layout, theme);
    labels.draw(pen, layout, width, height, theme);
    if (layout.legend())
      new NetworkLegend(view, edges.showsGradients(), options.thinning().kept()).draw(pen, layout, width, height,
          theme);
    else if (edges.showsGradients()) labels.drawGradientNote(pen, layout, height, theme);
  }

  @Override public Optional<Hit> hit(double x, double y, double width, double height) {
    Inset dense = dense(width, height);
    if (x >= dense.left()) return hitDense(x - dense.left(), y, dense.width(), height);
    return body.flatMap(figure -> body(width, height).hit(figure, x, y));
  }

  private Optional<Hit> hitDense(double x, double y, double width, double height) {
    NetworkLayout layout = NetworkLayout.of(view, schema, options.says(), width, height);
    for (int l = 0; l < layout.columns().size(); l++) {
      int unit = layout.columns().get(l).unitAt(x, y);
      if (unit >= 0) return Optional.of(new Hit.Unit(l, unit, unitText(l, unit)));
    }
    NetworkEdges.Near near = edges.nearest(layout, x, y);
    if (near == null) return Optional.empty();
    return Optional.of(new Hit.Edge(near.layer(), near.from(), near.to(), edgeText(near)));
  }

  /// Where a unit stands, in the figure's own pixels.
  public Hit.Place place(int layer, int unit, double width, double height) {
    Inset dense = dense(width, height);
    NetworkLayout.Column column = NetworkLayout.of(view, schema, options.says(), dense.width(),
        height).columns().get(layer);
    return new Hit.Place(dense.left() + column.centreX(unit), column.centreY(unit), unitText(layer, unit));
  }

  private String unitText(int l, int unit) {
    ColumnView layer = view.layers().get(l);
    boolean output = l == view.layers().size() - 1;
    StringBuilder text = new StringBuilder(unitOf(l, unit));
    double activation = layer.activations().at(example, unit);
    if (output) text.append('\n').append(outputText(unit, activation));
    else text.append('\n').append(activationText(l, unit, activation));
    if (l == 0 && view.beginsWithInputs())
      text.append('\n').append(Words.of("figure.network.own_units",
          Numbers.reading(schema.inputScaling().toRaw(unit, activation), schema.inputSpread(unit))));
    if (!layer.biases().isEmpty())
      text.append('\n').append(Words.of("figure.network.bias", Numbers.reading(layer.biases().at(0, unit))));
    if (!output && (l > 0 || view.beginsWithInputs()))
      text.append('\n').append(Words.of(pinKey(layer.pin(unit)), Shown.dropRate(layer.p())));
    return text.toString();
  }

  private String outputText(int unit, double value) {
    return switch (schema.task()) {
      case REGRESSION -> unit == 0
          ? Words.of("figure.equals", schema.target(), Numbers.reading(value, schema.targetSpread()))
          : Words.of("figure.equals", Words.of("figure.network.sd", schema.target()), Numbers.reading(value));
      case RECONSTRUCTION -> Words.of("figure.equals", schema.inputs().get(unit),
          Numbers.reading(value, schema.targetSpread()));
      case CLASSIFICATION -> Words.of("figure.equals",
          Words.of("figure.probability", schema.className(schema.outputs() == 1 ? 1 : unit)), Numbers.fixed(value, 3));
    };
  }

  private String activationText(int l, int unit, double activation) {
    ColumnView layer = view.layers().get(l);
    String told = Numbers.reading(activation);
    if (layer.mask().isEmpty()) return Words.of("figure.network.unit.activation", told);
    double mask = layer.mask().at(example, unit);
    if (mask == 0 && !options.thinning().cutsEdges(l))
      return Words.of("figure.network.unit.replaced", told, Numbers.reading(layer.dropped().after().at(example, unit)));
    if (mask == 0) return Words.of("figure.network.unit.dropped", told);
    return Words.of("figure.network.unit.kept", told, Numbers.fixed(mask, 2), Numbers.reading(activation * mask));
  }

  private static String pinKey(Pin pin) {
    return switch (pin) {
      case RANDOM -> "figure.network.pin.random";
      case DROPPED -> "figure.network.pin.dropped";
      case KEPT -> "figure.network.pin.kept";
    };
  }

  private String unitName(int l, int unit) {
    if (l == 0 && unit < schema.inputs().size())
      return Words.of("figure.network.input", schema.inputs().get(unit), unit + 1);
    String name = view.layers().get(l).name();
    return view.layers().get(l).units() == 1 ? name : Words.of("figure.network.unit", name, unit + 1);
  }

  /// The same with how many units there are, where there are several.
  private String unitOf(int l, int unit) {
    int units = view.layers().get(l).units();
    if (units == 1) return unitName(l, unit);
    boolean named = l == 0 && unit < schema.inputs().size();
    return named ? Words.of("figure.network.input.of", schema.inputs().get(unit), unit + 1, units)
        : Words.of("figure.network.unit.of", view.layers().get(l).name(), unit + 1, units);
  }

  private String edgeText(NetworkEdges.Near near) {
    ColumnView layer = view.layers().get(near.layer());
    StringBuilder text = new StringBuilder(
        Words.of("figure.network.edge", unitName(near.layer() - 1, near.from()), unitName(near.layer(), near.to())));
    if (!layer.weights().isEmpty())
      text.append('\n')
          .append(Words.of("figure.network.edge.weight", Shown.signed(layer.weights().at(near.from(), near.to()))));
    if (!layer.gradients().isEmpty())
      text.append('\n')
          .append(Words.of("figure.network.edge.gradient", Shown.signed(layer.gradients().at(near.from(), near.to()))));
    if (edges.gone(near.layer(), near.from(), near.to()))
      text.append('\n').append(Words.of("figure.network.edge.gone"));
    return text.toString();
  }

  @Override public Description describe() { return told().describe(); }

  @Override public Optional<DataTable> table() { return told().table(); }

  private NetworkTold told() {
    return new NetworkTold(view, schema, example, options.showGradients(),
        body.map(BodyFigure::describe).orElse(Description.NONE));
  }
}
