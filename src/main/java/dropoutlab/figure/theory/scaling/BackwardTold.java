package dropoutlab.figure.theory.scaling;

import dropoutlab.figure.plot.DataTable;
import dropoutlab.figure.plot.PartTable;
import dropoutlab.figure.theory.Showing;
import dropoutlab.figure.theory.Telling;
import dropoutlab.figure.theory.Told;
import dropoutlab.frame.Matrix;
import dropoutlab.frame.bench.ScalingPicture.Backward;
import dropoutlab.words.Numbers;
import dropoutlab.words.Shown;
import dropoutlab.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/// What the gradients of a thinned network tell: how many there are, that both ways agree, which of them are 0, and what
/// a mode makes of them that was toggled.
record BackwardTold(Backward of, Showing showing) implements Told {
  private static final int DIFFERENCES = 0, ENGINE = 1, TOGGLED = 2;

  @Override public String title() { return Words.of("toldtheory.backward.title"); }

  @Override public List<String> sentences() {
    return List.of(network(), twice(), dropped(), showing.hidden() ? "" : Words.of("toldtheory.backward.toggled",
        Telling.percent(of.share()), Telling.percent(of.measured()), Telling.gap(of.share(), of.measured())),
        Telling.guessedShare(showing, of.share()));
  }

  private String network() {
    List<String> kept = new ArrayList<>();
    for (Matrix mask : of.masks())
      kept.add(Words.of("toldtheory.backward.kept", IntStream.range(0, mask.size()).filter(i ->
      mask.get(i) != 0).count(),
          mask.size()));
    return Words.of("toldtheory.backward.network", of.inputs(), Words.list(kept), Shown.dropRate(of.p()),
        Numbers.brief(1 / (1 - of.p())));
  }

  private int count() { return of.gradients().cols(); }

  private String twice() {
    int largest = 0;
    double gap = 0;
    for (int i = 0; i < count(); i++) {
      if (size(i) > size(largest)) largest = i;
      gap = Math.max(gap, Math.abs(of.gradients().at(ENGINE, i) - of.gradients().at(DIFFERENCES, i)));
    }
    return Words.of("toldtheory.backward.twice", count(), Telling.gap(0, gap), new BackwardNames(of).all().get(largest),
        Shown.signed(of.gradients().at(ENGINE, largest)));
  }

  private double size(int number) { return Math.abs(of.gradients().at(ENGINE, number)); }

  private String dropped() {
    int dropped = 0, still = 0, moved = 0;
    for (int layer = 0; layer + 1 < of.sizes().size(); layer++)
      for (int from = 0; from <= of.sizes().get(layer); from++)
        for (int to = 0; to < of.sizes().get(layer + 1); to++) {
          boolean gone = of.dropped(layer + 1, to) || from < of.sizes().get(layer) && of.dropped(layer, from);
          boolean zero = of.gradients().at(ENGINE, of.weight(layer, from, to)) == 0;
          if (gone) dropped++;
          if (gone && zero) still++;
          if (!gone && !zero) moved++;
        }
    int all = count() - of.inputs();
    return dropped == 0 ? Words.of("toldtheory.backward.none") : Words.of(still == dropped ? "toldtheory.backward.zero"
        : "toldtheory.backward.some", dropped, all, still, moved);
  }

  @Override public DataTable table() {
    PartTable table = new PartTable();
    PartTable.Part part = table.part(Words.of("toldtheory.backward.numbers"));
    List<String> names = new BackwardNames(of).all();
    for (int i = 0; i < count(); i++)
      part.row(names.get(i), of.gradients().at(DIFFERENCES, i), of.gradients().at(ENGINE, i),
          Telling.asked(showing, of.gradients().at(TOGGLED, i)));
    return table.table();
  }
}
