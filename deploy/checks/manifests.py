"""Reads the manifests that a kustomization names, and what the checks share."""

import pathlib
import re
import sys

import yaml

CORE_GROUPS = {"v1", "apps/v1", "policy/v1", "networking.k8s.io/v1", "batch/v1"}


def read(folder):
    """Every object of the kustomization in `folder`, with the namespace it puts them in."""
    folder = pathlib.Path(folder)
    kustomization = yaml.safe_load((folder / "kustomization.yaml").read_text())
    listed = set(kustomization["resources"])
    there = {path.name for path in folder.glob("*.yaml")} - {"kustomization.yaml"}
    if listed != there:
        sys.exit(f"{folder}/kustomization.yaml: in one of list and folder only: {sorted(listed ^ there)}")
    objects = []
    for name in kustomization["resources"]:
        for document in yaml.safe_load_all((folder / name).read_text()):
            if document is None:
                sys.exit(f"{folder / name}: an empty document")
            if document["kind"] != "Namespace":
                document["metadata"]["namespace"] = kustomization["namespace"]
            objects.append(document)
    return objects


def drain_seconds():
    """How long a worker drains unless it is told otherwise, from the code."""
    text = pathlib.Path("Sources/WorkerBootstrap/OperationOptions.swift").read_text()
    return float(re.search(r"var drainSeconds: Double = ([0-9.]+)", text)[1])


class Findings:
    """What was found wrong; the process ends with all of it."""

    def __init__(self):
        self.lines = []

    def expect(self, holds, line):
        """Notes `line` unless it holds."""
        if not holds:
            self.lines.append(line)

    def settle(self):
        """Ends the process when something was found."""
        if self.lines:
            sys.exit("\n".join(self.lines))

    def end(self, praise):
        """Ends the process when something was found; otherwise prints `praise`."""
        self.settle()
        print(f"check-deploy:   {praise}")
