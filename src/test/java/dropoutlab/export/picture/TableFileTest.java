package dropoutlab.export.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dropoutlab.figure.plot.Figure;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;

/// Oracles: the text by hand, and Java's reading of a double.
class TableFileTest {
  private static final Page PAGE = Page.of(Purpose.SLIDE);

  private static String text() throws Exception {
    return new String(PictureFiles.bytes(Format.CSV, Samples.sheet(PAGE, "")), StandardCharsets.UTF_8);
  }

  @Test void unitsStandInTheHeadAndWhatIsNotFiniteIsLeftEmpty() throws Exception {
    assertThat(text()).isEqualTo("""
        epoch,loss (nats),curve
        0,0.1,"train, ""on\"""
        1,,
        2,,σ
        3,3.3333333333333334E-301,""
        """.replace(",\"\"\n", ",\n"));
  }

  @Test void everyNumberIsReadBackAsItWas() throws Exception {
    List<CSVRecord> rows = CSVFormat.DEFAULT.parse(new StringReader(text())).getRecords();
    assertThat(Double.parseDouble(rows.get(4).get(1))).isEqualTo(1e-300 / 3);
    assertThat(rows.get(1).get(2)).isEqualTo("train, \"on\"");
  }

  @Test void aFigureWithoutNumbersSaysSo() {
    Figure none = (_, _, _, _) -> { };
    assertThatThrownBy(() -> PictureFiles.bytes(Format.CSV, new Sheet(none, PAGE, "", "")))
        .hasMessage("This figure has no numbers to write: choose another format than CSV.");
  }
}
