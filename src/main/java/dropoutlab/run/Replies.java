package dropoutlab.run;

import dropoutlab.words.Words;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/// Replies to the commands that ask for something. What the asker does with a reply runs on another thread, so that the
/// training is not disturbed by it.
final class Replies {
  private Replies() {}

  /// Replies with what was asked for or, if it cannot be made, with a sentence. Nothing is made for those who have given
  /// up.
  static <T> void answer(Command.WithReply<T> asked, Supplier<T> made) {
    if (asked.reply().isDone()) return;
    try {
      T answer = made.get();
      CompletableFuture.runAsync(() -> asked.reply().complete(answer));
    } catch (RuntimeException | Error fault) {
      Faults.log("A reply could not be made", fault);
      fail(asked, Faults.sentence(switch (asked) {
        case Command.Save _ -> Words.of("run.save.fault");
        case Command.Past _ -> Words.of("run.past.fault");
      }, fault));
    }
  }

  /// Replies that the run which was meant is over.
  static void refuse(Command.WithReply<?> asked) {
    fail(asked, switch (asked) {
      case Command.Save _ -> Words.of("run.save.stale");
      case Command.Past _ -> Words.of("run.past.stale");
    });
  }

  static void fail(Command.WithReply<?> asked, String sentence) {
    CompletableFuture.runAsync(() -> asked.reply().completeExceptionally(new IllegalStateException(sentence)));
  }
}
