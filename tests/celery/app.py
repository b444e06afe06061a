"""Tasks that end in every way that a task can end. Broker and backend come from the environment."""
import os
import time

from celery import Celery

app = Celery("app", broker=os.environ["BROKER"], backend=os.environ["BACKEND"])
app.conf.update(
    task_track_started=True,
    result_extended=os.environ.get("RESULT_EXTENDED") == "1",
    result_expires=600,
    broker_connection_retry=True,
    broker_connection_max_retries=None,
    # A task is taken from the broker when a process is free for it, so that one that waits can be revoked there.
    worker_prefetch_multiplier=1,
    task_acks_late=False,
)
if "FOLDER_BROKER" in os.environ:
    app.conf.broker_transport_options = {key: os.environ["FOLDER_BROKER"] for key in ("data_folder_in", "data_folder_out")}


@app.task
def succeed(prompt="a cat"):
    return {"result": ["https://images.example.com/1.png"], "Has_NSFW_Content": [False], "low_res_urls": [None],
            "time_required": {"startup_time": 0.5, "runtime": 1.25}}


@app.task
def give_list():
    return ["https://images.example.com/1.png", "é 😀"]


@app.task
def give_nothing():
    return None


@app.task
def fail():
    raise ValueError("Service Not Found", "no service is called x")


@app.task
def fail_with_traceback():
    try:
        return 1 / 0
    except ZeroDivisionError:
        import traceback
        raise RuntimeError(traceback.format_exc())


@app.task
def fail_softly():
    return {"status": "FAILED", "error": "Service Not Found", "error_data": {"service": "x"}}


@app.task(bind=True, max_retries=3)
def retry(self):
    if self.request.retries < 2:
        raise self.retry(exc=KeyError("again"), countdown=2)
    return {"retries": self.request.retries}


@app.task(bind=True)
def progress(self, seconds=6):
    for current in range(seconds):
        self.update_state(state="PROGRESS", meta={"current": current, "total": seconds})
        time.sleep(1)
    return {"total": seconds}


@app.task
def take_long(seconds=20):
    time.sleep(seconds)
    return {"slept": seconds}


@app.task
def give_nan():
    return float("nan")
