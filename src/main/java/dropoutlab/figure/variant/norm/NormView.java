package dropoutlab.figure.variant.norm;

import dropoutlab.card.place.Norms;
import dropoutlab.figure.plot.Figure;
import dropoutlab.figure.plot.PartTable;
import dropoutlab.figure.variant.Halves;
import dropoutlab.figure.variant.Look;
import dropoutlab.figure.variant.Side;
import dropoutlab.figure.variant.SiteStrip.Box;
import dropoutlab.figure.variant.SiteStrip;
import dropoutlab.figure.variant.Versus;
import dropoutlab.figure.variant.View;
import dropoutlab.frame.LayerView.Kind;
import dropoutlab.frame.NormEvidence.Layer;
import dropoutlab.frame.NormEvidence.Network;
import dropoutlab.frame.NormEvidence;
import dropoutlab.predict.variant.NormMeasures;
import dropoutlab.words.Numbers;
import dropoutlab.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Dropout before, between and behind batch norms, and with layer norm: the variance of each layer in training and at
/// inference, side by side (Li, Chen, Hu and Yang 2019).
public record NormView(Versus versus, Optional<NormEvidence> found, Look look) implements View {
  @Override public Figure strip() {
    List<Box> boxes = new ArrayList<>(List.of(Box.end(Words.of("train.layer.input"))));
    int site = 0;
    List<Layer> layers = NormMeasures.present(versus.a().state());
    for (Layer layer : layers)
      boxes.add(isDropout(layer.kind()) ? Box.site(site++, layer.name()) : Box.layer(layer.name()));
    boxes.add(Box.end(Words.of("train.layer.output")));
    return new SiteStrip(boxes, look.site());
  }

  static boolean isDropout(Kind kind) {
    return kind == Kind.DROPOUT || kind == Kind.SPATIAL_DROPOUT || kind == Kind.DROP_BLOCK;
  }

  static boolean isNorm(Kind kind) { return kind == Kind.BATCH_NORM || kind == Kind.LAYER_NORM; }

  /// Returns what was measured of a side; empty until then.
  private Optional<Network> measured(Side side) {
    return found.map(NormEvidence::networks).filter(all -> side.letter().ordinal() < all.size())
        .map(all -> all.get(side.letter().ordinal()));
  }

  private Chain chain(Side side) {
    List<Layer> present = NormMeasures.present(side.state());
    return new Chain(side, measured(side).map(Network::layers).orElse(present), present);
  }

  @Override public Figure hero() {
    double top = versus.sides().stream().mapToDouble(side -> chain(side).largest()).max().orElse(1);
    return new Halves(versus, side -> new ChainFigure(chain(side), top, look.first()));
  }

  @Override public List<Panel> evidence() {
    if (found.isEmpty()) return List.of();
    List<Measured> measured = versus.sides().stream().map(side -> new Measured(side, measured(side))).toList();
    return List.of(
        new Panel(Words.of("besideview.norm.ratio"), Words.of("besideview.norm.ratio.note"), new RatioPlot(measured)),
        new Panel(Words.of("besideview.norm.noise"), Words.of("besideview.norm.noise.note"), 1.25,
            new NoisePlot(measured)),
        new Panel(Words.of("besideview.norm.cost"), Words.of("besideview.norm.cost.note"), new CostPlot(measured)));
  }

  /// A side with what was measured of it.
  record Measured(Side side, Optional<Network> found) {}

  @Override public Optional<NormEvidence> measured() { return found; }

  @Override public List<String> sentences() {
    return versus.sides().stream().map(side -> {
      String letter = side.letter().name(), order = Norms.told(side.state().inForce());
      return measured(side).flatMap(network -> Chain.lastNorm(network.layers()))
          .map(norm -> Words.of("toldvariants.norm.last", letter, order, norm.name(), Numbers.brief(norm.ratio())))
          .orElse(Words.of("toldvariants.norm.order", letter, order));
    }).toList();
  }

  /// The layers stand in the evidence; before it is there, their names.
  @Override public void tabulate(PartTable table, int example) {
    if (found.isPresent()) return;
    PartTable.Part part = table.part(Words.of("toldvariants.norm.names"));
    for (Side side : versus.sides())
      for (Layer layer : NormMeasures.present(side.state())) part.row(side.letter().name(), layer.name());
  }
}
