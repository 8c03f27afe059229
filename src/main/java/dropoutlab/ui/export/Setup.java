package dropoutlab.ui.export;

import dropoutlab.export.picture.Format;
import dropoutlab.export.picture.Page;
import dropoutlab.export.picture.Purpose;
import dropoutlab.export.recipe.Animation;
import dropoutlab.figure.plot.Theme;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/// What a purpose decides, as it is set now; kept for each purpose.
///
/// @param formats in the order in which they are offered
/// @param caption whether it stands below the figure
@RecordBuilder
record Setup(Page page, Set<Format> formats, boolean caption, Animation animation) implements SetupBuilder.With {
  private static final Animation SLOWLY = new Animation(Animation.Over.EPOCHS, 0, 1, 1, 12, 2, true);

  Setup {
    Set<Format> copy = EnumSet.noneOf(Format.class);
    copy.addAll(formats);
    formats = Collections.unmodifiableSet(copy);
  }

  /// What a purpose asks for, in the colours of a look.
  static Setup of(Purpose purpose, Theme theme) {
    boolean printed = purpose == Purpose.PAPER || purpose == Purpose.POSTER;
    boolean told = purpose != Purpose.PAPER && purpose != Purpose.OWN;
    return new Setup(Page.of(purpose).withTheme(printed ? Theme.LIGHT : theme),
        Set.of(printed ? Format.PDF : Format.PNG), told,
        SLOWLY);
  }

  Purpose purpose() { return page.purpose(); }

  /// Whether anything but the look and the formats is not as the purpose asks.
  boolean isChanged() {
    Setup standard = of(purpose(), page.theme());
    return !page.equals(standard.page.withTheme(page.theme())) || caption != standard.caption;
  }

  /// As the purpose asks, with the formats and the film that are chosen.
  Setup standard() {
    Setup standard = of(purpose(), page.theme());
    return standard.with(s -> s.formats(formats).animation(animation));
  }

  boolean moves() { return formats.stream().anyMatch(Format::moves); }
}
