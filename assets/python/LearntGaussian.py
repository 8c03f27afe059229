class LearntGaussian(nn.Module):
    """Factors drawn from N(1, alpha), with a learnt alpha of at most 1 and Kingma's divergence as a penalty."""

    off = False

    def __init__(self, units, kl_weight):
        super().__init__()
        self.units, self.kl_weight = units, kl_weight
        self.log_alpha = nn.Parameter(torch.zeros(1))

    def forward(self, x):
        if not self.training or self.off:
            return x
        with torch.no_grad():
            self.log_alpha.clamp_(max=0)
        return x * (1 + torch.exp(self.log_alpha / 2) * torch.randn_like(x))

    def penalty(self):
        if self.off:
            return 0.0
        a = torch.exp(self.log_alpha.clamp(max=0))
        divergence = -(self.log_alpha / 2 + 1.16145124 * a - 1.50204118 * a ** 2 + 0.58629921 * a ** 3)
        return self.kl_weight * self.units * divergence.sum()
