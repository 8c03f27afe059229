package dropoutlab.figure.plot;

/// Colour scales, 0xAARRGGBB, safe for colour-blind viewers.
///
/// Sequential: viridis (Smith and van der Walt 2015). Its ten published control colours are joined by a Catmull-Rom
/// spline in sRGB and sampled 256 times. Diverging: negative, neutral, positive of the theme. Categorical: the first
/// two classes are the theme's negative and positive; the other eight were chosen so that any two stay well apart for
/// normal, protan, deutan and tritan eyes. In greys all three tell by brightness alone: the sequential scale is the
/// darker the more, the diverging one goes from dark to light, and the classes are ten steps apart, of which neighbours
/// differ most.
public final class Palette {
  private static final int[] CONTROLS = {0x440154, 0x482878, 0x3E4989, 0x31688E, 0x26828E, 0x1F9E89, 0x35B779, 0x6ECE58,
      0xB5DE2B, 0xFDE725};
  private static final double READABLE = 4.5;
  private static final int[] VIRIDIS = new int[256];
  private static final int[] LIGHT_CLASSES = {0x00A78F, 0xFAE800, 0x7C2038, 0x8FE6F4, 0x2A0A06, 0x8CC440, 0x1A0E7E,
      0xF08CD8};
  private static final int[] DARK_CLASSES = {0x0B8A6A, 0xF5F22A, 0xB02590, 0x2A40D0, 0x7A4010, 0x92C892, 0xC8FCF4,
      0xF5B8DE};

  private static final int[] GREY_CLASSES = {0x6E, 0x00, 0xB8, 0x4C, 0xD0, 0x80, 0x18, 0xA6};
  private static final int DARKEST = 0xFF1E1E1E, LIGHTEST = 0xFFF4F4F4;

  static {
    for (int i = 0; i < VIRIDIS.length; i++) VIRIDIS[i] = spline(i / 255.0 * (CONTROLS.length - 1));
  }

  private Palette() {}

  /// The sequential scale: 0 is dark violet, 1 bright yellow; values outside are clamped, NaN counts as 0.
  public static int viridis(double share) {
    return VIRIDIS[(int) Math.round(255 * clamp(share, 0, 1))];
  }

  /// The sequential scale of a theme: viridis, or in greys from light to dark.
  public static int sequential(Theme theme, double share) {
    return theme.grey() ? mix(LIGHTEST, DARKEST, share) : viridis(share);
  }

  /// The diverging scale: -1 is the theme's negative, 0 its neutral, 1 its positive; clamped, NaN counts as 0.
  public static int diverging(Theme theme, double value) {
    if (theme.grey()) return mix(DARKEST, LIGHTEST, Double.isNaN(value) ? .5 : (value + 1) / 2);
    return value < 0 ? mix(theme.neutral(), theme.negative(), Math.min(1, -value))
        : mix(theme.neutral(), theme.positive(), clamp(value, 0, 1));
  }

  /// The colour of a class; they repeat after ten.
  public static int categorical(Theme theme, int index) {
    int i = Math.floorMod(index, 10);
    if (i == 0) return theme.negative();
    if (i == 1) return theme.positive();
    if (theme.grey()) return 0xFF000000 | GREY_CLASSES[i - 2] * 0x010101;
    return 0xFF000000 | (theme.dark() ? DARK_CLASSES : LIGHT_CLASSES)[i - 2];
  }

  /// From `a` (share 0) to `b` (share 1), each channel, alpha included.
  public static int mix(int a, int b, double share) {
    int s = (int) Math.round(256 * clamp(share, 0, 1));
    return channel(a, b, 24, s) | channel(a, b, 16, s) | channel(a, b, 8, s) | channel(a, b, 0, s);
  }

  /// The colour at another opacity in [0, 1].
  public static int withAlpha(int argb, double opacity) {
    return (int) Math.round(255 * clamp(opacity, 0, 1)) << 24 | argb & 0xFFFFFF;
  }

  /// Whichever of the theme's ink and card reads better on `ground`; on middle tones, where neither does well, black or
  /// white, one of which always does.
  public static int inkOn(Theme theme, int ground) {
    double light = luminance(ground);
    double ink = luminance(theme.ink());
    double card = luminance(theme.card());
    if (Math.max(contrast(light, ink), contrast(light, card)) < READABLE)
      return contrast(light, 0) >= contrast(light, 1) ? 0xFF000000 : 0xFFFFFFFF;
    return contrast(light, ink) >= contrast(light, card) ? theme.ink() : theme.card();
  }

  /// The colour of the curves of a network beside, and of their names: the rival's first, then those of classes that
  /// stand apart from it and from violet and grey; they repeat after four.
  public static int beside(Theme theme, int index) {
    int colour = switch (Math.floorMod(index, 4)) {
      case 0 -> theme.rival();
      case 1 -> theme.positive();
      case 2 -> theme.negative();
      default -> theme.grey() ? theme.accentMid() : theme.dark() ? 0xFFE879B4 : 0xFFB0256B;
    };
    return readable(theme, colour);
  }

  /// The colour, taken towards the theme's ink until words in it stand out from the card (4.5 : 1, WCAG).
  public static int readable(Theme theme, int argb) {
    double card = luminance(theme.card());
    for (int tenth = 0; tenth < 10; tenth++) {
      int mixed = mix(argb, theme.ink(), tenth / 10.0);
      if (contrast(luminance(mixed), card) >= READABLE) return mixed;
    }
    return theme.ink();
  }

  /// WCAG relative luminance, in [0, 1].
  public static double luminance(int argb) {
    return .2126 * linear(argb >> 16 & 255) + .7152 * linear(argb >> 8 & 255) + .0722 * linear(argb & 255);
  }

  /// WCAG contrast of two luminances, from 1 to 21.
  public static double contrast(double a, double b) {
    return (Math.max(a, b) + .05) / (Math.min(a, b) + .05);
  }

  private static double linear(int channel) {
    double c = channel / 255.0;
    return c <= .04045 ? c / 12.92 : StrictMath.pow((c + .055) / 1.055, 2.4);
  }

  private static int channel(int a, int b, int shift, int share256) {
    int from = a >>> shift & 255;
    int to = b >>> shift & 255;
    return from + ((to - from) * share256 + 128 >> 8) << shift;
  }

  private static double clamp(double value, double low, double high) {
    return value >= low ? Math.min(value, high) : low;
  }

  private static int spline(double position) {
    int i = Math.min((int) position, CONTROLS.length - 2);
    double t = position - i;
    int argb = 0xFF;
    for (int shift = 16; shift >= 0; shift -= 8) {
      double p0 = control(i - 1, shift);
      double p1 = control(i, shift);
      double p2 = control(i + 1, shift);
      double p3 = control(i + 2, shift);
      double value = p1 + .5 * t * (p2 - p0 + t * (2 * p0 - 5 * p1 + 4 * p2 - p3 + t * (3 * (p1 - p2) + p3 - p0)));
      argb = argb << 8 | (int) Math.round(clamp(value, 0, 255));
    }
    return argb;
  }

  private static int control(int i, int shift) {
    return CONTROLS[Math.clamp(i, 0, CONTROLS.length - 1)] >> shift & 255;
  }
}
