package dropoutlab.ui.export;

import atlantafx.base.controls.ToggleSwitch;
import dropoutlab.export.recipe.Animation;
import dropoutlab.export.recipe.Animation.Over;
import dropoutlab.ui.fx.Controls;
import dropoutlab.ui.parts.Choices;
import dropoutlab.words.Numbers;
import dropoutlab.words.Words;
import java.util.Optional;
import java.util.function.BiFunction;
import javafx.scene.control.ComboBox;
import javafx.util.Subscription;

/// What moves in a film, from where to where and how fast. The handles under the small pictures are the same settings.
final class AnimationSection extends SheetSection {
  private static final double MOST_A_SECOND = 50, MOST_STAYS = 60;

  private final ComboBox<Over> over = Choices.of("filmOver", Words.of("sheet.film.over"),
      each -> Words.name("sheet.over", each),
      Over.values());
  private SheetState state;
  private final NumberBox from = box("filmFrom", Words.of("sheet.film.from"),
      (film, at) -> film.withFrom(state.reach().held(at)));
  private final NumberBox to = box("filmTo", Words.of("sheet.film.to"),
      (film, at) -> film.withTo(state.reach().held(at)));
  private final NumberBox every = box("filmEvery", Words.of("sheet.film.every"),
      (film, step) -> film.withEvery(grid(step)));
  private final NumberBox perSecond = new NumberBox("filmSpeed", Words.of("sheet.film.speed"),
      value -> within(value, .1, MOST_A_SECOND, (film, next) -> film.withPerSecond(next)), this::tell);
  private final NumberBox stays = new NumberBox("filmStays", Words.of("sheet.film.stays"),
      value -> within(value, 0, MOST_STAYS, (film, next) -> film.withLastSeconds(next)), this::tell);
  private final ToggleSwitch loop = new ToggleSwitch();

  AnimationSection() {
    super(Words.of("sheet.film"));
    faultId("filmFault");
    aside(word(Words.of("sheet.film.formats")));
    over.getStyleClass().remove("short-field");
    over.getStyleClass().add("over-box");
    loop.setId("filmLoop");
    loop.setAccessibleText(Words.of("sheet.film.loop.tip"));
    add(row(over, from, word(Words.of("sheet.film.to_name")), to, word(Words.of("sheet.film.every_name")), every,
            Controls.spring(), word(Words.of("sheet.film.loop")), loop),
        row(word(Words.of("sheet.film.speed_name")), perSecond, Controls.spring(),
            word(Words.of("sheet.film.stays_name")), stays,
            word(Words.of("sheet.film.seconds"))));
  }

  private double grid(double step) {
    double grid = state.reach().grid();
    return Math.max(grid, Math.rint(step / grid) * grid);
  }

  private NumberBox box(String id, String tip, BiFunction<Animation, Double, Animation> change) {
    return new NumberBox(id, tip, value -> state.changeFilm(film -> change.apply(film, value)), this::tell);
  }

  private Optional<String> within(double value, double least, double most,
      BiFunction<Animation, Double, Animation> change) {
    if (!(value >= least && value <= most))
      return Optional.of(Words.of("sheet.size.within", Numbers.brief(least), Numbers.brief(most)));
    return state.changeFilm(film -> change.apply(film, value));
  }

  Subscription bind(SheetState state) {
    this.state = state;
    over.setOnAction(_ -> { if (over.getValue() != state.now().animation().over()) state.animate(over.getValue()); });
    return Subscription.combine(state.order().subscribe(order -> {
      Animation film = order.animation();
      tell("");
      over.setValue(film.over());
      from.show(film.from());
      to.show(film.to());
      every.show(film.every());
      perSecond.show(film.perSecond());
      stays.show(film.lastSeconds());
      loop.setSelected(film.loop());
      setDisable(!state.canMove());
    }), loop.selectedProperty().subscribe((_, on) -> state.changeFilm(film -> film.withLoop(on))));
  }
}
