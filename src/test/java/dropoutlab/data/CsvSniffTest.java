package dropoutlab.data;

import static org.assertj.core.api.Assertions.assertThat;

import dropoutlab.data.CsvSniff.Column;
import dropoutlab.data.CsvSniff.Type;
import dropoutlab.spec.CsvStyle;
import java.io.ByteArrayInputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// How the text of a table is written. Oracles: by hand.
class CsvSniffTest {
  private static CsvSniff sniff(byte[] bytes, CsvStyle style) {
    return CsvSniff.of(new CsvText("a.csv", () -> new ByteArrayInputStream(bytes)), style, Decimal.POINT);
  }

  private static CsvSniff sniff(String text) { return sniff(text.getBytes(StandardCharsets.UTF_8), CsvStyle.SEEN); }

  private static Column column(String text, int index) { return sniff(text).columns().get(index); }

  @ParameterizedTest
  @CsvSource(delimiter = '@', value = {
      "x,y/1,2/3,4 @ ,", "x;y/1;2/3;4 @ ;", "x|y/1|2/3|4 @ |", "sep=;/x;y/1;2 @ ;", "SEP=|/x|y/1|2 @ |",
      "\"sep=;\"/x;y/1;2 @ ;",
      // Decimal commas do not separate cells, and neither do commas in names, in words and in quotes.
      "x;y/1,5;2,5/3,5;4,5 @ ;", "1,5;2,5/3,5;4,5 @ ;", "x;y, m/1;2/3;4 @ ;", "a;b/Smith, J;1/Doe, A;2 @ ;",
      "\"x;1;2;3\",y/1,2/3,4 @ ,", "name;note, x/Ann;fine/Bob;ill @ ;",
      // A delimiter at the end of the rows.
      "x;y;/1;2;/3;4; @ ;", "x;y/1;2;/3;4; @ ;"})
  void theDelimiterIsThatOfMostRows(String text, char delimiter) {
    byte[] bytes = (text.replace('/', '\n') + '\n').getBytes(StandardCharsets.UTF_8);
    assertThat(sniff(bytes, CsvStyle.SEEN.withHeader(true)).delimiter()).isEqualTo(delimiter);
  }

  @Test void tabsPartCellsAndASpreadsheetsLineMaySaySo() {
    assertThat(sniff("x\ty\n1,5\t2\n").delimiter()).isEqualTo('\t');
    CsvSniff said = sniff("sep=\t\r\nx\ty\r\n1\t2\r\n");
    assertThat(said.delimiter()).isEqualTo('\t');
    assertThat(said.names()).containsExactly("x", "y");
  }

