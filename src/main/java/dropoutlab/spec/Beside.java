package dropoutlab.spec;

import dropoutlab.words.Words;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.Locale;
import java.util.function.Supplier;

/// Another network that learns beside the experiment's own, on the same batches and, where the shapes agree, from the
/// same first weights. Its masks and its augmentation use random streams of its own. Keys that a file leaves out are as
/// in the experiment.
///
/// @param name the name of the network in history, frames and figures: a letter, then letters, digits, spaces and
///             hyphens, at most 24 characters in all
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
