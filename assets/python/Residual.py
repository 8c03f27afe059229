class Residual(nn.Module):
    """x + f(x), where f is dropped with probability p: for the whole batch, or for each example."""

    def __init__(self, branch, p, each, inverted):
        super().__init__()
        self.branch, self.p, self.each, self.inverted = branch, p, each, inverted

    def forward(self, x):
        if not self.training:
            return x + self.branch(x) * (1.0 if self.inverted else 1 - self.p)
        shape = (len(x) if self.each else 1,) + (1,) * (x.dim() - 1)
        kept = torch.bernoulli(torch.full(shape, 1 - self.p))
        if not self.each and kept.item() == 0:
            return x
        return x + kept / (1 - self.p if self.inverted else 1) * self.branch(x)
