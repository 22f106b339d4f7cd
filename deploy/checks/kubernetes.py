"""Holds the Kubernetes manifests against what docs/deploy.md promises: kubernetes.py FOLDER SECURITY_DOCUMENT."""

import pathlib
import re
import sys

from manifests import CORE_GROUPS, Findings, drain_seconds, read
from reachability import Pod, reaches
from shapes import strangers

findings = Findings()
objects = read(sys.argv[1])
security_document = pathlib.Path(sys.argv[2]).read_text()


def of_kind(kind):
    return [thing for thing in objects if thing["kind"] == kind]


def name(thing):
    return thing["metadata"]["name"]


def check_identity():
    """No object twice, no secret contained, operators' kinds in their shape."""
    seen = set()
    for thing in objects:
        key = (thing["apiVersion"], thing["kind"], name(thing))
        findings.expect(key not in seen, f"{key} is there twice")
        seen.add(key)
        findings.expect(thing["kind"] != "Secret", f"a secret is contained: {name(thing)}")
    for thing in objects:
        if thing["apiVersion"] not in CORE_GROUPS:
            unknown = strangers(thing)
            findings.expect(not unknown, f"{thing['kind']} {name(thing)} has what is not in its shape: {sorted(unknown)}")


def check_workers():
    """Hardened, probed, bounded, and with time to drain."""
    for deployment in of_kind("Deployment"):
        who = name(deployment)
        template = deployment["spec"]["template"]
        pod = template["spec"]
        labels = template["metadata"]["labels"]
        selector = deployment["spec"]["selector"]["matchLabels"]
        findings.expect(selector.items() <= labels.items(), f"{who}: its selector does not take its own pods")
        findings.expect("replicas" not in deployment["spec"], f"{who}: replicas are the ScaledObject's to say")
        findings.expect(pod["terminationGracePeriodSeconds"] > drain_seconds(), f"{who}: killed before it has drained")
        findings.expect(pod["automountServiceAccountToken"] is False, f"{who}: has a token for the API server")
        security = pod["securityContext"]
        findings.expect(security["runAsNonRoot"] is True and security["runAsUser"] > 0, f"{who}: may run as root")
        findings.expect(security["seccompProfile"]["type"] == "RuntimeDefault", f"{who}: without seccomp")
        for container in pod["containers"]:
            own = container["securityContext"]
            findings.expect(own["readOnlyRootFilesystem"] is True, f"{who}: its root can be written")
            findings.expect(own["allowPrivilegeEscalation"] is False, f"{who}: may gain privileges")
            findings.expect(own["capabilities"] == {"drop": ["ALL"]}, f"{who}: keeps capabilities")
            resources = container["resources"]
            findings.expect({"cpu", "memory"} <= set(resources["requests"]), f"{who}: requests nothing")
            findings.expect("memory" in resources["limits"], f"{who}: without a limit of memory")
            ports = {port["name"] for port in container["ports"]}
            paths = {"livenessProbe": "/healthz", "readinessProbe": "/readyz", "startupProbe": "/healthz"}
            for probe, path in paths.items():
                get = container[probe]["httpGet"]
                findings.expect(get["path"] == path and get["port"] in ports, f"{who}: its {probe} asks elsewhere")
            findings.expect("--wait" in container["args"], f"{who}: relies on the order of starting")
            findings.expect("--require-senders" in container["args"], f"{who}: takes messages from anybody")
            volumes = {volume["name"] for volume in pod["volumes"]}
            mounts = {mount["name"] for mount in container["volumeMounts"]}
            findings.expect(volumes == mounts, f"{who}: volumes and mounts differ: {volumes ^ mounts}")


