package dropoutlab.app;

public final class Main {
  public static void main(String[] args) { IO.println("hello " + String.join(",", args)); }
}
