package dropoutlab.ui.shell;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import dropoutlab.figure.plot.Theme;

/// The looks of the window: its style class, its base style sheet and the theme of its figures.
public enum Look {
  LIGHT("Light", new PrimerLight().getUserAgentStylesheet(), Theme.LIGHT),
  DARK("Dark", new PrimerDark().getUserAgentStylesheet(), Theme.DARK),
  /// High contrast for projectors that wash colours out: black on white, strong lines, nothing pale.
  PROJECTOR("Projector", new PrimerLight().getUserAgentStylesheet(),
      new Theme("projector", false, 0xFFFFFFFF, 0xFFFFFFFF,
      0xFF6B747C, 0xFF000000, 0xFF23292F, 0xFF4A545D, 0xFF4A1486, 0xFFE3D4F5, 0xFF00508F, 0xFFF4F4F2, 0xFFB34700));

  private final String title;
  private final String baseSheet;
  private final Theme theme;

  Look(String title, String baseSheet, Theme theme) {
    this.title = title;
    this.baseSheet = baseSheet;
    this.theme = theme;
  }

  public String title() { return title; }

  public String baseSheet() { return baseSheet; }

  public Theme theme() { return theme; }

  public String styleClass() { return "look-" + theme.name(); }

  public Look next() { return values()[(ordinal() + 1) % values().length]; }
}
