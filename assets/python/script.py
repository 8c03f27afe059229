"""${title}

An experiment of Dropout Lab, as a script for PyTorch (1.13 or newer) and NumPy. Beside it stands ${data}, with
the examples as the network takes them, the order of the batches in each epoch, and the weights to begin with.

    python3 ${script}                          trains as planned, and tells the losses of every epoch
    python3 ${script} --steps 50               takes 50 steps and tells the losses
    python3 ${script} --without-dropout        trains the twin: the same network with p = 0
    python3 ${script} --from trained           begins with the weights that were trained, where the file has them

Without dropout the losses are those of Dropout Lab to rounding. With dropout the masks are PyTorch's own, and so the
losses agree in distribution only.
${cannot}"""

import argparse
${early_import}import math
import pathlib

import numpy
import torch
from torch import nn
from torch.nn import functional

DATA = pathlib.Path(__file__).with_name("${data}")
EPOCHS = ${epochs}
BATCH = ${batch}

${classes}
def build():
    """The network: one row an example goes in, one row of outputs comes out."""
    network = nn.Sequential(
${layers}
    )
${fed}    return network


def loss_of(output, target):
    """The loss of every example."""
${loss}


def penalty(network):
    """What is added to the mean loss of a batch: ${penalty_said}."""
${penalty}


def after_update(network):
    """What is done to the weights after each update: ${project_said}."""
${project}


def optimiser_of(network):
    weights = [each for name, each in network.named_parameters() if is_weight(network, name)]
    others = [each for name, each in network.named_parameters() if not is_weight(network, name)]
    return ${optimiser}


def is_weight(network, name):
    """Whether a parameter is a matrix of weights: no bias, no scale, no vector of a word."""
    owner = network.get_submodule(name.rpartition(".")[0])
    return network.get_parameter(name).dim() > 1 and not isinstance(owner, nn.Embedding)


def rate_factor(t):
    """The factor on the learning rate after t epochs."""
    return ${rate_factor}


def drop_factor(t):
    """The factor on all drop rates after t epochs."""
    return ${drop_factor}


def momentum_factor(t):
    """The factor on the momentum after t epochs."""
    return ${momentum_factor}


def augmented(x, y):
    """A batch as it is learnt from: ${augmented_said}."""
${augmented}


def drop_rates(network):
    """Every drop rate that is set: its module, its name there, its value."""
    names = ("p", "dropout", "p_inputs", "p_state", "p_outputs", "p_layer")
    return [(module, name, getattr(module, name)) for module in network.modules() for name in names
            if isinstance(getattr(module, name, None), float)]


def arrays():
    with numpy.load(DATA) as file:
        return {name: torch.from_numpy(file[name]).to(torch.get_default_dtype()) for name in file.files}


def measured(network, x, y):
    """The mean loss with masks off; nothing where there are no examples."""
    if len(x) == 0:
        return None
    network.eval()
    with torch.no_grad():
        loss = sum(loss_of(network(some), target).sum().item() for some, target in zip(x.split(512), y.split(512)))
    network.train()
    return loss / len(x)


def run(steps=None, dropout=True, seed=0, begin="first", tell=None, double=False):
    """Trains, and returns the network and its losses; tell(epoch, losses) hears the losses after every epoch."""
    torch.set_default_dtype(torch.float64 if double else torch.float32)
    torch.manual_seed(seed)
    data = arrays()
    network = build()
    state = network.state_dict()
    for name in state:
        if f"{begin}.{name}" in data:
            state[name] = data[f"{begin}.{name}"].view_as(state[name])
    network.load_state_dict(state)
    optimiser = optimiser_of(network)
    rates = drop_rates(network)
    for module in network.modules():
        if hasattr(module, "off"):
            module.off = not dropout
    x, y, order = data["train_x"], data["train_y"], data["order"]
    batches = math.ceil(len(x) / BATCH)
    steps = EPOCHS * batches if steps is None else steps

    def losses():
        return {"train": measured(network, x, y), "validation": measured(network, data["validation_x"], data["validation_y"])}

${early_begin}    network.train()
    for step in range(steps):
        epoch, batch = divmod(step, batches)
        if batch == 0:
            rows = order[epoch].long() if epoch < len(order) else torch.randperm(len(x))
        t = step / batches
        for module, name, p in rates:
            setattr(module, name, p * drop_factor(t) if dropout else 0.0)
        for group in optimiser.param_groups:
            group["lr"] = group["base_lr"] * rate_factor(t)
            if "base_momentum" in group:
                group["momentum"] = group["base_momentum"] * momentum_factor(t)
        chosen = rows[batch * BATCH:(batch + 1) * BATCH]
        some, target = augmented(x[chosen], y[chosen])
        optimiser.zero_grad()
        loss = loss_of(network(some), target).mean() + penalty(network)
        loss.backward()
        optimiser.step()
        after_update(network)
        if batch + 1 == batches:
            now = losses()
            if tell:
                tell(epoch + 1, now)
${early}    return network, losses()


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--steps", type=int, help="how many steps to take instead of all epochs")
    parser.add_argument("--seed", type=int, default=0, help="decides the masks")
    parser.add_argument("--without-dropout", action="store_true")
    parser.add_argument("--double", action="store_true", help="computes in double precision")
    parser.add_argument("--from", dest="begin", choices=("first", "trained"), default="first")
    asked = parser.parse_args()

    def tell(epoch, losses):
        said = ", ".join(f"{name} {value:.6f}" for name, value in losses.items() if value is not None)
        print(f"epoch {epoch}: {said}")

    _, losses = run(asked.steps, not asked.without_dropout, asked.seed, asked.begin, tell, asked.double)
    print("end: " + ", ".join(f"{name} {value:.6f}" for name, value in losses.items() if value is not None))


if __name__ == "__main__":
    main()
