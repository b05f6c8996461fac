const shells = ["bash", "console", "sh", "shell", "shell-session", "zsh"];

/** What is copied from a block of code: of a shell session, each line without the prompt before it. */
export function copiedCode(code: string, language?: string): string {
  const text = code.replace(/\n$/, "");
  return language && shells.includes(language) ? text.replace(/^\$ /gm, "") : text;
}
