"""Runs exported scripts and prints their losses: one line of JSON a script.

    /usr/bin/python3 run_scripts.py steps dropout|none|double FILE.py ...

`none` and `double` train without dropout, the latter in double precision. One process runs all scripts, because loading PyTorch takes longer than they do.
"""

import importlib.util
import json
import sys

steps, how = int(sys.argv[1]), sys.argv[2]
for number, file in enumerate(sys.argv[3:]):
    spec = importlib.util.spec_from_file_location(f"exported_{number}", file)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    _, losses = module.run(steps, how == "dropout", seed=number, double=how == "double")
    print(json.dumps(losses), flush=True)
