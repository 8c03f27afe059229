class Concrete(nn.Module):
    """Concrete dropout: p is learnt through a continuous relaxation of the decision to drop."""

    off = False

    def __init__(self, units, temperature, weight_regulariser, dropout_regulariser):
        super().__init__()
        self.units, self.temperature = units, temperature
        self.weight_regulariser, self.dropout_regulariser = weight_regulariser, dropout_regulariser
        self.logit = nn.Parameter(torch.zeros(1))
        self.fed = []

    def rate(self):
        return torch.sigmoid(self.logit.clamp(-14, 14))

    def forward(self, x):
        if not self.training or self.off:
            return x
        p, u, small = self.rate(), torch.rand_like(x), 1e-7
        log_odds = (torch.log(p + small) - torch.log(1 - p + small) + torch.log(u + small) - torch.log(1 - u + small))
        return x * (1 - torch.sigmoid(log_odds / self.temperature)) / (1 - p)

    def penalty(self):
        if self.off:
            return 0.0
        p = self.rate()
        weights = sum(self.weight_regulariser * (each ** 2).sum() / (1 - p) for each in self.fed)
        entropy = p * torch.log(p) + (1 - p) * torch.log(1 - p)
        return (weights + self.dropout_regulariser * self.units * entropy).sum()
