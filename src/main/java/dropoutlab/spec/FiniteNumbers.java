package dropoutlab.spec;

import tools.jackson.core.JsonGenerator;
import tools.jackson.core.TokenStreamContext;
import tools.jackson.core.util.JsonGeneratorDelegate;

/// Refuses to write a number that is not finite, because no reader would accept it, ours included. Writers check their
/// numbers before; this is the last line of defence.
final class FiniteNumbers extends JsonGeneratorDelegate {
  FiniteNumbers(JsonGenerator to) { super(to, false); }

  @Override public JsonGenerator writeNumber(double value) { return super.writeNumber(finite(value)); }

  @Override public JsonGenerator writeNumber(float value) {
    finite(value);
    return super.writeNumber(value);
  }

  @Override public JsonGenerator writeArray(double[] values, int offset, int length) {
    writeStartArray(values, length);
    for (int i = offset; i < offset + length; i++) writeNumber(values[i]);
    return writeEndArray();
  }

  private double finite(double value) {
    if (Double.isFinite(value)) return value;
    TokenStreamContext at = streamWriteContext();
    while (at.inArray()) at = at.getParent();
    throw new IllegalStateException("A number that is not finite cannot be written, but \"" + at.currentName()
        + "\" holds " + value + ".");
  }
}
