package dropoutlab.figure.quality;

import dropoutlab.figure.plot.DataTable;
import dropoutlab.figure.plot.Description;
import dropoutlab.figure.plot.Summary;
import dropoutlab.figure.plot.Than;
import dropoutlab.frame.Method;
import dropoutlab.frame.Quality.Bin;
import dropoutlab.frame.Quality.Reliability;
import dropoutlab.words.Numbers;
import dropoutlab.words.Shown;
import dropoutlab.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What a [CalibrationFigure] says of itself: the calibration errors, and who is too sure of itself or not sure enough.
final class CalibrationTold {
  /// Confidence and accuracy that differ by less in the mean agree.
  private static final double AGREE = .01;

  private final List<Reliability> methods;

  CalibrationTold(List<Reliability> methods) { this.methods = methods; }

  private static int examples(Reliability of) { return of.bins().stream().mapToInt(Bin::count).sum(); }

  Description describe() {
    String title = Words.of("told.calibration.title");
    List<Reliability> known = methods.stream().filter(method -> examples(method) > 0).toList();
    if (known.isEmpty()) return Description.of(title, Words.of("told.calibration.none"));
    List<String> names = known.stream().map(each -> each.method().title()).toList();
    return Description.of(title, Words.count("told.calibration.drawn", examples(known.getFirst()), Words.list(names)),
        errors(known), sure(main(known)), furthest(main(known)));
  }

  /// MC dropout, or the first.
  private static Reliability main(List<Reliability> known) {
    return known.stream().filter(each -> each.method() == Method.MC_DROPOUT).findFirst().orElse(known.getFirst());
  }

  private static String errors(List<Reliability> known) {
    List<String> told = known.stream().map(each -> Words.of("told.of_method",
        Numbers.fixed(each.expectedCalibrationError(), 3), each.method().title())).toList();
    if (known.size() == 1) return Words.of("told.calibration.errors", Words.list(told));
    int best = Summary.of(known.size(), i -> known.get(i).expectedCalibrationError()).leastAt();
    return Words.of("told.calibration.errors.best", Words.list(told), known.get(best).method().title());
  }

  /// The mean confidence against the share that is right, over all examples.
  private static String sure(Reliability of) {
    double confidence = 0, right = 0;
    for (Bin bin : of.bins()) {
      confidence += bin.count() * bin.confidence() / examples(of);
      right += bin.count() * bin.accuracy() / examples(of);
    }
    String sure = Shown.percent(confidence, 1), share = Shown.percent(right, 1), name = of.method().title();
    return switch (Than.of(confidence, right, AGREE)) {
      case LOWER -> Words.of("told.calibration.unsure", name, sure, share);
      case ALIKE -> Words.of("told.calibration.honest", name, sure, share);
      case HIGHER -> Words.of("told.calibration.sure", name, sure, share);
    };
  }

  /// The bins whose intervals do not hold their confidence, and the furthest of them.
  private static String furthest(Reliability of) {
    List<Bin> out = of.bins().stream().filter(bin -> bin.confidence() < bin.accuracyLow()
        || bin.confidence() > bin.accuracyHigh()).toList();
    if (out.isEmpty()) return Words.count("told.calibration.within", of.bins().size());
    Bin furthest = out.get(Summary.of(out.size(), i -> Math.abs(out.get(i).accuracy() - out.get(i).confidence()))
        .mostAt());
    return Words.count("told.calibration.outside", out.size(), of.bins().size(), Numbers.fixed(furthest.low(), 2),
        Numbers.fixed(furthest.high(), 2), Shown.percent(furthest.accuracy(), 1));
  }

  /// One row a bin of a method.
  Optional<DataTable> table() {
    List<DataTable.Column> columns = new ArrayList<>();
    for (String name : List.of(Words.of("told.method"), Words.of("told.calibration.column.low"),
        Words.of("told.calibration.column.high"), Words.of("told.calibration.column.count"),
        Words.of("told.calibration.column.confidence"), Words.of("told.calibration.column.right"),
        Words.of("told.column.low"), Words.of("told.column.high"))) columns.add(new DataTable.Column(name));
    DataTable.Rows rows = new DataTable.Rows(columns);
    for (Reliability method : methods)
      for (Bin bin : method.bins())
        rows.add(method.method().title(), bin.low(), bin.high(), bin.count(), bin.confidence(), bin.accuracy(),
            bin.accuracyLow(), bin.accuracyHigh());
    return rows.table();
  }
}
