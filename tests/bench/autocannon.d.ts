// The package brings no types: here are those of what the bench uses.
declare module "autocannon" {
  export type Request = {
    method?: "GET" | "PUT";
    path?: string;
    headers?: Record<string, string>;
    body?: string;
    /** Called before each request; what it returns is sent. */
    setupRequest?: (request: Request) => Request;
    onResponse?: (status: number, body: string) => void;
  };

  export type Client = { setRequests(requests: Request[]): void };

  type Options = {
    url: string;
    connections: number;
    duration: number;
    setupClient: (client: Client) => void;
  };

  type Run = PromiseLike<{ errors: number; timeouts: number }> & {
    on(
      event: "response",
      heard: (client: Client, status: number, bytes: number, milliseconds: number) => void,
    ): void;
  };

  export default function autocannon(options: Options): Run;
}
