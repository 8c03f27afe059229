package dropoutlab.export.picture;

import dropoutlab.words.Words;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// What a picture is for, which decides everything that is not chosen otherwise.
public enum Purpose {
  SLIDE_WIDE("slide-16:9"), SLIDE("slide-4:3"), PAPER("paper"), POSTER("poster"), OWN("own");

  private final String id;

  Purpose(String id) { this.id = id; }

  /// As it is named on the command line.
  public String id() { return id; }

  public String title() { return Words.name("picture.purpose", this); }

  public static Optional<Purpose> named(String id) {
    return Arrays.stream(values()).filter(each -> each.id.equals(id.toLowerCase(Locale.ROOT))).findFirst();
  }
}
