"""Compares what task-status tells of tasks with what Celery's own AsyncResult says of them."""
import json
import os
import secrets
import sys
import threading
import time
import traceback
import uuid

from machinery import Failed, Machinery, post, wait_until

SERVER, CLI = sys.argv[1:3]
TOKEN = secrets.token_hex(16)
FAILURES = []


def expect(name, what, actual, expected):
    if actual != expected:
        FAILURES.append(f"{name}: {what} is {actual!r}, not {expected!r}")


class Watched:
    """A task, and the task-status program that watches it."""

    def __init__(self, machinery, name, result, address, token_file, deadline="120"):
        self.name, self.result, self._machinery = name, result, machinery
        self._command = ["dotnet", CLI, "watch", result.id, "--json", "--url", address, "--token-file", str(token_file), "--deadline", deadline, "--max-faults", "30"]
        self.exit_code = self.answer = None
        self.told = ""
        self._thread = threading.Thread(target=self._watch, daemon=True)
        self._thread.start()

    def _watch(self):
        done = self._machinery.run(*self._command, seconds=200)
        self.exit_code, self.told = done.returncode, done.stderr
        self.answer = json.loads(done.stdout) if done.stdout.strip() else None

    def wait(self):
        self._thread.join(220)
        if self.exit_code is None:
            raise Failed(f"{self.name} ({self.result.id}) is still watched")


def owed(result):
    """HTTP status, word, error and output that the API owes, by what Celery says."""
    state, value = result.state, result.result
    if state == "SUCCESS" and isinstance(value, dict) and value.get("status") == "FAILED":
        return 200, "FAILED", value.get("error"), {}
    if state == "SUCCESS":
        return 200, "SUCCESS", None, {} if value is None else value
    if state == "FAILURE":
        first = value.args[0] if value.args else None
        readable = isinstance(first, str) and "Traceback" not in first
        return 500, "FAILED", first if readable else "Internal Error", {}
    if state == "REVOKED":
        return 200, "FAILED", "Task revoked", {}
    return 200, "PENDING", None, {}


def compare(watched, addresses):
    """One task: the program's answer and exit code, and every server's answer, against Celery's."""
    status, word, error, output = owed(watched.result)
    name, answer = watched.name, watched.answer or {}
    expect(name, "the exit code", watched.exit_code, {"SUCCESS": 0, "FAILED": 1, "PENDING": 2}[word])
    if word != "PENDING":
        expect(name, "the status", answer.get("status"), word)
        expect(name, "the error", answer.get("error"), error)
        expect(name, "the output", answer.get("output"), output)
    bodies = set()
    for address in addresses:
        code, _, body = post(address + "/getImage", TOKEN, json.dumps({"id": watched.result.id}))
        expect(name, f"the HTTP status at {address}", code, status)
        bodies.add(body)
    expect(name, "the number of different answers of the servers", len(bodies), 1)
    if "Traceback" in json.dumps(answer) + "".join(bodies):
        FAILURES.append(f"{name}: a traceback reached the caller")
    print(f"{name:<22} {watched.result.state:<9} {status}  {word:<8} {watched.exit_code:>4}   {error or json.dumps(output)[:60]}", flush=True)


def seen_running(name, result, state, address):
    """While Celery is in a state that the API lacks, the API says PENDING."""
    wait_until(f"{name} {state}", lambda: result.state == state, 60, 0.05)
    code, _, body = post(address + "/getImage", TOKEN, json.dumps({"id": result.id}))
    still = result.state == state
    if still:
        expect(name, f"the answer during {state}", (code, json.loads(body)["status"]), (200, "PENDING"))
    print(f"{name:<22} {state:<9} {code}  {json.loads(body)['status']}", flush=True)


