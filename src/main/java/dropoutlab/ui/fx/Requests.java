package dropoutlab.ui.fx;

import dropoutlab.frame.Query;
import dropoutlab.run.Command;
import dropoutlab.run.Lab;
import dropoutlab.run.Slot;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.LongSupplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// What every frame is to answer, by slot. Each query is meant for the run that the settings are those of.
final class Requests {
  private final Lab lab;
  private final LongSupplier run;
  private final Map<Slot, ReadOnlyObjectWrapper<Query>> queries = new EnumMap<>(Slot.class);

  Requests(Lab lab, LongSupplier run) {
    this.lab = lab;
    this.run = run;
    for (Slot slot : Slot.values()) queries.put(slot, new ReadOnlyObjectWrapper<>());
  }

  ReadOnlyObjectProperty<Query> query(Slot slot) { return queries.get(slot).getReadOnlyProperty(); }

  /// `next` null: nothing is asked there.
  void ask(Slot slot, Query next) {
    if (Objects.equals(next, query(slot).get())) return;
    queries.get(slot).set(next);
    tell(slot);
  }

  /// Says all of it again: the lab forgets it with the data.
  void tell() { queries.keySet().forEach(this::tell); }

  private void tell(Slot slot) {
    lab.send(new Command.Ask(run.getAsLong(), slot, Optional.ofNullable(query(slot).get())));
  }
}
