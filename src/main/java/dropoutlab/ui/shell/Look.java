package dropoutlab.ui.shell;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import dropoutlab.figure.plot.Theme;
import dropoutlab.words.Words;

/// The looks of the window: its style class, its base style sheet and the theme of its figures.
public enum Look {
  LIGHT(new PrimerLight().getUserAgentStylesheet(), Theme.LIGHT),
  DARK(new PrimerDark().getUserAgentStylesheet(), Theme.DARK),
  /// High contrast for projectors that wash colours out: black on white, strong lines, nothing pale.
  PROJECTOR(new PrimerLight().getUserAgentStylesheet(),
      new Theme("projector", false, 0xFFFFFFFF, 0xFFFFFFFF,
      0xFF6B747C, 0xFF000000, 0xFF23292F, 0xFF4A545D, 0xFF4A1486, 0xFFE3D4F5, 0xFF7B5AA6, 0xFF00594B, 0xFF00594B, 0xFFCDEBE4, 0xFF00508F, 0xFFF4F4F2, 0xFFB34700));

  private final String baseSheet;
  private final Theme theme;

  Look(String baseSheet, Theme theme) {
    this.baseSheet = baseSheet;
    this.theme = theme;
  }

  /// On a button that changes to it.
  public String title() { return Words.name("shell.look", this); }

  /// What that button does, in a sentence.
  public String change() { return Words.name("shell.look_change", this); }

  public String baseSheet() { return baseSheet; }

  public Theme theme() { return theme; }

  public String styleClass() { return "look-" + theme.name(); }

  public Look next() { return values()[(ordinal() + 1) % values().length]; }
}
