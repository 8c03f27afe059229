package dropoutlab.ui.export;

import static org.assertj.core.api.Assertions.assertThat;

import dropoutlab.export.picture.Format;
import dropoutlab.export.picture.Page;
import dropoutlab.export.picture.Purpose;
import dropoutlab.figure.plot.Theme;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// What the sheet remembers. Oracle: what was put in.
class SheetMemoryTest {
  private static Setup changed() {
    Setup setup = Setup.of(Purpose.PAPER, Theme.DARK);
    return setup.with(s -> s.page(setup.page().with(p -> p.widthCm(18.3).theme(Theme.PRINT).transparent(true)))
        .formats(Set.of(Format.PDF, Format.GIF)).caption(true)
            .animation(setup.animation().withPerSecond(24).withLoop(false)));
  }

  @Test void everythingComesBackFromText() {
    SheetMemory memory = new SheetMemory();
    memory.folder(Path.of("/lectures"));
    memory.keep(new Order(What.FIGURE, "loss", changed(), OptionalDouble.empty(), Set.of()));
    SheetMemory read = SheetMemory.of(memory.toMap());
    assertThat(read.last(Theme.LIGHT)).isEqualTo(changed());
    assertThat(read.folder()).isEqualTo(Path.of("/lectures"));
    assertThat(read.figure()).isEqualTo("loss");
    assertThat(read.isUsed()).isTrue();
    assertThat(read.toMap()).isEqualTo(memory.toMap());
  }

  @Test void aPurposeThatWasNeverChosenIsAsUsualInTheWindowsLook() {
    assertThat(new SheetMemory().of(Purpose.SLIDE, Theme.DARK).page())
        .isEqualTo(Page.of(Purpose.SLIDE).withTheme(Theme.DARK));
    assertThat(new SheetMemory().of(Purpose.PAPER, Theme.DARK).page().theme()).isEqualTo(Theme.LIGHT);
  }

  /// Seeded nonsense: nothing is thrown, and every page that comes out is one that can be drawn.
  @Test void nonsenseIsAsUsual() {
    SheetMemory memory = new SheetMemory();
    memory.keep(changed());
    Random random = new Random(1);
    String[] nonsense = {"", "-1", "NaN", "1e99", "\u0000", "zero", "true", "Infinity"};
    for (int i = 0; i < 2000; i++) {
      Map<String, String> map = new HashMap<>(memory.toMap());
      for (String key : map.keySet().toArray(String[]::new))
        if (random.nextInt(3) == 0) map.put(key, nonsense[random.nextInt(nonsense.length)]);
      Setup read = SheetMemory.of(map).of(Purpose.PAPER, Theme.LIGHT);
      assertThat(read.page().widthPixels()).isBetween(1, Page.MOST_PIXELS);
    }
  }
}
