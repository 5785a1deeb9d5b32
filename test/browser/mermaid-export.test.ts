import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { exportFlow, type FlowDocument } from '@shopbell/engine'
import fc from 'fast-check'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { arbitraryFlow } from '../../packages/engine/src/testing/arbitrary-flow.ts'
import { BOTTLE_FLOW } from '../../packages/engine/src/testing/bottle-flow.ts'
import { sampleFlows } from '../../packages/engine/src/testing/sample-flows.ts'
import { launchChromium } from '../tools/launch-chromium.ts'

const require = createRequire(import.meta.url)

let browser: Browser
let page: Page

beforeAll(async () => {
  browser = await launchChromium()
  page = await browser.newPage()
  const bundle = require.resolve('@mermaid-js/tiny/dist/mermaid.tiny.js')
  await page.addScriptTag({ content: readFileSync(bundle, 'utf8') })
  await page.evaluate('mermaid.initialize({ startOnLoad: false })')
})
afterAll(() => browser.close())

/** What Mermaid draws: the words of the nodes and of the links, in the order of its drawing. */
function drawn(
  diagram: string,
): Promise<{ readonly nodes: string[]; readonly links: number; readonly words: string[] }> {
  return page.evaluate(`(async () => {
    const { svg } = await mermaid.render('drawn', ${JSON.stringify(diagram)})
    const root = new DOMParser().parseFromString(svg, 'text/html')
    const words = (selector) => [...root.querySelectorAll(selector)].map((each) => each.textContent.trim())
    return { nodes: words('.node'), links: root.querySelectorAll('.flowchart-link').length, words: words('.edgeLabel p') }
  })()`)
}

const mermaidOf = (document: FlowDocument) => exportFlow(document, 'mermaid').text
const linksIn = (diagram: string) => diagram.split('\n').filter((line) => /-->|-\.->/.test(line)).length
const nodesIn = (document: FlowDocument) =>
  Object.keys(document.blocks).length + (document.entries.reception === undefined ? 0 : 1)

test.for(sampleFlows().map(({ name, document }) => [name, document] as const))(
  'Mermaid draws %s, every block and every link',
  async ([, document]) => {
    const diagram = mermaidOf(document)
    const { nodes, links } = await drawn(diagram)
    expect(nodes).toHaveLength(nodesIn(document))
    expect(links).toBe(linksIn(diagram))
    expect(links).toBeGreaterThan(Object.keys(document.blocks).length - 2)
  },
)

test('any flow parses', async () => {
  const diagrams = fc.sample(arbitraryFlow, { numRuns: 200, seed: 20_261_122 }).map(mermaidOf)
  const faults = await page.evaluate(`(async () => {
    const faults = []
    for (const diagram of ${JSON.stringify(diagrams)})
      await mermaid.parse(diagram).catch((error) => faults.push(diagram + '\\n' + error))
    return faults
  })()`)
  expect(faults).toEqual([])
})

const HOSTILE = [
  '"]; click b_faq "javascript:alert(1)"',
  '<img src=x onerror=alert(1)> & <b>bold</b>',
  '1. one\n- two\n* three `code` #35; %% remark',
  'end subgraph x --> y ~~~ {{a}} [b] (c)',
  '家族 👨‍👩‍👧‍👦 مرحبا \\n \u2028',
]

test.for(HOSTILE)('what a seller writes stays words: %s', async (text) => {
  const document = {
    ...BOTTLE_FLOW,
    layout: { ...BOTTLE_FLOW.layout, faq: { x: 0, y: 0, title: text } },
  }
  const diagram = mermaidOf(document)
  const { nodes, links } = await drawn(diagram)
  expect(nodes).toHaveLength(nodesIn(document))
  expect(links).toBe(linksIn(diagram))
  const shown = nodes.join(' ').replaceAll(/[\s\u2060]/g, '')
  expect(shown).toContain(text.replaceAll(/\s/g, ''))
})
