"""Templates and signatures are kept with the mail, and say what she wrote."""

from __future__ import annotations

from pathlib import Path

from mail import Signature, fill_signature, open_mailbox
from tests.mail.builders import KEY


def test_her_own_templates_stand_before_the_official_ones(tmp_path: Path) -> None:
    mailbox = open_mailbox(tmp_path / "mail.db", KEY)
    official = mailbox.templates.all()
    assert len(official) >= 5 and not any(one.is_own for one in official)
    mailbox.templates.save("Trình ký", "V/v trình ký", "<p>Kính trình …</p>")
    kept = mailbox.templates.save("  Báo   cáo tuần ", "Báo cáo tuần", "<p>1</p>")
    mailbox.templates.save("Báo cáo tuần", "Báo cáo tuần", "<p>2</p>")
    mailbox.close()
    mailbox = open_mailbox(tmp_path / "mail.db", KEY)
    own = [one for one in mailbox.templates.all() if one.is_own]
    assert [(one.name, one.html) for one in own] == [("Báo cáo tuần", "<p>2</p>"), ("Trình ký", "<p>Kính trình …</p>")]
    mailbox.templates.remove(kept.id)
    assert [one.name for one in mailbox.templates.all() if one.is_own] == ["Trình ký"]
    mailbox.close()


def test_a_signature_for_each_account(tmp_path: Path) -> None:
    mailbox = open_mailbox(tmp_path / "mail.db", KEY)
    assert mailbox.signatures.of("hanh@bo.example") is None
    signature = Signature("Nguyễn Thị Minh Hạnh", "Chuyên viên chính", "Cục Việc làm", "024 3826 9557")
    mailbox.signatures.save("Hanh@bo.example", signature)
    mailbox.signatures.save("vanthu@bo.example", Signature("Văn thư"))
    assert mailbox.signatures.of("hanh@BO.example") == signature
    mailbox.close()


def test_the_units_template_is_filled_and_empty_lines_are_left_out() -> None:
    template = "{name}\n{position}, {unit}\nĐT: {phone}\n{ministry}\nSố 12 Ngô Quyền"
    filled = fill_signature(
        template, Signature("Lan <b>", "", "Cục Việc làm"), address="lan@bo.example", ministry="Bộ LĐPTXH"
    )
    assert "<b>Lan &lt;b&gt;</b>" in filled and "ĐT:" not in filled and "Cục Việc làm" in filled
    assert "Bộ LĐPTXH" in filled and "Số 12 Ngô Quyền" in filled
    assert fill_signature(template, Signature("Lan", is_on=False), address="", ministry="") == ""
    assert fill_signature(template, Signature("Lan", custom_html="<p>L.</p>"), address="", ministry="") == "<p>L.</p>"
