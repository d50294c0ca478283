"""Our errors into words and a weight; every sentence about a fault that a person can read stands here. No Qt.

A description says what happened, what it means for her, and what she can do. The window puts it into the language in
force with `ui.spoken_errors.spoken`; `describe(error)` alone speaks Vietnamese.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import conference
import docs_archive
import mail

from .weight import Weight

CONTEXT = "errors"


def QT_TRANSLATE_NOOP(context: str, text: str) -> str:  # the name lupdate looks for
    return text


@dataclass(frozen=True, slots=True)
class Description:
    """``title``: few words; ``text``: one sentence of what happened; ``advice``: what can be done."""

    title: str
    text: str
    advice: str
    weight: Weight

    @property
    def whole(self) -> str:
        return f"{self.text} {self.advice}".strip()


@dataclass(frozen=True, slots=True)
class Words:
    """Sentences may name the error's arguments in order: {0}, {1}."""

    title: str
    text: str
    advice: str
    weight: Weight = Weight.NOTICE


_WORDS: dict[type[BaseException], Words] = {
    # --- the mailbox: the server, or the way to it
    mail.Offline: Words(
        QT_TRANSLATE_NOOP("errors", "Không có mạng"),
        QT_TRANSLATE_NOOP("errors", "Máy chủ thư không trả lời."),
        QT_TRANSLATE_NOOP("errors", "Mọi việc vẫn làm được trên bản lưu ở máy này và sẽ được gửi đi khi có mạng lại."),
        Weight.STATUS,
    ),
    mail.WrongPassword: Words(
        QT_TRANSLATE_NOOP("errors", "Mật khẩu không đúng"),
        QT_TRANSLATE_NOOP("errors", "Máy chủ thư không nhận tên đăng nhập hoặc mật khẩu này."),
        QT_TRANSLATE_NOOP(
            "errors",
            "Hãy nhập lại mật khẩu. Bàn Công Vụ không tự thử lại, để tài khoản của anh/chị không bị khoá.",
        ),
        Weight.DIALOG,
    ),
    mail.CertificateNotTrusted: Words(
        QT_TRANSLATE_NOOP("errors", "Chứng thư máy chủ không tin cậy"),
        QT_TRANSLATE_NOOP("errors", "Chứng thư số của máy chủ {0} không được tin cậy, nên mật khẩu chưa được gửi đi."),
        QT_TRANSLATE_NOOP(
            "errors", "Hãy báo bộ phận công nghệ thông tin; đừng đăng nhập ở nơi khác bằng mật khẩu này."
        ),
        Weight.DIALOG,
    ),
    mail.ServerBusy: Words(
        QT_TRANSLATE_NOOP("errors", "Máy chủ đang bận"),
        QT_TRANSLATE_NOOP("errors", "Máy chủ thư đang bận và đề nghị chờ một lát."),
        QT_TRANSLATE_NOOP("errors", "Bàn Công Vụ sẽ tự thử lại."),
        Weight.STATUS,
    ),
    mail.NotExchange: Words(
        QT_TRANSLATE_NOOP("errors", "Không phải máy chủ Exchange"),
        QT_TRANSLATE_NOOP("errors", "Địa chỉ {0} có trả lời nhưng không phải là máy chủ thư Exchange."),
        QT_TRANSLATE_NOOP(
            "errors",
            "Có thể mạng đang đòi đăng nhập (Wi-Fi khách), hoặc hồ sơ của bộ ghi sai địa chỉ."
            " Hãy báo bộ phận công nghệ thông tin.",
        ),
        Weight.DIALOG,
    ),
    mail.MailServerNotFound: Words(
        QT_TRANSLATE_NOOP("errors", "Không tìm thấy máy chủ thư"),
        QT_TRANSLATE_NOOP("errors", "Không tìm thấy máy chủ thư của địa chỉ @{0}."),
        QT_TRANSLATE_NOOP("errors", "Hãy xem lại địa chỉ thư; nếu đã đúng, hãy báo bộ phận công nghệ thông tin."),
        Weight.DIALOG,
    ),
    mail.ProxyRefused: Words(
        QT_TRANSLATE_NOOP("errors", "Máy chủ trung gian (proxy) từ chối"),
        QT_TRANSLATE_NOOP(
            "errors", "Máy chủ trung gian (proxy) của mạng này đòi đăng nhập riêng, nên chưa tới được {0}."
        ),
        QT_TRANSLATE_NOOP("errors", "Hãy báo bộ phận công nghệ thông tin. Thư đã tải về vẫn đọc được."),
    ),
    mail.SyncStateLost: Words(
        QT_TRANSLATE_NOOP("errors", "Đang đồng bộ lại từ đầu"),
        QT_TRANSLATE_NOOP(
            "errors", "Máy chủ thư không còn nhớ lần đồng bộ trước; thư mục này được đồng bộ lại từ đầu."
        ),
        QT_TRANSLATE_NOOP("errors", "Không có thư nào bị mất."),
        Weight.STATUS,
    ),
    mail.ItemGone: Words(
        QT_TRANSLATE_NOOP("errors", "Thư không còn trên máy chủ"),
        QT_TRANSLATE_NOOP("errors", "Thư này đã bị xoá hoặc chuyển đi ở nơi khác."),
        QT_TRANSLATE_NOOP("errors", "Danh sách sẽ được cập nhật ngay."),
    ),
    mail.Refused: Words(
        QT_TRANSLATE_NOOP("errors", "Máy chủ từ chối"),
        QT_TRANSLATE_NOOP("errors", "Máy chủ thư từ chối việc này (mã {0})."),
        QT_TRANSLATE_NOOP(
            "errors", "Việc đó đã được hoàn lại. Nếu lặp lại, hãy đọc mã này cho bộ phận công nghệ thông tin."
        ),
    ),
    mail.OutcomeUnknown: Words(
        QT_TRANSLATE_NOOP("errors", "Chưa rõ đã gửi hay chưa"),
        QT_TRANSLATE_NOOP("errors", "Kết nối đứt sau khi đã gửi yêu cầu, nên chưa biết máy chủ đã làm hay chưa."),
        QT_TRANSLATE_NOOP("errors", "Bàn Công Vụ sẽ hỏi lại máy chủ trước khi thử lại, để không gửi hai lần."),
    ),
    mail.GatewayError: Words(
        QT_TRANSLATE_NOOP("errors", "Lỗi máy chủ thư"),
        QT_TRANSLATE_NOOP("errors", "Có trục trặc khi trao đổi với máy chủ thư."),
        QT_TRANSLATE_NOOP("errors", "Bàn Công Vụ sẽ thử lại sau."),
    ),
    # --- the mailbox: the local copy
    mail.WrongKey: Words(
        QT_TRANSLATE_NOOP("errors", "Không mở được kho thư"),
        QT_TRANSLATE_NOOP("errors", "Kho thư trên máy này không mở được bằng khoá hiện có."),
        QT_TRANSLATE_NOOP(
            "errors",
            "Nếu anh/chị dùng cụm mật khẩu, hãy nhập lại cho đúng. Kho cũ được giữ nguyên; thư trên máy chủ còn đủ.",
        ),
        Weight.DIALOG,
    ),
    mail.DiskFull: Words(
        QT_TRANSLATE_NOOP("errors", "Đĩa đầy"),
        QT_TRANSLATE_NOOP("errors", "Đĩa đã đầy, không ghi thêm được vào kho thư."),
        QT_TRANSLATE_NOOP("errors", "Hãy giải phóng chỗ trên đĩa; những gì đã có vẫn còn nguyên."),
        Weight.DIALOG,
    ),
    mail.UnknownSchema: Words(
        QT_TRANSLATE_NOOP("errors", "Kho thư của bản mới hơn"),
        QT_TRANSLATE_NOOP("errors", "Kho thư này do một bản Bàn Công Vụ mới hơn ghi (dạng {0}; bản này hiểu đến {1})."),
        QT_TRANSLATE_NOOP("errors", "Hãy cài bản mới nhất. Kho không bị thay đổi."),
        Weight.DIALOG,
    ),
    mail.StoreDamaged: Words(
        QT_TRANSLATE_NOOP("errors", "Kho thư bị hỏng"),
        QT_TRANSLATE_NOOP("errors", "Tệp kho thư trên máy này bị hỏng."),
        QT_TRANSLATE_NOOP(
            "errors", "Hãy báo bộ phận công nghệ thông tin trước khi xoá gì; thư trên máy chủ vẫn còn đủ."
        ),
        Weight.DIALOG,
    ),
    mail.StoreBusy: Words(
        QT_TRANSLATE_NOOP("errors", "Kho thư đang bận"),
        QT_TRANSLATE_NOOP("errors", "Kho thư trên máy này đang bận ghi nên việc vừa rồi chưa được lưu."),
        QT_TRANSLATE_NOOP("errors", "Hãy làm lại việc đó sau vài giây."),
    ),
    mail.StoreError: Words(
        QT_TRANSLATE_NOOP("errors", "Lỗi kho thư"),
        QT_TRANSLATE_NOOP("errors", "Có trục trặc với kho thư trên máy này."),
        QT_TRANSLATE_NOOP("errors", "Hãy đóng và mở lại Bàn Công Vụ; nếu vẫn vậy, báo bộ phận công nghệ thông tin."),
        Weight.DIALOG,
    ),
    mail.MailError: Words(
        QT_TRANSLATE_NOOP("errors", "Lỗi hộp thư"),
        QT_TRANSLATE_NOOP("errors", "Có trục trặc với hộp thư."),
        QT_TRANSLATE_NOOP("errors", "Bàn Công Vụ sẽ thử lại sau."),
    ),
    # --- the archive: the portal's feed
    docs_archive.FeedOffline: Words(
        QT_TRANSLATE_NOOP("errors", "Không có mạng"),
        QT_TRANSLATE_NOOP("errors", "Cổng văn bản không trả lời."),
        QT_TRANSLATE_NOOP("errors", "Kho văn bản trên máy này vẫn tra cứu được như thường."),
        Weight.STATUS,
    ),
    docs_archive.FeedCertificateNotTrusted: Words(
        QT_TRANSLATE_NOOP("errors", "Chứng thư cổng không tin cậy"),
        QT_TRANSLATE_NOOP("errors", "Chứng thư số của cổng văn bản {0} không được tin cậy; không có gì được nhận về."),
        QT_TRANSLATE_NOOP("errors", "Kho hiện có vẫn dùng được. Hãy báo bộ phận công nghệ thông tin."),
    ),
    docs_archive.FeedNotTrusted: Words(
        QT_TRANSLATE_NOOP("errors", "Nguồn văn bản không tin cậy"),
        QT_TRANSLATE_NOOP(
            "errors", "Nguồn văn bản do người lạ ký, không phải cổng đã đăng ký ({0}); không có gì được nhận về."
        ),
        QT_TRANSLATE_NOOP("errors", "Kho hiện có vẫn dùng được. Hãy báo bộ phận công nghệ thông tin."),
    ),
    docs_archive.FeedRolledBack: Words(
        QT_TRANSLATE_NOOP("errors", "Nguồn văn bản bị lùi"),
        QT_TRANSLATE_NOOP(
            "errors", "Cổng văn bản đưa ra một bản cũ hơn bản máy này đã có ({0}); bản cũ đó không được nhận."
        ),
        QT_TRANSLATE_NOOP("errors", "Kho hiện có vẫn dùng được. Nếu kéo dài, hãy báo bộ phận công nghệ thông tin."),
    ),
    docs_archive.FeedExpired: Words(
        QT_TRANSLATE_NOOP("errors", "Nguồn văn bản quá hạn"),
        QT_TRANSLATE_NOOP("errors", "Chữ ký của nguồn văn bản đã hết hạn từ {1}, hoặc đồng hồ của máy này chạy sai."),
        QT_TRANSLATE_NOOP("errors", "Hãy xem lại ngày giờ của máy; kho hiện có vẫn tra cứu được."),
    ),
    docs_archive.FeedDamaged: Words(
        QT_TRANSLATE_NOOP("errors", "Tệp văn bản bị hỏng khi tải"),
        QT_TRANSLATE_NOOP("errors", "Tệp {0} tải về không đúng với chữ ký nên bị bỏ."),
        QT_TRANSLATE_NOOP("errors", "Bàn Công Vụ sẽ tải lại; kho hiện có không bị ảnh hưởng."),
    ),
    docs_archive.FeedServerError: Words(
        QT_TRANSLATE_NOOP("errors", "Cổng văn bản báo lỗi"),
        QT_TRANSLATE_NOOP("errors", "Cổng văn bản trả lời bằng lỗi {0}."),
        QT_TRANSLATE_NOOP("errors", "Bàn Công Vụ sẽ tự thử lại; kho hiện có vẫn tra cứu được."),
        Weight.STATUS,
    ),
    docs_archive.NoFeedThere: Words(
        QT_TRANSLATE_NOOP("errors", "Không thấy bản sao kho văn bản"),
        QT_TRANSLATE_NOOP("errors", "Thư mục này không có bản sao kho văn bản của Cổng."),
        QT_TRANSLATE_NOOP("errors", "Hãy chọn thư mục có tệp timestamp.json, hoặc thư mục chứa nó."),
    ),
    docs_archive.FeedError: Words(
        QT_TRANSLATE_NOOP("errors", "Lỗi cổng văn bản"),
        QT_TRANSLATE_NOOP("errors", "Có trục trặc khi nhận văn bản từ cổng."),
        QT_TRANSLATE_NOOP("errors", "Bàn Công Vụ sẽ thử lại sau; kho hiện có vẫn tra cứu được."),
    ),
    # --- the archive: the local copy
    docs_archive.ArchiveDiskFull: Words(
        QT_TRANSLATE_NOOP("errors", "Đĩa đầy"),
        QT_TRANSLATE_NOOP("errors", "Đĩa đã đầy, không ghi thêm được vào kho văn bản."),
        QT_TRANSLATE_NOOP("errors", "Hãy giải phóng chỗ trên đĩa; những gì đã có vẫn còn nguyên."),
        Weight.DIALOG,
    ),
    docs_archive.ArchiveUnknownSchema: Words(
        QT_TRANSLATE_NOOP("errors", "Kho văn bản của bản mới hơn"),
        QT_TRANSLATE_NOOP(
            "errors", "Kho văn bản này do một bản Bàn Công Vụ mới hơn ghi (dạng {0}; bản này hiểu đến {1})."
        ),
        QT_TRANSLATE_NOOP("errors", "Hãy cài bản mới nhất. Kho không bị thay đổi."),
        Weight.DIALOG,
    ),
    docs_archive.ArchiveDamaged: Words(
        QT_TRANSLATE_NOOP("errors", "Kho văn bản bị hỏng"),
        QT_TRANSLATE_NOOP("errors", "Tệp kho văn bản trên máy này bị hỏng."),
        QT_TRANSLATE_NOOP("errors", "Kho có thể tải lại từ cổng; hãy báo bộ phận công nghệ thông tin."),
        Weight.DIALOG,
    ),
    docs_archive.ArchiveStoreError: Words(
        QT_TRANSLATE_NOOP("errors", "Lỗi kho văn bản"),
        QT_TRANSLATE_NOOP("errors", "Có trục trặc với kho văn bản trên máy này."),
        QT_TRANSLATE_NOOP("errors", "Hãy đóng và mở lại Bàn Công Vụ; nếu vẫn vậy, báo bộ phận công nghệ thông tin."),
        Weight.DIALOG,
    ),
    docs_archive.ArchiveError: Words(
        QT_TRANSLATE_NOOP("errors", "Lỗi kho văn bản"),
        QT_TRANSLATE_NOOP("errors", "Có trục trặc với kho văn bản."),
        QT_TRANSLATE_NOOP("errors", "Bàn Công Vụ sẽ thử lại sau."),
    ),
    # --- the conference
    conference.PlayerMissing: Words(
        QT_TRANSLATE_NOOP("errors", "Thiếu bộ phát VLC"),
        QT_TRANSLATE_NOOP("errors", "Máy này chưa có thư viện VLC (libVLC), nên chưa xem được cuộc họp."),
        QT_TRANSLATE_NOOP("errors", "Hãy đề nghị bộ phận công nghệ thông tin cài VLC; thư và văn bản vẫn dùng được."),
        Weight.DIALOG,
    ),
    conference.SchemeRefused: Words(
        QT_TRANSLATE_NOOP("errors", "Địa chỉ họp không được phép"),
        QT_TRANSLATE_NOOP("errors", "Địa chỉ điểm cầu bắt đầu bằng “{0}”; chỉ rtsp, rtsps, srt và https được phép."),
        QT_TRANSLATE_NOOP("errors", "Hãy báo bộ phận công nghệ thông tin sửa hồ sơ của bộ."),
    ),
    conference.AddressInvalid: Words(
        QT_TRANSLATE_NOOP("errors", "Địa chỉ họp không hợp lệ"),
        QT_TRANSLATE_NOOP("errors", "Địa chỉ điểm cầu trong hồ sơ của bộ không hợp lệ."),
        QT_TRANSLATE_NOOP("errors", "Hãy báo bộ phận công nghệ thông tin sửa hồ sơ của bộ."),
    ),
    conference.RecordingRefused: Words(
        QT_TRANSLATE_NOOP("errors", "Không ghi hình được"),
        QT_TRANSLATE_NOOP("errors", "Chưa ghi hình được: đĩa không đủ chỗ hoặc thư mục không ghi được."),
        QT_TRANSLATE_NOOP("errors", "Hãy chọn một thư mục khác, hoặc giải phóng chỗ trên đĩa. Cuộc họp vẫn tiếp tục."),
    ),
    conference.ConferenceError: Words(
        QT_TRANSLATE_NOOP("errors", "Lỗi cuộc họp"),
        QT_TRANSLATE_NOOP("errors", "Không vào được cuộc họp."),
        QT_TRANSLATE_NOOP("errors", "Hãy thử lại sau ít phút."),
    ),
    # --- this PC
    PermissionError: Words(
        QT_TRANSLATE_NOOP("errors", "Không được phép ghi"),
        QT_TRANSLATE_NOOP("errors", "Máy này không cho phép ghi vào chỗ đó."),
        QT_TRANSLATE_NOOP("errors", "Hãy chọn một thư mục khác."),
    ),
    OSError: Words(
        QT_TRANSLATE_NOOP("errors", "Lỗi tệp"),
        QT_TRANSLATE_NOOP("errors", "Không đọc hoặc ghi được tệp."),
        QT_TRANSLATE_NOOP("errors", "Hãy xem đĩa còn chỗ không, rồi thử lại."),
    ),
}

