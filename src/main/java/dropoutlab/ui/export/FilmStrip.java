package dropoutlab.ui.export;

import dropoutlab.export.picture.Page;
import dropoutlab.export.recipe.Animation;
import dropoutlab.ui.fx.Controls;
import dropoutlab.words.Numbers;
import dropoutlab.words.Words;
import java.util.OptionalDouble;
import javafx.css.PseudoClass;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.kordamp.ikonli.feather.Feather;

/// The film, small: what moves, from where to where, and the frame that stands still where nothing can move.
final class FilmStrip extends VBox {
  private static final PseudoClass STILL = PseudoClass.getPseudoClass("still");
  private static final int WIDE = 7, NARROW = 5;
  private static final double GAP = 10, MOST_HIGH = 56, LABEL = 16;

  private final Frames frames = new Frames();
  private final RangeBar range = new RangeBar();
  private final Button play = Controls.iconButton("filmPlay", Feather.PLAY, Words.of("sheet.film.play"));
  private final Label sentence = Controls.label("", "film-sentence");
  private SheetState state;
  private int count = WIDE;

  FilmStrip() {
    super(4);
    setId("filmStrip");
    getStyleClass().add("film-strip");
    setAlignment(Pos.TOP_CENTER);
    setMinHeight(USE_PREF_SIZE);
    play.getStyleClass().add("chip");
    HBox below = new HBox(10, play, sentence);
    below.setAlignment(Pos.CENTER);
    sentence.setId("filmSentence");
    getChildren().addAll(frames, range, below);
  }

  void beNarrow(boolean narrow) {
    count = narrow ? NARROW : WIDE;
    frames.requestLayout();
  }

  Subscription bind(SheetState state) {
    this.state = state;
    play.setOnAction(_ -> state.player().playOrStop());
    return Subscription.combine(range.bind(state), state.strip().subscribe(frames::show),
        state.order().subscribe(this::tell),
        state.training().subscribe(_ -> tell(state.now())), state.player().playing().subscribe(on -> {
          play.setGraphic(Controls.icon(on ? Feather.SQUARE : Feather.PLAY));
          Controls.explain(play, Words.of(on ? "sheet.film.stop" : "sheet.film.play"));
        }), play.sceneProperty().flatMap(scene -> scene.getPreferences().reducedMotionProperty()).subscribe(_ -> tell(state.now())));
  }

  private void tell(Order order) {
    boolean moves = state.canMove();
    setVisible(moves);
    Animation film = order.animation();
    Controls.present(play, film.over() != Animation.Over.P && !(play.getScene() != null && play.getScene().getPreferences().isReducedMotion()));
    sentence.setText(film.over() == Animation.Over.P ? trained(film)
        : Words.of(film.loop() ? "sheet.film.loops" : "sheet.film.ends", Words.name("sheet.over", film.over()),
        Numbers.typed(film.from(), 1e2), Numbers.typed(film.to(), 1e2), film.frames(),
        Numbers.fixed((film.frames() - 1) / film.perSecond(), 1), Sizes.brief(film.lastSeconds())));
    sentence.setAccessibleText(sentence.getText());
    frames.mark();
    frames.requestLayout();
  }

  /// Each p is a training of its own, which takes its time.
  private String trained(Animation film) {
    String what = Words.of("sheet.film.trained", Numbers.typed(film.from(), 1e2), Numbers.typed(film.to(), 1e2),
        film.frames());
    OptionalDouble once = state.training().get();
    return once.isEmpty() ? what : Words.of("sheet.film.takes", what,
        Numbers.brief(Math.max(1, Math.rint(once.getAsDouble() * film.frames()))));
  }

  /// The small pictures above the values at which they stand.
  private final class Frames extends Pane {
    private SheetState.Strip strip = SheetState.Strip.NONE;

    void show(SheetState.Strip next) {
      strip = next;
      while (getChildren().size() > 2 * next.places().length) getChildren().removeLast();
      for (int i = getChildren().size() / 2; i < next.places().length; i++) getChildren().addAll(frame(i), new Label());
      for (int i = 0; i < next.places().length; i++) {
        Button frame = button(i);
        ((ImageView) ((StackPane) frame.getGraphic()).getChildren().getFirst()).setImage(next.pictures()[i]);
        String at = Numbers.typed(next.places()[i], 1e2);
        frame.setAccessibleText(Words.of("sheet.film.frame", at));
        Label label = (Label) getChildren().get(2 * i + 1);
        label.setText(at);
        label.getStyleClass().setAll("label", "film-label");
      }
      mark();
      requestLayout();
    }

    private Button button(int i) { return (Button) getChildren().get(2 * i); }

    private Button frame(int i) {
      ImageView picture = new ImageView();
      picture.setSmooth(true);
      Button frame = new Button("", new StackPane(picture));
      frame.setId("frame-" + i);
      frame.getStyleClass().setAll("film-frame");
      frame.setOnAction(_ -> state.stand(strip.places()[i]));
      return frame;
    }

    /// The frame next to which the film stands still.
    private void mark() {
      int nearest = 0;
      for (int i = 0; i < strip.places().length; i++)
        if (Math.abs(strip.places()[i] - state.still()) < Math.abs(strip.places()[nearest] - state.still())) {
          nearest = i;
        }
      for (int i = 0; i < strip.places().length; i++) button(i).pseudoClassStateChanged(STILL, i == nearest);
    }

    @Override protected double computePrefHeight(double width) {
      return high(width > 0 ? width : getWidth()) + LABEL + 4;
    }

    private double high(double width) {
      return state == null || width < 100 ? MOST_HIGH
          : Math.min(MOST_HIGH, Math.floor((width - GAP * (count - 1)) / count / aspect()));
    }

    private double aspect() {
      Page page = state.now().page();
      return page.widthCm() / page.heightCm();
    }

    @Override protected void layoutChildren() {
      if (state == null || getWidth() < 100) return;
      double high = high(getWidth()), wide = Math.floor(high * aspect());
      double dense = getScene() == null || getScene().getWindow() == null ? 1
          : getScene().getWindow().getOutputScaleX();
      state.strip(new SheetState.StripSize(count, (int) Math.round((wide - 2) * dense),
          (int) Math.round((high - 2) * dense)));
      int shown = strip.places().length;
      for (int i = 0; i < shown; i++) {
        double left = shown < 2 ? 0 : Math.round((getWidth() - wide) * i / (shown - 1));
        Button frame = button(i);
        Region label = (Region) getChildren().get(2 * i + 1);
        ImageView picture = (ImageView) ((StackPane) frame.getGraphic()).getChildren().getFirst();
        picture.setFitWidth(wide - 2);
        picture.setFitHeight(high - 2);
        frame.resizeRelocate(left, 0, wide, high);
        double w = label.prefWidth(-1);
        label.resizeRelocate(Math.round(left + (wide - w) / 2), high + 4, w, LABEL);
      }
      VBox.setMargin(range, new Insets(0, Math.round(wide / 2) - 4, 0, Math.round(wide / 2) - 4));
    }
  }
}
