package dropoutlab.run;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/// Holds only the latest value: a new value replaces one that was not taken.
final class Mailbox<T> {
  private final AtomicReference<T> latest = new AtomicReference<>();

  void put(T value) { latest.set(value); }

  Optional<T> take() { return Optional.ofNullable(latest.getAndSet(null)); }
}
