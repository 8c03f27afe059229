package dropoutlab.figure;

import static org.assertj.core.api.Assertions.assertThat;

import dropoutlab.figure.plot.DataTable;
import dropoutlab.figure.plot.Description;
import java.util.List;

/// What holds of everything that a figure tells, in words and in numbers.
public final class WholeSentences {
  private WholeSentences() {}

  public static void require(Description told, String as) {
    assertThat(told.title()).as(as).isNotBlank().doesNotEndWith(".");
    assertThat(told.sentences()).as(as).hasSizeBetween(2, 12);
    for (String sentence : told.sentences()) {
      assertThat(sentence).as(as).matches("[\\p{Lu}\\d].*\\.").doesNotContain("NaN", "null", "{", "}", "∞", "  ", "..");
      assertThat(sentence).as("%s: a number that is none", as).doesNotContain(" –,", " –;", " –.", " – ", "(–");
    }
  }

  /// Cells are whole numbers, finite numbers, words, or nothing; no column and no row is empty.
  public static void require(DataTable table, String as) {
    assertThat(table.rows()).as(as).isNotEmpty();
    assertThat(table.columns()).as(as).extracting(DataTable.Column::heading).doesNotHaveDuplicates();
    for (DataTable.Column column : table.columns()) assertThat(column.heading()).as(as).isNotBlank().doesNotContain("{", "|  ");
    for (List<Object> row : table.rows()) {
      assertThat(row).as(as).anySatisfy(cell -> assertThat(cell).isNotNull());
      for (Object cell : row)
        assertThat(cell == null || cell instanceof Long || cell instanceof String || cell instanceof Double d
        && Double.isFinite(d))
            .as("%s: %s", as, row).isTrue();
    }
  }
}
