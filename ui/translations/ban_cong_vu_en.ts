<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="vi_VN">
<context>
    <name>AddressField</name>
    <message>
        <source>Không phải địa chỉ thư: {pieces}</source>
        <translation>Not a mail address: {pieces}</translation>
    </message>
</context>
<context>
    <name>AddressSuggestions</name>
    <message>
        <source>Người đã trao đổi thư</source>
        <translation>People met before</translation>
    </message>
</context>
<context>
    <name>ArchivePage</name>
    <message>
        <source>Tìm văn bản</source>
        <translation>Search documents</translation>
    </message>
    <message>
        <source>Tìm trong văn bản đang mở</source>
        <translation>Find in the open document</translation>
    </message>
    <message>
        <source>Chép câu trích dẫn</source>
        <translation>Copy citation</translation>
    </message>
    <message>
        <source>Văn bản trước</source>
        <translation>Previous document</translation>
    </message>
    <message>
        <source>Văn bản sau</source>
        <translation>Next document</translation>
    </message>
    <message>
        <source>Văn bản số {number} chưa có trong kho trên máy này.</source>
        <translation>Document {number} is not in the archive on this computer.</translation>
    </message>
    <message>
        <source>Không mở được kho văn bản trên máy này.</source>
        <translation>The archive on this computer cannot be opened.</translation>
    </message>
    <message>
        <source>{count} văn bản</source>
        <translation>{count} documents</translation>
    </message>
    <message>
        <source>Không có đúng số này; {count} văn bản gần giống</source>
        <translation>No document has this number; {count} have similar words</translation>
    </message>
    <message>
        <source>Kho văn bản đang được tải lần đầu… {done}/{total}</source>
        <translation>Downloading the archive for the first time… {done}/{total}</translation>
    </message>
    <message>
        <source>Không có văn bản nào khớp. Xin thử bỏ bớt bộ lọc.</source>
        <translation>No document matches. Try fewer filters.</translation>
    </message>
    <message>
        <source>Không tìm thấy “{words}”. Xin thử ít chữ hơn.</source>
        <translation>“{words}” was not found. Try fewer words.</translation>
    </message>
    <message>
        <source>Kho văn bản trên máy này còn trống. Văn bản sẽ hiện ra khi tải xong lần đầu.</source>
        <translation>The archive on this computer is still empty. Documents will appear when the first download is done.</translation>
    </message>
    <message>
        <source>Văn bản đang mở vừa được cập nhật.</source>
        <translation>The open document was just updated.</translation>
    </message>
    <message>
        <source>Đang mở kho văn bản…</source>
        <translation>Opening the archive…</translation>
    </message>
</context>
<context>
    <name>AttachmentBar</name>
    <message>
        <source>Lưu tất cả</source>
        <translation>Save all</translation>
    </message>
    <message>
        <source>Tệp đính kèm</source>
        <translation>Attachments</translation>
    </message>
    <message>
        <source>Lưu “{name}”…</source>
        <translation>Save “{name}”…</translation>
    </message>
    <message>
        <source>Lưu tệp đính kèm {name}, {size}</source>
        <translation>Save attachment {name}, {size}</translation>
    </message>
    <message>
        <source>tệp không tên</source>
        <translation>unnamed file</translation>
    </message>
</context>
<context>
    <name>BodyView</name>
    <message>
        <source>Nội dung thư</source>
        <translation>Mail text</translation>
    </message>
    <message>
        <source>{number}: chưa có trong kho văn bản</source>
        <translation>{number}: not in the archive</translation>
    </message>
</context>
<context>
    <name>CitedBar</name>
    <message>
        <source>Văn bản nhắc đến:</source>
        <translation>Documents cited:</translation>
    </message>
    <message>
        <source>Văn bản được nhắc đến trong thư</source>
        <translation>Documents cited in the mail</translation>
    </message>
    <message>
        <source>và {count} văn bản khác</source>
        <translation>and {count} more documents</translation>
    </message>
</context>
<context>
    <name>CitedChip</name>
    <message>
        <source>chưa có trong kho</source>
        <translation>not in the archive</translation>
    </message>
</context>
<context>
    <name>Composer</name>
    <message>
        <source>Người nhận</source>
        <translation>Recipients</translation>
    </message>
    <message>
        <source>Đồng gửi</source>
        <translation>Cc</translation>
    </message>
    <message>
        <source>Gửi ẩn</source>
        <translation>Bcc</translation>
    </message>
    <message>
        <source>Chủ đề</source>
        <translation>Subject</translation>
    </message>
    <message>
        <source>Nội dung thư</source>
        <translation>Mail text</translation>
    </message>
    <message>
        <source>Gửi</source>
        <translation>Send</translation>
    </message>
    <message>
        <source>Đính kèm</source>
        <translation>Attach</translation>
    </message>
    <message>
        <source>Đồng gửi, gửi ẩn</source>
        <translation>Cc, Bcc</translation>
    </message>
    <message>
        <source>Đã lưu nháp lúc {when}</source>
        <translation>Draft saved at {when}</translation>
    </message>
    <message>
        <source>Chưa lưu được thư nháp</source>
        <translation>The draft could not be saved yet</translation>
    </message>
    <message>
        <source>Thư mới</source>
        <translation>New mail</translation>
    </message>
    <message>
        <source>Thư chưa có người nhận.</source>
        <translation>The mail has no recipient yet.</translation>
    </message>
    <message>
        <source>Gửi thư</source>
        <translation>Send mail</translation>
    </message>
    <message>
        <source>Vẫn gửi</source>
        <translation>Send anyway</translation>
    </message>
    <message>
        <source>Quay lại</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>Thư chưa có chủ đề. Vẫn gửi?</source>
        <translation>The mail has no subject. Send it anyway?</translation>
    </message>
    <message>
        <source>Thư nhắc đến tệp đính kèm nhưng chưa đính kèm tệp nào. Vẫn gửi?</source>
        <translation>The mail speaks of an attachment but has none. Send it anyway?</translation>
    </message>
    <message>
        <source>Quá lớn, chưa đính kèm: {names} (một thư được {most}).</source>
        <translation>Too large, not attached: {names} (a mail may have {most}).</translation>
    </message>
    <message>
        <source>Không đọc được: {names}</source>
        <translation>Cannot be read: {names}</translation>
    </message>
    <message>
        <source>Chọn tệp đính kèm</source>
        <translation>Choose files to attach</translation>
    </message>
    <message>
        <source>Gửi (Ctrl+Enter)</source>
        <translation>Send (Ctrl+Enter)</translation>
    </message>
    <message>
        <source>Đến</source>
        <translation>To</translation>
    </message>
</context>
<context>
    <name>ConferenceCard</name>
    <message>
        <source>Vào họp</source>
        <translation>Join</translation>
    </message>
    <message>
        <source>Vào họp: {title}</source>
        <translation>Join: {title}</translation>
    </message>
</context>
<context>
    <name>ConferenceLobby</name>
    <message>
        <source>Các cuộc họp</source>
        <translation>Conferences</translation>
    </message>
    <message>
        <source>Họp trực tuyến</source>
        <translation>Video conference</translation>
    </message>
    <message>
        <source>Trong lúc họp, việc đồng bộ thư và văn bản nhường đường truyền cho cuộc họp rồi tự tiếp tục.</source>
        <translation>During a conference the synchronisation of mail and documents leaves the line to it, and goes on by itself afterwards.</translation>
    </message>
    <message>
        <source>Hồ sơ của bộ chưa khai báo cuộc họp nào. Bộ phận công nghệ thông tin có thể thêm vào.</source>
        <translation>The ministry&apos;s profile names no conference yet. Your IT staff can add one.</translation>
    </message>
</context>
<context>
    <name>ConferencePage</name>
    <message>
        <source>Họp</source>
        <translation>Conference</translation>
    </message>
    <message>
        <source>Tắt hoặc bật tiếng</source>
        <translation>Mute or unmute</translation>
    </message>
    <message>
        <source>Đổi chỗ hai điểm cầu</source>
        <translation>Swap the two sites</translation>
    </message>
    <message>
        <source>Một hình lớn, hoặc hai hình bằng nhau</source>
        <translation>One large picture, or two equal ones</translation>
    </message>
    <message>
        <source>Toàn màn hình</source>
        <translation>Full screen</translation>
    </message>
    <message>
        <source>Thôi toàn màn hình (vẫn ở trong cuộc họp)</source>
        <translation>Leave full screen (not the conference)</translation>
    </message>
    <message>
        <source>Rời họp</source>
        <translation>Leave</translation>
    </message>
    <message>
        <source>Đã rời họp lúc {when}, sau {length}.</source>
        <translation>Left the conference at {when}, after {length}.</translation>
    </message>
    <message>
        <source>Cuộc họp đã kết thúc.</source>
        <translation>The conference has ended.</translation>
    </message>
    <message>
        <source>Giấy mời này không thuộc cuộc họp nào của bàn này.</source>
        <translation>This invitation belongs to none of this desk&apos;s conferences.</translation>
    </message>
    <message>
        <source>Cuộc họp này ở ngoài Bàn Công Vụ, tại {host}.</source>
        <translation>This meeting is outside the desk, at {host}.</translation>
    </message>
    <message>
        <source>Mở bằng trình duyệt của máy?</source>
        <translation>Open it in the computer&apos;s browser?</translation>
    </message>
    <message>
        <source>Mở trình duyệt</source>
        <translation>Open browser</translation>
    </message>
