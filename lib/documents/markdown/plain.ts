import type { Root } from "hast";

/** `body` word for word, under a line that says why it is not laid out. */
export function asWritten(body: string, why: string): Root {
  return {
    type: "root",
    children: [
      {
        type: "element",
        tagName: "blockquote",
        properties: {},
        children: [
          {
            type: "element",
            tagName: "p",
            properties: {},
            children: [{ type: "text", value: `[!NOTE]\nThis text is shown as it was written, because ${why}.` }],
          },
        ],
      },
      {
        type: "element",
        tagName: "pre",
        properties: {},
        children: [{ type: "element", tagName: "code", properties: {}, children: [{ type: "text", value: body }] }],
      },
    ],
  };
}
