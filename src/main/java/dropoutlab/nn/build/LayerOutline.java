package dropoutlab.nn.build;

import dropoutlab.math.Shape;
import dropoutlab.spec.LayerSpec;
import dropoutlab.words.Words;

/// What a layer of the body makes of the shape of its input, and how many tables of numbers it keeps: for writers that
/// translate a network without building it.
///
/// @param parameters how many tables it learns, those of inner layers included
/// @param buffers    how many tables of statistics it gathers
public record LayerOutline(Shape out, int parameters, int buffers) {
  public static LayerOutline of(LayerSpec spec, Shape in) {
    LayerSize size = LayerSizes.of(spec, in, Words.of("nn.layer.any"));
    return new LayerOutline(size.out(), size.learnt().size(), size.gathered().size());
  }
}
