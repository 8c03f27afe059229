package dropoutlab.figure.passes;

import dropoutlab.data.Schema;
import dropoutlab.figure.plot.CurveFigure;
import dropoutlab.figure.plot.DataPoints;
import dropoutlab.figure.plot.DataTable;
import dropoutlab.figure.plot.Description;
import dropoutlab.figure.plot.Measured;
import dropoutlab.figure.plot.Summary;
import dropoutlab.figure.plot.Than;
import dropoutlab.frame.Result;
import dropoutlab.words.Shown;
import dropoutlab.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;

/// What a [LineFigure] says of itself: where the passes agree and where they do not, within the data and beyond, how
/// much the noise adds, and how many examples the bands hold.
final class LineTold {
  private final Measured input;
  private final Measured target;
  private final DataPoints train;
  private final Result.Line line;
  private final LineBands bands;
  private final List<Result.Rival> rivals;
  private final List<double[]> gaps;

  /// @param gaps wide ones between the training data, from where to where
  LineTold(Schema schema, DataPoints train, Result.Line line, LineBands bands, List<Result.Rival> rivals,
      List<double[]> gaps) {
    this.input = Measured.input(schema, 0);
    this.target = Measured.target(schema);
    this.train = train;
    this.line = line;
    this.bands = bands;
    this.rivals = rivals;
    this.gaps = gaps;
  }

  private double x(int i) { return line.x().get(i); }

  private boolean within(int i) { return x(i) >= line.dataFrom() && x(i) <= line.dataTo(); }

  Description describe() {
    String title = Words.of("told.line.title", target.name(), input.name());
    String range = input.range(x(0), x(line.x().size() - 1));
    String dots = Words.count("told.training", train.x().length);
    if (line.mean().isEmpty()) return Description.of(title, Words.of("told.line.empty", target.name(), range, dots));
    String key = bands.noisy() ? "told.line.drawn.noisy" : "told.line.drawn";
    String drawn = Words.count(key, line.passes(), target.name(), range, dots);
    if (Summary.of(line.mean()).isEmpty()) return Description.of(title, drawn, Words.of("told.not_finite"));
    String noise = bands.noisy() ? noisy() : held().map(share -> Words.of("told.line.held", share)).orElse("");
    return Description.of(title, drawn, extremes(), beyond(), inGaps(), noise, others());
  }

  private String extremes() {
    Summary sd = Summary.of(line.mean().size(), bands::epistemicSd);
    if (sd.most() == 0) return Words.of("told.line.same");
    if (sd.least() == sd.most()) return Words.of("told.line.even", target.size(sd.most()));
    return Words.of("told.line.extremes", target.size(sd.least()), input.at(x(sd.leastAt())), target.size(sd.most()),
        input.at(x(sd.mostAt())));
  }

  private double meanSd(IntPredicate where) {
    return Summary.of(line.mean().size(), i -> where.test(i) ? bands.epistemicSd(i) : Double.NaN).mean();
  }

  private boolean between(int i, double[] gap) { return x(i) > gap[0] && x(i) < gap[1]; }

  private String inGaps() {
    List<String> told = new ArrayList<>();
    for (double[] gap : gaps) {
      double sd = meanSd(i -> between(i, gap));
      if (Double.isFinite(sd)) told.add(Words.of("told.line.gap", input.range(gap[0], gap[1]), target.size(sd)));
    }
    return told.isEmpty() ? "" : Words.count("told.line.gaps", told.size(), Words.list(told));
  }

  private String beyond() {
    double inside = meanSd(i -> within(i) && gaps.stream().noneMatch(gap -> between(i, gap))),
        outside = meanSd(i -> !within(i));
    if (Double.isNaN(inside) || Double.isNaN(outside) || inside + outside == 0) return "";
    String range = input.range(line.dataFrom(), line.dataTo()), in = target.size(inside), out = target.size(outside);
    return switch (Than.of(outside, inside)) {
      case LOWER -> Words.of("told.line.beyond.less", range, in, out);
      case ALIKE -> Words.of("told.line.beyond.alike", range, in, out);
      case HIGHER -> Words.of("told.line.beyond.more", range, in, out);
    };
  }

