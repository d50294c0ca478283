"""Words for the errors only `desktop` knows: profile, data folder, keyring, passphrase. Taught to `ui` at start."""

from __future__ import annotations

from collections.abc import Callable

from ui.error_messages import QT_TRANSLATE_NOOP, Words, teach
from ui.sync_status import Unexpected
from ui.weight import Weight

from .credential_store import KeyringLocked, KeyringMissing
from .data_folder import DataFolderError
from .key_recovery import NotARecoveryCopy, NothingToRestore, WrongRecoveryPassphrase
from .ministry_profile import ProfileError, ProfileMissing
from .service_process import ServiceDied
from .sign_in import NotSignedIn, StoreKeyMissing, WrongPassphrase
from .single_instance import AlreadyRunning

_PROBLEMS = {
    "unreadable": QT_TRANSLATE_NOOP("errors", "không đọc được tệp"),
    "syntax": QT_TRANSLATE_NOOP("errors", "viết sai cú pháp TOML"),
    "missing": QT_TRANSLATE_NOOP("errors", "còn thiếu"),
    "type": QT_TRANSLATE_NOOP("errors", "sai kiểu giá trị"),
    "value": QT_TRANSLATE_NOOP("errors", "giá trị không dùng được"),
    "unknown": QT_TRANSLATE_NOOP("errors", "không phải khoá của hồ sơ"),
    "file": QT_TRANSLATE_NOOP("errors", "tệp được nêu tên không có hoặc quá lớn"),
}


def profile_facts(error: BaseException, translate: Callable[[str], str]) -> list[str]:
    """Path, line, key and problem of a `ProfileError`, the problem in words."""
    assert isinstance(error, ProfileError)
    return [error.path or "—", str(error.line), error.key or "—", translate(_PROBLEMS[error.problem])]


