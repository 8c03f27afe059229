package dropoutlab.ui.shell;

import dropoutlab.run.Faults;
import dropoutlab.run.Lab;
import dropoutlab.spec.Presets;
import dropoutlab.ui.fx.Appearance;
import dropoutlab.ui.fx.Fonts;
import dropoutlab.ui.fx.LabModel;
import dropoutlab.words.Words;
import java.nio.file.Path;
import javafx.application.Application;
import javafx.geometry.Rectangle2D;
import javafx.scene.Scene;
import javafx.stage.Screen;
import javafx.stage.Stage;
import javafx.util.Subscription;

/// The window's door: `Application.launch(LabApplication.class, args)`. Opens on the first preset, already training.
public final class LabApplication extends Application {
  private static final double WIDTH = 1440;
  private static final double HEIGHT = 900;

  private LabModel model;
  private Subscription bound = Subscription.EMPTY;

  @Override public void start(Stage stage) {
    model = new LabModel(new Lab(), Path.of("").toAbsolutePath());
    Thread.currentThread().setUncaughtExceptionHandler((_, fault) -> tell(fault));
    MainWindow window = new MainWindow(new Appearance(new Fonts()));
    Rectangle2D screen = Screen.getPrimary().getVisualBounds();
    Scene scene = new Scene(window, Math.min(WIDTH, screen.getWidth()), Math.min(HEIGHT, screen.getHeight() - 40));
    bound = window.bind(model).and(model.pump().start(scene));
    stage.setTitle(Words.of("shell.product"));
    stage.setScene(scene);
    stage.setMinWidth(900);
    stage.setMinHeight(640);
    stage.show();
    model.editor().open(Presets.load(window.firstPreset().filter(Presets::exists).orElse(Presets.names().getFirst())));
  }

  /// A fault of the window's own thread ends nothing, but something was not done or not drawn.
  private void tell(Throwable fault) {
    Faults.log("A fault in the window", fault);
    String sentence = Faults.sentence(Words.of("shell.fault"), fault);
    if (!sentence.equals(model.editor().problem().get())) model.editor().report(sentence);
  }

  @Override public void stop() {
    bound.unsubscribe();
    model.close();
  }
}
