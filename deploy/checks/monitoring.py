"""Holds alerts and dashboard against the code and the runbook: every metric is one that exists, every alert has a section
in docs/runbook.md and a test, every section is an alert's."""

import json
import pathlib
import re

import yaml

from manifests import Findings

# What RabbitMQ's plug-in rabbitmq_prometheus tells, as read from RabbitMQ 3.10's /metrics and /metrics/detailed; and
# what Prometheus adds itself.
BROKER_METRICS = {
    "rabbitmq_alarms_memory_used_watermark", "rabbitmq_alarms_free_disk_space_watermark",
    "rabbitmq_alarms_file_descriptor_limit", "rabbitmq_detailed_queue_messages_ready",
    "rabbitmq_detailed_queue_messages_unacked", "rabbitmq_detailed_queue_consumers",
    "rabbitmq_process_resident_memory_bytes", "rabbitmq_resident_memory_limit_bytes",
    "rabbitmq_disk_space_available_bytes", "rabbitmq_disk_space_available_limit_bytes", "up",
}
LABELS = {"office", "type", "outcome", "phase", "instance", "job", "queue", "le"}
WORDS = {
    "sum", "max", "by", "on", "and", "or", "unless", "offset", "rate", "increase", "deriv", "changes", "histogram_quantile",
    "label_values",
}

findings = Findings()
monitoring = pathlib.Path("deploy/monitoring")


def metrics_of_code():
    """Every metric that a worker tells, with the lines of histograms, and the values its labels can have."""
    text = "".join(
        pathlib.Path(path).read_text()
        for path in ("Sources/WorkerBootstrap/WorkerMetrics.swift", "Sources/PrometheusExposition/ProcessStatistics.swift")
    )
    names = set(re.findall(r'"((?:superbill|process)_[a-z_]+)"', text))
    histograms = set(re.findall(r'(?:Recorder|Timer)\(label: "([a-z_]+)"', text))
    return names - histograms | {name + end for name in histograms for end in ("_bucket", "_sum", "_count")}


def cases(path, enumeration):
    """The raw values of a Swift enumeration whose cases are named as they are written."""
    text = pathlib.Path(path).read_text()
    body = text[text.index(f"enum {enumeration}") :]
    body = body[: body.index("\n}")]
    return {value for line in re.findall(r"^\s+case ([a-z][A-Za-z, ]*)$", body, re.M) for value in line.split(", ")}


METRICS = metrics_of_code() | BROKER_METRICS
PHASES = cases("Sources/Office/WorkerPhase.swift", "WorkerPhase")


def check_expression(where, expression):
    """Every name in it is a metric, a label or a word of PromQL; phases are phases."""
    bare = re.sub(r'"(\\.|[^"\\])*"', '""', expression)
    bare = re.sub(r"\[[^\]]*\]|\boffset [0-9]+[a-z]|\b[0-9.]+e?[0-9]*", " ", bare)
    found = set(re.findall(r"[a-zA-Z_][a-zA-Z_0-9]*", bare))
    unknown = found - METRICS - LABELS - WORDS
    findings.expect(not unknown, f"{where}: no metric, label or word of PromQL: {', '.join(sorted(unknown))}")
    findings.expect(found & METRICS, f"{where}: asks for no metric")
    for alternatives in re.findall(r'phase=~?"([^"]*)"', expression):
        findings.expect(set(alternatives.split("|")) <= PHASES, f"{where}: {alternatives} are no phases of {PHASES}")
    return found & METRICS


def check_alerts():
    runbook = pathlib.Path("docs/runbook.md").read_text()
    sections = re.findall(r"^### (Superbill[A-Za-z]+)$", runbook, re.M)
    tests = yaml.safe_load((monitoring / "alerts-test.yml").read_text())["tests"]
    asked = [question for test in tests for question in test["alert_rule_test"]]
    names = []
    for group in yaml.safe_load((monitoring / "alerts.yml").read_text())["groups"]:
        for rule in group["rules"]:
            name = rule["alert"]
            names.append(name)
            check_expression(name, rule["expr"])
            findings.expect(rule["labels"]["severity"] in ("page", "ticket"), f"{name}: an unknown severity")
            anchor = f"docs/runbook.md#{name.lower()}"
            findings.expect(rule["annotations"]["runbook"] == anchor, f"{name}: its runbook is not {anchor}")
            raised = [bool(question["exp_alerts"]) for question in asked if question["alertname"] == name]
            findings.expect(set(raised) == {True, False}, f"{name}: is not tested both silent and raised")
    findings.expect(sections == names, f"alerts and sections of docs/runbook.md differ: {set(sections) ^ set(names)}")
    return len(names)


def check_dashboard():
    board = json.loads((monitoring / "grafana/superbill.json").read_text())
    panels = [panel for panel in board["panels"] if panel["type"] != "row"]
    shown = set()
    for panel in panels:
        findings.expect(panel["description"], f"{panel['title']}: says not what it shows")
        for target in panel["targets"]:
            shown |= check_expression(panel["title"], target["expr"].replace("$__rate_interval", "5m"))
    for variable in board["templating"]["list"]:
        check_expression(variable["name"], variable["definition"])
    left = {name for name in metrics_of_code() if name.startswith("superbill_") and not name.endswith(("_sum", "_count"))}
    left -= shown | {"superbill_batch_size_bucket"}
    findings.expect(not left, f"the dashboard does not show {left}")
    places = [tuple(panel["gridPos"][key] for key in "xywh") for panel in panels]
    for index, (x, y, w, h) in enumerate(places):
        findings.expect(x + w <= 24, f"{panels[index]['title']}: outside the page")
        for x2, y2, w2, h2 in places[:index]:
            apart = x >= x2 + w2 or x2 >= x + w or y >= y2 + h2 or y2 >= y + h
            findings.expect(apart, f"{panels[index]['title']}: covers another panel")
    return len(panels)


def check_document():
    """docs/operations.md lists the metrics that there are."""
    listed = set(re.findall(r"`((?:superbill|process)_[a-z_]+)`", pathlib.Path("docs/operations.md").read_text()))
    bases = {re.sub(r"_(bucket|sum|count)$", "", name) if name not in listed else name for name in metrics_of_code()}
    findings.expect(listed == bases, f"docs/operations.md and the code differ: {listed ^ bases}")


alerts = check_alerts()
panels = check_dashboard()
check_document()
findings.end(f"{alerts} alerts and {panels} panels ask for metrics that there are")
