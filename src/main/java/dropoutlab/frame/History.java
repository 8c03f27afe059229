package dropoutlab.frame;

/// A view of the recorded curves: `size()` rows, each with its epoch (0 is before training). A value that was not
/// measured (masks on at epoch 0, a twin that is switched off) is NaN.
public interface History {
  int size();

  int epoch(int row);

  float value(Curve curve, int row);

  default float last(Curve curve) { return size() == 0 ? Float.NaN : value(curve, size() - 1); }
}
