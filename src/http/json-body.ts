import type { FastifyInstance } from "fastify";
import { httpError } from "./errors/http-errors.js";

/**
 * Reads bodies as JSON in UTF-8, the only accepted form. Any other declared type is refused with 415, and the error names
 * the accepted type. Bytes that are not UTF-8 are refused too, since decoding them would record � for letters.
 */
export function readJsonBodies(fastify: FastifyInstance): void {
  const parse = fastify.getDefaultJsonParser("error", "error");
  fastify.removeAllContentTypeParsers();
  fastify.addContentTypeParser("application/json", { parseAs: "buffer" }, (request, body, done) => {
    try {
      refuseEncoding(request.headers["content-encoding"]);
      refuseCharset(request.headers["content-type"] ?? "");
      // The parser types its argument as either form of a body.
      void parse(request, decoded(body as Buffer), done);
    } catch (error) {
      done(error as Error, undefined); // one of the refusals
    }
  });
}

/** Compressed bodies are refused: bodies are short, and a small compressed one could have any size. */
function refuseEncoding(encoding = ""): void {
  if (/^(\s|,|identity)*$/i.test(encoding)) return;
  const message =
    "The body is compressed (header Content-Encoding), which this API does not accept. Send it uncompressed, without that header.";
  throw httpError(415, "UNSUPPORTED_MEDIA_TYPE", message, { "accept-encoding": "identity" });
}

/** Accepts the Encoding standard's names of UTF-8 (`utf-8`, `UTF8`, …), with or without quotation marks. */
function refuseCharset(contentType: string): void {
  const [, quoted, plain] = /;\s*charset\s*=\s*(?:"([^"]*)"|([^\s;]*))/i.exec(contentType) ?? [];
  const charset = quoted ?? plain;
  if (charset === undefined || isUtf8(charset)) return;
  const message = `The body must be JSON in UTF-8: the header Content-Type names the charset "${charset.slice(0, 40)}". Send Content-Type: application/json.`;
  throw httpError(415, "UNSUPPORTED_MEDIA_TYPE", message);
}

function isUtf8(label: string): boolean {
  try {
    return new TextDecoder(label).encoding === "utf-8";
  } catch {
    return false; // no known encoding
  }
}

const utf8 = new TextDecoder("utf-8", { fatal: true });

function decoded(body: Buffer): string {
  try {
    return utf8.decode(body);
  } catch {
    throw httpError(400, "BAD_REQUEST", "The body is not valid UTF-8. Encode it as JSON in UTF-8.");
  }
}
