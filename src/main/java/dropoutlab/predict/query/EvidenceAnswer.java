package dropoutlab.predict.query;

import dropoutlab.card.place.Habitat;
import dropoutlab.card.place.Placement;
import dropoutlab.frame.BesideEvidence;
import dropoutlab.frame.Evidence;
import dropoutlab.frame.Frame;
import dropoutlab.frame.LayersEvidence;
import dropoutlab.frame.MapsEvidence;
import dropoutlab.frame.NormEvidence;
import dropoutlab.frame.Query;
import dropoutlab.frame.TimeEvidence;
import dropoutlab.frame.UnitsEvidence;
import dropoutlab.frame.WeightsEvidence;
import dropoutlab.predict.variant.NormMeasures;
import dropoutlab.predict.variant.SitesMeasured;
import dropoutlab.predict.variant.UnitsMeasured;
import dropoutlab.predict.variant.WeightsMeasured;
import dropoutlab.spec.Beside;
import java.util.stream.Stream;

/// Measures what the views of the methods show beside their pictures, one class of [dropoutlab.predict.variant] each.
final class EvidenceAnswer {
  private EvidenceAnswer() {}

  static Evidence find(QueryContext context, Query.OfMethods asked) {
    return switch (Placement.habitat(context.frame().experiment())) {
      case UNITS -> UnitsMeasured.of(context.frame(), context.data(), asked.example());
      case WEIGHTS -> WeightsMeasured.of(context.frame(), context.data(), asked.example());
      case MAPS -> new MapsEvidence();
      case TIME -> new TimeEvidence();
      case LAYERS -> new LayersEvidence();
      case SITES -> SitesMeasured.of(networks(context.frame()).toList(), context.data());
      case NORM -> new NormEvidence(networks(context.frame()).map(frame -> NormMeasures.of(frame, context.data())).toList());
      case BESIDE -> new BesideEvidence();
    };
  }

  /// Returns the frame as A and, if there is one, B see it.
  private static Stream<Frame> networks(Frame frame) {
    return Stream.concat(Stream.of(frame.seenFrom(Beside.OWN)), frame.beside().stream().limit(1).map(frame::seenFrom));
  }
}
