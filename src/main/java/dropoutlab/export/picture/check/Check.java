package dropoutlab.export.picture.check;

/// One of the things that are looked at.
///
/// @param passes   whether it is as it should be; where it is not, nothing is forbidden
/// @param sentence what was found, and where it does not pass, what to do
public record Check(Kind kind, boolean passes, String sentence) {
  public enum Kind { WORDS, CONTRAST, LINES }
}
