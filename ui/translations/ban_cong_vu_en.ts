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
    <name>AfterMeeting</name>
    <message>
        <source>Sau cuộc họp</source>
        <translation>After the conference</translation>
    </message>
    <message>
        <source>Nhật ký sự cố</source>
        <translation>Incident log</translation>
    </message>
    <message>
        <source>Sao chép tóm tắt</source>
        <translation>Copy summary</translation>
    </message>
    <message>
        <source>Mở thư mục ghi hình</source>
        <translation>Open the recording folder</translation>
    </message>
    <message>
        <source>Tạo tệp MP4</source>
        <translation>Make MP4 files</translation>
    </message>
    <message>
        <source>Mỗi điểm cầu một tệp, không nén lại; bản ghi gốc được giữ nguyên</source>
        <translation>One file per site, not compressed again; the original recording stays as it is</translation>
    </message>
    <message>
        <source>Đang tạo tệp MP4</source>
        <translation>Making the MP4 files</translation>
    </message>
    <message>
        <source>Thôi tạo tệp</source>
        <translation>Stop making files</translation>
    </message>
    <message>
        <source>Cuộc họp vừa rồi: {title}</source>
        <translation>The last conference: {title}</translation>
    </message>
    <message>
        <source>Đã ghi hình: {size}, trong {folder}</source>
        <translation>Recorded: {size}, in {folder}</translation>
    </message>
    <message>
        <source>Đã sao chép nhật ký sự cố.</source>
        <translation>The incident log has been copied.</translation>
    </message>
    <message>
        <source>Đã thôi tạo tệp MP4; bản ghi gốc còn nguyên.</source>
        <translation>Stopped making MP4 files; the original recording is untouched.</translation>
    </message>
    <message>
        <source>Đã tạo {count} tệp MP4.</source>
        <translation>{count} MP4 files made.</translation>
    </message>
    <message>
        <source>Mở thư mục</source>
        <translation>Open folder</translation>
    </message>
    <message>
        <source>Chưa tạo được tệp MP4: đĩa không đủ chỗ, hoặc bản ghi không đọc được. Bản ghi gốc còn nguyên.</source>
        <translation>The MP4 file could not be made: the disk is short of space, or the recording cannot be read. The original recording is untouched.</translation>
    </message>
</context>
<context>
    <name>AgendaList</name>
    <message>
        <source>Lịch theo danh sách</source>
        <translation>Calendar as a list</translation>
    </message>
</context>
<context>
    <name>AgendaView</name>
    <message>
        <source>Chương trình cuộc họp</source>
        <translation>Agenda of the meeting</translation>
    </message>
    <message>
        <source>Thêm nội dung, rồi Enter (ví dụ: 9h00 Thảo luận)</source>
        <translation>Add an item, then Enter (e.g. 9:00 Discussion)</translation>
    </message>
    <message>
        <source>Nội dung thêm vào chương trình</source>
        <translation>Item to add to the agenda</translation>
    </message>
    <message>
        <source>Dán chương trình</source>
        <translation>Paste agenda</translation>
    </message>
    <message>
        <source>Lấy các dòng có số thứ tự hoặc giờ từ bảng tạm</source>
        <translation>Take the lines with a number or a time from the clipboard</translation>
    </message>
    <message>
        <source>Ghi tên phát biểu</source>
        <translation>Add to the speakers</translation>
    </message>
    <message>
        <source>Đưa người trình bày của mục đang chọn vào thứ tự phát biểu</source>
        <translation>Put the presenter of the chosen item into the speaking order</translation>
    </message>
    <message>
        <source>Lấy từ tệp kèm</source>
        <translation>From an attachment</translation>
    </message>
    <message>
        <source>Đọc chương trình trong tệp gửi kèm giấy mời</source>
        <translation>Read the agenda in a file that came with the invitation</translation>
    </message>
    <message>
        <source>Xong: phím cách · Bỏ: Delete · Đổi chỗ: Alt+↑ ↓</source>
        <translation>Done: Space · Remove: Delete · Reorder: Alt+↑ ↓</translation>
    </message>
    <message>
        <source>Đã xong {done}/{all} nội dung</source>
        <translation>{done} of {all} items done</translation>
    </message>
    <message>
        <source>Giấy mời không nêu chương trình, hoặc chưa tìm thấy giấy mời. Gõ hoặc dán vào đây.</source>
        <translation>The invitation names no agenda, or the invitation was not found. Type or paste it here.</translation>
    </message>
    <message>
        <source>Đang đọc {name}…</source>
        <translation>Reading {name}…</translation>
    </message>
    <message>
        <source>Không thấy chương trình trong {name}.</source>
        <translation>No agenda found in {name}.</translation>
    </message>
    <message>
        <source>({minutes} phút)</source>
        <translation>({minutes} min)</translation>
    </message>
    <message>
        <source>Bảng tạm không có dòng nào mang số thứ tự hoặc giờ.</source>
        <translation>The clipboard has no line with a number or a time.</translation>
    </message>
    <message>
        <source>Đã ghi tên: {name}</source>
        <translation>Added to the speakers: {name}</translation>
    </message>
</context>
<context>
    <name>Announcement</name>
    <message>
        <source>Vào họp</source>
        <translation>Join</translation>
    </message>
    <message>
        <source>Nhắc lại sau 5 phút</source>
        <translation>Remind me in 5 minutes</translation>
    </message>
    <message>
        <source>Bỏ qua</source>
        <translation>Dismiss</translation>
    </message>
    <message>
        <source>Kiểm tra điểm cầu</source>
        <translation>Check the sites</translation>
    </message>
    <message>
        <source>Cuộc họp: {title}. {near}. {facts}</source>
        <translation>Meeting: {title}. {near}. {facts}</translation>
    </message>
</context>
<context>
    <name>Announcements</name>
    <message>
        <source>Cuộc họp sắp tới</source>
        <translation>Upcoming meeting</translation>
    </message>
    <message>
        <source>và {count} cuộc họp khác</source>
        <translation>and {count} other meetings</translation>
    </message>
</context>
<context>
    <name>AnswerDialog</name>
    <message>
        <source>Nhận lời</source>
        <translation>Accept</translation>
    </message>
    <message>
        <source>Có thể dự</source>
        <translation>Tentative</translation>
    </message>
    <message>
        <source>Từ chối</source>
        <translation>Decline</translation>
    </message>
    <message>
        <source>Gửi câu trả lời cho {name}</source>
        <translation>Send the reply to {name}</translation>
    </message>
    <message>
        <source>Lời nhắn (không bắt buộc)</source>
        <translation>Message (optional)</translation>
    </message>
    <message>
        <source>Lời nhắn</source>
        <translation>Message</translation>
    </message>
    <message>
        <source>Thôi</source>
        <translation>Cancel</translation>
    </message>
</context>
<context>
    <name>ArchiveMenu</name>
    <message>
        <source>Cập nhật từ USB hoặc thư mục…</source>
        <translation>Update from USB or a folder…</translation>
    </message>
    <message>
        <source>Lập lại chỉ mục tìm kiếm</source>
        <translation>Rebuild the search index</translation>
    </message>
    <message>
        <source>Thư mục có bản sao kho văn bản</source>
        <translation>Folder with a copy of the archive</translation>
    </message>
    <message>
        <source>Đang cập nhật kho văn bản từ thư mục {name}…</source>
        <translation>Updating the archive from the folder {name}…</translation>
    </message>
    <message>
        <source>Đang lập lại chỉ mục tìm kiếm; vẫn tra cứu được trong lúc đó.</source>
        <translation>Rebuilding the search index; you can go on searching meanwhile.</translation>
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
        <source>Kiểm tra căn cứ của một dự thảo</source>
        <translation>Check the citations of a draft</translation>
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
    <name>ArrivalsTold</name>
    <message>
        <source>Có {count} thư mới.</source>
        <translation>New messages: {count}.</translation>
    </message>
    <message>
        <source>không có chủ đề</source>
        <translation>no subject</translation>
    </message>
    <message>
        <source>Thư mới từ {sender}: {subject}.</source>
        <translation>New message from {sender}: {subject}.</translation>
    </message>
</context>
<context>
    <name>AttachmentBar</name>
    <message>
        <source>và {count} tệp khác</source>
        <translation>and {count} more</translation>
    </message>
    <message>
        <source>Lưu tất cả</source>
        <translation>Save all</translation>
    </message>
    <message>
        <source>{name}: nhấn để xem, nhấn chuột phải để lưu hay mở</source>
        <translation>{name}: click to view, right-click to save or open</translation>
    </message>
    <message>
        <source>Xem tệp đính kèm {name}, {size}</source>
        <translation>View attachment {name}, {size}</translation>
    </message>
    <message>
        <source>Tệp đính kèm</source>
        <translation>Attachments</translation>
    </message>
    <message>
        <source>tệp không tên</source>
        <translation>unnamed file</translation>
    </message>
</context>
<context>
    <name>AttachmentDeeds</name>
    <message>
        <source>Không xem được tệp “{name}” ngay trong thư.</source>
        <translation>The file “{name}” cannot be viewed inside the message.</translation>
    </message>
    <message>
        <source>Tệp đính kèm</source>
        <translation>Attachment</translation>
    </message>
    <message>
        <source>Lưu…</source>
        <translation>Save…</translation>
    </message>
    <message>
        <source>Mở bằng chương trình khác</source>
        <translation>Open with another program</translation>
    </message>
    <message>
        <source>Đóng</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>“{name}” là chương trình, không phải tài liệu. Bàn Công Vụ không mở tệp này.</source>
        <translation>“{name}” is a program, not a document. Bàn Công Vụ does not open this file.</translation>
    </message>
    <message>
        <source>Xin xem kỹ trước khi mở “{name}”.</source>
        <translation>Please check carefully before opening “{name}”.</translation>
    </message>
    <message>
        <source>Vẫn mở</source>
        <translation>Open anyway</translation>
    </message>
    <message>
        <source>Không mở</source>
        <translation>Do not open</translation>
    </message>
    <message>
        <source>Máy này không có chương trình mở loại tệp ấy. Xin lưu tệp rồi mở.</source>
        <translation>This computer has no program to open this type of file. Please save the file, then open it.</translation>
    </message>
    <message>
        <source>Đã mở bản sao chỉ để đọc; bản sao được xoá khi đóng Bàn Công Vụ. Muốn sửa, xin lưu tệp trước.</source>
        <translation>A read-only copy has been opened; it is deleted when Bàn Công Vụ closes. To edit the file, please save it first.</translation>
    </message>
    <message>
        <source>Lưu tệp đính kèm vào thư mục</source>
        <translation>Save attachments to a folder</translation>
    </message>
    <message>
        <source>Đã lưu “{name}”.</source>
        <translation>“{name}” saved.</translation>
    </message>
    <message>
        <source>Đã lưu {count} tệp vào “{folder}”.</source>
        <translation>Files saved to “{folder}”: {count}.</translation>
    </message>
    <message>
        <source>Không lưu được tệp: không ghi được vào thư mục đã chọn. Xin chọn thư mục khác.</source>
        <translation>The file could not be saved: the chosen folder cannot be written to. Please choose another folder.</translation>
    </message>
    <message>
        <source>Xem</source>
        <translation>View</translation>
    </message>
    <message>
        <source>Không đủ chỗ trên máy để mở tệp này.</source>
        <translation>There is not enough space on this computer to open this file.</translation>
    </message>
</context>
<context>
    <name>AttachmentView</name>
    <message>
        <source>Tìm trong tệp</source>
        <translation>Find in file</translation>
    </message>
    <message>
        <source>Mật khẩu của tệp, rồi Enter</source>
        <translation>File password, then Enter</translation>
    </message>
    <message>
        <source>Mật khẩu của tệp</source>
        <translation>File password</translation>
    </message>
    <message>
        <source>Trang trước (Ctrl+PgUp)</source>
        <translation>Previous page (Ctrl+PgUp)</translation>
    </message>
    <message>
        <source>Trang sau (Ctrl+PgDown)</source>
        <translation>Next page (Ctrl+PgDown)</translation>
    </message>
    <message>
        <source>Thu nhỏ (Ctrl+-)</source>
        <translation>Zoom out (Ctrl+-)</translation>
    </message>
    <message>
        <source>Phóng to (Ctrl++)</source>
        <translation>Zoom in (Ctrl++)</translation>
    </message>
    <message>
        <source>Vừa khung (Ctrl+0)</source>
        <translation>Fit to window (Ctrl+0)</translation>
    </message>
    <message>
        <source>Về thư (Esc)</source>
        <translation>Back to the message (Esc)</translation>
    </message>
    <message>
        <source>Lưu tệp</source>
        <translation>Save file</translation>
    </message>
    <message>
        <source>Mở bằng chương trình khác</source>
        <translation>Open with another program</translation>
    </message>
    <message>
        <source>Mật khẩu chưa đúng.</source>
        <translation>The password is not correct.</translation>
    </message>
    <message>
        <source>Tệp này có mật khẩu.</source>
        <translation>This file is password-protected.</translation>
    </message>
    <message>
        <source>Tệp PDF này hỏng hoặc không đúng dạng, không xem được.</source>
        <translation>This PDF file is damaged or not valid and cannot be viewed.</translation>
    </message>
    <message>
        <source>Trang {page}/{count}</source>
        <translation>Page {page}/{count}</translation>
    </message>
    <message>
        <source>không thấy</source>
        <translation>not found</translation>
    </message>
    <message>
        <source>Chỉ xem chữ: không có khuôn dạng, bảng và hình của tệp.</source>
        <translation>Text only: the file’s formatting, tables and pictures are not shown.</translation>
    </message>
    <message>
        <source>Tệp rất lớn: chỉ hiện phần đầu, không có khuôn dạng.</source>
        <translation>Very large file: only the beginning is shown, without formatting.</translation>
    </message>
    <message>
        <source>Tệp có chỗ hỏng: chỉ hiện phần chữ đọc được.</source>
        <translation>The file is partly damaged: only the readable text is shown.</translation>
    </message>
</context>
<context>
    <name>AwayDialog</name>
    <message>
        <source>Báo vắng mặt</source>
        <translation>Out of office</translation>
    </message>
    <message>
        <source>Lưu</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>Tự trả lời thư đến khi tôi vắng mặt</source>
        <translation>Reply automatically to incoming mail while I am away</translation>
    </message>
    <message>
        <source>Chỉ trong khoảng thời gian này:</source>
        <translation>Only during this period:</translation>
    </message>
    <message>
        <source>Từ</source>
        <translation>From</translation>
    </message>
    <message>
        <source>Đến</source>
        <translation>To</translation>
    </message>
    <message>
        <source>Trả lời người trong cơ quan</source>
        <translation>Reply to people inside the organisation</translation>
    </message>
    <message>
        <source>Người ngoài cơ quan</source>
        <translation>People outside the organisation</translation>
    </message>
    <message>
        <source>Không trả lời người ngoài cơ quan</source>
        <translation>Do not reply to people outside the organisation</translation>
    </message>
    <message>
        <source>Chỉ trả lời người có trong danh bạ của tôi</source>
        <translation>Reply only to people in my contacts</translation>
    </message>
    <message>
        <source>Trả lời mọi người ngoài cơ quan</source>
        <translation>Reply to everyone outside the organisation</translation>
    </message>
    <message>
        <source>Trả lời người ngoài cơ quan</source>
        <translation>Reply to people outside the organisation</translation>
    </message>
    <message>
        <source>Lời nhắn trên máy chủ có định dạng (chữ đậm, liên kết…). Để nguyên chữ thì định dạng được giữ; sửa chữ ở đây thì chỉ còn phần chữ.</source>
        <translation>The message on the server is formatted (bold, links…). Left as it is, it keeps its formatting; edited here, only its words remain.</translation>
    </message>
    <message>
        <source>từ</source>
        <translation>from</translation>
    </message>
    <message>
        <source>đến</source>
        <translation>to</translation>
    </message>
    <message>
        <source>Đang hỏi máy chủ…</source>
        <translation>Asking the server…</translation>
    </message>
    <message>
        <source>Thời điểm kết thúc phải sau thời điểm bắt đầu.</source>
        <translation>The end must be after the start.</translation>
    </message>
    <message>
        <source>Khoảng thời gian này đã qua.</source>
        <translation>This period has already passed.</translation>
    </message>
    <message>
        <source>Hãy viết lời trả lời người trong cơ quan.</source>
        <translation>Please write the reply to people inside the organisation.</translation>
    </message>
    <message>
        <source>Đang báo máy chủ…</source>
        <translation>Updating the server…</translation>
    </message>
</context>
<context>
    <name>AwayWindow</name>
    <message>
        <source>Cuộc họp sắp tới</source>
        <translation>Upcoming meeting</translation>
    </message>
</context>
<context>
    <name>Band</name>
    <message>
        <source>Lịch cả ngày</source>
        <translation>All-day events</translation>
    </message>
    <message>
        <source>+{count} nữa</source>
        <translation>+{count} more</translation>
    </message>
    <message>
        <source>{count} lịch cả ngày nữa, xem cả ngày</source>
        <translation>{count} more all-day events, show the whole day</translation>
    </message>
    <message>
        <source>cả ngày</source>
        <translation>all day</translation>
    </message>
</context>
<context>
    <name>BodyPlace</name>
    <message>
        <source>Nội dung thư đang được tải…</source>
        <translation>The text of the mail is being downloaded…</translation>
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
    <name>BusyGrid</name>
    <message>
        <source>Giờ rảnh, giờ bận: {rows}</source>
        <translation>Free and busy times: {rows}</translation>
    </message>
    <message>
        <source>không rõ</source>
        <translation>unknown</translation>
    </message>
</context>
<context>
    <name>CalendarActs</name>
    <message>
        <source>Đã mời {count} người họp.</source>
        <translation>People invited to the meeting: {count}.</translation>
    </message>
    <message>
        <source>Đã ghi vào lịch.</source>
        <translation>Added to the calendar.</translation>
    </message>
    <message>
        <source>Đã sửa và báo người dự.</source>
        <translation>Event changed and attendees notified.</translation>
    </message>
    <message>
        <source>Đã sửa lịch.</source>
        <translation>Event changed.</translation>
    </message>
    <message>
        <source>Đã dời buổi này, các buổi khác giữ nguyên.</source>
        <translation>This occurrence has been moved; the others are unchanged.</translation>
    </message>
    <message>
        <source>Đã dời lịch.</source>
        <translation>Event moved.</translation>
    </message>
    <message>
        <source>Đã huỷ cuộc họp và báo người dự.</source>
        <translation>Meeting cancelled and attendees notified.</translation>
    </message>
    <message>
        <source>Đã xoá khỏi lịch.</source>
        <translation>Deleted from the calendar.</translation>
    </message>
    <message>
        <source>Đã nhận lời.</source>
        <translation>Accepted.</translation>
    </message>
    <message>
        <source>Đã trả lời: có thể dự.</source>
        <translation>Replied: tentative.</translation>
    </message>
    <message>
        <source>Đã từ chối.</source>
        <translation>Declined.</translation>
    </message>
    <message>
        <source>Đã đề xuất giờ khác với người mời.</source>
        <translation>Another time has been proposed to the organiser.</translation>
    </message>
    <message>
        <source>Việc làm gần nhất trong lịch đã gửi đi, không hoàn tác được nữa.</source>
        <translation>The last calendar change has already been sent and can no longer be undone.</translation>
    </message>
    <message>
        <source>Đã hoàn tác.</source>
        <translation>Undone.</translation>
    </message>
    <message>
        <source>Đã đặt lại như trước.</source>
        <translation>Restored as before.</translation>
    </message>
    <message>
        <source>Hoàn tác</source>
        <translation>Undo</translation>
    </message>
    <message>
        <source>Thư báo sẽ gửi khi có mạng.</source>
        <translation>The notification will be sent when you are back online.</translation>
    </message>
</context>
<context>
    <name>CalendarPage</name>
    <message>
        <source>Lịch</source>
        <translation>Calendar</translation>
    </message>
    <message>
        <source>Việt Nam (GMT+7)</source>
        <translation>Vietnam (GMT+7)</translation>
    </message>
    <message>
        <source>Giờ trong lịch là giờ {zone}.</source>
        <translation>Calendar times are shown in this time zone: {zone}.</translation>
    </message>
    <message>
        <source>Lịch đang được tải về từ máy chủ thư…</source>
        <translation>The calendar is being downloaded from the mail server…</translation>
    </message>
    <message>
        <source>Không có lịch nào trong {count} ngày này. Bấm N để tạo lịch mới.</source>
        <translation>No events in the period shown (days: {count}). Press N to create a new event.</translation>
    </message>
    <message>
        <source>Lịch mới</source>
        <translation>New event</translation>
    </message>
    <message>
        <source>Về hôm nay</source>
        <translation>Go to today</translation>
    </message>
    <message>
        <source>Xem theo ngày</source>
        <translation>Day view</translation>
    </message>
    <message>
        <source>Xem theo tuần</source>
        <translation>Week view</translation>
    </message>
    <message>
        <source>Xem theo tháng</source>
        <translation>Month view</translation>
    </message>
    <message>
        <source>Xem thành danh sách</source>
        <translation>List view</translation>
    </message>
    <message>
        <source>Lùi lại</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>Tiến tới</source>
        <translation>Forward</translation>
    </message>
    <message>
        <source>Đến ngày…</source>
        <translation>Go to date…</translation>
    </message>
    <message>
        <source>Tìm trong lịch…</source>
        <translation>Search the calendar…</translation>
    </message>
    <message>
        <source>Sửa lịch đang chọn</source>
        <translation>Edit the selected event</translation>
    </message>
    <message>
        <source>Xoá, huỷ lịch đang chọn</source>
        <translation>Delete or cancel the selected event</translation>
    </message>
    <message>
        <source>Hoàn tác</source>
        <translation>Undo</translation>
    </message>
    <message>
        <source>Từ khung giờ sang các lịch; phím mũi tên đi giữa các lịch</source>
        <translation>From the time grid to the events; arrow keys move between events</translation>
    </message>
    <message>
        <source>Dời lịch đang chọn sớm hơn 15 phút (Alt+↓: muộn hơn)</source>
        <translation>Move the selected event 15 minutes earlier (Alt+↓: later)</translation>
    </message>
</context>
<context>
    <name>CalendarSide</name>
    <message>
        <source>Chọn ngày và cách xem</source>
        <translation>Choose date and view</translation>
    </message>
    <message>
        <source>Lịch mới</source>
        <translation>New event</translation>
    </message>
    <message>
        <source>Lịch mới (N)</source>
        <translation>New event (N)</translation>
    </message>
    <message>
        <source>Tuần làm việc (T2–T6)</source>
        <translation>Working week (Mon–Fri)</translation>
    </message>
</context>
<context>
    <name>CameraTry</name>
    <message>
        <source>Hình từ camera của máy này</source>
        <translation>The picture of this PC&apos;s camera</translation>
    </message>
</context>
<context>
    <name>CancelDialog</name>
    <message>
        <source>Huỷ cuộc họp</source>
        <translation>Cancel meeting</translation>
    </message>
    <message>
        <source>Xoá khỏi lịch</source>
        <translation>Delete from calendar</translation>
    </message>
    <message>
        <source>Lời nhắn cho người dự (không bắt buộc)</source>
        <translation>Message to attendees (optional)</translation>
    </message>
    <message>
        <source>Lời nhắn cho người dự</source>
        <translation>Message to attendees</translation>
    </message>
    <message>
        <source>Gửi thư báo huỷ cho {count} người dự</source>
        <translation>Send cancellation to attendees ({count})</translation>
    </message>
    <message>
        <source>Người mời không được báo. Để báo, hãy chọn Từ chối.</source>
        <translation>The organiser is not told. To tell them, choose Decline.</translation>
    </message>
    <message>
        <source>Giữ lại</source>
        <translation>Keep</translation>
    </message>
</context>
<context>
    <name>CategoriesMenu</name>
    <message>
        <source>Phân loại</source>
        <translation>Categorise</translation>
    </message>
    <message>
        <source>Bỏ mọi phân loại</source>
        <translation>Clear all categories</translation>
    </message>
    <message>
        <source>Phân loại khác…</source>
        <translation>Other category…</translation>
    </message>
    <message>
        <source>Phân loại khác</source>
        <translation>Other category</translation>
    </message>
    <message>
        <source>Tên phân loại:</source>
        <translation>Category name:</translation>
    </message>
    <message>
        <source>Đặt</source>
        <translation>Set</translation>
    </message>
    <message>
        <source>Thôi</source>
        <translation>Cancel</translation>
    </message>
</context>
<context>
    <name>CategoryChips</name>
    <message>
        <source>Phân loại: {names}</source>
        <translation>Categories: {names}</translation>
    </message>
</context>
<context>
    <name>ChairTools</name>
    <message>
        <source>Điểm danh</source>
        <translation>Roll call</translation>
    </message>
    <message>
        <source>Thứ tự phát biểu</source>
        <translation>Speaking order</translation>
    </message>
    <message>
        <source>Chương trình</source>
        <translation>Agenda</translation>
    </message>
    <message>
        <source>Tài liệu</source>
        <translation>Papers</translation>
    </message>
    <message>
        <source>Biên bản cuộc họp</source>
        <translation>Minutes</translation>
    </message>
</context>
<context>
    <name>CheckGroup</name>
    <message>
        <source>Đang kiểm tra…</source>
        <translation>Checking…</translation>
    </message>
</context>
<context>
    <name>CheckReport</name>
    <message>
        <source>Máy: {name}</source>
        <translation>PC: {name}</translation>
    </message>
    <message>
        <source>Hệ điều hành: {system}</source>
        <translation>Operating system: {system}</translation>
    </message>
    <message>
        <source>Bàn Công Vụ {version}</source>
        <translation>Bàn Công Vụ {version}</translation>
    </message>
    <message>
        <source>Máy tính</source>
        <translation>Computer</translation>
    </message>
    <message>
        <source>PHIẾU KIỂM TRA ĐIỂM CẦU</source>
        <translation>SITE CHECK REPORT</translation>
    </message>
    <message>
        <source>Kết luận: {verdict}</source>
        <translation>Conclusion: {verdict}</translation>
    </message>
    <message>
        <source>Mức đánh giá: độ trễ khứ hồi từ 150 ms, mất gói từ 1 %, dao động trễ từ 30 ms là lưu ý; mất gói từ 5 % hoặc không có hình là không đạt (theo ITU-T G.114 và khuyến nghị của các nhà cung cấp hội nghị truyền hình).</source>
        <translation>How it is judged: a round trip from 150 ms, packet loss from 1 % or jitter from 30 ms needs attention; packet loss from 5 % or no picture fails (after ITU-T G.114 and the recommendations of videoconference vendors).</translation>
    </message>
    <message>
        <source>{time}, ngày {day} tháng {month} năm {year}</source>
        <translation>{time}, {day}/{month}/{year}</translation>
    </message>
    <message>
        <source>Nội dung</source>
        <translation>Item</translation>
    </message>
    <message>
        <source>Mức</source>
        <translation>Level</translation>
    </message>
    <message>
        <source>Kết quả và số đo</source>
        <translation>Result and figures</translation>
    </message>
    <message>
        <source>Việc cần làm</source>
        <translation>What to do</translation>
    </message>
    <message>
        <source>Lưu báo cáo kiểm tra</source>
        <translation>Save the check report</translation>
    </message>
    <message>
        <source>Tệp PDF (*.pdf)</source>
        <translation>PDF file (*.pdf)</translation>
    </message>
    <message>
        <source>Chưa lưu được báo cáo vào {folder}. Anh/chị chọn thư mục khác.</source>
        <translation>The report could not be saved in {folder}. Please choose another folder.</translation>
    </message>
    <message>
        <source>Đã lưu báo cáo {name}.</source>
        <translation>The report {name} has been saved.</translation>
    </message>
    <message>
        <source>Mở</source>
        <translation>Open</translation>
    </message>
