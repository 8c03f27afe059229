"""Runs the PyTorch lines of every card and prints what they do, as one JSON object by the names of the cards.

Run from the repository's root (Debian: apt-get install python3-torch libopenblas0-pthread):

    /usr/bin/python3 src/test/python/cards.py

CardCodeTest runs it and compares the numbers with the engine's. Of methods that multiply it prints `factors`: the share
that is dropped, the mean factor of what is kept, the mean and the variance of all factors, and how many of them were
drawn independently. Of all others it prints the numbers that the test computes too.
"""
import copy
import json
import re
import sys
from pathlib import Path

import torch
from torch import nn
import torch.nn.functional as torch_F

n = 2000
recorded = []


class Recording:
    """torch.nn.functional, with the masks of its dropout remembered."""

    def __getattr__(self, name):
        return getattr(torch_F, name)

    @staticmethod
    def dropout(x, p=0.5, training=True):
        m = torch_F.dropout(torch.ones_like(x), p, training)
        recorded.append(m)
        return x * m


F = Recording()


def code(card):
    text = Path('assets/cards', card + '.md').read_text(encoding='utf-8')
    return re.search(r'```python\n(.*?)```', text, re.S).group(1)


def run(card, **given):
    torch.manual_seed(1)
    recorded.clear()
    names = {'torch': torch, 'nn': nn, 'F': F, 'copy': copy, 'n': n, **given}
    exec(compile(code(card), card, 'exec'), names)
    return names


def factors(m, draws=None, bound=0):
    """A factor counts as dropped if it is 0, or below `bound`."""
    m = m.detach().double().flatten()
    kept = m[(m != 0) & ((bound == 0) | (m >= bound))]
    return {'factors': {'dropped': 1 - len(kept) / len(m), 'kept': kept.mean().item(), 'mean': m.mean().item(),
                        'variance': m.var(unbiased=False).item(), 'draws': draws or len(m)}}


def by_gradient(drop, *shape):
    """The factor by which each value of the input is multiplied."""
    x = torch.ones(*shape, requires_grad=True)
    drop.train()
    drop(x).sum().backward()
    return x.grad


def inside(net, *shape):
    """The factors of the first layer of dropout of a network."""
    drop = next(layer for layer in net if 'Dropout' in type(layer).__name__)
    return by_gradient(drop, *shape)


def silent(drop, scale=1):
    """What inference does: it multiplies by one number."""
    drop.eval()
    x = torch.arange(12.).reshape(3, 4)
    assert torch.allclose(drop(x), scale * x)


def module(card, scale=1, bound=0):
    names = run(card)
    silent(names['drop'], scale)
    return factors(by_gradient(names['drop'], n, 50), bound=bound)


def inverted():
    net = run('inverted')['net']
    assert not net.training and net(torch.randn(3, 20)).shape == (3, 10)
    return factors(inside(net, n, 50))


def alpha():
    net = run('alpha')['net']
    silent(net[2])
    assert net(torch.randn(3, 20)).shape == (3, 10)
    return factors(inside(net, n, 50))


def targeted_units():
    layer = nn.Linear(20, 50)
    drop = run('targeted-units')['drop']
    m = drop(torch.ones(n, 50), layer)
    gone = drop(torch.ones(1, 50), layer.eval())
    assert (gone == 0).sum() == 25
    assert bool((m[:, gone[0] == 1] == 1).all())
    return factors(m, n * 25)


def drop_connect():
    layer = run('drop-connect')['DropConnect'](20, 30)
    with torch.no_grad():
        layer.weight.fill_(1)
        layer.bias.zero_()
    m = torch.stack([layer(torch.eye(20)) for _ in range(100)])
    layer.eval()
    # Half of 20 weights of 1, seen by inputs of 1: a sum of mean 10 and variance 5, which ReLU leaves alone.
    assert abs(layer(torch.ones(200, 20)).mean() - 10) < 0.1
    return factors(m)


def targeted_weights():
    names = run('targeted-weights', x=torch.randn(5, 20), W=torch.randn(30, 20), b=torch.zeros(30))
    drop, W = names['drop'], names['W']
    assert names['y'].shape == (5, 30)
    gone = drop(W, False) == 0
    assert bool((gone.sum(1) == 10).all())
    m = torch.stack([drop(W, True) / W for _ in range(200)])
    assert bool((m[:, ~gone] == 1).all())
    return factors(m, 200 * 30 * 10)


