package dropoutlab.figure.catalogue;

import dropoutlab.card.place.Placement;
import dropoutlab.data.Schema;
import dropoutlab.figure.variant.Look;
import dropoutlab.figure.variant.PlainView;
import dropoutlab.figure.variant.VariantFigure;
import dropoutlab.figure.variant.Versus;
import dropoutlab.figure.variant.View;
import dropoutlab.figure.variant.maps.MapsView;
import dropoutlab.frame.Evidence;
import dropoutlab.frame.Frame;
import java.util.Optional;

/// The views of the methods, one for each [dropoutlab.card.place.Habitat].
public final class Views {
  private Views() {}

  /// @param evidence what was measured about the methods; empty while it is computed
  public static VariantFigure figure(Frame frame, Schema schema, Optional<Evidence> evidence, Look look) {
    return new VariantFigure(of(frame, schema, evidence, look), look);
  }

  private static View of(Frame frame, Schema schema, Optional<Evidence> evidence, Look look) {
    Versus versus = Versus.of(frame);
    return switch (Placement.habitat(frame.experiment())) {
      case UNITS -> new PlainView(versus, look, schema);
      case WEIGHTS -> new PlainView(versus, look, schema);
      case MAPS -> MapsView.of(versus, look, schema, evidence);
      case TIME -> new PlainView(versus, look, schema);
      case LAYERS -> new PlainView(versus, look, schema);
      case SITES -> new PlainView(versus, look, schema);
      case NORM -> new PlainView(versus, look, schema);
      case BESIDE -> new PlainView(versus, look, schema);
    };
  }
}
