import type { Server } from "node:http";

/** Where people look first. */
const USUAL_PORT = 8080;

export const portOf = (server: Server): number => {
  const address = server.address();
  return typeof address === "object" && address !== null ? address.port : 0;
};

/** How long answers that are on their way may take once the bot stops. */
const PATIENCE_MS = 1_000;

/** Takes nothing new and lets what is on its way end. */
export const close = async (server: Server): Promise<void> => {
  if (!server.listening) return;
  const closed = new Promise((resolve) => server.close(resolve));
  const timer = setTimeout(() => server.closeAllConnections(), PATIENCE_MS);
  await closed;
  clearTimeout(timer);
};

const listenOn = (server: Server, host: string, port: number): Promise<void> =>
  new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen({ host, port, exclusive: true }, () => {
      server.off("error", reject);
      resolve();
    });
  });

const codeOf = (error: unknown): string =>
  error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : "";

/** For whoever set it up: what the operating system's word means here. */
const toSentence = (error: unknown, host: string, port: number): Error => {
  const at = `port ${port} of ${host}`;
  const known: Readonly<Record<string, string>> = {
    EADDRINUSE: `Another program already uses ${at}. Stop that program or choose another port.`,
    EACCES: `This account may not listen on ${at}. Choose a port from 1024 up.`,
    EADDRNOTAVAIL: `${host} is no address of this machine.`,
    ENOTFOUND: `${host} is no address of this machine.`,
  };
  return new Error(known[codeOf(error)] ?? `Listening on ${at} failed: ${codeOf(error) || "unknown"}.`, {
    cause: error,
  });
};

/** Listens where it is told; without a port on the usual one, and on any free one when that is taken. */
export const listen = async (
  server: Server,
  { host, port }: { host: string; port: number | undefined },
): Promise<void> => {
  try {
    await listenOn(server, host, port ?? USUAL_PORT);
  } catch (error) {
    if (port !== undefined || codeOf(error) !== "EADDRINUSE") throw toSentence(error, host, port ?? USUAL_PORT);
    await listenOn(server, host, 0);
  }
};
