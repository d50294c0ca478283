"""``python -m desktop``, and the entry of the frozen program."""

from __future__ import annotations

import multiprocessing
import sys


def main() -> int:
    multiprocessing.freeze_support()  # a frozen child must turn off here, before anything else is imported
    if sys.argv[1:] == ["--read-files"]:  # a frozen child that reads attachments: nothing of the application is loaded
        from text_extraction.child import main as read_files

        return read_files()
    if sys.argv[1:] == ["--publish"]:  # the process that captures camera and microphone; it is told more over its pipe
        from desktop.bootstrap import run_publishing_child

        return run_publishing_child()
    from desktop.command_line import read_command_line

    command_line = read_command_line(sys.argv[1:])
    if command_line.service:
        from desktop.service_entry import main as serve

        return serve(command_line.prepare)
    if command_line.self_test:
        from desktop.self_test import run_self_test

        return run_self_test()
    from desktop.early_service import start_early

    service = start_early(command_line)  # reads the keyring while this process still loads Qt
    start = None
    if service is not None:
        from desktop.data_folder import default_root
        from desktop.early_window import show_early

        start = show_early(service, command_line.data_folder or default_root())
    from desktop.application import run

    return run(command_line, start)


if __name__ == "__main__":
    sys.exit(main())
