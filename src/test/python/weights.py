"""Opens with NumPy what Dropout Lab has saved, and predicts with it.

python3 weights.py moons.npz x.npy run.dropoutlab

Prints as JSON: the names and shapes of the weights, the outputs of the network (dense, relu between its layers) on the
inputs, and of the saved run each table with its type, shape and sum. Needs NumPy alone.
"""
import json
import sys

import numpy as np


def outputs(weights, x):
    layers = sorted({name.rsplit(".", 1)[0] for name in weights if name.startswith("hidden.")})
    for layer in layers:
        x = np.maximum(x @ weights[layer + ".weight"] + weights[layer + ".bias"], 0)
    return x @ weights["output.weight"] + weights["output.bias"]


def main(npz, inputs, run):
    with np.load(npz) as file:
        weights = {name: file[name] for name in file.files if not name.endswith((".json", ".txt"))}
        experiment = json.loads(file["experiment.json"])
    with np.load(run) as file:
        arrays = [name for name in file.files if name.startswith(("tables/", "words/"))]
        saved = {name: [file[name].dtype.str, list(file[name].shape), str(file[name].sum())] for name in arrays}
        head = json.loads(file["dropoutlab.json"])
    print(json.dumps({
        "shapes": {name: list(table.shape) for name, table in weights.items()},
        "seed": experiment["seed"],
        "outputs": outputs(weights, np.load(inputs)).astype(float).ravel().tolist(),
        "saved": saved,
        "step": head["step"],
    }))


if __name__ == "__main__":
    main(*sys.argv[1:])
