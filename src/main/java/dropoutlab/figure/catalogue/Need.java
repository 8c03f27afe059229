package dropoutlab.figure.catalogue;

import dropoutlab.data.DataSet;
import dropoutlab.data.Schema;
import dropoutlab.frame.Frame;
import dropoutlab.predict.query.InputSpace;
import dropoutlab.spec.Task;
import dropoutlab.words.Words;

/// What a figure needs of the data and the network.
enum Need {
  NOTHING, BODY, TWIN, RIVAL, LINE, PLANE, PLANE_OF_CLASSES, IMAGES, HELD_OUT, HELD_OUT_CLASSES, HELD_OUT_NUMBERS, HELD_OUT_ANY, ONE_ANSWER;

  boolean isMet(Frame frame, DataSet data) {
    Schema schema = data.schema();
    boolean classes = schema.task() == Task.CLASSIFICATION, many = schema.task() == Task.RECONSTRUCTION;
    return switch (this) {
      case NOTHING -> true;
      case BODY -> !frame.experiment().network().body().isEmpty();
      case TWIN -> frame.hasTwin() && Draw.isPair(schema);
      case RIVAL -> !frame.beside().isEmpty();
      case LINE -> InputSpace.isLine(schema);
      case PLANE -> InputSpace.isPlane(schema);
      case PLANE_OF_CLASSES -> InputSpace.isPlane(schema) && classes;
      case IMAGES -> schema.image().isPresent() && classes;
      case HELD_OUT_ANY -> data.holdsOut();
      case HELD_OUT -> data.holdsOut() && !many;
      case HELD_OUT_CLASSES -> data.holdsOut() && classes;
      case HELD_OUT_NUMBERS -> data.holdsOut() && !classes && !many;
      case ONE_ANSWER -> !many;
    };
  }

  /// Whether the figure is about the network's one answer.
  private boolean isOfAnswers() {
    return switch (this) {
      case LINE, PLANE, PLANE_OF_CLASSES, IMAGES, HELD_OUT, HELD_OUT_CLASSES, HELD_OUT_NUMBERS, ONE_ANSWER -> true;
      case NOTHING, BODY, TWIN, RIVAL, HELD_OUT_ANY -> false;
    };
  }

  /// What is missing, where it is not met.
  ///
  /// @param kind the figure's name and what it is
  String missing(FigureKind kind, Frame frame, DataSet data) {
    String figure = kind.id(), not = Words.of("catalogue.misfit", figure, kind.description());
    if (data.schema().task() == Task.RECONSTRUCTION && isOfAnswers()) return Words.of("autoencoder.figure", figure);
    return switch (this) {
      case TWIN -> frame.hasTwin()
          ? Words.of("catalogue.misfit.together", figure) : Words.of("catalogue.misfit.no_twin", figure);
      case HELD_OUT, HELD_OUT_CLASSES, HELD_OUT_NUMBERS, HELD_OUT_ANY ->
          data.holdsOut() ? not : Words.of("catalogue.misfit.nothing_held_out", figure);
      case IMAGES -> Words.of("catalogue.misfit.no_images", figure);
      case RIVAL -> Words.of("catalogue.misfit.no_rival", figure);
      case BODY -> Words.of("catalogue.misfit.no_body", figure);
      case NOTHING, LINE, PLANE, PLANE_OF_CLASSES, ONE_ANSWER -> not;
    };
  }
}
