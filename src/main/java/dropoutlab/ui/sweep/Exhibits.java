package dropoutlab.ui.sweep;

import dropoutlab.export.recipe.Subject;
import dropoutlab.figure.sweep.SweepLook;
import dropoutlab.figure.sweep.SweepPicture;
import dropoutlab.spec.StrictJson;
import dropoutlab.spec.sweep.SweepJson;
import dropoutlab.ui.parts.Exhibit;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;

/// The pictures of a sweep for the Export sheet, as they are drawn without a person pointing at them.
final class Exhibits {
  private Exhibits() {}

  /// None before there is a result.
  static List<Exhibit> of(SweepState state) {
    if (state == null || state.place().isEmpty()) return List.of();
    return state.reading().filter(reading -> reading.summary().results() > 0).map(reading -> of(state,
        reading)).orElse(List.of());
  }

  private static List<Exhibit> of(SweepState state, Reading reading) {
    String sweep = StrictJson.compact(StrictJson.parse(SweepJson.write(reading.sweep()), "")),
        folder = state.place().orElseThrow().toString();
    String measure = state.measure().name().toLowerCase(Locale.ROOT).replace('_', '-');
    SweepLook look = SweepLook.START.withPoint(OptionalInt.of(state.point()));
    return Arrays.stream(SweepPicture.values()).filter(each -> each != SweepPicture.PAIR
        || reading.statistics().columns().get(state.point()).paired().isPresent())
        .map(each -> new Exhibit(new Subject.OfSweep(sweep, folder, each.id(), measure), each.description(),
            each.of(reading.words(), look))).toList();
  }
}
