package dropoutlab.export.store;

import dropoutlab.export.Drafts;
import dropoutlab.export.HistoryFile;
import dropoutlab.frame.Checkpoint;
import dropoutlab.frame.Matrix;
import dropoutlab.spec.ExperimentException;
import dropoutlab.words.Words;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.node.ObjectNode;

/// A saved run: a zip file `.dropoutlab` with `dropoutlab.json` (see [RunHead]), the curves as `history.csv`, the
/// tables and states of the checkpoint as `tables/*.npy` and `words/*.npy`, which NumPy opens with `np.load`, and the
/// checksums of all of them as `checksums.sha256`.
///
/// Reading is strict: it returns exactly what was written, or throws an [ExperimentException] with one sentence that
/// says what is wrong with the file, which stays as it is.
public final class RunFile {
  public static final String ENDING = ".dropoutlab";
  private static final String CHECKSUMS = "checksums.sha256", TABLES = "tables/", WORDS = "words/";
  private static final long MOST_TEXT_BYTES = 64L << 20;
  /// What may be the name of a table; no name leads out of its folder.
  private static final String TABLE = "[\\w-][\\w .-]*(?:/[\\w-][\\w .-]*)*";
  private static final int MOST_NAME = 200;
  private static final Pattern MEMBER = Pattern.compile("(tables|words)/(" + TABLE + ")\\.npy");
  private static final Pattern OUTSIDE = Pattern.compile("^/|^\\w:|\\\\|(^|/)\\.\\.(/|$)");
  private static final Pattern CHECKSUM = Pattern.compile("([0-9a-f]{64}) {2}([^\n]+)\n");

  private RunFile() {}

  /// Writes a run into a file whose folder exists; an earlier file is replaced once the new one is on the disk.
  public static void write(Path file, SavedRun run) throws IOException {
    try (Drafts drafts = new Drafts(); MemberWriter members = new MemberWriter(drafts.stream(file))) {
      members.add(RunHead.NAME, RunHead.text(run, file));
      if (!run.history().isEmpty()) members.add(HistoryFile.NAME, run.history());
      if (run.checkpoint().isPresent()) write(members, run.checkpoint().get());
      members.seal(CHECKSUMS);
      members.close();
      drafts.commit();
    }
  }

  private static void write(MemberWriter members, Checkpoint checkpoint) throws IOException {
    for (var each : checkpoint.tables().entrySet())
      members.add(TABLES + named(each.getKey()), NumberFile.bytes(each.getValue()));
    for (var each : checkpoint.words().entrySet())
      members.add(WORDS + named(each.getKey()), NumberFile.bytes(each.getValue()));
  }

  private static String named(String table) {
    if (!table.matches(TABLE) || table.length() > MOST_NAME)
      throw new IllegalStateException("no name of a table in a file: " + table);
    return table + NumberFile.ENDING;
  }

  /// Reads a run. Files of data are looked for beside the file and where they were.
  public static SavedRun read(Path file) {
    try (MemberReader members = MemberReader.open(file)) {
      if (!members.has(RunHead.NAME)) throw members.fault("store.file.none");
      byte[] head = members.read(RunHead.NAME, RunHead.MOST_BYTES);
      ObjectNode tree = RunHead.tree(head, file);
      members.requireMemory();
      Map<String, String> checksums = checksums(members);
      requireSame(members, checksums, RunHead.NAME, head);
      return read(members, checksums, RunHead.of(tree, file), file);
    } catch (IllegalArgumentException e) {
      throw new ExperimentException(Words.of("store.file.refused", RunHead.inFile(file), e.getMessage()), e);
    }
  }

  /// Reads the list of checksums, which must name the members that are there.
  private static Map<String, String> checksums(MemberReader members) {
    for (String each : members.names()) requireKnown(members, each);
    if (!members.has(CHECKSUMS)) throw members.fault("store.member.gone", CHECKSUMS);
    String text = new String(members.read(CHECKSUMS, MOST_TEXT_BYTES), StandardCharsets.UTF_8);
    Map<String, String> checksums = new LinkedHashMap<>();
    Matcher line = CHECKSUM.matcher(text);
    int end = 0;
    for (; line.find() && line.start() == end; end = line.end()) checksums.put(line.group(2), line.group(1));
    if (end != text.length()) throw members.fault("store.member.edited", CHECKSUMS);
    for (String each : checksums.keySet())
      if (!members.has(each)) throw members.fault("store.member.gone", MemberReader.shown(each));
    return checksums;
  }

  private static void requireKnown(MemberReader members, String name) {
    if (OUTSIDE.matcher(name).find()) throw members.fault("store.member.outside", MemberReader.shown(name));
    boolean known = List.of(RunHead.NAME, HistoryFile.NAME, CHECKSUMS).contains(name)
        || MEMBER.matcher(name).matches() && name.length() <= MOST_NAME + WORDS.length() + TABLES.length();
    if (!known) throw members.fault("store.member.unknown", MemberReader.shown(name));
  }

  private static byte[] checked(MemberReader members, Map<String, String> checksums, String name) {
    byte[] bytes = members.read(name, Integer.MAX_VALUE);
    requireSame(members, checksums, name, bytes);
    return bytes;
  }

  private static void requireSame(MemberReader members, Map<String, String> checksums, String name, byte[] bytes) {
    String saved = checksums.get(name);
    if (saved == null) throw members.fault("store.member.added", MemberReader.shown(name));
    if (!saved.equals(Checksum.of(bytes))) throw members.fault("store.member.edited", MemberReader.shown(name));
  }

  private static SavedRun read(MemberReader members, Map<String, String> checksums, RunHead head, Path file) {
    Map<String, Matrix> tables = new LinkedHashMap<>();
    Map<String, List<Long>> words = new LinkedHashMap<>();
    String history = "";
    for (String each : members.names()) {
      if (each.equals(RunHead.NAME) || each.equals(CHECKSUMS)) continue;
      byte[] bytes = checked(members, checksums, each);
      String where = Words.of("store.file.inside", file, each);
      Matcher name = MEMBER.matcher(each);
      if (!name.matches()) history = new String(bytes, StandardCharsets.UTF_8);
      else if (head.checkpoint() == null) throw members.fault("store.member.unknown", each);
      else if (each.startsWith(TABLES)) tables.put(name.group(2), NumberFile.table(bytes, where));
      else words.put(name.group(2), NumberFile.longs(bytes, where));
    }
    Optional<Checkpoint> checkpoint =
        Optional.ofNullable(head.checkpoint()).map(step -> new Checkpoint(step, tables, words));
    return new SavedRun(head.experiment(file), head.step(), head.phase(), head.state(), checkpoint, history,
        head.view().view());
  }
}
