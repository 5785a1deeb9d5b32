import type { Page } from 'playwright-core'
import { openEditorStage, type EditorStage } from '../../test/browser/editor-stage/editor-stage.ts'
import { dragBlock, type DragPace } from '../editor/drag-block.ts'
import { BLOCKS, countLinks, largeFlow } from '../editor/large-flow.ts'
import { serveBareFlow, type BareFlow } from '../editor/serve-bare-flow.ts'
import { heapMB, takeNotes, watchPage } from '../editor/watch-page.ts'
import { median, percentile } from '../statistics.ts'
import type { Measure } from './measure.ts'

const TYPED = ' a text that goes on for a while, as sellers write'
/** How often a link is cut to see when the problem shows. */
const CUTS = 8
const OURS = '[data-block="block-0"] header'
const BARE = '.svelte-flow__node[data-id="block-0"]'

interface Round {
  readonly openMs: number
  readonly openTaskMs: number
  readonly keyToPaintMs: readonly number[]
  readonly editTaskMs: number
  readonly problemMs: readonly number[]
  readonly heapMB: number
  /** Ours and the bare page's, at 100 % and with everything in view. */
  readonly near: Pair
  readonly far: Pair
}

interface Pair {
  readonly ours: DragPace
  readonly bare: DragPace
}

/** The canvas with as large a flow as anybody draws, beside a page with nothing but Svelte Flow. */
export const editor: Measure = {
  name: 'editor',
  run: async ({ pace, tell }) => {
    const flow = largeFlow()
    const stage = await openEditorStage(flow)
    const bare = await serveBareFlow(flow)
    const rounds: Round[] = []
    try {
      for (let round = 1; round <= pace.rounds; round++) {
        tell(`editor: round ${String(round)} of ${String(pace.rounds)}`)
        rounds.push(await playRound(stage, bare))
      }
    } finally {
      await bare.close()
      await stage.close()
    }
    const of = (pick: (round: Round) => number): number => median(rounds.map(pick))
    const keys = rounds.flatMap(({ keyToPaintMs }) => keyToPaintMs)
    const problems = rounds.flatMap(({ problemMs }) => problemMs)
    const row = (what: string, pair: (round: Round) => Pair) => [
      what,
      of((round) => pair(round).ours.framesPerSecond),
      of((round) => pair(round).bare.framesPerSecond),
      of((round) => ratio(pair(round))),
      of((round) => pair(round).ours.longestFrameMs),
    ]
    return {
      tables: [
        {
          title: `Editor: ${String(BLOCKS)} blocks, ${String(countLinks(flow))} links`,
          columns: ['', 'median', 'p95'],
          rows: [
            ['opened, until the first block is painted, ms', of(({ openMs }) => openMs), null],
            ['longest task while opening, ms', of(({ openTaskMs }) => openTaskMs), null],
            ['key to paint, ms (16: or less)', median(keys), percentile(keys, 0.95)],
            ['edit to shown problem, ms', median(problems), percentile(problems, 0.95)],
            ['longest task while editing, ms', of(({ editTaskMs }) => editTaskMs), null],
            ['heap, MB', of((round) => round.heapMB), null],
          ],
        },
        {
          title: 'Editor: dragging a block',
          columns: ['view', 'frames/s', 'bare Svelte Flow', 'ratio', 'longest frame ms'],
          rows: [row('100 %', ({ near }) => near), row('everything in view', ({ far }) => far)],
        },
      ],
      targets: [
        { what: 'editor opened', reached: of(({ openMs }) => openMs), bound: { atMost: 2_000 }, unit: 'ms' },
        {
          what: 'editor, key to paint p95',
          reached: percentile(keys, 0.95),
          bound: { atMost: 50 },
          unit: 'ms',
        },
        {
          what: 'editor, edit to shown problem p95',
          reached: percentile(problems, 0.95),
          bound: { atMost: 300 },
          unit: 'ms',
        },
        {
          what: 'editor, longest task while editing',
          reached: of(({ editTaskMs }) => editTaskMs),
          bound: { atMost: 50 },
          unit: 'ms',
        },
        {
          what: 'editor dragging / bare Svelte Flow',
          reached: Math.min(
            of(({ near }) => ratio(near)),
            of(({ far }) => ratio(far)),
          ),
          bound: { atLeast: 0.8 },
          unit: '×',
        },
        { what: 'editor heap', reached: of((round) => round.heapMB), bound: { atMost: 150 }, unit: 'MB' },
      ],
    }
  },
}

