"""Holds compose.yaml against what docs/deploy.md promises: compose.py FILE SECRETS... (folders made by make-secrets)."""

import pathlib
import re
import sys

import yaml

from manifests import Findings, drain_seconds

findings = Findings()
document = yaml.safe_load(pathlib.Path(sys.argv[1]).read_text())
secrets = [pathlib.Path(folder) for folder in sys.argv[2:]]
services = document["services"]
programs = {name: service for name, service in services.items() if service["image"].startswith("${SUPERBILL_IMAGE")}
workers = {name: service for name, service in programs.items() if "healthcheck" in service}
databases = {name: service for name, service in services.items() if "postgres" in service["image"]}


def seconds(text):
    return float(re.fullmatch(r"([0-9]+)s", text)[1])


def check_hardening():
    for name, service in programs.items():
        findings.expect(service["read_only"] is True, f"{name}: its root can be written")
        findings.expect(service["cap_drop"] == ["ALL"], f"{name}: keeps capabilities")
        findings.expect("user" not in service, f"{name}: not the image's user")
    for name, service in services.items():
        findings.expect("no-new-privileges:true" in service["security_opt"], f"{name}: may gain privileges")
        findings.expect("privileged" not in service and "pid" not in service, f"{name}: is privileged")
        findings.expect("restart" in service, f"{name}: nobody said whether it is started again")
        for port in service.get("ports", []):
            findings.expect(port.startswith("127.0.0.1:"), f"{name}: {port} is open to the network")
    image = pathlib.Path("deploy/Dockerfile").read_text()
    findings.expect(re.search(r"^USER 10001:10001$", image, re.M), "the image runs as root")


def check_workers():
    expected = {"front-desk", "coder-worker", "biller-worker", "payer-acmehlth", "payer-beacon1"}
    findings.expect(set(workers) == expected, f"workers are {sorted(workers)}")
    for name, service in workers.items():
        findings.expect(seconds(service["stop_grace_period"]) > drain_seconds(), f"{name}: killed before it has drained")
        findings.expect("container_name" not in service and "ports" not in service, f"{name}: cannot be scaled")
        findings.expect("hostname" not in service, f"{name}: all would have one name")
        findings.expect("depends_on" not in service, f"{name}: relies on the order of starting")
        findings.expect(service["healthcheck"]["test"][-1].endswith("/readyz"), f"{name}: its health is not readiness")
        for option in ("--wait", "--require-senders", "--broker-file", "--store-file"):
            findings.expect(option in service["entrypoint"][2], f"{name}: runs without {option}")


def check_networks():
    networks = document["networks"]
    open_networks = {name for name, network in networks.items() if not network.get("internal")}
    findings.expect(open_networks == {"host"}, f"these lead out: {open_networks}")
    offices = {name: set(service["networks"]) for name, service in workers.items()}
    for name, own in offices.items():
        findings.expect(len(own) == 1, f"{name}: is in {own}")
        others = {
            other
            for other, service in services.items()
            if own & set(service.get("networks", [])) and other not in ("rabbitmq", "prometheus", name)
        }
        findings.expect(len(others) == 1 and others <= set(databases), f"{name}: shares its network with {others}")
    # Whoever is in several networks does not forward between them, but could be asked by all: only these are.
    several = {name for name, service in services.items() if len(service.get("networks", [])) > 1}
    findings.expect(several == {"rabbitmq", "prometheus", "grafana"}, f"in several networks: {several}")


def check_mounts():
    volumes = set()
    for name, service in services.items():
        for mount in service.get("volumes", []):
            # A source may hold a colon itself, in ${NAME:-DEFAULT}.
            source, target, *mode = re.sub(r"\$\{[A-Z_]+:-([^}]*)\}", r"\1", mount).split(":")
            if not source.startswith("."):
                volumes.add(source)
                continue
            findings.expect(mode == ["ro"], f"{name}: may write {source}")
            if source.startswith("./deploy/secrets/"):
                for folder in secrets:
                    made = folder / source.removeprefix("./deploy/secrets/")
                    findings.expect(made.exists(), f"{name}: make-secrets makes no {source}")
                    if name in workers:
                        for file in ("broker", "store"):
                            findings.expect((made / file).exists(), f"{name}: make-secrets makes no {source}/{file}")
            else:
                findings.expect(pathlib.Path(source).exists(), f"{name}: there is no {source}")
    findings.expect(volumes == set(document["volumes"]), f"volumes differ: {volumes ^ set(document['volumes'])}")


def check_secrecy():
    """A container is given one folder of secrets, and no two services the same one, but for tools."""
    given = {}
    for name, service in services.items():
        own = {re.search(r"secrets\}/([^/:]+)", mount)[1] for mount in service.get("volumes", []) if "secrets}" in mount}
        findings.expect(len(own) <= 1, f"{name}: is given {own}")
        for folder in own:
            findings.expect(folder not in given, f"{name} and {given.get(folder)} are given the same secrets")
            given[folder] = name
    for folder in secrets:
        left = {path.name for path in folder.iterdir()} - set(given) - {"authority"}
        findings.expect(not left, f"nobody is given {left}")
        findings.expect("authority" not in given, "a container is given the authority's key")
    for folder in secrets:
        for name, service in workers.items():
            [mount] = [mount for mount in service["volumes"] if "secrets}" in mount]
            own = folder / re.search(r"secrets\}/([^/:]+)", mount)[1]
            [host] = re.findall(r"@([^:/]+):5432/", (own / "store").read_text())
            shared = set(databases[host]["networks"]) & set(service["networks"]) if host in databases else set()
            findings.expect(shared, f"{name}: its store's host {host} is not in its network")
            findings.expect("@rabbitmq:" in (own / "broker").read_text(), f"{name}: its broker is another host")


check_hardening()
check_workers()
check_networks()
check_mounts()
check_secrecy()
findings.end(f"{len(services)} services, {len(document['networks'])} networks")
