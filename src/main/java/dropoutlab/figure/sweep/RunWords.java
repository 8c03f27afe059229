package dropoutlab.figure.sweep;

import dropoutlab.figure.plot.Hit;
import dropoutlab.frame.sweep.Cell;
import dropoutlab.predict.sweep.Column;
import dropoutlab.words.Words;

/// What is told of a run or a column that is pointed at.
record RunWords(SweepView view) {
  Hit hit(int point) { return new Hit.Run(point, -1, view.words().column(point)); }

  Hit hit(Dot dot) { return new Hit.Run(dot.point(), dot.seed(), dot.point() < 0 ? partner(dot.seed()) : run(dot)); }

  private String partner(int seed) {
    double value = view.series().getFirst().columns().getFirst().partners().get(seed);
    return Words.of("sweepfigure.run.partner", view.partner(), view.seedAt(seed), value(value));
  }

  private String run(Dot dot) {
    Column column = view.column(dot.point());
    long seed = view.seedAt(dot.seed());
    String value = value(column.values().get(dot.seed())), name = view.words().named(dot.point());
    double difference = column.paired().map(paired -> paired.differences().get(dot.seed())).orElse(Double.NaN);
    String told = Double.isNaN(difference) ? Words.of("sweepfigure.run", name, seed, value)
        : Words.of("sweepfigure.run.pair", name, seed, value, view.partner(), value(column.partners().get(dot.seed())),
            view.words().difference(difference));
    Cell cell = view.table().value(dot.point(), dot.seed());
    return cell.contradicted() ? told + "\n" + Words.of("sweepfigure.run.differs") : told;
  }

  private String value(double of) {
    return of == Double.POSITIVE_INFINITY ? Words.of("sweepfigure.run.not_finite") : view.words().value(of);
  }
}
