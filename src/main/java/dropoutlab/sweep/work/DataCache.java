package dropoutlab.sweep.work;

import dropoutlab.data.DataSet;
import dropoutlab.data.Examples;
import dropoutlab.export.StartedData;
import dropoutlab.export.store.DataFiles;
import dropoutlab.spec.DataSpec;
import dropoutlab.spec.Experiment;
import dropoutlab.spec.NetworkSpec;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/// The data of the runs under way: runs of the same seed often share theirs.
public final class DataCache {
  private static final int MOST = 8;

  private final Map<Key, DataSet> loaded = new LinkedHashMap<>(MOST, 0.75f, true);

  /// @param network with which data differ: if it begins with an embedding, or if a model is the start
  private record Key(DataSpec data, long seed, NetworkSpec network, String startFrom, String files) {}

  /// Loads the data of an experiment, or returns those that were loaded.
  public synchronized DataSet load(Experiment experiment) {
    boolean asked = experiment.startFrom() != null || experiment.network().words().isPresent();
    Key key = new Key(experiment.data(), experiment.dataSeed(), asked ? experiment.network() : null,
        experiment.startFrom(), DataFiles.fingerprint(experiment));
    DataSet data = loaded.get(key);
    if (data != null) return data;
    makeRoom();
    data = StartedData.load(experiment, Path.of(""));
    loaded.put(key, data);
    return data;
  }

  /// Those that were not asked for the longest time go first.
  private void makeRoom() {
    long most = Runtime.getRuntime().maxMemory() / 8,
        bytes = loaded.values().stream().mapToLong(DataCache::bytes).sum();
    Iterator<DataSet> each = loaded.values().iterator();
    while (each.hasNext() && (bytes > most || loaded.size() >= MOST)) {
      bytes -= bytes(each.next());
      each.remove();
    }
  }

  private static long bytes(DataSet data) { return bytes(data.train()) + bytes(data.validation()); }

  private static long bytes(Examples examples) { return 4L * (examples.x().size() + examples.y().size()); }
}
