package dropoutlab.export.store;

import dropoutlab.frame.Matrix;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;

/// Tables of numbers in one file that NumPy opens by `numpy.load`: `.npz`, a zip of `.npy`.
public final class NumbersArchive {
  public static final String ENDING = ".npz";

  private NumbersArchive() {}

  /// Returns the file of these tables, each (rows x columns), by their names; the same tables give the same bytes.
  public static byte[] bytes(Map<String, Matrix> tables) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (MemberWriter zip = new MemberWriter(out)) {
      for (Map.Entry<String, Matrix> each : tables.entrySet())
        zip.add(each.getKey() + NumberFile.ENDING, NumberFile.bytes(each.getValue()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }
}
