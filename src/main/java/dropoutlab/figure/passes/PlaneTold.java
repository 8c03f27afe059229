package dropoutlab.figure.passes;

import dropoutlab.data.DataSet;
import dropoutlab.data.Schema;
import dropoutlab.figure.learned.DecisionTold;
import dropoutlab.figure.learned.SurfaceTold;
import dropoutlab.figure.passes.PlaneFigure.Quantity;
import dropoutlab.figure.plot.Cells;
import dropoutlab.figure.plot.DataTable;
import dropoutlab.figure.plot.Description;
import dropoutlab.figure.plot.Measured;
import dropoutlab.figure.plot.Summary;
import dropoutlab.figure.plot.Than;
import dropoutlab.figure.plot.Which;
import dropoutlab.frame.Learned;
import dropoutlab.frame.Matrix;
import dropoutlab.frame.Result;
import dropoutlab.spec.Task;
import dropoutlab.words.Unit;
import dropoutlab.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What maps of passes say of themselves: where they are lowest and highest, and what they are at the training examples
/// in comparison with the whole map.
final class PlaneTold {
  private final DataSet data;
  private final Schema schema;
  private final Result.Plane plane;
  private final Cells cells;
  private final boolean ensemble;

  /// @param ensemble whether the map is that of an ensemble, whose members take the place of the passes
  PlaneTold(DataSet data, Result.Plane plane, boolean ensemble) {
    this.data = data;
    this.schema = data.schema();
    this.plane = plane;
    this.cells = new Cells(plane.window(), plane.columns(), plane.rows());
    this.ensemble = ensemble;
  }

  private boolean classes() { return schema.task() == Task.CLASSIFICATION; }

  private Matrix values(Quantity quantity) { return values(plane, quantity); }

  /// What is mapped, a row a cell.
  static Matrix values(Result.Plane plane, Quantity quantity) {
    return switch (quantity) {
      case MEAN -> plane.mean();
      case ENTROPY -> plane.entropy();
      case INFORMATION -> plane.information();
      case VARIANCE -> plane.variance();
      case SD -> Matrix.generate(plane.variance().rows(), 1, (cell, _) -> Math.sqrt(plane.variance().get(cell)));
    };
  }

  /// "predictive entropy".
  private String name(Quantity quantity) {
    return switch (quantity) {
      case MEAN -> classes() ? Words.of("told.plane.mean.classes")
          : Words.of("told.plane.mean", Measured.target(schema).name());
      case ENTROPY -> Words.of("told.plane.entropy");
      case INFORMATION -> Words.of("told.plane.information");
      case VARIANCE -> Words.of(classes() && schema.classes().size() > 2 ? "told.plane.variance.classes"
          : "told.plane.variance");
      case SD -> Words.of("told.plane.sd");
    };
  }

  private String unit(Quantity quantity) {
    return switch (quantity) {
      case MEAN, SD -> classes() ? "" : Measured.target(schema).unit();
      case ENTROPY, INFORMATION -> Words.of("passes.map.nats");
      case VARIANCE -> classes() ? "" : Unit.squared(schema.target()).replaceFirst("^, ", "");
    };
  }

  Description describe(Quantity quantity) {
    String title = Words.of(ensemble ? "told.plane.title.ensemble" : "told.plane.title", name(quantity));
    List<String> sentences = new ArrayList<>(List.of(drawn(name(quantity))));
    sentences.addAll(quantity == Quantity.MEAN ? mean() : List.of(extremes(quantity), atExamples(quantity)));
    return Description.of(title, sentences.toArray(String[]::new));
  }

  /// All maps of a figure together.
  Description describe(List<Quantity> quantities) {
    String names = Words.list(quantities.stream().map(this::name).toList());
    List<String> sentences = new ArrayList<>(List.of(Words.count("told.plane.drawn.all", plane.passes(), names,
        DecisionTold.over(schema, cells), Words.count("told.training", data.train().size()))));
    sentences.add(mean().getFirst());
    for (Quantity quantity : quantities)
      if (quantity != Quantity.MEAN) sentences.add(atExamples(quantity));
    return Description.of(Words.of("told.plane.title.all"), sentences.toArray(String[]::new));
  }

