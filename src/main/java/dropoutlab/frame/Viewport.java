package dropoutlab.frame;

/// The part of the plane that a map or plot shows, in the user's units.
public record Viewport(double xMin, double xMax, double yMin, double yMax) {}
