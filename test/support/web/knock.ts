import { request } from "node:http";

export interface Knock {
  /** The address of what stands there. */
  readonly to: string;
  readonly method?: string;
  readonly path?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** fetch does not let anybody choose Host; this does. */
export const knock = ({
  to,
  method = "GET",
  path = "/",
  headers = {},
  body,
}: Knock): Promise<{ status: number; headers: Readonly<Record<string, unknown>>; body: string }> =>
  new Promise((resolve, reject) => {
    const { hostname, port } = new URL(to);
    const sent = request({ hostname, port, path, method, headers }, (response) => {
      let text = "";
      response.setEncoding("utf8").on("data", (part: string) => {
        text += part;
      });
      response.on("end", () => resolve({ status: response.statusCode ?? 0, headers: response.headers, body: text }));
    });
    sent.on("error", reject);
    sent.end(body);
  });
