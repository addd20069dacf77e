import { resolve } from "node:path";
import type { NextConfig } from "next";

const config: NextConfig = {
  // Built in .data/bench/reference with the packages of the checkout.
  turbopack: { root: resolve(process.cwd(), "../../..") },
  agentRules: false,
  experimental: { agentUpgrade: false },
};

export default config;
