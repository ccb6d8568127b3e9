"""Calls AWS operations through botocore, and reads the answers strictly.

One JSON object a line on stdin, one answer a line on stdout:

    {"do": "call", "endpoint", "region", "keys": [id, secret], "service", "operation", "parameters"}
        {"code", "message", "output", "violations", "status"}: code is "" for success
    {"do": "examples", "service"}   what botocore ships as AWS's examples: {operation: [example, ...]}
    {"do": "operations", "service"} the operations that botocore knows
    {"do": "moto"}                  starts moto on a free port of 127.0.0.1: {"url"} or {"missing"}

botocore's parsers pass over what they don't know, so the body is compared with the service's model here: a member that the
model does not have, one that it requires and that is absent, a value of another type, a name that an enumeration does not
have. Errors have to be ones that the operation declares, where the service's model declares errors at all.
"""

import base64
import datetime
import json
import re
import sys
import xml.etree.ElementTree as ElementTree

import botocore.loaders
import botocore.session
from botocore.config import Config
from botocore.exceptions import ClientError
from botocore.parsers import ResponseParserError

session = botocore.session.get_session()
clients = {}
received = {}


def client(endpoint, region, keys, service):
    known = clients.get((endpoint, service))
    if known:
        return known
    made = session.create_client(
        service,
        endpoint_url=endpoint,
        region_name=region,
        aws_access_key_id=keys[0],
        aws_secret_access_key=keys[1],
        # What is wrong is for the service to say, and once.
        config=Config(parameter_validation=False, retries={"total_max_attempts": 1}, inject_host_prefix=False),
    )
    made.meta.events.register("before-parse", lambda response_dict, **_: received.update(response_dict))
    clients[(endpoint, service)] = made
    return made


def call(endpoint, region, keys, service, operation, parameters, **_):
    made = client(endpoint, region, keys, service)
    model = made.meta.service_model.operation_model(operation)
    received.clear()
    try:
        output = made._make_api_call(operation, decoded(model.input_shape, parameters))
        output.pop("ResponseMetadata", None)
        violations = Strict(model).answer(received) if received else []
        return {"code": "", "message": "", "output": output, "violations": violations, "status": 200}
    except ClientError as error:
        said = error.response["Error"]
        return {
            "code": said.get("Code", ""),
            "message": said.get("Message", ""),
            "output": {},
            "violations": undeclared(model, said.get("Code", "")),
            "status": error.response["ResponseMetadata"]["HTTPStatusCode"],
        }
    except ResponseParserError as error:
        return unreadable(error)


def unreadable(error):
    """An answer that is none of the service's: moto's pages of HTML when it fails inside, or has no such operation."""
    text = f"{type(error).__name__}: {error}"
    return {"code": "unreadable", "message": text, "output": {}, "violations": [text], "status": received.get("status_code", 0)}


def decoded(shape, value):
    """Parameters as botocore takes them: dates and bytes are strings in JSON."""
    if shape is None or value is None:
        return {} if shape is None else value
    if shape.type_name == "structure" and isinstance(value, dict):
        return {name: decoded(shape.members[name], each) if name in shape.members else each for name, each in value.items()}
    if shape.type_name == "list" and isinstance(value, list):
        return [decoded(shape.member, each) for each in value]
    if shape.type_name == "blob" and isinstance(value, str):
        return value.encode()
    return value


# "Common Errors" of the services' API references, and what all of them answer to who may not.
COMMON = {
    *("AccessDenied", "AccessDeniedException", "ValidationError", "ValidationException", "ThrottlingException"),
    *("InvalidParameterValue", "SerializationException", "UnknownOperationException", "InvalidAction"),
    *("MissingParameter", "InvalidParameterException", "InvalidParameterCombination", "UnrecognizedClientException"),
}


def undeclared(model, code):
    # EC2's model declares no errors: https://docs.aws.amazon.com/AWSEC2/latest/APIReference/errors-overview.html
    declared = {shape.metadata.get("error", {}).get("code", shape.name) for shape in model.error_shapes}
    declared |= {shape.name for shape in model.error_shapes}
    if model.service_model.service_name == "ec2" or code in declared | COMMON:
        return []
    return [f"error {code}: {model.name} declares {', '.join(sorted(declared)) or 'none'}"]