</context>
<context>
    <name>DocumentHead</name>
    <message>
        <source>Chép trích dẫn</source>
        <translation>Copy citation</translation>
    </message>
    <message>
        <source>Chép câu trích dẫn đầy đủ (Ctrl+Shift+C)</source>
        <translation>Copy the full citation (Ctrl+Shift+C)</translation>
    </message>
    <message>
        <source>Cơ quan ban hành</source>
        <translation>Issued by</translation>
    </message>
    <message>
        <source>Ngày ban hành</source>
        <translation>Issued on</translation>
    </message>
    <message>
        <source>Người ký</source>
        <translation>Signed by</translation>
    </message>
    <message>
        <source>Ngày có hiệu lực</source>
        <translation>In force from</translation>
    </message>
    <message>
        <source>Lĩnh vực</source>
        <translation>Field</translation>
    </message>
    <message>
        <source>Ngày hết hiệu lực</source>
        <translation>In force until</translation>
    </message>
    <message>
        <source>Không có số ký hiệu</source>
        <translation>No number</translation>
    </message>
    <message>
        <source>không rõ</source>
        <translation>not known</translation>
    </message>
    <message>
        <source>chưa có</source>
        <translation>not yet</translation>
    </message>
    <message>
        <source>Nguồn ghi: {source}. Tính theo ngày hiệu lực, hôm nay là: {today}.</source>
        <translation>The source says: {source}. By its dates it is today: {today}.</translation>
    </message>
    <message>
        <source>Nguồn không ghi tình trạng hiệu lực; xin kiểm tra trước khi áp dụng.</source>
        <translation>The source does not say whether it is in force; please check before applying it.</translation>
    </message>
    <message>
        <source>Toàn văn theo Bộ pháp điển: các điều còn hiệu lực, không có phần mở đầu và chữ ký.</source>
        <translation>Text from the codified law: the articles in force, without preamble and signature.</translation>
    </message>
    <message>
        <source>Bản trên máy: {when}.</source>
        <translation>Copy on this computer: {when}.</translation>
    </message>
    <message>
        <source>Văn bản này đã gỡ khỏi Cổng ngày {day}.</source>
        <translation>This document was withdrawn from the portal on {day}.</translation>
    </message>
</context>
<context>
    <name>DocumentText</name>
    <message>
        <source>Toàn văn</source>
        <translation>Full text</translation>
    </message>
</context>
<context>
    <name>DocumentView</name>
    <message>
        <source>Văn bản trước (Alt+←)</source>
        <translation>Previous document (Alt+←)</translation>
    </message>
    <message>
        <source>Văn bản sau (Alt+→)</source>
        <translation>Next document (Alt+→)</translation>
    </message>
    <message>
        <source>Tìm trong văn bản này (Ctrl+F)</source>
        <translation>Find in this document (Ctrl+F)</translation>
    </message>
    <message>
        <source>Mục lục và văn bản liên quan</source>
        <translation>Contents and related documents</translation>
    </message>
    <message>
        <source>Chọn một văn bản để đọc.</source>
        <translation>Choose a document to read.</translation>
    </message>
    <message>
        <source>Văn bản này không còn trong kho.</source>
        <translation>This document is no longer in the archive.</translation>
    </message>
    <message>
        <source>Liên quan ({count})</source>
        <translation>Related ({count})</translation>
    </message>
    <message>
        <source>Không mở được văn bản này.</source>
        <translation>This document cannot be opened.</translation>
    </message>
    <message>
        <source>Đã chép câu trích dẫn.</source>
        <translation>Citation copied.</translation>
    </message>
    <message>
        <source>Văn bản này vừa được cập nhật.</source>
        <translation>This document was just updated.</translation>
    </message>
    <message>
        <source>Xem bản mới</source>
        <translation>Show new version</translation>
    </message>
    <message>
        <source>Mục lục</source>
        <translation>Contents</translation>
    </message>
    <message>
        <source>Liên quan</source>
        <translation>Related</translation>
    </message>
    <message>
        <source>Kho chỉ có thông tin của văn bản này, chưa có toàn văn.</source>
        <translation>The archive has only the particulars of this document, not its text.</translation>
    </message>
</context>
<context>
    <name>FilterButton</name>
    <message>
        <source>Lọc theo {caption}</source>
        <translation>Filter by {caption}</translation>
    </message>
</context>
<context>
    <name>FilterPopup</name>
    <message>
        <source>Gõ để tìm</source>
        <translation>Type to find</translation>
    </message>
    <message>
        <source>Tìm trong danh sách lọc</source>
        <translation>Find in the filter&apos;s list</translation>
    </message>
    <message>
        <source>Các lựa chọn</source>
        <translation>Choices</translation>
    </message>
    <message>
        <source>Bỏ lọc</source>
        <translation>Clear filter</translation>
    </message>
</context>
<context>
    <name>FindBar</name>
    <message>
        <source>Tìm trong văn bản này</source>
        <translation>Find in this document</translation>
    </message>
    <message>
        <source>Chỗ trước (Shift+Enter)</source>
        <translation>Previous place (Shift+Enter)</translation>
    </message>
    <message>
        <source>Chỗ sau (Enter)</source>
        <translation>Next place (Enter)</translation>
    </message>
    <message>
        <source>Đóng tìm kiếm</source>
        <translation>Close search</translation>
    </message>
    <message>
        <source>Không tìm thấy</source>
        <translation>Not found</translation>
    </message>
    <message>
        <source>{place}/{count}</source>
        <translation>{place}/{count}</translation>
    </message>
</context>
<context>
    <name>FolderList</name>
    <message>
        <source>Danh sách thư mục</source>
        <translation>List of folders</translation>
    </message>
    <message>
        <source>Đang soạn trên máy này</source>
        <translation>Being written on this computer</translation>
    </message>
    <message>
        <source>Hộp thư đi</source>
        <translation>Outbox</translation>
    </message>
    <message>
        <source>Hộp thư đến</source>
        <translation>Inbox</translation>
    </message>
    <message>
        <source>Thư nháp</source>
        <translation>Drafts</translation>
    </message>
    <message>
        <source>Thư đã gửi</source>
        <translation>Sent</translation>
    </message>
    <message>
        <source>Thư đã xoá</source>
        <translation>Deleted</translation>
    </message>
    <message>
        <source>Thư rác</source>
        <translation>Junk</translation>
    </message>
    <message>
        <source>Lưu trữ</source>
        <translation>Archive</translation>
    </message>
    <message>
        <source>{name}, {count} thư</source>
        <translation>{name}, {count} mails</translation>
    </message>
    <message>
        <source>{name}, {count} thư chưa đọc</source>
        <translation>{name}, {count} unread mails</translation>
    </message>
</context>
<context>
    <name>LegalStatus</name>
    <message>
        <source>Còn hiệu lực</source>
        <translation>In force</translation>
    </message>
    <message>
        <source>Hết hiệu lực</source>
        <translation>No longer in force</translation>
    </message>
    <message>
        <source>Hết hiệu lực một phần</source>
        <translation>Partly no longer in force</translation>
    </message>
    <message>
        <source>Tạm ngưng hiệu lực</source>
        <translation>Suspended</translation>
    </message>
    <message>
        <source>Tạm ngưng hiệu lực một phần</source>
        <translation>Partly suspended</translation>
    </message>
    <message>
        <source>Chưa có hiệu lực</source>
        <translation>Not yet in force</translation>
    </message>
    <message>
        <source>Không còn phù hợp</source>
        <translation>No longer suitable</translation>
    </message>
    <message>
        <source>Không rõ hiệu lực</source>
        <translation>Status not known</translation>
    </message>
</context>
<context>
    <name>LinkQuestion</name>
    <message>
        <source>Mở liên kết</source>
        <translation>Open link</translation>
    </message>
    <message>
        <source>Liên kết này mở trình duyệt, tới trang:</source>
        <translation>This link opens the browser, at the page:</translation>
    </message>
    <message>
        <source>Xin chú ý: chữ trong thư ghi “{pretended}”, nhưng liên kết dẫn tới nơi khác. Có thể là thư giả mạo.</source>
        <translation>Beware: the text says “{pretended}”, but the link leads elsewhere. This may be a forged mail.</translation>
    </message>
    <message>
        <source>Tên trang có chữ cái lạ, dễ nhầm với trang khác. Xin kiểm tra kỹ.</source>
        <translation>The page&apos;s name has unusual letters and is easily taken for another. Please look closely.</translation>
    </message>
    <message>
        <source>Mở trang</source>
        <translation>Open page</translation>
    </message>
    <message>
        <source>Không mở</source>
        <translation>Do not open</translation>
    </message>
</context>
<context>
    <name>ListPane</name>
    <message>
        <source>Các thư mục</source>
        <translation>Folders</translation>
    </message>
    <message>
        <source>Tìm trong thư (Ctrl+F)</source>
        <translation>Search mail (Ctrl+F)</translation>
    </message>
    <message>
        <source>Tìm trong thư</source>
        <translation>Search mail</translation>
    </message>
    <message>
        <source>Chỉ hiện thư chưa đọc</source>
        <translation>Show unread mail only</translation>
    </message>
</context>
<context>
    <name>LocalList</name>
    <message>
        <source>Viết tiếp</source>
        <translation>Continue writing</translation>
    </message>
    <message>
        <source>Bỏ thư nháp</source>
        <translation>Discard draft</translation>
    </message>
    <message>
        <source>Lấy lại để sửa</source>
        <translation>Take back to edit</translation>
    </message>
    <message>
        <source>Thư đang soạn trên máy này</source>
        <translation>Drafts on this computer</translation>
    </message>
    <message>
        <source>Hộp thư đi</source>
        <translation>Outbox</translation>
    </message>
    <message>
        <source>Đang chờ gửi, từ {when}</source>
        <translation>Waiting to be sent, since {when}</translation>
    </message>
    <message>
        <source>Đang gửi…</source>
        <translation>Sending…</translation>
    </message>
    <message>
        <source>Chưa rõ đã đi hay chưa: mất liên lạc khi đang gửi. Sẽ hỏi lại máy chủ trước khi gửi lần nữa.</source>
        <translation>Not known whether it was sent: the connection was lost while sending. The server will be asked before it is sent again.</translation>
    </message>
    <message>
        <source>Đã gửi, máy chủ xác nhận {when}</source>
        <translation>Sent, confirmed by the server {when}</translation>
    </message>
    <message>
        <source>Máy chủ không nhận: {reason}</source>
        <translation>Not accepted by the server: {reason}</translation>
    </message>
    <message>
        <source>có địa chỉ người nhận không đúng</source>
        <translation>a recipient&apos;s address is wrong</translation>
    </message>
    <message>
        <source>thư quá lớn</source>
        <translation>the mail is too large</translation>
    </message>
    <message>
        <source>hộp thư đã đầy</source>
        <translation>the mailbox is full</translation>
    </message>
    <message>
        <source>không được phép gửi</source>
        <translation>sending is not allowed</translation>
    </message>
    <message>
        <source>không rõ lý do</source>
        <translation>no reason given</translation>
    </message>
    <message>
        <source>chưa có người nhận</source>
        <translation>no recipient yet</translation>
    </message>
    <message>
        <source>(chưa viết gì)</source>
        <translation>(nothing written yet)</translation>
    </message>
