package dropoutlab.figure.variant.beside;

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
import dropoutlab.frame.BesideEvidence;
import dropoutlab.frame.Curve;
import dropoutlab.frame.Learned;
import dropoutlab.frame.Metric;
import dropoutlab.predict.variant.LayerNames;
import dropoutlab.predict.variant.WeightSizes;
import dropoutlab.spec.LayerSpec;
import dropoutlab.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// What stands beside dropout: each method by what it does to the weights, to the run, to the targets or to the
/// examples, on the same data as dropout.
///
/// @param learned draws what a network has learned
public record BesideView(Scene scene, Look look, Function<Learned, Figure> learned) implements View {
  @Override public Figure strip() {
    List<Box> boxes = new ArrayList<>(List.of(Box.end(Words.of("train.layer.input"))));
    List<List<LayerSpec>> chains = scene.versus().sides().stream().map(side -> Norms.chain(side.state().inForce()))
        .toList();
    int site = 0;
    for (int i = 0; i < chains.getFirst().size(); i++) {
      int at = i;
      LayerSpec layer = chains.getFirst().get(i);
      if (!(layer instanceof LayerSpec.Drop)) boxes.add(Box.layer(LayerNames.of(layer)));
      else if (chains.stream().anyMatch(chain -> at < chain.size() && chain.get(at) instanceof LayerSpec.Drop d
          && d.p() > 0))
        boxes.add(Box.site(site++, told(at, chains)));
    }
    boxes.add(Box.end(Words.of("train.layer.output")));
    return new SiteStrip(boxes, look.site());
  }

  private static String told(int at, List<List<LayerSpec>> chains) {
    return chains.stream().filter(chain -> at < chain.size()).map(chain -> LayerNames.of(chain.get(at)))
        .reduce((a, b) -> a.equals(b) ? a : Words.of("besideview.layer.both", a, b)).orElse("");
  }

  @Override public Figure hero() { return new Halves(scene.versus(), this::picture); }

  private Figure picture(Side side) {
    return switch (scene.method().name()) {
      case "early-stopping" -> new StoppingFigure(scene, side);
      case "label-smoothing" -> new TargetsFigure(scene, side, look.example());
      case "mixup", "cutout" -> fed(side);
      default -> weights(side);
    };
  }

  private Figure fed(Side side) {
    if (scene.schema().image().isPresent()) return new FedFigure(scene, side, look);
    return scene.network(side).flatMap(BesideEvidence.Network::learned).filter(Learned.DecisionMap.class::isInstance)
        .<Figure>map(map -> new FedPlane(scene, side, (Learned.DecisionMap) map, look.example())).orElse(weights(side));
  }

  private Figure weights(Side side) { return new WeightsFigure(scene, side, learned); }

  @Override public List<Panel> evidence() {
    return scene.found().isEmpty() ? List.of() : new BesidePanels(scene).all();
  }

  @Override public Versus versus() { return scene.versus(); }

  @Override public Optional<BesideEvidence> measured() { return scene.found(); }

  @Override public List<String> sentences() {
    return scene.versus().sides().stream().map(side -> {
      String letter = side.letter().name(), strength = scene.strength(side);
      return strength.isEmpty() ? Words.of("toldvariants.beside.has", letter, scene.told(side))
          : Words.of("toldvariants.beside.strength", letter, scene.told(side), strength);
    }).toList();
  }

  /// The sizes of the weights, layer by layer, and where the method shows in the curves, these.
  @Override public void tabulate(PartTable table, int example) {
    PartTable.Part part = table.part(Words.of("toldvariants.beside.weights"));
    for (Side side : scene.versus().sides()) {
      List<WeightSizes> layers = scene.weights(side);
      for (int i = 0; i < layers.size(); i++)
        part.row(side.letter().name(), Scene.layer(i, layers.size()), layers.get(i).norm(), layers.get(i).nearZero(),
            layers.get(i).largestUnit());
    }
    if (!scene.method().name().equals("early-stopping")) return;
    PartTable.Part losses = table.part(Words.of("toldvariants.beside.epochs"));
    for (Side side : scene.versus().sides()) {
      Curve curve = new Curve(side.state().name(), Metric.VALIDATION);
      for (int row = 0; row < scene.history().size(); row++)
        losses.row(side.letter().name(), scene.history().epoch(row), (double) scene.history().value(curve, row));
    }
  }
}
