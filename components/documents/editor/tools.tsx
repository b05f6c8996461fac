import {
  Bold,
  Code,
  Heading,
  ImageUp,
  Italic,
  Link2,
  List,
  ListOrdered,
  ListTodo,
  type LucideIcon,
  MessageSquareWarning,
  SquareCode,
  Table,
  Workflow,
} from "lucide-react";

export type ToolName =
  | "bold"
  | "italic"
  | "code"
  | "link"
  | "heading"
  | "bullet"
  | "number"
  | "task"
  | "table"
  | "block"
  | "admonition"
  | "diagram"
  | "file";

export type Tool = {
  name: ToolName;
  label: string;
  icon: LucideIcon;
  /** As CodeMirror names keys. No Alt: with Ctrl it writes letters on many keyboards. */
  keys?: string;
  /** Whether a thin line sets it apart from the one before it. */
  begins?: boolean;
};

export const tools: readonly Tool[] = [
  { name: "heading", label: "Heading", icon: Heading, keys: "Mod-Shift-2" },
  { name: "bold", label: "Bold", icon: Bold, keys: "Mod-b" },
  { name: "italic", label: "Italic", icon: Italic, keys: "Mod-i" },
  { name: "code", label: "Code", icon: Code, keys: "Mod-e" },
  { name: "link", label: "Link", icon: Link2, keys: "Mod-k" },
  { name: "number", label: "Numbered steps", icon: ListOrdered, keys: "Mod-Shift-7", begins: true },
  { name: "bullet", label: "List", icon: List, keys: "Mod-Shift-8" },
  { name: "task", label: "Task list", icon: ListTodo, keys: "Mod-Shift-9" },
  { name: "block", label: "Code block", icon: SquareCode, keys: "Mod-Shift-e", begins: true },
  { name: "table", label: "Table", icon: Table, keys: "Mod-Shift-6" },
  { name: "admonition", label: "Warning box", icon: MessageSquareWarning, keys: "Mod-Shift-1" },
  { name: "diagram", label: "Mermaid diagram", icon: Workflow, keys: "Mod-Shift-0" },
  { name: "file", label: "Picture or file", icon: ImageUp, begins: true },
];

/** `Mod-Shift-7` as a person reads it: `Ctrl Shift 7`. */
export const keysText = (keys: string, isApple: boolean) =>
  keys
    .split("-")
    .map((key) => (key === "Mod" ? (isApple ? "⌘" : "Ctrl") : key.length === 1 ? key.toUpperCase() : key))
    .join(" ");
