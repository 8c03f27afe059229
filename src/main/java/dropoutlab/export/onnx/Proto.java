package dropoutlab.export.onnx;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/// Writes a message of Protocol Buffers in their wire format: each field as its number and the way in which its value is
/// written, then the value.
///
/// Source: https://protobuf.dev/programming-guides/encoding
final class Proto {
  private static final int VARINT = 0, LENGTH = 2, FIXED_32 = 5;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  Proto number(int field, long value) {
    key(field, VARINT);
    varint(value);
    return this;
  }

  Proto number(int field, float value) {
    key(field, FIXED_32);
    out.writeBytes(ByteBuffer.allocate(Float.BYTES).order(ByteOrder.LITTLE_ENDIAN).putFloat(value).array());
    return this;
  }

  Proto text(int field, String value) { return bytes(field, value.getBytes(StandardCharsets.UTF_8)); }

  Proto message(int field, Proto value) { return bytes(field, value.bytes()); }

  Proto bytes(int field, byte[] value) {
    key(field, LENGTH);
    varint(value.length);
    out.writeBytes(value);
    return this;
  }

  private void key(int field, int wire) { varint((long) field << 3 | wire); }

  private void varint(long value) {
    long rest = value;
    while ((rest & ~0x7FL) != 0) {
      out.write((int) (rest & 0x7F | 0x80));
      rest >>>= 7;
    }
    out.write((int) rest);
  }

  byte[] bytes() { return out.toByteArray(); }
}
