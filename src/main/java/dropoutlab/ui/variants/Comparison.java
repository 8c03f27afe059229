package dropoutlab.ui.variants;

import dropoutlab.card.MethodCard;
import dropoutlab.card.place.Dial;
import dropoutlab.card.place.Habitat;
import dropoutlab.card.place.Options;
import dropoutlab.card.place.Pairing;
import dropoutlab.card.place.Placement;
import dropoutlab.figure.catalogue.Views;
import dropoutlab.figure.variant.Look;
import dropoutlab.figure.variant.LookBuilder;
import dropoutlab.figure.variant.Side.Letter;
import dropoutlab.figure.variant.Site;
import dropoutlab.figure.variant.Sites;
import dropoutlab.figure.variant.Versus;
import dropoutlab.frame.Frame;
import dropoutlab.spec.Beside;
import dropoutlab.spec.Experiment;
import dropoutlab.spec.Presets;
import dropoutlab.spec.Setting;
import dropoutlab.ui.fx.LabModel;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.util.Subscription;

/// What is compared, and how it is looked at: the methods A and B of the experiment that is set, the example, the place
/// and the cell. Lives on the FX thread.
final class Comparison {
  private final ReadOnlyObjectWrapper<MethodCard> a = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<MethodCard> b = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<Habitat> habitat = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<Look> look = new ReadOnlyObjectWrapper<>(Look.print(0));
  private final ObjectProperty<Letter> letter = new SimpleObjectProperty<>(Letter.A);
  private final BooleanProperty coupled = new SimpleBooleanProperty(true);
  private LabModel model;

  Subscription bind(LabModel model) {
    this.model = model;
    return model.experiment().subscribe(this::read);
  }

  private void read(Experiment experiment) {
    if (experiment == null) return;
    Habitat next = Placement.habitat(experiment);
    if (next != habitat.get()) look.set(Look.print(look.get().example()).withParts(look.get().parts()));
    habitat.set(next);
    a.set(Placement.own(experiment));
    b.set(Pairing.b(experiment).map(Placement::in).orElse(null));
    if (b.get() == null) letter.set(Letter.A);
  }

  ReadOnlyObjectProperty<MethodCard> a() { return a.getReadOnlyProperty(); }

  /// Null while nothing learns beside.
  ReadOnlyObjectProperty<MethodCard> b() { return b.getReadOnlyProperty(); }

  ReadOnlyObjectProperty<MethodCard> method(Letter of) { return of == Letter.A ? a() : b(); }

  ReadOnlyObjectProperty<Habitat> habitat() { return habitat.getReadOnlyProperty(); }

  /// Whose card is read.
  ObjectProperty<Letter> letter() { return letter; }

  /// Whether both have the same p.
  BooleanProperty coupled() { return coupled; }

  ReadOnlyObjectProperty<Look> look() { return look.getReadOnlyProperty(); }

  void lookAt(Consumer<LookBuilder> change) { look.set(look.get().with(change)); }

  /// Brings the place forward where A's method drops, and points at the first value that it dropped there.
  void lookAtPlaceOf(Frame frame) {
    Versus versus = Versus.of(frame);
    List<Site> places = Sites.of(versus, versus.a());
    if (places.isEmpty()) return;
    Site front = places.get(Math.clamp(Views.print(frame, 0).site(), 0, places.size() - 1));
    int example = look.get().example();
    int dropped = IntStream.range(0, front.size()).filter(i -> front.isDropped(example, i)).findFirst().orElse(0);
    lookAt(to -> to.site(front.number()).cursor(Optional.of(new Look.Cell(front.number(), dropped))));
  }

  /// Empty for B while nothing learns beside.
  Optional<Beside> network(Letter of) {
    Experiment experiment = model.experiment().get();
    return experiment == null ? Optional.empty() : of == Letter.A ? Optional.of(Pairing.a(experiment)) : Pairing.b(experiment);
  }

  /// Says why a method cannot be B; empty where it can.
  Optional<String> misfitOfB(MethodCard method) {
    return model.experiment().get() == null ? Optional.empty() : Pairing.misfit(model.experiment().get(), method);
  }

  /// Puts a method in A's place: on the same network where it fits, else in the preset of its own architecture.
  void choose(Letter of, MethodCard method) {
    Experiment now = model.experiment().get();
    if (now == null || method.equals(method(of).get())) return;
    if (of == Letter.B) change(e -> Pairing.withB(e, method));
    else if (staysHere(now, method)) change(e -> Pairing.withA(e, method));
    else model.editor().open(Presets.load(method.name()));
  }

  private boolean staysHere(Experiment now, MethodCard method) {
    boolean sameView = method.group() == a.get().group() || a.get().group() == habitat.get().group()
        && method.group() == habitat.get().group();
    return !Presets.exists(method.name()) || sameView && Pairing.misfit(now, method).isEmpty();
  }

  void swap() { change(Pairing::swapped); }

  /// A changed method restarts the run, which plays on.
  private void change(UnaryOperator<Experiment> setting) { model.editor().change(setting); }

  /// The number of a method that a slider sets; empty for none.
  Optional<Dial> dial(Letter of) {
    return model.experiment().get() == null ? Optional.empty() : Dial.of(model.experiment().get(), of == Letter.A);
  }

  /// Sets that number, of both methods where they are coupled and both have a p. Drop rates take effect at the next step.
  void setDial(Letter of, double value) {
    change(experiment -> {
      Dial dial = Dial.of(experiment, of == Letter.A).orElseThrow();
      Experiment next = dial.with().apply(value);
      return coupled.get() && dial.rate()
          ? Dial.of(next, of != Letter.A).filter(Dial::rate).map(other -> other.with().apply(value)).orElse(next) : next;
    });
  }

  /// What the method needs beside that.
  List<Setting<Beside>> options(Letter of) { return network(of).map(Options::of).orElse(List.of()); }

  /// Puts a network with other options in the place of A or B.
  void put(Letter of, Beside next) { change(e -> of == Letter.A ? Pairing.withA(e, next) : Pairing.withB(e, next)); }
}
