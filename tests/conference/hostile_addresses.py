"""Addresses that must open nothing: more than 200, by what they try. ``{trap}`` is host and port of a listener nobody
may call, ``{file}`` a file nobody may read, ``{out}`` one nobody may write, ``{list}`` a playlist."""

from __future__ import annotations

SECRET = "Bi-Mat-9731"
"""The password in every address that has one; it may stand in no error and no log."""

_OTHER_PROTOCOLS = tuple(
    """
    file fd pipe cdda dvd dvdnav bluray vcd http httpproxy ftp ftps sftp smb nfs mms mmsh mmst rtmp rtmps rtmpt
    rtmpe udp udplite rtp srtp tcp tls unix gopher gophers data concat concatf subfile crypto async cache hls
    hls+https dash md5 tee prompeg rist sctp icecast amqp zmq ipfs ipns bittorrent satip sap sip h323 whip whep ws
    wss jack pulse alsa oss qtsound dshow v4l v4l2 v4l2c decklink screen window qtcapture avcapture gdigrab
    x11grab lavfi avfoundation android shm imem vlc directory stream_list zip rar archive javascript vbscript
    about view-source chrome ms-settings ms-msdt search-ms mailto tel zoommtg msteams webex ban-cong-vu ssh
    telnet ldap jar intent
    """.split()  # noqa: SIM905 a list of words reads best as one
)

_VLC_CHAINS = (
    "file/demuxdump://{file}",
    "file/demuxdump://{file} :demuxdump-file={out}",
    "rtsp/demuxdump://{trap}/x",
    "https/demuxdump://{trap}/x",
    "srt/demuxdump://{trap}",
    "https/m3u://{trap}/list",
    "https/xspf-open://{trap}/list",
    "https/asx-open://{trap}/list",
    "https/playlist://{trap}/list",
    "rtsp/lua://{trap}/x",
    "srt/ts,file://{trap}",
    "any://{file}",
    "https,file://{trap}/{file}",
    "rtsp+file://{trap}/x",
)

_INJECTED = (
    "rtsp://{trap}/x :sout=#file{{dst={out}}}",
    "rtsp://{trap}/x\t:sout=#std{{access=file,dst={out}}}",
    "rtsp://{trap}/x\n:sout=#file{{dst={out}}}",
    "rtsp://{trap}/x\r\nDESCRIBE rtsp://other/ RTSP/1.0",
    "https://{trap}/x --sout=#file{{dst={out}}}",
    "srt://{trap} :input-slave=file://{file}",
    "https://{trap}/x #:sout=file",
    "https://{trap}/x|User-Agent=x",
    "https://{trap}/x\\n:demux=dump",
    'https://{trap}/x;:sout="#file"',
    "rtsp://{trap}/`touch {out}`",
    "rtsp://{trap}/$(touch${{IFS}}{out}) ",
    "rtsp://{trap}/<script>",
    "rtsp://{trap}/{{x}}",
    "rtsp://{trap}/^x",
    "rtsp://{trap}\\@{trap}/x",
    "-rtsp://{trap}/x",
    "--sout=#file{{dst={out}}}",
    ":sout=#file{{dst={out}}}",
    ":demux=dump",
    "rtsp://{trap}/x#t=1,2",
    "https://{trap}/x#!/bin/sh",
)

_CREDENTIALS = (
    "rtsp://hop:" + SECRET + "@{trap}/x",
    "rtsps://hop:" + SECRET + "@{trap}/x",
    "https://hop:" + SECRET + "@{trap}/x",
    "srt://hop:" + SECRET + "@{trap}",
    "rtsp://" + SECRET + "@{trap}/x",
    "rtsp://:" + SECRET + "@{trap}/x",
    "rtsp://hop:" + SECRET + "@other@{trap}/x",
    "rtsp://hop%40x:" + SECRET + "@{trap}/x",
    "srt://{trap}?passphrase=" + SECRET,
    "srt://{trap}?streamid=a&passphrase=" + SECRET,
    "srt://{trap}?PassPhrase=" + SECRET,
    "srt://{trap}?mode=caller&passphrase=" + SECRET + "&pbkeylen=16",
    "rtsp://{trap}/user=admin&password=" + SECRET + "&channel=1&stream=0.sdp",
    "rtsp://{trap}/user=admin_password=" + SECRET + "_channel=1",
    "rtsp://{trap}/x?pwd=" + SECRET,
    "https://{trap}/x.ts?user=hop&passwd=" + SECRET,
    "rtsp://@{trap}/x",
    "https://@@{trap}/x",
    "https://hop:" + SECRET + "@",
    "https://a.vn\\" + SECRET + "@{trap}/x",
)

_SRT_OPTIONS = tuple(
    "srt://{trap}?" + option
    for option in (
        "mode=listener", "mode=rendezvous", "mode=server", "mode=caller&mode=listener", "MODE=listener", "latency=5",
        "rcvlatency=1", "peerlatency=1", "transtype=file", "messageapi=0", "payload_size=1456", "pbkeylen=16",
        "kmrefreshrate=1", "enforced_encryption=0", "adapter=0.0.0.0", "port=1", "bind=0.0.0.0:9000", "smoother=file",
        "linger=3600", "conntimeo=1", "maxbw=1", "tlpktdrop=0", "packetfilter=fec", "chunk-size=1", "poll-timeout=-1",
        "streamid=a&streamid=b", "streamid=", "streamid=a%20b&mode=listener", "streamid=a;b", "streamid", "x", "&", "=",
        "mode", "mode=", "mode=caller;mode=listener", "localport=1", "listen_timeout=1", "timeout=1", "ts_file={file}",
    )
)  # fmt: skip