  @Test void whatAPersonSaysIsDone() {
    byte[] text = "a;b,c\n1;2,3\n".getBytes(StandardCharsets.UTF_8);
    assertThat(sniff(text, CsvStyle.SEEN.withDelimiter(",")).names()).containsExactly("a;b", "c");
    assertThat(sniff(text, CsvStyle.SEEN.withDelimiter(";")).names()).containsExactly("a", "b,c");
    byte[] tabs = "a\tb\n1\t2\n".getBytes(StandardCharsets.UTF_8);
    assertThat(sniff(tabs, CsvStyle.SEEN.withDelimiter("tab")).names()).containsExactly("a", "b");
    byte[] quoted = "x,y\n\"1,234\",1\n".getBytes(StandardCharsets.UTF_8);
    assertThat(sniff(quoted, CsvStyle.SEEN.withDecimal(",")).decimal()).isEqualTo(Decimal.COMMA);
    assertThat(sniff(quoted, CsvStyle.SEEN.withDecimal(",")).columns().getFirst().note()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE", "UTF-32LE", "UTF-32BE"})
  void aByteOrderMarkTellsTheEncoding(String encoding) {
    CsvSniff seen = sniff("\uFEFFGröße;y\r\n1,5;2\r\n2,5;3\r\n".getBytes(Charset.forName(encoding)), CsvStyle.SEEN);
    assertThat(seen.encoding()).isEqualTo(encoding);
    assertThat(seen.guessed()).isFalse();
    assertThat(seen.names()).containsExactly("Größe", "y");
    assertThat(seen.rows()).isEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-16LE", "UTF-16BE"})
  void utf16WithoutAMarkIsToldByItsZeros(String encoding) {
    CsvSniff seen = sniff("x,y\n1,2\n2,3\n".getBytes(Charset.forName(encoding)), CsvStyle.SEEN);
    assertThat(seen.encoding()).isEqualTo(encoding);
    assertThat(seen.names()).containsExactly("x", "y");
  }

  @Test void textThatIsNoUtf8IsReadAsWindows1252AndSaysSo() {
    CsvSniff seen = sniff("Größe,Preis in €\n1,2\n".getBytes(Charset.forName("windows-1252")), CsvStyle.SEEN);
    assertThat(seen.encoding()).isEqualTo("windows-1252");
    assertThat(seen.guessed()).isTrue();
    assertThat(seen.names()).containsExactly("Größe", "Preis in €");
    CsvSniff told = sniff("Größe,y\n1,2\n".getBytes(StandardCharsets.ISO_8859_1), CsvStyle.SEEN.withEncoding("iso-8859-1"));
    assertThat(told.guessed()).isFalse();
    assertThat(told.names()).containsExactly("Größe", "y");
  }

  /// The text, the decimal sign, and the number of columns with a note.
  @ParameterizedTest
  @CsvSource(delimiter = '@', value = {
      "x,y/1,2 @ POINT @ 0", "x,y/1.5,2 @ POINT @ 0", "x;y/1,5;2 @ COMMA @ 0", "x;y/1.5;2 @ POINT @ 0",
      // The numbers can be read in one way only.
      "x;y/1,234,567;2 @ POINT @ 0", "x;y/1.234,5;2 @ COMMA @ 0", "x,y/\"0,234\",2 @ COMMA @ 0",
      // Both readings are possible: the delimiter or another column decides, and a note says so.
      "x;y/1,234;2 @ COMMA @ 1", "x,y/\"1,234\",2 @ POINT @ 1", "x;y/1,234;0.5 @ POINT @ 1", "x;y/1.234;0,5 @ COMMA @ 1",
      "x;y/1.234;2 @ POINT @ 1", "x|y/1,234|2 @ POINT @ 1",
      // In a column of other numbers there is no doubt, and none about a point in a file that is separated by commas.
      "x;y/1,234;2/1,5;3 @ COMMA @ 0", "x;y/1.234;2/1.5;3 @ POINT @ 0", "x,y/1.234,2 @ POINT @ 0"})
  void theDecimalSignIsToldByTheNumbers(String text, Decimal decimal, int notes) {
    CsvSniff seen = sniff(text.replace('/', '\n') + "\n");
    assertThat(seen.decimal()).isEqualTo(decimal);
    assertThat(seen.columns().stream().filter(column -> !column.note().isEmpty())).hasSize(notes);
  }

  @Test void aNoteSaysWhichReadingAndHowToSayOtherwise() {
    assertThat(column("a,price\n1,\"1,000\"\n2,\"1,037\"\n", 1).note()).isEqualTo("\"1,000\" in line 2, column \"price\", "
        + "is read as 1000; if it is 1, say that the decimal sign is a comma (\"decimal\": \",\")");
    assertThat(column("a;t\n1;15,025\n", 1).note()).isEqualTo("\"15,025\" in line 2, column \"t\", is read as 15.025; if "
        + "it is 15025, say that the decimal sign is a point (\"decimal\": \".\")");
  }

  @Test void theSignBetweenThousandsIsKept() {
    assertThat(sniff("x,y\n\"1,000.5\",1\n").grouping()).isEqualTo(',');
    assertThat(sniff("x;y\n1 000,5;1\n").grouping()).isEqualTo(' ');
    assertThat(sniff("x;y\n1'000.5;1\n").grouping()).isEqualTo('\'');
    assertThat(sniff("x,y\n1000.5,1\n").grouping()).isEqualTo((char) 0);
  }

  /// 1 means that the first row names the columns, 0 that it looks like data.
  @ParameterizedTest
  @CsvSource(delimiter = '@', value = {
      "x,y/1,2/3,4 @ 1", "5.1,3.7,red/5.3,3.6,red/4.9,3.0,blue @ 0", "red,5/red,6/blue,7 @ 0", "1.5,2.5/1.6,2.6 @ 0",
      "5,0,0,0/3,0,1,0/4,0,0,9 @ 0", "-1,2/0,3 @ 0", "NA,1.5/2,2.5 @ 0",
      // Some names are numbers: years, and the names that a data frame without names is written with.
      "country,2019,2020/A,1,2/B,3,4 @ 1", ",0,1,2/0,5,6,7/1,8,9,10 @ 1", "0,1,2,y/5,6,7,a/8,9,1,b @ 1",
      "k,2000,2005,2010/A,1,2,3/B,3,4,5 @ 1",
      // Only words: they are data if they occur again.
      "kind,colour/a,red/b,blue @ 1", "a,red/a,blue/b,red @ 0", "x,y @ 1", "x,y/a,b @ 1"})
  void theHeaderIsToldFromData(String text, int header) {
    assertThat(sniff(text.replace('/', '\n') + "\n").header()).isEqualTo(header == 1);
  }

  @Test void aHeaderOfNumbersIsSaid() {
    assertThat(sniff("0,1,2\n5,6,7\n8,9,1\n").note()).startsWith("the first row, \"0\", \"1\", \"2\", is taken for the names");
    assertThat(sniff("x,y\n5,6\n").note()).isEmpty();
  }

  @Test void aTableWithoutHeaderHasNumberedColumns() {
    CsvSniff seen = sniff("1.5,2\n3,4\n".getBytes(StandardCharsets.UTF_8), CsvStyle.SEEN.withHeader(false));
    assertThat(seen.names()).containsExactly("column 1", "column 2");
    assertThat(seen.rows()).isEqualTo(2);
    assertThat(seen.lacksHeader()).isFalse();
  }

  @Test void typesAndGapsAreCounted() {
    CsvSniff seen = sniff("n,w,gaps,stray,nothing\n1,red,1,1,\n2,blue,NA,2,\n3,red,,x,\n");
    assertThat(seen.columns()).extracting(Column::type)
        .containsExactly(Type.NUMBERS, Type.WORDS, Type.NUMBERS, Type.NUMBERS, Type.EMPTY);
    assertThat(seen.columns()).extracting(Column::missing).containsExactly(0L, 0L, 2L, 0L, 3L);
    assertThat(seen.columns().get(2).firstMissing()).isEqualTo("\"NA\" in line 3");
    assertThat(seen.columns().get(3).strays()).isEqualTo(1);
    assertThat(seen.columns().get(1).values()).containsExactly("blue", "red");
    assertThat(seen.rows()).isEqualTo(3);
    assertThat(seen.head()).hasSize(3).first().isEqualTo(List.of("1", "red", "1", "1", ""));
  }

  @ParameterizedTest
  @ValueSource(strings = {"NA", "n/a", "#N/A", "NaN", "null", "NULL", "?", "-", "\u2013", ".", "<NA>", "#DIV/0!", "None",
      "unknown"})
  void commonMarksAmongNumbersAreMissing(String mark) {
    Column column = column("x,y\n1,2\n" + mark + ",3\n2,3\n", 0);
    assertThat(column.type()).isEqualTo(Type.NUMBERS);
    assertThat(column.missing()).isEqualTo(1);
    assertThat(column.strays()).isZero();
  }

  @Test void someMarksAreWordsAmongWords() {
    Column column = column("kind,y\nnone,2\ncrack,3\nNA,3\nunknown,1\n", 0);
    assertThat(column.missing()).isEqualTo(1);
    assertThat(column.values()).containsExactly("crack", "none", "unknown");
  }

  @Test void marksThatAPersonNamesAreTheOnlyOnes() {
    byte[] text = "x,y\n-999,2\nNA,3\n1,3\n2,3\n".getBytes(StandardCharsets.UTF_8);
    Column column = sniff(text, CsvStyle.SEEN.withMissingMarks(List.of("-999"))).columns().getFirst();
    assertThat(column.missing()).isEqualTo(1);
    assertThat(column.strays()).isEqualTo(1);
  }

  /// The line ends of all systems, blank lines, rows of delimiters only, and the mark with which DOS ended files.
  @ParameterizedTest
  @ValueSource(strings = {"x,y\n1,2\n3,4\n", "x,y\r\n1,2\r\n3,4", "x,y\r1,2\r3,4\r", "\n\nx,y\n\n1,2\n  \n3,4\n,\n",
      "x,y\n1,2\n3,4\n\u001A", "x,y,\n1,2,\n3,4,\n", "x,y,,\n1,2\n3,4,,\n", "x,y\n1,2,,\n3,4\n"})
  void theSameTwoRows(String text) {
    CsvSniff seen = sniff(text);
    assertThat(seen.names()).containsExactly("x", "y");
    assertThat(seen.rows()).isEqualTo(2);
    assertThat(seen.columns().getFirst().type()).isEqualTo(Type.NUMBERS);
  }

  @Test void aNameOfTwoLinesIsOneName() {
    CsvSniff seen = sniff("x,\"y\nunit\"\n0,1\n1,2\n");
    assertThat(seen.names()).containsExactly("x", "y unit");
    assertThat(seen.find("y\nunit")).isEqualTo(1);
  }

  @Test void rowsThatAreOneCellWiderBeginWithAnIndex() {
    CsvSniff seen = sniff("\"x\",\"y\"\n\"1\",5,6\n\"2\",7,8\n");
    assertThat(seen.columns()).extracting(Column::name).containsExactly("column 1", "x", "y");
    assertThat(seen.columns().getFirst().named()).isFalse();
    assertThat(seen.note()).contains("index without a name");
  }
}
