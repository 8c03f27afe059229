package dropoutlab.figure.sweep;

import dropoutlab.figure.plot.Hit;
import dropoutlab.frame.sweep.Cell;
import dropoutlab.predict.sweep.Column;
import dropoutlab.words.Words;

/// What is told of a run or a column that is pointed at.
record RunWords(SweepView view) {
  Hit hit(int point) { return new Hit.Run(point, -1, view.words().column(point)); }

  /// A new seed is none of the sweep's: its column alone is meant.
  Hit hit(Dot dot) {
    int seed = dot.kind() == Dot.Kind.CONFIRMED ? -1 : dot.seed();
    return new Hit.Run(dot.point(), seed, dot.point() < 0 ? partner(dot.seed()) : run(dot));
  }

  private String partner(int seed) {
    double value = view.series().getFirst().columns().getFirst().partners().get(seed);
    return Words.of("sweepfigure.run.partner", view.partner(), view.seedAt(seed), value(value));
  }

  private String run(Dot dot) {
    if (dot.kind() == Dot.Kind.CONFIRMED) {
      Confirmed anew = view.confirmed().stream().filter(each -> each.column().point() == dot.point()).findFirst()
          .orElseThrow();
      return told(anew.column(), dot.seed(), anew.seeds().at(dot.seed()));
    }
    String told = told(view.column(dot.point()), dot.seed(), view.seedAt(dot.seed()));
    Cell cell = view.table().value(dot.point(), dot.seed());
    return cell.contradicted() ? told + "\n" + Words.of("sweepfigure.run.differs") : told;
  }

  private String told(Column column, int index, long seed) {
    String value = value(column.values().get(index)), name = view.words().named(column.point());
    double difference = column.paired().map(paired -> paired.differences().get(index)).orElse(Double.NaN);
    return Double.isNaN(difference) ? Words.of("sweepfigure.run", name, seed, value)
        : Words.of("sweepfigure.run.pair", name, seed, value, view.partner(), value(column.partners().get(index)),
            view.words().difference(difference));
  }

  private String value(double of) {
    return of == Double.POSITIVE_INFINITY ? Words.of("sweepfigure.run.not_finite") : view.words().value(of);
  }
}
