import { type Browser, chromium } from 'playwright-core'
import { findChromium } from './find-chromium.ts'

const FLAGS = [
  '--no-sandbox', // root has no sandbox, and test pages are our own
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** Starts a headless Chromium with an empty profile; the caller closes it. */
export async function launchChromium(): Promise<Browser> {
  const { path, env } = findChromium()
  return chromium.launch({ executablePath: path, args: FLAGS, env: { ...process.env, ...env } })
}
