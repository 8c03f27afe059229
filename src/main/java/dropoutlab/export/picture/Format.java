package dropoutlab.export.picture;

import dropoutlab.words.Words;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// What a figure can be written as.
public enum Format {
  PNG("png"), SVG("svg"), PDF("pdf"), GIF("gif"), FRAMES("frames"), CSV("csv");

  private final String id;

  Format(String id) { this.id = id; }

  /// Its file name extension; for [#FRAMES] the ending of the folder's name.
  public String id() { return id; }

  public String title() { return Words.name("picture.format", this); }

  /// What it is good for, in a sentence.
  public String explanation() { return Words.name("picture.format_says", this); }

  public boolean moves() { return this == GIF || this == FRAMES; }

  /// The format that the name of a file asks for.
  public static Optional<Format> of(Path file) {
    String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
    return Arrays.stream(values()).filter(each -> name.endsWith("." + each.id)).findFirst();
  }
}