def maps(card):
    net = run(card)['net']
    assert net(torch.randn(2, 1, 16, 16)).shape == (2, 10)
    m = inside(net, n // 4, 8, 16, 16)
    return factors(m, n // 4 * 8 if card == 'spatial' else None)


def drop_block():
    drop = run('drop-block')['drop']
    x = torch.ones(n // 2, 8, 16, 16)
    assert drop(x, False) is x
    return factors(drop(x, True), n // 2 * 8 * 16 * 16 // 9)


def embed(words):
    return nn.Embedding(6, 8)(words)


def recurrent(card):
    names = {'embed': embed, 'words': torch.randint(6, (n, 10)), 'h': torch.zeros(n, 24), 'c': torch.zeros(n, 24),
             'cell': nn.LSTMCell(8, 24), 'W': torch.randn(96, 8), 'U': torch.randn(96, 24), 'b': torch.zeros(96)}
    names = run(card, **names)
    assert names['h'].shape == (n, 24) and bool(names['h'].isfinite().all())
    assert len(recorded) == {'variational': 1, 'zoneout': 0}.get(card, 10)
    if card != 'zoneout':
        return factors(torch.stack(recorded))
    zoneout = names['zoneout']
    new, old = torch.ones(n, 24), torch.zeros(n, 24)
    assert torch.allclose(zoneout(new, old, False), torch.tensor(0.75))
    return factors(zoneout(new, old, True))


def word_types():
    words = torch.randint(6, (n, 10))
    names = run('word-types', words=words)
    y = names['y'] / names['E'](words)
    same = words[:, 0] == words[:, 1]
    assert torch.allclose(y[same, 0], y[same, 1], atol=1e-4)
    return factors(recorded[0])


def stochastic_depth():
    block = run('stochastic-depth')['Block'](nn.Identity())
    m = block(torch.ones(20 * n, 1)) - 1
    silent(block, 2)
    return factors(m)


def layer_drop():
    def count(training):
        kept = []
        blocks = [lambda x, i=i: kept.append(i) or x for i in range(20 * n)]
        run('layer-drop', blocks=blocks, training=training, x=torch.ones(1))
        m = torch.zeros(20 * n)
        m[kept] = 1
        return m
    assert bool((count(False) == 1).all())
    return factors(count(True))


def embedding():
    names = run('embedding', words=torch.randint(6, (n, 10)), position=torch.randn(10, 16))
    assert names['y'].shape == (n, 10, 16)
    return factors(by_gradient(names['drop'], n, 16))


def attention():
    q, k, v = (torch.randn(n, 4, 8, 4) for _ in range(3))
    names = run('attention', q=q, k=k, v=v, training=True)
    assert names['y'].shape == v.shape
    return factors(recorded[0])


def site(card):
    shared = {'x': torch.randn(n, 16), 'training': True, 'f': nn.Linear(16, 16), 'norm': nn.LayerNorm(16),
              'W1': torch.randn(32, 16), 'b1': torch.zeros(32), 'W2': torch.randn(16, 32), 'b2': torch.zeros(16)}
    assert run(card, **shared)['y'].shape == (n, 16)
    return factors(recorded[0])


def batch_norm():
    net = run('batch-norm')['net']
    assert [layer.training for layer in net] == [isinstance(layer, nn.Dropout) for layer in net]
    before = net[1].running_mean.clone()
    assert not torch.equal(net(torch.ones(2, 20)), net(torch.ones(2, 20)))
    assert torch.equal(before, net[1].running_mean)
    return factors(inside(net, n, 50))


def l1():
    net, x, t = nn.Linear(4, 3), torch.randn(5, 4), torch.randn(5, 3)
    F.mse_loss(net(x), t).backward()
    plain = net.weight.grad.clone(), net.bias.grad.clone()
    net.zero_grad()
    run('l1', net=net, x=x, t=t)
    assert torch.allclose(plain[1], net.bias.grad)
    return {'weights': net.weight.tolist(), 'added': (net.weight.grad - plain[0]).tolist()}


def step(card):
    """One step of an optimiser, with a gradient of 0.5 everywhere."""
    net = nn.Linear(4, 3)
    before = net.weight.tolist(), net.bias.tolist()
    optimiser = run(card, net=net)['optimiser']
    for w in net.parameters():
        w.grad = torch.full_like(w, 0.5)
    optimiser.step()
    assert torch.optim.AdamW(net.parameters()).defaults['weight_decay'] == 0.01
    return {'weights': before[0], 'biases': before[1], 'weightsAfter': net.weight.tolist(),
            'biasesAfter': net.bias.tolist()}


def max_norm():
    net = nn.Sequential(nn.Linear(4, 3), nn.ReLU())
    with torch.no_grad():
        net[0].weight.mul_(torch.tensor([[1.], [10.], [30.]]))
    before = net[0].weight.tolist()
    run('max-norm', net=net, optimiser=torch.optim.SGD(net.parameters(), 0.1))
    return {'weights': before, 'after': net[0].weight.tolist()}


def early_stopping():
    net, losses, epochs = nn.Linear(1, 1), [5, 4, 4.5, 3, 3.2, 3.1, 3.3, 1], []

    def train_epoch(net):
        with torch.no_grad():
            net.weight.fill_(len(epochs))
        epochs.append(len(epochs))

    run('early-stopping', net=net, train_epoch=train_epoch, validate=lambda net: losses[len(epochs) - 1])
    return {'losses': losses, 'epochs': len(epochs), 'best': int(net.weight.item())}


def label_smoothing():
    x, labels = torch.tensor([[2., 1, 0, -1], [0.5, 0, 3, 1]]), torch.tensor([0, 1])
    value = run('label-smoothing', net=lambda x: x, x=x, labels=labels)['value']
    return {'logits': x.tolist(), 'labels': labels.tolist(), 'value': value.item()}


def mixup():
    x, t = torch.arange(8.).reshape(4, 2), torch.eye(4)
    names = run('mixup', x=x, t=t)
    lam, i = names['lam'], names['i']
    assert torch.allclose(names['x'], lam * x + (1 - lam) * x[i])
    assert torch.allclose(names['t'].sum(1), torch.ones(4))
    lams = names['beta'].sample((100 * n,))
    return {'mean': lams.mean().item(), 'variance': lams.var().item(), 'draws': 100 * n}


def cutout():
    x = run('cutout', x=torch.ones(10 * n, 1, 8, 8))['x']
    cut = (x == 0).double().sum((1, 2, 3))
    return {'mean': cut.mean().item(), 'most': cut.max().item(), 'least': cut.min().item(),
            'corner': (x[:, 0, 0, 0] == 0).double().mean().item(), 'draws': 10 * n}


def none():
    x = torch.randn(3, 4)
    assert run('none', x=x)['y'] is x
    return factors(torch.ones(10))


CARDS = {
    'standard': lambda: module('standard', 0.5), 'inverted': inverted, 'gaussian': lambda: module('gaussian'),
    'learnt-gaussian': lambda: module('learnt-gaussian'), 'uniform': lambda: module('uniform'), 'alpha': alpha,
    'concrete': lambda: module('concrete', bound=0.5 / 0.9), 'targeted-units': targeted_units, 'drop-connect': drop_connect,
    'targeted-weights': targeted_weights, 'per-pixel': lambda: maps('per-pixel'), 'spatial': lambda: maps('spatial'),
    'drop-block': drop_block, 'per-step': lambda: recurrent('per-step'),
    'variational': lambda: recurrent('variational'), 'candidate': lambda: recurrent('candidate'),
    'zoneout': lambda: recurrent('zoneout'), 'word-types': word_types, 'stochastic-depth': stochastic_depth,
    'layer-drop': layer_drop, 'embedding': embedding, 'attention': attention, 'residual': lambda: site('residual'),
    'feed-forward': lambda: site('feed-forward'), 'batch-norm': batch_norm, 'l1': l1, 'l2': lambda: step('l2'),
    'weight-decay': lambda: step('weight-decay'), 'max-norm': max_norm, 'early-stopping': early_stopping,
    'label-smoothing': label_smoothing, 'mixup': mixup, 'cutout': cutout, 'none': none,
}

if __name__ == '__main__':
    listed = Path('assets/cards/index.txt').read_text(encoding='utf-8').split()
    if set(listed) != set(CARDS):
        sys.exit('Cards without a check, or checks without a card: %s' % sorted(set(listed) ^ set(CARDS)))
    torch.set_num_threads(1)
    torch.manual_seed(0)
    results = {}
    for card in listed:
        try:
            results[card] = CARDS[card]()
        except Exception as e:
            e.args = ('%s: %s' % (card, e),)
            raise
    print(json.dumps(results))
