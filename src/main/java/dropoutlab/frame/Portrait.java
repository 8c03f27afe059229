package dropoutlab.frame;

import java.util.Optional;

/// What is computed beside the training from one set of weights: latest value wins. `epoch` tells whose weights.
public record Portrait(long run, int epoch, Learned learned, Optional<Uncertainty> uncertainty, Optional<Probe> probe) {}
