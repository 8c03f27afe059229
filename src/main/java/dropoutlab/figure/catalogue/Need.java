package dropoutlab.figure.catalogue;

import dropoutlab.data.DataSet;
import dropoutlab.data.Schema;
import dropoutlab.frame.Frame;
import dropoutlab.predict.query.InputSpace;
import dropoutlab.spec.Task;

/// What a figure needs of the data and the network.
enum Need {
  NOTHING, BODY, TWIN, LINE, PLANE, PLANE_OF_CLASSES, IMAGES, HELD_OUT, HELD_OUT_CLASSES, HELD_OUT_NUMBERS;

  boolean isMet(Frame frame, DataSet data) {
    Schema schema = data.schema();
    boolean classes = schema.task() == Task.CLASSIFICATION;
    return switch (this) {
      case NOTHING -> true;
      case BODY -> !frame.experiment().network().body().isEmpty();
      case TWIN -> frame.hasTwin() && Draw.isPair(schema);
      case LINE -> InputSpace.isLine(schema);
      case PLANE -> InputSpace.isPlane(schema);
      case PLANE_OF_CLASSES -> InputSpace.isPlane(schema) && classes;
      case IMAGES -> schema.image().isPresent() && classes;
      case HELD_OUT -> data.holdsOut();
      case HELD_OUT_CLASSES -> data.holdsOut() && classes;
      case HELD_OUT_NUMBERS -> data.holdsOut() && !classes;
    };
  }

  /// What is missing, where it is not met.
  ///
  /// @param kind the figure's name and what it is
  String missing(FigureKind kind, Frame frame, DataSet data) {
    String figure = "The figure " + kind.id();
    String not = figure + " does not exist for these data, and is: " + kind.description() + ".";
    return switch (this) {
      case TWIN -> frame.hasTwin()
          ? figure + " does not exist for these data: \"learned\" shows network and twin together."
          : figure + " needs the twin: leave training.twin true.";
      case HELD_OUT, HELD_OUT_CLASSES, HELD_OUT_NUMBERS ->
          data.holdsOut() ? not : figure + " is one of validation data, but nothing is held out.";
      case IMAGES -> figure + " is one of images, and these data are none.";
      case BODY -> figure + " shows the layers of a body, and this network has none.";
      case NOTHING, LINE, PLANE, PLANE_OF_CLASSES -> not;
    };
  }
}
