package dropoutlab.export.recipe;

import dropoutlab.export.picture.Page;
import dropoutlab.figure.plot.Axes;
import dropoutlab.figure.plot.DataTable;
import dropoutlab.figure.plot.DataTable.Column;
import dropoutlab.figure.plot.Description;
import dropoutlab.figure.plot.Figure;
import dropoutlab.figure.plot.Fit;
import dropoutlab.figure.plot.Hit;
import dropoutlab.figure.plot.Inset;
import dropoutlab.figure.plot.Pen;
import dropoutlab.figure.plot.Pen.Align;
import dropoutlab.figure.plot.Pen.Face;
import dropoutlab.figure.plot.Pen.Type;
import dropoutlab.figure.plot.Ranged;
import dropoutlab.figure.plot.Ranges;
import dropoutlab.figure.plot.Theme;
import dropoutlab.words.Words;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Several figures on one page, each under its title.
///
/// @param title of them all; it is told and not drawn
public record Board(String title, List<Part> parts) implements Ranged {
  private static final double GAP = 24, HEAD = 1.9;
  /// Many figures on one page have smaller words than one: on a slide they still reach the last row.
  private static final double WORDS = .7, LEAST_PT = 6;

  /// @param name  of the figure, as files are called
  /// @param title what stands above it
  /// @param room  where it stands, in shares of the page
  public record Part(String name, String title, Figure figure, Inset room) {}

  /// A room in shares of a page; insets have at least one pixel, and so shares are in thousandths.
  static Inset room(double left, double top, double width, double height) {
    return new Inset(1000 * left, 1000 * top, 1000 * width, 1000 * height);
  }

  public Board { parts = List.copyOf(parts); }

  /// Rooms of the same share have the same size, wherever they stand.
  private static Inset whole(Part part, double width, double height) {
    double gap = Math.min(GAP, .05 * Math.min(width, height));
    Inset room = part.room;
    return new Inset(room.left() / 1000 * (width + gap), room.top() / 1000 * (height + gap),
        room.width() / 1000 * (width + gap) - gap, room.height() / 1000 * (height + gap) - gap);
  }

  private static Inset inset(Part part, double width, double height) {
    Inset whole = whole(part, width, height);
    double head = head(part, width, height);
    return new Inset(whole.left(), whole.top() + head, whole.width(), whole.height() - head);
  }

  private static double head(Part part, double width, double height) {
    return part.title.isEmpty() ? 0 : Math.round(HEAD * Axes.textSize(width, height));
  }

  /// The page as its figures want it.
  static Page page(Figure figure, Page page) {
    boolean many = figure instanceof Board && page.wordsPt() > 0;
    return many ? page.withWordsPt(Math.min(page.wordsPt(), Math.max(LEAST_PT, WORDS * page.wordsPt()))) : page;
  }

  @Override public void draw(Pen pen, double width, double height, Theme theme) {
    Type type = new Type(Face.TEXT_BOLD, Axes.textSize(width, height));
    for (Part part : parts) {
      Inset whole = whole(part, width, height);
      pen.fill(theme.ink());
      if (!part.title.isEmpty())
        pen.text(Fit.within(pen, part.title, type, whole.width()), whole.left(), whole.top() + type.size(), type,
            Align.LEFT);
      inset(part, width, height).draw(pen, part.figure, theme);
    }
  }

  @Override public Optional<Hit> hit(double x, double y, double width, double height) {
    for (Part part : parts) {
      Optional<Hit> hit = inset(part, width, height).hit(part.figure, x, y);
      if (hit.isPresent()) return hit;
    }
    return Optional.empty();
  }

  @Override public Description describe() {
    List<String> sentences = new ArrayList<>();
    for (Part part : parts)
      if (!part.figure.describe().sentences().isEmpty())
        sentences.add(Words.of("recipe.board.part", part.title, part.figure.describe().text()));
    return new Description(title, sentences);
  }

  /// All rows of all figures, each behind the name of its figure.
  @Override public Optional<DataTable> table() {
    Set<Column> columns = new LinkedHashSet<>(List.of(new Column(Words.of("recipe.board.figure"))));
    for (Part part : parts) part.figure.table().ifPresent(table -> columns.addAll(table.columns()));
    if (columns.size() == 1) return Optional.empty();
    List<List<Object>> rows = new ArrayList<>();
    for (Part part : parts) part.figure.table().ifPresent(table -> addRows(rows, List.copyOf(columns), part.name,
        table));
    return Optional.of(new DataTable(List.copyOf(columns), rows));
  }

  private static void addRows(List<List<Object>> rows, List<Column> columns, String name, DataTable table) {
    for (List<Object> row : table.rows()) {
      List<Object> wide = new ArrayList<>();
      wide.add(name);
      for (Column column : columns.subList(1, columns.size())) {
        int at = table.columns().indexOf(column);
        wide.add(at < 0 ? null : row.get(at));
      }
      rows.add(wide);
    }
  }

  @Override public Ranges ranges() {
    Ranges all = Ranges.NONE;
    for (Part part : parts) all = all.joined(Ranged.of(part.figure).named(part.name));
    return all;
  }

  @Override public Figure within(Ranges wider) {
    return new Board(title, parts.stream().map(part ->
        new Part(part.name, part.title, Ranged.within(part.figure, wider.in(part.name)), part.room)).toList());
  }
}