class Strict:
    """Differences between an answer's body and the operation's output shape."""

    def __init__(self, model):
        self.model = model
        self.found = []

    def answer(self, response):
        shape = self.model.output_shape
        protocol = self.model.service_model.resolved_protocol
        body = response["body"]
        if protocol == "json":
            if shape is not None:
                self.json(shape, json.loads(body or b"{}"), self.model.name)
        elif protocol in ("query", "ec2", "rest-xml"):
            if body:
                self.document(shape, ElementTree.fromstring(body), protocol)
        else:
            self.found.append(f"protocol {protocol} is not read strictly")
        return self.found

    def json(self, shape, value, path):
        if value is None:
            self.found.append(f"{path} is null")
        elif shape.type_name == "structure":
            if not isinstance(value, dict):
                self.found.append(f"{path} is no structure")
                return
            names = {member.serialization.get("name", name): member for name, member in shape.members.items()}
            self.missing(shape, value, path, lambda name: shape.members[name].serialization.get("name", name))
            for name, each in value.items():
                if name in names:
                    self.json(names[name], each, f"{path}.{name}")
                else:
                    self.found.append(f"{path}.{name} is not in the model")
        elif shape.type_name == "list":
            if not isinstance(value, list):
                self.found.append(f"{path} is no list")
                return
            for each in value:
                self.json(shape.member, each, f"{path}[]")
        elif shape.type_name == "map":
            if not isinstance(value, dict):
                self.found.append(f"{path} is no map")
                return
            for key, each in value.items():
                self.json(shape.value, each, f"{path}.{key}")
        else:
            self.scalar(shape, value, path)

    def scalar(self, shape, value, path):
        whole = isinstance(value, int) and not isinstance(value, bool)
        fits = {
            "string": isinstance(value, str),
            "boolean": isinstance(value, bool),
            "integer": whole,
            "long": whole,
            "float": whole or isinstance(value, float),
            "double": whole or isinstance(value, float),
            "timestamp": whole or isinstance(value, float),
            "blob": isinstance(value, str),
        }[shape.type_name]
        if not fits:
            self.found.append(f"{path} is {value!r}, no {shape.type_name}")
        self.named(shape, value, path)

    def named(self, shape, value, path):
        names = getattr(shape, "enum", None)
        if names and value not in names:
            self.found.append(f"{path} is {value!r}, not one of {names}")

    def missing(self, shape, present, path, spell):
        for name in shape.required_members:
            if shape.members[name].serialization.get("location") in ("header", "headers", "statusCode"):
                continue
            if spell(name) not in present:
                self.found.append(f"{path}.{name} is required and absent")

    def document(self, shape, root, protocol):
        extra = {"ResponseMetadata"} if protocol == "query" else {"requestId", "return"} if protocol == "ec2" else set()
        if shape is None:
            inside = [tag(each) for each in root if tag(each) not in extra]
            if inside:
                self.found.append(f"{self.model.name} has no output, and has {inside}")
            return
        wrapper = shape.serialization.get("resultWrapper")
        if protocol == "query" and wrapper:
            others = [tag(each) for each in root if tag(each) not in extra | {wrapper}]
            if others:
                self.found.append(f"{self.model.name}: {others} beside {wrapper}")
            root = next((each for each in root if tag(each) == wrapper), root)
            extra = set()
        if protocol == "ec2" and "return" in {m.serialization.get("name", n) for n, m in shape.members.items()}:
            extra.discard("return")
        self.element(shape, root, self.model.name, extra)

    def element(self, shape, element, path, extra=frozenset()):
        if shape.type_name == "structure":
            names = {key(name, member): member for name, member in shape.members.items()}
            seen = {tag(each) for each in element}
            self.missing(shape, seen, path, lambda name: key(name, shape.members[name]))
            for each in element:
                member = names.get(tag(each))
                if member is None:
                    if tag(each) not in extra:
                        self.found.append(f"{path}.{tag(each)} is not in the model")
                elif member.type_name == "list" and member.serialization.get("flattened"):
                    self.element(member.member, each, f"{path}.{tag(each)}[]")
                else:
                    self.element(member, each, f"{path}.{tag(each)}")
        elif shape.type_name == "list":
            name = shape.member.serialization.get("name", "member")
            for each in element:
                if tag(each) != name:
                    self.found.append(f"{path} holds {tag(each)}, not {name}")
                self.element(shape.member, each, f"{path}[]")
        elif shape.type_name == "map":
            for entry in element:
                names = [shape.key.serialization.get("name", "key"), shape.value.serialization.get("name", "value")]
                if tag(entry) != "entry" or [tag(each) for each in entry] != names:
                    self.found.append(f"{path} holds {tag(entry)} of {[tag(each) for each in entry]}")
        else:
            self.text(shape, element.text or "", path)

    def text(self, shape, text, path):
        number = r"[+-]?\d+"
        form = {
            "boolean": "true|false",
            "integer": number,
            "long": number,
            "float": rf"{number}(\.\d+)?([eE]{number})?",
            "double": rf"{number}(\.\d+)?([eE]{number})?",
            "timestamp": r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z",
        }.get(shape.type_name)
        if form and not re.fullmatch(form, text):
            self.found.append(f"{path} is {text!r}, no {shape.type_name}")
        self.named(shape, text, path)


def tag(element):
    return element.tag.rpartition("}")[2]


def key(name, member):
    """A member's element in the answer; a flattened list's is its items'."""
    if member.type_name == "list" and member.serialization.get("flattened"):
        return member.member.serialization.get("name", member.serialization.get("name", name))
    return member.serialization.get("name", name)


def examples(service, **_):
    loader = session.get_component("data_loader")
    return loader.load_service_model(service, "examples-1")["examples"]


def operations(service, **_):
    return session.get_service_model(service).operation_names


def moto(**_):
    try:
        import logging

        from moto.server import ThreadedMotoServer
    except ImportError as error:
        return {"missing": str(error)}
    logging.disable(logging.CRITICAL)
    server = ThreadedMotoServer(ip_address="127.0.0.1", port=0, verbose=False)
    server.start()
    host, port = server.get_host_and_port()
    return {"url": f"http://{host}:{port}"}


def plain(value):
    if isinstance(value, datetime.datetime):
        return {"$timestamp": value.isoformat()}
    if isinstance(value, bytes):
        return {"$blob": base64.b64encode(value).decode()}
    raise TypeError(str(type(value)))


answers = sys.stdout
sys.stdout = sys.stderr
for line in sys.stdin:
    request = json.loads(line)
    try:
        answer = globals()[request.pop("do")](**request)
    except Exception as error:  # Whatever it is, it is an answer that botocore could not read.
        answer = {"failed": f"{type(error).__name__}: {error}"}
    answers.write(json.dumps(answer, default=plain) + "\n")
    answers.flush()