</context>
<context>
    <name>MailPage</name>
    <message>
        <source>Xoá hẳn {count} thư? Việc này không hoàn tác được.</source>
        <translation>Delete {count} mails for good? This cannot be undone.</translation>
    </message>
    <message>
        <source>Xoá hẳn</source>
        <translation>Delete for good</translation>
    </message>
    <message>
        <source>Không xoá</source>
        <translation>Do not delete</translation>
    </message>
    <message>
        <source>Lưu thư thành tệp</source>
        <translation>Save mail as a file</translation>
    </message>
    <message>
        <source>Thư (*.eml)</source>
        <translation>Mail (*.eml)</translation>
    </message>
    <message>
        <source>Đã lưu “{name}”.</source>
        <translation>Saved “{name}”.</translation>
    </message>
    <message>
        <source>Soạn thư</source>
        <translation>Compose</translation>
    </message>
    <message>
        <source>Trả lời</source>
        <translation>Reply</translation>
    </message>
    <message>
        <source>Trả lời tất cả</source>
        <translation>Reply all</translation>
    </message>
    <message>
        <source>Chuyển tiếp</source>
        <translation>Forward</translation>
    </message>
    <message>
        <source>Xoá</source>
        <translation>Delete</translation>
    </message>
    <message>
        <source>Chuyển vào thư mục</source>
        <translation>Move to folder</translation>
    </message>
    <message>
        <source>Đánh dấu cờ</source>
        <translation>Flag</translation>
    </message>
    <message>
        <source>Đánh dấu đã đọc, chưa đọc</source>
        <translation>Mark read, unread</translation>
    </message>
    <message>
        <source>Hoàn tác</source>
        <translation>Undo</translation>
    </message>
    <message>
        <source>Tìm trong thư</source>
        <translation>Search mail</translation>
    </message>
    <message>
        <source>Soạn thư (Ctrl+N)</source>
        <translation>Compose (Ctrl+N)</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Thư</source>
        <translation>Mail</translation>
    </message>
    <message>
        <source>Họp</source>
        <translation>Conference</translation>
    </message>
    <message>
        <source>Văn bản</source>
        <translation>Documents</translation>
    </message>
    <message>
        <source>Máy chủ thư không nhận mật khẩu đã lưu. Thư mới chưa về được.</source>
        <translation>The mail server does not accept the stored password. New mail cannot arrive.</translation>
    </message>
    <message>
        <source>Nhập mật khẩu…</source>
        <translation>Enter password…</translation>
    </message>
    <message>
        <source>Đang hỏi máy chủ…</source>
        <translation>Asking the server…</translation>
    </message>
    <message>
        <source>Cuộc họp đang diễn ra.</source>
        <translation>A conference is running.</translation>
    </message>
    <message>
        <source>Đóng Bàn Công Vụ sẽ rời cuộc họp.</source>
        <translation>Closing the desk leaves the conference.</translation>
    </message>
    <message>
        <source>Rời họp và đóng</source>
        <translation>Leave and close</translation>
    </message>
</context>
<context>
    <name>MeetingCard</name>
    <message>
        <source>Giấy mời họp</source>
        <translation>Invitation</translation>
    </message>
    <message>
        <source>Vào họp</source>
        <translation>Join</translation>
    </message>
    <message>
        <source>Giấy mời họp · đã kết thúc</source>
        <translation>Invitation · over</translation>
    </message>
    <message>
        <source>(không có tên cuộc họp)</source>
        <translation>(meeting without a title)</translation>
    </message>
    <message>
        <source>Người mời: {name}</source>
        <translation>Invited by: {name}</translation>
    </message>
    <message>
        <source>Vào họp: {title}</source>
        <translation>Join: {title}</translation>
    </message>
    <message>
        <source>Giấy mời họp: {title}</source>
        <translation>Invitation: {title}</translation>
    </message>
</context>
<context>
    <name>MeetingView</name>
    <message>
        <source>Thời gian đã họp</source>
        <translation>Time in the conference</translation>
    </message>
    <message>
        <source>Tắt tiếng</source>
        <translation>Mute</translation>
    </message>
    <message>
        <source>Đổi chỗ</source>
        <translation>Swap</translation>
    </message>
    <message>
        <source>Một hình lớn</source>
        <translation>One large picture</translation>
    </message>
    <message>
        <source>Toàn màn hình</source>
        <translation>Full screen</translation>
    </message>
    <message>
        <source>Rời họp</source>
        <translation>Leave</translation>
    </message>
    <message>
        <source>Bật tiếng</source>
        <translation>Unmute</translation>
    </message>
    <message>
        <source>Thu nhỏ</source>
        <translation>Leave full screen</translation>
    </message>
    <message>
        <source>Hai hình bằng nhau</source>
        <translation>Two equal pictures</translation>
    </message>
</context>
<context>
    <name>MessageActs</name>
    <message>
        <source>Đã chuyển {count} thư vào “{folder}”</source>
        <translation>Moved {count} mails to “{folder}”</translation>
    </message>
    <message>
        <source>Đã xoá hẳn {count} thư</source>
        <translation>Deleted {count} mails for good</translation>
    </message>
    <message>
        <source>Đã xoá {count} thư</source>
        <translation>Deleted {count} mails</translation>
    </message>
    <message>
        <source>Đã hoàn tác.</source>
        <translation>Undone.</translation>
    </message>
    <message>
        <source>Không còn việc nào để hoàn tác.</source>
        <translation>There is nothing left to undo.</translation>
    </message>
    <message>
        <source>Hoàn tác</source>
        <translation>Undo</translation>
    </message>
    <message>
        <source>Sau việc này đã có việc khác. Xin nhấn Ctrl+Z để hoàn tác lần lượt.</source>
        <translation>Something else was done since. Press Ctrl+Z to undo one by one.</translation>
    </message>
</context>
<context>
    <name>MessageList</name>
    <message>
        <source>Danh sách thư</source>
        <translation>List of mails</translation>
    </message>
    <message>
        <source>{count} thư</source>
        <translation>{count} mails</translation>
    </message>
</context>
<context>
    <name>MessageRow</name>
    <message>
        <source>(không có chủ đề)</source>
        <translation>(no subject)</translation>
    </message>
    <message>
        <source>Nội dung đang được tải…</source>
        <translation>The text is being downloaded…</translation>
    </message>
    <message>
        <source>(chưa có người nhận)</source>
        <translation>(no recipient yet)</translation>
    </message>
    <message>
        <source>Chưa đọc</source>
        <translation>Unread</translation>
    </message>
    <message>
        <source>quan trọng</source>
        <translation>important</translation>
    </message>
    <message>
        <source>có cờ</source>
        <translation>flagged</translation>
    </message>
    <message>
        <source>giấy mời họp</source>
        <translation>invitation</translation>
    </message>
    <message>
        <source>có tệp đính kèm</source>
        <translation>has attachments</translation>
    </message>
</context>
<context>
    <name>MoveDialog</name>
    <message>
        <source>Chuyển thư vào thư mục</source>
        <translation>Move mail to a folder</translation>
    </message>
    <message>
        <source>Gõ vài chữ của tên thư mục</source>
        <translation>Type a few letters of the folder&apos;s name</translation>
    </message>
    <message>
        <source>Tên thư mục</source>
        <translation>Folder name</translation>
    </message>
    <message>
        <source>Các thư mục</source>
        <translation>Folders</translation>
    </message>
    <message>
        <source>Chuyển</source>
        <translation>Move</translation>
    </message>
    <message>
        <source>Thôi</source>
        <translation>Cancel</translation>
    </message>
</context>
<context>
    <name>NavigationRail</name>
    <message>
        <source>Các trang</source>
        <translation>Pages</translation>
    </message>
    <message>
        <source>Cài đặt</source>
        <translation>Settings</translation>
    </message>
</context>
<context>
    <name>NewAttachments</name>
    <message>
        <source>Tệp đính kèm của thư</source>
        <translation>Attachments of the mail</translation>
    </message>
    <message>
        <source>Bỏ “{name}” khỏi thư</source>
        <translation>Remove “{name}” from the mail</translation>
    </message>
    <message>
        <source>Bỏ tệp đính kèm {name}</source>
        <translation>Remove attachment {name}</translation>
    </message>
</context>
<context>
    <name>NoticeBar</name>
    <message>
        <source>Đóng thông báo</source>
        <translation>Close notice</translation>
    </message>
</context>
<context>
    <name>NoticeStack</name>
    <message>
        <source>Thông báo</source>
        <translation>Notices</translation>
    </message>
</context>
<context>
    <name>Outline</name>
    <message>
        <source>Cấu trúc văn bản</source>
        <translation>Structure of the document</translation>
    </message>
