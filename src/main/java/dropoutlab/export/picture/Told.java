package dropoutlab.export.picture;

import dropoutlab.figure.plot.Description;
import dropoutlab.words.Words;
import java.util.List;

/// What a sheet's file says of its picture in words.
final class Told {
  private Told() {}

  /// A figure that says nothing of itself has its caption for it.
  static Description of(Sheet sheet) {
    Description told = sheet.figure().describe();
    String title = told.title().isBlank() ? Words.of("vector.untitled") : told.title();
    boolean captioned = told.sentences().isEmpty() && !sheet.caption().isBlank();
    return new Description(title, captioned ? List.of(sheet.caption()) : told.sentences());
  }

  /// All of it on one line.
  static String line(Description told) { return (told.title() + ". " + told.text()).strip(); }
}
