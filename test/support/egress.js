// `node --import` this: says of every connection where it goes, before it is made.
import { Socket } from "node:net";

const { connect } = Socket.prototype;
Socket.prototype.connect = function (...given) {
  const [first, second] = Array.isArray(given[0]) ? given[0] : given;
  const { host = "localhost", port, path } = typeof first === "object" ? first : { port: first, host: second };
  process.stderr.write(`connects to ${path ?? `${host}:${port}`}\n`);
  return connect.apply(this, given);
};
