"""Writes local/aws/wire/constraints.json: what AWS's service models say of values and the SDK's schemas leave out.

Enumerations, whole numbers, ranges and patterns of the answers of the operations that the local AWS serves; out of the
models that botocore carries (pip install botocore). Run it after adding an operation:

    python3 scripts/constraints.py && npm run format

Lengths are left out: they bind requests. Route 53 answers with ids of 33 characters where its model says 32, and Elastic
Load Balancing with more attributes than a request may have.
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


def describe(shape):
    """What a shape says of its values, and the names of the shapes below it."""
    if isinstance(shape, StructureShape):
        return {}, {"members": dict(shape.members)}
    if isinstance(shape, ListShape):
        return {}, {"item": shape.member}
    if isinstance(shape, MapShape):
        return {}, {"key": shape.key, "value": shape.value}
    names = getattr(shape, "enum", None) or []
    if 0 < len(names) <= MOST_NAMES:
        return {"enum": names}, {}
    if shape.type_name in ("integer", "long", "float", "double"):
        said = {bound: shape.metadata[bound] for bound in ("min", "max") if bound in shape.metadata}
        return said | ({"whole": True} if shape.type_name in ("integer", "long") else {}), {}
    if shape.type_name == "string" and "pattern" in shape.metadata:
        return {"pattern": shape.metadata["pattern"]}, {}
    return {}, {}


def reachable(roots):
    shapes, todo = {}, list(roots)
    while todo:
        shape = todo.pop()
        if shape is None or shape.name in shapes:
            continue
        said, below = describe(shape)
        shapes[shape.name] = (said, below)
        for each in below.values():
            todo += each.values() if isinstance(each, dict) else [each]
    return shapes


def telling(shapes):
    """Names of the shapes that say something, or lead to one that does."""
    names = {name for name, (said, _) in shapes.items() if said}
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
        shapes = reachable(each.output_shape for each in operations.values())
        names = telling(shapes)
        result[signing_name] = {
            # The shape of each operation's answer; none where there is nothing to say of it.
            "operations": {
                each: found.output_shape.name if found.output_shape and found.output_shape.name in names else None
                for each, found in operations.items()
            },
            "shapes": {each: written(*shapes[each], names) for each in sorted(names)},
        }
    lines = []
    for service, parts in result.items():
        inner = []
        for part, entries in parts.items():
            rows = ",\n".join(f"      {json.dumps(key)}: {json.dumps(value)}" for key, value in entries.items())
            inner.append(f"    {json.dumps(part)}: {{\n{rows}\n    }}")
        lines.append(f"  {json.dumps(service)}: {{\n" + ",\n".join(inner) + "\n  }")
    (AWS / "wire" / "constraints.json").write_text("{\n" + ",\n".join(lines) + "\n}\n")


main()
