"""Waits until a Matrix server answers. usage: wait_for_server.py URL"""
import sys, time, urllib.error, urllib.request

for _ in range(300):
    try:
        urllib.request.urlopen(sys.argv[1] + "/_matrix/client/versions", timeout=5).read()
        sys.exit(0)
    except (urllib.error.URLError, ConnectionError):
        time.sleep(0.1)
sys.exit("the Matrix server did not start")
