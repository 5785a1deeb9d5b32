import type { Browser, BrowserContext, Page } from 'playwright-core'
import { inject } from 'vitest'
import { openDatabase } from '../../packages/server/src/store/open-database.ts'
import { runAsJournal } from '../../packages/server/src/store/run-as.ts'
import { findStoreByPublicId } from '../../packages/server/src/store/stores.ts'
import { createPostgresDatabase, SILENT } from '../database/store/test-database.ts'
import { addAccount, PASSWORD } from '../protocol/console-stage/add-account.ts'
import { launchChromium } from '../tools/launch-chromium.ts'
import { startShop, type Shop } from '../tools/start-shop.ts'

/** Mei and Lin, each with a browser of their own on a server of their own, over one PostgreSQL. */
export interface AttendStage {
  readonly nodes: readonly [Shop, Shop]
  readonly mei: Page
  readonly lin: Page
  /** Another browser of one of them. */
  readonly signIn: (name: 'mei' | 'lin', options?: Parameters<Browser['newContext']>[0]) => Promise<Page>
  readonly close: () => Promise<void>
}

export async function openAttendStage(): Promise<AttendStage> {
  const database = await createPostgresDatabase(inject('postgresUrl'))
  const start = () => startShop({ environment: { DATABASE_URL: database.url } })
  const nodes = [await start(), await start()] as const
  await addPeople(database.url)
  const browser = await launchChromium()
  const signIn: AttendStage['signIn'] = async (name, options = {}) => {
    const { url } = nodes[name === 'mei' ? 0 : 1]
    const context = await browser.newContext({
      viewport: { width: 1440, height: 900 },
      locale: 'en',
      reducedMotion: 'reduce',
      ...options,
    })
    await watchSignals(context)
    const page = await context.newPage()
    await page.goto(`${url}/console/sign-in`)
    await page.getByLabel('E-mail').fill(`${name}@shop.test`)
    await page.getByLabel('Password').fill(PASSWORD)
    await page.getByRole('button', { name: 'Sign in' }).click()
    await page.getByRole('heading', { name: 'Follow up' }).waitFor()
    return page
  }
  return {
    nodes,
    mei: await signIn('mei'),
    lin: await signIn('lin'),
    signIn,
    close: async () => {
      await browser.close()
      for (const node of nodes) await node.stop()
      await database.drop()
    },
  }
}

/** What reached the person outside of the page: tones, and notifications of the system, which a browser without a desktop has none of. */
export interface Signals {
  tones: number
  asked: number
  readonly shown: { readonly title: string; readonly body: string; readonly click: () => void }[]
}

declare global {
  interface Window {
    signals: Signals
  }
}

async function watchSignals(context: BrowserContext): Promise<void> {
  await context.addInitScript(() => {
    const signals: Signals = { tones: 0, asked: 0, shown: [] }
    window.signals = signals
    const { start } = OscillatorNode.prototype
    OscillatorNode.prototype.start = function (...when) {
      signals.tones += 1
      start.apply(this, when)
    }
    class Notification {
      static permission: NotificationPermission = 'default'
      static requestPermission = () => {
        signals.asked += 1
        Notification.permission = 'granted'
        return Promise.resolve(Notification.permission)
      }
      onclick: (() => void) | null = null
      close = () => undefined
      constructor(title: string, { body = '' }: NotificationOptions = {}) {
        signals.shown.push({ title, body, click: () => this.onclick?.() })
      }
    }
    Object.defineProperty(window, 'Notification', { value: Notification })
  })
}

/** Without an owner the console would ask for one first. */
async function addPeople(databaseUrl: string): Promise<void> {
  const database = await openDatabase({ databaseUrl, dataDirectory: '', log: SILENT })
  const store = await runAsJournal(database, (tx) => findStoreByPublicId(tx, 'demo'))
  const parts = { database, clock: { now: Date.now, forward: () => undefined } }
  await addAccount(parts, store?.id ?? 0, { email: 'mei@shop.test', role: 'owner' })
  await addAccount(parts, store?.id ?? 0, { email: 'lin@shop.test', role: 'agent' })
  await database.close()
}
