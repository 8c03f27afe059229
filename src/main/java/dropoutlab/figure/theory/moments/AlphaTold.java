package dropoutlab.figure.theory.moments;

import dropoutlab.figure.plot.DataTable;
import dropoutlab.figure.plot.PartTable;
import dropoutlab.figure.theory.Showing;
import dropoutlab.figure.theory.Telling;
import dropoutlab.figure.theory.Told;
import dropoutlab.frame.bench.MomentsPicture.Alpha;
import dropoutlab.frame.bench.MomentsPicture.Noise;
import dropoutlab.words.Numbers;
import dropoutlab.words.Shown;
import dropoutlab.words.Words;
import java.util.List;

/// What alpha dropout tells: what both kinds of noise make of standard normal units, at once and through many layers.
record AlphaTold(Alpha of, Showing showing) implements Told {
  @Override public String title() { return Words.of("toldtheory.alpha.title"); }

  @Override public List<String> sentences() {
    String drawn = Words.count("toldtheory.alpha.drawn", of.depth(), Shown.dropRate(of.p()));
    String dropped = Words.of("toldtheory.alpha.dropped", Numbers.reading(of.ofAlpha().value()),
        Numbers.reading(of.dropped()),
        Numbers.reading(of.ofAlpha().scale()), Numbers.reading(of.ofAlpha().shift()));
    return List.of(drawn, dropped, hides(of.ofAlpha()) ? "" : variance(of.ofAlpha(), true),
        hides(of.ofPlain()) ? "" : variance(of.ofPlain(), false), Telling.guess(showing, at(of.asked(), 0,
        Noise.VARIANCE)));
  }

  private boolean hides(Noise noise) { return showing.hidden() && noise.equals(of.asked()); }

  private static double at(Noise of, int stage, int column) { return of.stages().at(stage, column); }

  /// Behind the inputs, and behind the last layer.
  private String variance(Noise noise, boolean alpha) {
    double exact = at(noise, 0, Noise.VARIANCE), engine = at(noise, 0, Noise.ENGINE_VARIANCE);
    return Words.of(alpha ? "toldtheory.alpha.of_alpha" : "toldtheory.alpha.of_plain", Numbers.fixed(exact, 3),
        Numbers.fixed(engine, 3), Telling.gap(exact, engine), Numbers.fixed(at(noise, of.depth(), Noise.VARIANCE), 3),
        Numbers.fixed(at(noise, of.depth(), Noise.ENGINE_VARIANCE), 3));
  }

  @Override public DataTable table() {
    PartTable table = new PartTable();
    noise(table.part(Words.of("toldtheory.alpha.noise")), of.ofAlpha(), Words.of("toldtheory.alpha.alpha"));
    noise(table.part(Words.of("toldtheory.alpha.noise")), of.ofPlain(), Words.of("toldtheory.alpha.plain"));
    stages(table.part(Words.of("toldtheory.alpha.stages")), of.ofAlpha(), Words.of("toldtheory.alpha.alpha"));
    stages(table.part(Words.of("toldtheory.alpha.stages")), of.ofPlain(), Words.of("toldtheory.alpha.plain"));
    density(table.part(Words.of("toldtheory.alpha.density")), of.ofAlpha(), Words.of("toldtheory.alpha.alpha"));
    density(table.part(Words.of("toldtheory.alpha.density")), of.ofPlain(), Words.of("toldtheory.alpha.plain"));
    return table.table();
  }

  private static void noise(PartTable.Part part, Noise noise, String name) {
    part.row(name, noise.scale(), noise.shift(), noise.value(), noise.share());
  }

  private void stages(PartTable.Part part, Noise noise, String name) {
    for (int i = 0; i < noise.stages().rows(); i++)
      part.row(name, i, at(noise, i, Noise.MEAN), at(noise, i, Noise.ENGINE_MEAN), variance(noise, i, Noise.VARIANCE),
          variance(noise, i, Noise.ENGINE_VARIANCE), variance(noise, i, Noise.ERROR));
  }

  private Double variance(Noise noise, int stage, int column) {
    return hides(noise) ? null : (Double) at(noise, stage, column);
  }

  private static void density(PartTable.Part part, Noise noise, String name) {
    for (int i = 0; i < noise.density().cols(); i++)
      part.row(name, noise.from() + i * noise.bin(), noise.from() + (i + 1) * noise.bin(), noise.density().get(i));
  }
}
