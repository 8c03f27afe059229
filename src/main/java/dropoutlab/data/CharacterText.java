package dropoutlab.data;

import dropoutlab.spec.DataSpec;
import dropoutlab.spec.Missing;
import dropoutlab.spec.Task;
import dropoutlab.words.Words;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Next-character prediction: each window of a text, as the indices of its characters, is an example, and the character
/// that follows is its class. The windows for validation come from the end of the text and share no character with those
/// for training.
///
/// The characters are numbered in the order of their code points. White space is read as a space or a line break. If a
/// text has more kinds of characters than there can be classes, all rare ones count as one kind, which is the last.
final class CharacterText {
  private static final String RESOURCE = "/assets/data/alice.txt";
  /// No more characters of a file are read; more would exceed [DataSpec.Text#MOST_CHARACTERS] in any case.
  private static final int MOST_READ = 1 << 20;

  private final DataSpec.Text spec;
  private final String name;
  /// The code points.
  private final int[] text;
  private final List<Integer> kinds;
  /// Whether rare characters count as one kind.
  private boolean others;
  private final List<String> notes = new ArrayList<>();

  private CharacterText(DataSpec.Text spec, String name, String raw) {
    if (raw.indexOf('\0') >= 0) throw new DataException(Words.of("data.csv.no_text", name));
    this.spec = spec;
    this.name = name;
    text = limited(cleaned(raw).codePoints().toArray());
    kinds = kinds();
  }

  static DataSet load(DataSpec.Text spec, Path base) {
    if (spec.text() != null && spec.path() != null)
      throw new DataException(Words.of("data.text.both", InputFiles.quoted(spec.path())));
    if (spec.text() != null) return new CharacterText(spec, Words.of("data.text.pasted"), spec.text()).windows();
    CsvText source = spec.path() == null ? new CsvText("alice.txt", CharacterText::open)
        : CsvText.of(InputFiles.resolve(base, spec.path()));
    return read(spec, source).windows();
  }

  private static InputStream open() {
    InputStream in = CharacterText.class.getResourceAsStream(RESOURCE);
    if (in == null) throw new IllegalStateException(RESOURCE + " is not on the class path");
    return in;
  }

  private static CharacterText read(DataSpec.Text spec, CsvText source) {
    Charset charset = TextEncoding.of(source);
    try {
      return new CharacterText(spec, source.name(), read(source, charset));
    } catch (CharacterCodingException e) {
      return readAnyhow(spec, source);
    } catch (IOException e) {
      throw InputFiles.unreadable(source.name(), e);
    }
  }

  private static CharacterText readAnyhow(DataSpec.Text spec, CsvText source) {
    try {
      CharacterText read = new CharacterText(spec, source.name(), read(source, TextEncoding.FALLBACK));
      read.notes.add(Words.of("data.text.guessed", source.name(), TextEncoding.FALLBACK.name()));
      return read;
    } catch (CharacterCodingException e) {
      throw new DataException(Words.of("data.csv.no_text", source.name()), e);
    } catch (IOException e) {
      throw InputFiles.unreadable(source.name(), e);
    }
  }

  private static String read(CsvText source, Charset charset) throws IOException {
    char[] text = new char[MOST_READ];
    int length = 0;
    try (Reader in = new InputStreamReader(source.open(), charset.newDecoder())) {
      for (int read; length < MOST_READ && (read = in.read(text, length, MOST_READ - length)) > 0; ) length += read;
    }
    return new String(text, 0, length);
  }

  /// Returns the text with composed letters, with spaces and line breaks as its only white space, with none of it at
  /// both ends, and without the two signs that name them.
  private String cleaned(String raw) {
    String composed = Normalizer.normalize(raw, Normalizer.Form.NFC).replaceAll("\\R", "\n")
        .replaceAll("[\\p{Z}\t\u000B\f]", " ").replaceAll("[\\p{C}\u2423\u21B5&&[^\n]]", "").strip();
    return spec.lowerCase() ? composed.toLowerCase(Locale.ROOT) : composed;
  }

