class Recurrent(nn.Module):
    """A recurrent layer (rnn, lstm or gru) with dropout of its inputs, its state and its outputs.

    Methods: "variational" draws one mask a sequence; "per_step" a new one at each step; "candidate" drops the candidate
    of the cell; "zoneout" lets a unit of the state keep its last value.
    """

    def __init__(self, cell, width, units, last, method, p_inputs, p_state, p_outputs, tied):
        super().__init__()
        self.cell, self.units, self.last, self.method, self.tied = cell, units, last, method, tied
        self.p_inputs, self.p_state, self.p_outputs = p_inputs, p_state, p_outputs
        self.gates = {"rnn": 1, "lstm": 4, "gru": 3}[cell]
        self.weight_ih = nn.Parameter(torch.zeros(self.gates * units, width))
        self.weight_hh = nn.Parameter(torch.zeros(self.gates * units, units))
        self.bias_ih = nn.Parameter(torch.zeros(self.gates * units))
        self.bias_hh = nn.Parameter(torch.zeros(self.gates * units))

    def kept(self, p, steps, *shape):
        """One mask for each step, scaled; the same for all steps of a sequence where the method says so."""
        if not self.training or p == 0:
            return [None] * steps
        count = 1 if self.method == "variational" else steps
        masks = torch.bernoulli(torch.full((count, *shape), 1 - p)) / (1 - p)
        return [masks[min(t, count - 1)] for t in range(steps)]

    def product(self, x, mask, weight, bias):
        if mask is None or mask.shape[1] == 1:
            return functional.linear(x if mask is None else x * mask[:, 0], weight, bias)
        apart = torch.einsum("bgi,gui->bgu", x.unsqueeze(1) * mask, weight.view(self.gates, self.units, -1))
        return apart.flatten(1) + bias

    def forward(self, x):
        examples, steps, width = x.shape
        groups = self.gates if self.method == "variational" and not self.tied else 1
        on_state = self.method in ("variational", "per_step")
        inputs = self.kept(self.p_inputs, steps, examples, groups, width)
        state = self.kept(self.p_state if on_state else 0, steps, examples, groups, self.units)
        candidate = self.kept(self.p_state if self.method == "candidate" else 0, steps, examples, self.units)
        outputs = self.kept(self.p_outputs, steps, examples, self.units)
        h = c = x.new_zeros(examples, self.units)
        states = []
        for t in range(steps):
            a = self.product(x[:, t], inputs[t], self.weight_ih, self.bias_ih)
            s = self.product(h, state[t], self.weight_hh, self.bias_hh)
            new_h, new_c = self.step(a, s, h, c, 1 if candidate[t] is None else candidate[t])
            h, c = self.mixed(h, new_h), self.mixed(c, new_c)
            states.append(h if outputs[t] is None else h * outputs[t])
        return states[-1] if self.last else torch.stack(states, 1)

    def step(self, a, s, h, c, d):
        if self.cell == "rnn":
            return d * torch.tanh(a + s), c
        if self.cell == "gru":
            (a_r, a_z, a_n), (s_r, s_z, s_n) = a.chunk(3, 1), s.chunk(3, 1)
            r, z = torch.sigmoid(a_r + s_r), torch.sigmoid(a_z + s_z)
            return (1 - z) * d * torch.tanh(a_n + r * s_n) + z * h, c
        i, f, g, o = (a + s).chunk(4, 1)
        c = torch.sigmoid(f) * c + torch.sigmoid(i) * d * torch.tanh(g)
        return torch.sigmoid(o) * torch.tanh(c), c

    def mixed(self, last, new):
        if self.method != "zoneout" or self.p_state == 0:
            return new
        taken = torch.bernoulli(torch.full_like(new, 1 - self.p_state)) if self.training else 1 - self.p_state
        return (1 - taken) * last + taken * new
