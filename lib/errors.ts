/** A failure that a person or a program may be told about. Anything else is a bug and stays behind a plain "something broke". */
export abstract class KnownError extends Error {
  abstract readonly status: 401 | 403 | 404 | 409 | 413 | 415 | 422 | 429 | 503;
  abstract readonly title: string;
}

/** Nobody is signed in, or the token is unknown, revoked or expired. */
export class Unauthenticated extends KnownError {
  readonly status = 401;
  readonly title = "Sign in first";
  constructor(message = "A valid session or API token is needed.") {
    super(message);
  }
}

/** The viewer may see the thing, but not do this with it. */
export class Forbidden extends KnownError {
  readonly status = 403;
  readonly title = "Not allowed";
}

/** The thing is not there, or the viewer may not know of it. */
export class NotFound extends KnownError {
  readonly status = 404;
  readonly title = "Not found";
  constructor(message = "There is no such thing here.") {
    super(message);
  }
}

/** Somebody else was first, or the change contradicts what is there. `path` names the field, if one is to blame. */
export class Conflict extends KnownError {
  readonly status = 409;
  readonly title = "Conflict";
  readonly path: string | undefined;
  constructor(message: string, path?: string) {
    super(message);
    this.path = path;
  }

  /** What a program is told beside the words, as further members of the problem. */
  get members(): object | undefined {
    return undefined;
  }
}

/** Input that cannot be accepted; one or more fields with what is wrong, paths dotted as in `links.0.url`. */
export class Invalid extends KnownError {
  readonly status = 422;
  readonly title = "Not valid";
  readonly errors: { path: string; message: string }[];
  constructor(errors: { path: string; message: string }[] | string, path = "") {
    const list = typeof errors === "string" ? [{ path, message: errors }] : errors;
    super(list.map((error) => error.message).join(" "));
    this.errors = list;
  }
}

/** The body is larger than this call accepts. */
export class TooLarge extends KnownError {
  readonly status = 413;
  readonly title = "Too large";
}

/** The body is not of a type that this call reads. */
export class UnsupportedType extends KnownError {
  readonly status = 415;
  readonly title = "Unsupported media type";
}

/** Too many tries at signing in. */
export class TooManyTries extends KnownError {
  readonly status = 429;
  readonly title = "Too many tries";
  readonly retryAfterSeconds: number;
  constructor(message: string, retryAfterSeconds: number) {
    super(message);
    this.retryAfterSeconds = retryAfterSeconds;
  }
}

/** The server cannot do it at the moment; trying again later is right. */
export class Unavailable extends KnownError {
  readonly status = 503;
  readonly title = "Not available right now";
  readonly retryAfterSeconds: number;
  constructor(message: string, retryAfterSeconds = 5) {
    super(message);
    this.retryAfterSeconds = retryAfterSeconds;
  }
}
