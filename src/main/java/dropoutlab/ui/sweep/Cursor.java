package dropoutlab.ui.sweep;

import dropoutlab.frame.sweep.Cell;
import dropoutlab.frame.sweep.SweepTable;
import java.util.OptionalInt;

/// Goes from value to value, from seed to seed, from failure to failure. Lives on the FX thread.
final class Cursor {
  private final SweepState state;

  Cursor(SweepState state) { this.state = state; }

  /// The index of the seed that is looked at, the first one if none was chosen.
  int seed() { return Math.clamp(state.seed().orElse(0), 0,
      state.reading().map(r -> r.table().seeds() - 1).orElse(0)); }

  void goToPoint(int step) {
    state.reading().ifPresent(reading -> {
      int next = Math.floorMod(state.point() + step, reading.sweep().points());
      state.look(look -> look.withPoint(OptionalInt.of(next)));
    });
  }

  void goToSeed(int step) {
    state.reading().ifPresent(reading -> {
      int from = state.seed().orElse(step > 0 ? -1 : 0);
      int next = Math.floorMod(from + step, reading.table().seeds());
      state.look(look -> look.withSeed(OptionalInt.of(next)));
    });
  }

  /// Goes to the next run that has no result, or none that is finite or can be trusted.
  void nextFailure() {
    state.reading().ifPresent(reading -> {
      SweepTable table = reading.table();
      int all = table.values().size(), from = state.seed().isPresent() ? state.point() * table.seeds() + seed() : -1;
      for (int i = 1; i <= all; i++) {
        int at = Math.floorMod(from + i, all);
        if (!isFailure(table.values().get(at))) continue;
        choose(at / table.seeds(), at % table.seeds());
        return;
      }
    });
  }

  void choose(int point, int seed) {
    state.look(look -> look.withPoint(OptionalInt.of(point)).withSeed(OptionalInt.of(seed)));
  }

  private static boolean isFailure(Cell cell) {
    return switch (cell.state()) {
      case FAILED, LOST, NOT_FINITE -> true;
      case DONE -> cell.contradicted();
      case WAITING, RUNNING -> false;
    };
  }
}
