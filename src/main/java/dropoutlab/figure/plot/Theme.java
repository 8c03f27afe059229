package dropoutlab.figure.plot;

/// The colours of a look, 0xAARRGGBB. Violet (accent) belongs to dropout alone, and of two methods to the first; the
/// second, and whatever was trained to compete, has the colour of the rival; the twin is muted and dashed.
///
/// @param accentMid  the accent where it is not in focus
/// @param rivalText  the rival's colour for words
/// @param rivalPale  the ground of what is the rival's
public record Theme(String name, boolean dark, int page, int card, int line, int ink, int muted, int faint, int accent,
                    int accentPale, int accentMid, int rival, int rivalText, int rivalPale, int negative, int neutral, int positive) {
  public static final Theme LIGHT = new Theme("light", false, 0xFFF5F7F9, 0xFFFFFFFF, 0xFFD5DBE1, 0xFF1B2127, 0xFF5B6670,
      0xFF9AA4AE, 0xFF6B3FA0, 0xFFEFE8F7, 0xFFA98FCB, 0xFF12937F, 0xFF0B7566, 0xFFE1F2EE, 0xFF2069A8, 0xFFF2F2EF, 0xFFD2691E);

  public static final Theme DARK = new Theme("dark", true, 0xFF1B2026, 0xFF181D22, 0xFF333B44, 0xFFE8ECF0, 0xFF9FAAB5,
      0xFF67727D, 0xFFB794E0, 0xFF2C2338, 0xFF7C6499, 0xFF63DCC0, 0xFF63DCC0, 0xFF15302C, 0xFF5AA6E6, 0xFF23282E, 0xFFF0964B);
}
