package dropoutlab.ui.sweep;

import dropoutlab.ui.parts.Exhibit;
import java.util.List;

/// The pictures of a sweep for the Export sheet.
final class Exhibits {
  private Exhibits() {}

  static List<Exhibit> of(SweepState state) { return List.of(); }
}