  /// The share of the training examples within two standard deviations, the noise among them where it is drawn.
  private Optional<String> held() {
    int all = 0, held = 0;
    for (int i = 0; i < train.x().length; i++) {
      int at = CurveFigure.nearest(line.x(), train.x()[i]);
      if (!Double.isFinite(line.mean().get(at)) || train.x()[i] < x(0)
          || train.x()[i] > x(line.x().size() - 1)) continue;
      all++;
      if (Math.abs(train.y()[i] - line.mean().get(at)) <= 2 * bands.totalSd(at)) held++;
    }
    return all == 0 ? Optional.empty() : Optional.of(Shown.percent((double) held / all));
  }

  private String noisy() {
    Summary noise = Summary.of(line.mean().size(), bands::aleatoricSd);
    String sd = noise.least() == noise.most() ? target.size(noise.most())
        : Words.of("told.line.from_to", target.size(noise.least()), target.size(noise.most()));
    String key = line.noise().atBound() ? "told.line.noise.bound" : "told.line.noise";
    return held().map(share -> Words.of(key, sd, share)).orElse("");
  }

  /// What others say: rivals, or else the network with its masks off.
  private String others() {
    List<String> told = new ArrayList<>();
    for (Result.Rival rival : rivals) {
      Summary gaps = Summary.of(rival.mean().size(), i -> rival.mean().get(i) - line.mean().get(i));
      if (!gaps.isEmpty()) told.add(Words.of("told.line.rival", rival.method().title(), target.size(gaps.rms()),
          target.size(Summary.of(rival.sd()).mean())));
    }
    double own = Summary.of(line.mean().size(), bands::epistemicSd).mean();
    if (!told.isEmpty()) return Words.of("told.line.rivals", Words.list(told), target.size(own));
    if (line.deterministic().isEmpty()) return "";
    Summary off = Summary.of(line.mean().size(), i -> Math.abs(line.deterministic().get(i) - line.mean().get(i)));
    return off.isEmpty() ? "" : Words.of("told.line.masks_off", target.size(off.most()), input.at(x(off.mostAt())));
  }

  /// One row a place on the x axis: the bands reach two standard deviations from the mean.
  Optional<DataTable> table() {
    if (line.mean().isEmpty()) return Optional.empty();
    DataTable.Rows rows = new DataTable.Rows(columns());
    for (int i = 0; i < line.x().size(); i++) {
      List<Object> cells = new ArrayList<>(List.of(x(i), line.mean().get(i), bands.epistemicSd(i), bands.edge(i, -2),
          bands.edge(i, 2)));
      if (bands.noisy())
        cells.addAll(List.of(bands.aleatoricSd(i), bands.totalSd(i), bands.noisyEdge(i, -2), bands.noisyEdge(i, 2)));
      if (!line.deterministic().isEmpty()) cells.add(line.deterministic().get(i));
      for (Result.Rival rival : rivals) cells.addAll(List.of(rival.mean().get(i), rival.sd().get(i)));
      for (int pass = 0; pass < line.singles().rows(); pass++) cells.add(line.singles().at(pass, i));
      rows.add(cells);
    }
    return rows.table();
  }

  private List<DataTable.Column> columns() {
    List<String> names = new ArrayList<>(List.of(Words.of("told.line.column.mean"), Words.of("told.line.column.sd"),
        Words.of("told.line.column.low"), Words.of("told.line.column.high")));
    if (bands.noisy())
      names.addAll(List.of(Words.of("told.line.column.noise"), Words.of("told.line.column.total"),
          Words.of("told.line.column.total_low"), Words.of("told.line.column.total_high")));
    if (!line.deterministic().isEmpty()) names.add(Words.of("passes.masks_off"));
    for (Result.Rival rival : rivals)
      names.addAll(List.of(Words.of("told.line.column.rival", rival.method().title()),
          Words.of("told.line.column.rival_sd", rival.method().title())));
    for (int pass = 0; pass < line.singles().rows(); pass++) names.add(Words.of("told.pass_number", pass + 1));
    List<DataTable.Column> columns = new ArrayList<>(List.of(input.column()));
    names.forEach(name -> columns.add(target.column(name)));
    return columns;
  }
}
