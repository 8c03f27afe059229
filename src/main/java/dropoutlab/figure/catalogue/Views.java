package dropoutlab.figure.catalogue;

import dropoutlab.card.place.Habitat;
import dropoutlab.card.place.Placement;
import dropoutlab.data.DataSet;
import dropoutlab.data.Schema;
import dropoutlab.figure.plot.Which;
import dropoutlab.figure.variant.Look;
import dropoutlab.figure.variant.VariantFigure;
import dropoutlab.figure.variant.Versus;
import dropoutlab.figure.variant.View;
import dropoutlab.figure.variant.beside.BesideView;
import dropoutlab.figure.variant.beside.Scene;
import dropoutlab.figure.variant.layers.LayersView;
import dropoutlab.figure.variant.maps.MapsView;
import dropoutlab.figure.variant.norm.NormView;
import dropoutlab.figure.variant.sites.SitesView;
import dropoutlab.figure.variant.time.TimeView;
import dropoutlab.figure.variant.units.DenseView;
import dropoutlab.frame.BesideEvidence;
import dropoutlab.frame.Evidence;
import dropoutlab.frame.Frame;
import dropoutlab.frame.LayersEvidence;
import dropoutlab.frame.MapsEvidence;
import dropoutlab.frame.NormEvidence;
import dropoutlab.frame.SitesEvidence;
import dropoutlab.frame.TimeEvidence;
import java.util.Optional;

/// The views of the methods, one for each [dropoutlab.card.place.Habitat].
public final class Views {
  private Views() {}

  /// @param evidence what was measured about the methods; empty while it is computed
  public static VariantFigure figure(Frame frame, DataSet data, Optional<Evidence> evidence, Look look) {
    return new VariantFigure(of(frame, data, evidence, look), look);
  }

  /// Returns how a frame is looked at in print: with the place in front at which A's method drops.
  public static Look print(Frame frame, int example) {
    Look look = Look.print(example);
    return Placement.habitat(frame.experiment()) == Habitat.SITES ? look.withSite(SitesView.front(Versus.of(frame))) : look;
  }

  private static View of(Frame frame, DataSet data, Optional<Evidence> evidence, Look look) {
    Versus versus = Versus.of(frame);
    Schema schema = data.schema();
    return switch (Placement.habitat(frame.experiment())) {
      case UNITS, WEIGHTS -> new DenseView(versus, look, schema, evidence);
      case MAPS -> new MapsView(versus, look, data, evidence.map(MapsEvidence.class::cast));
      case TIME -> new TimeView(versus, look, schema, frame.experiment().data(), evidence.map(TimeEvidence.class::cast));
      case LAYERS -> new LayersView(versus, look, schema, evidence.map(LayersEvidence.class::cast));
      case SITES -> new SitesView(versus, look, schema, frame.experiment().data(), evidence.map(SitesEvidence.class::cast));
      case NORM -> new NormView(versus, evidence.map(NormEvidence.class::cast), look);
      case BESIDE -> new BesideView(Scene.of(versus, frame, data, evidence.map(BesideEvidence.class::cast)), look,
          learned -> Draw.learned(learned, Which.NETWORK, Drawing.print(data, frame.experiment(), 0)));
    };
  }
}
