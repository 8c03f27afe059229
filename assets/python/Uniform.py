class Uniform(nn.Module):
    """Factors 1 + r, with r uniform from -beta to beta; any p above 0 switches it on."""

    def __init__(self, p, beta):
        super().__init__()
        self.p, self.beta = p, beta

    def forward(self, x):
        return x * (1 + self.beta * (2 * torch.rand_like(x) - 1)) if self.training and self.p > 0 else x
