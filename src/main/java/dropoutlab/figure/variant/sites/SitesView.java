package dropoutlab.figure.variant.sites;

import dropoutlab.data.Schema;
import dropoutlab.figure.plot.Figure;
import dropoutlab.figure.variant.Look;
import dropoutlab.figure.variant.Versus;
import dropoutlab.figure.variant.View;
import dropoutlab.frame.SitesEvidence;
import dropoutlab.spec.DataSpec;
import dropoutlab.spec.Task;
import dropoutlab.words.Numbers;
import dropoutlab.words.Shown;
import dropoutlab.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Dropout at the places of a transformer encoder block (Vaswani et al. 2017): one picture over the whole width, of A,
/// of
/// B, or of A minus B. The line of the block with its places of dropout is part of the picture.
///
/// @param measured empty while it is computed
public record SitesView(Versus versus, Look look, Schema schema, DataSpec data,
    Optional<SitesEvidence> measured) implements View {
  private static final double STRIP = 28;

  /// Returns the number of the place that A's method drops at.
  public static int front(Versus versus) {
    String method = versus.a().method().name();
    return Flow.of(versus, versus.a(), 0).places().stream().filter(Place::isUsed)
        .filter(place -> method.equals(switch (place.kind()) {
      case EMBEDDING -> "embedding";
      case ATTENTION -> "attention";
      case AFTER_ATTENTION, AFTER_FEED_FORWARD -> "residual";
      case FEED_FORWARD -> "feed-forward";
    })).mapToInt(place -> place.site().number()).findFirst().orElse(0);
  }

  @Override public Figure strip() { return new SitesStrip(new Pictured(versus, look), schema.image().isPresent()); }

  @Override public double stripHeight() { return STRIP; }

  @Override public Figure hero() {
    Pictured pictured = new Pictured(versus, look);
    int steps = pictured.places().isEmpty() ? 1 : pictured.places().getFirst().steps();
    return new SitesHero(pictured, look,
        WordLabels.of(pictured.side().view().body(), schema, data, pictured.example(), steps), schema);
  }

  @Override public List<Panel> evidence() {
    Pictured pictured = new Pictured(versus, look);
    List<Panel> panels = new ArrayList<>();
    pictured.places().stream().filter(Place::isAttention).findFirst()
        .ifPresent(place -> panels.add(heads(pictured, place)));
    measured.filter(found -> !found.sums().isEmpty()).ifPresent(found -> panels.add(sums(found.sums())));
    measured.filter(found -> !found.alone().isEmpty()).ifPresent(found -> panels.add(alone(found.alone())));
    return panels;
  }

  private static Panel heads(Pictured pictured, Place place) {
    String note = place.site().p() > 0 ? Words.of("depth.heads.note") : Words.of("depth.heads.note.none");
    return new Panel(Words.of("depth.heads"), note, .9, new HeadsPanel(pictured, place));
  }

  private Panel sums(List<SitesEvidence.Sums> sums) {
    int rows = sums.getFirst().rows();
    SumsPanel figure = new SumsPanel(sums, versus.sides());
    return sums.getFirst().attention()
        ? new Panel(Words.of("depth.sums.attention"), Words.of("depth.sums.attention.note", Numbers.count(rows)),
            figure)
        : new Panel(Words.of("depth.sums.factors"), Words.of("depth.sums.factors.note", Numbers.count(rows)), figure);
  }

  private Panel alone(List<SitesEvidence.Alone> all) {
    String note = schema.task() == Task.REGRESSION ? Words.of("depth.alone.note.numbers")
        : Words.of("depth.alone.note");
    return new Panel(Words.of("depth.alone"), note, new AlonePanel(all, versus.sides()));
  }

  @Override public List<String> sentences() {
    Pictured pictured = new Pictured(versus, look);
    List<String> told = new ArrayList<>(List.of(Words.of("toldvariants.sites.pass", pictured.side().letter().name(),
        pictured.side().method().title())));
    for (int i = 0; i < pictured.places().size(); i++) {
      Place place = pictured.places().get(i);
      if (!pictured.kept(i).isEmpty() && place.isUsed())
        told.add(Words.of("toldvariants.sites.place", place.name(), Shown.dropRate(place.site().p()), pictured.kept(i)));
    }
    return told;
  }
}
