package dropoutlab.figure.variant.sites;

import dropoutlab.data.Schema;
import dropoutlab.figure.plot.Figure;
import dropoutlab.figure.variant.Look;
import dropoutlab.figure.variant.SiteStrip;
import dropoutlab.figure.variant.Versus;
import dropoutlab.figure.variant.View;
import dropoutlab.frame.SitesEvidence;
import dropoutlab.spec.DataSpec;
import dropoutlab.words.Shown;
import dropoutlab.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Dropout at the places of a transformer encoder block (Vaswani et al. 2017): one picture over the whole width, of A, of
/// B, or of A minus B. The line of the block with its places of dropout is part of the picture.
///
/// @param measured empty while it is computed
public record SitesView(Versus versus, Look look, Schema schema, DataSpec data, Optional<SitesEvidence> measured) implements View {
  @Override public Figure strip() { return new SiteStrip(List.of(), look.site()); }

  @Override public double stripHeight() { return 0; }

  @Override public Figure hero() {
    Pictured pictured = new Pictured(versus, look);
    int steps = pictured.places().isEmpty() ? 1 : pictured.places().getFirst().steps();
    return new SitesHero(pictured, look, WordLabels.of(pictured.side().view().body(), schema, data, pictured.example(), steps), schema);
  }

  @Override public List<Panel> evidence() { return List.of(); }

  @Override public String describe() {
    Pictured pictured = new Pictured(versus, look);
    List<String> sentences = new ArrayList<>(List.of(Words.of("depth.describe.sites", pictured.side().method().title())));
    for (int i = 0; i < pictured.places().size(); i++)
      sentences.add(Words.of("depth.describe.place", pictured.places().get(i).name(),
          Shown.dropRate(pictured.places().get(i).site().p()), pictured.kept(i)));
    return String.join(" ", sentences);
  }
}