def check_scaling():
    """A ScaledObject and a budget for each deployment; queues that exist; an authentication that exists."""
    queues = set(re.findall(r"[a-zA-Z0-9.-]+", security_document))
    authentications = {name(thing) for thing in of_kind("TriggerAuthentication")}
    deployments = {name(thing): thing for thing in of_kind("Deployment")}
    targets = [thing["spec"]["scaleTargetRef"]["name"] for thing in of_kind("ScaledObject")]
    findings.expect(sorted(targets) == sorted(deployments), f"scaled are {targets}, deployed {sorted(deployments)}")
    scaled_queues = set()
    for scaled in of_kind("ScaledObject"):
        spec = scaled["spec"]
        office = deployments[spec["scaleTargetRef"]["name"]]["spec"]["template"]["metadata"]["labels"]["superbill/office"]
        findings.expect(0 < spec["minReplicaCount"] < spec["maxReplicaCount"], f"{name(scaled)}: does not scale")
        for trigger in spec["triggers"]:
            metadata = trigger["metadata"]
            findings.expect(trigger["type"] == "rabbitmq", f"{name(scaled)}: scales on {trigger['type']}")
            findings.expect(metadata["mode"] == "QueueLength", f"{name(scaled)}: does not scale on the queue's length")
            findings.expect(metadata["queueName"] in queues, f"{metadata['queueName']} is no queue of docs/security.md")
            scaled_queues.add(metadata["queueName"])
            reference = trigger["authenticationRef"]["name"]
            findings.expect(reference == f"{office}-broker", f"{name(scaled)}: looks with another office's user")
            findings.expect(reference in authentications, f"{reference} is no TriggerAuthentication")
    inboxes = {
        queue
        for line in re.findall(r"^  configure  (.*)$", security_document, re.M)
        for queue in line.split(", ")
        if not re.search(r"\.(retry\..*|control\..*|parked|return)$|^operator|^nothing$", queue)
    }
    findings.expect(scaled_queues == inboxes, f"scaled on and read differ: {sorted(scaled_queues ^ inboxes)}")
    budgets = [thing["spec"]["selector"]["matchLabels"]["app.kubernetes.io/name"] for thing in of_kind("PodDisruptionBudget")]
    findings.expect(sorted(budgets) == sorted([*deployments, "broker"]), f"budgets are for {budgets}")


def check_broker():
    [cluster] = of_kind("RabbitmqCluster")
    findings.expect(cluster["spec"]["replicas"] == 3, "the broker has not three nodes")
    findings.expect("load_definitions" in cluster["spec"]["rabbitmq"]["additionalConfig"], "definitions are not imported")
    pod = cluster["spec"]["override"]["statefulSet"]["spec"]["template"]["spec"]
    mounts = {mount["name"] for container in pod["containers"] for mount in container["volumeMounts"]}
    findings.expect(mounts == {volume["name"] for volume in pod["volumes"]}, "the broker mounts what is not there")


def check_reachability():
    """Each pair of pods on each port, by the policies."""
    policies = of_kind("NetworkPolicy")
    workers, databases = {}, {}
    for deployment in of_kind("Deployment"):
        labels = deployment["spec"]["template"]["metadata"]["labels"]
        workers[labels["superbill/office"]] = Pod(name(deployment), labels)
    for cluster in of_kind("Cluster"):
        labels = {"cnpg.io/cluster": name(cluster), **cluster["spec"]["inheritedMetadata"]["labels"]}
        databases[labels["superbill/office"]] = Pod(name(cluster), labels)
    broker = Pod("broker", {"app.kubernetes.io/name": "broker"})
    dns = Pod("kube-dns", {"k8s-app": "kube-dns"}, "kube-system")
    monitor = Pod("prometheus", {}, "monitoring")
    scaler = Pod("keda", {}, "keda")
    stranger = Pod("stranger", {"app.kubernetes.io/name": "broker", "superbill/part": "worker"}, "default")
    findings.expect(set(workers) == set(databases), "not every office has a database, or the other way round")
    pods = [*workers.values(), *databases.values(), broker, dns, monitor, scaler, stranger]
    ports = [53, 443, 4369, 5432, 5672, 8000, 9464, 15692, 25672]
    allowed = {(worker.name, "broker", 5672) for worker in workers.values()}
    allowed |= {(workers[office].name, databases[office].name, 5432) for office in workers}
    allowed |= {(pod.name, "kube-dns", 53) for pod in [*workers.values(), *databases.values(), broker]}
    allowed |= {("prometheus", worker.name, 9464) for worker in workers.values()}
    allowed |= {("prometheus", "broker", 15692), ("keda", "broker", 5672)}
    count = 0
    for source in pods:
        for target in pods:
            ours = source.namespace == "superbill" or target.namespace == "superbill"
            if source is target or not ours:
                continue
            for port in ports:
                count += 1
                # The API server is no pod, and no selector names it: broker and databases may go anywhere on its ports.
                expected = (source.name, target.name, port) in allowed
                if port == 443 and target.namespace != "superbill":
                    expected = source is broker or source in databases.values()
                found = reaches(policies, source, target, port)
                findings.expect(
                    found == expected,
                    f"{source.name} {'reaches' if found else 'does not reach'} {target.name} on port {port}",
                )
    for office, other in (("coding", "billing"), ("billing", "coding")):
        for target in (workers[other], databases[other]):
            for port in range(1, 65536, 37):
                findings.expect(
                    not reaches(policies, workers[office], target, port), f"{office} reaches {target.name}:{port}"
                )
    return count


check_identity()
# The rest takes for granted that everything has its shape.
findings.settle()
check_workers()
check_scaling()
check_broker()
pairs = check_reachability()
findings.end(f"{len(objects)} objects; {pairs} connections held against the network policies")