</context>
<context>
    <name>CheckWindow</name>
    <message>
        <source>Kiểm tra điểm cầu</source>
        <translation>Check the sites</translation>
    </message>
    <message>
        <source>Máy tính này</source>
        <translation>This computer</translation>
    </message>
    <message>
        <source>Kiểm tra lại</source>
        <translation>Check again</translation>
    </message>
    <message>
        <source>Họp thử</source>
        <translation>Rehearsal</translation>
    </message>
    <message>
        <source>Vào cả hai điểm cầu trong một phút, không phát tiếng và hình của máy này</source>
        <translation>Joins both sites for one minute, without sending this PC&apos;s sound or picture</translation>
    </message>
    <message>
        <source>Lưu báo cáo PDF…</source>
        <translation>Save PDF report…</translation>
    </message>
    <message>
        <source>Đóng</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>Và {count} điều nữa ở dưới.</source>
        <translation>And {count} more below.</translation>
    </message>
    <message>
        <source>Dừng</source>
        <translation>Stop</translation>
    </message>
</context>
<context>
    <name>CheckWords</name>
    <message>
        <source>Đề nghị bộ phận công nghệ thông tin xem lại địa chỉ trong hồ sơ của bộ.</source>
        <translation>Ask the IT department to look at the address in the ministry&apos;s profile.</translation>
    </message>
    <message>
        <source>Kiểm tra dây mạng; nếu vẫn vậy, báo bộ phận công nghệ thông tin.</source>
        <translation>Check the network cable; if it stays so, tell the IT department.</translation>
    </message>
    <message>
        <source>Gọi điểm cầu, đề nghị bật thiết bị rồi kiểm tra lại.</source>
        <translation>Call the site, ask them to switch the equipment on, then check again.</translation>
    </message>
    <message>
        <source>Gọi điểm cầu hỏi thiết bị đã bật chưa; nếu đã bật, nhờ kỹ thuật xem đường truyền và tường lửa.</source>
        <translation>Call the site and ask whether the equipment is on; if it is, have a technician look at the line and the firewall.</translation>
    </message>
    <message>
        <source>Đóng bớt phần mềm và việc tải tệp lớn; nếu vẫn vậy, nhờ kỹ thuật xem đường truyền và thiết bị phát.</source>
        <translation>Close other programs and large downloads; if it stays so, have a technician look at the line and the sending equipment.</translation>
    </message>
    <message>
        <source>Dừng việc tải tệp lớn, dùng mạng dây; nếu vẫn vậy, nhờ kỹ thuật xem đường truyền.</source>
        <translation>Stop large downloads and use a cable; if it stays so, have a technician look at the line.</translation>
    </message>
    <message>
        <source>Nhờ kỹ thuật của điểm cầu gia hạn hoặc thay chứng thư.</source>
        <translation>Ask the site&apos;s technician to renew or replace the certificate.</translation>
    </message>
    <message>
        <source>Hỏi điểm cầu tên và mật khẩu, rồi nhập khi bấm Vào họp.</source>
        <translation>Ask the site for its name and password, then enter them when you press Join.</translation>
    </message>
    <message>
        <source>Gọi kỹ thuật của điểm cầu, đề nghị xem lại thiết bị phát.</source>
        <translation>Call the site&apos;s technician and ask them to look at the sending equipment.</translation>
    </message>
    <message>
        <source>Nhờ kỹ thuật của điểm cầu chỉnh bộ mã hoá hình (H.264, 25 hình/giây).</source>
        <translation>Ask the site&apos;s technician to adjust the video encoder (H.264, 25 frames/s).</translation>
    </message>
    <message>
        <source>Bật micrô, tăng âm lượng thu, hoặc chọn micrô khác rồi thử lại.</source>
        <translation>Switch the microphone on, raise its volume or choose another one, then try again.</translation>
    </message>
    <message>
        <source>Gọi điểm cầu, đề nghị bật micrô và nói thử.</source>
        <translation>Call the site and ask them to switch the microphone on and say something.</translation>
    </message>
    <message>
        <source>Nhờ kỹ thuật cài VLC trên máy này.</source>
        <translation>Have a technician install VLC on this PC.</translation>
    </message>
    <message>
        <source>Tăng âm lượng, cắm lại tai nghe, hoặc chọn loa khác rồi thử lại.</source>
        <translation>Raise the volume, plug the headset in again or choose another speaker, then try again.</translation>
    </message>
    <message>
        <source>Giảm âm lượng thu hoặc ngồi xa micrô hơn.</source>
        <translation>Lower the input volume or sit farther from the microphone.</translation>
    </message>
    <message>
        <source>Mở nắp che camera, cắm lại, hoặc chọn camera khác.</source>
        <translation>Open the camera&apos;s cover, plug it in again, or choose another camera.</translation>
    </message>
    <message>
        <source>Đóng phần mềm đang dùng thiết bị, kiểm tra quyền truy cập, rồi thử lại.</source>
        <translation>Close the program that uses the device, check the permissions, then try again.</translation>
    </message>
    <message>
        <source>Bấm nút bên cạnh để thử.</source>
        <translation>Press the button beside it to try.</translation>
    </message>
    <message>
        <source>Nên cắm dây mạng: Wi-Fi dễ chập chờn khi đông người.</source>
        <translation>Better use a cable: Wi-Fi falters when many people are around.</translation>
    </message>
    <message>
        <source>Cắm sạc trước khi họp.</source>
        <translation>Plug the charger in before the meeting.</translation>
    </message>
    <message>
        <source>Dọn bớt tệp nếu định ghi hình cuộc họp.</source>
        <translation>Free some space if you mean to record the meeting.</translation>
    </message>
    <message>
        <source>Đóng bớt phần mềm khác trước khi họp.</source>
        <translation>Close other programs before the meeting.</translation>
    </message>
    <message>
        <source>Cắm loa hoặc tai nghe để nghe được cuộc họp.</source>
        <translation>Plug in speakers or a headset to hear the meeting.</translation>
    </message>
    <message>
        <source>Vẫn xem và nghe được; muốn phát biểu, cắm micrô hoặc tai nghe có micrô.</source>
        <translation>You can watch and listen; to speak, plug in a microphone or a headset with one.</translation>
    </message>
    <message>
        <source>Vẫn xem và nghe được; muốn được nhìn thấy, cắm camera.</source>
        <translation>You can watch and listen; to be seen, plug in a camera.</translation>
    </message>
    <message>
        <source>còn {days} ngày</source>
        <translation>{days} days left</translation>
    </message>
    <message>
        <source>mức {level} dBFS</source>
        <translation>level {level} dBFS</translation>
    </message>
    <message>
        <source>{rate} hình/giây</source>
        <translation>{rate} frames/s</translation>
    </message>
    <message>
        <source>lên hình sau {seconds} giây</source>
        <translation>picture after {seconds} s</translation>
    </message>
    <message>
        <source>còn rỗi {percent} %, {cores} nhân</source>
        <translation>{percent} % idle, {cores} cores</translation>
    </message>
    <message>
        <source>trống {free} / {whole}</source>
        <translation>{free} of {whole} free</translation>
    </message>
    <message>
        <source>trống {free}</source>
        <translation>{free} free</translation>
    </message>
    <message>
        <source>pin {percent} %</source>
        <translation>battery {percent} %</translation>
    </message>
    <message>
        <source>gọi thử SRT</source>
        <translation>SRT test call</translation>
    </message>
    <message>
        <source>gọi thử RTSP</source>
        <translation>RTSP test call</translation>
    </message>
    <message>
        <source>mở kết nối TCP</source>
        <translation>TCP connection</translation>
    </message>
    <message>
        <source>đo trên luồng hình</source>
        <translation>measured on the stream</translation>
    </message>
    <message>
        <source>{way}, mất {lost} trong {calls}</source>
        <translation>{way}, {lost} of {calls} lost</translation>
    </message>
    <message>
        <source>{way} {calls} lần</source>
        <translation>{way}, {calls} times</translation>
    </message>
    <message>
        <source>Địa chỉ điểm cầu</source>
        <translation>Site address</translation>
    </message>
    <message>
        <source>Kết nối</source>
        <translation>Connection</translation>
    </message>
    <message>
        <source>Chứng thư</source>
        <translation>Certificate</translation>
    </message>
    <message>
        <source>Hình</source>
        <translation>Picture</translation>
    </message>
    <message>
        <source>Tiếng của điểm cầu</source>
        <translation>Sound of the site</translation>
    </message>
    <message>
        <source>Độ trễ khứ hồi</source>
        <translation>Round trip</translation>
    </message>
    <message>
        <source>Mất gói tin</source>
        <translation>Packet loss</translation>
    </message>
    <message>
        <source>Độ ổn định</source>
        <translation>Steadiness</translation>
    </message>
    <message>
        <source>Bộ phát hình</source>
        <translation>Player</translation>
    </message>
    <message>
        <source>Loa hoặc tai nghe</source>
        <translation>Speakers or headset</translation>
    </message>
    <message>
        <source>Micrô</source>
        <translation>Microphone</translation>
    </message>
    <message>
        <source>Camera</source>
        <translation>Camera</translation>
    </message>
    <message>
        <source>Bộ xử lý</source>
        <translation>Processor</translation>
    </message>
    <message>
        <source>Bộ nhớ</source>
        <translation>Memory</translation>
    </message>
    <message>
        <source>Ổ đĩa để ghi hình</source>
        <translation>Disk for recording</translation>
    </message>
    <message>
        <source>Mạng của máy</source>
        <translation>Network of the PC</translation>
    </message>
    <message>
        <source>Nguồn điện</source>
        <translation>Power</translation>
    </message>
    <message>
        <source>Tốt</source>
        <translation>Good</translation>
    </message>
    <message>
        <source>Lưu ý</source>
        <translation>Attention</translation>
    </message>
    <message>
        <source>Không đạt</source>
        <translation>Failed</translation>
    </message>
    <message>
        <source>Chưa rõ</source>
        <translation>Unknown</translation>
    </message>
    <message>
        <source>Sẵn sàng</source>
        <translation>Ready</translation>
    </message>
    <message>
        <source>Họp được, cần lưu ý</source>
        <translation>Can meet, with remarks</translation>
    </message>
    <message>
        <source>Chưa họp được</source>
        <translation>Not ready yet</translation>
    </message>
    <message>
        <source>Chưa kiểm tra xong</source>
        <translation>Check not finished</translation>
    </message>
    <message>
        <source>Tìm thấy máy chủ của điểm cầu.</source>
        <translation>The site&apos;s server was found.</translation>
    </message>
    <message>
        <source>Địa chỉ là số IP, không cần tra tên.</source>
        <translation>The address is an IP number; no name needs looking up.</translation>
    </message>
    <message>
        <source>Tra tên máy chủ của điểm cầu chậm.</source>
        <translation>Looking up the site&apos;s server is slow.</translation>
    </message>
    <message>
        <source>Không tìm thấy máy chủ của điểm cầu.</source>
        <translation>The site&apos;s server was not found.</translation>
    </message>
    <message>
        <source>Máy chủ tên miền không trả lời.</source>
        <translation>The name server does not answer.</translation>
    </message>
    <message>
        <source>Địa chỉ điểm cầu không hợp lệ.</source>
        <translation>The site&apos;s address is not valid.</translation>
    </message>
    <message>
        <source>Loại địa chỉ này không được phép.</source>
        <translation>This kind of address is not allowed.</translation>
    </message>
    <message>
        <source>Điểm cầu trả lời.</source>
        <translation>The site answers.</translation>
    </message>
    <message>
        <source>Điểm cầu trả lời chậm.</source>
        <translation>The site answers slowly.</translation>
    </message>
    <message>
        <source>Điểm cầu nhận kết nối, dù không đáp lời gọi thử.</source>
        <translation>The site accepts connections, though it does not answer the test call.</translation>
    </message>
    <message>
        <source>Máy chủ có trả lời, nhưng điểm cầu chưa mở.</source>
        <translation>The server answers, but the site is not open yet.</translation>
    </message>
    <message>
        <source>Điểm cầu không trả lời.</source>
        <translation>The site does not answer.</translation>
    </message>
    <message>
        <source>Chứng thư được tin cậy.</source>
        <translation>The certificate is trusted.</translation>
    </message>
    <message>
        <source>Chứng thư sắp hết hạn.</source>
        <translation>The certificate expires soon.</translation>
    </message>
    <message>
        <source>Chứng thư đã hết hạn.</source>
        <translation>The certificate has expired.</translation>
    </message>
    <message>
        <source>Chứng thư cấp cho máy chủ khác.</source>
        <translation>The certificate belongs to another server.</translation>
    </message>
    <message>
        <source>Chứng thư của điểm cầu không được tin cậy.</source>
        <translation>The site&apos;s certificate is not trusted.</translation>
    </message>
    <message>
        <source>Hình rõ và chuyển động đều.</source>
        <translation>The picture is clear and moves evenly.</translation>
    </message>
    <message>
        <source>Hình thưa, chuyển động giật.</source>
        <translation>Few frames, the movement is jerky.</translation>
    </message>
    <message>
        <source>Hình có lúc đứng lại.</source>
        <translation>The picture stands still at times.</translation>
    </message>
    <message>
        <source>Hình tốt nhưng lên chậm.</source>
        <translation>The picture is good but slow to come.</translation>
    </message>
    <message>
        <source>Hình đứng hoặc ngắt quãng.</source>
        <translation>The picture freezes or breaks off.</translation>
    </message>
    <message>
        <source>Không nhận được hình.</source>
        <translation>No picture is received.</translation>
    </message>
    <message>
        <source>Điểm cầu không cho phép máy này vào.</source>
        <translation>The site does not let this PC in.</translation>
    </message>
    <message>
        <source>Sai mật khẩu của điểm cầu.</source>
        <translation>Wrong password for the site.</translation>
    </message>
    <message>
        <source>Điểm cầu đòi mật khẩu, máy này chưa có.</source>
        <translation>The site asks for a password; this PC has none.</translation>
    </message>
    <message>
        <source>Điểm cầu không mã hoá, trong khi máy này giữ mật khẩu của nó.</source>
        <translation>The site does not encrypt, while this PC keeps a password for it.</translation>
    </message>
    <message>
        <source>Điểm cầu đã đủ người xem, không nhận thêm.</source>
        <translation>The site has as many viewers as it takes.</translation>
    </message>
    <message>
        <source>Điểm cầu chưa phát hình.</source>
        <translation>The site is not sending yet.</translation>
    </message>
    <message>
        <source>Định dạng hình không xem được.</source>
        <translation>The format of the picture cannot be shown.</translation>
    </message>
    <message>
        <source>Tiếng nói rất nhỏ.</source>
        <translation>The voice is very low.</translation>
    </message>
    <message>
        <source>Micrô không thu được tiếng nào.</source>
        <translation>The microphone picks up nothing.</translation>
    </message>
    <message>
        <source>Có tiếng.</source>
        <translation>There is sound.</translation>
    </message>
    <message>
        <source>Có tiếng nhưng rất nhỏ.</source>
        <translation>There is sound, but very low.</translation>
    </message>
    <message>
        <source>Có kênh tiếng nhưng đang im lặng.</source>
        <translation>There is a sound channel, but it is silent.</translation>
    </message>
    <message>
        <source>Điểm cầu không phát tiếng.</source>
        <translation>The site sends no sound.</translation>
    </message>
    <message>
        <source>Tốt.</source>
        <translation>Good.</translation>
    </message>
    <message>
        <source>Độ trễ quá lớn, khó đối thoại.</source>
        <translation>The delay is too long for a conversation.</translation>
    </message>
    <message>
        <source>Độ trễ lớn, dễ nói chồng lời nhau.</source>
        <translation>The delay is long; people will talk over each other.</translation>
    </message>
    <message>
        <source>Mất nhiều gói tin, hình và tiếng sẽ đứt quãng.</source>
        <translation>Many packets are lost; picture and sound will break up.</translation>
    </message>
    <message>
        <source>Có mất gói tin, hình có thể vỡ từng lúc.</source>
        <translation>Some packets are lost; the picture may break up at times.</translation>
    </message>
    <message>
        <source>Đường truyền chập chờn, hình và tiếng sẽ đứt quãng.</source>
        <translation>The line falters; picture and sound will break up.</translation>
    </message>
    <message>
        <source>Đường truyền chưa ổn định.</source>
        <translation>The line is not steady yet.</translation>
    </message>
    <message>
        <source>Sẵn sàng.</source>
        <translation>Ready.</translation>
    </message>
    <message>
        <source>Máy chưa có bộ phát hình (libVLC).</source>
        <translation>This PC has no player (libVLC).</translation>
    </message>
    <message>
        <source>Anh/chị nghe thấy tiếng thử.</source>
        <translation>You heard the test sound.</translation>
    </message>
    <message>
        <source>Micrô thu được tiếng thử từ loa.</source>
        <translation>The microphone picked up the test sound from the speakers.</translation>
    </message>
    <message>
        <source>Không nghe thấy tiếng thử.</source>
        <translation>The test sound was not heard.</translation>
    </message>
    <message>
        <source>Micrô thu tiếng nói tốt.</source>
        <translation>The microphone picks up speech well.</translation>
    </message>
    <message>
        <source>Tiếng nói quá to, bị vỡ.</source>
        <translation>The voice is too loud and distorted.</translation>
    </message>
    <message>
        <source>Camera có hình.</source>
        <translation>The camera gives a picture.</translation>
    </message>
    <message>
        <source>Camera không có hình.</source>
        <translation>The camera gives no picture.</translation>
    </message>
    <message>
        <source>Máy nối mạng bằng dây.</source>
        <translation>The PC is connected by cable.</translation>
    </message>
    <message>
        <source>Máy nối mạng không dây (Wi-Fi).</source>
        <translation>The PC is connected by Wi-Fi.</translation>
    </message>
    <message>
        <source>Máy dùng điện lưới.</source>
        <translation>The PC runs on mains power.</translation>
    </message>
    <message>
        <source>Máy chạy bằng pin.</source>
        <translation>The PC runs on battery.</translation>
    </message>
    <message>
        <source>Máy chạy bằng pin, pin sắp hết.</source>
        <translation>The PC runs on battery, which is nearly empty.</translation>
    </message>
    <message>
        <source>Có thiết bị, chưa thử.</source>
        <translation>There is a device; not tried yet.</translation>
    </message>
    <message>
        <source>Thiết bị không mở được.</source>
        <translation>The device cannot be opened.</translation>
    </message>
    <message>
        <source>Máy không có thiết bị này.</source>
        <translation>The PC has no such device.</translation>
    </message>
    <message>
        <source>Đủ cho cuộc họp.</source>
        <translation>Enough for the meeting.</translation>
    </message>
    <message>
        <source>Đường truyền này tự gửi lại gói mất nên không đếm được.</source>
        <translation>This line resends lost packets itself, so they cannot be counted.</translation>
    </message>
    <message>
        <source>Chưa kiểm tra được.</source>
        <translation>Could not be checked.</translation>
    </message>
    <message>
        <source>Máy đang bận, hình có thể giật.</source>
        <translation>The PC is busy; the picture may be jerky.</translation>
    </message>
    <message>
        <source>Bộ nhớ còn ít.</source>
        <translation>Memory is low.</translation>
    </message>
    <message>
        <source>Ổ đĩa còn ít chỗ để ghi hình.</source>
        <translation>The disk has little room for a recording.</translation>
    </message>
</context>
<context>
    <name>CitationCard</name>
    <message>
        <source>Viện dẫn {count} chỗ</source>
        <translation>Cited in {count} places</translation>
    </message>
    <message>
        <source>Thay bằng:</source>
        <translation>Replaced by:</translation>
    </message>
    <message>
        <source>Được sửa đổi, bổ sung bởi:</source>
        <translation>Amended by:</translation>
    </message>
    <message>
        <source>Có thể là:</source>
        <translation>May be:</translation>
    </message>
    <message>
        <source>Chép căn cứ</source>
        <translation>Copy citation</translation>
    </message>
    <message>
        <source>Chép căn cứ: {document}</source>
        <translation>Copy citation: {document}</translation>
    </message>
    <message>
        <source>Mở văn bản</source>
        <translation>Open document</translation>
    </message>
</context>
<context>
    <name>CitationCompletion</name>
    <message>
        <source>Văn bản có số này</source>
        <translation>Documents with this number</translation>
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
    <name>Codes</name>
    <message>
        <source>ID: {number}</source>
        <translation>ID: {number}</translation>
    </message>
    <message>
        <source>Sao chép ID cuộc họp</source>
        <translation>Copy meeting ID</translation>
    </message>
    <message>
        <source>Mật khẩu: {code}</source>
        <translation>Password: {code}</translation>
    </message>
    <message>
        <source>Sao chép mật khẩu</source>
        <translation>Copy password</translation>
    </message>
    <message>
        <source>Đã sao chép</source>
        <translation>Copied</translation>
    </message>
</context>
<context>
    <name>Composer</name>
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
        <source>Thư quá lớn để gửi. Xin bỏ bớt tệp hoặc ảnh.</source>
        <translation>The message is too large to send. Please remove some files or pictures.</translation>
    </message>
    <message>
        <source>Đang kiểm tra trước khi gửi…</source>
        <translation>Checking before sending…</translation>
    </message>
    <message>
        <source>Chưa kiểm tra được thư nên chưa gửi.</source>
        <translation>The message could not be checked, so it has not been sent.</translation>
    </message>
</context>
<context>
    <name>ComposerFiles</name>
    <message>
        <source>Ảnh này không đọc được hoặc quá lớn.</source>
        <translation>This picture cannot be read or is too large.</translation>
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
        <source>Chọn ảnh</source>
        <translation>Choose picture</translation>
    </message>
    <message>
        <source>Ảnh (*.png *.jpg *.jpeg *.gif *.bmp *.webp)</source>
        <translation>Pictures (*.png *.jpg *.jpeg *.gif *.bmp *.webp)</translation>
    </message>
</context>
<context>
    <name>ComposerWindow</name>
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
        <source>Hoàn tác</source>
        <translation>Undo</translation>
    </message>
    <message>
        <source>Gửi</source>
        <translation>Send</translation>
    </message>
    <message>
        <source>Đồng gửi, gửi ẩn</source>
        <translation>Cc, Bcc</translation>
    </message>
    <message>
        <source>Hẹn giờ gửi</source>
        <translation>Schedule sending</translation>
    </message>
    <message>
        <source>Hẹn giờ</source>
        <translation>Send later</translation>
    </message>
    <message>
        <source>Đính kèm</source>
        <translation>Attach</translation>
    </message>
    <message>
        <source>Mẫu thư</source>
        <translation>Templates</translation>
    </message>
    <message>
        <source>Tuỳ chọn</source>
        <translation>Options</translation>
    </message>
    <message>
        <source>Bỏ thư nháp</source>
        <translation>Discard draft</translation>
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
    <message>
        <source>Kiểm tra điểm cầu</source>
        <translation>Check the sites</translation>
    </message>
    <message>
        <source>Kiểm tra điểm cầu: {title}</source>
        <translation>Check the sites: {title}</translation>
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
        <source>Điểm cầu thường trực</source>
        <translation>Standing sites</translation>
    </message>
    <message>
        <source>Trong lúc họp, việc đồng bộ thư và văn bản nhường đường truyền cho cuộc họp rồi tự tiếp tục.</source>
        <translation>During a conference the synchronisation of mail and documents leaves the line to it, and goes on by itself afterwards.</translation>
    </message>
    <message>
        <source>Hồ sơ của bộ chưa khai báo cuộc họp nào. Bộ phận công nghệ thông tin có thể thêm vào.</source>
        <translation>The ministry&apos;s profile names no conference yet. Your IT staff can add one.</translation>
    </message>
    <message>
        <source>Quên các đường vào họp đã chọn</source>
        <translation>Forget the chosen ways to join</translation>
    </message>
    <message>
        <source>Giấy mời có nhiều liên kết sẽ được hỏi lại</source>
        <translation>Invitations with several links will ask again</translation>
    </message>
</context>
<context>
    <name>ConferencePage</name>
    <message>
        <source>Họp</source>
        <translation>Conference</translation>
    </message>
    <message>
        <source>Đã rời họp lúc {when}, sau {length}.</source>
        <translation>Left the conference at {when}, after {length}.</translation>
    </message>
    <message>
        <source>Cuộc họp đã kết thúc.</source>
        <translation>The conference has ended.</translation>
    </message>
</context>
<context>
    <name>ConversationDeeds</name>
    <message>
        <source>Lưu trữ cả cuộc trao đổi</source>
        <translation>Archive the whole conversation</translation>
    </message>
    <message>
        <source>Xoá cả cuộc trao đổi</source>
        <translation>Delete the whole conversation</translation>
    </message>
    <message>
        <source>Chuyển cả cuộc trao đổi…</source>
        <translation>Move the whole conversation…</translation>
    </message>
    <message>
        <source>Đánh dấu đã đọc cả cuộc trao đổi</source>
        <translation>Mark the whole conversation as read</translation>
    </message>
    <message>
        <source>Đánh dấu cờ cả cuộc trao đổi</source>
        <translation>Flag the whole conversation</translation>
    </message>
    <message>
        <source>Cả cuộc trao đổi</source>
        <translation>Whole conversation</translation>
    </message>
    <message>
        <source>Hộp thư này chưa có thư mục Lưu trữ trên máy chủ.</source>
        <translation>This mailbox has no Archive folder on the server yet.</translation>
    </message>
    <message>
        <source>Đã đánh dấu đã đọc cả cuộc trao đổi</source>
        <translation>The whole conversation is marked as read</translation>
    </message>
    <message>
        <source>Đã đánh dấu cờ cả cuộc trao đổi</source>
        <translation>The whole conversation is flagged</translation>
    </message>
    <message>
        <source>Đã bỏ cờ cả cuộc trao đổi</source>
        <translation>The flags of the whole conversation are gone</translation>
    </message>
    <message>
        <source>Cuộc trao đổi này không còn thư nào để chuyển.</source>
        <translation>This conversation has no more mails to move.</translation>
    </message>
    <message>
        <source>Cuộc trao đổi này không còn thư nào để xoá.</source>
        <translation>This conversation has no more mails to delete.</translation>
    </message>
    <message>
        <source>thư đã gửi vẫn giữ nguyên</source>
        <translation>sent mails stay where they are</translation>
    </message>
    <message>
        <source>mỗi lần chỉ làm được {count} thư mới nhất, phần còn lại xin chọn trong danh sách</source>
        <translation>only the newest {count} mails can be done at once; please choose the others in the list</translation>
    </message>
