package dropoutlab.figure.variant;

import dropoutlab.figure.plot.DataTable;
import dropoutlab.figure.plot.Description;
import dropoutlab.figure.plot.Figure;
import dropoutlab.figure.plot.Fit;
import dropoutlab.figure.plot.Hit;
import dropoutlab.figure.plot.Inset;
import dropoutlab.figure.plot.PartTable;
import dropoutlab.figure.plot.Pen.Align;
import dropoutlab.figure.plot.Pen.Face;
import dropoutlab.figure.plot.Pen.Type;
import dropoutlab.figure.plot.Pen;
import dropoutlab.figure.plot.Theme;
import dropoutlab.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A view of methods as one figure: the strip above, the pictures below it, the evidence at the foot.
public final class VariantFigure implements Figure {
  private static final double SPACE = 10, HEAD = 18, LEAST_EVIDENCE = 92, MOST_EVIDENCE = 150, EVIDENCE_SHARE = .28;
  /// Below this height the evidence would leave no room for the pictures.
  private static final double LEAST_WITH_EVIDENCE = 300;

  private final View view;
  private final Look look;

  public VariantFigure(View view, Look look) {
    this.view = view;
    this.look = look;
  }

  private record Part(Inset at, Figure figure) {}

  /// Says what there is to see of its parts.
  @Override public Description describe() {
    String a = view.versus().a().method().title();
    String title = view.versus().b().filter(b -> !b.method().title().equals(a)).map(b -> Words.of("toldvariants.title.pair", a, b.method().title()))
        .orElse(Words.of("toldvariants.title", a));
    List<String> told = new ArrayList<>();
    if (look.parts() != Look.Parts.EVIDENCE) told.addAll(view.sentences());
    if (look.parts() != Look.Parts.HERO) view.measured().ifPresent(found -> told.addAll(EvidenceTold.of(found).sentences()));
    return new Description(title, told);
  }

  @Override public Optional<DataTable> table() {
    PartTable table = new PartTable();
    if (look.parts() != Look.Parts.EVIDENCE) view.tabulate(table, look.example());
    if (look.parts() != Look.Parts.HERO) view.measured().ifPresent(found -> EvidenceTold.of(found).tabulate(table));
    DataTable filled = table.table();
    return filled.rows().isEmpty() ? Optional.empty() : Optional.of(filled);
  }

  private List<Part> parts(double width, double height) {
    List<Part> parts = new ArrayList<>();
    if (look.parts() == Look.Parts.EVIDENCE) {
      evidence(0, width, height).forEach(parts::add);
      return parts;
    }
    double strip = view.stripHeight(), top = strip + SPACE / 2, bottom = height;
    parts.add(new Part(new Inset(0, 0, width - look.controls(), strip), view.strip()));
    if (look.parts() == Look.Parts.ALL && height >= LEAST_WITH_EVIDENCE && !view.evidence().isEmpty()) {
      double high = Math.clamp(EVIDENCE_SHARE * height, LEAST_EVIDENCE, MOST_EVIDENCE);
      bottom = Math.round(height - high - SPACE);
      parts.addAll(evidence(bottom + SPACE, width, height));
    }
    parts.add(new Part(new Inset(0, top, width, bottom - top), view.hero()));
    return parts;
  }

  private List<Part> evidence(double top, double width, double height) {
    List<View.Panel> panels = view.evidence();
    double shares = panels.stream().mapToDouble(View.Panel::share).sum();
    double room = width - View.GAP * (panels.size() - 1), left = 0;
    List<Part> parts = new ArrayList<>();
    for (View.Panel panel : panels) {
      double wide = Math.floor(room * panel.share() / shares);
      parts.add(new Part(new Inset(left, top, wide, height - top), new Titled(panel)));
      left += wide + View.GAP;
    }
    return parts;
  }

  /// A plot below its title.
  private record Titled(View.Panel panel) implements Figure {
    private static final Type TITLE = new Type(Face.TEXT_BOLD, 12), NOTE = new Type(Face.TEXT, 11);

    @Override public void draw(Pen pen, double width, double height, Theme theme) {
      pen.fill(theme.ink());
      pen.text(Fit.within(pen, panel.title(), TITLE, width), 0, 12, TITLE, Align.LEFT);
      double left = pen.textWidth(panel.title(), TITLE) + 8;
      pen.fill(theme.muted());
      // A note that is cut tells nothing.
      if (left + pen.textWidth(panel.note(), NOTE) <= width) pen.text(panel.note(), left, 12, NOTE, Align.LEFT);
      plot(width, height).draw(pen, panel.figure(), theme);
    }

    @Override public Optional<Hit> hit(double x, double y, double width, double height) {
      return plot(width, height).hit(panel.figure(), x, y);
    }

    private static Inset plot(double width, double height) { return new Inset(0, HEAD, width, height - HEAD); }
  }

  @Override public void draw(Pen pen, double width, double height, Theme theme) {
    for (Part part : parts(width, height)) part.at.draw(pen, part.figure, theme);
  }

  @Override public Optional<Hit> hit(double x, double y, double width, double height) {
    return parts(width, height).stream().flatMap(part -> part.at.hit(part.figure, x, y).stream()).findFirst();
  }
}
