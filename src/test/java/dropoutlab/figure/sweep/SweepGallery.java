package dropoutlab.figure.sweep;

import dropoutlab.export.picture.Format;
import dropoutlab.export.picture.Page;
import dropoutlab.export.picture.PictureFiles;
import dropoutlab.export.picture.Purpose;
import dropoutlab.export.picture.Sheet;
import dropoutlab.figure.plot.Figure;
import dropoutlab.figure.plot.Theme;
import dropoutlab.spec.sweep.Measure;
import dropoutlab.spec.sweep.Pair;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/// Draws the figures of all states of a sweep at several sizes and in all themes, for who wants to look at them.
final class SweepGallery {
  private static final String CAPTION = "Wrong validation answers against p, each seed a dot; seeds 1 to 40.";

  private SweepGallery() {}

  static Map<String, Figure> figures() {
    Map<String, Figure> all = new LinkedHashMap<>();
    SweepLook seed = SweepLook.START.withSeed(OptionalInt.of(1));
    all.put("design", new SweepFigure(Sweeps.words(Sweeps.design()), seed));
    all.put("printed", new SweepFigure(Sweeps.words(Sweeps.finished()), SweepLook.PRINT));
    all.put("finished", new SweepFigure(Sweeps.words(Sweeps.finished()), SweepLook.START));
    all.put("confirmed", new SweepFigure(Sweeps.words(Sweeps.confirmed()), SweepLook.START));
    all.put("planned", new SweepFigure(Sweeps.words(Sweeps.constant(10, 10, Double.NaN)), SweepLook.START));
    all.put("not-finite", new SweepFigure(Sweeps.words(Sweeps.constant(10, 10, Double.POSITIVE_INFINITY)),
        SweepLook.START));
    for (int seeds : new int[] {1, 2, 5, 10})
      all.put("seeds-" + seeds, new SweepFigure(Sweeps.words(Sweeps.few(9, seeds)), SweepLook.START));
    all.put("one-point", new SweepFigure(Sweeps.words(Sweeps.onePoint(20)), SweepLook.START));
    all.put("widths", new SweepFigure(Sweeps.words(Sweeps.widths()), seed));
    all.put("sizes", new SweepFigure(Sweeps.words(Sweeps.sizes(10)), SweepLook.START));
    all.put("regularisers", new SweepFigure(Sweeps.words(Sweeps.regularisers(new Pair.Of("none"))), seed));
    all.put("unpaired", new SweepFigure(Sweeps.words(Sweeps.regularisers(new Pair.None())), SweepLook.START));
    all.put("passes", new SweepFigure(Sweeps.words(Sweeps.passes()), SweepLook.START));
    for (int series : new int[] {2, 4, 6})
      all.put("series-" + series, new SweepFigure(Sweeps.words(Sweeps.series(series, 9, 10)), SweepLook.START));
    all.put("regression", new SweepFigure(Sweeps.regression(Sweeps.few(10, 10)), SweepLook.START));
    all.put("loss", new SweepFigure(Sweeps.words(Sweeps.design(), Measure.LOSS), SweepLook.START));
    all.put("gap", new SweepFigure(Sweeps.words(Sweeps.design(), Measure.GAP), SweepLook.START));
    all.put("runs", new RunsFigure(Sweeps.states(), seed.withPoint(OptionalInt.of(6))));
    all.put("runs-one", new RunsFigure(Sweeps.onePoint(1), SweepLook.START));
    all.put("runs-many", new RunsFigure(Sweeps.many(), SweepLook.START));
    all.put("pair", new PairFigure(Sweeps.words(Sweeps.design()), seed));
    all.put("pair-few", new PairFigure(Sweeps.words(Sweeps.few(9, 5)), SweepLook.START));
    all.put("glyphs", (pen, width, height, theme) -> {
      for (SweepGlyph glyph : SweepGlyph.values()) glyph.draw(pen, theme, 40 * glyph.ordinal(), 4, 28);
    });
    return all;
  }

  public static void main(String[] args) throws IOException {
    Path folder = Files.createDirectories(Path.of(args[0]));
    String only = args.length > 1 ? args[1] : "";
    for (Map.Entry<String, Figure> each : figures().entrySet()) {
      if (!each.getKey().contains(only)) continue;
      for (Theme theme : args.length > 2 ? Theme.ALL : List.of(Theme.LIGHT))
        for (int[] size : new int[][] {{720, 640}, {660, 440}, {500, 250}, {370, 210}})
          PictureFiles.write(each.getValue(), theme, size[0], size[1], 1.5,
              folder.resolve(each.getKey() + "-" + theme.name() + "-" + size[0] + ".png"));
      for (Purpose purpose : List.of(Purpose.SLIDE_WIDE, Purpose.PAPER))
        Files.write(folder.resolve(each.getKey() + "-" + purpose.id().replace(':', '-') + ".png"),
            PictureFiles.bytes(Format.PNG,
                new Sheet(each.getValue(), Page.of(purpose).withDpi(purpose == Purpose.PAPER ? 300 : 100),
                purpose == Purpose.PAPER ? "" : CAPTION, "")));
    }
  }
}
