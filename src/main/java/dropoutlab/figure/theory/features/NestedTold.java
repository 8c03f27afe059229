package dropoutlab.figure.theory.features;

import dropoutlab.figure.plot.DataTable;
import dropoutlab.figure.plot.PartTable;
import dropoutlab.figure.theory.Showing;
import dropoutlab.figure.theory.Telling;
import dropoutlab.figure.theory.Told;
import dropoutlab.frame.Matrix;
import dropoutlab.frame.bench.FeaturesPicture.Nested;
import dropoutlab.words.Numbers;
import dropoutlab.words.Words;
import java.util.ArrayList;
import java.util.List;

/// What the nested autoencoder tells: how near each unit is to its own principal component, and how much variance the
/// first units leave.
record NestedTold(Nested of, Showing showing) implements Told {
  @Override public String title() { return Words.of("toldtheory.nested.title"); }

  @Override public List<String> sentences() {
    String drawn = Words.of("toldtheory.nested.drawn", of.units(), Numbers.count(of.steps()));
    String twin = Words.of("toldtheory.nested.twin", Telling.range(diagonal(of.twin().cosines())));
    if (showing.hidden()) return List.of(drawn, twin, left(), Telling.choice(showing));
    String nested = Words.of("toldtheory.nested.nested", Telling.range(diagonal(of.nested().cosines())));
    return List.of(drawn, twin, nested, left(), Telling.choice(showing));
  }

  private static List<Double> diagonal(Matrix cosines) {
    List<Double> diagonal = new ArrayList<>();
    for (int k = 0; k < cosines.rows(); k++) diagonal.add(cosines.at(k, k));
    return diagonal;
  }

  private String left() {
    int b = Math.max(1, of.units() / 2);
    String least = Telling.percent(of.least().get(b)), twin = Telling.percent(of.twin().left().get(b));
    return showing.hidden() ? Words.count("toldtheory.nested.left_hidden", b, least, twin)
        : Words.count("toldtheory.nested.left", b, least, Telling.percent(of.nested().left().get(b)), twin);
  }

  @Override public DataTable table() {
    PartTable table = new PartTable();
    PartTable.Part cosines = table.part(Words.of("toldtheory.nested.cosines"));
    for (int unit = 0; unit < of.units(); unit++)
      for (int component = 0; component < of.units(); component++)
        cosines.row(unit + 1, component + 1, Telling.asked(showing, of.nested().cosines().at(unit, component)),
            of.twin().cosines().at(unit, component));
    PartTable.Part left = table.part(Words.of("toldtheory.nested.variance"));
    for (int b = 0; b <= of.units(); b++)
      left.row(b, of.least().get(b), Telling.asked(showing, of.nested().left().get(b)), of.twin().left().get(b));
    PartTable.Part trail = table.part(Words.of("toldtheory.nested.trail"));
    for (Nested.Past past : of.trail().stream().filter(each -> each.steps() <= of.steps()).toList())
      for (int unit = 0; unit < of.units(); unit++)
        trail.row(past.steps(), unit + 1, Telling.asked(showing, past.nested().get(unit)), past.twin().get(unit));
    return table.table();
  }
}