</context>
<context>
    <name>PasswordDialog</name>
    <message>
        <source>Nhập lại mật khẩu</source>
        <translation>Enter the password again</translation>
    </message>
    <message>
        <source>Mật khẩu thư của {user}</source>
        <translation>Mail password of {user}</translation>
    </message>
    <message>
        <source>Mật khẩu</source>
        <translation>Password</translation>
    </message>
    <message>
        <source>Tiếp tục</source>
        <translation>Continue</translation>
    </message>
    <message>
        <source>Huỷ</source>
        <translation>Cancel</translation>
    </message>
</context>
<context>
    <name>RailButton</name>
    <message>
        <source>{page}, {count} chưa đọc</source>
        <translation>{page}, {count} unread</translation>
    </message>
    <message>
        <source>{page}, đang diễn ra</source>
        <translation>{page}, running</translation>
    </message>
</context>
<context>
    <name>Reader</name>
    <message>
        <source>Nội dung thư đang được tải…</source>
        <translation>The text of the mail is being downloaded…</translation>
    </message>
    <message>
        <source>Chọn một thư để đọc.</source>
        <translation>Choose a mail to read.</translation>
    </message>
    <message>
        <source>Không mở được thư này.</source>
        <translation>This mail cannot be opened.</translation>
    </message>
    <message>
        <source>Đã chặn {count} nội dung từ xa.</source>
        <translation>Blocked {count} remote items.</translation>
    </message>
    <message>
        <source>Không đọc được phần: {names}.</source>
        <translation>These parts cannot be read: {names}.</translation>
    </message>
    <message>
        <source>Thư có bố cục rất lớn nên chỉ hiện phần chữ.</source>
        <translation>The mail&apos;s layout is very large, so only its text is shown.</translation>
    </message>
    <message>
        <source>Thư rất dài: chỉ hiện phần đầu.</source>
        <translation>A very long mail: only its beginning is shown.</translation>
    </message>
    <message>
        <source>Xem như thư gốc</source>
        <translation>Show as written</translation>
    </message>
    <message>
        <source>Chỉ xem chữ</source>
        <translation>Text only</translation>
    </message>
    <message>
        <source>Liên kết này không mở được: nó không dẫn tới trang web hay địa chỉ thư.</source>
        <translation>This link cannot be opened: it leads to no web page or mail address.</translation>
    </message>
    <message>
        <source>Lưu tệp đính kèm vào thư mục</source>
        <translation>Save attachments to a folder</translation>
    </message>
    <message>
        <source>Đã lưu “{name}”.</source>
        <translation>Saved “{name}”.</translation>
    </message>
    <message>
        <source>Đã lưu {count} tệp vào “{folder}”.</source>
        <translation>Saved {count} files to “{folder}”.</translation>
    </message>
    <message>
        <source>Không lưu được tệp: không ghi được vào thư mục đã chọn. Xin chọn thư mục khác.</source>
        <translation>The file was not saved: the chosen folder cannot be written to. Please choose another.</translation>
    </message>
</context>
<context>
    <name>ReadingHead</name>
    <message>
        <source>Chủ đề</source>
        <translation>Subject</translation>
    </message>
    <message>
        <source>Chi tiết</source>
        <translation>Details</translation>
    </message>
    <message>
        <source>Hiện đầy đủ người nhận</source>
        <translation>Show all recipients</translation>
    </message>
    <message>
        <source>(không có chủ đề)</source>
        <translation>(no subject)</translation>
    </message>
    <message>
        <source>Thu gọn</source>
        <translation>Show less</translation>
    </message>
    <message>
        <source>Đến</source>
        <translation>To</translation>
    </message>
    <message>
        <source>Đồng gửi</source>
        <translation>Cc</translation>
    </message>
    <message>
        <source>Gửi ẩn</source>
        <translation>Bcc</translation>
    </message>
</context>
<context>
    <name>Relations</name>
    <message>
        <source>Thay thế</source>
        <translation>Replaces</translation>
    </message>
    <message>
        <source>Bị thay thế bởi</source>
        <translation>Replaced by</translation>
    </message>
    <message>
        <source>Sửa đổi, bổ sung</source>
        <translation>Amends</translation>
    </message>
    <message>
        <source>Được sửa đổi, bổ sung bởi</source>
        <translation>Amended by</translation>
    </message>
    <message>
        <source>Bãi bỏ</source>
        <translation>Abolishes</translation>
    </message>
    <message>
        <source>Bị bãi bỏ bởi</source>
        <translation>Abolished by</translation>
    </message>
    <message>
        <source>Tạm ngưng hiệu lực</source>
        <translation>Suspends</translation>
    </message>
    <message>
        <source>Bị tạm ngưng hiệu lực bởi</source>
        <translation>Suspended by</translation>
    </message>
    <message>
        <source>Đình chỉ việc thi hành</source>
        <translation>Halts</translation>
    </message>
    <message>
        <source>Bị đình chỉ việc thi hành bởi</source>
        <translation>Halted by</translation>
    </message>
    <message>
        <source>Đính chính</source>
        <translation>Corrects</translation>
    </message>
    <message>
        <source>Được đính chính bởi</source>
        <translation>Corrected by</translation>
    </message>
    <message>
        <source>Căn cứ</source>
        <translation>Based on</translation>
    </message>
    <message>
        <source>Là căn cứ của</source>
        <translation>Basis of</translation>
    </message>
    <message>
        <source>Dẫn chiếu</source>
        <translation>Refers to</translation>
    </message>
    <message>
        <source>Được dẫn chiếu bởi</source>
        <translation>Referred to by</translation>
    </message>
    <message>
        <source>Hướng dẫn</source>
        <translation>Guides</translation>
    </message>
    <message>
        <source>Được hướng dẫn bởi</source>
        <translation>Guided by</translation>
    </message>
    <message>
        <source>Quy định chi tiết</source>
        <translation>Details</translation>
    </message>
    <message>
        <source>Được quy định chi tiết bởi</source>
        <translation>Detailed by</translation>
    </message>
    <message>
        <source>Hợp nhất</source>
        <translation>Consolidates</translation>
    </message>
    <message>
        <source>Được hợp nhất tại</source>
        <translation>Consolidated in</translation>
    </message>
    <message>
        <source>Công bố</source>
        <translation>Announces</translation>
    </message>
    <message>
        <source>Được công bố bởi</source>
        <translation>Announced by</translation>
    </message>
    <message>
        <source>Giải thích</source>
        <translation>Explains</translation>
    </message>
    <message>
        <source>Được giải thích bởi</source>
        <translation>Explained by</translation>
    </message>
    <message>
        <source>{relation} (một phần)</source>
        <translation>{relation} (in part)</translation>
    </message>
</context>
<context>
    <name>RelationsList</name>
    <message>
        <source>Văn bản liên quan</source>
        <translation>Related documents</translation>
    </message>
    <message>
        <source>Điều khoản: {provisions}</source>
        <translation>Provisions: {provisions}</translation>
    </message>
    <message>
        <source>Chưa có trong kho</source>
        <translation>Not in the archive</translation>
    </message>
</context>
<context>
    <name>ResultList</name>
    <message>
        <source>Kết quả tìm văn bản</source>
        <translation>Documents found</translation>
    </message>
</context>
<context>
    <name>ResultRow</name>
    <message>
        <source>Không có số ký hiệu</source>
        <translation>No number</translation>
    </message>
    <message>
        <source>(không có trích yếu)</source>
        <translation>(no summary)</translation>
    </message>
    <message>
        <source>đã gỡ khỏi Cổng</source>
        <translation>withdrawn</translation>
    </message>
</context>
<context>
    <name>SearchBar</name>
    <message>
        <source>Tìm văn bản: số ký hiệu hoặc nội dung, có dấu hay không dấu</source>
        <translation>Search documents: number or words, with or without marks</translation>
    </message>
    <message>
        <source>Tìm văn bản</source>
        <translation>Search documents</translation>
    </message>
    <message>
        <source>Loại văn bản</source>
        <translation>Type of document</translation>
    </message>
    <message>
        <source>Cơ quan ban hành</source>
        <translation>Issued by</translation>
    </message>
    <message>
        <source>Năm</source>
        <translation>Year</translation>
    </message>
    <message>
        <source>Tình trạng hiệu lực</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Bỏ các bộ lọc</source>
        <translation>Clear filters</translation>
    </message>
</context>
<context>
    <name>SecretField</name>
    <message>
        <source>Hiện {what}</source>
        <translation>Show {what}</translation>
    </message>
</context>
<context>
    <name>SettingsWindow</name>
    <message>
        <source>Cài đặt</source>
        <translation>Settings</translation>
    </message>
    <message>
        <source>Ngôn ngữ</source>
        <translation>Language</translation>
    </message>
    <message>
        <source>Ngôn ngữ mới có hiệu lực khi mở lại Bàn Công Vụ.</source>
        <translation>The new language takes effect when the desk is opened again.</translation>
    </message>
    <message>
        <source>Cỡ chữ</source>
        <translation>Text size</translation>
    </message>
    <message>
        <source>Giao diện</source>
        <translation>Appearance</translation>
    </message>
    <message>
        <source>Theo hệ thống</source>
        <translation>As the system</translation>
    </message>
    <message>
        <source>Sáng</source>
        <translation>Light</translation>
    </message>
    <message>
        <source>Tối</source>
        <translation>Dark</translation>
    </message>
    <message>
        <source>Phiên bản {version}. Giấy phép Apache 2.0; dùng Qt (LGPL), libVLC (LGPL), exchangelib (BSD), SQLAlchemy (MIT), SQLCipher (BSD), Tantivy (MIT). Danh sách đầy đủ ở THIRD_PARTY.md.</source>
        <translation>Version {version}. Apache Licence 2.0; uses Qt (LGPL), libVLC (LGPL), exchangelib (BSD), SQLAlchemy (MIT), SQLCipher (BSD), Tantivy (MIT). The whole list is in THIRD_PARTY.md.</translation>
    </message>
