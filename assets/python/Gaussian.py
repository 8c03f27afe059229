class Gaussian(nn.Module):
    """Factors drawn from N(1, p / (1 - p))."""

    def __init__(self, p):
        super().__init__()
        self.p = p

    def forward(self, x):
        return x * (1 + math.sqrt(self.p / (1 - self.p)) * torch.randn_like(x)) if self.training else x
