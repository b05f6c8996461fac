import "server-only";
import { Invalid, TooLarge, UnsupportedType } from "#lib/errors";

const mebibyte = 1024 * 1024;
const wantsJson = "Send JSON, with the content type application/json.";

/**
 * The JSON value that a request carries; where it may come without one and does, an empty object. Reads no more than
 * 1 MiB. Throws UnsupportedType, TooLarge, Invalid.
 */
export async function readJson(request: Request, isOptional = false): Promise<unknown> {
  const type = request.headers.get("content-type")?.split(";")[0]?.trim().toLowerCase();
  const wrongType = type === "application/json" ? undefined : new UnsupportedType(wantsJson);
  if (wrongType && !isOptional) throw wrongType;
  const text = await readText(request, 1);
  if (isOptional && text.trim() === "") return {};
  if (wrongType) throw wrongType;
  if (text.trim() === "") throw new Invalid("The body is empty; it has to be a JSON object.");
  const value = orUndefined(() => JSON.parse(text) as unknown);
  if (value === undefined) throw new Invalid("The body is not JSON.");
  return value;
}

/** The text that a request carries, UTF-8, of at most `mebibytes`. Throws TooLarge, Invalid. */
export async function readText(request: Request, mebibytes: number): Promise<string> {
  const bytes = await readBytes(request, mebibytes);
  const text = orUndefined(() => new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  if (text === undefined) throw new Invalid("The body is not UTF-8.");
  return text;
}

/**
 * The file that a form (`multipart/form-data`) carries in `field`, in a body of at most `mebibytes`.
 * Throws UnsupportedType, TooLarge, Invalid naming the field.
 */
export async function readFile(request: Request, field: string, mebibytes: number): Promise<File> {
  const type = request.headers.get("content-type") ?? "";
  if (!/^multipart\/form-data\s*;/i.test(type))
    throw new UnsupportedType("Send a form, with the content type multipart/form-data.");
  const bytes = await readBytes(request, mebibytes);
  const form = await new Response(bytes, { headers: { "content-type": type } }).formData().catch(() => undefined);
  const file = form?.get(field);
  if (!(file instanceof File)) throw new Invalid("Choose a file.", field);
  return file;
}

/** The bytes that a request carries, at most `mebibytes`. Throws TooLarge. */
export async function readBytes(request: Request, mebibytes: number): Promise<Buffer<ArrayBuffer>> {
  const tooLarge = () => new TooLarge(`The body is larger than ${mebibytes} MiB.`);
  const limitBytes = mebibytes * mebibyte;
  if (Number(request.headers.get("content-length")) > limitBytes) throw tooLarge();
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of request.body ?? []) {
    size += chunk.byteLength;
    // Leaving the loop cancels the stream: an endless body is not read to its end.
    if (size > limitBytes) throw tooLarge();
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function orUndefined<Result>(read: () => Result): Result | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}
