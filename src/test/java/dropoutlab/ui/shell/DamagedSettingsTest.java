package dropoutlab.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dropoutlab.export.store.Places;
import java.io.IOException;
import java.nio.file.Files;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// A file of settings that cannot be read is set aside, and the window says where.
@ExtendWith(ApplicationExtension.class)
class DamagedSettingsTest {
  private final Places places = LabWindow.places();
  private OnFiles on;

  @Start void start(Stage stage) throws IOException {
    Files.writeString(places.settings(), "{\"theme\": ");
    on = new OnFiles(stage, places);
  }

  @AfterEach void close() { on.close(); }

  @Test void windowStartsAndTellsWhereTheFileIs() {
    on.lab().awaitTraining();
    assertThat(on.told()).contains("settings.damaged-1.json");
    assertThat(places.settings().resolveSibling("settings.damaged-1.json")).hasContent("{\"theme\": ");
  }
}
