package dropoutlab.sweep.folder;

import dropoutlab.words.Words;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.NoSuchElementException;

/// Reads and writes `plan.csv` row by row, because a plan may be longer than what fits into memory.
public final class PlanFile {
  private static final String HEAD = "run,point,seed,twin,task";

  private PlanFile() {}

  public static void head(Writer to) throws IOException { to.write(HEAD + "\n"); }

  public static void write(PlanRow row, Writer to) throws IOException {
    HexFormat hex = HexFormat.of();
    String twin = row.twin() == PlanRow.NONE ? "" : hex.toHexDigits(row.twin());
    to.write(hex.toHexDigits(row.run()) + "," + row.point() + "," + row.seed() + "," + twin + "," + row.task() + "\n");
  }

  /// Opens a plan for reading. A line that is none throws an [UncheckedIOException] with one sentence.
  public static Rows read(Path file) throws IOException {
    try {
      return new Rows(file);
    } catch (NoSuchFileException e) {
      throw new FolderException(Words.of("sweeprun.plan.missing", file), e);
    }
  }

  /// The rows one after the other.
  public static final class Rows implements Iterator<PlanRow>, AutoCloseable {
    private final Path file;
    private final BufferedReader lines;
    private long number = 1;
    private PlanRow next;

    private Rows(Path file) throws IOException {
      this.file = file;
      lines = Files.newBufferedReader(file);
      if (!HEAD.equals(line())) {
        lines.close();
        throw damaged(null);
      }
      advance();
    }

    private String line() throws IOException {
      try {
        return lines.readLine();
      } catch (CharacterCodingException e) {
        throw damaged(e);
      }
    }

    private void advance() throws IOException {
      String line = line();
      number++;
      next = line == null ? null : row(line);
    }

    private PlanRow row(String line) throws IOException {
      String[] parts = line.split(",", -1);
      try {
        if (parts.length != 5) throw damaged(null);
        long twin = parts[3].isEmpty() ? PlanRow.NONE : HexFormat.fromHexDigitsToLong(parts[3]);
        return new PlanRow(HexFormat.fromHexDigitsToLong(parts[0]), Integer.parseInt(parts[1]),
            Long.parseLong(parts[2]),
            twin, Integer.parseInt(parts[4]));
      } catch (IllegalArgumentException e) {
        throw damaged(e);
      }
    }

    private FolderException damaged(Exception cause) {
      return new FolderException(Words.of("sweeprun.plan.damaged", file, number), cause);
    }

    @Override public boolean hasNext() { return next != null; }

    @Override public PlanRow next() {
      if (next == null) throw new NoSuchElementException();
      PlanRow row = next;
      try {
        advance();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      return row;
    }

    @Override public void close() throws IOException { lines.close(); }
  }
}
