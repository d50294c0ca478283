"""SyncFolderItems and SyncFolderHierarchy: pages, every kind of change, states that are lost."""

from __future__ import annotations

import base64

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.demo_ministry.mailbox import DemoMailbox
from desktop.demo_ministry.mailbox.change_log import Change, ChangeLog

from .raw_ews import Answer, RawEws, folder_id


def changes_of(answer: Answer) -> list[tuple[str, str]]:
    kinds = answer.body.xpath(".//*[local-name()='Changes']/*")
    return [(one.tag.rpartition("}")[2], one.xpath("string(.//*[local-name()='ItemId']/@Id)")) for one in kinds]


def state_of(answer: Answer) -> str:
    return answer.one(".//m:SyncState")


def test_a_first_sync_comes_in_pages_and_ends(mailbox: DemoMailbox, client: RawEws) -> None:
    ids = [mailbox.deliver(subject=str(number)) for number in range(25)]
    seen: list[tuple[str, str]] = []
    state, last = None, "false"
    pages = 0
    while last == "false":
        answer = client.sync(state=state, most=10)
        seen += changes_of(answer)
        state, last = state_of(answer), answer.one(".//m:IncludesLastItemInRange")
        pages += 1
    assert seen == [("Create", one) for one in ids]
    assert pages == 3
    assert changes_of(client.sync(state=state)) == []


def test_pages_are_as_small_as_a_tester_wants_and_never_over_512(mailbox: DemoMailbox, client: RawEws) -> None:
    for number in range(5):
        mailbox.deliver(subject=str(number))
    mailbox.max_sync_items = 2
    assert len(changes_of(client.sync(most=512))) == 2
    request = (
        "<m:SyncFolderItems><m:ItemShape><t:BaseShape>IdOnly</t:BaseShape></m:ItemShape>"
        f"<m:SyncFolderId>{folder_id('inbox')}</m:SyncFolderId><m:MaxChangesReturned>513</m:MaxChangesReturned>"
        "</m:SyncFolderItems>"
    )
    assert client.ask(request, is_valid=False).codes == ["ErrorInvalidArgument"]


def test_every_kind_of_change_is_told_once(mailbox: DemoMailbox, client: RawEws) -> None:
    read, flagged, moved, deleted = (mailbox.deliver(subject=name) for name in "abcd")
    state = state_of(client.sync())
    mailbox.mark_read(read)
    mailbox.change(flagged, flag="Flagged")
    mailbox.change(flagged, categories=["Gấp"])
    new_id = mailbox.move(moved, "deleteditems")
    mailbox.delete(deleted)
    new = mailbox.deliver(subject="e")
    passing = mailbox.deliver(subject="f")
    mailbox.delete(passing)
    answer = client.sync(state=state)
    assert changes_of(answer) == [
        ("ReadFlagChange", read),
        ("Update", flagged),
        ("Delete", moved),
        ("Delete", deleted),
        ("Create", new),
    ]
    assert answer.one(".//t:ReadFlagChange/t:IsRead") == "true"
    assert ("Create", new_id) in changes_of(client.sync("deleteditems"))
    assert changes_of(client.sync(state=state_of(answer))) == []


def test_a_changed_item_has_a_new_change_key(mailbox: DemoMailbox, client: RawEws) -> None:
    item_id = mailbox.deliver()
    before = client.get_items([item_id]).one(".//t:ItemId/@ChangeKey")
    mailbox.mark_read(item_id)
    assert client.get_items([item_id]).one(".//t:ItemId/@ChangeKey") != before


def test_bad_strange_and_forgotten_states_are_refused(mailbox: DemoMailbox, client: RawEws) -> None:
    mailbox.deliver()
    good = state_of(client.sync())
    of_another_folder = state_of(client.sync("drafts"))
    too_far = base64.b64encode(base64.b64decode(good)[:-16] + b"\0" * 7 + b"\x63" + b"\0" * 7 + b"\x63").decode()
    for bad in ("rác", "AAAA", of_another_folder, too_far):
        assert client.sync(state=bad).codes == ["ErrorInvalidSyncStateData"], bad
    assert client.sync(state=good).codes == ["NoError"]
    mailbox.forget_sync_states()
    assert client.sync(state=good).codes == ["ErrorInvalidSyncStateData"]
    assert len(changes_of(client.sync())) == 1


