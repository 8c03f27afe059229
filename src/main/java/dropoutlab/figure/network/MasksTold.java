package dropoutlab.figure.network;

import dropoutlab.figure.plot.DataTable;
import dropoutlab.figure.plot.Description;
import dropoutlab.figure.plot.Summary;
import dropoutlab.frame.ColumnView;
import dropoutlab.frame.NetworkView;
import dropoutlab.words.Numbers;
import dropoutlab.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// What a [MaskFigure] says of itself: how much of each layer is dropped in the batch and for the chosen example,
/// beside the drop rate.
final class MasksTold {
  private final NetworkView view;
  private final List<ColumnView> masked;
  private final int example;

  /// @param layers those that are drawn
  MasksTold(NetworkView view, List<Integer> layers, int example) {
    this.view = view;
    this.masked = layers.stream().map(view.layers()::get).toList();
    this.example = example;
  }

  private List<ColumnView> drawn() { return masked.stream().filter(layer -> !layer.mask().isEmpty()).toList(); }

  Description describe() {
    String title = Words.of("told.masks.title");
    if (masked.isEmpty()) return Description.of(title,
        Words.of(view.beginsWithInputs() ? "told.masks.none" : "told.masks.none.body"));
    List<ColumnView> drawn = drawn();
    if (drawn.isEmpty()) return Description.of(title, missing());
    return Description.of(title, Words.count("told.masks.drawn", view.batchSize()),
        list(drawn, false, Masks::told).map(all -> Words.of("told.masks.batches", all)).orElse(""),
        list(drawn, false, layer -> Masks.told(layer, example))
            .map(one -> Words.of("told.masks.examples", example + 1, one)).orElse(""),
        kept(drawn), list(drawn, true, Masks::told).map(all -> Words.of("told.masks.scaled.batch", all)).orElse(""));
  }

  private String missing() {
    String names = Words.list(masked.stream().map(ColumnView::name).toList());
    boolean weights = masked.stream().anyMatch(layer -> !layer.weightMask().isEmpty());
    return Words.of(weights ? "told.masks.weights" : "told.masks.not_drawn", names);
  }

  /// What is said of the layers whose masks only scale, or of the others; empty where there are none.
  private static Optional<String> list(List<ColumnView> drawn, boolean scaled, Function<ColumnView, String> said) {
    List<String> told = drawn.stream().filter(layer -> Masks.onlyScales(layer) == scaled).map(said).toList();
    return told.isEmpty() ? Optional.empty() : Optional.of(Words.list(told));
  }

  private static String kept(List<ColumnView> drawn) {
    double[] kept = drawn.stream().mapToDouble(Masks::kept).toArray();
    Summary all = Summary.of(kept);
    if (all.count() == kept.length && all.sd() < 1e-6) return Words.of("told.masks.kept", Numbers.fixed(all.mean(), 2));
    List<String> factors = new ArrayList<>();
    for (int i = 0; i < kept.length; i++)
      if (Double.isFinite(kept[i]))
        factors.add(Words.of("told.masks.factor", Numbers.fixed(kept[i], 2), drawn.get(i).name()));
    return factors.isEmpty() ? "" : Words.of("told.masks.kept", Words.list(factors));
  }

  /// One row a cell.
  Optional<DataTable> table() {
    DataTable.Rows rows = new DataTable.Rows(new DataTable.Column(Words.of("told.example")),
        new DataTable.Column(Words.of("told.layer")), new DataTable.Column(Words.of("told.unit")),
        new DataTable.Column(Words.of("told.network.column.factor")));
    for (ColumnView layer : drawn())
      for (int row = 0; row < layer.mask().rows(); row++)
        for (int unit = 0; unit < layer.units(); unit++) rows.add(row + 1, layer.name(), unit + 1,
            layer.mask().at(row, unit));
    return rows.table();
  }
}
