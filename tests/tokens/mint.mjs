// Mints identity tokens the way a customer's server might: with what Node has, and none of Baton's code.
//
//   node mint.mjs SECRET CLAIMS_JSON SECONDS_UNTIL_END [HEADER_JSON] [HASH]
//
// Claims that hold an end of their own keep it.
import { createHmac } from "node:crypto";

const [secret, claims, seconds, header = '{"alg":"HS256","typ":"JWT"}', hash = "sha256"] = process.argv.slice(2);
const exp = Math.floor(Date.now() / 1000) + Number(seconds);
const part = (text) => Buffer.from(text).toString("base64url");
const signed = `${part(header)}.${part(JSON.stringify({ exp, ...JSON.parse(claims) }))}`;
process.stdout.write(`${signed}.${createHmac(hash, secret).update(signed).digest("base64url")}`);
