package dropoutlab.words;

/// How long something takes, as people say it, with two units at most: "40 ms", "1.3 s", "40 s", "8 min 31 s",
/// "3 h 05 min".
public final class Durations {
  private static final long MINUTE = 60, HOUR = 3600, DAY = 86_400;
  private static final double WHOLE_FROM = 10, TENTH = 0.1;

  private Durations() {}

  public static String of(double seconds) {
    if (!(seconds >= 0) || Double.isInfinite(seconds)) return Words.of("words.duration.unknown");
    if (seconds > 0 && seconds < TENTH)
      return Words.of("words.duration.milliseconds", Long.toString(Math.max(1, Math.round(1000 * seconds))));
    long whole = Math.round(seconds);
    if (whole < MINUTE)
      return Words.of("words.duration.seconds", seconds < WHOLE_FROM ? Numbers.fixed(seconds, 1) : Long.toString(whole));
    if (whole < HOUR) return Words.of("words.duration.minutes", whole / MINUTE, padded(whole % MINUTE));
    if (whole < DAY) return Words.of("words.duration.hours", whole / HOUR, padded(whole % HOUR / MINUTE));
    return Words.of("words.duration.days", whole / DAY, whole % DAY / HOUR);
  }

  private static String padded(long number) { return number < 10 ? "0" + number : Long.toString(number); }
}