</context>
<context>
    <name>ShortcutsSheet</name>
    <message>
        <source>Phím tắt</source>
        <translation>Shortcuts</translation>
    </message>
    <message>
        <source>Thư</source>
        <translation>Mail</translation>
    </message>
    <message>
        <source>Họp</source>
        <translation>Conference</translation>
    </message>
    <message>
        <source>Văn bản</source>
        <translation>Documents</translation>
    </message>
    <message>
        <source>Đồng bộ ngay</source>
        <translation>Synchronise now</translation>
    </message>
    <message>
        <source>Cài đặt</source>
        <translation>Settings</translation>
    </message>
    <message>
        <source>Bảng phím tắt này</source>
        <translation>This sheet of shortcuts</translation>
    </message>
    <message>
        <source>Đóng Bàn Công Vụ</source>
        <translation>Close the desk</translation>
    </message>
    <message>
        <source>Ở trang này</source>
        <translation>On this page</translation>
    </message>
    <message>
        <source>Ở mọi nơi</source>
        <translation>Everywhere</translation>
    </message>
</context>
<context>
    <name>ShownList</name>
    <message>
        <source>Đang mở hộp thư…</source>
        <translation>Opening the mailbox…</translation>
    </message>
    <message>
        <source>Không mở được hộp thư trên máy này.</source>
        <translation>The mailbox on this computer cannot be opened.</translation>
    </message>
    <message>
        <source>Đang soạn trên máy này</source>
        <translation>Being written on this computer</translation>
    </message>
    <message>
        <source>Hộp thư đi</source>
        <translation>Outbox</translation>
    </message>
    <message>
        <source>Kết quả tìm</source>
        <translation>Search results</translation>
    </message>
    <message>
        <source>{count} thư</source>
        <translation>{count} mails</translation>
    </message>
    <message>
        <source>, {count} chưa đọc</source>
        <translation>, {count} unread</translation>
    </message>
    <message>
        <source>Không tìm thấy thư nào có “{words}”.</source>
        <translation>No mail found with “{words}”.</translation>
    </message>
    <message>
        <source>Đang tải thư lần đầu… {done}/{total}</source>
        <translation>Downloading mail for the first time… {done}/{total}</translation>
    </message>
    <message>
        <source>Chưa có thư trên máy này. Thư sẽ hiện ra khi tải xong lần đầu.</source>
        <translation>No mail on this computer yet. It will appear when the first download is done.</translation>
    </message>
    <message>
        <source>Không có thư chưa đọc.</source>
        <translation>No unread mail.</translation>
    </message>
    <message>
        <source>Hộp thư trống</source>
        <translation>The mailbox is empty</translation>
    </message>
    <message>
        <source>Thư mục này trống</source>
        <translation>This folder is empty</translation>
    </message>
</context>
<context>
    <name>SignInWindow</name>
    <message>
        <source>Đăng nhập · Bàn Công Vụ</source>
        <translation>Sign in · Bàn Công Vụ</translation>
    </message>
    <message>
        <source>MIEN\ten — để trống nếu như địa chỉ thư</source>
        <translation>DOMAIN
ame — leave empty if it is the mail address</translation>
    </message>
    <message>
        <source>Tên đăng nhập khác địa chỉ thư</source>
        <translation>My user name is not my mail address</translation>
    </message>
    <message>
        <source>Mật khẩu</source>
        <translation>Password</translation>
    </message>
    <message>
        <source>Ghi nhớ mật khẩu trên máy này</source>
        <translation>Remember the password on this computer</translation>
    </message>
    <message>
        <source>Máy này không có kho khoá hệ thống, nên mật khẩu chỉ dùng cho phiên làm việc này.</source>
        <translation>This computer has no system keyring, so the password is used for this session only.</translation>
    </message>
    <message>
        <source>Cụm mật khẩu của kho thư</source>
        <translation>Passphrase of the mail store</translation>
    </message>
    <message>
        <source>Nhập lại cụm mật khẩu</source>
        <translation>Passphrase again</translation>
    </message>
    <message>
        <source>Đăng nhập</source>
        <translation>Sign in</translation>
    </message>
    <message>
        <source>Làm việc ngoại tuyến</source>
        <translation>Work offline</translation>
    </message>
    <message>
        <source>Hãy nhập địa chỉ thư công vụ đầy đủ, ví dụ ten@bo.gov.vn.</source>
        <translation>Please enter your full official mail address, for example name@ministry.gov.vn.</translation>
    </message>
    <message>
        <source>Hãy nhập mật khẩu thư.</source>
        <translation>Please enter your mail password.</translation>
    </message>
    <message>
        <source>Hãy nhập cụm mật khẩu của kho thư.</source>
        <translation>Please enter the passphrase of the mail store.</translation>
    </message>
    <message>
        <source>Cụm mật khẩu cần ít nhất {count} ký tự, ví dụ bốn từ không liên quan nhau.</source>
        <translation>The passphrase needs at least {count} characters, for example four unrelated words.</translation>
    </message>
    <message>
        <source>Hai lần nhập cụm mật khẩu không giống nhau.</source>
        <translation>The two passphrases are not the same.</translation>
    </message>
    <message>
        <source>Anh/chị có thể làm việc ngoại tuyến trên bản lưu ở máy này.</source>
        <translation>You can work offline on the copy kept on this computer.</translation>
    </message>
    <message>
        <source>Lần đăng nhập đầu tiên cần có mạng: hãy kiểm tra dây mạng hoặc Wi-Fi rồi thử lại.</source>
        <translation>The first sign-in needs the network: please check the cable or Wi-Fi and try again.</translation>
    </message>
    <message>
        <source>Hãy thử lại sau ít phút.</source>
        <translation>Please try again in a few minutes.</translation>
    </message>
    <message>
        <source>Đang hỏi máy chủ…</source>
        <translation>Asking the server…</translation>
    </message>
    <message>
        <source>Địa chỉ thư</source>
        <translation>Mail address</translation>
    </message>
    <message>
        <source>Tên đăng nhập</source>
        <translation>User name</translation>
    </message>
    <message>
        <source>Đặt cụm mật khẩu cho kho thư trên máy này</source>
        <translation>Choose a passphrase for the mail kept on this computer</translation>
    </message>
</context>
<context>
    <name>SiteView</name>
    <message>
        <source>Hình của {site}</source>
        <translation>Picture of {site}</translation>
    </message>
    <message>
        <source>Trạng thái của {site}</source>
        <translation>State of {site}</translation>
    </message>
</context>
<context>
    <name>SiteWords</name>
    <message>
        <source>Đang kết nối…</source>
        <translation>Connecting…</translation>
    </message>
    <message>
        <source>Đang phát trực tiếp</source>
        <translation>Live</translation>
    </message>
    <message>
        <source>Tín hiệu yếu ({rate} hình/giây)</source>
        <translation>Weak signal ({rate} pictures/s)</translation>
    </message>
    <message>
        <source>Tín hiệu yếu</source>
        <translation>Weak signal</translation>
    </message>
    <message>
        <source>Hình bị đứng — đang chờ tín hiệu</source>
        <translation>Picture frozen — waiting for the signal</translation>
    </message>
    <message>
        <source>Hình bị đứng</source>
        <translation>Picture frozen</translation>
    </message>
    <message>
        <source>Đang kết nối lại (lần {attempt})</source>
        <translation>Reconnecting (attempt {attempt})</translation>
    </message>
    <message>
        <source>Bị từ chối: {reason}</source>
        <translation>Refused: {reason}</translation>
    </message>
    <message>
        <source>Đã đóng</source>
        <translation>Closed</translation>
    </message>
    <message>
        <source>không rõ lý do</source>
        <translation>no reason given</translation>
    </message>
    <message>
        <source>loại địa chỉ không được phép</source>
        <translation>this kind of address is not allowed</translation>
    </message>
    <message>
        <source>địa chỉ điểm cầu không hợp lệ</source>
        <translation>the site&apos;s address is not valid</translation>
    </message>
    <message>
        <source>điểm cầu không cho phép máy này vào</source>
        <translation>the site does not let this computer in</translation>
    </message>
    <message>
        <source>điểm cầu chưa phát hình</source>
        <translation>the site sends no picture yet</translation>
    </message>
    <message>
        <source>không tìm thấy máy chủ của điểm cầu</source>
        <translation>the site&apos;s server was not found</translation>
    </message>
    <message>
        <source>điểm cầu không trả lời</source>
        <translation>the site does not answer</translation>
    </message>
    <message>
        <source>chứng thư của điểm cầu không được tin cậy</source>
        <translation>the site&apos;s certificate is not trusted</translation>
    </message>
    <message>
        <source>định dạng hình không xem được</source>
        <translation>the picture&apos;s format cannot be shown</translation>
    </message>
</context>
<context>
    <name>StatusLine</name>
    <message>
        <source>đang mở…</source>
        <translation>opening…</translation>
    </message>
    <message>
        <source>đang kết nối…</source>
        <translation>connecting…</translation>
    </message>
    <message>
        <source>đang đồng bộ… {done}/{total}</source>
        <translation>synchronising… {done}/{total}</translation>
    </message>
    <message>
        <source>đang đồng bộ…</source>
        <translation>synchronising…</translation>
    </message>
    <message>
        <source>đồng bộ lúc {when}</source>
        <translation>synchronised {when}</translation>
    </message>
    <message>
        <source>trực tuyến</source>
        <translation>online</translation>
    </message>
    <message>
        <source>ngoại tuyến · bản lưu lúc {when}</source>
        <translation>offline · copy of {when}</translation>
    </message>
    <message>
        <source>ngoại tuyến</source>
        <translation>offline</translation>
    </message>
    <message>
        <source>không đồng bộ được</source>
        <translation>cannot synchronise</translation>
    </message>
    <message>
        <source>nhường đường truyền cho cuộc họp</source>
        <translation>leaving the line to the conference</translation>
    </message>
    <message>
        <source>Dòng trạng thái</source>
        <translation>Status line</translation>
    </message>
    <message>
        <source>Thư</source>
        <translation>Mail</translation>
    </message>
    <message>
        <source>Văn bản</source>
        <translation>Documents</translation>
    </message>
    <message>
        <source>Tài khoản</source>
        <translation>Account</translation>
    </message>
    <message>
        <source>Tin ngắn</source>
        <translation>Message</translation>
    </message>
    <message>
        <source>Bấm để đồng bộ ngay</source>
        <translation>Press to synchronise now</translation>
    </message>
