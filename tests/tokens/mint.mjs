// Mints identity tokens the way a customer's server might: with a JWT library for Node, and none of Baton's code.
//
//   node mint.mjs SECRET CLAIMS_JSON SECONDS_UNTIL_END [HEADER_JSON HASH]
//
// Claims that hold an end of their own keep it. A header that no library would write is signed by hand.
import { createHmac } from "node:crypto";
import { SignJWT } from "jose";

const [secret, claims, seconds, header, hash] = process.argv.slice(2);
const exp = Math.floor(Date.now() / 1000) + Number(seconds);
const payload = { exp, ...JSON.parse(claims) };

const byHand = () => {
  const part = (text) => Buffer.from(text).toString("base64url");
  const signed = `${part(header)}.${part(JSON.stringify(payload))}`;
  return `${signed}.${createHmac(hash, secret).update(signed).digest("base64url")}`;
};
const byLibrary = () =>
  new SignJWT(payload).setProtectedHeader({ alg: "HS256", typ: "JWT" }).sign(new TextEncoder().encode(secret));

process.stdout.write(await (header ? byHand() : byLibrary()));
