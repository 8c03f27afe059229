package dropoutlab.spec.sweep;

import dropoutlab.spec.DataSpec;
import dropoutlab.spec.Differences;
import dropoutlab.spec.Experiment;
import dropoutlab.spec.ExperimentException;
import dropoutlab.spec.Suggestion;
import dropoutlab.words.Words;
import java.util.List;

/// A sweep that comes with the program and repeats a figure of Srivastava et al. 2014: what it asks of any experiment,
/// an experiment on drawn digits that takes minutes, and one on MNIST in the paper's size. Each is a file in
/// `assets/sweeps`.
///
/// @param id      the name of its file without ".json"
/// @param line    what it asks, in a few words
/// @param caption what the paper found, and what differs here
/// @param needs   of an experiment, to be swept so
/// @param first   settings that are made in the experiment before it is swept
/// @param small   on drawn digits
/// @param paper   on MNIST, whose files must be there
public record ReadyMade(String id, String title, String line, String caption, Pair pair, SeedRange seeds,
                        List<Need> needs, List<String> first, List<TypedAxis> axes, Experiment small, Paper paper) {
  public ReadyMade {
    needs = List.copyOf(needs);
    first = List.copyOf(first);
    axes = List.copyOf(axes);
  }

  /// What an experiment must have.
  public enum Need {
    HIDDEN_LAYERS,
    /// No layers before the hidden ones, which would drop by rates of their own.
    DENSE,
    /// Data that are made by code, of any number of examples.
    SIZE,
    /// Labels or numbers to predict, instead of the inputs themselves.
    TARGET
  }

  /// The experiment in the paper's size, with axes of its own where they differ.
  public record Paper(Experiment experiment, List<TypedAxis> axes) {
    public Paper { axes = List.copyOf(axes); }
  }

  /// Returns all, in the order in which they are shown.
  public static List<ReadyMade> all() { return ReadyMadeFiles.all(); }

  /// @throws ExperimentException that lists the known names if the name is unknown
  public static ReadyMade named(String id) {
    return all().stream().filter(each -> each.id().equals(id)).findFirst().orElseThrow(() -> new ExperimentException(
        Words.of("sweepspec.ready.unknown", id, Suggestion.among(id, all().stream().map(ReadyMade::id).toList()))));
  }

  /// Returns the sweep of any experiment.
  ///
  /// @param engine the version of the program
  /// @throws ExperimentException with one sentence if it does not fit the experiment
  public Sweep of(Experiment experiment, String engine) {
    for (Need need : needs) require(need, experiment);
    return sweep(title, experiment, axes, engine);
  }

  /// Returns the sweep on drawn digits.
  public Sweep small(String engine) { return of(small, engine); }

  /// Returns the sweep on MNIST in the paper's size.
  public Sweep paper(String engine) {
    return sweep(Words.of("sweepspec.ready.paper", title), paper.experiment(), paper.axes(), engine);
  }

  private Sweep sweep(String title, Experiment experiment, List<TypedAxis> axes, String engine) {
    Experiment prepared = Differences.applied(experiment, first, title);
    try {
      return new Sweep(title, prepared, axes.stream().map(axis -> axis.of(prepared)).toList(), seeds, pair,
          Sweep.REPEATS, List.of(), engine);
    } catch (IllegalArgumentException e) {
      throw new ExperimentException(title + ": " + e.getMessage() + ".", e);
    }
  }

  private void require(Need need, Experiment of) {
    boolean met = switch (need) {
      case HIDDEN_LAYERS -> !of.network().hidden().isEmpty();
      case DENSE -> of.network().body().isEmpty();
      case SIZE -> of.data() instanceof DataSpec.Generated;
      case TARGET -> !(of.data() instanceof DataSpec.Autoencoder);
    };
    if (!met) throw new ExperimentException(Words.of("sweepspec.in", title, Words.name("sweepspec.need", need)));
  }
}