def on_redis(machinery, token_file):
    broker, backend = (f"redis://127.0.0.1:{machinery.redis_port}/{number}" for number in (0, 1))
    os.environ.update(BROKER=broker, BACKEND=backend, RESULT_EXTENDED="1")
    from app import app, fail, fail_softly, fail_with_traceback, give_list, give_nan, give_nothing, progress, retry, succeed, take_long

    machinery.start_redis()
    worker = machinery.start_worker("worker", broker, backend, RESULT_EXTENDED=1)
    addresses = [machinery.start_server(f"server{number}", SERVER, TOKEN, Redis=backend) for number in (1, 2)]
    wait_until("the worker", lambda: app.control.ping(timeout=1), 60)
    print(f"Redis on port {machinery.redis_port}, a worker (process {worker.pid}), two servers: {' '.join(addresses)}\n")
    print(f"{'task':<22} {'Celery':<9} HTTP API      exit", flush=True)

    watched = []

    def watch(name, result, **options):
        watched.append(Watched(machinery, name, result, addresses[len(watched) % 2], token_file, **options))
        return result

    watch("succeeds", succeed.delay(prompt="a dog"))
    watch("gives a list", give_list.delay())
    watch("gives nothing", give_nothing.delay())
    watch("fails", fail.delay())
    watch("fails with traceback", fail_with_traceback.delay())
    watch("fails softly", fail_softly.delay())
    seen_running("retries", watch("retries", retry.delay()), "RETRY", addresses[0])
    seen_running("reports progress", watch("reports progress", progress.delay()), "PROGRESS", addresses[1])
    watch("is not known", app.AsyncResult(str(uuid.uuid4())), deadline="4")

    killed = watch("is revoked in its run", take_long.delay(60))
    seen_running("is revoked in its run", killed, "STARTED", addresses[0])
    killed.revoke(terminate=True)
    waiting = watch("is revoked in waiting", succeed.apply_async(countdown=5))
    waiting.revoke()
    wait_until("the revocation", lambda: killed.state == waiting.state == "REVOKED", 60)

    outage(machinery, addresses, watch("takes long", take_long.delay(20)), watch("runs into the outage", progress.delay(12)))
    watch("comes after it", succeed.delay())
    for task in watched:
        task.wait()
    for task in watched:
        compare(task, addresses)
    if not any("503" in task.told for task in watched):
        FAILURES.append("nobody who watched was told of the outage")

    refused(machinery, addresses[0], give_nan.delay(), "NaN")
    app.backend.client.set("celery-task-meta-pickled", b"\x80\x04\x95\x0b\x00\x00\x00\x00\x00\x00\x00}\x94")
    refused(machinery, addresses[0], app.AsyncResult("pickled"), "pickle")
    for name in ("server1", "server2"):
        log = machinery.log_of(name)
        expect(name, "the token in its log", TOKEN in log, False)
        expect(name, "a word in its log of the end of the outage", "The store answers again" in log, True)


def outage(machinery, addresses, *running):
    """Redis is killed while tasks run and are watched, and comes back. The workers are left alone."""
    for result in running:
        wait_until("the start of a task", lambda: result.state in ("STARTED", "PROGRESS"), 60)
    machinery.kill_redis()
    print(f"{'(Redis is killed)':<22}", end=" ", flush=True)
    codes = [post(address + "/getImage", TOKEN, '{"id":"x"}') for address in addresses]
    for code, headers, body in codes:
        expect("the outage", "the answer", (code, "Retry-After" in headers, headers.get("Content-Type")), (503, True, "application/problem+json"))
    time.sleep(4)
    machinery.start_redis()
    for address in addresses:
        wait_until("recovery", lambda: post(address + "/getImage", TOKEN, '{"id":"x"}')[0] == 200, 20)
    print(f"          {codes[0][0]}  and 200 again when it is back", flush=True)


def refused(machinery, address, result, reason):
    """What is no JSON is refused with its reason, by the server and by the program."""
    wait_until(reason, lambda: post(address + "/getImage", TOKEN, json.dumps({"id": result.id}))[0] == 500, 30)
    done = machinery.run("dotnet", CLI, "ask", result.id, "--url", address, seconds=60, TASK_STATUS_TOKEN=TOKEN)
    expect(reason, "the exit code", done.returncode, 3)
    expect(reason, "the reason told", reason in done.stderr, True)
    print(f"{'(' + reason + ')':<22} {'':<9} 500  {'':<8} {done.returncode:>4}   {done.stderr.strip()[:90]}", flush=True)


def on_folder(machinery, token_file):
    """The embedded way: Celery's file backend, with a folder for a broker too."""
    from celery import Celery

    folder, results = machinery.folder / "broker", machinery.folder / "results"
    folder.mkdir()
    results.mkdir()
    # The same broker for the worker and for us; revoking does not work over it, as Celery's documentation says.
    backend = results.as_uri()
    machinery.start_worker("folder-worker", "filesystem://", backend, FOLDER_BROKER=folder, RESULT_EXTENDED=0)
    address = machinery.start_server("folder-server", SERVER, TOKEN, Folder=backend)
    app = Celery("app", broker="filesystem://", backend=backend)
    app.conf.broker_transport_options = {"data_folder_in": str(folder), "data_folder_out": str(folder)}
    print(f"\nthe folder backend, and a server: {address}\n", flush=True)
    watched = [
        Watched(machinery, name, app.send_task("app." + task), address, token_file)
        for name, task in (("succeeds", "succeed"), ("fails", "fail"), ("fails softly", "fail_softly"), ("retries", "retry"), ("reports progress", "progress"))
    ]
    for task in watched:
        task.wait()
    for task in watched:
        compare(task, [address])


def main():
    started = time.monotonic()
    machinery = Machinery()
    try:
        token_file = machinery.folder / "token"
        token_file.write_text(TOKEN + "\n")
        token_file.chmod(0o600)
        on_redis(machinery, token_file)
        on_folder(machinery, token_file)
    except Exception:  # pylint: disable=broad-except
        FAILURES.append(traceback.format_exc())
        machinery.show_logs()
    print()
    for failure in FAILURES:
        print("WRONG:", failure)
    print("Every outcome is what Celery says." if not FAILURES else f"{len(FAILURES)} wrong.", f"{time.monotonic() - started:.0f} s")
    machinery.leave(1 if FAILURES else 0)


if __name__ == "__main__":
    main()
