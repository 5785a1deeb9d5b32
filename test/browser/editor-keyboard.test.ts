import { readFlow, type FlowDocument } from '@shopbell/engine'
import { FlowDraft, FlowVersionDetail } from '@shopbell/protocol'
import type { Locator, Page } from 'playwright-core'
import { Parse } from 'typebox/value'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { eventually } from '../tools/eventually.ts'
import { becomeOwner, openConsoleStage, type ConsoleStage } from './console-stage.ts'

// A whole reception, from an empty draft to what buyers get, by somebody who has no pointer: against the server that shops run.

/** One keydown (wherever the focus is), or one field filled, is an action. */
const MOST_ACTIONS = 120
/** A list of stops that does not end is a trap. */
const MOST_TABS = 25

let stage: ConsoleStage
let page: Page
let actions = 0

beforeAll(async () => {
  stage = await openConsoleStage({ environment: { SHOPBELL_DEMO: 'off' } })
  await becomeOwner(stage)
  page = stage.page
  const begun = await page.request.post(`${stage.shop.url}/api/v1/flow/draft`, {
    data: { from: 'empty' },
    headers: { origin: stage.shop.url },
  })
  Parse(FlowDraft, await begun.json())
  await page.addInitScript(() => {
    localStorage.setItem('shopbell.flowView', 'form')
    const seen: string[] = []
    Object.assign(window, { pointerEvents: seen })
    for (const type of ['pointerdown', 'pointermove', 'mousedown', 'mousemove', 'touchstart', 'wheel'])
      addEventListener(type, () => seen.push(type), { capture: true })
  })
  await stage.open('flow/edit')
  await page.locator('.editor').waitFor()
})
afterAll(() => stage.close())

const isFocused = (target: Locator) => target.evaluate((node) => node === document.activeElement)

async function press(key: string): Promise<void> {
  actions += 1
  await page.keyboard.press(key)
}

/** Writes into the field that has the focus. */
async function write(text: string): Promise<void> {
  actions += 1
  await page.keyboard.insertText(text)
}

async function stand(target: Locator): Promise<void> {
  await eventually(async () => expect(await isFocused(target)).toBe(true))
}

async function tabTo(target: Locator): Promise<void> {
  for (let tabs = 0; !(await isFocused(target)); tabs += 1) {
    expect(tabs, 'stops on the way').toBeLessThan(MOST_TABS)
    await press('Tab')
  }
}

/** Runs the command that is found first by these words. */
async function command(words: string): Promise<void> {
  await press('Control+k')
  await stand(page.getByRole('combobox', { name: 'Type a command' }))
  await write(words)
  await press('Enter')
  await eventually(async () => expect(await page.locator('.command-palette').count()).toBe(0))
}

const field = (key: string) => page.locator(`textarea[data-at="/texts/en/${key}"]`)

/** The text field that is empty and has the focus: what a new block or question brings. */
async function writeNew(at: RegExp, text: string): Promise<string> {
  const place = await eventually(async () => {
    const [focused, value] = await page.evaluate(() => {
      const field = document.activeElement
      return [
        field?.getAttribute('data-at') ?? '',
        field instanceof HTMLTextAreaElement ? field.value : null,
      ] as const
    })
    // The field that had the focus before is one of these, too, but has its words.
    expect(value).toBe('')
    expect(focused).toMatch(at)
    return focused
  })
  await write(text)
  return place.slice('/texts/en/'.length)
}

const QUESTIONS = [
  ['MOQ?', '500 pieces per colour.'],
  ['Lead time?', '20 days after the sample is approved.'],
  ['Samples?', 'A pack of 6 is US$ 39 with shipping.'],
  ['Your logo?', 'Yes: laser, silk print or full wrap.'],
  ['Payment?', 'T/T: 30% first, the rest before shipping.'],
  ['Warranty?', 'Two years on the vacuum.'],
  ['Tests?', 'LFGB, FDA, BPA free.'],
] as const

const SMART_QUESTIONS = [
  ['Which size do you need?', '500 ml', '750 ml'],
  ['How many pieces?', 'Under 500', '500 or more'],
  ['Shall we print your logo?', 'Yes', 'No'],
] as const

test('a greeting is added and written', async () => {
  await command('greeting')
  await writeNew(/^\/texts\/en\/welcome$/, 'Hello, you reached our shop.')
})

test('seven common questions, of which five are on', async () => {
  await command('add common')
  for (const [question, answer] of QUESTIONS) {
    await command('new question')
    const key = await writeNew(/^\/texts\/en\/faq\..*\.question$/, question)
    await tabTo(field(key.replace(/question$/, 'answer')))
    await write(answer)
  }
})

test('three smart questions with choices', async () => {
  for (const [question, ...choices] of SMART_QUESTIONS) {
    await command('add smart')
    const block = await writeNew(/^\/texts\/en\/ask[^.]*$/, question)
    await tabTo(page.getByRole('button', { name: 'Add a choice' }))
    for (const choice of choices) {
      await press('Enter')
      await writeNew(new RegExp(`^/texts/en/${block}\\..*\\.label$`), choice)
    }
  }
})

test('a person at the end', async () => {
  await command('to a person')
  await writeNew(/^\/texts\/en\/to-person$/, 'A person takes over here.')
})

test('what was built is published', async () => {
  await press('Control+Shift+P')
  const publish = page.getByRole('dialog').getByRole('button', { name: /^Publish v\d+$/, disabled: false })
  await publish.waitFor()
  await tabTo(publish)
  await press('Enter')
  await eventually(async () => {
    const document = await live()
    expect(
      Object.values(document.blocks)
        .map(({ kind }) => kind)
        .sort(),
    ).toEqual(['faq', 'greeting', 'handoff', 'smart-question', 'smart-question', 'smart-question'])
  })
})

test('it says what was written, in the order in which it was built', async () => {
  const { blocks, entries, texts, variables } = await live()
  expect(entries.reception).toBe('welcome')
  const faq = blocks['faq']
  const questions = faq && 'questions' in faq ? faq.questions : []
  expect(questions.map(({ enabled }) => enabled)).toEqual([true, true, true, true, true, false, false])
  expect(questions.map(({ id }) => texts['en']?.[`faq.${id}.question`])).toEqual(
    QUESTIONS.map(([words]) => words),
  )
  const order: string[] = []
  for (let id: string | undefined = entries.reception; id !== undefined;) {
    order.push(texts['en']?.[id] ?? '')
    const block: FlowDocument['blocks'][string] | undefined = blocks[id]
    id = block && 'next' in block ? block.next : undefined
  }
  expect(order).toEqual([
    'Hello, you reached our shop.',
    '',
    ...SMART_QUESTIONS.map(([words]) => words),
    'A person takes over here.',
  ])
  expect(
    Object.values(variables).map((variable) => 'options' in variable && variable.options.length),
  ).toEqual([2, 2, 2])
})

test(`it took at most ${MOST_ACTIONS} key actions and not one pointer event`, async () => {
  const pointerEvents = await page.evaluate(() => Reflect.get(window, 'pointerEvents'))
  expect(pointerEvents).toEqual([])
  expect(actions).toBeGreaterThan(50)
  expect(actions).toBeLessThanOrEqual(MOST_ACTIONS)
  expect(stage.complaints).toEqual([])
})

async function live(): Promise<FlowDocument> {
  const response = await page.request.get(`${stage.shop.url}/api/v1/flow/versions/live`)
  const flow = readFlow(Parse(FlowVersionDetail, await response.json()).document)
  if (!flow.ok) throw new Error('What is live cannot be read')
  return flow.document
}
