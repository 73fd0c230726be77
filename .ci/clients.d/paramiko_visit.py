"""Reads the résumé with Paramiko.

usage: paramiko_visit.py PORT none|password|key

The second argument is the authentication method that the client tries first.
"""

import sys
import time

import paramiko

PORT, FIRST = int(sys.argv[1]), sys.argv[2]
BOUND = 15  # seconds for each wait


def connect():
    """Returns a transport that authenticated with its first attempt."""
    transport = paramiko.Transport(("127.0.0.1", PORT))
    transport.start_client(timeout=BOUND)
    if FIRST == "none":
        left = transport.auth_none("visitor")
    elif FIRST == "password":
        left = transport.auth_password("visitor", "no secret")
    else:
        left = transport.auth_publickey("visitor", paramiko.RSAKey.generate(2048))
    assert left == [], f"the server wants more: {left}"
    assert transport.is_authenticated(), "not authenticated"
    return transport


def session(transport):
    channel = transport.open_session(timeout=BOUND)
    channel.settimeout(BOUND)
    return channel


def everything(channel):
    said = b""
    while part := channel.recv(65536):
        said += part
    return said


def until(channel, words):
    """Reads until the words have arrived, wherever they are drawn, and returns all that was read."""
    said, end = b"", time.monotonic() + BOUND
    while words not in said:
        assert time.monotonic() < end, f"{words!r} did not come: {said!r}"
        part = channel.recv(65536)
        assert part, f"the server ended it: {said!r}"
        said += part
    return said


def main():
    transport = connect()

    channel = session(transport)
    channel.exec_command("text")
    said = everything(channel)
    assert b"Marcus Rodriguez" in said and b"\x1b" not in said, said
    assert channel.recv_exit_status() == 0

    channel = session(transport)
    channel.get_pty("xterm-256color", 100, 30)
    channel.invoke_shell()
    until(channel, b"Marcus")
    channel.resize_pty(60, 20)
    channel.send(b"2")
    until(channel, b"Netflix")
    channel.send(b"q")
    assert b"resume.pdf" in everything(channel)
    assert channel.recv_exit_status() == 0
    transport.close()


main()
