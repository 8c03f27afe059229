package dropoutlab.figure.plot;

import java.util.List;
import java.util.stream.Stream;

/// What a figure shows, in words: for screen readers, as the alternative text of its files, and for handouts.
///
/// @param title     what it is, as a heading: "Loss against the epoch"
/// @param sentences what is to be seen in it, the most important first: what is drawn against what, then the extremes and
///                  the last values, then the trend or the comparison. Each is a whole sentence
public record Description(String title, List<String> sentences) {
  /// Of a figure that says nothing about itself.
  public static final Description NONE = new Description("", List.of());

  public Description { sentences = List.copyOf(sentences); }

  /// Blank sentences are left out: there was nothing to say.
  public static Description of(String title, String... sentences) {
    return new Description(title, Stream.of(sentences).filter(sentence -> !sentence.isBlank()).toList());
  }

  /// All sentences, one after the other.
  public String text() { return String.join(" ", sentences); }
}
