package dropoutlab.ui.fx;

import dropoutlab.figure.plot.Theme;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;

/// How figures look on the screen: their colours, their type's size (1 is the normal one) and their typefaces. One a
/// window.
public final class Appearance {
  private final ObjectProperty<Theme> theme = new SimpleObjectProperty<>(this, "theme", Theme.LIGHT);
  private final DoubleProperty zoom = new SimpleDoubleProperty(this, "zoom", 1);
  private final Fonts fonts;

  public Appearance(Fonts fonts) { this.fonts = fonts; }

  public ObjectProperty<Theme> theme() { return theme; }

  public DoubleProperty zoom() { return zoom; }

  public Fonts fonts() { return fonts; }
}
