"""The kinds of operators as far as they are used here: each path below `spec`, from the operators' API references. There is
no schema of them to be had from a package registry, so this finds slips of the pen, and not what an operator would refuse.

Sources: RabbitMQ Cluster Operator API reference (v1beta1); KEDA "ScaledObject specification", "Authentication" and
"RabbitMQ Queue" scaler; CloudNativePG API reference (v1); Prometheus Operator API reference (monitoring.coreos.com/v1)."""

# A path ends in `*` where what is below is another's business: core types, or free names.
SHAPES = {
    ("rabbitmq.com/v1beta1", "RabbitmqCluster"): {
        "replicas", "persistence.storage", "resources.*", "terminationGracePeriodSeconds", "affinity.*",
        "rabbitmq.additionalConfig", "override.statefulSet.spec.template.spec.*",
    },
    ("keda.sh/v1alpha1", "TriggerAuthentication"): {
        "secretTargetRef[].parameter", "secretTargetRef[].name", "secretTargetRef[].key",
    },
    ("keda.sh/v1alpha1", "ScaledObject"): {
        "scaleTargetRef.name", "minReplicaCount", "maxReplicaCount", "pollingInterval",
        "advanced.horizontalPodAutoscalerConfig.behavior.*", "triggers[].type", "triggers[].authenticationRef.name",
        "triggers[].metadata.protocol", "triggers[].metadata.mode", "triggers[].metadata.value",
        "triggers[].metadata.queueName",
    },
    ("postgresql.cnpg.io/v1", "Cluster"): {
        "instances", "postgresql.synchronous.method", "postgresql.synchronous.number",
        "postgresql.synchronous.dataDurability", "bootstrap.initdb.database", "bootstrap.initdb.owner", "storage.size",
        "resources.*", "inheritedMetadata.labels.*",
    },
    ("monitoring.coreos.com/v1", "PodMonitor"): {
        "selector.*", "podMetricsEndpoints[].port", "podMetricsEndpoints[].path", "podMetricsEndpoints[].interval",
        "podMetricsEndpoints[].params.*", "podMetricsEndpoints[].relabelings[].targetLabel",
        "podMetricsEndpoints[].relabelings[].replacement", "podMetricsEndpoints[].relabelings[].sourceLabels[]",
    },
}


def paths(value, path=""):
    """Every path to a plain value."""
    if isinstance(value, dict):
        return {found for key, part in value.items() for found in paths(part, f"{path}.{key}" if path else key)}
    if isinstance(value, list):
        return {found for part in value for found in paths(part, f"{path}[]")}
    return {path}


def strangers(thing):
    """The paths of an object of an operator's kind that its shape does not have; everything when the kind is unknown."""
    shape = SHAPES.get((thing["apiVersion"], thing["kind"]))
    if shape is None:
        return {f"{thing['apiVersion']} {thing['kind']}"}
    free = tuple(path[:-1] for path in shape if path.endswith(".*"))
    return {path for path in paths(thing["spec"]) if path not in shape and not path.startswith(free or ("\0",))}