const ratio = ({ ours, bare }: Pair): number => ours.framesPerSecond / bare.framesPerSecond

async function playRound(stage: EditorStage, bare: BareFlow): Promise<Round> {
  await stage.beginAgain() // the round before has moved its block away
  const page = await stage.open({ view: 'canvas', prepare: watchPage })
  const context = page.context()
  await page.locator(OURS).waitFor()
  await page.getByText('No problems').waitFor()
  const opened = await takeNotes(page)
  const keyToPaintMs = await typing(page)
  const problemMs = await problemsShown(page)
  const edited = await takeNotes(page)
  const zoomed = async (): Promise<number> => {
    const style = await page.locator('.svelte-flow__viewport').getAttribute('style')
    return Number(/scale\(([\d.]+)\)/.exec(style ?? '')?.[1] ?? 1)
  }
  const near = { ours: await dragBlock(page, OURS), bare: await bareDrag(await context.newPage(), bare, 1) }
  await page.bringToFront()
  await page.getByRole('button', { name: 'Show everything' }).click()
  await page.locator('[data-block="block-299"]').waitFor()
  const farZoom = await zoomed()
  const far = {
    ours: await dragBlock(page, OURS),
    bare: await bareDrag(await context.newPage(), bare, farZoom),
  }
  const heap = await heapMB(page)
  const round = {
    openMs: opened.firstBlockMs,
    openTaskMs: opened.longestTaskMs,
    keyToPaintMs: keyToPaintMs.keys,
    editTaskMs: Math.max(keyToPaintMs.longestTaskMs, edited.longestTaskMs),
    problemMs,
    heapMB: heap,
    near,
    far,
  }
  await context.close()
  return round
}

async function bareDrag(page: Page, bare: BareFlow, zoom: number): Promise<DragPace> {
  await page.goto(bare.urlOf({ zoom, culled: true }))
  await page.locator(BARE).waitFor()
  const pace = await dragBlock(page, BARE)
  await page.close()
  return pace
}

async function typing(
  page: Page,
): Promise<{ readonly keys: readonly number[]; readonly longestTaskMs: number }> {
  await page.locator(OURS).click()
  await page.locator('[data-at="/texts/en/block-0"]').focus()
  await takeNotes(page)
  for (const sign of TYPED) await page.keyboard.type(sign)
  const { keyToPaintMs, longestTaskMs } = await takeNotes(page)
  return { keys: keyToPaintMs, longestTaskMs }
}

/** From the key that cuts a link until the list shows that it leads nowhere. */
async function problemsShown(page: Page): Promise<readonly number[]> {
  const times: number[] = []
  await page.locator('[data-block="block-1"]').focus()
  for (let cut = 0; cut < CUTS; cut++) {
    const missing = page.locator('.problems li:not(.fixed) [data-problem="LINK_MISSING"]')
    await page.evaluate(() => {
      const host: Window & { benchShown?: Promise<number> } = window
      host.benchShown = new Promise((done) => {
        let pressedAt = 0
        addEventListener('keydown', () => (pressedAt ||= performance.now()), { capture: true })
        const looking = new MutationObserver(() => {
          if (!document.querySelector('.problems li:not(.fixed) [data-problem="LINK_MISSING"]')) return
          looking.disconnect()
          requestAnimationFrame(() => done(performance.now() - pressedAt))
        })
        looking.observe(document.body, { childList: true, subtree: true, attributes: true })
      })
    })
    await page.keyboard.press('Shift+L')
    times.push(
      await page.evaluate(() => {
        const host: Window & { benchShown?: Promise<number> } = window
        return host.benchShown ?? NaN
      }),
    )
    await page.keyboard.press('Control+z')
    await missing.waitFor({ state: 'detached' })
  }
  return times
}
