import { type Browser, chromium } from 'playwright-core'
import { findChromium } from './find-chromium.ts'
import { PATIENCE_MS } from './patience.ts'

const FLAGS = [
  '--no-sandbox', // root has no sandbox, and test pages are our own
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** Starts a headless Chromium with an empty profile, whose pages wait as long as tests do; the caller closes it. */
export async function launchChromium(): Promise<Browser> {
  const { path, env } = findChromium()
  const browser = await chromium.launch({
    executablePath: path,
    args: FLAGS,
    env: { ...process.env, ...env },
    timeout: PATIENCE_MS,
  })
  return browser.on('context', (context) => context.setDefaultTimeout(PATIENCE_MS))
}
