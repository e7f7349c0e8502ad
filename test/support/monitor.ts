import { request } from "node:http";

/** One request to the program's port as somebody sends it who does not keep to what browsers do. */
export const knockRaw = (
  address: string,
  { path, method = "GET", headers = {} }: { path: string; method?: string; headers?: Readonly<Record<string, string>> },
): Promise<{ readonly status: number; readonly body: string; readonly type: string }> => {
  const { hostname, port, host } = new URL(address);
  return new Promise((resolve, reject) => {
    const asking = request({ hostname, port, path, method, headers: { host, ...headers } }, (answer) => {
      let body = "";
      answer.on("data", (chunk: Buffer) => {
        body += chunk.toString();
      });
      answer.on("end", () =>
        resolve({ status: answer.statusCode ?? 0, body, type: answer.headers["content-type"] ?? "" }),
      );
    });
    asking.on("error", reject);
    asking.end();
  });
};
