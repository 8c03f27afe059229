package dropoutlab.figure.learned;

import dropoutlab.data.DataSet;
import dropoutlab.data.Schema;
import dropoutlab.figure.plot.Cells;
import dropoutlab.figure.plot.DataTable;
import dropoutlab.figure.plot.Description;
import dropoutlab.figure.plot.Measured;
import dropoutlab.figure.plot.Summary;
import dropoutlab.figure.plot.Which;
import dropoutlab.frame.Learned;
import dropoutlab.frame.Matrix;
import dropoutlab.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What a [SurfaceFigure] says of itself: where the prediction is lowest and highest, and how far it is from the
/// twin's.
public final class SurfaceTold {
  private final Schema schema;
  private final int examples;
  private final Cells cells;
  private final Measured target;
  private final Learned.Surface surface;
  private final Which which;

  SurfaceTold(DataSet data, Learned.Surface surface, Which which) {
    this.schema = data.schema();
    this.examples = data.train().size();
    this.cells = new Cells(surface.window(), surface.columns(), surface.rows());
    this.target = Measured.target(schema);
    this.surface = surface;
    this.which = which;
  }

  private double gap(int cell) { return surface.network().get(cell) - surface.twin().get(cell); }

  Description describe() {
    String title = switch (which) {
      case NETWORK -> Words.of("told.surface.title", target.name());
      case TWIN -> Words.of("told.surface.title.twin", target.name());
      case GAP -> Words.of("told.surface.title.gap", target.name());
    };
    if (which != Which.NETWORK && surface.twin().isEmpty()) return Description.of(title, Words.of("told.no_twin"));
    String over = DecisionTold.over(schema, cells), dots = Words.count("told.training", examples);
    if (which == Which.GAP)
      return Description.of(title, Words.of("told.surface.gap", target.name(), over, dots), gaps());
    Matrix shown = which == Which.TWIN ? surface.twin() : surface.network();
    return Description.of(title, Words.of("told.surface.drawn", target.name(), over, dots), extremes(shown), apart());
  }

  private String extremes(Matrix of) { return extremes(schema, cells, of); }

  /// Where a prediction is lowest and highest.
  public static String extremes(Schema schema, Cells cells, Matrix of) {
    Summary all = Summary.of(of);
    Measured target = Measured.target(schema);
    if (all.isEmpty()) return Words.of("told.not_finite");
    if (all.least() == all.most()) return Words.of("told.surface.flat", target.told(all.most()));
    return Words.of("told.surface.extremes", target.told(all.least()), DecisionTold.place(schema, cells, all.leastAt()),
        target.told(all.most()), DecisionTold.place(schema, cells, all.mostAt()));
  }

  private String apart() {
    if (surface.twin().isEmpty()) return "";
    Summary gaps = Summary.of(cells.size(), this::gap), sizes = Summary.of(cells.size(), cell -> Math.abs(gap(cell)));
    return gaps.isEmpty() ? "" : Words.of("told.surface.apart", target.size(gaps.rms()), target.size(sizes.most()),
        DecisionTold.place(schema, cells, sizes.mostAt()));
  }

  private String gaps() {
    Summary gaps = Summary.of(cells.size(), this::gap);
    return gaps.isEmpty() ? Words.of("told.not_finite") : Words.of("told.surface.gaps", target.size(gaps.least()),
        DecisionTold.place(schema, cells, gaps.leastAt()), target.size(gaps.most()),
        DecisionTold.place(schema, cells, gaps.mostAt()), target.size(gaps.rms()));
  }

  Optional<DataTable> table() {
    if (which != Which.NETWORK && surface.twin().isEmpty()) return Optional.empty();
    List<DataTable.Column> columns = new ArrayList<>(DecisionTold.places(schema));
    if (which != Which.TWIN) columns.add(target.column(Words.of("told.prediction.network", target.name())));
    if (which != Which.NETWORK) columns.add(target.column(Words.of("told.prediction.twin", target.name())));
    if (which == Which.GAP) columns.add(target.column(Words.of("figure.name.gap")));
    DataTable.Rows rows = new DataTable.Rows(columns);
    for (int cell = 0; cell < cells.size(); cell++) {
      List<Object> row = new ArrayList<>(List.of(cells.x(cell), cells.y(cell)));
      if (which != Which.TWIN) row.add(surface.network().get(cell));
      if (which != Which.NETWORK) row.add(surface.twin().get(cell));
      if (which == Which.GAP) row.add(gap(cell));
      rows.add(row);
    }
    return rows.table();
  }
}
