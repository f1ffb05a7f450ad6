# SPDX-FileCopyrightText: Snapdeck contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The real `openstack`, kept running: most of what a command takes is the start of Python.

Reads a line for each command, a JSON array of its arguments, and answers by a line with the exit
code and what the command printed.
"""

import contextlib
import io
import json
import logging
import sys

from openstackclient import shell

answers = sys.stdout
for line in sys.stdin:
    output, errors = io.StringIO(), io.StringIO()
    with contextlib.redirect_stdout(output), contextlib.redirect_stderr(errors):
        try:
            code = shell.main(json.loads(line))
        except SystemExit as end:
            code = end.code
    # Each command adds its own; those of earlier ones would write too.
    logging.getLogger().handlers.clear()
    answer = {"code": code or 0, "output": output.getvalue(), "errors": errors.getvalue()}
    print(json.dumps(answer), file=answers, flush=True)
