package dropoutlab.words;

import java.lang.classfile.Attributes;
import java.lang.classfile.ClassModel;
import java.lang.classfile.CodeElement;
import java.lang.classfile.Instruction;
import java.lang.classfile.MethodModel;
import java.lang.classfile.Opcode;
import java.lang.classfile.attribute.CodeAttribute;
import java.lang.classfile.instruction.ArrayStoreInstruction;
import java.lang.classfile.instruction.ConstantInstruction;
import java.lang.classfile.instruction.FieldInstruction;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.classfile.instruction.LoadInstruction;
import java.lang.classfile.instruction.LocalVariable;
import java.lang.classfile.instruction.NewReferenceArrayInstruction;
import java.lang.classfile.instruction.TypeCheckInstruction;
import java.lang.constant.ClassDesc;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;

/// The values that the compiled classes pass to the places of texts. The parts of a call are in an array of objects,
/// and each was put there directly after it was made.
final class TextParts {
  private static final Set<String> ALLOWED =
      Set.of("java.lang.String", "java.lang.Integer", "java.lang.Long", "java.lang.Character", "java.nio.file.Path");
  private static final String UNKNOWN = "?";

  private final ClassModel of;

  TextParts(ClassModel of) { this.of = of; }

  /// An array that is being filled, or is full.
  private static final class Parts {
    final int size;
    final List<String> types = new ArrayList<>();

    Parts(int size) { this.size = size; }
  }

  /// @param counts the calls whose parts could be found, and those whose parts could not
  void check(List<String> faults, int[] counts) {
    if (of.thisClass().asInternalName().startsWith("dropoutlab/words/")) return;
    for (MethodModel method : of.methods())
      method.findAttribute(Attributes.code()).ifPresent(code -> check(method, code, faults, counts));
  }

  private void check(MethodModel method, CodeAttribute code, List<String> faults, int[] counts) {
    Deque<Parts> open = new ArrayDeque<>();
    Parts full = null;
    String last = UNKNOWN;
    int number = 0, bci = 0;
    for (CodeElement element : code) {
      if (!(element instanceof Instruction instruction)) continue;
      if (instruction instanceof NewReferenceArrayInstruction) {
        open.push(new Parts(number));
      } else if (instruction instanceof ArrayStoreInstruction && instruction.opcode() == Opcode.AASTORE && !open.isEmpty()) {
        open.peek().types.add(last);
      } else if (instruction instanceof InvokeInstruction call && takesParts(call) && full != null) {
        tell(method, full, faults, counts);
      }
      if (!open.isEmpty() && open.peek().types.size() == open.peek().size) full = open.pop();
      if (instruction instanceof ConstantInstruction constant && constant.constantValue() instanceof Integer value)
        number = value;
      last = pushed(instruction, code, bci);
      bci += instruction.sizeInBytes();
    }
  }

  private void tell(MethodModel method, Parts parts, List<String> faults, int[] counts) {
    for (String type : parts.types) {
      counts[type.equals(UNKNOWN) ? 1 : 0]++;
      if (!type.equals(UNKNOWN) && !ALLOWED.contains(type))
        faults.add(of.thisClass().asInternalName() + "." + method.methodName() + " gives a " + type);
    }
  }

  /// A method of the program's own that takes the parts of a text: [Words#of], or a method that calls it.
  private static boolean takesParts(InvokeInstruction call) {
    return call.owner().asInternalName().startsWith("dropoutlab/")
        && call.type().stringValue().matches(".*Ljava/lang/String;J?\\[Ljava/lang/Object;\\).*");
  }

  private String pushed(Instruction instruction, CodeAttribute code, int bci) {
    return switch (instruction) {
      case ConstantInstruction constant -> constant.constantValue().getClass().getName();
      case InvokeInstruction call -> name(call.typeSymbol().returnType());
      case InvokeDynamicInstruction call -> name(call.typeSymbol().returnType());
      case FieldInstruction field -> name(field.typeSymbol());
      case TypeCheckInstruction check -> name(check.type().asSymbol());
      case LoadInstruction load -> local(load.slot(), code, bci);
      default -> UNKNOWN;
    };
  }

  private static String local(int slot, CodeAttribute code, int bci) {
    for (CodeElement element : code)
      if (element instanceof LocalVariable variable && variable.slot() == slot
          && code.labelToBci(variable.startScope()) <= bci && bci < code.labelToBci(variable.endScope()))
        return name(variable.typeSymbol());
    return UNKNOWN;
  }

  /// The type of a value from a list or an optional is Object, whatever the value is.
  private static String name(ClassDesc type) {
    String internal = type.descriptorString();
    if (internal.equals("Ljava/lang/Object;")) return UNKNOWN;
    return internal.startsWith("L") ? internal.substring(1, internal.length() - 1).replace('/', '.') : internal;
  }
}
