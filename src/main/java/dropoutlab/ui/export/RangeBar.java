package dropoutlab.ui.export;

import dropoutlab.export.recipe.Animation;
import dropoutlab.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleConsumer;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.shape.Line;
import javafx.util.Subscription;

/// A line with two handles: from where to where a film goes.
final class RangeBar extends Pane {
  private static final double WIDE = 9, HIGH = 18, TICKS = 14;

  private final Line track = new Line(), part = new Line();
  private final List<Line> ticks = new ArrayList<>();
  private final Handle from = new Handle("filmFromHandle", Words.of("sheet.film.from"));
  private final Handle to = new Handle("filmToHandle", Words.of("sheet.film.to"));
  private SheetState state;

  /// One end of the range, which a mouse drags and the arrow keys move.
  private final class Handle extends Region {
    private DoubleConsumer move = _ -> {};
    private double value;

    Handle(String id, String name) {
      setId(id);
      getStyleClass().add("range-handle");
      setFocusTraversable(true);
      setAccessibleRole(AccessibleRole.SLIDER);
      setAccessibleText(name);
      setManaged(false);
      resize(WIDE, HIGH);
      setOnMousePressed(_ -> requestFocus());
      setOnMouseDragged(event -> move.accept(valueAt(localToParent(event.getX(), 0).getX())));
      addEventHandler(KeyEvent.KEY_PRESSED, this::press);
    }

    private void press(KeyEvent event) {
      double step = state.now().animation().every() * (event.isShiftDown() ? 10 : 1);
      switch (event.getCode()) {
        case LEFT, DOWN -> move.accept(value - step);
        case RIGHT, UP -> move.accept(value + step);
        case HOME -> move.accept(state.reach().least());
        case END -> move.accept(state.reach().most());
        default -> {
          return;
        }
      }
      event.consume();
    }

    void show(double next) {
      value = next;
      notifyAccessibleAttributeChanged(AccessibleAttribute.VALUE);
    }

    @Override public Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
      return switch (attribute) {
        case VALUE -> value;
        case MIN_VALUE -> state.reach().least();
        case MAX_VALUE -> state.reach().most();
        default -> super.queryAccessibleAttribute(attribute, parameters);
      };
    }
  }

  RangeBar() {
    setId("filmRange");
    track.getStyleClass().add("range-track");
    part.getStyleClass().add("range-part");
    for (int i = 0; i < TICKS; i++) {
      Line tick = new Line();
      tick.getStyleClass().add("range-tick");
      ticks.add(tick);
    }
    getChildren().addAll(ticks);
    getChildren().addAll(track, part, from, to);
    setMinHeight(HIGH + 6);
    setPrefHeight(HIGH + 6);
  }

  Subscription bind(SheetState state) {
    this.state = state;
    from.move = at -> state.changeFilm(film -> film.withFrom(Math.min(film.to(), state.reach().held(at))));
    to.move = at -> state.changeFilm(film -> film.withTo(Math.max(film.from(), state.reach().held(at))));
    return state.order().subscribe(order -> {
      from.show(order.animation().from());
      to.show(order.animation().to());
      requestLayout();
    });
  }

  /// Where a value stands, from the left.
  private double place(double value) {
    Reach reach = state.reach();
    return WIDE / 2 + (getWidth() - WIDE) * (value - reach.least()) / (reach.most() - reach.least());
  }

  private double valueAt(double x) {
    Reach reach = state.reach();
    return reach.held(reach.least() + (x - WIDE / 2) / (getWidth() - WIDE) * (reach.most() - reach.least()));
  }

  @Override protected void layoutChildren() {
    if (state == null) return;
    Animation film = state.now().animation();
    double y = Math.round(getHeight() / 2), left = place(film.from()), right = place(film.to());
    line(track, WIDE / 2, y, getWidth() - WIDE / 2, y);
    line(part, left, y, right, y);
    for (int i = 0; i < TICKS; i++) {
      double x = Math.round(WIDE / 2 + (getWidth() - WIDE) * (i + .5) / TICKS) + .5;
      line(ticks.get(i), x, y + 3, x, y + 7);
    }
    from.relocate(Math.round(left - WIDE / 2), y - HIGH / 2);
    to.relocate(Math.round(right - WIDE / 2), y - HIGH / 2);
  }

  private static void line(Line line, double x1, double y1, double x2, double y2) {
    line.setStartX(x1);
    line.setStartY(y1);
    line.setEndX(x2);
    line.setEndY(y2);
  }
}
