"""The service as a real process: what it tells, what nobody else can read of it, and how it ends and comes back."""

from __future__ import annotations

import contextlib
import os
import pickle
import secrets
import signal
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication

from desktop.data_folder import DataFolder, open_data_folder
from desktop.demo_ministry.mailbox import Correspondent, DemoMailbox, MailboxStory
from desktop.demo_ministry.mailbox.letter import AttachedFile
from desktop.remembered_account import remember_account, remembered_account
from desktop.service_process import ServiceProcess, check_sign_in
from docs_archive import ArchiveSettings
from mail import (
    Account,
    FindPeople,
    FolderRole,
    MailboxWithShared,
    MailSettings,
    Person,
    SharedMailbox,
    WrongPassword,
    open_mailbox,
)
from tests.text_extraction.files import a_docx
from tests.ui.waiting import wait_until
from tests.waiting import eventually
from ui.service_link import ServiceLink
from ui.service_messages import Answer, Ask, Begin, MailEvent, Refresh, packed, unpacked, write_message
from ui.sync_status import Feature, SyncActivity, SyncStatus

pytestmark = pytest.mark.whole_program
ROOT = Path(__file__).parents[2]
HANH = Account("hanh.ntm@boldptxh.example", r"boldptxh\hanh.ntm")
SERVICE = (sys.executable, "-m", "desktop", "--service")
PARENT = """
import sys, time
from desktop.remembered_account import remember_account, remembered_account
from desktop.service_process import ServiceProcess
from ui.service_messages import read_message
from ui.sync_status import SyncStatus
process = ServiceProcess(read_message(sys.stdin.buffer))
while not isinstance(process.receive(), SyncStatus):
    pass
print(process.pid, flush=True)
time.sleep(300)
"""
"""A window's process in short: it starts the service, and lives until it is killed."""


@pytest.fixture
def mailbox() -> Iterator[DemoMailbox]:
    story = MailboxStory(owner=Correspondent("Nguyễn Thị Minh Hạnh", HANH.address))
    with DemoMailbox(story) as box:
        for number in range(3):
            box.deliver(subject=f"Thư số {number}")
        yield box


@pytest.fixture
def begin(mailbox: DemoMailbox, tmp_path: Path) -> Begin:
    return Begin(
        open_data_folder(tmp_path / "data").root,
        HANH,
        settings_of(mailbox),
        ArchiveSettings("http://127.0.0.1:9/", b"{}"),
        mailbox.password,
        secrets.token_bytes(32),
    )


def settings_of(mailbox: DemoMailbox) -> MailSettings:
    return MailSettings(mailbox.url, ("boldptxh.example",))


@contextlib.contextmanager
def running(first: object) -> Iterator[ServiceProcess]:
    process = ServiceProcess(first)
    try:
        yield process
    finally:
        process.close(10)


def heard_until(process: ServiceProcess, look: Callable[[Any], bool]) -> list[object]:
    """What the service says up to the message looked for. It must say it: a silent one ends the test by its timeout."""
    heard: list[object] = []
    while (message := process.receive()) is not None:
        heard.append(message)
        if look(message):
            return heard
    raise AssertionError(f"the service ended after {heard}")


def is_mail_idle(message: object) -> bool:
    return isinstance(message, SyncStatus) and message.feature is Feature.MAIL and message.activity is SyncActivity.IDLE


