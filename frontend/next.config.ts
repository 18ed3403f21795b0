import type { NextConfig } from "next";

const config: NextConfig = {
  output: "export",
  trailingSlash: true, // /report/ -> report/index.html: any static file server can serve it
  images: { unoptimized: true },
  reactStrictMode: true,
  generateBuildId: async () => "sparring", // a random id would change the paths of an unchanged page
};

export default config;
