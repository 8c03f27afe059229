package dropoutlab.ui.saving;

import dropoutlab.data.DataSet;
import dropoutlab.export.Drafts;
import dropoutlab.export.Model;
import dropoutlab.export.onnx.OnnxFile;
import dropoutlab.export.python.PythonScript;
import dropoutlab.export.store.NumbersArchive;
import dropoutlab.export.store.WeightsFile;
import dropoutlab.frame.Frame;
import dropoutlab.spec.Experiment;
import dropoutlab.spec.ExperimentException;
import dropoutlab.train.TrainingSession;
import dropoutlab.words.Words;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// What is written for other programs, to go on with there.
public enum Continuation {
  PYTHON(".py") {
    @Override List<String> write(Frame frame, DataSet data, Path file) throws IOException {
      Experiment experiment = frame.experiment();
      String name = withoutEnding(file);
      PythonScript script = PythonScript.of(experiment, data, name, new TrainingSession(experiment, data).weights(), Optional.of(frame.weights()));
      try (Drafts drafts = new Drafts()) {
        drafts.add(file.resolveSibling(name + NumbersArchive.ENDING), NumbersArchive.bytes(script.tables()));
        drafts.add(file, script.text());
        drafts.commit();
      }
      return script.cannot();
    }
  },
  ONNX(".onnx") {
    @Override List<String> write(Frame frame, DataSet data, Path file) throws IOException {
      return written(file, OnnxFile.bytes(Model.of(frame, data).sound()));
    }
  },
  NUMBERS(NumbersArchive.ENDING) {
    @Override List<String> write(Frame frame, DataSet data, Path file) throws IOException {
      return written(file, WeightsFile.npz(frame));
    }
  };

  private final String ending;

  Continuation(String ending) { this.ending = ending; }

  String ending() { return ending; }

  String title() { return Words.name("saving.continue", this); }

  /// Writes the network as a frame shows it, and returns what the file does not hold, a sentence each.
  abstract List<String> write(Frame frame, DataSet data, Path file) throws IOException;

  /// The same; a disk that refuses is told in a sentence.
  List<String> save(Frame frame, DataSet data, Path file) {
    try {
      return write(frame, data, file);
    } catch (IOException e) {
      throw new ExperimentException(Words.of("saving.failed", file, Endings.why(e)), e);
    }
  }

  String withoutEnding(Path file) {
    String name = file.getFileName().toString();
    return name.substring(0, name.length() - ending.length());
  }

  private static List<String> written(Path file, byte[] bytes) throws IOException {
    try (Drafts drafts = new Drafts()) {
      drafts.add(file, bytes);
      drafts.commit();
    }
    return List.of();
  }
}
