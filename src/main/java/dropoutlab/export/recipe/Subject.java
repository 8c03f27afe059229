package dropoutlab.export.recipe;

import dropoutlab.frame.Phase;
import dropoutlab.spec.Experiment;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;

/// What a picture shows.
public sealed interface Subject {
  /// What it is called in names of files: the figure's, the bench's or the workspace's.
  String name();

  /// A figure of a run.
  ///
  /// @param experiment with all that was changed during the run, so that training it again gives the same bits
  /// @param moment     at which the run is looked at
  /// @param figure     the name of a [dropoutlab.figure.catalogue.FigureKind], or `workspace-train` and its like for
  ///                   all figures of a workspace on one page
  /// @param options    what the figure is asked for and drawn with, by the names of the command line's options without
  ///                   their hyphens (passes, example, network, seeds, log, probe ...), as they are typed; those at
  ///                   their defaults are left out; in the order of their names
  @RecordBuilder
  record OfRun(Experiment experiment, Moment moment, String figure, Map<String, String> options)
      implements Subject, SubjectOfRunBuilder.With {
    public OfRun { options = Collections.unmodifiableMap(new TreeMap<>(options)); }

    @Override public String name() { return figure; }
  }

  /// What a bench finds.
  ///
  /// @param changes of its controls and its seed, as they are typed
  record OfBench(String bench, List<String> changes) implements Subject {
    public OfBench { changes = List.copyOf(changes); }

    @Override public String name() { return bench; }
  }

  /// A figure of a sweep, whose results lie in a folder.
  ///
  /// @param sweep   the text of its `sweep.json`
  /// @param folder  where the results were
  /// @param figure  the name of a [dropoutlab.figure.sweep.SweepPicture]
  /// @param measure what is measured, as it is typed
  record OfSweep(String sweep, String folder, String figure, String measure) implements Subject {
    @Override public String name() { return figure; }
  }

  /// The pixels of the window, which only the window can draw again.
  ///
  /// @param workspace that was shown
  record OfWindow(Experiment experiment, Moment moment, String workspace) implements Subject {
    @Override public String name() { return "window"; }
  }

  /// A moment of a run.
  ///
  /// @param step  how many steps were taken
  /// @param phase the last half-step that was taken; `UPDATE` between steps
  /// @param past  the epoch that was looked back at from there; empty for the present
  record Moment(long step, Phase phase, OptionalInt past) {}
}
