import createNextIntlPlugin from 'next-intl/plugin'

const withNextIntl = createNextIntlPlugin({
  requestConfig: './lib/i18n/request.ts',
  // The build parses the messages, so that no page carries a parser.
  experimental: {
    messages: { path: './messages', format: 'json', locales: 'infer', precompile: true },
  },
})

/** @type {import('next').NextConfig} */
const config = {
  distDir: process.env.BUILD_FOLDER ?? '.next',
  poweredByHeader: false,
  reactStrictMode: true,
  images: { unoptimized: true },
  // `npm test` checks the types, the tests' too, as a stage of its own.
  typescript: { ignoreBuildErrors: true },
  transpilePackages: ['@alicloud/cbn20170912'],
  serverExternalPackages: ['@dbos-inc/dbos-sdk', 'pino'],
  // A line per action would print its input, and with it a pre-shared key.
  logging: { serverFunctions: false },
  experimental: {
    serverActions: { bodySizeLimit: '64kb' },
    // Of a checkout that is built once, writing that cache takes a third of the build.
    turbopackFileSystemCacheForBuild: false,
  },
}

export default withNextIntl(config)
