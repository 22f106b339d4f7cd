"""Writes the objects of Kubernetes' own kinds, one to a file, for kubernetes-validate: core_kinds.py FOLDER OUTPUT."""

import pathlib
import sys

import yaml

from manifests import CORE_GROUPS, read

output = pathlib.Path(sys.argv[2])
output.mkdir(parents=True)
count = 0
for thing in read(sys.argv[1]):
    if thing["apiVersion"] in CORE_GROUPS:
        count += 1
        (output / f"{count:02}-{thing['kind']}-{thing['metadata']['name']}.yaml").write_text(yaml.safe_dump(thing))
print(count)
