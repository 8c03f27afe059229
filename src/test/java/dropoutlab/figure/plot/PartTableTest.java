package dropoutlab.figure.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

/// Tables of several plots, by hand.
class PartTableTest {
  @Test void onePlotHasNoNameOfItsOwn() {
    PartTable table = new PartTable();
    table.part("losses | epoch | loss (nats)").row(1, .5).row(2, Double.NaN);
    DataTable made = table.table();
    assertThat(made.columns()).containsExactly(new DataTable.Column("epoch"), new DataTable.Column("loss", "nats"));
    assertThat(made.rows()).containsExactly(Arrays.asList(1L, .5), Arrays.asList(2L, null));
  }

  @Test void columnsOfTheSameNameAreOneAndCellsWithoutAColumnAreEmpty() {
    PartTable table = new PartTable();
    table.part("exact | p | f(z)").row(.1, 2.0);
    table.part("engine | p | how").row(.2, "drawn");
    DataTable made = table.table();
    assertThat(made.columns()).extracting(DataTable.Column::heading).containsExactly("part", "p", "f(z)", "how");
    assertThat(made.rows()).containsExactly(Arrays.asList("exact", .1, 2.0, null), Arrays.asList("engine", .2, null,
        "drawn"));
  }

  @Test void aRowHasACellForEachColumn() {
    PartTable.Part part = new PartTable().part("exact | p | z");
    assertThatThrownBy(() -> part.row(.1)).isInstanceOf(IllegalArgumentException.class);
  }
}
