"""Processes on free ports of this machine, all ended on every way out."""
import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from pathlib import Path

HERE = Path(__file__).resolve().parent


class Failed(Exception):
    """What was promised did not come."""


def free_port():
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return free.getsockname()[1]


def wait_until(what, condition, seconds, step=0.1):
    """Waits until the condition holds, and gives what it gave."""
    end = time.monotonic() + seconds
    while True:
        value = condition()
        if value:
            return value
        if time.monotonic() > end:
            raise Failed(f"{what}: not within {seconds} s")
        time.sleep(step)


class Machinery:
    """The processes, their logs and their folder. Ended by a signal it leaves nothing behind; else by leave()."""

    def __init__(self):
        self.folder = Path(tempfile.mkdtemp(prefix="task-status-celery-"))
        self._processes = []
        self._redis = None
        self.redis_port = free_port()
        for number in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP):
            signal.signal(number, lambda which, _: self.leave(128 + which))

    def leave(self, exit_code):
        """Ends every process and this one."""
        for process in reversed(self._processes):
            self._end(process)
        shutil.rmtree(self.folder, ignore_errors=True)
        sys.stdout.flush()
        sys.stderr.flush()
        # At once: Celery's results would look for the Redis that is gone, each for its time.
        os._exit(exit_code)

    def show_logs(self):
        """The last lines of every process."""
        for log in sorted(self.folder.glob("*.log")):
            lines = log.read_text(errors="replace").splitlines()
            print(f"\n-- the end of {log.name}", *lines[-25:], sep="\n", flush=True)

    def start(self, name, *command, **environment):
        """Starts a process in a group of its own, with a log of its own."""
        with open(self.folder / f"{name}.log", "ab") as log:
            process = subprocess.Popen(
                [str(part) for part in command], stdin=subprocess.DEVNULL, stdout=log, stderr=log, start_new_session=True,
                cwd=self.folder, env={**os.environ, **{key: str(value) for key, value in environment.items()}})
        self._processes.append(process)
        return process

    def run(self, *command, seconds, **environment):
        """Runs a program to its end, and gives what it wrote."""
        with subprocess.Popen(
                [str(part) for part in command], stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
                start_new_session=True, env={**os.environ, **environment}) as process:
            self._processes.append(process)
            output, errors = process.communicate(timeout=seconds)
            return subprocess.CompletedProcess(command, process.returncode, output, errors)

    def log_of(self, name):
        return (self.folder / f"{name}.log").read_text(errors="replace")

    def start_redis(self):
        """Starts Redis, or starts it again with all that it had acknowledged."""
        data = self.folder / "redis"
        data.mkdir(exist_ok=True)
        self._redis = self.start(
            "redis", "redis-server", "--port", self.redis_port, "--bind", "127.0.0.1", "--dir", data,
            "--save", "", "--appendonly", "yes", "--appendfsync", "always")
        wait_until("Redis", self._redis_answers, 20)

    def kill_redis(self):
        """SIGKILL: no good-bye, no last writing to disk."""
        os.killpg(self._redis.pid, signal.SIGKILL)
        self._redis.wait(10)

    def start_worker(self, name, broker, backend, **environment):
        return self.start(
            name, "/usr/bin/python3", "-B", "-m", "celery", "--workdir", HERE, "-A", "app", "worker",
            "--concurrency", "2", "--loglevel", "info", "--hostname", f"{name}@localhost", "--without-gossip", "--without-mingle",
            BROKER=broker, BACKEND=backend, **environment)

    def start_server(self, name, program, token, **settings):
        """Starts a task-status server, and gives its address."""
        address = f"http://127.0.0.1:{free_port()}"
        self.start(name, "dotnet", program, "--urls", address, TaskStatus__Token=token, **{f"TaskStatus__{key}": value for key, value in settings.items()})
        wait_until(name, lambda: get(address + "/health/ready") == 200, 60)
        return address

    def _redis_answers(self):
        done = subprocess.run(["redis-cli", "-p", str(self.redis_port), "ping"], capture_output=True, timeout=10, check=False)
        return done.stdout.strip() == b"PONG"

    @staticmethod
    def _end(process):
        for number, seconds in ((signal.SIGTERM, 5), (signal.SIGKILL, 5)):
            try:
                os.killpg(process.pid, number)
            except ProcessLookupError:
                pass
            try:
                process.wait(seconds)
            except subprocess.TimeoutExpired:
                continue
            if number == signal.SIGTERM:
                # Its children, which may not have heard it.
                try:
                    os.killpg(process.pid, signal.SIGKILL)
                except ProcessLookupError:
                    pass
            return


def get(url):
    """The status of an answer; 0 where there is none."""
    try:
        with urllib.request.urlopen(url, timeout=5) as answer:
            return answer.status
    except urllib.error.HTTPError as error:
        return error.code
    except OSError:
        return 0


def post(url, token, body):
    """Status, headers and body of an answer."""
    request = urllib.request.Request(
        url, data=body.encode(), headers={"Authorization": "Bearer " + token, "Content-Type": "application/json"}, method="POST")
    try:
        with urllib.request.urlopen(request, timeout=15) as answer:
            return answer.status, dict(answer.headers), answer.read().decode()
    except urllib.error.HTTPError as error:
        return error.code, dict(error.headers), error.read().decode()
