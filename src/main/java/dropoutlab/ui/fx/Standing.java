package dropoutlab.ui.fx;

import dropoutlab.data.DataSet;
import dropoutlab.run.Saved;
import dropoutlab.spec.Experiment;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/// What stood in the window before something else was opened, for the way back: the settings, and the run where it was.
/// Lives on the FX thread.
final class Standing {
  private final Opening opening;
  private final Experiment settings;
  private Optional<Run> run;

  /// @param saved where it is; not yet known at once
  /// @param plays whether it was playing
  record Run(CompletableFuture<Saved> saved, DataSet data, boolean plays) {}

  Standing(Opening opening, Experiment settings, Optional<Run> run) {
    this.opening = opening;
    this.settings = settings;
    this.run = run;
  }

  Opening opening() { return opening; }

  Experiment settings() { return settings; }

  Optional<Run> run() { return run; }

  /// Weights need memory; without them the run begins anew.
  void forgetRun() { run = Optional.empty(); }
}
