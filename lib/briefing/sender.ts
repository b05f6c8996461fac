/** Where a form of the night leads back to, and by which link its reader came. */
export type Sender = {
  /** The path of the page, with the link's key where there is one. */
  back: string;
  /** The signed text of the link in a message; null for somebody who is signed in. */
  linkKey: string | null;
};