  private int[] limited(int[] all) {
    if (spec.limit() > 0) return IntStream.of(all).limit(spec.limit()).toArray();
    if (all.length > DataSpec.Text.MOST_CHARACTERS)
      throw new DataException(Words.of("data.text.long", name, DataSpec.Text.MOST_CHARACTERS));
    return all;
  }

  /// Returns the characters that are told apart, in their order.
  private List<Integer> kinds() {
    Map<Integer, Long> counts = IntStream.of(text).boxed()
        .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    if (counts.size() < 2) throw new DataException(Words.of("data.text.one_kind", name));
    if (counts.size() <= ClassLabels.MAX_CLASSES) return counts.keySet().stream().sorted().toList();
    int kept = ClassLabels.MAX_CLASSES - 1;
    others = true;
    notes.add(Words.of("data.text.rare", name, counts.size(), kept));
    Comparator<Map.Entry<Integer, Long>> often = Map.Entry.<Integer, Long>comparingByValue().reversed();
    return counts.entrySet().stream().sorted(often.thenComparing(Map.Entry.comparingByKey())).limit(kept)
        .map(Map.Entry::getKey).sorted().toList();
  }

  private DataSet windows() {
    int held = spec.holdsOut() ? Math.max(spec.window() + 1, (int) Math.round(spec.validationShare() * text.length)) : 0;
    int cut = text.length - held;
    if (cut < spec.window() + 2)
      throw new DataException(Words.count("data.text.short", text.length, name, spec.window()));
    List<String> names = IntStream.rangeClosed(1, spec.window()).mapToObj(c -> "c" + c).toList();
    // Every mark is a character here, also those that stand for missing values in other tables.
    InputForm form = new InputForm(InputForm.ofNumbers(names).columns(), Missing.REFUSE, List.of(), false, Decimal.POINT,
        false);
    Schema schema = new Schema(Task.CLASSIFICATION, names, "next", labels(), scaling(),
        new Scaling(List.of(), List.of()), Optional.empty(), form);
    return new DataSet(schema, examples(schema, 0, cut), examples(schema, cut, text.length), Optional.empty(), notes);
  }

  /// Whole numbers and powers of two, so that an index is the same number when it has been scaled and comes back.
  private Scaling scaling() {
    double middle = kinds.size() / 2, spread = Integer.highestOneBit(Math.max(1, kinds.size() / 4));
    return new Scaling(Collections.nCopies(spec.window(), middle), Collections.nCopies(spec.window(), spread));
  }

  private Examples examples(Schema schema, int from, int to) {
    RawExamples raw = windows(from, to);
    return new Examples(Columns.scaledInputs(schema, raw.inputs()), Columns.scaledTargets(schema, raw.targets()));
  }

  private List<String> labels() {
    List<String> labels = new ArrayList<>(kinds.stream().map(CharacterText::label).toList());
    if (others) labels.add(Words.of("data.text.other"));
    return labels;
  }

  private static String label(int kind) {
    return kind == ' ' ? Words.of("data.text.space") : kind == '\n' ? Words.of("data.text.line_break")
        : Character.toString(kind);
  }

  /// Returns all windows whose characters, and the one that follows, are at places from `from` to `to`, exclusive.
  private RawExamples windows(int from, int to) {
    double[] indices = IntStream.range(from, to).mapToDouble(i -> index(text[i])).toArray();
    List<double[]> inputs = new ArrayList<>();
    for (int i = 0; i + spec.window() < indices.length; i++)
      inputs.add(Arrays.copyOfRange(indices, i, i + spec.window()));
    return new RawExamples(inputs, Arrays.copyOfRange(indices, indices.length - inputs.size(), indices.length));
  }

  private int index(int kind) {
    int at = Collections.binarySearch(kinds, kind);
    return at < 0 ? kinds.size() : at;
  }
}
