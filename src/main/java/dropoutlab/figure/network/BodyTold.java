package dropoutlab.figure.network;

import dropoutlab.figure.plot.DataTable;
import dropoutlab.figure.plot.Description;
import dropoutlab.figure.plot.Summary;
import dropoutlab.frame.Matrix;
import dropoutlab.words.Numbers;
import dropoutlab.words.Words;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/// What a [BodyFigure] says of itself: its layers in their order, what was dropped of each, and how large its values
/// are.
final class BodyTold {
  private final List<BodyStage> stages;
  private final List<String> dropped;
  private final int example;

  /// @param dropped what stands below each stage, "30 % dropped"; empty where nothing does
  BodyTold(List<BodyStage> stages, List<String> dropped, int example) {
    this.stages = stages;
    this.dropped = dropped;
    this.example = example;
  }

  private static String name(BodyStage stage) { return Words.parted(stage.names()); }

  Description describe() {
    List<String> names = new ArrayList<>();
    for (int from = 0; from < stages.size();) {
      int to = from;
      while (to + 1 < stages.size() && stages.get(to + 1).names().equals(stages.get(from).names())) to++;
      String name = Words.list(stages.get(from).names());
      names.add(from == to ? Words.of("told.body.stage", from + 1, name)
          : Words.of("told.body.stages", from + 1, to + 1, name));
      from = to + 1;
    }
    String drawn = Words.count("told.body.drawn", stages.size(), example + 1, Words.list(names));
    return Description.of(Words.of("told.body.title"), drawn, dropped(), largest());
  }

  private String dropped() {
    Map<String, List<String>> pictures = new LinkedHashMap<>();
    for (int i = 0; i < stages.size(); i++)
      if (!dropped.get(i).isEmpty())
        pictures.computeIfAbsent(dropped.get(i), _ -> new ArrayList<>()).add(Integer.toString(i + 1));
    List<String> told = new ArrayList<>();
    pictures.forEach((said, at) -> told.add(Words.count("told.body.part", at.size(), said, Words.list(at))));
    return told.isEmpty() ? Words.of("told.body.nothing_dropped") : Words.of("told.body.dropped", Words.list(told));
  }

  private Summary values(BodyStage stage) {
    Matrix values = stage.shown().values();
    return Summary.of(values.rows() > example ? values.cols() : 0, i -> values.at(example, i));
  }

  private String largest() {
    int most = Summary.of(stages.size(), i -> largest(values(stages.get(i)))).mostAt();
    if (most < 0) return Words.of("told.not_finite");
    return Words.of("told.body.largest", Numbers.reading(largest(values(stages.get(most)))), most + 1);
  }

  private static double largest(Summary values) { return Math.max(Math.abs(values.least()), Math.abs(values.most())); }

  /// One row a stage.
  Optional<DataTable> table() {
    DataTable.Rows rows = new DataTable.Rows(new DataTable.Column(Words.of("told.body.column.stage")),
        new DataTable.Column(Words.of("told.body.column.layers")),
            new DataTable.Column(Words.of("told.body.column.values")),
        new DataTable.Column(Words.of("told.body.column.least")),
            new DataTable.Column(Words.of("told.body.column.mean")),
        new DataTable.Column(Words.of("told.body.column.most")),
            new DataTable.Column(Words.of("told.body.column.dropped")));
    for (int i = 0; i < stages.size(); i++) {
      BodyStage stage = stages.get(i);
      Summary values = values(stage);
      Matrix factors = BodyFigure.factors(stage);
      long gone = IntStream.range(0, factors.cols()).filter(c -> factors.at(example, c) == 0).count();
      rows.add(i + 1, name(stage), stage.shown().values().cols(), values.least(), values.mean(), values.most(),
          factors.isEmpty() ? null : (double) gone / factors.cols());
    }
    return rows.table();
  }
}
