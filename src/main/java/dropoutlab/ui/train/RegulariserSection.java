package dropoutlab.ui.train;

import dropoutlab.ui.fx.LabModel;
import dropoutlab.ui.parts.CheckedField;
import dropoutlab.ui.parts.Section;
import dropoutlab.words.Numbers;
import dropoutlab.words.Words;
import javafx.util.Subscription;

/// L1, L2 and max-norm; 0 switches each off.
final class RegulariserSection extends Section {
  private final CheckedField l1 =
      field("l1", Words.of("trainview.regularisers.l1"), Words.of("trainview.regularisers.l1.tip"));
  private final CheckedField l2 =
      field("l2", Words.of("trainview.regularisers.l2"), Words.of("trainview.regularisers.l2.tip"));
  private final CheckedField maxNorm =
      field("maxNorm", Words.of("trainview.regularisers.max_norm"), Words.of("trainview.regularisers.max_norm.tip"));

  RegulariserSection() {
    super(Words.of("trainview.regularisers.title"), true);
    add(l1, l2, maxNorm);
  }

  private static CheckedField field(String id, String label, String tip) {
    return CheckedField.number(id, label, tip, v -> v >= 0, Words.of("trainview.regularisers.wanted"));
  }

  Subscription bind(LabModel model) {
    return Subscription.combine(
        model.experiment().subscribe(e -> {
          if (e == null) return;
          l1.show(Numbers.typed(e.regulariser().l1()));
          l2.show(Numbers.typed(e.regulariser().l2()));
          maxNorm.show(Numbers.typed(e.regulariser().maxNorm()));
        }),
        l1.bind(text -> model.editor().change(e ->
            e.withRegulariser(e.regulariser().withL1(Double.parseDouble(text))))),
        l2.bind(text -> model.editor().change(e ->
            e.withRegulariser(e.regulariser().withL2(Double.parseDouble(text))))),
        maxNorm.bind(text -> model.editor().change(e -> e.withRegulariser(
            e.regulariser().withMaxNorm(Double.parseDouble(text))))));
  }
}
