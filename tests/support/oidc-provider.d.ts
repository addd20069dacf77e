// As much of oidc-provider as the tests use; it has no types of its own.
declare module "oidc-provider" {
  import type { RequestListener } from "node:http";

  type Context = { path: string; body: unknown; status: number };

  export default class Provider {
    constructor(issuer: string, configuration: Record<string, unknown>);
    callback(): RequestListener;
    use(middleware: (context: Context, next: () => Promise<void>) => Promise<void>): void;
    proxy: boolean;
  }
}
