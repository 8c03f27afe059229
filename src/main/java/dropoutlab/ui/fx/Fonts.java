package dropoutlab.ui.fx;

import dropoutlab.figure.plot.Pen.Face;
import dropoutlab.figure.plot.Pen.Type;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import javafx.scene.text.Font;

/// The shipped typefaces for JavaFX. Made once by whoever opens the window, and passed on; afterwards style sheets may
/// name "Inter" and "JetBrains Mono". To be used on the FX thread alone.
public final class Fonts {
  private final Map<Face, String> names = new EnumMap<>(Face.class);
  private final Map<Type, Font> fonts = new HashMap<>();

  /// Loads the five faces.
  ///
  /// @throws IllegalStateException when one is missing from the installation
  public Fonts() {
    for (Face face : Face.values()) names.put(face, load(face));
  }

  public Font font(Type type) {
    return fonts.computeIfAbsent(type, t -> new Font(names.get(t.face()), t.size()));
  }

  private static String load(Face face) {
    try (InputStream in = face.open()) {
      Font font = Font.loadFont(in, 12);
      if (font == null) throw new IllegalStateException("The font " + face + " is damaged.");
      return font.getName();
    } catch (IOException e) {
      throw new UncheckedIOException("The font " + face + " cannot be read.", e);
    }
  }
}
