package dropoutlab.spec;

import dropoutlab.words.Words;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.Locale;
import java.util.function.Supplier;

/// Another network that learns beside the experiment's own: on the same batches, and from the same first weights where
/// the shapes agree. Its masks, and what augmentation draws for it, come from random streams of its own, which follow from
/// its place in the list. Nothing of the others changes by it: network and twin have the same bits with and without it. It
/// follows the schedules of the experiment; where early stopping ends the run, by the loss of the experiment's own network,
/// it too keeps its own best epoch. One that diverges stops alone.
///
/// In a file they are a list, in which what is left out is as in the experiment. An optimiser of another type begins with
/// the settings of that type:
///
/// ```json
/// "beside": [
///   {"name": "Gaussian", "network": {"hidden": [{"units": 16, "drop": 0.3, "method": {"type": "gaussian"}}]}},
///   {"name": "slower", "optimiser": {"learningRate": 0.001}, "regulariser": {"l2": 0.001}},
///   {"name": "not augmented", "augmentation": {"noise": 0}}
/// ]
/// ```
///
/// A change while training names it: `{"type": "drop-rates", "step": 40, "p": [0, 0.5], "network": "Gaussian"}`. The
/// files of a run have its curves in columns `gaussian_train_masks_on` and so on, its scores under `"beside"`, and its
/// weights in a model file `model-gaussian.json`.
///
/// @param name by which history, frames, figures and files tell it from the others: a letter, then letters, digits, spaces
///             and hyphens, at most 24 in all; not "network" or "twin"
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

  /// With the experiment's settings for all but the network.
  public static Beside of(String name, NetworkSpec network, Experiment experiment) {
    return new Beside(name, network, experiment.optimiser(), experiment.regulariser(),
        experiment.training().augmentation());
  }

  /// Says, where something about this network is refused, that it is this one.
  public <T> T naming(Supplier<T> made) {
    if (name.equals(OWN) || name.equals(TWIN)) return made.get();
    try {
      return made.get();
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(Words.of("spec.beside.fault", name, e.getMessage()), e);
    }
  }

  /// How the name stands in the names of columns and files.
  public String key() { return key(name); }

  public static String key(String name) { return name.toLowerCase(Locale.ROOT).replace(' ', '_'); }
}
