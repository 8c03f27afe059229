package dropoutlab.figure.variant;

import dropoutlab.data.Schema;
import dropoutlab.figure.network.NetworkFigure;
import dropoutlab.figure.plot.Figure;
import java.util.List;

/// The thinned networks of A and B, for an architecture that has no picture of its own.
public record PlainView(Versus versus, Look look, Schema schema) implements View {
  @Override public Figure strip() { return new SiteStrip(List.of(), look.site()); }

  @Override public Figure hero() { return new Halves(versus, side -> new NetworkFigure(side.view(), schema, look.example(), NetworkFigure.Options.PLAIN)); }

  @Override public List<Panel> evidence() { return List.of(); }

  @Override public String describe() { return ""; }
}
