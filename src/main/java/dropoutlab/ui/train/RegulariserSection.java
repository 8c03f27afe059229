package dropoutlab.ui.train;

import dropoutlab.ui.fx.LabModel;
import dropoutlab.ui.parts.CheckedField;
import dropoutlab.ui.parts.Section;
import dropoutlab.words.Numbers;
import javafx.util.Subscription;

/// L1, L2 and max-norm; 0 switches each off.
final class RegulariserSection extends Section {
  private final CheckedField l1 = field("l1", "L1", "L1 penalty: the loss gains this times the sum of |w|");
  private final CheckedField l2 = field("l2", "L2", "L2 penalty: the loss gains half of this times the sum of w²");
  private final CheckedField maxNorm =
      field("maxNorm", "max-norm", "Max-norm: the largest norm of a unit's incoming weights; 0 switches it off");

  RegulariserSection() {
    super("Regularisers", true);
    add(l1, l2, maxNorm);
  }

  private static CheckedField field(String id, String label, String tip) {
    return CheckedField.number(id, label, tip, v -> v >= 0, "0 or more");
  }

  Subscription bind(LabModel model) {
    return Subscription.combine(
        model.experiment().subscribe(e -> {
          if (e == null) return;
          l1.show(Numbers.typed(e.regulariser().l1()));
          l2.show(Numbers.typed(e.regulariser().l2()));
          maxNorm.show(Numbers.typed(e.regulariser().maxNorm()));
        }),
        l1.bind(text -> model.change(e -> e.withRegulariser(e.regulariser().withL1(Double.parseDouble(text))))),
        l2.bind(text -> model.change(e -> e.withRegulariser(e.regulariser().withL2(Double.parseDouble(text))))),
        maxNorm.bind(text -> model.change(e -> e.withRegulariser(
            e.regulariser().withMaxNorm(Double.parseDouble(text))))));
  }
}
