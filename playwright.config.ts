import { availableParallelism } from 'node:os'

import { defineConfig } from '@playwright/test'

import { CONSOLE_PORT, EMULATOR_PORT } from '@/e2e/fixtures/ports'

import { chromiumPath } from './scripts/chromium'

const baseURL = `http://127.0.0.1:${CONSOLE_PORT}`

export default defineConfig({
  testDir: 'e2e',
  fullyParallel: true,
  // Tests wait for the cloud and for the page to ask it again; meanwhile the next one works.
  workers: availableParallelism() + 1,
  retries: 0,
  forbidOnly: true,
  // The end of a wait that has failed, not a measure of speed: the machine may be busy with others.
  timeout: 300_000,
  expect: { timeout: 60_000 },
  // Without a file to go to, the JSON would fill the terminal.
  reporter: process.env['PLAYWRIGHT_JSON_OUTPUT_FILE'] ? [['list'], ['json']] : 'list',
  use: {
    baseURL,
    locale: 'en-GB',
    // Without a graphics card each picture of what only moves to be seen moving costs the processor.
    contextOptions: { reducedMotion: 'reduce' },
    // A trace of every test costs a third of the browser's time: `--trace retain-on-failure` keeps those of failures.
    screenshot: 'only-on-failure',
    launchOptions: { executablePath: chromiumPath(), args: ['--no-sandbox', '--disable-gpu'] },
  },
  projects: [
    { name: 'console', testIgnore: 'afterwards.spec.ts', teardown: 'secrets' },
    // What goes through every page, starts consoles of its own, or needs a large world.
    { name: 'proofs', testMatch: '*.proof.ts', teardown: 'secrets' },
    { name: 'secrets', testMatch: 'afterwards.spec.ts' },
  ],
  webServer: {
    // Its lines go to a file, where a test looks for secrets; they are shown when it does not start.
    command:
      'mkdir -p test-results && node --import tsx scripts/start.ts >test-results/server.log 2>&1 || cat test-results/server.log',
    url: `${baseURL}/api/health`,
    timeout: 600_000,
    gracefulShutdown: { signal: 'SIGTERM', timeout: 60_000 },
    env: {
      PORT: CONSOLE_PORT,
      EMULATOR_PORT,
      // Emptied at the start of each run, with the other results.
      DATA_DIR: 'test-results/data',
      EMULATOR_TIME_SCALE: '0.05',
      // Where no other test looks: what it reads would take the faults that others set.
      WATCH_REGIONS: 'me-east-1',
      WATCH_INTERVAL: '2',
      LOG_LEVEL: 'debug',
    },
  },
})
