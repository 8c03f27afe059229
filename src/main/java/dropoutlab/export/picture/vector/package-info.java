/// Pens for files of vectors: what a figure draws becomes the elements of an SVG or the operators of a PDF, with its
/// words as text in embedded fonts. Start reading at [dropoutlab.export.picture.vector.ShapePen], then
/// [dropoutlab.export.picture.vector.SvgPen].
package dropoutlab.export.picture.vector;
