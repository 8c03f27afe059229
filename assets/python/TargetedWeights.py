class TargetedWeights(nn.Linear):
    """A dense layer with its activation: of the weights into each unit, the share of the smallest may be dropped, and with
    masks off all of these are."""

    def __init__(self, inputs, units, p, share, activation):
        super().__init__(inputs, units)
        self.p, self.share, self.activation = p, share, activation

    def forward(self, x):
        if self.p == 0:
            return self.activation(super().forward(x))
        size = self.weight.detach().abs()
        candidate = size < least_bound(size, self.share)
        if not self.training:
            return self.activation(functional.linear(x, self.weight * ~candidate, self.bias))
        kept = torch.bernoulli(torch.full((len(x), *size.shape), 1 - self.p)) + ~candidate
        return self.activation(torch.einsum("bi,bui->bu", x, kept.clamp(max=1) * self.weight) + self.bias)
