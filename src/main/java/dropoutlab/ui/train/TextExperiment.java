package dropoutlab.ui.train;

import dropoutlab.data.DataSet;
import dropoutlab.spec.DataSpec;
import dropoutlab.spec.Experiment;
import dropoutlab.spec.ExperimentJson;
import dropoutlab.spec.LayerSpec.Embedding;
import dropoutlab.spec.LayerSpec.Recurrent;
import dropoutlab.spec.LayerSpec.RecurrentDrop.RecurrentMethod;
import dropoutlab.spec.LayerSpec.RecurrentDrop;
import dropoutlab.spec.LayerSpec;
import dropoutlab.spec.NetworkSpec;
import dropoutlab.words.Words;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// The experiment that learns the characters of a text.
///
/// @param data what the text holds
record TextExperiment(DataSpec.Text text, DataSet data) {
  private static final RecurrentDrop VARIATIONAL =
      new RecurrentDrop(RecurrentMethod.VARIATIONAL, 0.1, 0.2, 0, false);
  private static final int BATCH = 64;
  /// How many windows are learnt from in all, which decides the number of epochs.
  private static final int WINDOWS_LEARNT = 400_000;

  /// Keeps a network that reads words already, with a vocabulary for this text; another gives way to a small LSTM.
  Experiment after(Experiment set) {
    String title = text.path() == null ? Words.of("presets.text.title")
        : Words.of("presets.text.title.file", Path.of(text.path()).getFileName().toString());
    if (set.network().words().isEmpty()) return fresh(set.seed()).withTitle(title);
    return set.withoutInterventions().with(e -> e.title(title).card(null).data(text).startFrom(null)
        .network(reading(set.network()))
        .beside(set.beside().stream().map(each -> each.withNetwork(reading(each.network()))).toList()));
  }

  private Experiment fresh(long seed) {
    Experiment plain = ExperimentJson.read("{}", "");
    List<LayerSpec> body = List.of(new Embedding(kinds(), 16, 0),
        new Recurrent(Recurrent.Cell.LSTM, 32, VARIATIONAL, true));
    int epochs = Math.clamp(WINDOWS_LEARNT / data.train().size(), 20, 400);
    return plain.with(e -> e.data(text).seed(seed)
        .network(new NetworkSpec(0, body, List.of(), plain.network().initialisation()))
        .training(plain.training().with(t -> t.batch(BATCH).epochs(epochs))));
  }

  private NetworkSpec reading(NetworkSpec network) {
    List<LayerSpec> body = new ArrayList<>(network.body());
    body.set(0, ((Embedding) body.getFirst()).withVocabulary(kinds()));
    return network.withBody(body);
  }

  private int kinds() { return data.schema().classes().size(); }
}
