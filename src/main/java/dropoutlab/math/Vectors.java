package dropoutlab.math;

/// Whether the Vector API is there and wanted. Classes that name it are loaded only where this is true.
final class Vectors {
  static final boolean USED = !"false".equals(System.getProperty("dropoutlab.vector"))
      && ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent();

  private Vectors() {}
}
