package dropoutlab.figure.theory.scaling;

import dropoutlab.figure.plot.DataTable;
import dropoutlab.figure.plot.PartTable;
import dropoutlab.figure.theory.Showing;
import dropoutlab.figure.theory.Telling;
import dropoutlab.figure.theory.Told;
import dropoutlab.frame.Matrix;
import dropoutlab.frame.bench.ScalingPicture.Microscope;
import dropoutlab.words.Numbers;
import dropoutlab.words.Shown;
import dropoutlab.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/// What the scaling microscope tells: the layer, the mean of the followed cell, what another factor makes of it, and the
/// way back.
record MicroscopeTold(Microscope of, Showing showing) implements Told {
  private static final int INVERTED = 1, UNSCALED = 2;

  @Override public String title() { return Words.of("toldtheory.micro.title"); }

  @Override public List<String> sentences() {
    List<String> told = new ArrayList<>(List.of(layer(), mean(), unscaled()));
    if (!showing.hidden() && of.p() > 0) told.add(divided());
    told.add(back());
    told.add(Telling.choice(showing));
    return told;
  }

  private String layer() {
    long kept = IntStream.range(0, of.x().size()).filter(of::kept).count();
    return Words.of("toldtheory.micro.layer", of.x().rows(), of.x().cols(), Shown.dropRate(of.p()), of.seed(), kept,
        of.x().size(), Numbers.brief(1 / (1 - of.p())));
  }

  private double last(int column) { return of.trail().at(of.trail().rows() - 1, column); }

  private String mean() {
    double away = Math.abs(last(INVERTED) - of.followed()), se = of.deviation() / Math.sqrt(of.masks());
    String cell = Numbers.reading(of.followed());
    return se > 0 ? Words.count("toldtheory.micro.mean", of.masks(), of.row() + 1, of.unit() + 1, cell,
        Numbers.reading(last(INVERTED)), Numbers.fixed(away / se, 1))
        : Words.count("toldtheory.micro.still", of.masks(), of.row() + 1, of.unit() + 1, cell,
        Numbers.reading(last(INVERTED)));
  }

  private String unscaled() {
    return Words.of("toldtheory.micro.unscaled", Numbers.reading(last(UNSCALED)),
        Telling.than(last(UNSCALED), of.followed(), Words.of("toldtheory.micro.cell")));
  }

  private String divided() {
    double divided = last(UNSCALED) / of.p();
    return Words.of("toldtheory.micro.divided", Numbers.reading(divided), Telling.than(divided, of.followed(),
        Words.of("toldtheory.micro.cell")),
        Numbers.brief((1 - of.p()) / of.p()));
  }

  private String back() {
    long zero = IntStream.range(0, of.back().size()).filter(cell -> of.back().get(cell) == 0).count();
    return Double.isNaN(of.toggled()) ? Words.of("toldtheory.micro.back.none")
        : Words.of("toldtheory.micro.back", zero, of.back().size(), Telling.percent(of.toggled()));
  }

  @Override public DataTable table() {
    PartTable table = new PartTable();
    PartTable.Part cells = table.part(Words.of("toldtheory.micro.cells"));
    for (int i = 0; i < of.x().size(); i++)
      cells.row(i / of.x().cols() + 1, i % of.x().cols() + 1, of.uniforms().get(i), of.x().get(i), of.mask().get(i),
          of.y().get(i), of.gradient().get(i), of.back().get(i));
    PartTable.Part sums = table.part(Words.of("toldtheory.micro.sums"));
    for (int r = 0; r < of.sums().rows(); r++)
      sums.row(r + 1, of.sums().at(r, 0), of.sums().at(r, 1), of.sums().at(r, 2));
    means(table.part(Words.of("toldtheory.micro.means")), of.trail(), false);
    means(table.part(Words.of("toldtheory.micro.rates")), of.rates(), true);
    return table.table();
  }

  /// The means of both scalings, and what dividing by p makes of the unscaled one.
  ///
  /// @param own whether every row has a drop rate of its own, in its first column
  private void means(PartTable.Part part, Matrix rows, boolean own) {
    for (int i = 0; i < rows.rows(); i++) {
      double p = own ? rows.at(i, 0) : of.p();
      part.row(own ? (Object) p : (Object) (long) rows.at(i, 0), rows.at(i, INVERTED), rows.at(i, UNSCALED),
          Telling.asked(showing, rows.at(i, UNSCALED) / p));
    }
  }
}
