import { type RuleBookChoice, SignedIn } from '@shopbell/protocol'
import type { Page } from 'playwright-core'
import { Value } from 'typebox/value'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { becomeOwner, type ConsoleStage, openConsoleStage } from './console-stage.ts'

/** The server's clock: it stands still until a test moves it. */
let at = Date.parse('2026-03-10T04:00:00Z')
let stage: ConsoleStage

beforeAll(async () => {
  stage = await openConsoleStage({ clock: { now: () => at } })
  await becomeOwner(stage)
})
afterAll(() => stage.close())

const OWN: RuleBookChoice = {
  base: 'marketplace',
  changes: { reception: { faq: { maxCreated: 6, maxEnabled: 1, answerMax: 120, countMode: 'cjk' } } },
}

async function api(method: 'get' | 'post', path: string, data?: unknown): Promise<unknown> {
  const answer = await stage.page.request[method](`${stage.shop.url}/api/v1${path}`, {
    headers: { origin: stage.shop.url },
    ...(data !== undefined && { data }),
  })
  expect(answer.ok()).toBe(true)
  return answer.json()
}

async function opened(path: string): Promise<Page> {
  const page = await stage.context.newPage()
  await page.goto(`${stage.shop.url}/console/${path}`)
  return page
}

test('pages that stay open over midnight go by the next day’s rule book (PRF-02, FAQ-05)', async () => {
  await api('post', '/settings/profile', { choice: OWN, revision: 0 })
  const { store } = Value.Parse(SignedIn, await api('get', '/session'))
  // The clock stands still before midnight: every open page asks again each two seconds.
  at += store.ruleBookHoldsMs - 2_000

  const flow = await opened('flow/edit')
  await flow.getByText('2 off, 7/7 created').waitFor()
  await flow.getByText('No problems').waitFor()
  const status = await opened('rules/status')
  const closing = status.getByRole('region', { name: 'Thanks and goodbye' })
  await closing.getByRole('switch').click()
  await closing.getByLabel('What the buyer reads').fill('Any time 老板!')
  await closing.getByText('12/200').waitFor()
  const book = await opened('reception/rules')
  await book.getByText(/^Custom holds from/).waitFor()

  at += 2_000
  await flow.getByText('2 off, 7/6 created').waitFor()
  await flow.getByText('No problems').waitFor({ state: 'hidden' })
  // Wide characters count one and others a half, as the server counts.
  await closing.getByText('7/120').waitFor()
  await book.getByText(/^Custom holds from/).waitFor({ state: 'hidden' })
  const days = book.getByRole('region', { name: 'Rule books by day' }).getByRole('listitem')
  await days.first().getByText('Since Mar 11, 2026').waitFor()
  await days.nth(1).getByText('Until Mar 10, 2026').waitFor()
  expect(stage.complaints).toEqual([])
})
