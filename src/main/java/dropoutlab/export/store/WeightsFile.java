package dropoutlab.export.store;

import dropoutlab.export.Drafts;
import dropoutlab.export.ExperimentFile;
import dropoutlab.export.Model;
import dropoutlab.export.store.TableNames.Named;
import dropoutlab.frame.Frame;
import dropoutlab.frame.Matrix;
import dropoutlab.frame.Weights;
import dropoutlab.spec.NetworkSpec;
import dropoutlab.spec.StrictJson;
import dropoutlab.words.Words;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;

/// The weights of a trained network as `.npz`, which `numpy.load` opens: an array for each table, by the names that
/// [TableNames] gives; the experiment as `experiment.json`, or of a model the network as `network.json`; and
/// `tables.txt`, which says what the shapes mean. Weights are (in, out), so that a layer computes `x @ weight + bias`;
/// `torch.nn.Linear` has them the other way round.
public final class WeightsFile {
  public static final String ENDING = ".npz";
  private static final String NETWORK = "network.json", TABLES = "tables.txt";

  private WeightsFile() {}

  /// Returns the own network of a frame.
  public static byte[] npz(Frame frame) {
    return npz(ExperimentFile.NAME, ExperimentFile.text(frame.experiment()), frame.inForce(), frame.weights());
  }

  /// Returns the network of a model.
  public static byte[] npz(Model model) {
    return npz(NETWORK, StrictJson.text(model.network()), model.network(), model.weights());
  }

  /// Writes [#npz] into a file whose folder exists.
  public static void write(Path file, byte[] npz) throws IOException {
    try (Drafts drafts = new Drafts()) {
      drafts.add(file, npz);
      drafts.commit();
    }
  }

  private static byte[] npz(String name, String json, NetworkSpec network, Weights weights) {
    List<String> dense = TableNames.dense(network);
    List<Named> body = TableNames.body(network);
    if (body.size() != weights.body().size() || dense.size() != weights.weights().size())
      throw new IllegalStateException("as many names as tables: " + body + dense);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (Tables tables = new Tables(new MemberWriter(bytes))) {
      for (int i = 0; i < body.size(); i++) tables.add(body.get(i), weights.body().get(i));
      for (int i = 0; i < dense.size(); i++) {
        tables.add(new Named("weight", true).in(dense.get(i)), weights.weights().get(i));
        tables.add(new Named("bias", false).in(dense.get(i)), weights.biases().get(i));
      }
      tables.members.add(name, json);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /// Adds the tables, and at the end the lines that name them.
  private record Tables(MemberWriter members, StringBuilder lines) implements AutoCloseable {
    Tables(MemberWriter members) { this(members, new StringBuilder(Words.of("store.npz.head")).append('\n')); }

    void add(Named named, Matrix table) throws IOException {
      members.add(named.name() + NumberFile.ENDING, named.matrix() ? NumberFile.bytes(table) : NumberFile.flat(table));
      lines.append(named.matrix() ? Words.of("store.npz.matrix", named.name(), table.rows(), table.cols())
          : Words.of("store.npz.row", named.name(), table.size())).append('\n');
    }

    @Override public void close() throws IOException {
      members.add(TABLES, lines.toString());
      members.close();
    }
  }
}