def teach_error_words() -> None:
    teach(
        ProfileError,
        Words(
            QT_TRANSLATE_NOOP("errors", "Hồ sơ của bộ bị hỏng"),
            QT_TRANSLATE_NOOP("errors", "Hồ sơ {0}, dòng {1}, khoá “{2}”: {3}."),
            QT_TRANSLATE_NOOP(
                "errors", "Đề nghị bộ phận công nghệ thông tin gửi lại hồ sơ. Dữ liệu trên máy vẫn còn nguyên."
            ),
            Weight.DIALOG,
        ),
        profile_facts,
    )
    teach(
        ProfileMissing,
        Words(
            QT_TRANSLATE_NOOP("errors", "Chưa có hồ sơ của bộ"),
            QT_TRANSLATE_NOOP("errors", "Máy này chưa có hồ sơ của bộ, nên Bàn Công Vụ chưa biết máy chủ nào."),
            QT_TRANSLATE_NOOP(
                "errors", "Đề nghị bộ phận công nghệ thông tin cài bản của bộ, hoặc chỉ ra hồ sơ bằng --profile."
            ),
            Weight.DIALOG,
        ),
    )
    teach(
        AlreadyRunning,
        Words(
            QT_TRANSLATE_NOOP("errors", "Bàn Công Vụ đang chạy"),
            QT_TRANSLATE_NOOP("errors", "Bàn Công Vụ đã chạy trên thư mục dữ liệu này nhưng không trả lời."),
            QT_TRANSLATE_NOOP("errors", "Hãy chờ một lát rồi mở lại; nếu vẫn vậy, đăng xuất khỏi máy rồi đăng nhập."),
            Weight.DIALOG,
        ),
    )
    teach(
        DataFolderError,
        Words(
            QT_TRANSLATE_NOOP("errors", "Không dùng được thư mục dữ liệu"),
            QT_TRANSLATE_NOOP("errors", "Không dùng được thư mục dữ liệu {0}."),
            QT_TRANSLATE_NOOP("errors", "Hãy chọn một thư mục trên ổ đĩa của chính máy này mà bạn có quyền ghi."),
            Weight.DIALOG,
        ),
    )
    teach(
        KeyringMissing,
        Words(
            QT_TRANSLATE_NOOP("errors", "Máy không có kho khoá"),
            QT_TRANSLATE_NOOP("errors", "Máy này không có kho khoá của hệ thống để giữ mật khẩu."),
            QT_TRANSLATE_NOOP("errors", "Hãy đặt một cụm mật khẩu; mật khẩu thư chỉ được giữ trong phiên này."),
        ),
    )
    teach(
        KeyringLocked,
        Words(
            QT_TRANSLATE_NOOP("errors", "Kho khoá đang khoá"),
            QT_TRANSLATE_NOOP("errors", "Kho khoá của hệ thống đang khoá nên chưa lấy được mật khẩu."),
            QT_TRANSLATE_NOOP("errors", "Hãy mở khoá khi hệ thống hỏi rồi thử lại. Thư đã tải vẫn còn nguyên."),
        ),
    )
    teach(
        WrongPassphrase,
        Words(
            QT_TRANSLATE_NOOP("errors", "Cụm mật khẩu không đúng"),
            QT_TRANSLATE_NOOP("errors", "Cụm mật khẩu này không mở được hộp thư đã lưu trên máy."),
            QT_TRANSLATE_NOOP("errors", "Hãy gõ lại. Thư đã lưu vẫn còn nguyên."),
        ),
    )
    teach(
        StoreKeyMissing,
        Words(
            QT_TRANSLATE_NOOP("errors", "Thiếu khoá của kho thư"),
            QT_TRANSLATE_NOOP(
                "errors", "Khoá của kho thư trên máy này nằm trong kho khoá của hệ thống, mà nay không lấy được."
            ),
            QT_TRANSLATE_NOOP(
                "errors",
                "Hãy đăng nhập lại vào máy để kho khoá mở ra, hoặc báo bộ phận công nghệ thông tin."
                " Thư đã lưu vẫn còn nguyên.",
            ),
        ),
    )
    teach(
        NotARecoveryCopy,
        Words(
            QT_TRANSLATE_NOOP("errors", "Không phải bản khôi phục khoá"),
            QT_TRANSLATE_NOOP("errors", "Tệp này không phải bản khôi phục khoá, hoặc đã hỏng."),
            QT_TRANSLATE_NOOP("errors", "Hãy chọn đúng tệp đã cất khi tạo bản khôi phục."),
        ),
    )
    teach(
        WrongRecoveryPassphrase,
        Words(
            QT_TRANSLATE_NOOP("errors", "Không mở được bản khôi phục"),
            QT_TRANSLATE_NOOP("errors", "Cụm mật khẩu không đúng, hoặc bản khôi phục là của hộp thư khác."),
            QT_TRANSLATE_NOOP("errors", "Hãy gõ lại."),
        ),
    )
    teach(
        NothingToRestore,
        Words(
            QT_TRANSLATE_NOOP("errors", "Không có kho thư nào mở được"),
            QT_TRANSLATE_NOOP("errors", "Khoá này không mở được kho thư nào còn giữ trên máy."),
            QT_TRANSLATE_NOOP("errors", "Hãy chọn bản khôi phục khác; các kho thư vẫn được giữ nguyên."),
        ),
    )
    teach(
        NotSignedIn,
        Words(
            QT_TRANSLATE_NOOP("errors", "Chưa đăng nhập"),
            QT_TRANSLATE_NOOP("errors", "Bạn chưa đăng nhập."),
            QT_TRANSLATE_NOOP("errors", "Hãy đăng nhập để mở hộp thư."),
            Weight.STATUS,
        ),
    )
    teach(
        ServiceDied,
        Words(
            QT_TRANSLATE_NOOP("errors", "Tiến trình nền dừng đột ngột"),
            QT_TRANSLATE_NOOP("errors", "Tiến trình nền của Bàn Công Vụ đã dừng trước khi trả lời."),
            QT_TRANSLATE_NOOP(
                "errors", "Hãy thử lại; nếu vẫn vậy, đề nghị bộ phận công nghệ thông tin kiểm tra bản cài đặt."
            ),
        ),
    )
    teach(
        Unexpected,
        Words(
            QT_TRANSLATE_NOOP("errors", "Có lỗi trong phần mềm"),
            QT_TRANSLATE_NOOP("errors", "Phần mềm gặp lỗi ngoài dự kiến ({0})."),
            QT_TRANSLATE_NOOP("errors", "Việc này sẽ được thử lại; chi tiết đã ghi vào nhật ký để bộ phận hỗ trợ xem."),
        ),
    )
