package dropoutlab.export.picture.check;

import dropoutlab.export.picture.Sheet;
import dropoutlab.figure.plot.Measure;
import java.util.List;

/// Looks at a sheet as its readers will: from the last row, with eyes that see contrasts and perhaps no colours.
public final class Checks {
  private Checks() {}

  /// One check of each kind, in their order. Takes about as long as drawing the sheet twice.
  public static List<Check> of(Sheet sheet) {
    Measure words = new Measure();
    sheet.draw(words);
    Ground ground = Ground.of(sheet);
    return List.of(WordSizes.check(sheet), Contrasts.check(sheet, words.placed(), ground),
        LineLooks.check(ground.lines()));
  }
}
