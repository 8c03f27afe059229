package dropoutlab.figure.variant.units;

import dropoutlab.data.Schema;
import dropoutlab.figure.plot.Figure;
import dropoutlab.figure.plot.LayerName;
import dropoutlab.figure.variant.Halves;
import dropoutlab.figure.variant.Look;
import dropoutlab.figure.variant.SiteStrip.Box;
import dropoutlab.figure.variant.SiteStrip;
import dropoutlab.figure.variant.SiteTold;
import dropoutlab.figure.variant.Versus;
import dropoutlab.figure.variant.View;
import dropoutlab.frame.BesideEvidence;
import dropoutlab.frame.ColumnView;
import dropoutlab.frame.Evidence;
import dropoutlab.frame.LayersEvidence;
import dropoutlab.frame.MapsEvidence;
import dropoutlab.frame.NormEvidence;
import dropoutlab.frame.SitesEvidence;
import dropoutlab.frame.TimeEvidence;
import dropoutlab.frame.UnitsEvidence;
import dropoutlab.frame.WeightsEvidence;
import dropoutlab.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The view of methods that drop units or weights of a dense network.
public final class DenseView implements View {
  private final Dense dense;
  private final Optional<Evidence> evidence;

  public DenseView(Versus versus, Look look, Schema schema, Optional<Evidence> evidence) {
    this.dense = new Dense(versus, look, schema);
    this.evidence = evidence;
  }

  @Override public Figure strip() {
    List<ColumnView> layers = dense.versus().a().view().layers();
    List<Box> boxes = new ArrayList<>();
    for (int l = 0; l < layers.size(); l++) {
      boolean end = l == 0 || l == layers.size() - 1;
      if (l > 0 && dense.isOfWeights(l)) site(boxes, l);
      boxes.add(end ? Box.end(Words.count(l == 0 ? "units.strip.inputs" : "units.strip.outputs", layers.get(l).units()))
          : Box.layer(Words.of("units.strip.hidden", layers.get(l).units(),
              Words.name("shell.activation", layers.get(l).activation()))));
      if (!dense.isOfWeights(l)) site(boxes, l);
    }
    return new SiteStrip(boxes, dense.front());
  }

  private void site(List<Box> boxes, int column) {
    int site = dense.siteOf(column);
    if (site < 0) return;
    String told = dense.isOfWeights(column) ? Words.of("units.site.weights", LayerName.inputOrHidden(column))
        : LayerName.inputOrHidden(column);
    boxes.add(Box.site(site, Words.of("units.site", site + 1, told)));
  }

  @Override public Figure hero() { return new Halves(dense.versus(), side -> new DensePicture(dense, side)); }

  @Override public List<Panel> evidence() {
    List<Panel> none = List.of();
    return evidence.map(found -> switch (found) {
      case UnitsEvidence units when units.sides().size() == dense.versus().sides().size() ->
          new UnitsPlots(dense, units).panels();
      case WeightsEvidence weights when weights.sides().size() == dense.versus().sides().size() ->
          new WeightsPlots(dense, weights).panels();
      case UnitsEvidence _, WeightsEvidence _, MapsEvidence _, TimeEvidence _, LayersEvidence _, SitesEvidence _,
          NormEvidence _,
          BesideEvidence _ -> none;
    }).orElse(none);
  }

  @Override public Versus versus() { return dense.versus(); }

  /// What was measured of as many networks as there are now.
  @Override public Optional<Evidence> measured() {
    int sides = dense.versus().sides().size();
    return evidence.filter(found -> found instanceof UnitsEvidence units && units.sides().size() == sides
        || found instanceof WeightsEvidence weights && weights.sides().size() == sides);
  }

  @Override public List<String> sentences() {
    int example = dense.example(dense.versus().a());
    List<String> told = new ArrayList<>(List.of(Words.of("toldvariants.units.pass", example + 1,
        dense.versus().a().view().layers().size())));
    told.addAll(new SiteTold(dense.versus(), example).sentences());
    return told;
  }
}
