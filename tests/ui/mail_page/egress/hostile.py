"""A mail that tries everything HTML and CSS know to reach out. ``canary`` is where it would be seen (``host:port``)."""

from __future__ import annotations


def hostile(canary: str) -> str:
    """Each way out has its own path, and half of them a name that would have to be looked up first."""
    here, name = f"http://{canary}", "http://xau.example"
    return f"""<!DOCTYPE html><html manifest="{here}/manifest"><head>
<base href="{here}/base/">
<meta http-equiv="refresh" content="0;url={here}/refresh"><meta http-equiv="refresh" content="1;url={name}/refresh">
<meta http-equiv="x-dns-prefetch-control" content="on"><meta property="og:image" content="{here}/og">
<link rel="stylesheet" href="{here}/sheet.css"><link rel="prefetch" href="{here}/prefetch">
<link rel="preload" as="image" href="{here}/preload"><link rel="preconnect" href="{name}">
<link rel="dns-prefetch" href="//dns.xau.example"><link rel="prerender" href="{name}/prerender">
<link rel="icon" href="{here}/icon"><link rel="modulepreload" href="{here}/module"><link rel="import" href="{here}/imp">
<style>@import url({here}/import.css); @import "{name}/import2.css"; @import '//xau.example/import3.css';
@font-face {{ font-family: Xau; src: url({here}/font.woff2); }} p {{ font-family: Xau, serif; }}
body {{ background: url({here}/css-body.png); cursor: url({here}/cursor.cur), auto; }}
li {{ list-style-image: url('{name}/list.png'); }} p::after {{ content: url({here}/after.png); }}
.a {{ background-image: image-set(url({here}/set.png) 1x); mask: url({here}/mask.svg#m); }}
.b {{ background: u\\72l({here}/escaped.png); border-image: url({here}/border.png) 1; }}
.c {{ filter: url({here}/filter.svg#f); clip-path: url({name}/clip.svg#c); shape-outside: url({here}/shape.png); }}
.d {{ background: -webkit-cross-fade(url({here}/fade1.png), url({here}/fade2.png), 50%); --x: url({here}/var.png); }}
</style></style ><script src="{here}/script.js"></script><script>fetch("{here}/fetch"); new Image().src="{here}/img";
navigator.sendBeacon("{here}/beacon"); new WebSocket("ws://{canary}/socket"); location = "{here}/location";</script>
<noscript><img src="{here}/noscript.png"></noscript></head>
<body background="{here}/body.png" onload="location='{here}/onload'" style="background:url({here}/style.png)">
<p class="a b c d">Kính gửi đồng chí, xem Thông tư 12/2024/TT-BLĐPTXH.</p>
<img src="{here}/img.png"><img src="//{canary}/slashes.png"><img src="/relative.png"><img src="relative2.png">
<img src="{name}/name.png" srcset="{here}/srcset.png 1x, {name}/srcset2.png 2x" sizes="100vw" lowsrc="{here}/low.png">
<img src="cid:{here}/cid.png"><img src="cid:../../{canary}"><img src="cid:nen" usemap="#m"><img dynsrc="{here}/dyn">
<img src="data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg'><image href='{here}/in-svg.png'/></svg>">
<img src="data:text/html,<img src={here}/in-data.png>"><img src="{here}/error.png" onerror="fetch('{here}/onerror')">
<img src="file:///etc/passwd"><img src="qrc:///qt"><img src="chrome://version"><img src="ftp://{canary}/ftp.png">
<img src="view-source:{here}/vs"><img src="blob:{here}/x"><img src="banthu://x/part/0"><img src="part/0">
<picture><source srcset="{here}/source.webp"><img src="{here}/picture.png"></picture>
<svg xmlns:xlink="http://www.w3.org/1999/xlink"><image xlink:href="{here}/svg.png"/><use href="{here}/use.svg#a"/>
<style>@import url({here}/svg.css);</style><script href="{here}/svg.js"/><a href="{here}/a"><text>x</text></a></svg>
<math><mtext><style><img src="{here}/math.png"></style></mtext><mglyph src="{here}/glyph.png"/></math>
<iframe src="{here}/iframe"></iframe><iframe srcdoc="<img src={here}/srcdoc.png>"></iframe>
<frameset><frame src="{here}/frame"></frameset><object data="{here}/object"></object><embed src="{here}/embed">
<applet code="x" codebase="{here}/applet"></applet><portal src="{here}/portal"></portal>
<video poster="{here}/poster.png" src="{here}/video.mp4" autoplay><track src="{here}/track.vtt" default></video>
<audio src="{here}/audio.mp3" autoplay></audio><bgsound src="{here}/bgsound">
<form action="{here}/form"><input type="image" src="{here}/input.png"><button formaction="{here}/fa">Gửi</button></form>
<isindex action="{here}/isindex"><input autofocus onfocus="fetch('{here}/focus')">
<table background="{here}/table.png"><tr background="{here}/tr.png"><td background="{name}/td.png">1</td></tr></table>
<template><img src="{here}/template.png"></template><ul><li>1</li></ul><link rel="stylesheet" href="{here}/late.css">
<div style="background-image:url(&quot;{here}/quoted.png&quot;)">1</div><div style="background:url( {here}/sp">2</div>
<div style="background:\\75rl({here}/hex.png);content:url({name}/c.png)">3</div>
<marquee onstart="fetch('{here}/m')">4</marquee>
<a href="{here}/link" ping="{here}/ping" attributionsrc="{here}/attribution">liên kết</a><a href="{name}/b">khác</a>
<body style="background:url({here}/second-body.png)"><plaintext><img src="{here}/plaintext.png">"""
