/** The origin of the alerts by which a person tests their own pager. */
export const drillOrigin = (personId: string): string => `drill:${personId}`;

/** What nobody ended by then has played long enough. It is over before the pager would ask again. */
export const drillMinutes = 20;