def test_ignored_items_are_left_out_and_a_deleted_folder_is_said_so(mailbox: DemoMailbox, client: RawEws) -> None:
    first, second = mailbox.deliver(subject="a"), mailbox.deliver(subject="b")
    answer = client.ask(
        "<m:SyncFolderItems><m:ItemShape><t:BaseShape>IdOnly</t:BaseShape></m:ItemShape>"
        f'<m:SyncFolderId>{folder_id("inbox")}</m:SyncFolderId><m:Ignore><t:ItemId Id="{first}"/></m:Ignore>'
        "<m:MaxChangesReturned>10</m:MaxChangesReturned></m:SyncFolderItems>"
    )
    assert changes_of(answer) == [("Create", second)]
    own = mailbox.add_folder("Tạm")
    mailbox.delete_folder("Tạm")
    assert client.sync(own).codes == ["ErrorItemNotFound"]


def hierarchy(client: RawEws, state: str | None = None) -> Answer:
    state_xml = f"<m:SyncState>{state}</m:SyncState>" if state else ""
    return client.ask(
        "<m:SyncFolderHierarchy><m:FolderShape><t:BaseShape>AllProperties</t:BaseShape></m:FolderShape>"
        f"<m:SyncFolderId>{folder_id('msgfolderroot')}</m:SyncFolderId>{state_xml}</m:SyncFolderHierarchy>"
    )


def test_the_folder_tree_is_synced_too(mailbox: DemoMailbox, client: RawEws) -> None:
    first = hierarchy(client)
    assert len(first.all(".//t:Create")) == len(mailbox.folders)
    assert "inbox" in first.all(".//t:DistinguishedFolderId")
    mailbox.add_folder("Công văn đến")
    mailbox.add_folder("Tạm")
    second = hierarchy(client, state_of(first))
    assert second.all(".//t:Create/t:Folder/t:DisplayName") == ["Công văn đến", "Tạm"]
    mailbox.rename_folder("Công văn đến", "Văn bản đến")
    mailbox.delete_folder("Tạm")
    third = hierarchy(client, state_of(second))
    assert third.all(".//t:Update/t:Folder/t:DisplayName") == ["Văn bản đến"]
    assert len(third.all(".//t:Delete/t:FolderId/@Id")) == 1
    mailbox.forget_sync_states()
    assert hierarchy(client, state_of(third)).codes == ["ErrorInvalidSyncStateData"]


class Follower:
    """What a client that does as it is told believes to be in a folder."""

    def __init__(self) -> None:
        self.base = self.cursor = 0
        self.items: set[str] = set()

    def take_page(self, log: ChangeLog, limit: int) -> bool:
        page = log.page(self.base, self.cursor, limit)
        assert len(page.changes) <= limit
        assert len({item for _, item in page.changes}) == len(page.changes)
        for change, item in page.changes:
            if change is Change.DELETED:
                self.items.discard(item)
            else:
                self.items.add(item)
        self.base, self.cursor = page.base, page.cursor
        return page.is_last


@settings(max_examples=150, deadline=None)
@given(
    st.lists(
        st.one_of(
            st.tuples(st.just("create"), st.integers(0, 9)),
            st.tuples(st.just("delete"), st.integers(0, 9)),
            st.tuples(st.just("update"), st.integers(0, 9)),
            st.tuples(st.just("page"), st.integers(1, 4)),
        ),
        max_size=60,
    )
)
def test_whatever_happens_between_pages_the_client_ends_with_the_truth(steps: list[tuple[str, int]]) -> None:
    log, truth, follower, made = ChangeLog(), {}, Follower(), 0
    for step, number in steps:
        if step == "page":
            follower.take_page(log, number)
        elif step == "create" and number not in truth:
            made += 1
            truth[number] = f"item-{made}"
            log.append(Change.CREATED, truth[number])
        elif step == "delete" and number in truth:
            log.append(Change.DELETED, truth.pop(number))
        elif step == "update" and number in truth:
            log.append(Change.READ_FLAG if number % 2 else Change.UPDATED, truth[number])
    for _ in range(len(log) + 1):
        if follower.take_page(log, 3):
            break
    else:
        pytest.fail("the pages never end")
    assert follower.items == set(truth.values())
