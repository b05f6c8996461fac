/** A file on a shelf, by the name that tells it from every other: its real path, or its address. */
export type FileName = string;

/** Where the files of one import come from: a folder, or the web. */
export type Shelf = {
  /** The files to begin with. In a scan, those that hold no descriptor are passed over. */
  begin(): Promise<{ files: FileName[]; isScan: boolean }>;
  /** The files that `target` names in `from`; or why it is not followed, which is a fault or merely a note. */
  resolve(from: FileName, target: string): Promise<{ files: FileName[] } | { fault: string } | { note: string }>;
  /** `hidesOthers`: the file may be there, so what it describes must not count as gone. */
  read(file: FileName): Promise<{ bytes: Uint8Array } | { reason: string; hidesOthers?: boolean }>;
  /** How messages call the file. */
  show(file: FileName): string;
};
