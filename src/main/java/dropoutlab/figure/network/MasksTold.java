package dropoutlab.figure.network;

import dropoutlab.figure.plot.DataTable;
import dropoutlab.figure.plot.Description;
import dropoutlab.frame.ColumnView;
import dropoutlab.frame.NetworkView;
import dropoutlab.words.Numbers;
import dropoutlab.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What a [MaskFigure] says of itself: how much of each layer is dropped in the batch and for the chosen example, beside
/// the drop rate.
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
    if (masked.isEmpty()) return Description.of(title, Words.of("told.masks.none"));
    List<ColumnView> drawn = drawn();
    if (drawn.isEmpty()) return Description.of(title, Words.of("told.masks.not_drawn",
        Words.list(masked.stream().map(ColumnView::name).toList())));
    return Description.of(title, Words.count("told.masks.drawn", view.batchSize()),
        Words.of("told.masks.batches", Words.list(drawn.stream().map(Masks::told).toList())),
        Words.of("told.masks.examples", example + 1, Words.list(drawn.stream().map(layer -> Masks.told(layer, example)).toList())),
        kept(drawn));
  }

  private static String kept(List<ColumnView> drawn) {
    List<String> factors = new ArrayList<>();
    for (ColumnView layer : drawn) {
      double kept = Masks.kept(layer);
      if (Double.isFinite(kept)) factors.add(Words.of("told.masks.factor", Numbers.fixed(kept, 2), layer.name()));
    }
    return factors.isEmpty() ? "" : Words.of("told.masks.kept", Words.list(factors));
  }

  /// One row a cell.
  Optional<DataTable> table() {
    DataTable.Rows rows = new DataTable.Rows(new DataTable.Column(Words.of("told.example")),
        new DataTable.Column(Words.of("told.layer")), new DataTable.Column(Words.of("told.unit")),
        new DataTable.Column(Words.of("told.network.column.factor")));
    for (ColumnView layer : drawn())
      for (int row = 0; row < layer.mask().rows(); row++)
        for (int unit = 0; unit < layer.units(); unit++) rows.add(row + 1, layer.name(), unit + 1, layer.mask().at(row, unit));
    return rows.table();
  }
}
