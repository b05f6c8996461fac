/** The page on which an error is pasted, for the other places that lead there. */
export const pasteAddress = "/search/paste";