</context>
<context>
    <name>TypedText</name>
    <message>
        <source>anh-dan.png</source>
        <translation>pasted-picture.png</translation>
    </message>
</context>
<context>
    <name>Writing</name>
    <message>
        <source>Đã bỏ thư nháp “{subject}”</source>
        <translation>Draft “{subject}” discarded</translation>
    </message>
    <message>
        <source>(không có chủ đề)</source>
        <translation>(no subject)</translation>
    </message>
    <message>
        <source>Hoàn tác</source>
        <translation>Undo</translation>
    </message>
    <message>
        <source>Không lấy lại được nữa: thư đang trên đường đi.</source>
        <translation>Too late to take it back: the mail is on its way.</translation>
    </message>
    <message>
        <source>Đã gửi: {subject}</source>
        <translation>Sent: {subject}</translation>
    </message>
    <message>
        <source>Máy chủ không nhận thư “{subject}”</source>
        <translation>The server did not accept “{subject}”</translation>
    </message>
    <message>
        <source>Xem Hộp thư đi</source>
        <translation>Show Outbox</translation>
    </message>
    <message>
        <source>Chưa rõ thư “{subject}” đã đi hay chưa; đang hỏi lại máy chủ.</source>
        <translation>It is not known yet whether “{subject}” was sent; asking the server.</translation>
    </message>
    <message>
        <source>Thư đang được gửi — {subject}</source>
        <translation>Sending — {subject}</translation>
    </message>
    <message>
        <source>Thư nháp đã được giữ lại</source>
        <translation>The draft was kept</translation>
    </message>
    <message>
        <source>Viết tiếp</source>
        <translation>Continue writing</translation>
    </message>