</context>
<context>
    <name>ConversationStrip</name>
    <message>
        <source>Hiện các thư trong cuộc trao đổi này</source>
        <translation>Show the messages in this conversation</translation>
    </message>
    <message>
        <source>Thư trước trong cuộc trao đổi (Alt+↑)</source>
        <translation>Previous message in the conversation (Alt+↑)</translation>
    </message>
    <message>
        <source>Thư sau trong cuộc trao đổi (Alt+↓)</source>
        <translation>Next message in the conversation (Alt+↓)</translation>
    </message>
    <message>
        <source>Làm với cả cuộc trao đổi: lưu trữ, xoá, chuyển, đánh dấu</source>
        <translation>Do with the whole conversation: archive, delete, move, mark</translation>
    </message>
    <message>
        <source>Cả cuộc trao đổi</source>
        <translation>Whole conversation</translation>
    </message>
    <message>
        <source>Các thư trong cuộc trao đổi này</source>
        <translation>Messages in this conversation</translation>
    </message>
    <message>
        <source>{count} thư</source>
        <translation>Messages: {count}</translation>
    </message>
    <message>
        <source>{count} thư trong cuộc trao đổi</source>
        <translation>Messages in the conversation: {count}</translation>
    </message>
    <message>
        <source>, {count} chưa đọc</source>
        <translation>, {count} unread</translation>
    </message>
    <message>
        <source>Chưa đọc</source>
        <translation>Unread</translation>
    </message>
    <message>
        <source>Tôi</source>
        <translation>Me</translation>
    </message>
</context>
<context>
    <name>DocumentBar</name>
    <message>
        <source>Trang trước</source>
        <translation>Previous page</translation>
    </message>
    <message>
        <source>Trang sau</source>
        <translation>Next page</translation>
    </message>
    <message>
        <source>Dừng chia sẻ</source>
        <translation>Stop sharing</translation>
    </message>
    <message>
        <source>Trang {number}/{count}</source>
        <translation>Page {number}/{count}</translation>
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
    <name>DraftCheck</name>
    <message>
        <source>TT</source>
        <translation>No.</translation>
    </message>
    <message>
        <source>Văn bản được viện dẫn</source>
        <translation>Cited document</translation>
    </message>
    <message>
        <source>Kết quả</source>
        <translation>Result</translation>
    </message>
    <message>
        <source>Ghi chú</source>
        <translation>Remarks</translation>
    </message>
    <message>
        <source>Kết quả kiểm tra căn cứ</source>
        <translation>Result of the citation check</translation>
    </message>
    <message>
        <source>Tính theo hiệu lực ngày {day}, theo kho văn bản trên máy.</source>
        <translation>By validity on {day}, according to the archive on this PC.</translation>
    </message>
    <message>
        <source>Thay bằng: {documents}.</source>
        <translation>Replaced by: {documents}.</translation>
    </message>
    <message>
        <source>Được sửa đổi, bổ sung bởi: {documents}.</source>
        <translation>Amended by: {documents}.</translation>
    </message>
    <message>
        <source>Chưa có trong kho</source>
        <translation>Not in the archive</translation>
    </message>
    <message>
        <source>Trùng số</source>
        <translation>Same number</translation>
    </message>
    <message>
        <source>Đã gỡ khỏi Cổng</source>
        <translation>Removed from the portal</translation>
    </message>
    <message>
        <source>Cần xem lại</source>
        <translation>Needs a look</translation>
    </message>
    <message>
        <source>Hết hiệu lực từ ngày {day}.</source>
        <translation>Expired on {day}.</translation>
    </message>
    <message>
        <source>Đã hết hiệu lực.</source>
        <translation>Expired.</translation>
    </message>
    <message>
        <source>Đang tạm ngưng hiệu lực.</source>
        <translation>Currently suspended.</translation>
    </message>
    <message>
        <source>Không còn phù hợp.</source>
        <translation>No longer suitable.</translation>
    </message>
    <message>
        <source>Đến ngày {day} mới có hiệu lực.</source>
        <translation>Takes effect on {day}.</translation>
    </message>
    <message>
        <source>Chưa có hiệu lực.</source>
        <translation>Not yet in force.</translation>
    </message>
    <message>
        <source>Hết hiệu lực một phần: đề nghị xem lại phần được viện dẫn.</source>
        <translation>Expired in part: please look at the part that is cited.</translation>
    </message>
    <message>
        <source>Tạm ngưng hiệu lực một phần: đề nghị xem lại phần được viện dẫn.</source>
        <translation>Suspended in part: please look at the part that is cited.</translation>
    </message>
    <message>
        <source>Kho không có số này; cùng số, cùng ngày có: {others}.</source>
        <translation>The archive has no such number; with the same serial and day it has: {others}.</translation>
    </message>
    <message>
        <source>Dự thảo ghi ngày {cited}, kho ghi ngày {held}.</source>
        <translation>The draft says {cited}, the archive says {held}.</translation>
    </message>
    <message>
        <source>Cơ quan ban hành ghi trong dự thảo khác với kho ({held}).</source>
        <translation>The issuer named in the draft differs from the archive ({held}).</translation>
    </message>
    <message>
        <source>Dự thảo ghi là {cited}, kho ghi là {held}.</source>
        <translation>The draft calls it {cited}, the archive {held}.</translation>
    </message>
    <message>
        <source>Văn bản này không có Điều {articles}.</source>
        <translation>This document has no Article {articles}.</translation>
    </message>
    <message>
        <source>Cổng đã gỡ văn bản này; nội dung trên máy là bản lưu.</source>
        <translation>The portal has removed this document; what is here is a kept copy.</translation>
    </message>
    <message>
        <source>Có nhiều văn bản cùng số: đề nghị ghi rõ loại văn bản và ngày ban hành.</source>
        <translation>Several documents have this number: please state type and date of issue.</translation>
    </message>
    <message>
        <source>Kho trên máy này chưa có văn bản này nên không kiểm tra được.</source>
        <translation>The archive on this PC does not hold this document, so it cannot be checked.</translation>
    </message>
    <message>
        <source>Nguồn không cho biết tình trạng hiệu lực.</source>
        <translation>The source does not state its validity.</translation>
    </message>
    <message>
        <source>Không thấy văn bản nào được viện dẫn.</source>
        <translation>No cited documents found.</translation>
    </message>
    <message>
        <source>{count} văn bản được viện dẫn</source>
        <translation>{count} documents cited</translation>
    </message>
    <message>
        <source>{count} hết hiệu lực hoặc sai</source>
        <translation>{count} expired or wrong</translation>
    </message>
    <message>
        <source>{count} cần xem lại</source>
        <translation>{count} need a look</translation>
    </message>
    <message>
        <source>{count} chưa kiểm tra được</source>
        <translation>{count} could not be checked</translation>
    </message>
    <message>
        <source>tất cả còn hiệu lực</source>
        <translation>all in force</translation>
    </message>
    <message>
        <source>Dự thảo quá dài: phần cuối chưa được kiểm tra.</source>
        <translation>The draft is too long: its last part was not checked.</translation>
    </message>
    <message>
        <source>Không mở được tệp {name}.</source>
        <translation>The file {name} cannot be opened.</translation>
    </message>
    <message>
        <source>Tệp {name} quá lớn: chỉ đọc được một phần hoặc không đọc được.</source>
        <translation>The file {name} is too large: it can be read in part or not at all.</translation>
    </message>
    <message>
        <source>Tệp {name} đặt mật khẩu nên không đọc được.</source>
        <translation>The file {name} is protected by a password and cannot be read.</translation>
    </message>
    <message>
        <source>Tệp {name} là ảnh quét, không có chữ để kiểm tra.</source>
        <translation>The file {name} is a scan without text to check.</translation>
    </message>
    <message>
        <source>Không đọc được hết tệp {name}: có thể tệp bị hỏng.</source>
        <translation>The file {name} could not be read to its end: it may be damaged.</translation>
    </message>
</context>
<context>
    <name>DraftCheckWindow</name>
    <message>
        <source>Kiểm tra căn cứ</source>
        <translation>Citation check</translation>
    </message>
    <message>
        <source>Mở tệp…</source>
        <translation>Open file…</translation>
    </message>
    <message>
        <source>Tính hiệu lực theo ngày</source>
        <translation>By validity on</translation>
    </message>
    <message>
        <source>Theo dự thảo</source>
        <translation>As in the draft</translation>
    </message>
    <message>
        <source>Chỉ hiện chỗ cần xem lại</source>
        <translation>Only what needs a look</translation>
    </message>
    <message>
        <source>Chép kết quả</source>
        <translation>Copy result</translation>
    </message>
    <message>
        <source>Lưu PDF…</source>
        <translation>Save PDF…</translation>
    </message>
    <message>
        <source>Đang đọc tệp {name}…</source>
        <translation>Reading the file {name}…</translation>
    </message>
    <message>
        <source>Kiểm tra căn cứ: {name}</source>
        <translation>Citation check: {name}</translation>
    </message>
    <message>
        <source>Dự thảo (*.docx *.doc *.pdf *.odt *.rtf *.txt);;Mọi tệp (*)</source>
        <translation>Drafts (*.docx *.doc *.pdf *.odt *.rtf *.txt);;All files (*)</translation>
    </message>
    <message>
        <source>Mở dự thảo</source>
        <translation>Open draft</translation>
    </message>
    <message>
        <source>Đã chép: {words}</source>
        <translation>Copied: {words}</translation>
    </message>
    <message>
        <source>Đã chép kết quả kiểm tra.</source>
        <translation>The result of the check has been copied.</translation>
    </message>
    <message>
        <source>Lưu kết quả</source>
        <translation>Save result</translation>
    </message>
    <message>
        <source>Không ghi được tệp này. Hãy chọn nơi lưu khác.</source>
        <translation>This file cannot be written. Please choose another place.</translation>
    </message>
    <message>
        <source>Đã lưu {path}</source>
        <translation>Saved {path}</translation>
    </message>
    <message>
        <source>Tính hiệu lực theo ngày:</source>
        <translation>By validity on:</translation>
    </message>
    <message>
        <source>Văn bản được viện dẫn</source>
        <translation>Cited document</translation>
    </message>
</context>
<context>
    <name>DraftEditor</name>
    <message>
        <source>Dán dự thảo vào đây, kéo tệp vào, hoặc bấm “Mở tệp…”.

Đọc được .docx, .doc, .pdf, .odt, .rtf và .txt. Dự thảo chỉ được đọc trên máy này, không lưu lại và không gửi đi đâu.</source>
        <translation>Paste the draft here, drop a file, or press “Open file…”.

.docx, .doc, .pdf, .odt, .rtf and .txt can be read. The draft is read on this PC only; it is not kept and not sent anywhere.</translation>
    </message>
    <message>
        <source>Dự thảo</source>
        <translation>Draft</translation>
    </message>
</context>
<context>
    <name>DraftOptions</name>
    <message>
        <source>Yêu cầu báo đã đọc</source>
        <translation>Request a read receipt</translation>
    </message>
    <message>
        <source>Mức quan trọng</source>
        <translation>Importance</translation>
    </message>
    <message>
        <source>Cao</source>
        <translation>High</translation>
    </message>
    <message>
        <source>Thường</source>
        <translation>Normal</translation>
    </message>
    <message>
        <source>Thấp</source>
        <translation>Low</translation>
    </message>
    <message>
        <source>Phân loại</source>
        <translation>Category</translation>
    </message>
    <message>
        <source>Gửi từ</source>
        <translation>Send from</translation>
    </message>
    <message>
        <source>Nhắc nếu chưa có trả lời</source>
        <translation>Remind me if there is no reply</translation>
    </message>
    <message>
        <source>Sau {days} ngày</source>
        <translation>After {days} days</translation>
    </message>
    <message>
        <source>Không nhắc</source>
        <translation>No reminder</translation>
    </message>
    <message>
        <source>gửi từ {name}</source>
        <translation>sent from {name}</translation>
    </message>
    <message>
        <source>Quan trọng</source>
        <translation>Important</translation>
    </message>
    <message>
        <source>Không quan trọng</source>
        <translation>Low importance</translation>
    </message>
    <message>
        <source>yêu cầu báo đã đọc</source>
        <translation>read receipt requested</translation>
    </message>
    <message>
        <source>phân loại: {names}</source>
        <translation>categories: {names}</translation>
    </message>
    <message>
        <source>nhắc sau {days} ngày nếu chưa có trả lời</source>
        <translation>reminder after {days} days if there is no reply</translation>
    </message>
</context>
<context>
    <name>Editing</name>
    <message>
        <source>Sửa</source>
        <translation>Edit</translation>
    </message>
    <message>
        <source>Lịch này không còn nữa.</source>
        <translation>This event no longer exists.</translation>
    </message>
</context>
<context>
    <name>EventBlock</name>
    <message>
        <source>đang chọn</source>
        <translation>selected</translation>
    </message>
</context>
<context>
    <name>EventDetails</name>
    <message>
        <source>Chi tiết lịch</source>
        <translation>Event details</translation>
    </message>
    <message>
        <source>Đóng chi tiết</source>
        <translation>Close details</translation>
    </message>
    <message>
        <source>Đóng chi tiết (Esc)</source>
        <translation>Close details (Esc)</translation>
    </message>
    <message>
        <source>Vào họp</source>
        <translation>Join meeting</translation>
    </message>
    <message>
        <source>Nhận lời</source>
        <translation>Accept</translation>
    </message>
    <message>
        <source>Có thể</source>
        <translation>Tentative</translation>
    </message>
    <message>
        <source>Từ chối</source>
        <translation>Decline</translation>
    </message>
    <message>
        <source>Đề xuất giờ khác…</source>
        <translation>Propose another time…</translation>
    </message>
    <message>
        <source>Sửa…</source>
        <translation>Edit…</translation>
    </message>
    <message>
        <source>Huỷ cuộc họp…</source>
        <translation>Cancel meeting…</translation>
    </message>
    <message>
        <source>Người mời: {name}</source>
        <translation>Organiser: {name}</translation>
    </message>
    <message>
        <source>Việc vừa làm với lịch này sẽ gửi khi có mạng.</source>
        <translation>What was just done with this event is sent when there is a network.</translation>
    </message>
    <message>
        <source>Chi tiết lịch: {title}</source>
        <translation>Event details: {title}</translation>
    </message>
    <message>
        <source>Nhắc trước {length}</source>
        <translation>Reminder {length} before</translation>
    </message>
    <message>
        <source>Nhắc đúng giờ</source>
        <translation>Reminder at start time</translation>
    </message>
    <message>
        <source>Vào họp: {title}</source>
        <translation>Join meeting: {title}</translation>
    </message>
    <message>
        <source>Xoá khỏi lịch…</source>
        <translation>Delete from calendar…</translation>
    </message>
    <message>
        <source>{count} nhận lời</source>
        <translation>{count} accepted</translation>
    </message>
    <message>
        <source>{count} có thể</source>
        <translation>{count} tentative</translation>
    </message>
    <message>
        <source>{count} từ chối</source>
        <translation>{count} declined</translation>
    </message>
    <message>
        <source>Người dự ({count})</source>
        <translation>Attendees ({count})</translation>
    </message>
    <message>
        <source>và {count} người khác</source>
        <translation>and {count} more</translation>
    </message>
    <message>
        <source>không bắt buộc</source>
        <translation>optional</translation>
    </message>
    <message>
        <source>phòng họp</source>
        <translation>meeting room</translation>
    </message>
    <message>
        <source>đề xuất {when}</source>
        <translation>proposes {when}</translation>
    </message>
    <message>
        <source>Dùng giờ này…</source>
        <translation>Use this time…</translation>
    </message>
    <message>
        <source>Dùng giờ do {name} đề xuất</source>
        <translation>Use the time proposed by {name}</translation>
    </message>
</context>
<context>
    <name>EventEditor</name>
    <message>
        <source>Người dự</source>
        <translation>Attendees</translation>
    </message>
    <message>
        <source>Không bắt buộc</source>
        <translation>Optional</translation>
    </message>
    <message>
        <source>Riêng tư: người khác chỉ thấy giờ bận</source>
        <translation>Private: others see only that you are busy</translation>
    </message>
    <message>
        <source>Gửi thư báo thay đổi cho người dự</source>
        <translation>Notify attendees of the change</translation>
    </message>
    <message>
        <source>(không có tên)</source>
        <translation>(no name)</translation>
    </message>
    <message>
        <source>Không nhắc</source>
        <translation>No reminder</translation>
    </message>
    <message>
        <source>Đúng giờ</source>
        <translation>At start time</translation>
    </message>
    <message>
        <source>Trước 1 ngày</source>
        <translation>1 day before</translation>
    </message>
    <message>
        <source>Trước {length}</source>
        <translation>{length} before</translation>
    </message>
    <message>
        <source>Lịch mới</source>
        <translation>New event</translation>
    </message>
    <message>
        <source>Lịch</source>
        <translation>Event</translation>
    </message>
    <message>
        <source>Gửi giấy mời</source>
        <translation>Send invitation</translation>
    </message>
    <message>
        <source>Ghi vào lịch</source>
        <translation>Add to calendar</translation>
    </message>
    <message>
        <source>Lưu và báo người dự</source>
        <translation>Save and notify attendees</translation>
    </message>
    <message>
        <source>Lưu</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>Sẽ gửi thư cho {count} người: {names}.</source>
        <translation>Mail will be sent to ({count}): {names}.</translation>
    </message>
    <message>
        <source>Sẽ đặt: {rooms}.</source>
        <translation>Will be booked: {rooms}.</translation>
    </message>
    <message>
        <source>Báo thôi dự: {names}.</source>
        <translation>Will be told they are no longer invited: {names}.</translation>
    </message>
    <message>
        <source>Đang ngoại tuyến: sẽ gửi khi có mạng.</source>
        <translation>You are offline: this will be sent when you are back online.</translation>
    </message>
    <message>
        <source> và {count} lịch khác</source>
        <translation> and {count} more</translation>
    </message>
    <message>
        <source>Trùng giờ với: {names}.</source>
        <translation>Clashes with: {names}.</translation>
    </message>
    <message>
        <source>Tên cuộc họp, việc</source>
        <translation>Name of the meeting or task</translation>
    </message>
    <message>
        <source>Nhắc</source>
        <translation>Reminder</translation>
    </message>
    <message>
        <source>Hiện với người khác</source>
        <translation>Show to others as</translation>
    </message>
    <message>
        <source>Phân loại</source>
        <translation>Categories</translation>
    </message>
    <message>
        <source>Phân loại, cách nhau bằng dấu phẩy</source>
        <translation>Categories, separated by commas</translation>
    </message>
    <message>
        <source>Nội dung</source>
        <translation>Details</translation>
    </message>
    <message>
        <source>Nội dung, tài liệu chuẩn bị</source>
        <translation>Details, papers to prepare</translation>
    </message>
    <message>
        <source>Tên</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Thời gian</source>
        <translation>Time</translation>
    </message>
    <message>
        <source>Địa điểm</source>
        <translation>Location</translation>
    </message>
    <message>
        <source>Lặp lại</source>
        <translation>Repeat</translation>
    </message>
    <message>
        <source>Thôi</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Bỏ những gì vừa viết?</source>
        <translation>Discard what you have just written?</translation>
    </message>
    <message>
        <source>Bỏ</source>
        <translation>Discard</translation>
    </message>
    <message>
        <source>Viết tiếp</source>
        <translation>Continue writing</translation>
    </message>
</context>
<context>
    <name>EventSearch</name>
    <message>
        <source>Tìm trong lịch</source>
        <translation>Search the calendar</translation>
    </message>
    <message>
        <source>Tên, nơi họp, người dự… (gõ không dấu cũng được)</source>
        <translation>Title, place, people… (marks are not needed)</translation>
    </message>
    <message>
        <source>Các lịch tìm thấy</source>
        <translation>Events found</translation>
    </message>
    <message>
        <source>Enter để xem lịch đang chọn.</source>
        <translation>Enter shows the chosen event.</translation>
    </message>
    <message>
        <source>{when}, lặp lại</source>
        <translation>{when}, recurring</translation>
    </message>
    <message>
        <source>(không có tên)</source>
        <translation>(no title)</translation>
    </message>
    <message>
        <source>Tìm thấy {count} lịch.</source>
        <translation>{count} events found.</translation>
    </message>
    <message>
        <source>Không tìm thấy lịch nào.</source>
        <translation>No events found.</translation>
    </message>
</context>
<context>
    <name>Exporting</name>
    <message>
        <source>Xuất thư vào thư mục</source>
        <translation>Export messages to a folder</translation>
    </message>
    <message>
        <source>Xuất danh sách thư ra một tệp mbox</source>
        <translation>Export the message list to an mbox file</translation>
    </message>
    <message>
        <source>Đang xuất thư; xin chờ xong hoặc dừng lại rồi xuất tiếp.</source>
        <translation>Messages are being exported; please wait until this finishes, or stop it, before exporting again.</translation>
    </message>
    <message>
        <source>Đang xuất thư…</source>
        <translation>Exporting messages…</translation>
    </message>
    <message>
        <source>Dừng</source>
        <translation>Stop</translation>
    </message>
    <message>
        <source>Xuất thư</source>
        <translation>Export messages</translation>
    </message>
    <message>
        <source>Không xuất được thư: không ghi được vào chỗ đã chọn.</source>
        <translation>The messages could not be exported: the chosen location cannot be written to.</translation>
    </message>
    <message>
        <source>Đã dừng xuất thư.</source>
        <translation>Export stopped.</translation>
    </message>
    <message>
        <source>Đã xuất {count} thư vào “{name}”.</source>
        <translation>Messages exported to “{name}”: {count}.</translation>
    </message>
    <message>
        <source>{missing} thư chưa tải về máy nên không có trong đó.</source>
        <translation>Not included because not yet downloaded to this computer: {missing}.</translation>
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
    <name>FindInMail</name>
    <message>
        <source>Tìm trong thư đang đọc</source>
        <translation>Find in the open message</translation>
    </message>
    <message>
        <source>Chỗ trước (Shift+F3)</source>
        <translation>Previous match (Shift+F3)</translation>
    </message>
    <message>
        <source>Chỗ sau (F3)</source>
        <translation>Next match (F3)</translation>
    </message>
    <message>
        <source>Đóng tìm kiếm</source>
        <translation>Close find</translation>
    </message>
    <message>
        <source>Không tìm thấy</source>
        <translation>Not found</translation>
    </message>
</context>
<context>
    <name>FolderDeeds</name>
    <message>
        <source>Thư mục mới trong này…</source>
        <translation>New folder in here…</translation>
    </message>
    <message>
        <source>Đổi tên…</source>
        <translation>Rename…</translation>
    </message>
    <message>
        <source>Xoá thư mục…</source>
        <translation>Delete folder…</translation>
    </message>
    <message>
        <source>Đánh dấu cả thư mục đã đọc</source>
        <translation>Mark whole folder as read</translation>
    </message>
    <message>
        <source>Xuất cả thư mục (mbox)…</source>
        <translation>Export the whole folder (mbox)…</translation>
    </message>
    <message>
        <source>Dọn Thư đã xoá…</source>
        <translation>Empty Deleted Items…</translation>
    </message>
    <message>
        <source>Chuyển hết Thư rác vào Thư đã xoá</source>
        <translation>Move all junk mail to Deleted Items</translation>
    </message>
    <message>
        <source>Thư mục mới</source>
        <translation>New folder</translation>
    </message>
    <message>
        <source>Đổi tên thư mục</source>
        <translation>Rename folder</translation>
    </message>
    <message>
        <source>Chuyển thư mục “{name}” cùng {count} thư vào Thư đã xoá?</source>
        <translation>Move the folder “{name}” and its messages ({count}) to Deleted Items?</translation>
    </message>
    <message>
        <source>Xoá thư mục</source>
        <translation>Delete folder</translation>
    </message>
    <message>
        <source>Chuyển vào Thư đã xoá</source>
        <translation>Move to Deleted Items</translation>
    </message>
    <message>
        <source>Giữ lại</source>
        <translation>Keep</translation>
    </message>
    <message>
        <source>Đã tạo thư mục “{name}”.</source>
        <translation>Folder “{name}” created.</translation>
    </message>
    <message>
        <source>Đã hoàn tác.</source>
        <translation>Undone.</translation>
    </message>
    <message>
        <source>Thư mục nay tên là “{name}”.</source>
        <translation>The folder is now called “{name}”.</translation>
    </message>
    <message>
        <source>Đã chuyển thư mục “{name}” vào Thư đã xoá.</source>
        <translation>Folder “{name}” moved to Deleted Items.</translation>
    </message>
    <message>
        <source>Tên thư mục</source>
        <translation>Folder name</translation>
    </message>
    <message>
        <source>Hoàn tác</source>
        <translation>Undo</translation>
    </message>
    <message>
        <source>Ở đó đã có thư mục tên này. Xin chọn tên khác.</source>
        <translation>There is already a folder with this name there. Please choose another name.</translation>
    </message>
</context>
<context>
    <name>FolderList</name>
    <message>
        <source>Danh sách thư mục</source>
        <translation>List of folders</translation>
    </message>
    <message>
        <source>Thư hẹn lại</source>
        <translation>Snoozed</translation>
    </message>
    <message>
        <source>Chờ trả lời</source>
        <translation>Awaiting reply</translation>
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
    <name>FootBar</name>
    <message>
        <source>Thêm</source>
        <translation>More</translation>
    </message>