  private String drawn(String what) {
    String over = DecisionTold.over(schema, cells), dots = Words.count("told.training", data.train().size());
    return ensemble ? Words.of("told.plane.drawn.ensemble", what, over, dots)
        : Words.count("told.plane.drawn", plane.passes(), what, over, dots);
  }

  private List<String> mean() {
    if (Summary.of(plane.mean()).isEmpty()) return List.of(Words.of("told.not_finite"));
    if (!classes()) return List.of(SurfaceTold.extremes(schema, cells, plane.mean()));
    DecisionTold told = new DecisionTold(data, new Learned.DecisionMap(plane.window(), plane.columns(), plane.rows(),
        plane.mean(), Matrix.EMPTY), Which.NETWORK);
    return List.of(told.shares(), told.sureness());
  }

  private Measured measured(Quantity quantity) { return new Measured(name(quantity), unit(quantity), 0); }

  private String extremes(Quantity quantity) {
    Summary all = Summary.of(values(quantity));
    if (all.isEmpty()) return Words.of("told.not_finite");
    if (all.least() == all.most()) return Words.of("told.plane.same", measured(quantity).size(all.most()));
    return Words.of("told.plane.extremes", measured(quantity).size(all.least()),
        DecisionTold.place(schema, cells, all.leastAt()), measured(quantity).size(all.most()),
        DecisionTold.place(schema, cells, all.mostAt()));
  }

  /// The mean over the cells in which training examples lie, each as often as it has examples.
  private double atTraining(Matrix values) {
    return Summary.of(data.train().size(), row -> {
      int cell = cells.at(schema.inputScaling().toRaw(0, data.train().x().at(row, 0)),
          schema.inputScaling().toRaw(1, data.train().x().at(row, 1)));
      return cell < 0 ? Double.NaN : values.get(cell);
    }).mean();
  }

  private String atExamples(Quantity quantity) {
    double near = atTraining(values(quantity)), all = Summary.of(values(quantity)).mean();
    if (Double.isNaN(near) || Double.isNaN(all)) return "";
    String name = name(quantity), here = measured(quantity).size(near), everywhere = measured(quantity).size(all);
    return switch (Than.of(near, all)) {
      case LOWER -> Words.of("told.plane.near.less", name, here, everywhere);
      case ALIKE -> Words.of("told.plane.near.alike", name, here, everywhere);
      case HIGHER -> Words.of("told.plane.near.more", name, here, everywhere);
    };
  }

  /// One row a cell.
  Optional<DataTable> table(List<Quantity> quantities) {
    List<DataTable.Column> columns = new ArrayList<>(DecisionTold.places(schema));
    for (Quantity quantity : quantities) columns.addAll(columns(quantity));
    DataTable.Rows rows = new DataTable.Rows(columns);
    List<Matrix> values = quantities.stream().map(this::values).toList();
    for (int cell = 0; cell < cells.size(); cell++) {
      List<Object> row = new ArrayList<>(List.of(cells.x(cell), cells.y(cell)));
      for (Matrix each : values) for (int c = 0; c < each.cols(); c++) row.add(each.at(cell, c));
      rows.add(row);
    }
    return rows.table();
  }

  private String columnName(Quantity quantity) {
    return switch (quantity) {
      case MEAN, ENTROPY, INFORMATION -> name(quantity);
      case VARIANCE -> Words.of("passes.map.variance");
      case SD -> Words.of("passes.map.sd");
    };
  }

  private List<DataTable.Column> columns(Quantity quantity) {
    if (quantity != Quantity.MEAN || !classes())
      return List.of(new DataTable.Column(columnName(quantity), unit(quantity)));
    return schema.classes().stream().map(name -> new DataTable.Column(Words.of("told.plane.column.mean", name)))
        .toList();
  }
}
