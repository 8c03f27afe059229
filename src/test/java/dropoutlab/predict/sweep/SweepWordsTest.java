package dropoutlab.predict.sweep;

import dropoutlab.data.Schema;
import dropoutlab.data.Datasets;
import dropoutlab.frame.sweep.SweepTable;
import dropoutlab.frame.sweep.TestSweeps;
import dropoutlab.spec.sweep.*;
import org.junit.jupiter.api.Test;

class SweepWordsTest {
  @Test void x() {
  }
}
