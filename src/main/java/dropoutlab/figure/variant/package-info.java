/// How the methods look beside each other. Start reading at [dropoutlab.figure.variant.Glyph].
package dropoutlab.figure.variant;