</context>
<context>
    <name>FormatBar</name>
    <message>
        <source>Định dạng chữ</source>
        <translation>Text formatting</translation>
    </message>
    <message>
        <source>Kiểu chữ</source>
        <translation>Font</translation>
    </message>
    <message>
        <source>Cỡ chữ</source>
        <translation>Font size</translation>
    </message>
    <message>
        <source>Liên kết</source>
        <translation>Link</translation>
    </message>
    <message>
        <source>Địa chỉ (https://…)</source>
        <translation>Address (https://…)</translation>
    </message>
    <message>
        <source>Chữ đậm</source>
        <translation>Bold</translation>
    </message>
    <message>
        <source>Chữ nghiêng</source>
        <translation>Italic</translation>
    </message>
    <message>
        <source>Gạch chân</source>
        <translation>Underline</translation>
    </message>
    <message>
        <source>Màu chữ</source>
        <translation>Text colour</translation>
    </message>
    <message>
        <source>Danh sách dấu đầu dòng</source>
        <translation>Bulleted list</translation>
    </message>
    <message>
        <source>Danh sách đánh số</source>
        <translation>Numbered list</translation>
    </message>
    <message>
        <source>Giảm thụt lề</source>
        <translation>Decrease indent</translation>
    </message>
    <message>
        <source>Tăng thụt lề</source>
        <translation>Increase indent</translation>
    </message>
    <message>
        <source>Căn trái</source>
        <translation>Align left</translation>
    </message>
    <message>
        <source>Căn giữa</source>
        <translation>Centre</translation>
    </message>
    <message>
        <source>Căn phải</source>
        <translation>Align right</translation>
    </message>
    <message>
        <source>Căn đều hai bên</source>
        <translation>Justify</translation>
    </message>
    <message>
        <source>Chèn liên kết</source>
        <translation>Insert link</translation>
    </message>
    <message>
        <source>Bảng</source>
        <translation>Table</translation>
    </message>
    <message>
        <source>Chèn ảnh vào thư</source>
        <translation>Insert picture into message</translation>
    </message>
    <message>
        <source>Bỏ định dạng</source>
        <translation>Clear formatting</translation>
    </message>
    <message>
        <source>Dán chữ không định dạng</source>
        <translation>Paste as plain text</translation>
    </message>
    <message>
        <source>Đen</source>
        <translation>Black</translation>
    </message>
    <message>
        <source>Đỏ</source>
        <translation>Red</translation>
    </message>
    <message>
        <source>Xanh dương</source>
        <translation>Blue</translation>
    </message>
    <message>
        <source>Xanh lá</source>
        <translation>Green</translation>
    </message>
    <message>
        <source>Nâu</source>
        <translation>Brown</translation>
    </message>
    <message>
        <source>Tím</source>
        <translation>Purple</translation>
    </message>
    <message>
        <source>Xám</source>
        <translation>Grey</translation>
    </message>
    <message>
        <source>Màu khác…</source>
        <translation>Other colour…</translation>
    </message>
    <message>
        <source>Chèn bảng</source>
        <translation>Insert table</translation>
    </message>
    <message>
        <source>{rows} hàng, {columns} cột</source>
        <translation>Rows: {rows}, columns: {columns}</translation>
    </message>
    <message>
        <source>Thêm hàng dưới</source>
        <translation>Add row below</translation>
    </message>
    <message>
        <source>Thêm cột bên phải</source>
        <translation>Add column to the right</translation>
    </message>
    <message>
        <source>Xoá hàng này</source>
        <translation>Delete this row</translation>
    </message>
    <message>
        <source>Xoá cột này</source>
        <translation>Delete this column</translation>
    </message>
</context>
<context>
    <name>FoundPlaces</name>
    <message>
        <source>Trong tệp: {name}</source>
        <translation>In the file: {name}</translation>
    </message>
    <message>
        <source>Có trong tệp đính kèm</source>
        <translation>Found in an attachment</translation>
    </message>
</context>
<context>
    <name>FreeBusyPane</name>
    <message>
        <source>Tôi</source>
        <translation>Me</translation>
    </message>
    <message>
        <source>Ngoại tuyến: chưa xem được giờ rảnh của người dự.</source>
        <translation>You are offline: attendees’ free times cannot be viewed yet.</translation>
    </message>
    <message>
        <source>Máy chủ chưa cho biết giờ rảnh của người dự.</source>
        <translation>The server has not provided the attendees’ free times.</translation>
    </message>
    <message>
        <source>Đang hỏi giờ rảnh…</source>
        <translation>Asking for free times…</translation>
    </message>
    <message>
        <source>Chưa rõ: {names}. Những người khác đều rảnh.</source>
        <translation>Not known: {names}. Everyone else is free.</translation>
    </message>
    <message>
        <source>Mọi người đều rảnh.</source>
        <translation>Everyone is free.</translation>
    </message>
    <message>
        <source>Đang bận: {names}.</source>
        <translation>Busy: {names}.</translation>
    </message>
    <message>
        <source>Giờ rảnh của người đã rõ: {when}</source>
        <translation>Free times of those known: {when}</translation>
    </message>
    <message>
        <source>Giờ rảnh chung: {when}</source>
        <translation>Times when everyone is free: {when}</translation>
    </message>
</context>
<context>
    <name>Guards</name>
    <message>
        <source>Thư này chưa gửi. Tài liệu bí mật nhà nước không được soạn, lưu giữ hay gửi trên máy tính nối mạng (Luật Bảo vệ bí mật nhà nước số 117/2025/QH15 và Nghị định số 63/2026/NĐ-CP). Xin chuyển tài liệu qua văn thư mật hoặc hệ thống riêng được cơ yếu bảo vệ, và hỏi người phụ trách bảo mật của đơn vị. Nếu đây không phải là tài liệu mật, xin bỏ dấu chỉ độ mật rồi gửi lại.</source>
        <translation>This message has not been sent. State secret documents must not be drafted, stored or sent on a computer connected to a network (Law on Protection of State Secrets No. 117/2025/QH15 and Decree No. 63/2026/NĐ-CP). Please pass the document through the classified mail service or a separate system protected by the government cipher service, and consult your unit’s security officer. If this is not a secret document, please remove the secrecy marking and send again.</translation>
    </message>
    <message>
        <source>Không đọc được chữ trong tệp “{name}” để kiểm tra dấu chỉ độ mật.</source>
        <translation>The text in the file “{name}” could not be read to check for a secrecy marking.</translation>
    </message>
    <message>
        <source>Thư có nội dung văn bản công vụ mà gửi tới hộp thư cá nhân: {people}. Việc công nên gửi qua hộp thư công vụ.</source>
        <translation>The message contains official document content but is addressed to personal mailboxes: {people}. Official business should be sent through official mailboxes.</translation>
    </message>
    <message>
        <source>Thư viết “{words}” nhưng chưa có tệp nào đính kèm.</source>
        <translation>The message says “{words}” but no file is attached.</translation>
    </message>
    <message>
        <source>Có người nhận ngoài cơ quan: {people}.</source>
        <translation>There are recipients outside the organisation: {people}.</translation>
    </message>
    <message>
        <source>Địa chỉ {address} trông giống {like} nhưng không phải.</source>
        <translation>The address {address} looks like {like} but is not the same.</translation>
    </message>
    <message>
        <source>Địa chỉ {address} dùng chữ của bảng chữ cái khác cho giống; tên thật là {real}.</source>
        <translation>The address {address} uses letters from another alphabet to look similar; the real name is {real}.</translation>
    </message>
    <message>
        <source>Người gửi ở ngoài cơ quan: {address}.</source>
        <translation>The sender is outside the organisation: {address}.</translation>
    </message>
    <message>
        <source>Thư ghi nhiều người gửi: {people}.</source>
        <translation>The message names more than one sender: {people}.</translation>
    </message>
    <message>
        <source>Trả lời thư này sẽ tới {reply}, không phải người gửi {sender}.</source>
        <translation>A reply to this message will go to {reply}, not to the sender {sender}.</translation>
    </message>
    <message>
        <source>Tên người gửi ghi {named}, nhưng thư gửi từ {real}.</source>
        <translation>The sender’s name says {named}, but the message was sent from {real}.</translation>
    </message>
    <message>
        <source>Tên tệp bị viết ngược để che phần đuôi; tên thật là “{name}”.</source>
        <translation>The file name is written backwards to hide its extension; the real name is “{name}”.</translation>
    </message>
    <message>
        <source>Tệp “{name}” giả dạng: thực ra là chương trình ({kind}). Xin đừng mở.</source>
        <translation>The file “{name}” is disguised: it is actually a program ({kind}). Please do not open it.</translation>
    </message>
    <message>
        <source>Tệp “{name}” là chương trình, mở ra là chạy. Chỉ mở khi biết chắc người gửi.</source>
        <translation>The file “{name}” is a program and will run when opened. Open it only if you are sure of the sender.</translation>
    </message>
    <message>
        <source>Tệp “{name}” có macro, có thể chạy lệnh khi mở.</source>
        <translation>The file “{name}” contains macros, which may run commands when it is opened.</translation>
    </message>
    <message>
        <source>Tệp nén “{name}” chứa chương trình: “{inside}”. Xin đừng mở.</source>
        <translation>The archive “{name}” contains a program: “{inside}”. Please do not open it.</translation>
    </message>
    <message>
        <source>Có chữ chỉ độ mật ({mark}) trong: “{place}”. Thư này có phải tài liệu mật không?</source>
        <translation>A secrecy marking ({mark}) appears in: “{place}”. Is this message a secret document?</translation>
    </message>
    <message>
        <source>Chủ đề có dấu {mark}: “{place}”.</source>
        <translation>The subject has the marking {mark}: “{place}”.</translation>
    </message>
    <message>
        <source>Tên tệp có dấu {mark}: “{place}”.</source>
        <translation>The file name has the marking {mark}: “{place}”.</translation>
    </message>
    <message>
        <source>Trong tệp “{place}” có dấu {mark}.</source>
        <translation>The file “{place}” contains the marking {mark}.</translation>
    </message>
    <message>
        <source>Trong thư có dấu {mark}: “{place}”.</source>
        <translation>The message contains the marking {mark}: “{place}”.</translation>
    </message>
    <message>
        <source>{names} và {count} địa chỉ khác</source>
        <translation>{names} and {count} more</translation>
    </message>
</context>
<context>
    <name>Handling</name>
    <message>
        <source>Vào họp</source>
        <translation>Join meeting</translation>
    </message>
    <message>
        <source>Nhận lời…</source>
        <translation>Accept…</translation>
    </message>
    <message>
        <source>Có thể…</source>
        <translation>Tentative…</translation>
    </message>
    <message>
        <source>Từ chối…</source>
        <translation>Decline…</translation>
    </message>
    <message>
        <source>Đề xuất giờ khác…</source>
        <translation>Propose another time…</translation>
    </message>
    <message>
        <source>Sửa…</source>
        <translation>Edit…</translation>
    </message>
    <message>
        <source>Xoá, huỷ…</source>
        <translation>Delete or cancel…</translation>
    </message>
    <message>
        <source>Lịch mới</source>
        <translation>New event</translation>
    </message>
    <message>
        <source>Hôm nay</source>
        <translation>Today</translation>
    </message>
</context>
<context>
    <name>HeadBar</name>
    <message>
        <source>Giờ hiện tại</source>
        <translation>Current time</translation>
    </message>
    <message>
        <source>Thời gian đã họp</source>
        <translation>Time in the meeting</translation>
    </message>
    <message>
        <source>Đang phát biểu: {words}</source>
        <translation>Speaking: {words}</translation>
    </message>
</context>
<context>
    <name>HealthDetails</name>
    <message>
        <source>Đường truyền của hai điểm cầu</source>
        <translation>The lines of both sites</translation>
    </message>
    <message>
        <source>Sao chép</source>
        <translation>Copy</translation>
    </message>
    <message>
        <source>Đường truyền của {site}</source>
        <translation>The line of {site}</translation>
    </message>
</context>
<context>
    <name>HealthWords</name>
    <message>
        <source>Trạng thái</source>
        <translation>State</translation>
    </message>
    <message>
        <source>Từ</source>
        <translation>Since</translation>
    </message>
    <message>
        <source>{span} nay</source>
        <translation>for {span}</translation>
    </message>
    <message>
        <source>Vì sao yếu</source>
        <translation>Why it is weak</translation>
    </message>
    <message>
        <source>Cỡ hình</source>
        <translation>Picture size</translation>
    </message>
    <message>
        <source>{rate} hình/giây</source>
        <translation>{rate} frames/s</translation>
    </message>
    <message>
        <source>Số hình</source>
        <translation>Frames</translation>
    </message>
    <message>
        <source>Tốc độ nhận</source>
        <translation>Receiving</translation>
    </message>
    <message>
        <source>dưới 1 ms</source>
        <translation>under 1 ms</translation>
    </message>
    <message>
        <source>Trễ khứ hồi</source>
        <translation>Round trip</translation>
    </message>
    <message>
        <source>không</source>
        <translation>none</translation>
    </message>
    <message>
        <source>{percent} % (phần lớn được gửi lại kịp)</source>
        <translation>{percent} % (mostly resent in time)</translation>
    </message>
    <message>
        <source>Mất trên đường</source>
        <translation>Lost on the way</translation>
    </message>
    <message>
        <source>Gói không kịp dùng</source>
        <translation>Packets too late to use</translation>
    </message>
</context>
<context>
    <name>HoursSheet</name>
    <message>
        <source>Lịch theo giờ: {day}, {start}–{end}</source>
        <translation>Calendar by hour: {day}, {start}–{end}</translation>
    </message>
</context>
<context>
    <name>IncidentDialog</name>
    <message>
        <source>Nhật ký sự cố</source>
        <translation>Incident log</translation>
    </message>
    <message>
        <source>Đóng</source>
        <translation>Close</translation>
    </message>
</context>
<context>
    <name>IncidentList</name>
    <message>
        <source>Nhật ký sự cố</source>
        <translation>Incident log</translation>
    </message>
    <message>
        <source>Các sự cố, mới nhất trước</source>
        <translation>Incidents, the newest first</translation>
    </message>
    <message>
        <source>Sao chép</source>
        <translation>Copy</translation>
    </message>
    <message>
        <source>Lưu thành tệp…</source>
        <translation>Save as a file…</translation>
    </message>
    <message>
        <source>Đã sao chép nhật ký sự cố.</source>
        <translation>The incident log has been copied.</translation>
    </message>
    <message>
        <source>Nhật ký sự cố.txt</source>
        <translation>Incident log.txt</translation>
    </message>
    <message>
        <source>Lưu nhật ký sự cố</source>
        <translation>Save the incident log</translation>
    </message>
    <message>
        <source>Văn bản (*.txt)</source>
        <translation>Text (*.txt)</translation>
    </message>
    <message>
        <source>Đã lưu nhật ký sự cố.</source>
        <translation>The incident log has been saved.</translation>
    </message>
</context>
<context>
    <name>IncidentWords</name>
    <message>
        <source>{hours} giờ {minutes:02} phút</source>
        <translation>{hours} h {minutes:02} min</translation>
    </message>
    <message>
        <source>{minutes} phút</source>
        <translation>{minutes} min</translation>
    </message>
    <message>
        <source>{minutes} phút {rest} giây</source>
        <translation>{minutes} min {rest} s</translation>
    </message>
    <message>
        <source>{rest} giây</source>
        <translation>{rest} s</translation>
    </message>
    <message>
        <source>Vào họp</source>
        <translation>Join</translation>
    </message>
    <message>
        <source>Rời họp, sau {lasted}</source>
        <translation>Left the meeting, after {lasted}</translation>
    </message>
    <message>
        <source>{site}: có hình, sau {lasted}</source>
        <translation>{site}: picture, after {lasted}</translation>
    </message>
    <message>
        <source>{site}: mất hình</source>
        <translation>{site}: picture lost</translation>
    </message>
    <message>
        <source>{site}: có hình trở lại, mất {lasted}</source>
        <translation>{site}: picture back, gone for {lasted}</translation>
    </message>
    <message>
        <source>{site}: tín hiệu yếu</source>
        <translation>{site}: weak signal</translation>
    </message>
    <message>
        <source>{site}: tín hiệu tốt trở lại, yếu {lasted}</source>
        <translation>{site}: good signal again, weak for {lasted}</translation>
    </message>
    <message>
        <source>{site}: không vào được, {reason}</source>
        <translation>{site}: cannot be joined, {reason}</translation>
    </message>
    <message>
        <source>Bắt đầu ghi hình</source>
        <translation>Recording begins</translation>
    </message>
    <message>
        <source>{site}: bản ghi thiếu một đoạn vì đĩa ghi không kịp</source>
        <translation>{site}: a part is missing in the recording because the disk was too slow</translation>
    </message>
    <message>
        <source>Đĩa sắp hết chỗ cho việc ghi hình</source>
        <translation>The disk is running out of room for the recording</translation>
    </message>
    <message>
        <source>{site}: đã chụp hình</source>
        <translation>{site}: snapshot taken</translation>
    </message>
    <message>
        <source>Dừng ghi hình vì đĩa sắp đầy</source>
        <translation>Recording stopped because the disk is nearly full</translation>
    </message>
    <message>
        <source>Dừng ghi hình vì không ghi được vào thư mục</source>
        <translation>Recording stopped because the folder cannot be written</translation>
    </message>
    <message>
        <source>Dừng ghi hình</source>
        <translation>Recording stopped</translation>
    </message>
    <message>
        <source>Họp {lasted}</source>
        <translation>Met for {lasted}</translation>
    </message>
    <message>
        <source>hình của hai điểm cầu thông suốt.</source>
        <translation>the pictures of both sites were steady.</translation>
    </message>
    <message>
        <source>{site} không có hình</source>
        <translation>{site} had no picture</translation>
    </message>
    <message>
        <source>{site} không có hình ({reason})</source>
        <translation>{site} had no picture ({reason})</translation>
    </message>
    <message>
        <source>mất hình {count} lần, tổng {lasted}</source>
        <translation>picture lost {count} times, {lasted} in all</translation>
    </message>
    <message>
        <source>tín hiệu yếu {lasted}</source>
        <translation>weak signal for {lasted}</translation>
    </message>
    <message>
        <source>({count} mục cũ hơn không còn giữ)</source>
        <translation>({count} older entries are no longer kept)</translation>
    </message>
</context>
<context>
    <name>KeepingChoice</name>
    <message>
        <source>Giữ thư trên máy</source>
        <translation>Keep mail on this computer</translation>
    </message>
    <message>
        <source>Tất cả thư</source>
        <translation>All messages</translation>
    </message>
    <message>
        <source>Thư 12 tháng gần đây</source>
        <translation>Messages from the last 12 months</translation>
    </message>
    <message>
        <source>Thư 3 tháng gần đây</source>
        <translation>Messages from the last 3 months</translation>
    </message>
    <message>
        <source>Đã tải đủ nội dung mọi thư.</source>
        <translation>The content of all messages has been downloaded.</translation>
    </message>
    <message>
        <source>Đã tải đến ngày {day}. Thư cũ hơn vẫn có trong danh sách; nội dung được tải khi mở.</source>
        <translation>Downloaded back to {day}. Older messages are still listed; their content is downloaded when opened.</translation>
    </message>
</context>
<context>
    <name>KeyCopyDialog</name>
    <message>
        <source>Bản khôi phục khoá</source>
        <translation>Key recovery copy</translation>
    </message>
    <message>
        <source>Thư trên máy này được mã hoá bằng một khoá nằm trong kho khoá của hệ thống. Nếu kho khoá ấy mất, chỉ bản khôi phục này mở lại được thư đã lưu và thư chưa gửi. Hãy cất tệp ở nơi khác (USB, két của đơn vị) và nhớ cụm mật khẩu: không ai đặt lại giúp được.</source>
        <translation>Mail on this computer is encrypted with a key held in the system keyring. If that keyring is lost, only this recovery copy can reopen your saved mail and unsent mail. Please keep the file somewhere else (a USB stick, your unit’s safe) and remember the passphrase: nobody can reset it for you.</translation>
    </message>
    <message>
        <source>Cụm mật khẩu của bản khôi phục</source>
        <translation>Passphrase for the recovery copy</translation>
    </message>
    <message>
        <source>Nhập lại cụm mật khẩu</source>
        <translation>Repeat the passphrase</translation>
    </message>
    <message>
        <source>Chọn nơi cất…</source>
        <translation>Choose where to keep it…</translation>
    </message>
    <message>
        <source>Đóng</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>Đang niêm phong khoá…</source>
        <translation>Sealing the key…</translation>
    </message>
    <message>
        <source>Cất bản khôi phục khoá</source>
        <translation>Save key recovery copy</translation>
    </message>
    <message>
        <source>Ít nhất {count} ký tự, ví dụ bốn từ không liên quan nhau.</source>
        <translation>At least {count} characters, for example four unrelated words.</translation>
    </message>
    <message>
        <source>Hai lần nhập chưa giống nhau.</source>
        <translation>The two entries do not match.</translation>
    </message>
    <message>
        <source>Đã cất bản khôi phục tại {path}.</source>
        <translation>Recovery copy saved to {path}.</translation>
    </message>
    <message>
        <source>Không ghi được tệp ở đó. Hãy chọn nơi khác.</source>
        <translation>The file cannot be written there. Please choose another place.</translation>
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
    <name>LetterEditor</name>
    <message>
        <source>Nội dung thư</source>
        <translation>Message text</translation>
    </message>
    <message>
        <source>anh-dan.png</source>
        <translation>pasted-picture.png</translation>
    </message>
</context>
<context>
    <name>LetterPieces</name>
    <message>
        <source>Thư gốc không gửi kèm nữa.</source>
        <translation>The original message is no longer attached.</translation>
    </message>
</context>
<context>
    <name>LevelMeter</name>
    <message>
        <source>Mức âm của micrô</source>
        <translation>Microphone level</translation>
    </message>
    <message>
        <source>Mức âm của micrô: {level} %</source>
        <translation>Microphone level: {level} %</translation>
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
    <message>
        <source>Gộp các thư của một cuộc trao đổi thành một dòng</source>
        <translation>Group the messages of a conversation into one row</translation>
    </message>
    <message>
        <source>Gộp theo cuộc trao đổi</source>
        <translation>Group by conversation</translation>
    </message>
</context>
<context>
    <name>ListWords</name>
    <message>
        <source>Kết quả tìm</source>
        <translation>Search results</translation>
    </message>
    <message>
        <source>{count} thư</source>
        <translation>Messages: {count}</translation>
    </message>
    <message>
        <source>{count} cuộc trao đổi</source>
        <translation>{count} conversations</translation>
    </message>
    <message>
        <source> (quá nhiều để gộp)</source>
        <translation> (too many to group)</translation>
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
    <name>LoadedSince</name>
    <message>
        <source>Đã tải đến ngày {day}</source>
        <translation>Downloaded back to {day}</translation>
    </message>
    <message>
        <source>Nội dung thư đã tải đến ngày {day}. Thư cũ hơn vẫn có trong danh sách; nội dung được tải khi mở.</source>
        <translation>Mail is here back to {day}. Older mail stays in the list; its text is fetched when opened.</translation>
    </message>
    <message>
        <source>Nội dung thư đã tải đến ngày {day}; thư cũ hơn đang được tải tiếp.</source>
        <translation>Mail is here back to {day}; older mail is still being fetched.</translation>
    </message>
</context>
<context>
    <name>LocalDeeds</name>
    <message>
        <source>Thôi chờ trả lời cho thư “{subject}”</source>
        <translation>No longer awaiting a reply to “{subject}”</translation>
    </message>
    <message>
        <source>Hoàn tác</source>
        <translation>Undo</translation>
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
        <source>Gửi ngay</source>
        <translation>Send now</translation>
    </message>
    <message>
        <source>Mở thư</source>
        <translation>Open message</translation>
    </message>
    <message>
        <source>Đưa về hộp thư</source>
        <translation>Return to mailbox</translation>
    </message>
    <message>
        <source>Viết thư nhắc</source>
        <translation>Write a reminder</translation>
    </message>
    <message>
        <source>Thôi chờ</source>
        <translation>Stop waiting</translation>
    </message>
    <message>
        <source>Đổi giờ</source>
        <translation>Change time</translation>
    </message>
    <message>
        <source>Hộp thư đi</source>
        <translation>Outbox</translation>
    </message>
    <message>
        <source>Thư hẹn lại</source>
        <translation>Snoozed</translation>
    </message>
    <message>
        <source>Trở lại hộp thư lúc {when}</source>
        <translation>Snoozed until {when}</translation>
    </message>
    <message>
        <source>Chờ trả lời</source>
        <translation>Awaiting reply</translation>
    </message>
    <message>
        <source>Gửi {sent}; quá hạn từ {due}</source>
        <translation>Sent {sent}; overdue since {due}</translation>
    </message>
    <message>
        <source>Gửi {sent}; nhắc {due}</source>
        <translation>Sent {sent}; reminder {due}</translation>
    </message>
    <message>
        <source>Hẹn gửi {when}</source>
        <translation>Scheduled for {when}</translation>
    </message>
    <message>
        <source>Sắp gửi, còn hoàn tác được</source>
        <translation>About to be sent; can still be undone</translation>
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
        <source>Chưa rõ đã đi hay chưa, đang kiểm tra trong Thư đã gửi</source>
        <translation>Not known yet whether it left; checking in Sent</translation>
    </message>
    <message>
        <source>Đã gửi trễ, máy chủ xác nhận {when} (hẹn {chosen}; lúc đó máy tắt hoặc mất mạng)</source>
        <translation>Sent late, confirmed by the server {when} (due {chosen}; the PC was off or offline then)</translation>
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
        <source>Chọn lúc khác</source>
        <translation>Choose another time</translation>
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
    <name>LocalLists</name>
    <message>
        <source>Đang soạn trên máy này</source>
        <translation>Being written on this computer</translation>
    </message>
    <message>
        <source>Thư hẹn lại</source>
        <translation>Snoozed</translation>
    </message>
    <message>
        <source>Chờ trả lời</source>
        <translation>Awaiting reply</translation>
    </message>
    <message>
        <source>Hộp thư đi</source>
        <translation>Outbox</translation>
    </message>
</context>
<context>
    <name>MailFiles</name>
    <message>
        <source>In thư…</source>
        <translation>Print message…</translation>
    </message>
    <message>
        <source>Xem mã nguồn</source>
        <translation>View source</translation>
    </message>
    <message>
        <source>Lưu thư thành tệp</source>
        <translation>Save message as file</translation>
    </message>
    <message>
        <source>Nội dung thư chưa có trên máy này.</source>
        <translation>The content of this message is not on this computer yet.</translation>
    </message>
    <message>
        <source>Thư (*.eml)</source>
        <translation>Messages (*.eml)</translation>
    </message>
    <message>
        <source>Đã lưu “{name}”.</source>
        <translation>“{name}” saved.</translation>
    </message>
    <message>
        <source>Không ghi được tệp vào chỗ đã chọn. Xin chọn chỗ khác.</source>
        <translation>The file cannot be written to the chosen location. Please choose another.</translation>
    </message>
</context>
<context>
    <name>MailPage</name>
    <message>
        <source>Soạn thư</source>
        <translation>Compose</translation>
    </message>
    <message>
        <source>Soạn thư (Ctrl+N)</source>
        <translation>Compose (Ctrl+N)</translation>
    </message>
</context>
<context>
    <name>MailWindow</name>
    <message>
        <source>Trả lời</source>
        <translation>Reply</translation>
    </message>
    <message>
        <source>Trả lời tất cả</source>
        <translation>Reply all</translation>
    </message>
    <message>
        <source>Đóng cửa sổ</source>
        <translation>Close window</translation>
    </message>
    <message>
        <source>Thư</source>
        <translation>Message</translation>
    </message>
</context>
<context>
    <name>MailWindows</name>
    <message>
        <source>Mở tệp thư</source>
        <translation>Open message file</translation>
    </message>
    <message>
        <source>Thư (*.eml)</source>
        <translation>Messages (*.eml)</translation>
    </message>
    <message>
        <source>Không mở được tệp “{name}”.</source>
        <translation>The file “{name}” could not be opened.</translation>
    </message>
</context>
<context>
    <name>MailboxMenu</name>
    <message>
        <source>Việc của hộp thư</source>
        <translation>Mailbox actions</translation>
    </message>
    <message>
        <source>Việc cần làm…</source>
        <translation>Tasks…</translation>
    </message>
    <message>
        <source>Báo vắng mặt…</source>
        <translation>Out of office…</translation>
    </message>
    <message>
        <source>Quy tắc hộp thư…</source>
        <translation>Mailbox rules…</translation>
    </message>
    <message>
        <source>Dung lượng hộp thư…</source>
        <translation>Mailbox size…</translation>
    </message>
    <message>
        <source>Mở hộp thư dùng chung…</source>
        <translation>Open shared mailbox…</translation>
    </message>
    <message>
        <source>Đổi…</source>
        <translation>Change…</translation>
    </message>
    <message>
        <source>Xem…</source>
        <translation>View…</translation>
    </message>
    <message>
        <source>Đang báo vắng mặt đến {until}.</source>
        <translation>Out of office is on until {until}.</translation>
    </message>
    <message>
        <source>Đang báo vắng mặt.</source>
        <translation>Out of office is on.</translation>
    </message>
    <message>
        <source>Đóng hộp thư của {name}</source>
        <translation>Close the mailbox of {name}</translation>
    </message>
    <message>
        <source>Đã mở hộp thư của {name}. Thư đang được tải về.</source>
        <translation>The mailbox of {name} is open. Its mail is being downloaded.</translation>
    </message>
    <message>
        <source>Hộp thư của {name}: {words}</source>
        <translation>Mailbox of {name}: {words}</translation>
    </message>
    <message>
        <source>Đã lưu việc báo vắng mặt.</source>
        <translation>Out of office settings saved.</translation>
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
        <source>Lịch</source>
        <translation>Calendar</translation>
    </message>
    <message>
        <source>Đang họp trực tuyến</source>
        <translation>In a video meeting</translation>
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
    <name>MeetingAnswers</name>
    <message>
        <source>Nhận lời</source>
        <translation>Accept</translation>
    </message>
    <message>
        <source>Có thể</source>
        <translation>Tentative</translation>
    </message>
    <message>
        <source>Từ chối</source>
        <translation>Decline</translation>
    </message>
    <message>
        <source>Đề xuất giờ khác…</source>
        <translation>Propose another time…</translation>
    </message>
    <message>
        <source>Kèm lời nhắn</source>
        <translation>Include a message</translation>
    </message>
    <message>
        <source>Lời nhắn cho người mời (không bắt buộc)</source>
        <translation>Message to the organiser (optional)</translation>
    </message>
    <message>
        <source>Lời nhắn cho người mời</source>
        <translation>Message to the organiser</translation>
    </message>
    <message>
        <source>Xem trong lịch</source>
        <translation>View in calendar</translation>
    </message>
    <message>
        <source>Trùng giờ với: {names}</source>
        <translation>Clashes with: {names}</translation>
    </message>
    <message>
        <source>Người mời đã huỷ cuộc họp này.</source>
        <translation>The organiser has called this meeting off.</translation>
    </message>
    <message>
        <source>Đã nhận lời</source>
        <translation>Accepted</translation>
    </message>
    <message>
        <source>Đã trả lời: có thể dự</source>
        <translation>Answered: may attend</translation>
    </message>
    <message>
        <source>Đã từ chối</source>
        <translation>Declined</translation>
    </message>
    <message>
        <source>{words}, đang gửi cho người mời.</source>
        <translation>{words}, on its way to the organiser.</translation>
    </message>
    <message>
        <source>Câu trả lời sẽ gửi khi có mạng.</source>
        <translation>Your reply will be sent when you are back online.</translation>
    </message>
    <message>
        <source>Đang gửi câu trả lời.</source>
        <translation>Sending your reply.</translation>
    </message>
    <message>
        <source>Hoàn tác</source>
        <translation>Undo</translation>
    </message>
    <message>
        <source>Câu trả lời đã gửi đi; hãy chọn câu trả lời khác nếu cần.</source>
        <translation>Your reply has been sent; please choose another reply if needed.</translation>
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
    <message>
        <source>Cuộc họp đã huỷ</source>
        <translation>Meeting called off</translation>
    </message>
    <message>
        <source>Đề xuất giờ họp khác</source>
        <translation>Another time proposed</translation>
    </message>
    <message>
        <source>Người đề xuất: {name}</source>
        <translation>Proposed by: {name}</translation>
    </message>
</context>
<context>
    <name>MeetingRecords</name>
    <message>
        <source>Nhật ký sự cố</source>
        <translation>Incident log</translation>
    </message>
    <message>
        <source>Đường truyền</source>
        <translation>Line</translation>
    </message>
    <message>
        <source>Ghi hình, hoặc dừng ghi</source>
        <translation>Record, or stop recording</translation>
    </message>
    <message>
        <source>Chụp hình của hai điểm cầu</source>
        <translation>Snapshot of both sites</translation>
    </message>
</context>
<context>
    <name>MeetingView</name>
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
        <source>Màn hình thứ hai</source>
        <translation>Second screen</translation>
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
        <source>Công cụ</source>
        <translation>Tools</translation>
    </message>
    <message>
        <source>Phóng to điểm cầu thứ nhất, hoặc trở lại</source>
        <translation>Enlarge the first site, or back</translation>
    </message>
    <message>
        <source>Phóng to điểm cầu thứ hai, hoặc trở lại</source>
        <translation>Enlarge the second site, or back</translation>
    </message>
    <message>
        <source>Đổi chỗ hai điểm cầu</source>
        <translation>Swap the two sites</translation>
    </message>
    <message>
        <source>Đổi cách bày: hai hình bằng nhau, một hình lớn, hình trong hình</source>
        <translation>Change the layout: two equal, one large, picture in picture</translation>
    </message>
    <message>
        <source>Toàn màn hình (cũng là F11)</source>
        <translation>Full screen (also F11)</translation>
    </message>
    <message>
        <source>Đưa hình sang màn hình thứ hai, hoặc về lại</source>
        <translation>Put the pictures on the second screen, or back</translation>
    </message>
    <message>
        <source>Tắt hoặc bật tiếng</source>
        <translation>Sound off or on</translation>
    </message>
    <message>
        <source>Mở hoặc đóng công cụ bên cạnh</source>
        <translation>Open or close the tools at the side</translation>
    </message>
    <message>
        <source>Sang công cụ kế tiếp</source>
        <translation>To the next tool</translation>
    </message>
    <message>
        <source>Thôi toàn màn hình, hoặc đóng công cụ (vẫn ở trong cuộc họp)</source>
        <translation>Leave full screen, or close the tools (the meeting goes on)</translation>
    </message>
    <message>
        <source>Bảng phím tắt này</source>
        <translation>This list of keys</translation>
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
        <source>Hình trong hình</source>
        <translation>Picture in picture</translation>
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
        <source>{count} thư sẽ trở lại lúc {when}</source>
        <translation>Messages snoozed until {when}: {count}</translation>
    </message>
    <message>
        <source>Đã đưa {count} thư về hộp thư</source>
        <translation>Messages returned to the mailbox: {count}</translation>
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
        <source>{names} ({count})</source>
        <translation>{names} ({count})</translation>
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
        <source>không quan trọng</source>
        <translation>low importance</translation>
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
    <message>
        <source>phân loại {names}</source>
        <translation>categories {names}</translation>
    </message>
</context>
<context>
    <name>MicrophoneTry</name>
    <message>
        <source>Mức tiếng nói</source>
        <translation>Voice level</translation>
    </message>
    <message>
        <source>Mời anh/chị nói vài câu như khi phát biểu.</source>
        <translation>Please say a few sentences as you would when speaking.</translation>
    </message>
</context>
<context>
    <name>MinutesFiles</name>
    <message>
        <source>Xuất biên bản</source>
        <translation>Export minutes</translation>
    </message>
    <message>
        <source>Đã xuất biên bản: {name}</source>
        <translation>The minutes have been exported: {name}</translation>
    </message>
</context>
<context>
    <name>MinutesView</name>
    <message>
        <source>Biên bản cuộc họp</source>
        <translation>Minutes</translation>
    </message>
    <message>
        <source>Chèn</source>
        <translation>Insert</translation>
    </message>
    <message>
        <source>Kết quả điểm danh</source>
        <translation>Result of the roll call</translation>
    </message>
    <message>
        <source>Các ý kiến phát biểu</source>
        <translation>The contributions</translation>
    </message>
    <message>
        <source>Giờ kết thúc</source>
        <translation>Time of the end</translation>
    </message>
    <message>
        <source>Giờ hiện tại</source>
        <translation>Current time</translation>
    </message>
    <message>
        <source>Xuất</source>
        <translation>Export</translation>
    </message>
    <message>
        <source>Tệp Word (.docx)…</source>
        <translation>Word file (.docx)…</translation>
    </message>
    <message>
        <source>Tệp OpenDocument (.odt)…</source>
        <translation>OpenDocument file (.odt)…</translation>
    </message>
    <message>
        <source>Tệp PDF…</source>
        <translation>PDF file…</translation>
    </message>
    <message>
        <source>In…</source>
        <translation>Print…</translation>
    </message>
    <message>
        <source>Biên bản khác</source>
        <translation>Other minutes</translation>
    </message>
    <message>
        <source>Mở biên bản của cuộc họp khác còn trong Thư nháp</source>
        <translation>Open the minutes of another meeting still in Drafts</translation>
    </message>
    <message>
        <source>Đang mở biên bản…</source>
        <translation>Opening the minutes…</translation>
    </message>
    <message>
        <source>Đã mở lại biên bản đang viết.</source>
        <translation>The minutes being written are open again.</translation>
    </message>
    <message>
        <source>Biên bản mới, tự lưu khi viết.</source>
        <translation>New minutes; they are saved as you write.</translation>
    </message>
    <message>
        <source>Không có biên bản nào khác trong Thư nháp</source>
        <translation>No other minutes in Drafts</translation>
    </message>
    <message>
        <source>Đã lưu lúc {when} trong Thư nháp của máy này.</source>
        <translation>Saved at {when} in Drafts on this PC.</translation>
    </message>
    <message>
        <source>Chưa lưu được. Xin xuất ra tệp để khỏi mất.</source>
        <translation>Not saved yet. Please export to a file so that nothing is lost.</translation>
    </message>
    <message>
        <source>Chưa mở được hộp thư, nên biên bản chưa được lưu. Xin xuất ra tệp.</source>
        <translation>The mailbox could not be opened, so the minutes are not saved. Please export them to a file.</translation>
    </message>
    <message>
        <source>Biên bản</source>
        <translation>Minutes</translation>
    </message>
</context>
<context>
    <name>MomentDialog</name>
    <message>
        <source>Ngày</source>
        <translation>Date</translation>
    </message>
    <message>
        <source>Giờ</source>
        <translation>Time</translation>
    </message>
    <message>
        <source>Chọn</source>
        <translation>Choose</translation>
    </message>
    <message>
        <source>Thôi</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Lúc này đã qua.</source>
        <translation>This time has already passed.</translation>
    </message>
</context>
<context>
    <name>Moments</name>
    <message>
        <source>Hai giờ nữa</source>
        <translation>In two hours</translation>
    </message>
    <message>
        <source>Chiều nay 14:00</source>
        <translation>This afternoon 14:00</translation>
    </message>
    <message>
        <source>Sáng mai 8:00</source>
        <translation>Tomorrow morning 8:00</translation>
    </message>
    <message>
        <source>Thứ Hai 8:00</source>
        <translation>Monday 8:00</translation>
    </message>
    <message>
        <source>Một tuần nữa</source>
        <translation>In one week</translation>
    </message>
    <message>
        <source>Chọn lúc khác…</source>
        <translation>Choose another time…</translation>
    </message>
</context>
<context>
    <name>MonthGrid</name>
    <message>
        <source>+{count} nữa</source>
        <translation>+{count} more</translation>
    </message>
    <message>
        <source>{day}: còn {count} lịch nữa, xem cả ngày</source>
        <translation>{day}: {count} more, view the whole day</translation>
    </message>
</context>
<context>
    <name>MonthSheet</name>
    <message>
        <source>Lịch tháng: {day}, {count} lịch</source>
        <translation>Month calendar: {day}, events: {count}</translation>
    </message>
    <message>
        <source>Lịch tháng: {day}, không có lịch</source>
        <translation>Month calendar: {day}, no events</translation>
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
    <message>
        <source>{count} tệp, {size} trên {room} một thư được mang</source>
        <translation>Files: {count}, {size} of the {room} one message can carry</translation>
    </message>
</context>
<context>
    <name>NoticeBar</name>
    <message>
        <source>Đóng thông báo</source>
        <translation>Close notice</translation>
    </message>
    <message>
        <source>{text} · còn {left} giây</source>
        <translation>{text} · {left} s left</translation>
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
    <name>OwnControls</name>
    <message>
        <source>Bật micrô</source>
        <translation>Turn the microphone on</translation>
    </message>
    <message>
        <source>Bật camera</source>
        <translation>Turn the camera on</translation>
    </message>
    <message>
        <source>Chia sẻ</source>
        <translation>Share</translation>
    </message>
    <message>
        <source>Tắt micrô</source>
        <translation>Turn the microphone off</translation>
    </message>
    <message>
        <source>Tắt camera</source>
        <translation>Turn the camera off</translation>
    </message>
    <message>
        <source>Dừng chia sẻ</source>
        <translation>Stop sharing</translation>
    </message>
</context>
<context>
    <name>OwnDevices</name>
    <message>
        <source>Camera và micrô</source>
        <translation>Camera and microphone</translation>
    </message>
    <message>
        <source>Camera</source>
        <translation>Camera</translation>
    </message>
    <message>
        <source>Micrô</source>
        <translation>Microphone</translation>
    </message>
    <message>
        <source>Mức âm của micrô</source>
        <translation>Microphone level</translation>
    </message>
    <message>
        <source>Đóng</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>Thiết bị đã chọn không còn cắm</source>
        <translation>The chosen device is no longer plugged in</translation>
    </message>
    <message>
        <source>Chưa chọn</source>
        <translation>Not chosen</translation>
    </message>
    <message>
        <source>Tiếng vọng được khử bởi hệ thống.</source>
        <translation>Echo is cancelled by the system.</translation>
    </message>
</context>
<context>
    <name>OwnKeys</name>
    <message>
        <source>Phím cách</source>
        <translation>Space</translation>
    </message>
    <message>
        <source>Giữ để nói khi micrô đang tắt</source>
        <translation>Hold to speak while the microphone is off</translation>
    </message>
    <message>
        <source>Bật hoặc tắt micrô</source>
        <translation>Microphone on or off</translation>
    </message>
    <message>
        <source>Bật hoặc tắt camera</source>
        <translation>Camera on or off</translation>
    </message>
    <message>
        <source>Chia sẻ màn hình hay tài liệu, hoặc dừng</source>
        <translation>Share the screen or a document, or stop</translation>
    </message>
    <message>
        <source>Trang trước, trang sau của tài liệu đang chia sẻ</source>
        <translation>Previous, next page of the shared document</translation>
    </message>
    <message>
        <source>Chọn camera và micrô</source>
        <translation>Choose camera and microphone</translation>
    </message>
    <message>
        <source>Ẩn hoặc hiện hình của tôi</source>
        <translation>Hide or show my picture</translation>
    </message>
</context>
<context>
    <name>OwnNotice</name>
    <message>
        <source>Nhập mật khẩu…</source>
        <translation>Enter password…</translation>
    </message>
    <message>
        <source>Chọn thiết bị…</source>
        <translation>Choose device…</translation>
    </message>
    <message>
        <source>Bật micrô</source>
        <translation>Turn the microphone on</translation>
    </message>
    <message>
        <source>Dừng chia sẻ</source>
        <translation>Stop sharing</translation>
    </message>
</context>
<context>
    <name>OwnPicture</name>
    <message>
        <source>Hình của tôi</source>
        <translation>My picture</translation>
    </message>
    <message>
        <source>Hình của tôi, như bên kia thấy. Kéo sang góc khác; bấm chuột phải để ẩn.</source>
        <translation>My picture as the other side sees it. Drag it to another corner; right-click to hide it.</translation>
    </message>
</context>
<context>
    <name>OwnSharing</name>
    <message>
        <source>Cả màn hình ({width} × {height})</source>
        <translation>Whole screen ({width} × {height})</translation>
    </message>
    <message>
        <source>Màn hình {number} ({width} × {height})</source>
        <translation>Screen {number} ({width} × {height})</translation>
    </message>
    <message>
        <source>Một cửa sổ…</source>
        <translation>A window…</translation>
    </message>
    <message>
        <source>Tài liệu hoặc ảnh…</source>
        <translation>A document or picture…</translation>
    </message>
    <message>
        <source>Phiên làm việc này không cho chương trình nào nhìn màn hình. Hãy chia sẻ tài liệu.</source>
        <translation>This session lets no program see the screen. Please share a document.</translation>
    </message>
    <message>
        <source>Chia sẻ tài liệu</source>
        <translation>Share a document</translation>
    </message>
    <message>
        <source>Tài liệu PDF và ảnh ({kinds})</source>
        <translation>PDF documents and pictures ({kinds})</translation>
    </message>
    <message>
        <source>Không mở được tài liệu này để chia sẻ.</source>
        <translation>This document cannot be opened for sharing.</translation>
    </message>
</context>
<context>
    <name>OwnSignIn</name>
    <message>
        <source>Gửi hình của tôi</source>
        <translation>Send my picture</translation>
    </message>
    <message>
        <source>{receiver} không chấp nhận điều vừa nhập. Xin nhập lại.</source>
        <translation>{receiver} did not accept what was entered. Please enter it again.</translation>
    </message>
    <message>
        <source>{receiver} cần biết ai gửi hình. Nhập một lần, máy sẽ nhớ trong kho khoá.</source>
        <translation>{receiver} needs to know who sends the picture. Enter it once; this PC keeps it in the keyring.</translation>
    </message>
    <message>
        <source>Tên</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Cụm mật khẩu</source>
        <translation>Passphrase</translation>
    </message>
    <message>
        <source>Mật khẩu</source>
        <translation>Password</translation>
    </message>
    <message>
        <source>Gửi hình</source>
        <translation>Send picture</translation>
    </message>
    <message>
        <source>Để sau</source>
        <translation>Later</translation>
    </message>
</context>
<context>
    <name>OwnStation</name>
    <message>
        <source>Camera đang tắt</source>
        <translation>The camera is off</translation>
    </message>
    <message>
        <source>Chọn camera và micrô…</source>
        <translation>Choose camera and microphone…</translation>
    </message>
    <message>
        <source>Hiện hình của tôi</source>
        <translation>Show my picture</translation>
    </message>
    <message>
        <source>Góc trên bên phải</source>
        <translation>Top right</translation>
    </message>
    <message>
        <source>Góc trên bên trái</source>
        <translation>Top left</translation>
    </message>
    <message>
        <source>Góc dưới bên phải</source>
        <translation>Bottom right</translation>
    </message>
    <message>
        <source>Góc dưới bên trái</source>
        <translation>Bottom left</translation>
    </message>
</context>
<context>
    <name>OwnWords</name>
    <message>
        <source>Chưa gửi hình</source>
        <translation>Not sending a picture</translation>
    </message>
    <message>
        <source>Đang nối để gửi hình…</source>
        <translation>Connecting to send the picture…</translation>
    </message>
    <message>
        <source>Đường truyền yếu, hình gửi đi kém nét hơn</source>
        <translation>The line is weak; the picture is sent less sharp</translation>
    </message>
    <message>
        <source>Mất đường gửi hình, đang nối lại (lần {attempt})</source>
        <translation>The sending line is lost, reconnecting (attempt {attempt})</translation>
    </message>
    <message>
        <source>Mất đường gửi hình</source>
        <translation>The sending line is lost</translation>
    </message>
    <message>
        <source>Không gửi được hình: {reason}</source>
        <translation>The picture cannot be sent: {reason}</translation>
    </message>
    <message>
        <source>Đang được thấy và nghe</source>
        <translation>You are seen and heard</translation>
    </message>
    <message>
        <source>Đang được thấy</source>
        <translation>You are seen</translation>
    </message>
    <message>
        <source>Đang được nghe</source>
        <translation>You are heard</translation>
    </message>
    <message>
        <source>Đã nối, chưa gửi hình và tiếng</source>
        <translation>Connected, no picture or sound sent yet</translation>
    </message>
    <message>
        <source>không rõ lý do</source>
        <translation>no known reason</translation>
    </message>
    <message>
        <source>địa chỉ nơi nhận trong hồ sơ của bộ không hợp lệ</source>
        <translation>the receiver&apos;s address in the ministry&apos;s profile is not valid</translation>
    </message>
    <message>
        <source>nơi nhận hỏi tên và mật khẩu</source>
        <translation>the receiver asks for a name and password</translation>
    </message>
    <message>
        <source>nơi nhận không chấp nhận tên hoặc mật khẩu</source>
        <translation>the receiver did not accept the name or password</translation>
    </message>
    <message>
        <source>nơi nhận đòi gửi mật khẩu không mã hoá; hãy báo bộ phận công nghệ thông tin</source>
        <translation>the receiver wants the password sent unencrypted; please tell the IT department</translation>
    </message>
    <message>
        <source>nơi nhận không có chỗ dành cho bàn này</source>
        <translation>the receiver has no place for this desk</translation>
    </message>
    <message>
        <source>chỗ nhận đang có người khác gửi; sẽ thử lại</source>
        <translation>somebody else is sending to this place; will try again</translation>
    </message>
    <message>
        <source>máy chủ ấy không nhận hình</source>
        <translation>that server does not take pictures</translation>
    </message>
    <message>
        <source>không tìm thấy máy chủ nhận hình</source>
        <translation>the receiving server was not found</translation>
    </message>
    <message>
        <source>máy chủ nhận hình không trả lời; sẽ thử lại</source>
        <translation>the receiving server does not answer; will try again</translation>
    </message>
    <message>
        <source>chứng thư của máy chủ nhận hình không được tin cậy</source>
        <translation>the certificate of the receiving server is not trusted</translation>
    </message>
    <message>
        <source>máy này thiếu thư viện SRT</source>
        <translation>this PC lacks the SRT library</translation>
    </message>
    <message>
        <source>Cửa sổ đang chia sẻ đã đóng</source>
        <translation>The shared window was closed</translation>
    </message>
    <message>
        <source>Máy này không cho chia sẻ màn hình; hãy chia sẻ tài liệu</source>
        <translation>This PC does not allow sharing the screen; please share a document</translation>
    </message>
    <message>
        <source>Không thấy camera nào</source>
        <translation>No camera found</translation>
    </message>
    <message>
        <source>Camera đã bị rút; cắm lại là có hình ngay</source>
        <translation>The camera was unplugged; plug it in and the picture is back</translation>
    </message>
    <message>
        <source>Camera đang được chương trình khác dùng; hãy đóng chương trình ấy</source>
        <translation>Another program is using the camera; please close it</translation>
    </message>
    <message>
        <source>Hệ thống không cho dùng camera; hãy cho phép trong phần cài đặt riêng tư</source>
        <translation>The system does not allow using the camera; please allow it in the privacy settings</translation>
    </message>
    <message>
        <source>Camera không cho hình; hãy rút ra cắm lại</source>
        <translation>The camera gives no picture; please unplug it and plug it in again</translation>
    </message>
    <message>
        <source>Không thấy micrô nào</source>
        <translation>No microphone found</translation>
    </message>
    <message>
        <source>Micrô đã bị rút; cắm lại là nghe được ngay</source>
        <translation>The microphone was unplugged; plug it in and you are heard again</translation>
    </message>
    <message>
        <source>Micrô đang được chương trình khác dùng; hãy đóng chương trình ấy</source>
        <translation>Another program is using the microphone; please close it</translation>
    </message>
    <message>
        <source>Hệ thống không cho dùng micrô; hãy cho phép trong phần cài đặt riêng tư</source>
        <translation>The system does not allow using the microphone; please allow it in the privacy settings</translation>
    </message>
    <message>
        <source>Micrô không cho tiếng; hãy rút ra cắm lại</source>
        <translation>The microphone gives no sound; please unplug it and plug it in again</translation>
    </message>
    <message>
        <source>Micrô đang tắt, chưa ai nghe thấy. Giữ phím cách để nói.</source>
        <translation>The microphone is off and nobody hears you. Hold Space to speak.</translation>
    </message>
    <message>
        <source>Máy này không tự khử tiếng vọng: nên dùng tai nghe để bên kia không nghe lại tiếng họ.</source>
        <translation>This PC does not cancel echo itself: better use a headset so that the others do not hear themselves.</translation>
    </message>
    <message>
        <source>Hình thử (không dùng camera)</source>
        <translation>Test picture (no camera)</translation>
    </message>
    <message>
        <source>Âm thử (không dùng micrô)</source>
        <translation>Test sound (no microphone)</translation>
    </message>
</context>
<context>
    <name>PapersView</name>
    <message>
        <source>Tài liệu của cuộc họp</source>
        <translation>Papers of the meeting</translation>
    </message>
    <message>
        <source>Kèm giấy mời</source>
        <translation>With the invitation</translation>
    </message>
    <message>
        <source>Văn bản được nhắc đến</source>
        <translation>Documents mentioned</translation>
    </message>
    <message>
        <source>Chưa thấy giấy mời của cuộc họp này trong thư và lịch, hoặc giấy mời không có tài liệu kèm theo.</source>
        <translation>No invitation to this meeting was found in mail and calendar, or it came without papers.</translation>
    </message>
    <message>
        <source>Tệp này là một thư. Xin mở giấy mời trong trang Thư để đọc.</source>
        <translation>This file is a mail. Please open the invitation on the Mail page to read it.</translation>
    </message>
    <message>
        <source>Về danh sách tài liệu</source>
        <translation>Back to the list of papers</translation>
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
        <source>Thôi</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Đây vẫn là mật khẩu máy chủ vừa từ chối, nên không được gửi lại để tài khoản khỏi bị khoá. Xin nhập mật khẩu khác; nếu tài khoản vừa được mở khoá, xin mở lại chương trình rồi đăng nhập.</source>
        <translation>This is still the password the server just refused, so it is not sent again lest the account be locked. Please enter another one; if the account has just been unlocked, restart the program and sign in.</translation>
    </message>
</context>
<context>
    <name>PdfPages</name>
    <message>
        <source>Các trang của tệp PDF</source>
        <translation>Pages of the PDF file</translation>
    </message>
</context>
<context>
    <name>PicturePage</name>
    <message>
        <source>Ảnh {name}</source>
        <translation>Picture {name}</translation>
    </message>
</context>
<context>
    <name>PictureSendersList</name>
    <message>
        <source>Chưa có người gửi nào. Ảnh từ bên ngoài trong thư luôn bị chặn cho đến khi hỏi.</source>
        <translation>No senders yet. External pictures in messages are always blocked until you are asked.</translation>
    </message>
    <message>
        <source>Người gửi được hiện ảnh</source>
        <translation>Senders whose pictures are shown</translation>
    </message>
    <message>
        <source>Thôi hiện ảnh từ người này</source>
        <translation>Stop showing pictures from this sender</translation>
    </message>
</context>
<context>
    <name>PicturesBar</name>
    <message>
        <source>Hiện lần này</source>
        <translation>Show this time</translation>
    </message>
    <message>
        <source>Luôn hiện từ người gửi này</source>
        <translation>Always show from this sender</translation>
    </message>
    <message>
        <source>Luôn hiện ảnh trong thư từ {address}</source>
        <translation>Always show pictures in mail from {address}</translation>
    </message>
    <message>
        <source>Ảnh từ bên ngoài đã được chặn.</source>
        <translation>Pictures from outside were blocked.</translation>
    </message>
    <message>
        <source>Nội dung từ bên ngoài đã được chặn.</source>
        <translation>Content from outside was blocked.</translation>
    </message>
    <message>
        <source>Đang tải ảnh…</source>
        <translation>Loading pictures…</translation>
    </message>
    <message>
        <source>Không tải được {count} ảnh.</source>
        <translation>{count} pictures could not be loaded.</translation>
    </message>
    <message>
        <source>Chưa tải được ảnh: không có mạng. Thư vẫn đọc được.</source>
        <translation>The pictures are not loaded: no network. The mail can still be read.</translation>
    </message>
    <message>
        <source>Thử lại</source>
        <translation>Try again</translation>
    </message>
    <message>
        <source>Sẽ luôn hiện ảnh từ {address}. Đổi lại trong Cài đặt.</source>
        <translation>Pictures from {address} will always be shown. You can change this in Settings.</translation>
    </message>
</context>
<context>
    <name>PrintPreview</name>
    <message>
        <source>Xem trước khi in</source>
        <translation>Print preview</translation>
    </message>
    <message>
        <source>Trang {page}/{count}</source>
        <translation>Page {page}/{count}</translation>
    </message>
    <message>
        <source>In…</source>
        <translation>Print…</translation>
    </message>
    <message>
        <source>Lưu thành PDF…</source>
        <translation>Save as PDF…</translation>
    </message>
    <message>
        <source>Đóng</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>Đã gửi thư tới máy in.</source>
        <translation>The mail was sent to the printer.</translation>
    </message>
    <message>
        <source>Máy in không nhận thư này.</source>
        <translation>The printer did not accept this mail.</translation>
    </message>
    <message>
        <source>Lưu thành PDF</source>
        <translation>Save as PDF</translation>
    </message>
    <message>
        <source>Không ghi được tệp vào chỗ đã chọn. Xin chọn chỗ khác.</source>
        <translation>The file could not be written to the chosen place. Please choose another.</translation>
    </message>
    <message>
        <source>Đã lưu “{name}”.</source>
        <translation>Saved “{name}”.</translation>
    </message>
</context>
<context>
    <name>Printing</name>
    <message>
        <source>Từ</source>
        <translation>From</translation>
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
        <source>Ngày</source>
        <translation>Date</translation>
    </message>
    <message>
        <source>Tiêu đề</source>
        <translation>Subject</translation>
    </message>
    <message>
        <source>(không có chủ đề)</source>
        <translation>(no subject)</translation>
    </message>
    <message>
        <source>Tệp kèm</source>
        <translation>Attachments</translation>
    </message>
    <message>
        <source>Không dựng được bản in của thư này.</source>
        <translation>The print version of this mail could not be made.</translation>
    </message>
    <message>
        <source>Không đủ chỗ trên máy để dựng bản in.</source>
        <translation>There is not enough space on this PC to make the print version.</translation>
    </message>
</context>
<context>
    <name>ProposeDialog</name>
    <message>
        <source>Đề xuất giờ khác</source>
        <translation>Propose another time</translation>
    </message>
    <message>
        <source>Giờ mời: {when}</source>
        <translation>Invited time: {when}</translation>
    </message>
    <message>
        <source>Có thể dự giờ cũ</source>
        <translation>I can attend at the original time</translation>
    </message>
    <message>
        <source>Không dự được giờ cũ</source>
        <translation>I cannot attend at the original time</translation>
    </message>
    <message>
        <source>Lời nhắn</source>
        <translation>Message</translation>
    </message>
    <message>
        <source>Lời nhắn (không bắt buộc)</source>
        <translation>Message (optional)</translation>
    </message>
    <message>
        <source>Một thư sẽ gửi cho {name}.</source>
        <translation>A mail will be sent to {name}.</translation>
    </message>
    <message>
        <source>Gửi đề xuất</source>
        <translation>Send proposal</translation>
    </message>
    <message>
        <source>Thôi</source>
        <translation>Cancel</translation>
    </message>
</context>
<context>
    <name>Quota</name>
    <message>
        <source>Máy chủ không cho biết dung lượng hộp thư.</source>
        <translation>The server does not tell the size of the mailbox.</translation>
    </message>
    <message>
        <source>Hộp thư đang dùng {used}; máy chủ không đặt giới hạn.</source>
        <translation>The mailbox uses {used}; the server sets no limit.</translation>
    </message>
    <message>
        <source>Hộp thư đang dùng {used} trong {limit}.</source>
        <translation>The mailbox uses {used} of {limit}.</translation>
    </message>
    <message>
        <source>Hộp thư đã đầy: không gửi và không nhận được thư nữa.</source>
        <translation>The mailbox is full: no more mail can be sent or received.</translation>
    </message>
    <message>
        <source>Hộp thư đã đầy: không gửi được thư nữa.</source>
        <translation>The mailbox is full: no more mail can be sent.</translation>
    </message>
    <message>
        <source>Hộp thư sắp đầy.</source>
        <translation>The mailbox is nearly full.</translation>
    </message>
    <message>
        <source>Hãy xoá bớt thư có tệp lớn rồi dọn Thư đã xoá.</source>
        <translation>Please delete some mail with large attachments, then empty Deleted.</translation>
    </message>
</context>
<context>
    <name>QuotaDialog</name>
    <message>
        <source>Dung lượng hộp thư</source>
        <translation>Mailbox size</translation>
    </message>
    <message>
        <source>Đang hỏi máy chủ…</source>
        <translation>Asking the server…</translation>
    </message>
</context>
<context>
    <name>QuotedView</name>
    <message>
        <source>Thư gốc, gửi kèm bên dưới</source>
        <translation>Original mail, sent along below</translation>
    </message>
    <message>
        <source>Sửa phần này</source>
        <translation>Edit this part</translation>
    </message>
    <message>
        <source>Đưa thư gốc vào chỗ soạn để sửa</source>
        <translation>Bring the original mail into the text to edit it</translation>
    </message>
    <message>
        <source>Không gửi kèm</source>
        <translation>Do not send along</translation>
    </message>
    <message>
        <source>Thư gốc được trích</source>
        <translation>Quoted original mail</translation>
    </message>
    <message>
        <source>Phần sau của thư gốc không hiện ở đây nhưng vẫn được gửi.</source>
        <translation>The rest of the original mail is not shown here but will still be sent.</translation>
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
        <source>Liên kết này không mở được: nó không dẫn tới trang web hay địa chỉ thư.</source>
        <translation>This link cannot be opened: it leads to no web page or mail address.</translation>
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
        <source>Quan trọng</source>
        <translation>High importance</translation>
    </message>
    <message>
        <source>Không quan trọng</source>
        <translation>Low importance</translation>
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
    <name>ReadingSide</name>
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
        <source>Soạn thư</source>
        <translation>New mail</translation>
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
        <source>Phân loại</source>
        <translation>Categorise</translation>
    </message>
    <message>
        <source>Đánh dấu đã đọc, chưa đọc</source>
        <translation>Mark as read or unread</translation>
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
        <source>Thư trước trong cuộc trao đổi</source>
        <translation>Previous mail in the conversation</translation>
    </message>
    <message>
        <source>Thư sau trong cuộc trao đổi</source>
        <translation>Next mail in the conversation</translation>
    </message>
    <message>
        <source>Tìm trong thư đang đọc</source>
        <translation>Find in this mail</translation>
    </message>
    <message>
        <source>Chỗ trước</source>
        <translation>Previous match</translation>
    </message>
    <message>
        <source>Lưu thư thành tệp</source>
        <translation>Save mail as a file</translation>
    </message>
    <message>
        <source>Xuất cả danh sách (mbox)…</source>
        <translation>Export the whole list (mbox)…</translation>
    </message>
    <message>
        <source>Mở trong cửa sổ riêng</source>
        <translation>Open in a separate window</translation>
    </message>
    <message>
        <source>Mở tệp thư (.eml)…</source>
        <translation>Open a mail file (.eml)…</translation>
    </message>
</context>
<context>
    <name>RecordingControl</name>
    <message>
        <source>Ghi hình</source>
        <translation>Record</translation>
    </message>
    <message>
        <source>Dừng ghi</source>
        <translation>Stop recording</translation>
    </message>
    <message>
        <source>Đang ghi hình</source>
        <translation>Recording</translation>
    </message>
    <message>
        <source>Chọn thư mục…</source>
        <translation>Choose folder…</translation>
    </message>
    <message>
        <source>Thư mục ghi hình</source>
        <translation>Folder for recordings</translation>
    </message>
    <message>
        <source>Mở thư mục</source>
        <translation>Open folder</translation>
    </message>
</context>
<context>
    <name>RecordingMark</name>
    <message>
        <source>Đang ghi hình, được {count} phút</source>
        <translation>Recording for {count} min</translation>
    </message>
</context>
<context>
    <name>RecordingQuestion</name>
    <message>
        <source>Ghi hình cuộc họp</source>
        <translation>Record the meeting</translation>
    </message>
    <message>
        <source>Ghi hình “{title}”?</source>
        <translation>Record “{title}”?</translation>
    </message>
    <message>
        <source>Trước khi ghi, hãy báo để mọi người ở cả hai điểm cầu biết cuộc họp được ghi hình và ghi tiếng.</source>
        <translation>Before recording, please tell everyone at both sites that picture and sound of the meeting are being recorded.</translation>
    </message>
    <message>
        <source>Hình và tiếng của hai điểm cầu được ghi nguyên như nhận được. Tệp chỉ nằm trên máy này, không mã hoá.</source>
        <translation>Picture and sound of both sites are kept just as they are received. The files lie on this PC only, not encrypted.</translation>
    </message>
    <message>
        <source>Đổi thư mục…</source>
        <translation>Change folder…</translation>
    </message>
    <message>
        <source>Đã báo, bắt đầu ghi</source>
        <translation>Told them, start recording</translation>
    </message>
    <message>
        <source>Không ghi</source>
        <translation>Do not record</translation>
    </message>
    <message>
        <source>Thư mục ghi hình</source>
        <translation>Folder for recordings</translation>
    </message>
    <message>
        <source>Lưu vào: {folder}</source>
        <translation>Save in: {folder}</translation>
    </message>
</context>
<context>
    <name>RecordingWords</name>
    <message>
        <source>Chưa ghi hình được: đĩa chỉ còn trống {free}, cần ít nhất {needed}. Hãy chọn thư mục khác hoặc giải phóng chỗ.</source>
        <translation>Cannot record: only {free} free on the disk, at least {needed} is needed. Please choose another folder or free some space.</translation>
    </message>
    <message>
        <source>Chưa ghi hình được: đĩa đã đầy. Hãy chọn thư mục khác.</source>
        <translation>Cannot record: the disk is full. Please choose another folder.</translation>
    </message>
    <message>
        <source>Không ghi được vào thư mục đã chọn. Hãy chọn thư mục khác.</source>
        <translation>The chosen folder cannot be written. Please choose another folder.</translation>
    </message>
    <message>
        <source>Đã dừng ghi hình vì đĩa sắp đầy. Phần đã ghi ({length}, {size}) được giữ nguyên.</source>
        <translation>Recording stopped because the disk is nearly full. What was recorded ({length}, {size}) is kept.</translation>
    </message>
    <message>
        <source>Đã dừng ghi hình vì không ghi được vào thư mục nữa. Phần đã ghi ({length}, {size}) vẫn còn.</source>
        <translation>Recording stopped because the folder can no longer be written. What was recorded ({length}, {size}) is kept.</translation>
    </message>
    <message>
        <source>Đã dừng ghi hình; chưa có hình nào được ghi.</source>
        <translation>Recording stopped; no picture had been recorded yet.</translation>
    </message>
    <message>
        <source>Đã ghi hình xong: {length}, {size}.</source>
        <translation>Recording finished: {length}, {size}.</translation>
    </message>
    <message>
        <source>Đĩa chỉ còn trống {free}; việc ghi hình sẽ tự dừng trước khi đĩa đầy.</source>
        <translation>Only {free} free on the disk; the recording will stop before it is full.</translation>
    </message>
    <message>
        <source>Đĩa chỉ còn trống {free}, đủ ghi khoảng {minutes} phút nữa rồi tự dừng.</source>
        <translation>Only {free} free on the disk, enough for about {minutes} more minutes; then the recording stops.</translation>
    </message>
    <message>
        <source>Đĩa ghi không kịp: bản ghi của {site} thiếu một đoạn. Hình trên màn hình không bị ảnh hưởng.</source>
        <translation>The disk is too slow: a part is missing in the recording of {site}. The picture on screen is not affected.</translation>
    </message>
    <message>
        <source>Lần trước Bàn Công Vụ dừng đột ngột khi đang ghi hình “{title}” ({when}). Phần đã ghi ({size}) vẫn xem được.</source>
        <translation>Last time Bàn Công Vụ ended suddenly while recording “{title}” ({when}). What was recorded ({size}) can be played.</translation>
    </message>
    <message>
        <source>Có {count} bản ghi hình dừng đột ngột. Phần đã ghi ({size}) vẫn xem được.</source>
        <translation>{count} recordings ended suddenly. What was recorded ({size}) can be played.</translation>
    </message>
    <message>
        <source>Mở thư mục</source>
        <translation>Open folder</translation>
    </message>
</context>
<context>
    <name>RecurrenceEditor</name>
    <message>
        <source>Lặp lại</source>
        <translation>Repeat</translation>
    </message>
    <message>
        <source>Cứ bao nhiêu một lần</source>
        <translation>Repeat every</translation>
    </message>
    <message>
        <source>Cứ</source>
        <translation>Every</translation>
    </message>
    <message>
        <source>Kết thúc lặp lại</source>
        <translation>End of repetition</translation>
    </message>
    <message>
        <source>Không kết thúc</source>
        <translation>No end</translation>
    </message>
    <message>
        <source>Đến ngày</source>
        <translation>Until a date</translation>
    </message>
    <message>
        <source>Sau số lần</source>
        <translation>After a number of times</translation>
    </message>
    <message>
        <source>Lặp lại đến ngày</source>
        <translation>Repeat until</translation>
    </message>
    <message>
        <source>Số lần lặp lại</source>
        <translation>Number of times</translation>
    </message>
    <message>
        <source>Không lặp lại</source>
        <translation>Does not repeat</translation>
    </message>
    <message>
        <source>Hằng ngày</source>
        <translation>Daily</translation>
    </message>
    <message>
        <source>Các ngày làm việc</source>
        <translation>Working days</translation>
    </message>
    <message>
        <source>Hằng tuần</source>
        <translation>Weekly</translation>
    </message>
    <message>
        <source>Hằng tháng, ngày {day}</source>
        <translation>Monthly, on day {day}</translation>
    </message>
    <message>
        <source>Hằng tháng, {day} {week}</source>
        <translation>Monthly, {week} {day}</translation>
    </message>
    <message>
        <source>Hằng năm, ngày {day}/{month}</source>
        <translation>Yearly, on {day}/{month}</translation>
    </message>
    <message>
        <source>Giữ nguyên: {words}</source>
        <translation>Keep as it is: {words}</translation>
    </message>
    <message>
        <source>ngày một lần</source>
        <translation>day(s)</translation>
    </message>
    <message>
        <source>tuần một lần</source>
        <translation>week(s)</translation>
    </message>
    <message>
        <source>tháng một lần</source>
        <translation>month(s)</translation>
    </message>
</context>
<context>
    <name>Refusals</name>
    <message>
        <source>Xem trong lịch</source>
        <translation>Show in calendar</translation>
    </message>
    <message>
        <source>(không có tên)</source>
        <translation>(no title)</translation>
    </message>
    <message>
        <source>Máy chủ không nhận lịch “{title}”; lịch này đã được bỏ.</source>
        <translation>The server did not accept the event “{title}”; it has been dropped.</translation>
    </message>
    <message>
        <source>Máy chủ không nhận thay đổi của “{title}”; lịch giữ như cũ.</source>
        <translation>The server did not accept the change to “{title}”; the event stays as it was.</translation>
    </message>
    <message>
        <source>Máy chủ không cho xoá, huỷ “{title}”; lịch vẫn còn.</source>
        <translation>The server did not allow “{title}” to be deleted or cancelled; it is still in the calendar.</translation>
    </message>
    <message>
        <source>Máy chủ không nhận câu trả lời cho “{title}”. Hãy trả lời lại.</source>
        <translation>The server did not accept the answer to “{title}”. Please answer again.</translation>
    </message>
    <message>
        <source>Máy chủ không nhận đề xuất giờ khác cho “{title}”.</source>
        <translation>The server did not accept the proposal of another time for “{title}”.</translation>
    </message>
    <message>
        <source>Máy chủ không nhận việc vừa làm với “{title}”.</source>
        <translation>The server did not accept what was just done with “{title}”.</translation>
    </message>
    <message>
        <source>Không có quyền với lịch này.</source>
        <translation>You have no rights to this calendar.</translation>
    </message>
    <message>
        <source>Lịch này không còn trên máy chủ.</source>
        <translation>This event is no longer on the server.</translation>
    </message>
    <message>
        <source>Thời gian nằm ngoài phạm vi máy chủ nhận.</source>
        <translation>The time is outside the range the server accepts.</translation>
    </message>
    <message>
        <source>Hộp thư đã đầy.</source>
        <translation>The mailbox is full.</translation>
    </message>
    <message>
        <source>Mã của máy chủ: {code}.</source>
        <translation>Server code: {code}.</translation>
    </message>
</context>
<context>
    <name>RehearsalWindow</name>
    <message>
        <source>Họp thử</source>
        <translation>Rehearsal</translation>
    </message>
    <message>
        <source>Bật tiếng</source>
        <translation>Sound on</translation>
    </message>
    <message>
        <source>Kết thúc họp thử</source>
        <translation>End the rehearsal</translation>
    </message>
    <message>
        <source>Tắt tiếng</source>
        <translation>Sound off</translation>
    </message>
    <message>
        <source>Máy này không phát tiếng và hình của anh/chị. Tự kết thúc sau {left}.</source>
        <translation>This PC does not send your sound or picture. Ends by itself in {left}.</translation>
    </message>
    <message>
        <source>Họp thử đã xong. Chưa thấy hình của: {sites}.</source>
        <translation>The rehearsal is over. No picture was seen from: {sites}.</translation>
    </message>
    <message>
        <source>Họp thử đã xong: thấy hình của cả hai điểm cầu.</source>
        <translation>The rehearsal is over: the pictures of both sites were seen.</translation>
    </message>
    <message>
        <source>Đóng</source>
        <translation>Close</translation>
    </message>
</context>
<context>
    <name>RejoinBar</name>
    <message>
        <source>Vào lại</source>
        <translation>Rejoin</translation>
    </message>
    <message>
        <source>Vào lại: {title}</source>
        <translation>Rejoin: {title}</translation>
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
    <name>ReminderCard</name>
    <message>
        <source>(không có tên)</source>
        <translation>(no title)</translation>
    </message>
    <message>
        <source>Vào họp</source>
        <translation>Join the meeting</translation>
    </message>
    <message>
        <source>Nhắc lại sau 5 phút</source>
        <translation>Remind me again in 5 minutes</translation>
    </message>
    <message>
        <source>Bỏ qua</source>
        <translation>Dismiss</translation>
    </message>
    <message>
        <source>Xem</source>
        <translation>View</translation>
    </message>
    <message>
        <source>Bắt đầu sau {length}</source>
        <translation>Starts in {length}</translation>
    </message>
    <message>
        <source>Bắt đầu ngay bây giờ</source>
        <translation>Starts now</translation>
    </message>
    <message>
        <source>Đã bắt đầu {length} trước</source>
        <translation>Started {length} ago</translation>
    </message>
    <message>
        <source>Nhắc lịch: {title}. {when}</source>
        <translation>Reminder: {title}. {when}</translation>
    </message>
</context>
<context>
    <name>ReminderPanel</name>
    <message>
        <source>Nhắc lịch</source>
        <translation>Reminders</translation>
    </message>
    <message>
        <source>và {count} lời nhắc khác</source>
        <translation>and {count} more reminders</translation>
    </message>
</context>
<context>
    <name>Reminders</name>
    <message>
        <source>Thư hẹn xem lại đã về: {subject}</source>
        <translation>A snoozed mail is back: {subject}</translation>
    </message>
    <message>
        <source>{count} thư hẹn xem lại đã về hộp thư</source>
        <translation>{count} snoozed mails are back in the mailbox</translation>
    </message>
    <message>
        <source>Mở</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>Chưa có trả lời cho thư “{subject}”, gửi {when}</source>
        <translation>No reply yet to the mail “{subject}”, sent {when}</translation>
    </message>
    <message>
        <source>{count} thư đã đến hạn mà chưa có trả lời</source>
        <translation>{count} mails are due and have had no reply</translation>
    </message>
    <message>
        <source>Xem</source>
        <translation>View</translation>
    </message>
</context>
<context>
    <name>RestoreKeyDialog</name>
    <message>
        <source>Khôi phục khoá của kho thư</source>
        <translation>Restore the mail store key</translation>
    </message>
    <message>
        <source>Chọn tệp bản khôi phục đã cất trước đây và nhập cụm mật khẩu của nó. Thư đã lưu sẽ mở lại được.</source>
        <translation>Choose the recovery file you stored earlier and enter its passphrase. The saved mail can then be opened again.</translation>
    </message>
    <message>
        <source>Tệp bản khôi phục</source>
        <translation>Recovery file</translation>
    </message>
    <message>
        <source>Chọn tệp…</source>
        <translation>Choose file…</translation>
    </message>
    <message>
        <source>Cụm mật khẩu của bản khôi phục</source>
        <translation>Passphrase of the recovery file</translation>
    </message>
    <message>
        <source>Khôi phục</source>
        <translation>Restore</translation>
    </message>
    <message>
        <source>Thôi</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Đang mở bản khôi phục…</source>
        <translation>Opening the recovery file…</translation>
    </message>
    <message>
        <source>Không đọc được tệp này.</source>
        <translation>This file could not be read.</translation>
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
    <name>RollCallView</name>
    <message>
        <source>Người dự, theo điểm cầu</source>
        <translation>People, by site</translation>
    </message>
    <message>
        <source>Thêm người, rồi Enter</source>
        <translation>Add a person, then Enter</translation>
    </message>
    <message>
        <source>Tên người dự</source>
        <translation>Name of the person</translation>
    </message>
    <message>
        <source>Điểm cầu của người thêm</source>
        <translation>Site of the person added</translation>
    </message>
    <message>
        <source>Có mặt (C)</source>
        <translation>Present (C)</translation>
    </message>
    <message>
        <source>Muộn (M)</source>
        <translation>Late (M)</translation>
    </message>
    <message>
        <source>Vắng (V)</source>
        <translation>Absent (V)</translation>
    </message>
    <message>
        <source>Thêm người được mời</source>
        <translation>Add those invited</translation>
    </message>
    <message>
        <source>Chép kết quả</source>
        <translation>Copy result</translation>
    </message>
    <message>
        <source>Xoá dấu: Backspace · Bỏ tên: Delete · Sửa tên: F2 · Sang điểm cầu kia: X · Hoàn tác: Ctrl+Z</source>
        <translation>Clear: Backspace · Remove: Delete · Rename: F2 · To the other site: X · Undo: Ctrl+Z</translation>
    </message>
    <message>
        <source>Thêm {count} người được mời</source>
        <translation>Add {count} people invited</translation>
    </message>
    <message>
        <source>Chưa có ai trong danh sách. Gõ tên rồi Enter, hoặc thêm người được mời.</source>
        <translation>Nobody is on the list yet. Type a name, then Enter, or add those invited.</translation>
    </message>
    <message>
        <source>Có mặt {there}/{all} · muộn {late} · vắng {absent} · chưa gọi {waiting}</source>
        <translation>Present {there}/{all} · late {late} · absent {absent} · not called {waiting}</translation>
    </message>
    <message>
        <source>Có mặt</source>
        <translation>Present</translation>
    </message>
    <message>
        <source>Muộn</source>
        <translation>Late</translation>
    </message>
    <message>
        <source>Vắng</source>
        <translation>Absent</translation>
    </message>
    <message>
        <source>Chưa gọi</source>
        <translation>Not called</translation>
    </message>
</context>
<context>
    <name>RoomField</name>
    <message>
        <source>Địa điểm</source>
        <translation>Place</translation>
    </message>
    <message>
        <source>Địa điểm, hoặc liên kết họp</source>
        <translation>Place, or meeting link</translation>
    </message>
    <message>
        <source>Phòng họp…</source>
        <translation>Meeting rooms…</translation>
    </message>
    <message>
        <source>Bỏ phòng {name}</source>
        <translation>Remove room {name}</translation>
    </message>
    <message>
        <source>Đang hỏi…</source>
        <translation>Asking…</translation>
    </message>
    <message>
        <source>Các phòng họp</source>
        <translation>Meeting rooms</translation>
    </message>
    <message>
        <source>Chưa biết phòng họp nào. Danh sách sẽ có khi có mạng.</source>
        <translation>No meeting rooms are known yet. The list will appear when there is a network.</translation>
    </message>
</context>
<context>
    <name>RuleWords</name>
    <message>
        <source>không làm gì</source>
        <translation>do nothing</translation>
    </message>
    <message>
        <source>có thư đến</source>
        <translation>mail arrives</translation>
    </message>
    <message>
        <source>Nếu {conditions} thì {actions}.</source>
        <translation>If {conditions}, then {actions}.</translation>
    </message>
    <message>
        <source>Trừ khi {exceptions}.</source>
        <translation>Except if {exceptions}.</translation>
    </message>
    <message>
        <source>người gửi là {0}</source>
        <translation>the sender is {0}</translation>
    </message>
    <message>
        <source>địa chỉ người gửi có {0}</source>
        <translation>the sender’s address contains {0}</translation>
    </message>
    <message>
        <source>địa chỉ người nhận có {0}</source>
        <translation>a recipient’s address contains {0}</translation>
    </message>
    <message>
        <source>chủ đề có {0}</source>
        <translation>the subject contains {0}</translation>
    </message>
    <message>
        <source>nội dung có {0}</source>
        <translation>the text contains {0}</translation>
    </message>
    <message>
        <source>chủ đề hoặc nội dung có {0}</source>
        <translation>the subject or text contains {0}</translation>
    </message>
    <message>
        <source>phần đầu thư có {0}</source>
        <translation>the mail header contains {0}</translation>
    </message>
    <message>
        <source>thư gửi đến {0}</source>
        <translation>the mail is sent to {0}</translation>
    </message>
    <message>
        <source>thư gửi đến tôi</source>
        <translation>the mail is sent to me</translation>
    </message>
    <message>
        <source>thư chỉ gửi cho tôi</source>
        <translation>the mail is sent only to me</translation>
    </message>
    <message>
        <source>tôi ở dòng đồng gửi</source>
        <translation>I am on the Cc line</translation>
    </message>
    <message>
        <source>tôi ở dòng đến hoặc đồng gửi</source>
        <translation>I am on the To or Cc line</translation>
    </message>
    <message>
        <source>thư không gửi đến tôi</source>
        <translation>the mail is not sent to me</translation>
    </message>
    <message>
        <source>thư có tệp đính kèm</source>
        <translation>the mail has attachments</translation>
    </message>
    <message>
        <source>mức quan trọng là {0}</source>
        <translation>the importance is {0}</translation>
    </message>
    <message>
        <source>mức riêng tư là {0}</source>
        <translation>the sensitivity is {0}</translation>
    </message>
    <message>
        <source>thư có phân loại {0}</source>
        <translation>the mail has the category {0}</translation>
    </message>
    <message>
        <source>thư được gắn cờ</source>
        <translation>the mail is flagged</translation>
    </message>
    <message>
        <source>thư là giấy mời họp</source>
        <translation>the mail is a meeting invitation</translation>
    </message>
    <message>
        <source>thư là trả lời giấy mời họp</source>
        <translation>the mail answers a meeting invitation</translation>
    </message>
    <message>
        <source>thư là trả lời tự động</source>
        <translation>the mail is an automatic reply</translation>
    </message>
    <message>
        <source>thư được chuyển tiếp tự động</source>
        <translation>the mail was forwarded automatically</translation>
    </message>
    <message>
        <source>thư báo không gửi được</source>
        <translation>the mail is a non-delivery report</translation>
    </message>
    <message>
        <source>thư báo đã đọc</source>
        <translation>the mail is a read receipt</translation>
    </message>
    <message>
        <source>thư được mã hoá</source>
        <translation>the mail is encrypted</translation>
    </message>
    <message>
        <source>thư được ký số</source>
        <translation>the mail is digitally signed</translation>
    </message>
    <message>
        <source>dung lượng {0}</source>
        <translation>the size is {0}</translation>
    </message>
    <message>
        <source>ngày nhận {0}</source>
        <translation>the date received is {0}</translation>
    </message>
    <message>
        <source>điều kiện “{name}”</source>
        <translation>the condition “{name}” holds</translation>
    </message>
    <message>
        <source>chuyển vào thư mục {0}</source>
        <translation>move to the folder {0}</translation>
    </message>
    <message>
        <source>chép vào thư mục {0}</source>
        <translation>copy to the folder {0}</translation>
    </message>
    <message>
        <source>xoá</source>
        <translation>delete</translation>
    </message>
    <message>
        <source>xoá hẳn</source>
        <translation>delete for good</translation>
    </message>
    <message>
        <source>đánh dấu đã đọc</source>
        <translation>mark as read</translation>
    </message>
    <message>
        <source>đặt mức quan trọng {0}</source>
        <translation>set the importance to {0}</translation>
    </message>
    <message>
        <source>đặt phân loại {0}</source>
        <translation>set the category {0}</translation>
    </message>
    <message>
        <source>chuyển tiếp cho {0}</source>
        <translation>forward to {0}</translation>
    </message>
    <message>
        <source>chuyển tiếp như tệp đính kèm cho {0}</source>
        <translation>forward as an attachment to {0}</translation>
    </message>
    <message>
        <source>chuyển hướng đến {0}</source>
        <translation>redirect to {0}</translation>
    </message>
    <message>
        <source>trả lời bằng thư mẫu</source>
        <translation>reply with a template</translation>
    </message>
    <message>
        <source>nhắn tin cho {0}</source>
        <translation>send a text message to {0}</translation>
    </message>
    <message>
        <source>không áp dụng các quy tắc sau</source>
        <translation>do not apply the rules that follow</translation>
    </message>
    <message>
        <source>làm việc “{name}”</source>
        <translation>do “{name}”</translation>
    </message>
    <message>
        <source>(không rõ, có thể đã bị xoá)</source>
        <translation>(unknown, may have been deleted)</translation>
    </message>
    <message>
        <source>hoặc</source>
        <translation>or</translation>
    </message>
    <message>
        <source>và {count} mục nữa</source>
        <translation>and {count} more</translation>
    </message>
    <message>
        <source>từ {size}</source>
        <translation>from {size}</translation>
    </message>
    <message>
        <source>đến {size}</source>
        <translation>up to {size}</translation>
    </message>
    <message>
        <source>từ {day}</source>
        <translation>from {day}</translation>
    </message>
    <message>
        <source>đến {day}</source>
        <translation>until {day}</translation>
    </message>
    <message>
        <source>cao</source>
        <translation>high</translation>
    </message>
    <message>
        <source>thấp</source>
        <translation>low</translation>
    </message>
    <message>
        <source>thường</source>
        <translation>normal</translation>
    </message>
    <message>
        <source>và</source>
        <translation>and</translation>
    </message>
</context>
<context>
    <name>RulesDialog</name>
    <message>
        <source>Quy tắc hộp thư</source>
        <translation>Inbox rules</translation>
    </message>
    <message>
        <source>Máy chủ áp dụng các quy tắc này với thư đến, theo thứ tự từ trên xuống.</source>
        <translation>The server applies these rules to incoming mail, from top to bottom.</translation>
    </message>
    <message>
        <source>Các quy tắc</source>
        <translation>Rules</translation>
    </message>
    <message>
        <source>Quy tắc được chọn</source>
        <translation>Selected rule</translation>
    </message>
    <message>
        <source>Đang hỏi máy chủ…</source>
        <translation>Asking the server…</translation>
    </message>
    <message>
        <source>(không tên)</source>
        <translation>(no name)</translation>
    </message>
    <message>
        <source>đang bật</source>
        <translation>on</translation>
    </message>
    <message>
        <source>đang tắt</source>
        <translation>off</translation>
    </message>
    <message>
        <source>Hộp thư này chưa có quy tắc nào trên máy chủ.</source>
        <translation>This mailbox has no rules on the server yet.</translation>
    </message>
    <message>
        <source>Outlook còn giữ quy tắc riêng của nó cho hộp thư này. Bật, tắt ở đây sẽ làm mất chúng, nên hãy đổi quy tắc trong Outlook.</source>
        <translation>Outlook keeps rules of its own for this mailbox. Turning rules on or off here would lose them, so please change rules in Outlook.</translation>
    </message>
    <message>
        <source>Máy chủ báo quy tắc này đang bị lỗi và không áp dụng được.</source>
        <translation>The server reports that this rule has an error and cannot be applied.</translation>
    </message>
    <message>
        <source>Quy tắc này chỉ đổi được trong Outlook.</source>
        <translation>This rule can only be changed in Outlook.</translation>
    </message>
    <message>
        <source>Đang bật quy tắc…</source>
        <translation>Turning the rule on…</translation>
    </message>
    <message>
        <source>Đang tắt quy tắc…</source>
        <translation>Turning the rule off…</translation>
    </message>
</context>
<context>
    <name>ScreenWindow</name>
    <message>
        <source>Bàn Công Vụ – hình cuộc họp</source>
        <translation>Bàn Công Vụ – pictures of the meeting</translation>
    </message>
    <message>
        <source>Hình cuộc họp trên màn hình thứ hai</source>
        <translation>Pictures of the meeting on the second screen</translation>
    </message>
</context>
<context>
    <name>Search</name>
    <message>
        <source>người gửi</source>
        <translation>sender</translation>
    </message>
    <message>
        <source>người nhận</source>
        <translation>recipient</translation>
    </message>
    <message>
        <source>chữ trong tiêu đề</source>
        <translation>words in the subject</translation>
    </message>
    <message>
        <source>có tệp đính kèm</source>
        <translation>has an attachment</translation>
    </message>
    <message>
        <source>chữ trong tệp đính kèm</source>
        <translation>words in an attachment</translation>
    </message>
    <message>
        <source>trước ngày, ví dụ trước:5/3/2026</source>
        <translation>before a date, e.g. trước:5/3/2026</translation>
    </message>
    <message>
        <source>từ ngày, ví dụ sau:tháng-này</source>
        <translation>from a date on, e.g. sau:tháng-này</translation>
    </message>
    <message>
        <source>trong thư mục</source>
        <translation>in a folder</translation>
    </message>
    <message>
        <source>thư chưa đọc</source>
        <translation>unread mail</translation>
    </message>
    <message>
        <source>đúng cụm từ, ví dụ &quot;quý III&quot;</source>
        <translation>exact phrase, e.g. &quot;quý III&quot;</translation>
    </message>
    <message>
        <source>không có từ, ví dụ -dự-thảo</source>
        <translation>without a word, e.g. -dự-thảo</translation>
    </message>
    <message>
        <source>có cờ</source>
        <translation>flagged</translation>
    </message>
    <message>
        <source>thư đã đọc</source>
        <translation>read mail</translation>
    </message>
    <message>
        <source>hôm nay</source>
        <translation>today</translation>
    </message>
    <message>
        <source>hôm qua</source>
        <translation>yesterday</translation>
    </message>
    <message>
        <source>thứ Hai tuần này</source>
        <translation>Monday of this week</translation>
    </message>
    <message>
        <source>ngày đầu tháng này</source>
        <translation>first day of this month</translation>
    </message>
    <message>
        <source>Chưa hiểu ngày “{words}”; xin viết như 5/3/2026.</source>
        <translation>The date “{words}” was not understood; please write it like 5/3/2026.</translation>
    </message>
    <message>
        <source>Chưa hiểu “{words}”; có thể viết có:tệp, có:cờ, là:chưa-đọc.</source>
        <translation>“{words}” was not understood; you can write có:tệp, có:cờ, là:chưa-đọc.</translation>
    </message>
    <message>
        <source>Không có thư mục nào tên “{words}”.</source>
        <translation>There is no folder named “{words}”.</translation>
    </message>
    <message>
        <source>Xin viết tiếp sau “{words}:”.</source>
        <translation>Please write something after “{words}:”.</translation>
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
    <message>
        <source>Kiểm tra căn cứ</source>
        <translation>Citation check</translation>
    </message>
    <message>
        <source>Xem văn bản được viện dẫn trong một dự thảo còn hiệu lực không (Ctrl+Shift+K)</source>
        <translation>See whether the documents a draft cites are in force (Ctrl+Shift+K)</translation>
    </message>
    <message>
        <source>Việc khác với kho văn bản</source>
        <translation>More to do with the archive</translation>
    </message>
</context>
<context>
    <name>SearchHelper</name>
    <message>
        <source>Gợi ý tìm kiếm</source>
        <translation>Search suggestions</translation>
    </message>
</context>
<context>
    <name>SecondScreen</name>
    <message>
        <source>Đang ở màn hình 2</source>
        <translation>On screen 2</translation>
    </message>
    <message>
        <source>Màn hình thứ hai</source>
        <translation>Second screen</translation>
    </message>
    <message>
        <source>Cả hai điểm cầu</source>
        <translation>Both sites</translation>
    </message>
    <message>
        <source>Chưa thấy màn hình thứ hai. Cắm thêm rồi bấm lại.</source>
        <translation>No second screen found. Plug one in and press again.</translation>
    </message>
    <message>
        <source>Đưa hình về cửa sổ này</source>
        <translation>Bring the pictures back to this window</translation>
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
    <name>SendChecks</name>
    <message>
        <source>Thư chưa có chủ đề.</source>
        <translation>The mail has no subject.</translation>
    </message>
    <message>
        <source>Thư chưa được gửi</source>
        <translation>The mail has not been sent</translation>
    </message>
    <message>
        <source>Quay lại thư</source>
        <translation>Back to the mail</translation>
    </message>
    <message>
        <source>Trước khi gửi</source>
        <translation>Before sending</translation>
    </message>
    <message>
        <source>Vẫn gửi thư này?</source>
        <translation>Send this mail anyway?</translation>
    </message>
    <message>
        <source>Vẫn gửi</source>
        <translation>Send anyway</translation>
    </message>
    <message>
        <source>Quay lại</source>
        <translation>Back</translation>
    </message>
</context>
<context>
    <name>SendingOff</name>
    <message>
        <source>Không đổi giờ được nữa: thư đang trên đường đi.</source>
        <translation>The time can no longer be changed: the mail is on its way.</translation>
    </message>
    <message>
        <source>Thư sẽ được gửi lúc {when}.</source>
        <translation>The mail will be sent at {when}.</translation>
    </message>
    <message>
        <source>(không có chủ đề)</source>
        <translation>(no subject)</translation>
    </message>
    <message>
        <source>Thư “{subject}” hẹn gửi {chosen} vừa được gửi: lúc hẹn, máy đã tắt hoặc mất mạng.</source>
        <translation>The mail “{subject}”, scheduled for {chosen}, has just been sent: at that time the PC was off or had no network.</translation>
    </message>
    <message>
        <source>Đã gửi: {subject}</source>
        <translation>Sent: {subject}</translation>
    </message>
    <message>
        <source>Máy chủ không nhận thư “{subject}”</source>
        <translation>The server did not accept the mail “{subject}”</translation>
    </message>
    <message>
        <source>Xem Hộp thư đi</source>
        <translation>Show Outbox</translation>
    </message>
    <message>
        <source>Chưa rõ thư “{subject}” đã đi hay chưa; đang kiểm tra trong Thư đã gửi.</source>
        <translation>It is not clear yet whether the mail “{subject}” has gone; checking in Sent.</translation>
    </message>
    <message>
        <source>Thư sẽ được gửi lúc {when} — {subject}</source>
        <translation>The mail will be sent at {when} — {subject}</translation>
    </message>
    <message>
        <source>Thư sắp được gửi — {subject}</source>
        <translation>The mail is about to be sent — {subject}</translation>
    </message>
    <message>
        <source>Hoàn tác</source>
        <translation>Undo</translation>
    </message>
    <message>
        <source>Thư đang được gửi — {subject}</source>
        <translation>Sending the mail — {subject}</translation>
    </message>
</context>
<context>
    <name>ServerDialog</name>
    <message>
        <source>Tình trạng</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Hỏi lại máy chủ</source>
        <translation>Ask the server again</translation>
    </message>
    <message>
        <source>Thôi</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Đóng</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>Máy chủ thư chưa nhận mật khẩu; hãy nhập lại mật khẩu rồi thử lại.</source>
        <translation>The mail server has not accepted the password; please enter it again and retry.</translation>
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
        <source>Giữ thư trên máy</source>
        <translation>Keep mail on this PC</translation>
    </message>
    <message>
        <source>Luôn hiện ảnh từ</source>
        <translation>Always show pictures from</translation>
    </message>
    <message>
        <source>Tạo bản khôi phục khoá…</source>
        <translation>Create a key recovery file…</translation>
    </message>
    <message>
        <source>Khoá của kho thư</source>
        <translation>Mail store key</translation>
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
    <name>ShareMark</name>
    <message>
        <source>Đang chia sẻ</source>
        <translation>Sharing</translation>
    </message>
    <message>
        <source>Dừng chia sẻ</source>
        <translation>Stop sharing</translation>
    </message>
    <message>
        <source>Đang chia sẻ màn hình</source>
        <translation>Sharing the screen</translation>
    </message>
    <message>
        <source>Đang chia sẻ cửa sổ: {name}</source>
        <translation>Sharing a window: {name}</translation>
    </message>
</context>
<context>
    <name>SharedDialog</name>
    <message>
        <source>Mở hộp thư dùng chung</source>
        <translation>Open a shared mailbox</translation>
    </message>
    <message>
        <source>Mở</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>Địa chỉ của hộp thư mà anh/chị được giao cùng xem, ví dụ hộp thư văn phòng. Thư tải về được mã hoá trên máy này như thư của anh/chị.</source>
        <translation>The address of a mailbox you have been given access to, for example the office mailbox. Its mail is encrypted on this PC just as your own mail is.</translation>
    </message>
    <message>
        <source>Địa chỉ hộp thư</source>
        <translation>Mailbox address</translation>
    </message>
    <message>
        <source>Đang kiểm tra quyền xem hộp thư…</source>
        <translation>Checking access to the mailbox…</translation>
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
        <source>Lịch</source>
        <translation>Calendar</translation>
    </message>
    <message>
        <source>Vào cuộc họp sắp tới</source>
        <translation>Join the next meeting</translation>
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
</context>
<context>
    <name>SidePanel</name>
    <message>
        <source>Công cụ của cuộc họp</source>
        <translation>Tools of the meeting</translation>
    </message>
    <message>
        <source>Đóng công cụ</source>
        <translation>Close tools</translation>
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
        <source>Khôi phục khoá của kho thư…</source>
        <translation>Restore the mail store key…</translation>
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
        <source>Hãy nhập địa chỉ thư trước.</source>
        <translation>Please enter the mail address first.</translation>
    </message>
    <message>
        <source>Đã khôi phục khoá của kho thư. Hãy đăng nhập.</source>
        <translation>The mail store key was restored. Please sign in.</translation>
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
    <name>SignatureDialog</name>
    <message>
        <source>Chữ ký</source>
        <translation>Signature</translation>
    </message>
    <message>
        <source>Đặt chữ ký vào thư mới</source>
        <translation>Put the signature in new mail</translation>
    </message>
    <message>
        <source>Họ và tên</source>
        <translation>Full name</translation>
    </message>
    <message>
        <source>Chức vụ</source>
        <translation>Position</translation>
    </message>
    <message>
        <source>Đơn vị</source>
        <translation>Office</translation>
    </message>
    <message>
        <source>Điện thoại</source>
        <translation>Telephone</translation>
    </message>
    <message>
        <source>Chữ ký sẽ như sau; có thể sửa ngay tại đây:</source>
        <translation>The signature will look like this; you can edit it right here:</translation>
    </message>
    <message>
        <source>Theo mẫu của đơn vị</source>
        <translation>Use the office template</translation>
    </message>
    <message>
        <source>Lưu</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>Thôi</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Đã lưu chữ ký.</source>
        <translation>Signature saved.</translation>
    </message>
</context>
<context>
    <name>SiteCredentialsAsker</name>
    <message>
        <source>Mật khẩu điểm cầu</source>
        <translation>Password of the site</translation>
    </message>
    <message>
        <source>{site} không mã hoá đường truyền.</source>
        <translation>{site} does not encrypt its line.</translation>
    </message>
    <message>
        <source>Máy này có mật khẩu của điểm cầu. Vào họp không mật khẩu thì hình và tiếng đi qua mạng không mã hoá.</source>
        <translation>This PC has a password for the site. Joined without it, picture and sound cross the network unencrypted.</translation>
    </message>
    <message>
        <source>Vào không mật khẩu</source>
        <translation>Join without password</translation>
    </message>
    <message>
        <source>Thôi</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>{site} yêu cầu mật khẩu đường truyền.</source>
        <translation>{site} asks for the password of its line.</translation>
    </message>
    <message>
        <source>{site} không nhận mật khẩu vừa dùng. Xin nhập mật khẩu khác.</source>
        <translation>{site} did not accept the password just used. Please enter another one.</translation>
    </message>
    <message>
        <source>{site} không nhận tên đăng nhập hoặc mật khẩu vừa dùng. Xin nhập lại.</source>
        <translation>{site} did not accept the user name or password just used. Please enter them again.</translation>
    </message>
    <message>
        <source>{site} yêu cầu tên đăng nhập và mật khẩu.</source>
        <translation>{site} asks for a user name and password.</translation>
    </message>
    <message>
        <source>Máy này không ghi nhớ được mật khẩu điểm cầu; mật khẩu chỉ dùng cho lần này.</source>
        <translation>This PC cannot remember the site&apos;s password; it is used this time only.</translation>
    </message>
</context>
<context>
    <name>SiteCredentialsDialog</name>
    <message>
        <source>Mật khẩu điểm cầu</source>
        <translation>Password of the site</translation>
    </message>
    <message>
        <source>Tên đăng nhập</source>
        <translation>User name</translation>
    </message>
    <message>
        <source>Ghi nhớ trên máy này</source>
        <translation>Remember on this PC</translation>
    </message>
    <message>
        <source>Vào họp</source>
        <translation>Join</translation>
    </message>
    <message>
        <source>Thôi</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Mật khẩu</source>
        <translation>Password</translation>
    </message>
    <message>
        <source>Mật khẩu đường truyền SRT phải dài từ 10 đến 79 ký tự (chữ có dấu tính hai hoặc ba).</source>
        <translation>The password of an SRT line has 10 to 79 characters (letters with marks count two or three).</translation>
    </message>
    <message>
        <source>Điểm cầu vừa từ chối mật khẩu này, nên không gửi lại. Xin nhập mật khẩu khác.</source>
        <translation>The site has just refused this password, so it is not sent again. Please enter another one.</translation>
    </message>
</context>
<context>
    <name>SiteStage</name>
    <message>
        <source>Hai hình đang ở màn hình thứ hai</source>
        <translation>Both pictures are on the second screen</translation>
    </message>
</context>
<context>
    <name>SiteView</name>
    <message>
        <source>Giờ tại {site}</source>
        <translation>Time at {site}</translation>
    </message>
    <message>
        <source>Hình của {site}</source>
        <translation>Picture of {site}</translation>
    </message>
    <message>
        <source>Trạng thái của {site}</source>
        <translation>State of {site}</translation>
    </message>
    <message>
        <source>Bật tiếng {site}</source>
        <translation>Sound of {site} on</translation>
    </message>
    <message>
        <source>Tắt tiếng {site}</source>
        <translation>Sound of {site} off</translation>
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
        <source>{rate} hình/giây</source>
        <translation>{rate} frames/s</translation>
    </message>
    <message>
        <source>Tín hiệu yếu: {why}</source>
        <translation>Weak signal: {why}</translation>
    </message>
    <message>
        <source>mất gói dữ liệu</source>
        <translation>packets are lost</translation>
    </message>
    <message>
        <source>hình thưa</source>
        <translation>few frames</translation>
    </message>
    <message>
        <source>đường truyền hẹp lại</source>
        <translation>the line has become narrower</translation>
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
        <source>sai mật khẩu điểm cầu</source>
        <translation>wrong password for the site</translation>
    </message>
    <message>
        <source>điểm cầu yêu cầu mật khẩu</source>
        <translation>the site asks for a password</translation>
    </message>
    <message>
        <source>điểm cầu không mã hoá đường truyền, nên không gửi mật khẩu</source>
        <translation>the site does not encrypt its line, so the password is not sent</translation>
    </message>
    <message>
        <source>điểm cầu đang bận, không nhận thêm kết nối</source>
        <translation>the site is busy and takes no more connections</translation>
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
    <name>SmallMonth</name>
    <message>
        <source>Tháng trước</source>
        <translation>Previous month</translation>
    </message>
    <message>
        <source>Tháng sau</source>
        <translation>Next month</translation>
    </message>
    <message>
        <source>Chọn ngày, {month}</source>
        <translation>Choose a day, {month}</translation>
    </message>
</context>
<context>
    <name>SnapshotControl</name>
    <message>
        <source>Chụp hình</source>
        <translation>Snapshot</translation>
    </message>
    <message>
        <source>Chưa chụp được: chưa có hình của điểm cầu nào.</source>
        <translation>No snapshot: there is no picture of a site yet.</translation>
    </message>
    <message>
        <source>Đã lưu hình của hai điểm cầu.</source>
        <translation>The pictures of both sites have been saved.</translation>
    </message>
    <message>
        <source>Đã lưu hình của một điểm cầu.</source>
        <translation>The picture of one site has been saved.</translation>
    </message>
    <message>
        <source>Mở</source>
        <translation>Open</translation>
    </message>
</context>
<context>
    <name>SourceWindow</name>
    <message>
        <source>Mã nguồn: {subject}</source>
        <translation>Source: {subject}</translation>
    </message>
    <message>
        <source>Phần đầu thư</source>
        <translation>Mail header</translation>
    </message>
    <message>
        <source>Toàn bộ mã nguồn</source>
        <translation>Full source</translation>
    </message>
    <message>
        <source>Tìm trong mã nguồn (Ctrl+F)</source>
        <translation>Find in source (Ctrl+F)</translation>
    </message>
    <message>
        <source>Tìm trong mã nguồn</source>
        <translation>Find in source</translation>
    </message>
    <message>
        <source>Mã nguồn rất dài: chỉ hiện phần đầu.</source>
        <translation>The source is very long: only the first part is shown.</translation>
    </message>
    <message>
        <source>không thấy</source>
        <translation>not found</translation>
    </message>
</context>
<context>
    <name>SpeakerTry</name>
    <message>
        <source>Mức tiếng micrô thu được</source>
        <translation>Level picked up by the microphone</translation>
    </message>
    <message>
        <source>Anh/chị có nghe thấy tiếng không?</source>
        <translation>Do you hear the sound?</translation>
    </message>
    <message>
        <source>Có</source>
        <translation>Yes</translation>
    </message>
    <message>
        <source>Không</source>
        <translation>No</translation>
    </message>
    <message>
        <source>Có, nghe thấy tiếng</source>
        <translation>Yes, I hear it</translation>
    </message>
    <message>
        <source>Không nghe thấy tiếng</source>
        <translation>I do not hear it</translation>
    </message>
</context>
<context>
    <name>SpeakingView</name>
    <message>
        <source>Thời gian phát biểu</source>
        <translation>Speaking time</translation>
    </message>
    <message>
        <source>Mời người tiếp theo</source>
        <translation>Next speaker</translation>
    </message>
    <message>
        <source>Tạm dừng</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>Kết thúc lượt</source>
        <translation>End turn</translation>
    </message>
    <message>
        <source> phút</source>
        <translation> min</translation>
    </message>
    <message>
        <source>Không giới hạn</source>
        <translation>No limit</translation>
    </message>
    <message>
        <source>Thời gian mỗi lượt</source>
        <translation>Time per turn</translation>
    </message>
    <message>
        <source>Đang chờ phát biểu</source>
        <translation>Waiting to speak</translation>
    </message>
    <message>
        <source>Thêm người đăng ký phát biểu, rồi Enter</source>
        <translation>Add someone who wishes to speak, then Enter</translation>
    </message>
    <message>
        <source>Tên người phát biểu</source>
        <translation>Name of the speaker</translation>
    </message>
    <message>
        <source>Mỗi lượt</source>
        <translation>Per turn</translation>
    </message>
    <message>
        <source>Đang chờ</source>
        <translation>Waiting</translation>
    </message>
    <message>
        <source>Đổi thứ tự: kéo, hoặc Alt+↑ ↓ · Mời ngay: Enter · Bỏ: Delete</source>
        <translation>Reorder: drag, or Alt+↑ ↓ · Call now: Enter · Remove: Delete</translation>
    </message>
    <message>
        <source>Đã phát biểu</source>
        <translation>Has spoken</translation>
    </message>
    <message>
        <source>Mời {name}</source>
        <translation>Call {name}</translation>
    </message>
    <message>
        <source>Tiếp tục</source>
        <translation>Go on</translation>
    </message>
    <message>
        <source>Chưa ai phát biểu</source>
        <translation>Nobody has spoken yet</translation>
    </message>
    <message>
        <source>còn {time}</source>
        <translation>{time} left</translation>
    </message>
    <message>
        <source>quá {time}</source>
        <translation>{time} over</translation>
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
    <name>TasksDialog</name>
    <message>
        <source>Việc cần làm</source>
        <translation>Tasks</translation>
    </message>
    <message>
        <source>Các việc</source>
        <translation>Tasks</translation>
    </message>
    <message>
        <source>Thêm một việc</source>
        <translation>Add a task</translation>
    </message>
    <message>
        <source>hạn</source>
        <translation>due</translation>
    </message>
    <message>
        <source>Hạn</source>
        <translation>Due</translation>
    </message>
    <message>
        <source>Thêm</source>
        <translation>Add</translation>
    </message>
    <message>
        <source>Đang hỏi máy chủ…</source>
        <translation>Asking the server…</translation>
    </message>
    <message>
        <source>Chưa có việc nào.</source>
        <translation>No tasks yet.</translation>
    </message>
    <message>
        <source>hạn {day}</source>
        <translation>due {day}</translation>
    </message>
    <message>
        <source>đã xong</source>
        <translation>done</translation>
    </message>
    <message>
        <source>chưa xong</source>
        <translation>not done</translation>
    </message>
    <message>
        <source>Đang ghi…</source>
        <translation>Saving…</translation>
    </message>
    <message>
        <source>Đang thêm…</source>
        <translation>Adding…</translation>
    </message>
</context>
<context>
    <name>TemplatesMenu</name>
    <message>
        <source>Đã lưu mẫu thư “{name}”.</source>
        <translation>Saved the template “{name}”.</translation>
    </message>
    <message>
        <source>Đã xoá mẫu thư “{name}”</source>
        <translation>Deleted the template “{name}”</translation>
    </message>
    <message>
        <source>Hoàn tác</source>
        <translation>Undo</translation>
    </message>
    <message>
        <source>Mẫu của tôi</source>
        <translation>My templates</translation>
    </message>
    <message>
        <source>Mẫu công vụ</source>
        <translation>Official templates</translation>
    </message>
    <message>
        <source>Lưu thư này thành mẫu…</source>
        <translation>Save this mail as a template…</translation>
    </message>
    <message>
        <source>Xoá mẫu</source>
        <translation>Delete template</translation>
    </message>
    <message>
        <source>Chữ ký…</source>
        <translation>Signature…</translation>
    </message>
    <message>
        <source>Lưu mẫu thư</source>
        <translation>Save template</translation>
    </message>
    <message>
        <source>Tên mẫu (mẫu cùng tên sẽ được thay)</source>
        <translation>Template name (a template of the same name will be replaced)</translation>
    </message>
</context>
<context>
    <name>TodayConferences</name>
    <message>
        <source>Hôm nay</source>
        <translation>Today</translation>
    </message>
    <message>
        <source>Hôm nay không còn cuộc họp trực tuyến nào trong lịch.</source>
        <translation>No more video meetings in the calendar today.</translation>
    </message>
</context>
<context>
    <name>TodayRow</name>
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
    <name>Triage</name>
    <message>
        <source>Lưu trữ</source>
        <translation>Archive</translation>
    </message>
    <message>
        <source>Hẹn xem lại</source>
        <translation>Snooze</translation>
    </message>
    <message>
        <source>Thư chưa đọc kế tiếp</source>
        <translation>Next unread mail</translation>
    </message>
    <message>
        <source>Thư chưa đọc phía trên</source>
        <translation>Previous unread mail</translation>
    </message>
    <message>
        <source>Đánh dấu cả thư mục đã đọc</source>
        <translation>Mark the whole folder as read</translation>
    </message>
    <message>
        <source>Dọn Thư đã xoá</source>
        <translation>Empty Deleted</translation>
    </message>
    <message>
        <source>Hộp thư này chưa có thư mục Lưu trữ trên máy chủ.</source>
        <translation>This mailbox has no Archive folder on the server yet.</translation>
    </message>
    <message>
        <source>Thư trong hộp thư dùng chung không hẹn xem lại được.</source>
        <translation>Mail in a shared mailbox cannot be snoozed.</translation>
    </message>
    <message>
        <source>Không còn thư chưa đọc nào khác ở đây.</source>
        <translation>There is no other unread mail here.</translation>
    </message>
    <message>
        <source>Thư mục này không có thư chưa đọc.</source>
        <translation>This folder has no unread mail.</translation>
    </message>
    <message>
        <source>Đã đánh dấu {count} thư là đã đọc</source>
        <translation>Marked {count} mails as read</translation>
    </message>
    <message>
        <source>Thư đã xoá đang trống.</source>
        <translation>Deleted is empty.</translation>
    </message>
    <message>
        <source>{folder} đang trống.</source>
        <translation>{folder} is empty.</translation>
    </message>
    <message>
        <source>Xoá hẳn {count} thư trong {folder}? Việc này không hoàn tác được.</source>
        <translation>Delete {count} mails in {folder} for good? This cannot be undone.</translation>
    </message>
    <message>
        <source>Xoá hẳn</source>
        <translation>Delete for good</translation>
    </message>
    <message>
        <source>Không xoá</source>
        <translation>Do not delete</translation>
    </message>
</context>
<context>
    <name>Upcoming</name>
    <message>
        <source>(không có tên)</source>
        <translation>(no title)</translation>
    </message>
    <message>
        <source>Đã kết thúc</source>
        <translation>Over</translation>
    </message>
    <message>
        <source>Đang diễn ra</source>
        <translation>Going on</translation>
    </message>
    <message>
        <source>đã bắt đầu {length}</source>
        <translation>began {length} ago</translation>
    </message>
    <message>
        <source>Còn {count} giây</source>
        <translation>In {count} s</translation>
    </message>
    <message>
        <source>Lúc {time}</source>
        <translation>At {time}</translation>
    </message>
    <message>
        <source>Còn {count} phút</source>
        <translation>In {count} min</translation>
    </message>
    <message>
        <source>Người mời: {name}</source>
        <translation>Organiser: {name}</translation>
    </message>
    <message>
        <source>Chưa trả lời giấy mời</source>
        <translation>You have not answered the invitation</translation>
    </message>
    <message>
        <source>Chưa chắc dự</source>
        <translation>You are not sure to attend</translation>
    </message>
    <message>
        <source>{count} giờ</source>
        <translation>{count} h</translation>
    </message>
    <message>
        <source>{count} phút</source>
        <translation>{count} min</translation>
    </message>
</context>
<context>
    <name>UpcomingConferences</name>
    <message>
        <source>Chưa có cuộc họp nào trong 15 phút tới.</source>
        <translation>No meeting in the next 15 minutes.</translation>
    </message>
    <message>
        <source>Đang họp, chưa kiểm tra điểm cầu khác được.</source>
        <translation>A meeting is going on; other sites cannot be checked now.</translation>
    </message>
    <message>
        <source>Bấm để vào họp.</source>
        <translation>Press to join.</translation>
    </message>
</context>
<context>
    <name>VerdictStrip</name>
    <message>
        <source>Tiến độ kiểm tra</source>
        <translation>Progress of the check</translation>
    </message>
    <message>
        <source>Đang kiểm tra…</source>
        <translation>Checking…</translation>
    </message>
    <message>
        <source>Khoảng mười giây. Anh/chị vẫn dùng các trang khác được.</source>
        <translation>About ten seconds. You can use the other pages meanwhile.</translation>
    </message>
</context>
<context>
    <name>ViewBar</name>
    <message>
        <source>Lịch mới (N)</source>
        <translation>New event (N)</translation>
    </message>
    <message>
        <source>Hôm nay</source>
        <translation>Today</translation>
    </message>
    <message>
        <source>Về hôm nay (T)</source>
        <translation>Back to today (T)</translation>
    </message>
    <message>
        <source>Trước (Alt+←)</source>
        <translation>Back (Alt+←)</translation>
    </message>
    <message>
        <source>Sau (Alt+→)</source>
        <translation>Forward (Alt+→)</translation>
    </message>
    <message>
        <source>Đến ngày… (G)</source>
        <translation>Go to date… (G)</translation>
    </message>
    <message>
        <source>Tìm trong lịch (Ctrl+F)</source>
        <translation>Search the calendar (Ctrl+F)</translation>
    </message>
    <message>
        <source>Ngày</source>
        <translation>Day</translation>
    </message>
    <message>
        <source>Tuần</source>
        <translation>Week</translation>
    </message>
    <message>
        <source>Tháng</source>
        <translation>Month</translation>
    </message>
    <message>
        <source>Danh sách</source>
        <translation>List</translation>
    </message>
    <message>
        <source>Xem theo: {view}</source>
        <translation>View by: {view}</translation>
    </message>
    <message>
        <source>Xem theo: {view}, đổi cách xem</source>
        <translation>View by: {view}, change view</translation>
    </message>
</context>
<context>
    <name>WarningLines</name>
    <message>
        <source>Liên kết ghi “{shown}” nhưng dẫn tới {real}.</source>
        <translation>The link says “{shown}” but leads to {real}.</translation>
    </message>
</context>
<context>
    <name>WayDialog</name>
    <message>
        <source>Chọn đường vào họp</source>
        <translation>Choose how to join</translation>
    </message>
    <message>
        <source>Giấy mời “{title}” có {count} liên kết. Mời chọn một.</source>
        <translation>The invitation “{title}” has {count} links. Please choose one.</translation>
    </message>
    <message>
        <source>Lần sau cũng vào theo cách này với giấy mời của {who}</source>
        <translation>Join this way next time, too, for invitations from {who}</translation>
    </message>
    <message>
        <source>Vào họp</source>
        <translation>Join</translation>
    </message>
</context>
<context>
    <name>WayWords</name>
    <message>
        <source>Điểm cầu</source>
        <translation>Site</translation>
    </message>
    <message>
        <source>Liên kết tới {host} giả dạng một dịch vụ họp nên không được mở.</source>
        <translation>The link to {host} imitates a meeting service, so it is not opened.</translation>
    </message>
    <message>
        <source>Liên kết ghi địa chỉ dịch vụ họp nhưng thực ra dẫn tới {host} nên không được mở.</source>
        <translation>The link shows the address of a meeting service but really leads to {host}, so it is not opened.</translation>
    </message>
    <message>
        <source>Địa chỉ {host} dùng chữ dễ nhầm với một dịch vụ họp nên không được mở.</source>
        <translation>The address {host} uses letters easily mistaken for a meeting service, so it is not opened.</translation>
    </message>
    <message>
        <source>Liên kết {host}: khởi động chương trình khác kèm tham số nên không được mở.</source>
        <translation>The link {host}: starts another program with arguments, so it is not opened.</translation>
    </message>
    <message>
        <source>Điểm cầu tại {host} chưa có trong hồ sơ của bộ nên không được mở.</source>
        <translation>The site at {host} is not in the ministry&apos;s profile, so it is not opened.</translation>
    </message>
    <message>
        <source>Hãy hỏi lại người mời hoặc bộ phận công nghệ thông tin.</source>
        <translation>Please ask the organiser or the IT department.</translation>
    </message>
    <message>
        <source>Giấy mời này không thuộc cuộc họp nào của bàn này và không có liên kết họp nào quen thuộc.</source>
        <translation>This invitation belongs to no conference of this desk and has no known meeting link.</translation>
    </message>
</context>
<context>
    <name>Ways</name>
    <message>
        <source>Hồ sơ của bộ chưa khai báo điểm cầu của bàn này nên chưa vào phòng được.</source>
        <translation>The ministry&apos;s profile names no sites for this desk, so the room cannot be joined.</translation>
    </message>
    <message>
        <source>Máy này chưa mở được {service}. Địa chỉ: {address}</source>
        <translation>This PC could not open {service}. Address: {address}</translation>
    </message>
    <message>
        <source>Đã mở {service} tại {host}.</source>
        <translation>{service} opened at {host}.</translation>
    </message>
    <message>
        <source>Giấy mời ghi {shown}.</source>
        <translation>The invitation shows {shown}.</translation>
    </message>
    <message>
        <source>Mật khẩu: {code}</source>
        <translation>Password: {code}</translation>
    </message>
    <message>
        <source>Chọn cách khác…</source>
        <translation>Choose another way…</translation>
    </message>
    <message>
        <source>Sao chép mật khẩu</source>
        <translation>Copy password</translation>
    </message>
</context>
<context>
    <name>WaysOfShowing</name>
    <message>
        <source>Chỉ xem chữ</source>
        <translation>Text only</translation>
    </message>
    <message>
        <source>Xem như thư gốc</source>
        <translation>Show as written</translation>
    </message>
    <message>
        <source>Nền tối</source>
        <translation>Dark background</translation>
    </message>
    <message>
        <source>Nền sáng</source>
        <translation>Light background</translation>
    </message>
    <message>
        <source>Không mở được khung xem như thư gốc; thư hiện ở dạng đơn giản.</source>
        <translation>The view of the original layout could not be opened; the mail is shown in a simple form.</translation>
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
</context>
<context>
    <name>WebBody</name>
    <message>
        <source>Nội dung thư</source>
        <translation>Mail content</translation>
    </message>
    <message>
        <source>Sao chép</source>
        <translation>Copy</translation>
    </message>
    <message>
        <source>Chọn tất cả</source>
        <translation>Select all</translation>
    </message>
    <message>
        <source>Sao chép liên kết</source>
        <translation>Copy link</translation>
    </message>
</context>
<context>
    <name>WhenFields</name>
    <message>
        <source>Ngày bắt đầu</source>
        <translation>Start date</translation>
    </message>
    <message>
        <source>Ngày kết thúc</source>
        <translation>End date</translation>
    </message>
    <message>
        <source>Giờ bắt đầu</source>
        <translation>Start time</translation>
    </message>
    <message>
        <source>Giờ kết thúc</source>
        <translation>End time</translation>
    </message>
    <message>
        <source>Cả ngày</source>
        <translation>All day</translation>
    </message>
    <message>
        <source>Kết thúc phải sau bắt đầu.</source>
        <translation>The end must be after the start.</translation>
    </message>
</context>
<context>
    <name>WindowChoice</name>
    <message>
        <source>Chia sẻ một cửa sổ</source>
        <translation>Share a window</translation>
    </message>
    <message>
        <source>Các cửa sổ đang mở</source>
        <translation>Open windows</translation>
    </message>
    <message>
        <source>Bên kia chỉ thấy cửa sổ này. Đừng thu nhỏ nó trong lúc chia sẻ.</source>
        <translation>The other side sees this window only. Do not minimise it while sharing.</translation>
    </message>
    <message>
        <source>Không có cửa sổ nào khác đang mở.</source>
        <translation>No other window is open.</translation>
    </message>
    <message>
        <source>Chia sẻ</source>
        <translation>Share</translation>
    </message>
    <message>
        <source>Thôi</source>
        <translation>Cancel</translation>
    </message>
</context>
<context>
    <name>Writing</name>
    <message>
        <source>Ngày {day}, tôi đã gửi thư “{subject}” và chưa nhận được trả lời. Kính đề nghị Quý vị cho ý kiến.</source>
        <translation>On {day} I sent the mail “{subject}” and have not yet received a reply. I should be grateful for your comments.</translation>
    </message>
    <message>
        <source>Kính gửi Quý vị,</source>
        <translation>Dear Sir or Madam,</translation>
    </message>
    <message>
        <source>Trân trọng.</source>
        <translation>Yours faithfully,</translation>
    </message>
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
        <source>Thư nháp đã được giữ lại</source>
        <translation>The draft was kept</translation>
    </message>
    <message>
        <source>Viết tiếp</source>
        <translation>Continue writing</translation>
    </message>
</context>
<context>
    <name>WritingSettings</name>
    <message>
        <source>Kiểu chữ của thư</source>
        <translation>Font of mail text</translation>
    </message>
    <message>
        <source>Cỡ chữ của thư</source>
        <translation>Size of mail text</translation>
    </message>
    <message>
        <source>Chữ của thư</source>
        <translation>Mail text</translation>
    </message>
    <message>
        <source>{count} giây</source>
        <translation>{count} seconds</translation>
    </message>
    <message>
        <source>Gửi ngay, không chờ</source>
        <translation>Send at once, no delay</translation>
    </message>
    <message>
        <source>Hoàn tác gửi trong</source>
        <translation>Undo send within</translation>
    </message>
</context>
<context>
    <name>Zooming</name>
    <message>
        <source>Chữ trong thư to hơn</source>
        <translation>Larger mail text</translation>
    </message>
    <message>
        <source>Chữ trong thư nhỏ hơn</source>
        <translation>Smaller mail text</translation>
    </message>
    <message>
        <source>Chữ trong thư cỡ thường</source>
        <translation>Normal mail text size</translation>
    </message>
</context>
<context>
    <name>_Try</name>
    <message>
        <source>Dừng</source>
        <translation>Stop</translation>
    </message>
</context>
<context>
    <name>calendar_questions</name>
    <message>
        <source>“{title}” là lịch lặp lại.</source>
        <translation>“{title}” is a repeating event.</translation>
    </message>
    <message>
        <source>{verb} buổi này</source>
        <translation>{verb} this occurrence</translation>
    </message>
    <message>
        <source>{verb} cả chuỗi</source>
        <translation>{verb} the whole series</translation>
    </message>
    <message>
        <source>Thôi</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Dời “{title}” sang {when}?</source>
        <translation>Move “{title}” to {when}?</translation>
    </message>
    <message>
        <source>{count} người sẽ nhận thư báo: {people}.</source>
        <translation>{count} people will be told by mail: {people}.</translation>
    </message>
    <message>
        <source>Dời và báo</source>
        <translation>Move and notify</translation>
    </message>
    <message>
        <source>Chỉ buổi này</source>
        <translation>This occurrence only</translation>
    </message>
    <message>
        <source>Cả chuỗi lặp lại</source>
        <translation>The whole series</translation>
    </message>
</context>
<context>
    <name>calendar_words</name>
    <message>
        <source>Tết Dương lịch</source>
        <translation>New Year’s Day</translation>
    </message>
    <message>
        <source>Ngày Chiến thắng</source>
        <translation>Reunification Day</translation>
    </message>
    <message>
        <source>Quốc tế Lao động</source>
        <translation>International Workers’ Day</translation>
    </message>
    <message>
        <source>Quốc khánh</source>
        <translation>National Day</translation>
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
        <source>ngày</source>
        <translation>day</translation>
    </message>
    <message>
        <source>ngày làm việc</source>
        <translation>working day</translation>
    </message>
    <message>
        <source>ngày cuối tuần</source>
        <translation>weekend day</translation>
    </message>
    <message>
        <source>đầu tiên</source>
        <translation>first</translation>
    </message>
    <message>
        <source>thứ hai</source>
        <translation>second</translation>
    </message>
    <message>
        <source>thứ ba</source>
        <translation>third</translation>
    </message>
    <message>
        <source>thứ tư</source>
        <translation>fourth</translation>
    </message>
    <message>
        <source>cuối cùng</source>
        <translation>last</translation>
    </message>
    <message>
        <source>{day} {week}</source>
        <translation>{week} {day}</translation>
    </message>
    <message>
        <source>đến {day}</source>
        <translation>until {day}</translation>
    </message>
    <message>
        <source>Hằng ngày</source>
        <translation>Daily</translation>
    </message>
    <message>
        <source>Cứ {count} ngày một lần</source>
        <translation>Every {count} days</translation>
    </message>
    <message>
        <source>Các ngày làm việc hằng tuần</source>
        <translation>Every working day</translation>
    </message>
    <message>
        <source>{days} hằng tuần</source>
        <translation>{days} every week</translation>
    </message>
    <message>
        <source>{days}, cứ {count} tuần một lần</source>
        <translation>{days}, every {count} weeks</translation>
    </message>
    <message>
        <source>Ngày {day} hằng tháng</source>
        <translation>Day {day} of every month</translation>
    </message>
    <message>
        <source>Ngày {day}, cứ {count} tháng một lần</source>
        <translation>Day {day}, every {count} months</translation>
    </message>
    <message>
        <source>{which} của mỗi tháng</source>
        <translation>{which} of every month</translation>
    </message>
    <message>
        <source>{which}, cứ {count} tháng một lần</source>
        <translation>{which}, every {count} months</translation>
    </message>
    <message>
        <source>Ngày {day}/{month} hằng năm</source>
        <translation>Every year on {day}/{month}</translation>
    </message>
    <message>
        <source>{which} của tháng {month} hằng năm</source>
        <translation>{which} of month {month} every year</translation>
    </message>
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
        <source>Tháng {month}/{year}</source>
        <translation>{month}/{year}</translation>
    </message>
    <message>
        <source>hôm nay</source>
        <translation>today</translation>
    </message>
    <message>
        <source>ngày mai</source>
        <translation>tomorrow</translation>
    </message>
    <message>
        <source>{count} giờ</source>
        <translation>{count} hr</translation>
    </message>
    <message>
        <source>{count} phút</source>
        <translation>{count} min</translation>
    </message>
    <message>
        <source>Cả ngày</source>
        <translation>All day</translation>
    </message>
    <message>
        <source>Cả ngày {days}</source>
        <translation>All day {days}</translation>
    </message>
    <message>
        <source>cả ngày</source>
        <translation>all day</translation>
    </message>
    <message>
        <source>(không có tên)</source>
        <translation>(no title)</translation>
    </message>
    <message>
        <source>đã bị huỷ</source>
        <translation>cancelled</translation>
    </message>
    <message>
        <source>tôi mời</source>
        <translation>I organise</translation>
    </message>
    <message>
        <source>người mời</source>
        <translation>organiser</translation>
    </message>
    <message>
        <source>đã nhận lời</source>
        <translation>accepted</translation>
    </message>
    <message>
        <source>có thể dự</source>
        <translation>tentative</translation>
    </message>
    <message>
        <source>đã từ chối</source>
        <translation>declined</translation>
    </message>
    <message>
        <source>chưa trả lời</source>
        <translation>not answered</translation>
    </message>
    <message>
        <source>nhận lời</source>
        <translation>accepted</translation>
    </message>
    <message>
        <source>từ chối</source>
        <translation>declined</translation>
    </message>
    <message>
        <source>Rảnh</source>
        <translation>Free</translation>
    </message>
    <message>
        <source>Dự kiến bận</source>
        <translation>Tentative</translation>
    </message>
    <message>
        <source>Bận</source>
        <translation>Busy</translation>
    </message>
    <message>
        <source>Vắng mặt, đi công tác</source>
        <translation>Out of office, travelling</translation>
    </message>
    <message>
        <source>Làm việc nơi khác</source>
        <translation>Working elsewhere</translation>
    </message>
    <message>
        <source>Không rõ</source>
        <translation>Unknown</translation>
    </message>
    <message>
        <source>lặp lại</source>
        <translation>repeats</translation>
    </message>
    <message>
        <source>buổi đã đổi của lịch lặp lại</source>
        <translation>changed occurrence of a repeating event</translation>
    </message>
    <message>
        <source>trùng giờ với lịch khác</source>
        <translation>conflicts with another event</translation>
    </message>
    <message>
        <source>riêng tư</source>
        <translation>private</translation>
    </message>
    <message>
        <source>sẽ gửi khi có mạng</source>
        <translation>will be sent when there is a network</translation>
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
        <source>Không tìm thấy máy chủ thư</source>
        <translation>The mail server could not be found</translation>
    </message>
    <message>
        <source>Không tìm thấy máy chủ thư của địa chỉ @{0}.</source>
        <translation>The mail server for the address @{0} could not be found.</translation>
    </message>
    <message>
        <source>Hãy xem lại địa chỉ thư; nếu đã đúng, hãy báo bộ phận công nghệ thông tin.</source>
        <translation>Please check the mail address; if it is right, tell your IT staff.</translation>
    </message>
    <message>
        <source>Máy chủ trung gian (proxy) từ chối</source>
        <translation>The proxy server refused</translation>
    </message>
    <message>
        <source>Máy chủ trung gian (proxy) của mạng này đòi đăng nhập riêng, nên chưa tới được {0}.</source>
        <translation>The proxy server of this network asks for its own sign-in, so {0} could not be reached.</translation>
    </message>
    <message>
        <source>Hãy báo bộ phận công nghệ thông tin. Thư đã tải về vẫn đọc được.</source>
        <translation>Please tell your IT staff. Mail already downloaded can still be read.</translation>
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
        <source>Không thấy bản sao kho văn bản</source>
        <translation>No copy of the archive found</translation>
    </message>
    <message>
        <source>Thư mục này không có bản sao kho văn bản của Cổng.</source>
        <translation>This folder has no copy of the portal&apos;s archive.</translation>
    </message>
    <message>
        <source>Hãy chọn thư mục có tệp timestamp.json, hoặc thư mục chứa nó.</source>
        <translation>Please choose the folder with the file timestamp.json, or the one that holds it.</translation>
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
        <source>Không ghi hình được</source>
        <translation>Cannot record</translation>
    </message>
    <message>
        <source>Chưa ghi hình được: đĩa không đủ chỗ hoặc thư mục không ghi được.</source>
        <translation>Cannot record: the disk has too little room or the folder cannot be written.</translation>
    </message>
    <message>
        <source>Hãy chọn một thư mục khác, hoặc giải phóng chỗ trên đĩa. Cuộc họp vẫn tiếp tục.</source>
        <translation>Please choose another folder, or free some space on the disk. The meeting goes on.</translation>
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
        <source>Không có hộp thư này, hoặc hộp thư chưa được chia sẻ với tài khoản của anh/chị.</source>
        <translation>There is no such mailbox, or it has not been shared with your account.</translation>
    </message>
    <message>
        <source>Máy chủ đưa ra thư của một hộp thư khác chứ không phải của chủ hộp thư này, nên Bàn Công Vụ không mở.</source>
        <translation>The server offered mail of another mailbox, not of this mailbox’s owner, so the desk did not open it.</translation>
    </message>
    <message>
        <source>Đây là hộp thư của chính anh/chị.</source>
        <translation>This is your own mailbox.</translation>
    </message>
    <message>
        <source>Không chuyển được thư từ hộp thư này sang hộp thư khác. Hãy chuyển tiếp thư.</source>
        <translation>Mail cannot be moved from this mailbox to another. Please forward it instead.</translation>
    </message>
    <message>
        <source>Tài khoản này đã bị vô hiệu hoá trên máy chủ.</source>
        <translation>This account has been disabled on the server.</translation>
    </message>
    <message>
        <source>Máy chủ Exchange 2010 không làm được việc này.</source>
        <translation>An Exchange 2010 server cannot do this.</translation>
    </message>
    <message>
        <source>Máy chủ không cho tài khoản này dùng thư qua EWS.</source>
        <translation>The server does not allow this account to use mail over EWS.</translation>
    </message>
    <message>
        <source>Tài khoản đang bị khoá tạm thời; mật khẩu không được gửi thêm lần nào.</source>
        <translation>The account is temporarily locked; the password has not been sent again.</translation>
    </message>
    <message>
        <source>Máy này chưa có phần đăng nhập Kerberos.</source>
        <translation>This PC does not have the Kerberos sign-in part yet.</translation>
    </message>
    <message>
        <source>Không lấy được vé Kerberos: hãy kiểm tra đồng hồ máy và việc đăng nhập vào miền của cơ quan.</source>
        <translation>No Kerberos ticket could be obtained: please check the PC’s clock and the sign-in to your organisation’s domain.</translation>
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
        <source>Không phải bản khôi phục khoá</source>
        <translation>Not a key recovery file</translation>
    </message>
    <message>
        <source>Tệp này không phải bản khôi phục khoá, hoặc đã hỏng.</source>
        <translation>This file is not a key recovery file, or it is damaged.</translation>
    </message>
    <message>
        <source>Hãy chọn đúng tệp đã cất khi tạo bản khôi phục.</source>
        <translation>Please choose the file you stored when creating the recovery file.</translation>
    </message>
    <message>
        <source>Không mở được bản khôi phục</source>
        <translation>The recovery file could not be opened</translation>
    </message>
    <message>
        <source>Cụm mật khẩu không đúng, hoặc bản khôi phục là của hộp thư khác.</source>
        <translation>The passphrase is wrong, or the recovery file is for another mailbox.</translation>
    </message>
    <message>
        <source>Hãy gõ lại.</source>
        <translation>Please type it again.</translation>
    </message>
    <message>
        <source>Không có kho thư nào mở được</source>
        <translation>No mail store could be opened</translation>
    </message>
    <message>
        <source>Khoá này không mở được kho thư nào còn giữ trên máy.</source>
        <translation>This key does not open any mail store still on this PC.</translation>
    </message>
    <message>
        <source>Hãy chọn bản khôi phục khác; các kho thư vẫn được giữ nguyên.</source>
        <translation>Please choose another recovery file; the mail stores are left as they are.</translation>
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
<context>
    <name>row</name>
    <message>
        <source>Phát tiếng thử</source>
        <translation>Play test sound</translation>
    </message>
    <message>
        <source>Thử micrô</source>
        <translation>Try microphone</translation>
    </message>
    <message>
        <source>Xem hình</source>
        <translation>Show picture</translation>
    </message>
</context>
</TS>
