class TargetedUnits(nn.Linear):
    """A dense layer with its activation: the share of the units with the smallest weights may be dropped, and with masks
    off all of these are."""

    def __init__(self, inputs, units, p, share, activation):
        super().__init__(inputs, units)
        self.p, self.share, self.activation = p, share, activation

    def forward(self, x):
        y = self.activation(super().forward(x))
        if self.p == 0:
            return y
        size = (self.weight.detach() ** 2).sum(1)
        candidate = size < least_bound(size.unsqueeze(0), self.share).squeeze(0)
        if not self.training:
            return y * ~candidate
        return y * (torch.bernoulli(torch.full_like(y, 1 - self.p)) + ~candidate).clamp(max=1)
