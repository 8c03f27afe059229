package dropoutlab.ui.fx;

import dropoutlab.frame.PortraitRequest;
import dropoutlab.frame.Query;
import dropoutlab.run.Command;
import dropoutlab.run.Lab;
import java.util.Objects;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// What is to be computed beside the training: the portrait that is watched, and the question that every frame answers.
/// Each is meant for the run that the settings are those of.
final class Requests {
  private final Lab lab;
  private final LongSupplier run;
  private final ReadOnlyObjectWrapper<PortraitRequest> watched =
      new ReadOnlyObjectWrapper<>(PortraitRequest.standard());
  private final ReadOnlyObjectWrapper<Query> question = new ReadOnlyObjectWrapper<>();
  private boolean watching = true;

  Requests(Lab lab, LongSupplier run) {
    this.lab = lab;
    this.run = run;
  }

  ReadOnlyObjectProperty<PortraitRequest> watched() { return watched.getReadOnlyProperty(); }

  ReadOnlyObjectProperty<Query> question() { return question.getReadOnlyProperty(); }

  void watch(UnaryOperator<PortraitRequest> change) {
    PortraitRequest next = change.apply(watched.get());
    if (next.equals(watched.get())) return;
    watched.set(next);
    tellWatched();
  }

  void setWatching(boolean on) {
    if (on == watching) return;
    watching = on;
    tellWatched();
  }

  /// `next` null: nothing is asked.
  void ask(Query next) {
    if (Objects.equals(next, question.get())) return;
    question.set(next);
    tellQuestion();
  }

  /// Says all of it again: the lab forgets it with the data.
  void tell() {
    tellWatched();
    tellQuestion();
  }

  private void tellWatched() {
    lab.send(new Command.Watch(run.getAsLong(), watching ? Optional.of(watched.get()) : Optional.empty()));
  }

  private void tellQuestion() {
    lab.send(new Command.Ask(run.getAsLong(), Optional.ofNullable(question.get())));
  }
}
