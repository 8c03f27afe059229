package dropoutlab.figure.plot;

import java.util.List;
import java.util.Optional;

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

  /// High contrast for projectors that wash colours out: black on white, strong lines, nothing pale.
  public static final Theme PROJECTOR = new Theme("projector", false, 0xFFFFFFFF, 0xFFFFFFFF, 0xFF6B747C, 0xFF000000, 0xFF23292F,
      0xFF4A545D, 0xFF4A1486, 0xFFE3D4F5, 0xFF7B5AA6, 0xFF00594B, 0xFF00594B, 0xFFCDEBE4, 0xFF00508F, 0xFFF4F4F2, 0xFFB34700);

  /// Greys alone, for paper without colours.
  public static final Theme PRINT = new Theme("print", false, 0xFFFFFFFF, 0xFFFFFFFF, 0xFFBBBBBB, 0xFF000000, 0xFF4A4A4A,
      0xFF767676, 0xFF1A1A1A, 0xFFE6E6E6, 0xFF8A8A8A, 0xFF5E5E5E, 0xFF4A4A4A, 0xFFEFEFEF, 0xFF2B2B2B, 0xFFF2F2F2, 0xFF949494);

  public static final List<Theme> ALL = List.of(LIGHT, DARK, PROJECTOR, PRINT);

  /// Whether it has greys alone, so that what has a hue elsewhere is told by its brightness.
  public boolean grey() { return equals(PRINT); }

  /// All of them.
  public int[] colours() {
    return new int[] {page, card, line, ink, muted, faint, accent, accentPale, accentMid, rival, rivalText, rivalPale,
        negative, neutral, positive};
  }

  public static Optional<Theme> named(String name) {
    return ALL.stream().filter(theme -> theme.name.equals(name)).findFirst();
  }
}
