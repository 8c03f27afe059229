package dropoutlab.figure.theory.scaling;

import dropoutlab.figure.plot.DataTable;
import dropoutlab.figure.plot.PartTable;
import dropoutlab.figure.theory.Showing;
import dropoutlab.figure.theory.Telling;
import dropoutlab.figure.theory.Told;
import dropoutlab.frame.Matrix;
import dropoutlab.frame.bench.ScalingPicture.TwoPaths;
import dropoutlab.words.Numbers;
import dropoutlab.words.Shown;
import dropoutlab.words.Words;
import java.util.List;

/// What the two paths of training tell: how far apart they are, and at which rate they are one.
record PathsTold(TwoPaths of, Showing showing) implements Told {
  private static final int EXACT = 0, ENGINE = 1, FITTED = 2;

  @Override public String title() { return Words.of("toldtheory.paths.title"); }

  @Override public List<String> sentences() {
    String drawn = Words.of("toldtheory.paths.drawn", Numbers.count(of.steps()), Shown.dropRate(of.p()),
        Numbers.brief(of.rate()), Numbers.brief(of.factor()));
    String end = Words.of("toldtheory.paths.end", Numbers.reading(of.standard().at(of.steps(), 0)),
        Numbers.reading(of.standard().at(of.steps(), 1)), Numbers.reading(of.least().getFirst()),
        Numbers.reading(of.least().getLast()));
    String fitted = showing.hidden() && of.factor() == of.fit() ? ""
        : Words.of("toldtheory.paths.fitted", Numbers.brief(of.fit()), Numbers.brief(most(FITTED)));
    if (showing.hidden()) return List.of(drawn, end, fitted, Telling.guess(showing, truth()));
    return List.of(drawn, apart(), fitted, factors(), Telling.guess(showing, truth()));
  }

  private double most(int column) { return of.apart().at(Telling.greatest(of.apart(), column), column); }

  private double truth() { return of.apart().at(of.furthest(), EXACT); }

  private String apart() {
    double engine = most(ENGINE);
    return Words.of("toldtheory.paths.apart", Numbers.reading(truth()), Numbers.count(of.furthest()),
        Numbers.reading(of.apart().at(of.steps(), EXACT)), Numbers.reading(engine), Telling.gap(truth(), engine));
  }

  private String factors() {
    Matrix rows = of.byFactor();
    int best = Telling.least(rows, 1), worst = Telling.greatest(rows, 1);
    return Words.of("toldtheory.paths.factors", Numbers.brief(rows.at(best, 0)), Numbers.brief(rows.at(best, 1)),
        Numbers.brief(rows.at(worst, 0)), Numbers.reading(rows.at(worst, 1)));
  }

  @Override public DataTable table() {
    PartTable table = new PartTable();
    PartTable.Part steps = table.part(Words.of("toldtheory.paths.steps"));
    for (int i = 0; i <= of.steps(); i++)
      steps.row(i, of.standard().at(i, 0), of.standard().at(i, 1), Telling.asked(showing, of.inverted().at(i, 0)),
          Telling.asked(showing, of.inverted().at(i, 1)), Telling.asked(showing, of.trained().at(i, 0)),
          Telling.asked(showing, of.trained().at(i, 1)), of.fitted().at(i, 0), of.fitted().at(i, 1),
          Telling.asked(showing, of.apart().at(i, EXACT)), Telling.asked(showing, of.apart().at(i, ENGINE)),
          of.apart().at(i, FITTED));
    if (showing.hidden()) return table.table();
    factors(table.part(Words.of("toldtheory.paths.exact")), of.byFactor());
    factors(table.part(Words.of("toldtheory.paths.engine")), of.engineByFactor());
    return table.table();
  }

  private static void factors(PartTable.Part part, Matrix rows) {
    for (int i = 0; i < rows.rows(); i++) part.row(rows.at(i, 0), rows.at(i, 1));
  }
}
