package dropoutlab.ui.saving;

import dropoutlab.export.recipe.Subject;
import dropoutlab.export.recipe.Workspace;
import dropoutlab.export.store.View;
import dropoutlab.figure.catalogue.FigureKind;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;

/// Where in the window a picture is to be seen that was exported.
final class Whereabouts {
  private Whereabouts() {}

  static View of(Subject subject) {
    return switch (subject) {
      case Subject.OfRun run -> new View(workspace(run.figure()), run.moment().past(), Map.of());
      case Subject.OfBench(var bench, var changes) -> new View("theory", OptionalInt.empty(),
          Map.of("theory", Map.of("bench", bench, "changes", String.join("\n", changes))));
      case Subject.OfSweep sweep -> new View("sweep", OptionalInt.empty(),
          Map.of("sweep", Map.of("folder", sweep.folder(), "plan", sweep.sweep())));
      case Subject.OfWindow window -> new View(window.workspace(), window.moment().past(), Map.of());
    };
  }

  private static String workspace(String figure) {
    return Workspace.named(figure).map(workspace -> workspace.name().toLowerCase(Locale.ROOT))
        .or(() -> FigureKind.named(figure).map(Whereabouts::workspace)).orElse("train");
  }

  private static String workspace(FigureKind kind) {
    return switch (kind) {
      case NETWORK, BODY, MASKS, LOSS, LEARNED, LEARNED_TWIN, LEARNED_GAP, MC, IMAGE -> "train";
      case MC_BAND, MC_MAPS, MC_MAP_MEAN, MC_MAP_ENTROPY, MC_MAP_INFORMATION, MC_MAP_VARIANCE, MC_MAP_SD, MC_PASSES, VOTERS, CONVERGENCE,
          CALIBRATION, COVERAGE, SPARSIFICATION, ROTATION, SEPARATION, CRITIQUE -> "uncertainty";
      case LOSS_PAIR, EQUATIONS, VARIANT, SEEDS -> "variants";
    };
  }
}
