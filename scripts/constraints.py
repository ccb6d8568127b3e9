"""Writes local/aws/wire/constraints.json: what AWS's service models say of values and the SDK's schemas leave out.

Enumerations, whole numbers, ranges, patterns and lengths in the requests and answers of the operations that the local AWS
serves; out of the models that botocore carries (pip install botocore). Run it after adding an operation:

    python3 scripts/constraints.py

One line a shape, which the formatter leaves alone: it would make the file half as long again.

Lengths bind requests alone: Route 53 answers with ids of 33 characters where its model says 32, and Elastic Load Balancing
with more attributes than a request may have.
"""

import json
import re
from pathlib import Path

import botocore.session
from botocore.model import ListShape, MapShape, StructureShape

ROOT = Path(__file__).resolve().parent.parent
AWS = ROOT / "local" / "aws"

# The class that serves each service, by signing name, with botocore's name for the service.
SERVICES = {
    "acm": ("acm", "acm/acm.ts"),
    "application-autoscaling": ("application-autoscaling", "application-autoscaling/application-autoscaling.ts"),
    "cloudformation": ("cloudformation", "cloudformation/cloudformation.ts"),
    "cognito-idp": ("cognito-idp", "cognito-idp/cognito.ts"),
    "ec2": ("ec2", "ec2/ec2.ts"),
    "ecs": ("ecs", "ecs/ecs.ts"),
    "elasticloadbalancing": ("elbv2", "elbv2/elastic-load-balancing.ts"),
    "iam": ("iam", "iam/iam.ts"),
    "logs": ("logs", "logs/logs.ts"),
    "monitoring": ("cloudwatch", "cloudwatch/cloudwatch.ts"),
    "route53": ("route53", "route53/route53.ts"),
    "secretsmanager": ("secretsmanager", "secretsmanager/secrets-manager.ts"),
    "ssm": ("ssm", "ssm/ssm.ts"),
    "sts": ("sts", "sts/sts.ts"),
}

# EC2's instance types alone are a thousand names, and new ones come every week.
MOST_NAMES = 200

# Sensitive in Cognito's model, and repeated by Cognito all the same: https://github.com/boto/boto3/issues/3581
SHOWN = {"ClientIdType"}


def describe(shape, is_requested):
    """What a shape says of its values, and the names of the shapes below it."""
    said = {}
    if is_requested and shape.type_name in ("string", "blob", "list", "map") and not getattr(shape, "enum", None):
        # At least none is nothing to say.
        said = {bound: shape.metadata[bound] for bound in ("min", "max") if shape.metadata.get(bound)}
    if is_requested and shape.metadata.get("sensitive") and shape.name not in SHOWN:
        said["sensitive"] = True
    if isinstance(shape, StructureShape):
        return said, {"members": dict(shape.members)}
    if isinstance(shape, ListShape):
        return said, {"item": shape.member}
    if isinstance(shape, MapShape):
        return said, {"key": shape.key, "value": shape.value}
    names = getattr(shape, "enum", None) or []
    if 0 < len(names) <= MOST_NAMES:
        said["enum"] = names
    elif shape.type_name in ("integer", "long", "float", "double"):
        said |= {bound: shape.metadata[bound] for bound in ("min", "max") if bound in shape.metadata}
        if shape.type_name in ("integer", "long"):
            said["whole"] = True
    elif shape.type_name == "string" and "pattern" in shape.metadata:
        said["pattern"] = shape.metadata["pattern"]
    return said, {}


def reachable(roots):
    shapes, todo = {}, list(roots)
    while todo:
        shape = todo.pop()
        if shape is None or shape.name in shapes:
            continue
        shapes[shape.name] = shape
        todo += leads(describe(shape, False)[1])
    return shapes


def telling(shapes):
    """Names of the shapes that say something, or lead to one that does."""
    # That a value is not to be shown says nothing of the value.
    names = {name for name, (said, _) in shapes.items() if set(said) - {"sensitive"}}
    while True:
        more = {
            name
            for name, (_, below) in shapes.items()
            if name not in names and any(lead.name in names for lead in leads(below))
        }
        if not more:
            return names
        names |= more


def leads(below):
    for each in below.values():
        yield from each.values() if isinstance(each, dict) else [each]


def written(said, below, names):
    entry = dict(said)
    for key, each in below.items():
        if isinstance(each, dict):
            entry[key] = {name: shape.name for name, shape in each.items() if shape.name in names}
        elif each.name in names:
            entry[key] = each.name
    return entry


def main():
    session = botocore.session.get_session()
    result = {}
    for signing_name, (name, source) in SERVICES.items():
        model = session.get_service_model(name)
        text = (AWS / source).read_text()
        served = sorted(set(re.findall(r"^ {2}(?:async )?([A-Z]\w+)\(", text, re.M)))
        operations = {each: model.operation_model(each) for each in served}
        requested = reachable(each.input_shape for each in operations.values())
        every = requested | reachable(each.output_shape for each in operations.values())
        shapes = {each: describe(shape, each in requested) for each, shape in every.items()}
        names = telling(shapes)

        def root(shape):
            return shape.name if shape and shape.name in names else None

        result[signing_name] = {
            # The shapes of each operation's request and answer; none where there is nothing to say of it.
            "operations": {each: [root(found.input_shape), root(found.output_shape)] for each, found in operations.items()},
            "shapes": {each: written(*shapes[each], names) for each in sorted(names)},
        }
    lines = []
    for service, parts in result.items():
        inner = []
        for part, entries in parts.items():
            rows = ",\n".join(f"{compact(key)}:{compact(value)}" for key, value in entries.items())
            inner.append(f"{compact(part)}:{{\n{rows}\n}}")
        lines.append(f"{compact(service)}:{{\n" + ",\n".join(inner) + "\n}")
    (AWS / "wire" / "constraints.json").write_text("{\n" + ",\n".join(lines) + "\n}\n")


def compact(value):
    return json.dumps(value, separators=(",", ":"))


main()
