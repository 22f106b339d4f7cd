"""Works out from NetworkPolicies who reaches whom, as the Kubernetes documentation defines it: a connection is allowed
when the policies of egress that select its source allow it, or none selects it, and likewise those of ingress that
select its target."""


class Pod:
    """A pod as policies see it."""

    def __init__(self, name, labels, namespace="superbill"):
        self.name = name
        self.labels = labels
        self.namespace = namespace


def selects(selector, labels):
    """Whether a label selector takes these labels; only matchLabels is used here."""
    unknown = set(selector) - {"matchLabels"}
    if unknown:
        raise SystemExit(f"a selector uses {unknown}, which this check does not know")
    return all(labels.get(key) == value for key, value in selector.get("matchLabels", {}).items())


def is_peer(peer, pod, own_namespace):
    """Whether one entry of `from` or `to` means this pod."""
    unknown = set(peer) - {"podSelector", "namespaceSelector"}
    if unknown:
        raise SystemExit(f"a peer uses {unknown}, which this check does not know")
    if "namespaceSelector" in peer:
        if not selects(peer["namespaceSelector"], {"kubernetes.io/metadata.name": pod.namespace}):
            return False
    elif pod.namespace != own_namespace:
        return False
    return selects(peer.get("podSelector", {}), pod.labels)


def is_port(entry, port):
    """Whether one entry of `ports` means this TCP port."""
    if entry.get("protocol", "TCP") != "TCP":
        return False
    return "port" not in entry or entry["port"] <= port <= entry.get("endPort", entry["port"])


def is_allowed(policies, direction, pod, other, port):
    """Whether the policies let `pod` have a connection with `other` in that direction, Ingress or Egress."""
    peers_key = {"Ingress": "from", "Egress": "to"}[direction]
    selecting = [
        policy
        for policy in policies
        if policy["metadata"]["namespace"] == pod.namespace
        and direction in policy["spec"]["policyTypes"]
        and selects(policy["spec"]["podSelector"], pod.labels)
    ]
    if not selecting:
        return True
    for policy in selecting:
        for rule in policy["spec"].get(direction.lower(), []):
            peers = rule.get(peers_key)
            if peers and not any(is_peer(peer, other, pod.namespace) for peer in peers):
                continue
            if "ports" in rule and not any(is_port(entry, port) for entry in rule["ports"]):
                continue
            return True
    return False


def reaches(policies, source, target, port):
    """Whether `source` may open a connection to that port of `target`."""
    return is_allowed(policies, "Egress", source, target, port) and is_allowed(
        policies, "Ingress", target, source, port
    )
