package dropoutlab.predict.query;

import dropoutlab.card.place.Placement;
import dropoutlab.card.place.Strength;
import dropoutlab.data.DataSet;
import dropoutlab.data.Schema;
import dropoutlab.frame.BesideEvidence;
import dropoutlab.frame.Evidence;
import dropoutlab.frame.Frame;
import dropoutlab.frame.Learned;
import dropoutlab.frame.NormEvidence;
import dropoutlab.frame.Query;
import dropoutlab.predict.variant.BesideMeasures;
import dropoutlab.predict.variant.NormMeasures;
import dropoutlab.predict.variant.dense.UnitsMeasured;
import dropoutlab.predict.variant.dense.WeightsMeasured;
import dropoutlab.predict.variant.depth.LayersMeasured;
import dropoutlab.predict.variant.depth.SitesMeasured;
import dropoutlab.predict.variant.maps.MapsMeasured;
import dropoutlab.predict.variant.time.TimeMeasures;
import dropoutlab.spec.Beside;
import dropoutlab.spec.Experiment;
import dropoutlab.spec.Task;
import java.util.Optional;
import java.util.stream.Stream;

/// Measures what the views of the methods show beside their pictures, one class of [dropoutlab.predict.variant] each.
final class EvidenceAnswer {
  private static final int CELLS = 40;

  private EvidenceAnswer() {}

  static Evidence find(QueryContext context, Query.OfMethods asked) {
    return switch (Placement.habitat(context.frame().experiment())) {
      case UNITS -> UnitsMeasured.of(context.frame(), context.data(), asked.example());
      case WEIGHTS -> WeightsMeasured.of(context.frame(), context.data(), asked.example());
      case MAPS -> MapsMeasured.of(networks(context.frame()).toList(), context.data());
      case TIME -> TimeMeasures.of(context.frame(), context.data(), asked.example());
      case LAYERS -> LayersMeasured.of(networks(context.frame()).toList(), context.data());
      case SITES -> SitesMeasured.of(networks(context.frame()).toList(), context.data());
      case NORM -> new NormEvidence(networks(context.frame()).map(frame -> NormMeasures.of(frame, context.data())).toList());
      case BESIDE -> new BesideEvidence(networks(context.frame()).map(frame -> beside(context, frame)).toList());
    };
  }

  private static BesideEvidence.Network beside(QueryContext context, Frame seen) {
    BesideMeasures measures = new BesideMeasures(seen, context.data());
    return new BesideEvidence.Network(learned(context, seen), measures.underMasks(), measures.sure(),
        tried(context.frame().experiment(), measures, context.data()));
  }

  /// Counts of answers tell nothing of a penalty, and take long.
  private static Optional<Learned> learned(QueryContext context, Frame seen) {
    Schema schema = context.schema();
    boolean pictured = InputSpace.isPlane(schema) || InputSpace.isLine(schema)
        || schema.image().isPresent() && seen.experiment().network().body().isEmpty();
    if (!pictured) return Optional.empty();
    QueryContext its = new QueryContext(seen, context.data(), context.effort(), context.count());
    return Optional.of(new LearnedAnswer(its, new Query.Learned(CELLS)).find());
  }

  private static Optional<BesideEvidence.Tried> tried(Experiment experiment, BesideMeasures measures, DataSet data) {
    boolean classes = data.schema().task() == Task.CLASSIFICATION;
    return switch (Placement.shown(experiment).name()) {
      case "label-smoothing" -> Optional.of(measures.gaps(Strength.shown(experiment)));
      case "mixup" -> classes ? Optional.of(measures.between()) : Optional.empty();
      case "cutout" -> Optional.of(measures.hidden());
      default -> Optional.empty();
    };
  }

  /// Returns the frame as A and, if there is one, B see it.
  private static Stream<Frame> networks(Frame frame) {
    return Stream.concat(Stream.of(frame.seenFrom(Beside.OWN)), frame.beside().stream().limit(1).map(frame::seenFrom));
  }
}
