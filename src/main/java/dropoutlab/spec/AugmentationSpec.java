package dropoutlab.spec;

import io.soabase.recordbuilder.core.RecordBuilder;

/// The random changes of training examples, made anew each time an example is used; 0 switches each off. Validation
/// sees unchanged examples.
///
/// @param noise  the standard deviation of normal noise on every standardised input
/// @param shift  for images: the greatest shift along each axis, in pixels
/// @param cutout for images: the side of a square of paper at a uniform centre, in pixels (DeVries and Taylor 2017)
/// @param erase  for images: the probability of random erasing (Zhong et al. 2017)
/// @param mixup  α of the weight Beta(α, α) with which two examples and their targets are mixed (Zhang et al. 2018)
@RecordBuilder
public record AugmentationSpec(double noise, int shift, int cutout, double erase, double mixup)
    implements AugmentationSpecBuilder.With {
  public static final AugmentationSpec OFF = new AugmentationSpec(0, 0, 0, 0, 0);

  public AugmentationSpec {
    Check.notNegative("noise", noise);
    Check.range("shift", shift, 0, 1000);
    Check.range("cutout", cutout, 0, 1000);
    Check.range("erase", erase, 0, 1);
    Check.notNegative("mixup", mixup);
  }

  /// Returns whether the changes need images.
  public boolean ofImages() { return shift > 0 || cutout > 0 || erase > 0; }
}
