package dropoutlab.cli.parts;

/// With which codes a command ends.
public final class Exit {
  public static final int DONE = 0;
  public static final int OUR_FAULT = 1;
  public static final int CALLERS_MISTAKE = 2;

  private Exit() {}
}
