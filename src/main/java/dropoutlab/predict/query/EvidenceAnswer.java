package dropoutlab.predict.query;

import dropoutlab.card.place.Habitat;
import dropoutlab.card.place.Placement;
import dropoutlab.frame.BesideEvidence;
import dropoutlab.frame.Evidence;
import dropoutlab.frame.LayersEvidence;
import dropoutlab.frame.NormEvidence;
import dropoutlab.frame.Query;
import dropoutlab.frame.SitesEvidence;
import dropoutlab.frame.TimeEvidence;
import dropoutlab.frame.UnitsEvidence;
import dropoutlab.frame.WeightsEvidence;
import dropoutlab.predict.variant.MapsMeasured;

/// Measures what the views of the methods show beside their pictures, one class of [dropoutlab.predict.variant] each.
final class EvidenceAnswer {
  private EvidenceAnswer() {}

  static Evidence find(QueryContext context, Query.OfMethods asked) {
    return switch (Placement.habitat(context.frame().experiment())) {
      case UNITS -> new UnitsEvidence();
      case WEIGHTS -> new WeightsEvidence();
      case MAPS -> MapsMeasured.of(context.frame(), context.data());
      case TIME -> new TimeEvidence();
      case LAYERS -> new LayersEvidence();
      case SITES -> new SitesEvidence();
      case NORM -> new NormEvidence();
      case BESIDE -> new BesideEvidence();
    };
  }
}
