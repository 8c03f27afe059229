package dropoutlab.figure.sweep;

import dropoutlab.export.picture.PictureFiles;
import dropoutlab.figure.plot.Figure;
import dropoutlab.figure.plot.Theme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalInt;

/// Draws the figures of all states of a sweep at several sizes and in all themes, for who wants to look at them.
final class SweepGallery {
  private SweepGallery() {}

  static Map<String, Figure> figures() {
    Map<String, Figure> all = new LinkedHashMap<>();
    all.put("design", new SweepFigure(Sweeps.words(Sweeps.design()), SweepLook.START.withSeed(OptionalInt.of(1))));
    return all;
  }

  public static void main(String[] args) throws IOException {
    Path folder = Files.createDirectories(Path.of(args[0]));
    String only = args.length > 1 ? args[1] : "";
    for (Map.Entry<String, Figure> each : figures().entrySet()) {
      if (!each.getKey().contains(only)) continue;
      for (Theme theme : args.length > 2 ? Theme.ALL : java.util.List.of(Theme.LIGHT))
        for (int[] size : new int[][] {{720, 640}, {660, 440}})
          PictureFiles.write(each.getValue(), theme, size[0], size[1], 1.5,
              folder.resolve(each.getKey() + "-" + theme.name() + "-" + size[0] + ".png"));
    }
  }
}
