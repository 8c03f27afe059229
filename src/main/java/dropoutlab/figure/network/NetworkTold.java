package dropoutlab.figure.network;

import dropoutlab.data.Schema;
import dropoutlab.figure.plot.DataTable;
import dropoutlab.figure.plot.Description;
import dropoutlab.figure.plot.Measured;
import dropoutlab.figure.plot.Summary;
import dropoutlab.frame.ColumnView;
import dropoutlab.frame.Matrix;
import dropoutlab.frame.NetworkView;
import dropoutlab.spec.Pin;
import dropoutlab.spec.Task;
import dropoutlab.words.Numbers;
import dropoutlab.words.Shown;
import dropoutlab.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// What a [NetworkFigure] says of itself: its layers, what its mask drops, its strongest edge, and what it predicts.
/// Its table has a row a unit: a person who asks for numbers wants those of the example; weights are in the file of a
/// model.
final class NetworkTold {
  private final NetworkView view;
  private final Schema schema;
  private final int example;
  private final boolean gradients;
  private final Description body;

  /// @param body what the picture of a body beside it says; nothing without a body
  NetworkTold(NetworkView view, Schema schema, int example, boolean gradients, Description body) {
    this.view = view;
    this.schema = schema;
    this.example = example;
    this.gradients = gradients;
    this.body = body;
  }

  private List<ColumnView> layers() { return view.layers(); }

  private int output() { return layers().size() - 1; }

  Description describe() {
    List<String> columns = layers().stream().map(layer -> Words.of("told.network.column", layer.units(), layer.name()))
        .toList();
    String drawn = Words.count("told.network.drawn", view.batchSize(), example + 1, Words.list(columns));
    List<String> sentences = new ArrayList<>(List.of(drawn));
    body.sentences().stream().limit(2).forEach(sentences::add);
    sentences.addAll(dropped());
    if (view.beginsWithInputs()) sentences.add(edge());
    sentences.addAll(List.of(prediction(), Words.of("told.network.table")));
    return Description.of(Words.of("told.network.title"), sentences.toArray(String[]::new));
  }

  private List<String> dropped() {
    List<String> dropped = new ArrayList<>(), scaled = new ArrayList<>(), told = new ArrayList<>();
    for (ColumnView layer : layers()) {
      if (!layer.mask().isEmpty()) (Masks.onlyScales(layer) ? scaled : dropped).add(Masks.told(layer, example));
      if (layer.weightMask().rows() > example) dropped.add(weights(layer));
    }
    if (!dropped.isEmpty()) told.add(Words.of("told.network.dropped", Words.list(dropped)));
    if (!scaled.isEmpty()) told.add(Words.of("told.network.scaled", Words.list(scaled)));
    if (told.isEmpty()) told.add(undropped());
    long pins = layers().stream().flatMap(layer -> layer.pins().stream()).filter(pin -> pin != Pin.RANDOM).count();
    if (pins > 0) told.add(Words.count("told.network.pinned", pins));
    return told;
  }

  private String undropped() {
    if (layers().stream().anyMatch(layer -> layer.p() > 0)) return Words.of("told.network.no_mask");
    return Words.of(view.beginsWithInputs() ? "told.network.nothing_dropped" : "told.network.nothing_dropped.body");
  }

  private String weights(ColumnView layer) {
    Matrix mask = layer.weightMask();
    long gone = IntStream.range(0, mask.cols()).filter(i -> mask.at(example, i) == 0).count();
    return Words.of("told.network.weights", Numbers.count(gone), Numbers.count(mask.cols()), layer.name());
  }

  /// The strongest edge by weight, or by gradient where edges show gradients.
  private String edge() {
    int at = -1, to = 0;
    double strongest = 0;
    boolean shown = gradients && layers().stream().anyMatch(layer -> !layer.gradients().isEmpty());
    for (int l = 1; l < layers().size(); l++) {
      Matrix table = shown ? layers().get(l).gradients() : layers().get(l).weights();
      int most = Summary.of(table.size(), i -> Math.abs(table.get(i))).mostAt();
      if (most < 0 || Math.abs(table.get(most)) <= Math.abs(strongest)) continue;
      strongest = table.get(most);
      at = most;
      to = l;
    }
    if (at < 0) return "";
    int units = layers().get(to).units();
    return Words.of(shown ? "told.network.edge.gradient" : "told.network.edge", Shown.signed(strongest),
        unit(to - 1, at / units), unit(to, at % units));
  }

  private String unit(int l, int unit) {
    if (l == 0 && unit < schema.inputs().size()) return Words.of("told.network.input", schema.inputs().get(unit));
    ColumnView layer = layers().get(l);
    return layer.units() == 1 ? Words.of("told.network.layer", layer.name())
        : Words.of("told.network.unit", unit + 1, layer.name());
  }

  private String prediction() {
    Matrix outputs = layers().get(output()).activations();
    double said = outputs.at(example, 0), truth = view.targets().at(example, 0);
    if (!Double.isFinite(said)) return Words.of("told.not_finite");
    if (schema.task() == Task.REGRESSION) {
      Measured target = Measured.target(schema);
      return Words.of("told.network.predicts", target.told(said), target.name(), target.told(truth));
    }
    if (schema.task() == Task.RECONSTRUCTION)
      return Words.of("autoencoder.told", Measured.target(schema).size(PredictionWords.off(view, schema, example)));
    int best = PredictionWords.predicted(outputs, example);
    double p = outputs.cols() > 1 ? outputs.at(example, best) : best == 1 ? said : 1 - said;
    return Words.of(best == (int) truth ? "told.network.right" : "told.network.wrong", schema.className(best),
        Numbers.fixed(p, 3), schema.className((int) truth));
  }

  /// One row a unit.
  Optional<DataTable> table() {
    DataTable.Rows rows = new DataTable.Rows(new DataTable.Column(Words.of("told.layer")),
        new DataTable.Column(Words.of("told.unit")), new DataTable.Column(Words.of("told.network.column.value")),
        new DataTable.Column(Words.of("told.network.column.factor")),
            new DataTable.Column(Words.of("told.network.column.after")),
        new DataTable.Column(Words.of("told.network.column.bias")));
    for (ColumnView layer : layers())
      for (int unit = 0; unit < layer.units(); unit++) {
        double value = layer.activations().at(example, unit);
        boolean masked = !layer.mask().isEmpty();
        rows.add(layer.name(), unit + 1, value, masked ? layer.mask().at(example, unit) : null,
            masked ? layer.dropped().after().at(example, unit) : value,
            layer.biases().isEmpty() ? null : layer.biases().at(0, unit));
      }
    return rows.table();
  }
}
