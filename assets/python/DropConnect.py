class DropConnect(nn.Linear):
    """A dense layer with its activation, whose weights are dropped: other ones for every example."""

    def __init__(self, inputs, units, p, activation, draws=0):
        super().__init__(inputs, units)
        self.p, self.activation = p, activation
        self.register_buffer("draws", torch.zeros(draws))

    def forward(self, x):
        if self.training and self.p > 0:
            mask = torch.bernoulli(torch.full((len(x), *self.weight.shape), 1 - self.p))
            return self.activation(torch.einsum("bi,bui->bu", x, mask * self.weight) + self.bias)
        mean = functional.linear(x, (1 - self.p) * self.weight, self.bias)
        if len(self.draws) == 0 or self.p == 0:
            return self.activation(mean)
        sd = torch.sqrt(functional.linear(x ** 2, self.p * (1 - self.p) * self.weight ** 2))
        return sum(self.activation(mean + z * sd) for z in self.draws) / len(self.draws)