_FFMPEGS_OPTIONS = (
    "rtsp://{trap}/x?udp",
    "rtsp://{trap}/x?multicast",
    "rtsp://{trap}/x?kenh=1&udp",
    "rtsp://{trap}/x?http",
    "rtsps://{trap}/x?filter_src",
)

_HOSTS = (
    "rtsp://",
    "rtsp:///x",
    "rtsp:/{trap}/x",
    "rtsp:{trap}/x",
    "rtsp:\\\\{trap}\\x",
    "//{trap}/x",
    "\\\\{trap}\\chia-se\\x",
    "\\\\?\\UNC\\{trap}\\x",
    "{trap}",
    "{file}",
    "C:\\Windows\\win.ini",
    "C:/Windows/win.ini",
    "~/.ssh/id_rsa",
    "../../etc/passwd",
    "rtsp://[fe80::1%25eth0]:554/x",
    "rtsp://[fe80::1%eth0]/x",
    "srt://[fe80::1%251]:9000",
    "rtsp://[::1/x",
    "rtsp://::1]/x",
    "rtsp://[::1]x/x",
    "rtsp://[v1.x]/x",
    "rtsp://[127.0.0.1]/x",
    "rtsp://[]/x",
    "rtsp://-host/x",
    "rtsp://host-/x",
    "rtsp://a..b/x",
    "rtsp://.a/x",
    "rtsp://" + "a" * 64 + "/x",
    "rtsp://" + "a." * 130 + "vn/x",
    "rtsp://host:0/x",
    "rtsp://host:65536/x",
    "rtsp://host:-1/x",
    "rtsp://host:+1/x",
    "rtsp://host:5 54/x",
    "rtsp://host:0x50/x",
    "rtsp://host:٥٥٤/x",
    "rtsp://host:port/x",
    "srt://host",
    "srt://host/",
    "srt://:9000",
    "srt://{trap}/path",
    "srt://{trap}/../{file}",
    "rtsp://ho%73t/x",
    "rtsp://%31%32%37.0.0.1/x",
    "rtsp://host,other/x",
    "rtsp://host;other/x",
    "rtsp://host*/x",
    "rtsp://$HOST/x",
    "rtsp://" + "x" * 2000,
    "",
    " ",
    "\0",
)

_UNICODE = (
    "rtsp://họp.example/x",
    "rtsp://xn--\u200b.example/x",
    "rtsp://ｅｘａｍｐｌｅ.com/x",
    "rtsp://127。0。0。1/x",
    "rtsp://①②⑦.0.0.1/x",
    "rtsp://host／x",
    "rtsp://host\uff0fpath",
    "rtsp:\u2215\u2215host/x",
    "rtsp\uff1a//host/x",
    "ｒｔｓｐ://host/x",
    "rtsp://ex\u0430mple.com/x",
    "rtsp://host/\u202egpj.x",
    "rtsp://host/\u2066x",
    "rtsp://ho\u00adst/x",
    "rtsp://ho\u200dst/x",
    "rtsp://ho\ufeffst/x",
    "\ufeffrtsp://host/x",
    "rtsp://host/\x00x",
    "rtsp://host/\x1b[2J",
    "rtsp://host/\x7f",
    "rtsp://host/\x85x",
    "rtsp://host/\u2028x",
    "rtsp://host/\u2029x",
    "rtsp://host/\ud800x",
    "rtsp://host/x\n",
    "\trtsp://host/x",
    " rtsp://host/x",
    "rtsp://host/x ",
    "rt\tsp://host/x",
    "rtsp://ho\nst/x",
    "rtsp\u0000://host/x",
)

_LOCAL_FORMS = (
    *(f"{scheme}://{{trap}}/x" for scheme in _OTHER_PROTOCOLS),
    "file://{file}",
    "file:{file}",
    "FILE://{file}",
    "file://localhost{file}",
    "file:////{trap}/chia-se/x",
    "concat:{file}|{file}",
    "subfile,,start,0,end,100,,:{file}",
    "crypto:{file}",
    "cache:https://{trap}/x",
    "async:file:{file}",
    "data:video/mp2t;base64,R0AAEA==",
    "data:text/plain,x",
    "pipe:0",
    "pipe:1",
    "fd://0",
    "tee:{out}",
    "md5:{out}",
    "v4l2:///dev/video0",
    "dshow://:dshow-vdev=",
    "screen://",
    "screen://:screen-fps=1",
    "lavfi:movie={file}",
    "unix:{out}",
    "udp://@:1234",
    "udp://@239.0.0.1:1234",
    "rtp://@:5004",
    "vlc://quit",
    "vlc://pause:10",
    "{list}",
    "zip://{file}!/x",
    "ban-cong-vu:join?site=file://{file}",
    "javascript:fetch('https://{trap}')",
)  # fmt: skip

HOSTILE = (*_LOCAL_FORMS, *_VLC_CHAINS, *_INJECTED, *_CREDENTIALS, *_SRT_OPTIONS, *_FFMPEGS_OPTIONS, *_HOSTS, *_UNICODE)
