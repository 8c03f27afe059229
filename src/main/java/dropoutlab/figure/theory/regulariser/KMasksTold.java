package dropoutlab.figure.theory.regulariser;

import dropoutlab.figure.plot.DataTable;
import dropoutlab.figure.plot.PartTable;
import dropoutlab.figure.theory.Showing;
import dropoutlab.figure.theory.Telling;
import dropoutlab.figure.theory.Told;
import dropoutlab.frame.Matrix;
import dropoutlab.frame.bench.RegulariserPicture.KMasks;
import dropoutlab.words.Numbers;
import dropoutlab.words.Shown;
import dropoutlab.words.Words;
import java.util.List;

/// What averaging masks tells: the gradient that stays, and the noise that does not.
record KMasksTold(KMasks of, Showing showing) implements Told {
  @Override public String title() { return Words.of("toldtheory.kmasks.title"); }

  @Override public List<String> sentences() {
    String drawn = Words.of("toldtheory.kmasks.drawn", Numbers.brief(of.w().getFirst()),
        Numbers.brief(of.w().getLast()),
        of.single().rows(), Shown.dropRate(of.p()));
    String one = Words.of("toldtheory.kmasks.one", Numbers.reading(of.noise()));
    if (showing.hidden()) return List.of(drawn, mean(), one, Telling.choice(showing));
    return List.of(drawn, mean(), noise(), counts(), Telling.choice(showing));
  }

  private static String pair(List<Double> both) {
    return Words.of("toldtheory.pair", Numbers.brief(both.getFirst()), Numbers.brief(both.getLast()));
  }

  private String mean() {
    return Words.of("toldtheory.kmasks.mean", pair(of.mean()), pair(of.plain()), pair(List.of(
        of.mean().getFirst() - of.plain().getFirst(), of.mean().getLast() - of.plain().getLast())));
  }

  private String noise() {
    double exact = of.noise() / of.k();
    return Words.count("toldtheory.kmasks.noise", of.k(), Numbers.reading(of.noise()), Numbers.reading(exact),
        Numbers.count(of.steps()), Numbers.reading(of.measured()), Telling.gap(exact, of.measured()));
  }

  private String counts() {
    Matrix counts = of.counts();
    int last = counts.rows() - 1;
    double first = counts.at(0, 1), least = counts.at(last, 1);
    if (of.noise() == 0) return Words.of("toldtheory.kmasks.still");
    return Words.of("toldtheory.kmasks.counts", Numbers.count(counts.at(0, 0)), Numbers.count(counts.at(last, 0)),
        Numbers.reading(first), Numbers.reading(least), Numbers.reading(first / least), away());
  }

  /// How far the measured means go from the mean over all masks at most.
  private String away() {
    double away = 0;
    for (int i = 0; i < of.counts().rows(); i++)
      away = Math.max(away, Math.hypot(of.counts().at(i, 2) - of.mean().getFirst(), of.counts().at(i,
      3) - of.mean().getLast()));
    return Numbers.reading(away);
  }

  @Override public DataTable table() {
    PartTable table = new PartTable();
    PartTable.Part single = table.part(Words.of("toldtheory.kmasks.single"));
    for (int i = 0; i < of.single().rows(); i++)
      single.row(i + 1, of.single().at(i, 0), of.single().at(i, 1), of.single().at(i, 2));
    PartTable.Part counts = table.part(Words.of("toldtheory.kmasks.ofk"));
    for (int i = 0; i < of.counts().rows(); i++)
      counts.row((long) of.counts().at(i, 0), Telling.asked(showing, of.noise() / of.counts().at(i, 0)),
          Telling.asked(showing, of.counts().at(i, 1)), of.counts().at(i, 2), of.counts().at(i, 3));
    if (showing.hidden()) return table.table();
    PartTable.Part steps = table.part(Words.of("toldtheory.kmasks.steps"));
    for (int i = 0; i < of.gradients().rows(); i++) steps.row(i + 1, of.gradients().at(i, 0), of.gradients().at(i, 1));
    return table.table();
  }
}
