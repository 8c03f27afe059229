package dropoutlab.ui.fx;

import dropoutlab.figure.plot.Pen.Face;
import dropoutlab.figure.plot.Pen.Type;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import javafx.scene.text.Font;
import javafx.scene.text.Text;

/// The shipped typefaces for JavaFX. Made once by whoever opens the window, and passed on; afterwards style sheets may
/// name "Inter" and "JetBrains Mono". To be used on the FX thread alone.
public final class Fonts {
  private static final int MEASURED = 2_000;

  private final Map<Face, String> names = new EnumMap<>(Face.class);
  private final Map<Type, Font> fonts = new HashMap<>();
  private final Map<Measured, Double> widths = new LinkedHashMap<>(256, 0.75f, true) {
    @Override protected boolean removeEldestEntry(Map.Entry<Measured, Double> eldest) { return size() > MEASURED; }
  };
  private final Text ruler = new Text();

  private record Measured(String text, Type type) {}

  /// Loads the five faces.
  ///
  /// @throws IllegalStateException when one is missing from the installation
  public Fonts() {
    for (Face face : Face.values()) names.put(face, load(fileOf(face)));
  }

  public Font font(Type type) {
    return fonts.computeIfAbsent(type, t -> new Font(names.get(t.face()), t.size()));
  }

  /// The advance width of a line of text in logical pixels.
  public double width(String text, Type type) {
    Measured key = new Measured(text, type);
    Double known = widths.get(key);
    if (known != null) return known;
    ruler.setFont(font(type));
    ruler.setText(text);
    double width = ruler.getLayoutBounds().getWidth();
    widths.put(key, width);
    return width;
  }

  private static String load(String file) {
    try (InputStream in = Fonts.class.getResourceAsStream("/assets/fonts/" + file)) {
      Font font = in == null ? null : Font.loadFont(in, 12);
      if (font == null) throw new IllegalStateException("The font " + file + " is missing from this installation.");
      return font.getName();
    } catch (IOException e) {
      throw new UncheckedIOException("The font " + file + " cannot be read.", e);
    }
  }

  private static String fileOf(Face face) {
    return switch (face) {
      case TEXT -> "Inter-Regular.ttf";
      case TEXT_MEDIUM -> "Inter-Medium.ttf";
      case TEXT_BOLD -> "Inter-SemiBold.ttf";
      case NUMBER -> "JetBrainsMono-Regular.ttf";
      case NUMBER_BOLD -> "JetBrainsMono-SemiBold.ttf";
    };
  }
}
