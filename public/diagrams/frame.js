// Runs in a frame without an origin: it hears from the page around it only, and answers with a size or a complaint.
(() => {
  const { nonce } = document.currentScript;
  const place = document.getElementById("drawing");
  let drawings = 0;

  addEventListener("message", ({ source, data }) => {
    if (source !== parent) return;
    if (data.kind === "library") load(data.text);
    if (data.kind === "draw") void draw(data.source, data.palette);
  });
  tell({ kind: "ready" });

  function tell(message) {
    parent.postMessage(message, "*");
  }

  function load(text) {
    const script = document.createElement("script");
    script.nonce = nonce;
    script.textContent = text;
    document.head.append(script);
  }

  async function draw(source, palette) {
    const number = ++drawings;
    try {
      globalThis.mermaid.initialize(settings(palette));
      document.documentElement.style.colorScheme = palette.isDark ? "dark" : "light";
      const { svg } = await globalThis.mermaid.render(`diagram-${number}`, source);
      if (number !== drawings) return;
      place.innerHTML = svg;
      sized(place.firstElementChild);
      tell({ kind: "drawn", height: Math.ceil(place.getBoundingClientRect().height) + scrollbar() });
    } catch (error) {
      if (number === drawings) tell({ kind: "failed", why: String(error?.message ?? error) });
    }
  }

  // As large as it was drawn, smaller where there is less room, and scrolled rather than too small to be read.
  function sized(svg) {
    const [, , width] = svg.getAttribute("viewBox").split(" ").map(Number);
    svg.removeAttribute("height");
    svg.style.maxWidth = `${width}px`;
    svg.style.minWidth = `${width * 0.8}px`;
    svg.style.width = "100%";
  }

  function scrollbar() {
    const { scrollWidth, clientWidth } = document.documentElement;
    return scrollWidth > clientWidth ? 14 : 0;
  }

  addEventListener("resize", () => {
    if (!place.firstElementChild) return;
    tell({ kind: "drawn", height: Math.ceil(place.getBoundingClientRect().height) + scrollbar() });
  });

  function settings(palette) {
    return {
      startOnLoad: false,
      securityLevel: "strict",
      suppressErrorRendering: true,
      maxTextSize: 50_000,
      maxEdges: 500,
      // Labels are text of the drawing, never HTML, and no diagram may say otherwise of itself.
      htmlLabels: false,
      flowchart: { htmlLabels: false },
      secure: [
        "secure",
        "securityLevel",
        "startOnLoad",
        "maxTextSize",
        "maxEdges",
        "suppressErrorRendering",
        "htmlLabels",
      ].concat(["flowchart", "theme", "themeCSS", "themeVariables", "fontFamily"]),
      theme: "base",
      fontFamily: "system-ui, sans-serif",
      themeVariables: {
        darkMode: palette.isDark,
        background: palette.paper,
        fontSize: "14px",
        primaryColor: palette["accent-wash"],
        primaryTextColor: palette.ink,
        primaryBorderColor: palette.accent,
        secondaryColor: palette.well,
        secondaryTextColor: palette.ink,
        secondaryBorderColor: palette.control,
        tertiaryColor: palette.sheet,
        tertiaryTextColor: palette.ink,
        tertiaryBorderColor: palette["line-strong"],
        lineColor: palette["ink-soft"],
        textColor: palette.ink,
        noteBkgColor: palette["warn-wash"],
        noteTextColor: palette.ink,
        noteBorderColor: palette.warn,
        edgeLabelBackground: palette.paper,
        clusterBkg: palette.well,
        clusterBorder: palette["line-strong"],
        errorBkgColor: palette["port-wash"],
        errorTextColor: palette.port,
      },
    };
  }
})();
