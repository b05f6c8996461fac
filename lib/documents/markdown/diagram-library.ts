import mermaid from "mermaid/package.json" with { type: "json" };

export const diagramLibraryVersion = mermaid.version;

/** Where the portal serves the library that draws diagrams; another version has another address. */
export const diagramLibrary = `/diagrams/mermaid/${mermaid.version}`;
