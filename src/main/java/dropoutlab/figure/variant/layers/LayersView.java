package dropoutlab.figure.variant.layers;

import dropoutlab.data.Schema;
import dropoutlab.figure.plot.Figure;
import dropoutlab.figure.plot.PartTable;
import dropoutlab.figure.variant.Halves;
import dropoutlab.figure.variant.Look;
import dropoutlab.figure.variant.Side;
import dropoutlab.figure.variant.Versus;
import dropoutlab.figure.variant.View;
import dropoutlab.frame.LayersEvidence;
import dropoutlab.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Stochastic depth (Huang et al. 2016) and LayerDrop (Fan, Grave and Joulin 2020): the blocks of a deep network, some
/// of
/// which are skipped in training.
///
/// @param measured empty while it is computed
public record LayersView(Versus versus, Look look, Schema schema, Optional<LayersEvidence> measured) implements View {
  private static final double STRIP = 28;

  private boolean slabs() { return blocks(versus.a()).stream().anyMatch(DeepBlock::isLayerDrop); }

  private List<DeepBlock> blocks(Side side) { return DeepBlock.of(versus, side); }

  @Override public Figure strip() {
    String text = slabs() ? Words.of("depth.strip.slabs") : Words.of("depth.strip.chain");
    return new LayersStrip(versus, text, look.controls() == 0);
  }

  @Override public double stripHeight() { return STRIP; }

  @Override public Figure hero() {
    double largest = versus.sides().stream().flatMap(side -> blocks(side).stream()).mapToDouble(this::largest).max()
        .orElse(0);
    return new Halves(versus, side -> chain(side, largest));
  }

  private ChainFigure chain(Side side, double largest) {
    return new ChainFigure(side, blocks(side), look, schema, largest);
  }

  private double largest(DeepBlock block) {
    double largest = 0;
    int example = Math.min(look.example(), Math.max(0, block.examples() - 1));
    for (int i = 0; i < block.size(); i++) largest = Math.max(largest, Math.abs(block.value(example, i)));
    return largest;
  }

  @Override public List<Panel> evidence() {
    List<Panel> panels = new ArrayList<>();
    if (measured.isEmpty()) return panels;
    LayersEvidence found = measured.get();
    if (!found.depths().isEmpty())
      panels.add(new Panel(Words.of("depth.effective"), Words.of("depth.effective.note"), 1.1,
          new DepthPanel(found.depths(), versus.sides())));
    if (!found.times().isEmpty())
      panels.add(new Panel(Words.of("depth.time"), Words.of("depth.time.note"), .9,
          new TimePanel(found.times(), versus.sides())));
    if (!found.pruned().isEmpty())
      panels.add(new Panel(Words.of("depth.pruned"), Words.of("depth.pruned.note"), 1,
          new PrunedPanel(found.pruned(), versus.sides())));
    return panels;
  }

  @Override public List<String> sentences() {
    return versus.sides().stream().map(side -> Words.of("toldvariants.layers.pass", side.letter().name(),
        side.method().title(), blocks(side).size(), chain(side, 1).told())).toList();
  }

  /// A row for each block of the example, and its values.
  @Override public void tabulate(PartTable table, int example) {
    PartTable.Part part = table.part(Words.of("toldvariants.layers.blocks"));
    for (Side side : versus.sides())
      for (int i = 0; i < blocks(side).size(); i++) {
        DeepBlock block = blocks(side).get(i);
        int row = Math.min(example, Math.max(0, block.examples() - 1));
        part.row(side.letter().name(), i + 1, block.p(), block.kept(row), block.keptInBatch(), block.change(row));
      }
    View.super.tabulate(table, example);
  }
}
