package dropoutlab.ui.export;

import dropoutlab.export.picture.Page;
import dropoutlab.export.recipe.Animation;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.UnaryOperator;

/// All that a person has chosen on the sheet.
///
/// @param figure by its name in the catalogue, or a bench's
/// @param still  where the film stands still for the formats that do not move; empty: as it stood when the sheet opened
/// @param data   the files of data that are saved beside the pictures, by their names
@RecordBuilder
record Order(What what, String figure, Setup setup, OptionalDouble still,
    Set<String> data) implements OrderBuilder.With {
  Order { data = Collections.unmodifiableSet(new LinkedHashSet<>(data)); }

  Page page() { return setup.page(); }

  Animation animation() { return setup.animation(); }

  Order withPage(UnaryOperator<Page> change) { return withSetup(setup.withPage(change.apply(page()))); }

  Order withAnimation(UnaryOperator<Animation> change) {
    return withSetup(setup.withAnimation(change.apply(animation())));
  }
}
