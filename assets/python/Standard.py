class Standard(nn.Module):
    """Dropout as first published: masks of 0 and 1 in training, a factor 1 - p with masks off."""

    def __init__(self, p):
        super().__init__()
        self.p = p

    def forward(self, x):
        return x * torch.bernoulli(torch.full_like(x, 1 - self.p)) if self.training else x * (1 - self.p)
