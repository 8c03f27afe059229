package dropoutlab.frame;

import java.util.Optional;

/// What is computed beside the training from one set of weights: latest value wins. `epoch` tells whose weights.
///
/// @param draft whether it is a coarse one, which the whole follows
public record Portrait(long run, int epoch, boolean draft, Learned learned, Optional<Uncertainty> uncertainty,
                       Optional<Probe> probe) {}
