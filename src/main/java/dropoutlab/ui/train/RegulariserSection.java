package dropoutlab.ui.train;

import dropoutlab.ui.fx.LabModel;
import dropoutlab.ui.parts.CheckedField;
import dropoutlab.ui.parts.Section;
import dropoutlab.words.Numbers;
import dropoutlab.words.Words;
import javafx.util.Subscription;

/// L1, L2 and max-norm; 0 switches each off.
final class RegulariserSection extends Section {
  private final CheckedField l1 = field("l1"), l2 = field("l2"), maxNorm = field("maxNorm");

  RegulariserSection() {
    super(Words.of("trainview.regularisers.title"), true);
    add(l1, l2, maxNorm);
  }

  private static CheckedField field(String id) {
    String key = "trainview.regularisers." + id;
    return CheckedField.number(id, Words.of(key), Words.of(key + ".tip"), v -> v >= 0,
        Words.of("trainview.regularisers.wanted"));
  }

  Subscription bind(LabModel model) {
    return Subscription.combine(
        model.experiment().subscribe(e -> {
          if (e == null) return;
          l1.show(Numbers.typed(e.regulariser().l1()));
          l2.show(Numbers.typed(e.regulariser().l2()));
          maxNorm.show(Numbers.typed(e.regulariser().maxNorm()));
        }),
        l1.bind(text -> model.editor().change(e -> e.withRegulariser(e.regulariser().withL1(Double.parseDouble(text))))),
        l2.bind(text -> model.editor().change(e -> e.withRegulariser(e.regulariser().withL2(Double.parseDouble(text))))),
        maxNorm.bind(text -> model.editor().change(e -> e.withRegulariser(
            e.regulariser().withMaxNorm(Double.parseDouble(text))))));
  }
}