</context>
<context>
    <name>errors</name>
    <message>
        <source>Không có mạng</source>
        <translation>No network</translation>
    </message>
    <message>
        <source>Máy chủ thư không trả lời.</source>
        <translation>The mail server does not answer.</translation>
    </message>
    <message>
        <source>Mọi việc vẫn làm được trên bản lưu ở máy này và sẽ được gửi đi khi có mạng lại.</source>
        <translation>Everything still works on the copy on this computer and will be sent when the network is back.</translation>
    </message>
    <message>
        <source>Mật khẩu không đúng</source>
        <translation>Wrong password</translation>
    </message>
    <message>
        <source>Máy chủ thư không nhận tên đăng nhập hoặc mật khẩu này.</source>
        <translation>The mail server does not accept this user name or password.</translation>
    </message>
    <message>
        <source>Hãy nhập lại mật khẩu. Bàn Công Vụ không tự thử lại, để tài khoản của anh/chị không bị khoá.</source>
        <translation>Please enter the password again. The desk does not retry by itself, so that your account is not locked.</translation>
    </message>
    <message>
        <source>Chứng thư máy chủ không tin cậy</source>
        <translation>Server certificate not trusted</translation>
    </message>
    <message>
        <source>Chứng thư số của máy chủ {0} không được tin cậy, nên mật khẩu chưa được gửi đi.</source>
        <translation>The certificate of the server {0} is not trusted, so the password was not sent.</translation>
    </message>
    <message>
        <source>Hãy báo bộ phận công nghệ thông tin; đừng đăng nhập ở nơi khác bằng mật khẩu này.</source>
        <translation>Please tell your IT staff; do not use this password elsewhere.</translation>
    </message>
    <message>
        <source>Máy chủ đang bận</source>
        <translation>The server is busy</translation>
    </message>
    <message>
        <source>Máy chủ thư đang bận và đề nghị chờ một lát.</source>
        <translation>The mail server is busy and asks for a moment&apos;s patience.</translation>
    </message>
    <message>
        <source>Bàn Công Vụ sẽ tự thử lại.</source>
        <translation>The desk will try again by itself.</translation>
    </message>
    <message>
        <source>Không phải máy chủ Exchange</source>
        <translation>Not an Exchange server</translation>
    </message>
    <message>
        <source>Địa chỉ {0} có trả lời nhưng không phải là máy chủ thư Exchange.</source>
        <translation>The address {0} answers but is not an Exchange mail server.</translation>
    </message>
    <message>
        <source>Có thể mạng đang đòi đăng nhập (Wi-Fi khách), hoặc hồ sơ của bộ ghi sai địa chỉ. Hãy báo bộ phận công nghệ thông tin.</source>
        <translation>The network may be asking for a sign-in (guest Wi-Fi), or the ministry&apos;s profile has a wrong address. Please tell your IT staff.</translation>
    </message>
    <message>
        <source>Đang đồng bộ lại từ đầu</source>
        <translation>Synchronising from the beginning</translation>
    </message>
    <message>
        <source>Máy chủ thư không còn nhớ lần đồng bộ trước; thư mục này được đồng bộ lại từ đầu.</source>
        <translation>The mail server no longer remembers the last synchronisation; this folder is synchronised from the beginning.</translation>
    </message>
    <message>
        <source>Không có thư nào bị mất.</source>
        <translation>No mail was lost.</translation>
    </message>
    <message>
        <source>Thư không còn trên máy chủ</source>
        <translation>No longer on the server</translation>
    </message>
    <message>
        <source>Thư này đã bị xoá hoặc chuyển đi ở nơi khác.</source>
        <translation>This mail was deleted or moved elsewhere.</translation>
    </message>
    <message>
        <source>Danh sách sẽ được cập nhật ngay.</source>
        <translation>The list will be brought up to date at once.</translation>
    </message>
    <message>
        <source>Máy chủ từ chối</source>
        <translation>Refused by the server</translation>
    </message>
    <message>
        <source>Máy chủ thư từ chối việc này (mã {0}).</source>
        <translation>The mail server refused this (code {0}).</translation>
    </message>
    <message>
        <source>Việc đó đã được hoàn lại. Nếu lặp lại, hãy đọc mã này cho bộ phận công nghệ thông tin.</source>
        <translation>It was taken back. If it happens again, please read this code to your IT staff.</translation>
    </message>
    <message>
        <source>Chưa rõ đã gửi hay chưa</source>
        <translation>Not known whether it was sent</translation>
    </message>
    <message>
        <source>Kết nối đứt sau khi đã gửi yêu cầu, nên chưa biết máy chủ đã làm hay chưa.</source>
        <translation>The connection ended after the request was sent, so it is not known whether the server carried it out.</translation>
    </message>
    <message>
        <source>Bàn Công Vụ sẽ hỏi lại máy chủ trước khi thử lại, để không gửi hai lần.</source>
        <translation>The desk will ask the server before trying again, so that nothing is sent twice.</translation>
    </message>
    <message>
        <source>Lỗi máy chủ thư</source>
        <translation>Mail server error</translation>
    </message>
    <message>
        <source>Có trục trặc khi trao đổi với máy chủ thư.</source>
        <translation>Something went wrong while talking to the mail server.</translation>
    </message>
    <message>
        <source>Bàn Công Vụ sẽ thử lại sau.</source>
        <translation>The desk will try again later.</translation>
    </message>
    <message>
        <source>Không mở được kho thư</source>
        <translation>The mail store does not open</translation>
    </message>
    <message>
        <source>Kho thư trên máy này không mở được bằng khoá hiện có.</source>
        <translation>The mail kept on this computer does not open with the present key.</translation>
    </message>
    <message>
        <source>Nếu anh/chị dùng cụm mật khẩu, hãy nhập lại cho đúng. Kho cũ được giữ nguyên; thư trên máy chủ còn đủ.</source>
        <translation>If you use a passphrase, please enter it again. The old store is kept as it is; all mail is still on the server.</translation>
    </message>
    <message>
        <source>Đĩa đầy</source>
        <translation>Disk full</translation>
    </message>
    <message>
        <source>Đĩa đã đầy, không ghi thêm được vào kho thư.</source>
        <translation>The disk is full; the mail store cannot grow.</translation>
    </message>
    <message>
        <source>Hãy giải phóng chỗ trên đĩa; những gì đã có vẫn còn nguyên.</source>
        <translation>Please free some space on the disk; everything that was there is unharmed.</translation>
    </message>
    <message>
        <source>Kho thư của bản mới hơn</source>
        <translation>Mail store of a newer version</translation>
    </message>
    <message>
        <source>Kho thư này do một bản Bàn Công Vụ mới hơn ghi (dạng {0}; bản này hiểu đến {1}).</source>
        <translation>This mail store was written by a newer version of the desk (format {0}; this version knows up to {1}).</translation>
    </message>
    <message>
        <source>Hãy cài bản mới nhất. Kho không bị thay đổi.</source>
        <translation>Please install the newest version. Nothing was changed.</translation>
    </message>
    <message>
        <source>Kho thư bị hỏng</source>
        <translation>Mail store damaged</translation>
    </message>
    <message>
        <source>Tệp kho thư trên máy này bị hỏng.</source>
        <translation>The mail store&apos;s file on this computer is damaged.</translation>
    </message>
    <message>
        <source>Hãy báo bộ phận công nghệ thông tin trước khi xoá gì; thư trên máy chủ vẫn còn đủ.</source>
        <translation>Please tell your IT staff before deleting anything; all mail is still on the server.</translation>
    </message>
    <message>
        <source>Lỗi kho thư</source>
        <translation>Mail store error</translation>
    </message>
    <message>
        <source>Có trục trặc với kho thư trên máy này.</source>
        <translation>Something is wrong with the mail kept on this computer.</translation>
    </message>
    <message>
        <source>Hãy đóng và mở lại Bàn Công Vụ; nếu vẫn vậy, báo bộ phận công nghệ thông tin.</source>
        <translation>Please close and reopen the desk; if it happens again, tell your IT staff.</translation>
    </message>
    <message>
        <source>Lỗi hộp thư</source>
        <translation>Mailbox error</translation>
    </message>
    <message>
        <source>Có trục trặc với hộp thư.</source>
        <translation>Something is wrong with the mailbox.</translation>
    </message>
    <message>
        <source>Cổng văn bản không trả lời.</source>
        <translation>The document portal does not answer.</translation>
    </message>
    <message>
        <source>Kho văn bản trên máy này vẫn tra cứu được như thường.</source>
        <translation>The documents on this computer can be searched as usual.</translation>
    </message>
    <message>
        <source>Nguồn văn bản không tin cậy</source>
        <translation>Document source not trusted</translation>
    </message>
    <message>
        <source>Nguồn văn bản do người lạ ký, không phải cổng đã đăng ký ({0}); không có gì được nhận về.</source>
        <translation>The document source is signed by a stranger, not by the registered portal ({0}); nothing was accepted.</translation>
    </message>
    <message>
        <source>Kho hiện có vẫn dùng được. Hãy báo bộ phận công nghệ thông tin.</source>
        <translation>The documents already here can be used. Please tell your IT staff.</translation>
    </message>
    <message>
        <source>Kho thư đang bận</source>
        <translation>Mail store busy</translation>
    </message>
    <message>
        <source>Kho thư trên máy này đang bận ghi nên việc vừa rồi chưa được lưu.</source>
        <translation>The mail store on this computer is busy writing, so what you just did was not saved.</translation>
    </message>
    <message>
        <source>Hãy làm lại việc đó sau vài giây.</source>
        <translation>Please do it again in a few seconds.</translation>
    </message>
    <message>
        <source>Chứng thư cổng không tin cậy</source>
        <translation>Portal certificate not trusted</translation>
    </message>
    <message>
        <source>Chứng thư số của cổng văn bản {0} không được tin cậy; không có gì được nhận về.</source>
        <translation>The certificate of the document portal {0} is not trusted; nothing was accepted.</translation>
    </message>
    <message>
        <source>Nguồn văn bản bị lùi</source>
        <translation>Document source rolled back</translation>
    </message>
    <message>
        <source>Cổng văn bản đưa ra một bản cũ hơn bản máy này đã có ({0}); bản cũ đó không được nhận.</source>
        <translation>The document portal offers an older version than this computer already has ({0}); it was not accepted.</translation>
    </message>
    <message>
        <source>Kho hiện có vẫn dùng được. Nếu kéo dài, hãy báo bộ phận công nghệ thông tin.</source>
        <translation>The documents already here can be used. If this goes on, please tell your IT staff.</translation>
    </message>
    <message>
        <source>Nguồn văn bản quá hạn</source>
        <translation>Document source expired</translation>
    </message>
    <message>
        <source>Chữ ký của nguồn văn bản đã hết hạn từ {1}, hoặc đồng hồ của máy này chạy sai.</source>
        <translation>The signature of the document source expired on {1}, or this computer&apos;s clock is wrong.</translation>
    </message>
    <message>
        <source>Hãy xem lại ngày giờ của máy; kho hiện có vẫn tra cứu được.</source>
        <translation>Please check this computer&apos;s date and time; the documents already here can still be searched.</translation>
    </message>
    <message>
        <source>Tệp văn bản bị hỏng khi tải</source>
        <translation>Document file damaged on the way</translation>
    </message>
    <message>
        <source>Tệp {0} tải về không đúng với chữ ký nên bị bỏ.</source>
        <translation>The downloaded file {0} does not match its signature and was thrown away.</translation>
    </message>
    <message>
        <source>Bàn Công Vụ sẽ tải lại; kho hiện có không bị ảnh hưởng.</source>
        <translation>The desk will download it again; the documents already here are not affected.</translation>
    </message>
    <message>
        <source>Cổng văn bản báo lỗi</source>
        <translation>The document portal reports an error</translation>
    </message>
    <message>
        <source>Cổng văn bản trả lời bằng lỗi {0}.</source>
        <translation>The document portal answers with error {0}.</translation>
    </message>
    <message>
        <source>Bàn Công Vụ sẽ tự thử lại; kho hiện có vẫn tra cứu được.</source>
        <translation>The desk will try again by itself; the documents already here can still be searched.</translation>
    </message>
    <message>
        <source>Lỗi cổng văn bản</source>
        <translation>Document portal error</translation>
    </message>
    <message>
        <source>Có trục trặc khi nhận văn bản từ cổng.</source>
        <translation>Something went wrong while receiving documents from the portal.</translation>
    </message>
    <message>
        <source>Bàn Công Vụ sẽ thử lại sau; kho hiện có vẫn tra cứu được.</source>
        <translation>The desk will try again later; the documents already here can still be searched.</translation>
    </message>
    <message>
        <source>Đĩa đã đầy, không ghi thêm được vào kho văn bản.</source>
        <translation>The disk is full; the document archive cannot grow.</translation>
    </message>
    <message>
        <source>Kho văn bản của bản mới hơn</source>
        <translation>Document archive of a newer version</translation>
    </message>
    <message>
        <source>Kho văn bản này do một bản Bàn Công Vụ mới hơn ghi (dạng {0}; bản này hiểu đến {1}).</source>
        <translation>This document archive was written by a newer version of the desk (format {0}; this version knows up to {1}).</translation>
    </message>
    <message>
        <source>Kho văn bản bị hỏng</source>
        <translation>Document archive damaged</translation>
    </message>
    <message>
        <source>Tệp kho văn bản trên máy này bị hỏng.</source>
        <translation>The document archive&apos;s file on this computer is damaged.</translation>
    </message>
    <message>
        <source>Kho có thể tải lại từ cổng; hãy báo bộ phận công nghệ thông tin.</source>
        <translation>It can be downloaded again from the portal; please tell your IT staff.</translation>
    </message>
    <message>
        <source>Lỗi kho văn bản</source>
        <translation>Document archive error</translation>
    </message>
    <message>
        <source>Có trục trặc với kho văn bản trên máy này.</source>
        <translation>Something is wrong with the documents kept on this computer.</translation>
    </message>
    <message>
        <source>Có trục trặc với kho văn bản.</source>
        <translation>Something is wrong with the document archive.</translation>
    </message>
    <message>
        <source>Thiếu bộ phát VLC</source>
        <translation>VLC is missing</translation>
    </message>
    <message>
        <source>Máy này chưa có thư viện VLC (libVLC), nên chưa xem được cuộc họp.</source>
        <translation>This computer does not have the VLC library (libVLC), so the conference cannot be shown.</translation>
    </message>
    <message>
        <source>Hãy đề nghị bộ phận công nghệ thông tin cài VLC; thư và văn bản vẫn dùng được.</source>
        <translation>Please ask your IT staff to install VLC; mail and documents work as before.</translation>
    </message>
    <message>
        <source>Địa chỉ họp không được phép</source>
        <translation>Conference address not allowed</translation>
    </message>
    <message>
        <source>Địa chỉ điểm cầu bắt đầu bằng “{0}”; chỉ rtsp, rtsps, srt và https được phép.</source>
        <translation>The site&apos;s address begins with “{0}”; only rtsp, rtsps, srt and https are allowed.</translation>
    </message>
    <message>
        <source>Hãy báo bộ phận công nghệ thông tin sửa hồ sơ của bộ.</source>
        <translation>Please ask your IT staff to correct the ministry&apos;s profile.</translation>
    </message>
    <message>
        <source>Địa chỉ họp không hợp lệ</source>
        <translation>Conference address not valid</translation>
    </message>
    <message>
        <source>Địa chỉ điểm cầu trong hồ sơ của bộ không hợp lệ.</source>
        <translation>The site&apos;s address in the ministry&apos;s profile is not valid.</translation>
    </message>
    <message>
        <source>Lỗi cuộc họp</source>
        <translation>Conference error</translation>
    </message>
    <message>
        <source>Không vào được cuộc họp.</source>
        <translation>The conference could not be joined.</translation>
    </message>
    <message>
        <source>Hãy thử lại sau ít phút.</source>
        <translation>Please try again in a few minutes.</translation>
    </message>
    <message>
        <source>Không được phép ghi</source>
        <translation>Writing not allowed</translation>
    </message>
    <message>
        <source>Máy này không cho phép ghi vào chỗ đó.</source>
        <translation>This computer does not allow writing there.</translation>
    </message>
    <message>
        <source>Hãy chọn một thư mục khác.</source>
        <translation>Please choose another folder.</translation>
    </message>
    <message>
        <source>Lỗi tệp</source>
        <translation>File error</translation>
    </message>
    <message>
        <source>Không đọc hoặc ghi được tệp.</source>
        <translation>The file cannot be read or written.</translation>
    </message>
    <message>
        <source>Hãy xem đĩa còn chỗ không, rồi thử lại.</source>
        <translation>Please see whether the disk has room, then try again.</translation>
    </message>
    <message>
        <source>Lỗi ngoài dự kiến</source>
        <translation>Unexpected error</translation>
    </message>
    <message>
        <source>Bàn Công Vụ gặp một lỗi ngoài dự kiến ({0}).</source>
        <translation>The desk met an unexpected error ({0}).</translation>
    </message>
    <message>
        <source>Việc đang làm chưa xong; dữ liệu đã lưu vẫn còn. Chi tiết được ghi trong nhật ký.</source>
        <translation>What you were doing is not finished; everything saved is still there. Details are in the log.</translation>
    </message>
    <message>
        <source>Máy chủ không nhận địa chỉ người nhận.</source>
        <translation>The server did not accept a recipient&apos;s address.</translation>
    </message>
    <message>
        <source>Thư chưa có người nhận.</source>
        <translation>The mail has no recipient yet.</translation>
    </message>
    <message>
        <source>Thư lớn hơn mức máy chủ cho phép.</source>
        <translation>The mail is larger than the server allows.</translation>
    </message>
    <message>
        <source>Hộp thư trên máy chủ đã đầy.</source>
        <translation>The mailbox on the server is full.</translation>
    </message>
    <message>
        <source>Tài khoản này không có quyền làm việc đó.</source>
        <translation>This account may not do that.</translation>
    </message>
    <message>
        <source>Tài khoản này không được gửi bằng địa chỉ người gửi đó.</source>
        <translation>This account may not send with that address.</translation>
    </message>
    <message>
        <source>Thư không còn trên máy chủ.</source>
        <translation>The mail is no longer on the server.</translation>
    </message>
    <message>
        <source>Thư mục đích không còn trên máy chủ.</source>
        <translation>The folder it should go to is no longer on the server.</translation>
    </message>
    <message>
        <source>không đọc được tệp</source>
        <translation>the file cannot be read</translation>
    </message>
    <message>
        <source>viết sai cú pháp TOML</source>
        <translation>not valid TOML</translation>
    </message>
    <message>
        <source>còn thiếu</source>
        <translation>missing</translation>
    </message>
    <message>
        <source>sai kiểu giá trị</source>
        <translation>wrong kind of value</translation>
    </message>
    <message>
        <source>giá trị không dùng được</source>
        <translation>value cannot be used</translation>
    </message>
    <message>
        <source>không phải khoá của hồ sơ</source>
        <translation>not a key of the profile</translation>
    </message>
    <message>
        <source>tệp được nêu tên không có hoặc quá lớn</source>
        <translation>the file it names is not there or too large</translation>
    </message>
    <message>
        <source>Hồ sơ của bộ bị hỏng</source>
        <translation>Ministry profile damaged</translation>
    </message>
    <message>
        <source>Hồ sơ {0}, dòng {1}, khoá “{2}”: {3}.</source>
        <translation>Profile {0}, line {1}, key “{2}”: {3}.</translation>
    </message>
    <message>
        <source>Đề nghị bộ phận công nghệ thông tin gửi lại hồ sơ. Dữ liệu trên máy vẫn còn nguyên.</source>
        <translation>Please ask your IT staff to send the profile again. The data on this computer are unharmed.</translation>
    </message>
    <message>
        <source>Chưa có hồ sơ của bộ</source>
        <translation>No ministry profile</translation>
    </message>
    <message>
        <source>Máy này chưa có hồ sơ của bộ, nên Bàn Công Vụ chưa biết máy chủ nào.</source>
        <translation>This PC has no ministry profile yet, so Bàn Công Vụ does not know any server.</translation>
    </message>
    <message>
        <source>Đề nghị bộ phận công nghệ thông tin cài bản của bộ, hoặc chỉ ra hồ sơ bằng --profile.</source>
        <translation>Ask your IT office to install the ministry&apos;s edition, or name the profile with --profile.</translation>
    </message>
    <message>
        <source>Bàn Công Vụ đang chạy</source>
        <translation>Bàn Công Vụ is running</translation>
    </message>
    <message>
        <source>Bàn Công Vụ đã chạy trên thư mục dữ liệu này nhưng không trả lời.</source>
        <translation>Bàn Công Vụ is already running on this data folder but does not answer.</translation>
    </message>
    <message>
        <source>Hãy chờ một lát rồi mở lại; nếu vẫn vậy, đăng xuất khỏi máy rồi đăng nhập.</source>
        <translation>Wait a moment and open it again; if that does not help, log out of this PC and in again.</translation>
    </message>
    <message>
        <source>Không dùng được thư mục dữ liệu</source>
        <translation>Data folder cannot be used</translation>
    </message>
    <message>
        <source>Không dùng được thư mục dữ liệu {0}.</source>
        <translation>The data folder {0} cannot be used.</translation>
    </message>
    <message>
        <source>Hãy chọn một thư mục trên ổ đĩa của chính máy này mà bạn có quyền ghi.</source>
        <translation>Please choose a folder on a disk of this very computer that you may write to.</translation>
    </message>
    <message>
        <source>Máy không có kho khoá</source>
        <translation>No keyring on this computer</translation>
    </message>
    <message>
        <source>Máy này không có kho khoá của hệ thống để giữ mật khẩu.</source>
        <translation>This computer has no system keyring to keep the password in.</translation>
    </message>
    <message>
        <source>Hãy đặt một cụm mật khẩu; mật khẩu thư chỉ được giữ trong phiên này.</source>
        <translation>Please choose a passphrase; the mail password is kept for this session only.</translation>
    </message>
    <message>
        <source>Kho khoá đang khoá</source>
        <translation>Keyring locked</translation>
    </message>
    <message>
        <source>Kho khoá của hệ thống đang khoá nên chưa lấy được mật khẩu.</source>
        <translation>The system keyring is locked, so the password cannot be read.</translation>
    </message>
    <message>
        <source>Hãy mở khoá khi hệ thống hỏi rồi thử lại. Thư đã tải vẫn còn nguyên.</source>
        <translation>Please unlock it when the system asks, then try again. The mail already here is unharmed.</translation>
    </message>
    <message>
        <source>Cụm mật khẩu không đúng</source>
        <translation>Wrong passphrase</translation>
    </message>
    <message>
        <source>Cụm mật khẩu này không mở được hộp thư đã lưu trên máy.</source>
        <translation>This passphrase does not open the mailbox kept on this computer.</translation>
    </message>
    <message>
        <source>Hãy gõ lại. Thư đã lưu vẫn còn nguyên.</source>
        <translation>Please type it again. The mail kept here is unharmed.</translation>
    </message>
    <message>
        <source>Thiếu khoá của kho thư</source>
        <translation>The mailbox&apos;s key is missing</translation>
    </message>
    <message>
        <source>Khoá của kho thư trên máy này nằm trong kho khoá của hệ thống, mà nay không lấy được.</source>
        <translation>The key of the mailbox on this PC lies in the system&apos;s keyring and cannot be had now.</translation>
    </message>
    <message>
        <source>Hãy đăng nhập lại vào máy để kho khoá mở ra, hoặc báo bộ phận công nghệ thông tin. Thư đã lưu vẫn còn nguyên.</source>
        <translation>Log in to this PC again so that the keyring opens, or tell your IT office. The mail kept here is untouched.</translation>
    </message>
    <message>
        <source>Chưa đăng nhập</source>
        <translation>Not signed in</translation>
    </message>
    <message>
        <source>Bạn chưa đăng nhập.</source>
        <translation>You are not signed in.</translation>
    </message>
    <message>
        <source>Hãy đăng nhập để mở hộp thư.</source>
        <translation>Please sign in to open the mailbox.</translation>
    </message>
    <message>
        <source>Tiến trình nền dừng đột ngột</source>
        <translation>Background process stopped</translation>
    </message>
    <message>
        <source>Tiến trình nền của Bàn Công Vụ đã dừng trước khi trả lời.</source>
        <translation>The desk&apos;s background process stopped before it answered.</translation>
    </message>
    <message>
        <source>Hãy thử lại; nếu vẫn vậy, đề nghị bộ phận công nghệ thông tin kiểm tra bản cài đặt.</source>
        <translation>Please try again; if it happens again, ask your IT staff to check the installation.</translation>
    </message>
    <message>
        <source>Có lỗi trong phần mềm</source>
        <translation>Error in the program</translation>
    </message>
    <message>
        <source>Phần mềm gặp lỗi ngoài dự kiến ({0}).</source>
        <translation>The program met an unexpected error ({0}).</translation>
    </message>
    <message>
        <source>Việc này sẽ được thử lại; chi tiết đã ghi vào nhật ký để bộ phận hỗ trợ xem.</source>
        <translation>It will be tried again; details are in the log for your support staff.</translation>
    </message>