def is_alive(pid: int) -> bool:
    """A zombie nobody has collected yet is dead."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] not in "ZX"
    except (FileNotFoundError, ProcessLookupError):
        return False


def subjects(begin: Begin) -> set[str]:
    mailbox = open_mailbox(open_data_folder(begin.data_folder).mail_store(begin.account.address), begin.database_key)
    try:
        inbox = next(folder for folder in mailbox.folders() if folder.role is FolderRole.INBOX)
        return {summary.subject for summary in mailbox.summaries(mailbox.message_ids(inbox.id))}
    finally:
        mailbox.close()


def test_it_says_what_the_syncs_do(begin: Begin) -> None:
    with running(begin) as process:
        heard = heard_until(process, is_mail_idle)

    activities = [one.activity for one in heard if isinstance(one, SyncStatus) and one.feature is Feature.MAIL]
    assert activities == [SyncActivity.STARTING, SyncActivity.WORKING, SyncActivity.IDLE]
    assert any(isinstance(one, MailEvent) for one in heard)
    assert subjects(begin) == {"Thư số 0", "Thư số 1", "Thư số 2"}


def test_its_secrets_stand_neither_in_its_arguments_nor_in_its_environment(begin: Begin) -> None:
    with running(begin) as process:
        heard_until(process, is_mail_idle)
        seen = b"".join(Path(f"/proc/{process.pid}/{file}").read_bytes() for file in ("cmdline", "environ"))

    assert b"--service" in seen
    for secret in (begin.password.encode(), begin.database_key, begin.database_key.hex().encode()):
        assert secret not in seen
    written = b"".join(path.read_bytes() for path in begin.data_folder.rglob("*") if path.is_file())
    assert begin.password.encode() not in written and begin.database_key.hex().encode() not in written


@pytest.mark.parametrize("is_waiting", [False, True], ids=["at rest", "while it waits for the server"])
def test_it_ends_with_its_window_however_that_died(begin: Begin, mailbox: DemoMailbox, is_waiting: bool) -> None:
    if is_waiting:
        mailbox.hang("SyncFolderItems", 60)
    parent = subprocess.Popen([sys.executable, "-c", PARENT], stdin=subprocess.PIPE, stdout=subprocess.PIPE, cwd=ROOT)
    assert parent.stdin is not None and parent.stdout is not None
    try:
        write_message(parent.stdin, begin)  # type: ignore[arg-type]
        pid = int(parent.stdout.readline())
        eventually(lambda: "SyncFolderItems" in mailbox.requests)
        assert is_alive(pid)
    finally:
        parent.kill()
        parent.wait()
        parent.stdin.close()
        parent.stdout.close()

    eventually(lambda: not is_alive(pid))
    mailbox.behave()


def test_killed_it_is_started_again_and_nothing_is_lost(begin: Begin, mailbox: DemoMailbox) -> None:
    assert QApplication.instance() or QApplication(["service"])
    started: list[ServiceProcess] = []
    said: list[object] = []

    def launch() -> ServiceProcess:
        started.append(ServiceProcess(begin))
        return started[-1]

    link = ServiceLink(launch)
    link.mailbox_changed.connect(said.append)
    link.start()
    try:
        wait_until(lambda: Feature.MAIL in link.statuses and is_mail_idle(link.statuses[Feature.MAIL]), 60)
        before = subjects(begin)
        os.kill(started[0].pid, signal.SIGKILL)
        wait_until(lambda: len(started) == 2, 60)
        link.statuses.clear()
        wait_until(lambda: Feature.MAIL in link.statuses and is_mail_idle(link.statuses[Feature.MAIL]), 60)
        assert len(before) == 3 and subjects(begin) == before
        said.clear()
        mailbox.deliver(subject="Sau khi sống lại")
        link.refresh()
        wait_until(lambda: said and "Sau khi sống lại" in subjects(begin), 60)
    finally:
        link.close()
    assert not any(is_alive(process.pid) for process in started)


def test_the_link_says_its_last_word_once(begin: Begin) -> None:
    """Closing is an end in good order: no new process follows."""
    assert QApplication.instance() or QApplication(["service"])
    others = set(threading.enumerate())
    started: list[ServiceProcess] = []
    link = ServiceLink(lambda: started.append(ServiceProcess(begin)) or started[-1])  # type: ignore[func-returns-value]
    link.start()
    wait_until(lambda: Feature.MAIL in link.statuses, 60)

    link.close()

    eventually(lambda: not any(thread.name == "service-link" for thread in set(threading.enumerate()) - others))
    QApplication.processEvents()
    assert len(started) == 1 and not is_alive(started[0].pid)


class _Evil:
    def __reduce__(self) -> tuple[Any, ...]:
        return os.mkdir, (self.path,)

    def __init__(self, path: str) -> None:
        self.path = path


def test_a_first_message_it_does_not_know_ends_it(tmp_path: Path) -> None:
    for first in (pickle.dumps(Refresh()), pickle.dumps(_Evil(str(tmp_path / "made"))), b"no pickle", b""):
        message = len(first).to_bytes(4, "big") + first
        done = subprocess.run(SERVICE, input=message, capture_output=True, cwd=ROOT, timeout=60)
        assert (done.returncode, done.stdout) == (2, b"")
    assert not (tmp_path / "made").exists()


def test_a_sign_in_is_tried_once_and_named(mailbox: DemoMailbox) -> None:
    found = check_sign_in(HANH, settings_of(mailbox), mailbox.password)

    assert found.person.address == HANH.address
    assert found.ews_url == ""  # the profile says it
    assert mailbox.failed_sign_ins == 0


def test_where_the_profile_names_no_server_it_is_found_by_the_address(mailbox: DemoMailbox, tmp_path: Path) -> None:
    where = mailbox.url.replace("/EWS/Exchange.asmx", "/autodiscover/autodiscover.xml")
    settings = replace(settings_of(mailbox), ews_url="", autodiscover_url=where)
    found = check_sign_in(HANH, settings, mailbox.password)

    assert found.ews_url == mailbox.url
    remember_account(tmp_path, replace(HANH, ews_url=found.ews_url))
    assert remembered_account(tmp_path) == replace(HANH, ews_url=found.ews_url)


def test_a_wrong_password_is_sent_once(mailbox: DemoMailbox) -> None:
    with pytest.raises(WrongPassword):
        check_sign_in(HANH, settings_of(mailbox), "không phải")

    assert mailbox.failed_sign_ins == mailbox.sign_in_attempts == 1


def test_a_refused_password_is_not_sent_again_whatever_she_does(begin: Begin, mailbox: DemoMailbox) -> None:
    def refused(message: object) -> bool:
        return isinstance(message, SyncStatus) and isinstance(message.error, WrongPassword)

    with running(replace(begin, password="không phải")) as process:
        heard_until(process, refused)
        for _ in range(3):
            process.send(Refresh())
            heard_until(process, refused)

    assert mailbox.failed_sign_ins == 1


def test_without_a_password_the_server_is_not_asked(begin: Begin, mailbox: DemoMailbox) -> None:
    """She works on the local copy; an empty password would count against her account."""
    with running(replace(begin, password="")) as process:
        heard_until(process, lambda said: isinstance(said, SyncStatus) and isinstance(said.error, WrongPassword))

    assert mailbox.sign_in_attempts == 0


def test_a_question_is_answered_while_the_sync_waits_for_the_server(begin: Begin, mailbox: DemoMailbox) -> None:
    mailbox.hang("SyncFolderItems", 60)
    with running(begin) as process:
        eventually(lambda: "SyncFolderItems" in mailbox.requests)
        process.send(Ask(5, packed(FindPeople("không có ai"))))
        (answer,) = [
            said for said in heard_until(process, lambda said: isinstance(said, Answer)) if isinstance(said, Answer)
        ]
        assert (answer.id, answer.error, unpacked(answer.value)) == (5, None, ())
        mailbox.behave()


def test_a_refused_password_is_not_sent_again_by_a_question(begin: Begin, mailbox: DemoMailbox) -> None:
    with running(replace(begin, password="không phải")) as process:
        for number in range(3):
            process.send(Ask(number, packed(FindPeople("Đỗ"))))
            heard = heard_until(process, lambda said: isinstance(said, Answer))
            assert isinstance(heard[-1], Answer) and isinstance(heard[-1].error, WrongPassword)

    assert mailbox.failed_sign_ins == 1


def test_a_shared_mailbox_is_synced_beside_hers_and_one_that_is_refused_holds_nothing_up(
    begin: Begin, mailbox: DemoMailbox
) -> None:
    office = SharedMailbox(Person("Văn phòng Bộ", "vanphong@boldptxh.example"))
    shared = mailbox.share(Correspondent(office.owner.name, office.owner.address))
    shared.deliver("Thư của văn phòng")
    path = open_data_folder(begin.data_folder).mail_store(begin.account.address)
    path.parent.mkdir(parents=True, exist_ok=True)
    with contextlib.closing(MailboxWithShared(path, begin.database_key)) as whole:
        whole.open_shared(office)

        def shared_subjects() -> list[str]:
            inbox = next((one for one in whole.folders() if one.id.startswith("@") and one.role.value == "inbox"), None)
            return [] if inbox is None else [row.subject for row in whole.summaries(whole.message_ids(inbox.id))]

        with running(begin) as process:
            heard_until(process, is_mail_idle)

            def listen() -> None:  # a pipe nobody empties would fill up
                while process.receive() is not None:
                    pass

            threading.Thread(target=listen, daemon=True).start()
            eventually(lambda: shared_subjects() == ["Thư của văn phòng"])
            shared.access.may_read = False  # taken away from her: hers goes on
            mailbox.deliver(subject="Thư mới của tôi")
            process.send(Refresh())
            eventually(lambda: "Thư mới của tôi" in subjects(begin))
        assert shared_subjects() == ["Thư của văn phòng"]


def test_with_a_shared_mailbox_open_new_mail_of_hers_is_still_pushed(begin: Begin, mailbox: DemoMailbox) -> None:
    office = SharedMailbox(Person("Văn phòng Bộ", "vanphong@boldptxh.example"))
    mailbox.share(Correspondent(office.owner.name, office.owner.address)).deliver("Thư của văn phòng")
    path = open_data_folder(begin.data_folder).mail_store(begin.account.address)
    path.parent.mkdir(parents=True, exist_ok=True)
    with contextlib.closing(MailboxWithShared(path, begin.database_key)) as whole:
        whole.open_shared(office)
        for turn in range(2):  # at the second start its folders are known
            with running(begin) as process:
                heard_until(process, is_mail_idle)
                threading.Thread(target=lambda one=process: list(iter(one.receive, None)), daemon=True).start()
                eventually(lambda: any(one.id.startswith("@") and one.role.value == "inbox" for one in whole.folders()))
                mailbox.deliver(subject=f"Thư đẩy {turn}")
                eventually(lambda number=turn: f"Thư đẩy {number}" in subjects(begin))


def test_new_mail_in_a_shared_mailbox_is_pushed_too_and_caught_up_with_after_each_stream(
    begin: Begin, mailbox: DemoMailbox
) -> None:
    office = SharedMailbox(Person("Văn phòng Bộ", "vanphong@boldptxh.example"))
    shared = mailbox.share(Correspondent(office.owner.name, office.owner.address))
    shared.deliver("Thư đầu")
    mailbox.seconds_per_minute = 0.05  # a stream lasts 1.5 s
    patient = replace(begin, mail=replace(begin.mail, poll_interval=3600.0))  # only a push can bring it
    path = open_data_folder(begin.data_folder).mail_store(begin.account.address)
    path.parent.mkdir(parents=True, exist_ok=True)
    with contextlib.closing(MailboxWithShared(path, begin.database_key)) as whole:
        whole.open_shared(office)

        def shared_subjects() -> set[str]:
            inbox = next((one for one in whole.folders() if one.id.startswith("@") and one.role.value == "inbox"), None)
            ids = whole.message_ids(inbox.id) if inbox is not None else []
            return {row.subject for row in whole.summaries(ids)}

        with running(patient) as process:
            threading.Thread(target=lambda: list(iter(process.receive, None)), daemon=True).start()
            eventually(lambda: "Thư đầu" in shared_subjects())
            eventually(lambda: mailbox.requests.count("Subscribe") >= 2)
            shared.deliver("Thư đẩy")
            eventually(lambda: "Thư đẩy" in shared_subjects())
            for number in range(3):  # streams end all the while; what comes between two of them is caught up with
                count = mailbox.requests.count("Subscribe")
                shared.deliver(f"Thư giữa hai lần nghe {number}")
                eventually(lambda one=number: f"Thư giữa hai lần nghe {one}" in shared_subjects())
                eventually(lambda before=count: mailbox.requests.count("Subscribe") >= before + 2)


def test_words_inside_attachments_are_found_once_the_sync_is_at_rest(mailbox: DemoMailbox, begin: Begin) -> None:
    file = AttachedFile("phu luc.docx", "application/octet-stream", a_docx("Phụ lục về thuế tàu bay"))
    mailbox.deliver(subject="Có phụ lục", attachments=[file])
    with running(begin) as process:
        heard_until(process, is_mail_idle)
        store = DataFolder(begin.data_folder).mail_store(HANH.address)
        local = open_mailbox(store, begin.database_key)
        try:
            eventually(lambda: local.search("tau bay"))
            assert [one.subject for one in local.summaries(local.search("tau bay"))] == ["Có phụ lục"]
        finally:
            local.close()
