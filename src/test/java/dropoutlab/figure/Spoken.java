package dropoutlab.figure;

import static org.assertj.core.api.Assertions.assertThat;

import dropoutlab.figure.plot.DataTable;
import dropoutlab.figure.plot.Description;
import dropoutlab.figure.plot.Figure;
import java.util.HashSet;
import java.util.List;
import java.util.regex.Pattern;

/// What figures say of themselves, whatever they show: a title, and whole sentences without gaps, placeholders, and
/// numbers that do not exist. Tables have cells of the kinds that they may have, and a name for each column.
public final class Spoken {
  private static final Pattern GAP =
      Pattern.compile("  |NaN|null|Infinity|∞|\\{|}|^ | $| [.,;:]|\\.\\.| – |\\(\\)|, ,");
  private static final int LONGEST = 7;

  private Spoken() {}

  public static List<String> sentences(Figure figure) { return figure.describe().sentences(); }

  public static void check(String name, Figure figure) {
    Description said = figure.describe();
    assertThat(said.title()).as(name).isNotBlank().doesNotContainPattern(GAP).matches("\\p{Lu}.*[^.]");
    assertThat(said.sentences()).as(name).isNotEmpty().hasSizeLessThanOrEqualTo(LONGEST).doesNotHaveDuplicates();
    for (String sentence : said.sentences())
      assertThat(sentence).as(name).endsWith(".").doesNotContainPattern(GAP).matches("[\\p{Lu}\\d].*|(?U)\\w.*");
    figure.table().ifPresent(table -> check(name, table));
  }

  private static void check(String name, DataTable table) {
    assertThat(table.rows()).as(name).isNotEmpty();
    assertThat(new HashSet<>(table.columns())).as(name + ": " + table.columns()).hasSameSizeAs(table.columns());
    assertThat(table.columns()).as(name).allMatch(column -> !column.name().isBlank()
        && !column.heading().contains("NaN"));
    for (List<Object> row : table.rows())
      assertThat(row).as(name).allMatch(cell -> cell == null || cell instanceof String || cell instanceof Long
          || cell instanceof Double number && !number.isNaN());
  }
}