</context>
<context>
    <name>formatting</name>
    <message>
        <source>T2</source>
        <translation>Mon</translation>
    </message>
    <message>
        <source>T3</source>
        <translation>Tue</translation>
    </message>
    <message>
        <source>T4</source>
        <translation>Wed</translation>
    </message>
    <message>
        <source>T5</source>
        <translation>Thu</translation>
    </message>
    <message>
        <source>T6</source>
        <translation>Fri</translation>
    </message>
    <message>
        <source>T7</source>
        <translation>Sat</translation>
    </message>
    <message>
        <source>CN</source>
        <translation>Sun</translation>
    </message>
    <message>
        <source>Thứ Hai</source>
        <translation>Monday</translation>
    </message>
    <message>
        <source>Thứ Ba</source>
        <translation>Tuesday</translation>
    </message>
    <message>
        <source>Thứ Tư</source>
        <translation>Wednesday</translation>
    </message>
    <message>
        <source>Thứ Năm</source>
        <translation>Thursday</translation>
    </message>
    <message>
        <source>Thứ Sáu</source>
        <translation>Friday</translation>
    </message>
    <message>
        <source>Thứ Bảy</source>
        <translation>Saturday</translation>
    </message>
    <message>
        <source>Chủ nhật</source>
        <translation>Sunday</translation>
    </message>
    <message>
        <source>Hôm qua</source>
        <translation>Yesterday</translation>
    </message>
    <message>
        <source>Hôm nay</source>
        <translation>Today</translation>
    </message>
    <message>
        <source>Tuần này</source>
        <translation>This week</translation>
    </message>
    <message>
        <source>Tuần trước</source>
        <translation>Last week</translation>
    </message>
    <message>
        <source>Tháng {month}</source>
        <translation>Month {month}</translation>
    </message>
    <message>
        <source>(không rõ người gửi)</source>
        <translation>(unknown sender)</translation>
    </message>
    <message>
        <source>{names} và {count} người khác</source>
        <translation>{names} and {count} others</translation>
    </message>
</context>
</TS>