_UNEXPECTED = Words(
    QT_TRANSLATE_NOOP("errors", "Lỗi ngoài dự kiến"),
    QT_TRANSLATE_NOOP("errors", "Bàn Công Vụ gặp một lỗi ngoài dự kiến ({0})."),
    QT_TRANSLATE_NOOP("errors", "Việc đang làm chưa xong; dữ liệu đã lưu vẫn còn. Chi tiết được ghi trong nhật ký."),
)

_CODES: dict[str, str] = {
    "ErrorInvalidRecipients": QT_TRANSLATE_NOOP("errors", "Máy chủ không nhận địa chỉ người nhận."),
    "ErrorMissingRecipients": QT_TRANSLATE_NOOP("errors", "Thư chưa có người nhận."),
    "ErrorMessageSizeExceeded": QT_TRANSLATE_NOOP("errors", "Thư lớn hơn mức máy chủ cho phép."),
    "ErrorQuotaExceeded": QT_TRANSLATE_NOOP("errors", "Hộp thư trên máy chủ đã đầy."),
    "ErrorAccessDenied": QT_TRANSLATE_NOOP("errors", "Tài khoản này không có quyền làm việc đó."),
    "ErrorSendAsDenied": QT_TRANSLATE_NOOP("errors", "Tài khoản này không được gửi bằng địa chỉ người gửi đó."),
    "NotShared": QT_TRANSLATE_NOOP(
        "errors", "Không có hộp thư này, hoặc hộp thư chưa được chia sẻ với tài khoản của anh/chị."
    ),
    "NotTheOwnersMailbox": QT_TRANSLATE_NOOP(
        "errors",
        "Máy chủ đưa ra thư của một hộp thư khác chứ không phải của chủ hộp thư này, nên Bàn Công Vụ không mở.",
    ),
    "OwnMailbox": QT_TRANSLATE_NOOP("errors", "Đây là hộp thư của chính anh/chị."),
    "MoveBetweenMailboxes": QT_TRANSLATE_NOOP(
        "errors", "Không chuyển được thư từ hộp thư này sang hộp thư khác. Hãy chuyển tiếp thư."
    ),
    "ErrorAccountDisabled": QT_TRANSLATE_NOOP("errors", "Tài khoản này đã bị vô hiệu hoá trên máy chủ."),
    "ErrorInvalidServerVersion": QT_TRANSLATE_NOOP("errors", "Máy chủ Exchange 2010 không làm được việc này."),
    "HTTP403": QT_TRANSLATE_NOOP("errors", "Máy chủ không cho tài khoản này dùng thư qua EWS."),
    "HTTP456": QT_TRANSLATE_NOOP("errors", "Tài khoản đang bị khoá tạm thời; mật khẩu không được gửi thêm lần nào."),
    "KerberosMissing": QT_TRANSLATE_NOOP("errors", "Máy này chưa có phần đăng nhập Kerberos."),
    "KerberosNoTicket": QT_TRANSLATE_NOOP(
        "errors", "Không lấy được vé Kerberos: hãy kiểm tra đồng hồ máy và việc đăng nhập vào miền của cơ quan."
    ),
    "ErrorItemNotFound": QT_TRANSLATE_NOOP("errors", "Thư không còn trên máy chủ."),
    "ErrorToFolderNotFound": QT_TRANSLATE_NOOP("errors", "Thư mục đích không còn trên máy chủ."),
}


