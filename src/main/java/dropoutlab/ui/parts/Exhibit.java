package dropoutlab.ui.parts;

import dropoutlab.export.recipe.Subject;
import dropoutlab.figure.plot.Figure;

/// A picture that a workspace shows and that is not of the run.
///
/// @param subject what it shows, so that it can be drawn again
/// @param title   its name for people
public record Exhibit(Subject subject, String title, Figure figure) {}
