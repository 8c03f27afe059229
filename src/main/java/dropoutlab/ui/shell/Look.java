package dropoutlab.ui.shell;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import dropoutlab.figure.plot.Theme;
import dropoutlab.words.Words;
import java.util.Arrays;
import java.util.Optional;

/// The looks of the window: its style class, its base style sheet and the theme of its figures.
public enum Look {
  LIGHT(new PrimerLight().getUserAgentStylesheet(), Theme.LIGHT),
  DARK(new PrimerDark().getUserAgentStylesheet(), Theme.DARK),
  /// For the projector.
  PROJECTOR(new PrimerLight().getUserAgentStylesheet(), Theme.PROJECTOR);

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

  /// The look of a theme, by its name.
  static Optional<Look> named(String theme) {
    return Arrays.stream(values()).filter(look -> look.theme.name().equals(theme)).findFirst();
  }

  public String baseSheet() { return baseSheet; }

  public Theme theme() { return theme; }

  public String styleClass() { return "look-" + theme.name(); }

  public Look next() { return values()[(ordinal() + 1) % values().length]; }
}
