package dropoutlab.spec;

import dropoutlab.words.Words;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.Locale;
import java.util.function.Supplier;

/// Another network that learns beside the experiment's own, on the same batches and, where the shapes agree, from the
/// same first weights. Its masks and its augmentation use random streams of its own, which follow from its place in the
/// list. It changes no bit of the other networks. It follows the schedules of the experiment. If early stopping ends
/// the run, which the validation loss of the experiment's own network decides, it keeps its own best epoch. If it
/// diverges, it stops alone.
///
/// A file lists these networks. Keys that it leaves out are as in the experiment; an optimiser of another type has the
/// defaults of that type:
///
/// ```json
/// "beside": [
///   {"name": "Gaussian", "network": {"hidden": [{"units": 16, "drop": 0.3, "method": {"type": "gaussian"}}]}},
///   {"name": "slower", "optimiser": {"learningRate": 0.001}, "regulariser": {"l2": 0.001}},
///   {"name": "not augmented", "augmentation": {"noise": 0}}
/// ]
/// ```
///
/// An intervention names the network: `{"type": "drop-rates", "step": 40, "p": [0, 0.5], "network": "Gaussian"}`. The
/// files of a run hold its curves in the columns `gaussian_train_masks_on` and so on, its scores under `"beside"`, and
/// its weights in a model file of its own, `model-gaussian.json`.
///
/// @param name the name of the network in history, frames, figures and files: a letter, then letters, digits, spaces
///             and hyphens, at most 24 characters in all; neither "network" nor "twin"
@RecordBuilder
public record Beside(String name, NetworkSpec network, OptimiserSpec optimiser, RegulariserSpec regulariser,
                     AugmentationSpec augmentation) implements BesideBuilder.With {
  /// The names of the experiment's own network and of its p = 0 twin.
  public static final String OWN = "network", TWIN = "twin";

  public Beside {
    Check.present("name", name);
    if (!name.matches("[A-Za-z][A-Za-z0-9 -]{0,23}") || name.endsWith(" "))
      throw new IllegalArgumentException(Words.of("spec.beside.name", name));
    Check.present("network", network);
    Check.present("optimiser", optimiser);
    Check.present("regulariser", regulariser);
    Check.present("augmentation", augmentation);
  }

  /// Makes a network beside that has the experiment's settings for everything but the network itself.
  public static Beside of(String name, NetworkSpec network, Experiment experiment) {
    return new Beside(name, network, experiment.optimiser(), experiment.regulariser(),
        experiment.training().augmentation());
  }

  /// Runs `made`; if it refuses something, the message names this network.
  public <T> T naming(Supplier<T> made) {
    if (name.equals(OWN) || name.equals(TWIN)) return made.get();
    try {
      return made.get();
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(Words.of("spec.beside.fault", name, e.getMessage()), e);
    }
  }

  /// Returns the name in the form used in the names of columns and files.
  public String key() { return key(name); }

  public static String key(String name) { return name.toLowerCase(Locale.ROOT).replace(' ', '_'); }
}
