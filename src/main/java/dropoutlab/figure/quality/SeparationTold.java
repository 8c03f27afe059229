package dropoutlab.figure.quality;

import dropoutlab.figure.plot.DataTable;
import dropoutlab.figure.plot.Description;
import dropoutlab.figure.plot.Summary;
import dropoutlab.frame.Matrix;
import dropoutlab.frame.Result;
import dropoutlab.words.Numbers;
import dropoutlab.words.Words;
import java.util.Optional;

/// What a [SeparationFigure] says of itself: how the information of the glyphs lies beside that of the images, and how
/// well it tells them apart.
final class SeparationTold {
  private static final double CHANCE = .5;

  private final Result.Foreign foreign;

  SeparationTold(Result.Foreign foreign) { this.foreign = foreign; }

  private String kind(boolean inside) {
    if (inside) return Words.of(foreign.digits() ? "told.separation.digits" : "told.separation.images");
    return Words.of(foreign.digits() ? "told.separation.glyphs" : "told.separation.signs");
  }

  Description describe() {
    String title = Words.of("told.separation.title", kind(false), kind(true));
    Summary inside = Summary.of(foreign.inside()), outside = Summary.of(foreign.outside());
    if (inside.isEmpty() || outside.isEmpty())
      return Description.of(title, Words.of(foreign.inside().isEmpty() ? "told.separation.none" : "told.not_finite"));
    return Description.of(title,
        Words.count("told.separation.drawn", foreign.passes(), Numbers.count(foreign.inside().size()), kind(true),
            Numbers.count(foreign.outside().size()), kind(false)),
        Words.of("told.separation.means", kind(true), Numbers.reading(inside.mean()), kind(false),
            Numbers.reading(outside.mean())),
        apart(), entropy());
  }

  private static String interval(Result.Area area) {
    return Words.of("told.separation.interval", Numbers.fixed(area.area(), 3), Numbers.fixed(area.low(), 3),
        Numbers.fixed(area.high(), 3));
  }

  /// Whether the interval of the area holds one half.
  private String apart() {
    Result.Area area = foreign.information();
    if (!Double.isFinite(area.area())) return "";
    String told = interval(area);
    if (area.low() > CHANCE) return Words.of("told.separation.apart", told);
    return Words.of(area.high() < CHANCE ? "told.separation.reversed" : "told.separation.chance", told);
  }

  /// One area is called the larger where the intervals do not meet.
  private String entropy() {
    Result.Area ours = foreign.information(), other = foreign.entropy();
    if (!Double.isFinite(other.area())) return "";
    String told = interval(other);
    if (other.low() > ours.high()) return Words.of("told.separation.entropy.better", told);
    return Words.of(other.high() < ours.low() ? "told.separation.entropy.worse" : "told.separation.entropy.alike",
        told);
  }

  /// One row an image or glyph.
  Optional<DataTable> table() {
    String nats = Words.of("passes.map.nats");
    DataTable.Rows rows = new DataTable.Rows(new DataTable.Column(Words.of("told.separation.column.kind")),
        new DataTable.Column(Words.of("told.plane.information"), nats),
            new DataTable.Column(Words.of("told.plane.entropy"), nats));
    add(rows, kind(true), foreign.inside(), foreign.insideEntropy());
    add(rows, kind(false), foreign.outside(), foreign.outsideEntropy());
    return rows.table();
  }

  private static void add(DataTable.Rows rows, String kind, Matrix information, Matrix entropy) {
    for (int i = 0; i < information.size(); i++)
      rows.add(kind, information.get(i), i < entropy.size() ? entropy.get(i) : null);
  }
}
