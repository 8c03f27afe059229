package dropoutlab.spec;

import dropoutlab.words.Words;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.util.List;

/// The settings with which the text of a table is read, as the user gives them; null means that the program finds out
/// from the text.
///
/// @param delimiter    what separates the cells: "," ";" "|" or "tab"
/// @param decimal      the decimal sign, "." or ","; the other one may then separate thousands
/// @param encoding     the name of a character set
/// @param header       whether the first row names the columns
/// @param missingMarks the words that mean a missing value, besides an empty cell
@RecordBuilder
public record CsvStyle(String delimiter, String decimal, String encoding, Boolean header, List<String> missingMarks)
    implements CsvStyleBuilder.With {
  /// Everything is found out from the text.
  public static final CsvStyle SEEN = new CsvStyle(null, null, null, null, null);
  public static final List<String> DELIMITERS = List.of(",", ";", "tab", "|");
  public static final List<String> DECIMALS = List.of(".", ",");

  public CsvStyle {
    if ("\t".equals(delimiter)) delimiter = "tab";
    oneOf("delimiter", delimiter, DELIMITERS);
    oneOf("decimal", decimal, DECIMALS);
    if (encoding != null && !exists(encoding))
      throw new IllegalArgumentException(Words.of("spec.csv.encoding", encoding));
    if (missingMarks != null) {
      Check.entries("missingMarks", missingMarks);
      missingMarks = missingMarks.stream().map(String::strip).toList();
    }
  }

  private static void oneOf(String name, String value, List<String> known) {
    if (value != null && !known.contains(value))
      throw new IllegalArgumentException(Words.of("spec.csv.one_of", name, String.join(" ", known), value));
  }

  private static boolean exists(String encoding) {
    try {
      return Charset.isSupported(encoding);
    } catch (IllegalCharsetNameException e) {
      return false;
    }
  }
}
