"""Stores one result of every state through Celery's own backend (BACKEND), and says of each what Celery's AsyncResult says."""
import json
import os
import sys
import uuid

from celery import Celery
from celery.exceptions import TaskRevokedError

app = Celery("store", backend=os.environ["BACKEND"])
app.conf.update(result_extended=os.environ.get("RESULT_EXTENDED") == "1", result_serializer=os.environ.get("SERIALIZER", "json"), accept_content=["json", "pickle"])


class Request:
    """As much of a worker's request as a backend asks for."""
    chord = group = errbacks = callbacks = chain = parent_id = root_id = None
    children, ignore_result, retries = [], False, 0
    task, args, kwargs, hostname = "app.paint", [1], {"prompt": "a cat"}, "w1@localhost"
    delivery_info = {"routing_key": "celery"}

    def __init__(self, task_id):
        self.id = task_id


def store(state, value, traceback=None):
    task_id = str(uuid.uuid4())
    app.backend.store_result(task_id, value, state, traceback=traceback, request=Request(task_id))
    return task_id


TRACEBACK = 'Traceback (most recent call last):\n  File "/srv/secret.py", line 1'
ids = [
    store("SUCCESS", {"result": ["https://x/1.png"], "Has_NSFW_Content": [False], "low_res_urls": [None]}),
    store("SUCCESS", ["é", "😀"]),
    store("SUCCESS", {"status": "FAILED", "error": "Service Not Found", "error_data": "x"}),
    store("SUCCESS", {"id": uuid.UUID(int=7)}),
    store("FAILURE", ValueError("Service Not Found", "..."), TRACEBACK),
    store("FAILURE", KeyError(7), TRACEBACK),
    store("RETRY", KeyError("again"), TRACEBACK),
    store("REVOKED", TaskRevokedError("terminated")),
    store("PROGRESS", {"current": 10, "total": 25}),
    store("STARTED", {"pid": 7, "hostname": "w1@localhost"}),
    str(uuid.uuid4()),
]
for each in ids:
    result = app.AsyncResult(each)
    value = result.result
    json.dump({
        "id": each, "state": result.state,
        "message": value.args[0] if isinstance(value, Exception) and value.args and isinstance(value.args[0], str) else None,
        "value": None if isinstance(value, Exception) else json.loads(json.dumps(value, default=str)),
    }, sys.stdout)
    print()
sys.stdout.flush()
os._exit(0)