Facts = Callable[[BaseException, Callable[[str], str]], list[str]]
_FACTS: dict[type[BaseException], Facts] = {}


def teach(kind: type[BaseException], words: Words, facts: Facts | None = None) -> None:
    """Words for an error that this side of the house does not know (the application's own); ``facts`` replaces its
    arguments in the sentences."""
    _WORDS[kind] = words
    if facts is not None:
        _FACTS[kind] = facts


def describe(error: BaseException, translate: Callable[[str], str] = str) -> Description:
    """The words for ``error``: of its own class, or of the nearest class above it that has words."""
    words = next((_WORDS[one] for one in type(error).__mro__ if one in _WORDS), None)
    teller = _FACTS.get(type(error))
    facts = [str(fact) for fact in error.args] if teller is None else teller(error, translate)
    if words is None:
        words, facts = _UNEXPECTED, [type(error).__name__]
    if isinstance(error, mail.Refused) and error.code in _CODES:
        text = translate(_CODES[error.code])
    else:
        text = _with_facts(translate(words.text), facts)
    return Description(translate(words.title), text, translate(words.advice), words.weight)


def describe_code(code: str, translate: Callable[[str], str] = str) -> str:
    """One sentence for an EWS response code, e.g. of a refused mail or action."""
    return describe(mail.Refused(code), translate).text


def _with_facts(text: str, facts: list[str]) -> str:
    """Facts come from outside: one line each, of bounded length; a missing one is a question mark."""
    short = [" ".join(fact.split())[:120] for fact in facts[:4]]
    return text.format(*short, *["?"] * (4 - len(short)))
