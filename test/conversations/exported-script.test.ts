import { exportFlow } from '@shopbell/engine'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { arbitraryFlow } from '../../packages/engine/src/testing/arbitrary-flow.ts'
import { readShops } from './read-shop.ts'
import { parseScript } from './script/parse-script.ts'
import { engineStage } from './stage/engine-stage.ts'
import { playScript } from './stage/play-script.ts'
import { startOf } from './stage/start-of.ts'

test.for(readShops())(
  'the conversation that $folder is exported as is played by its own flow',
  async (shop) => {
    const { name, text } = exportFlow(shop.document, 'script')
    const script = parseScript(name, text)
    const stage = engineStage(shop, startOf(shop, script))
    await playScript(script, stage, shop)
    const met = new Set((await stage.history()).map(({ source }) => source))
    const { blocks } = shop.document
    const questions = Object.entries(blocks).flatMap(([id, block]) =>
      block.kind === 'faq'
        ? block.questions.filter(({ enabled }) => enabled).map((question) => `${id}.${question.id}`)
        : [],
    )
    const answered = script.scenes.filter(({ lines }) => lines.some(({ speaker }) => speaker === 'answers'))
    expect(answered).toHaveLength(questions.length)
    expect([...met].some((id) => id !== undefined && blocks[id]?.kind === 'smart-question')).toBe(true)
    expect(await stage.handling()).toBe('waiting')
  },
)

test('whatever a flow looks like, its conversation is one of the grammar and is played by it', async () => {
  const shop = readShops()[0]!
  await fc.assert(
    fc.asyncProperty(arbitraryFlow, async (document) => {
      const { name, text } = exportFlow(document, 'script')
      if (!/^[^#\n]/m.test(text)) return
      const script = parseScript(name, text)
      const inShop = { ...shop, document }
      await playScript(script, engineStage(inShop, startOf(inShop, script)), inShop)
    }),
    { numRuns: 150 },
  )
})

test('a flow with errors gives remarks that name them', () => {
  const { document } = readShops()[0]!
  const { text } = exportFlow({ ...document, entries: { reception: 'nowhere' } }, 'script')
  expect(text.split('\n').filter((line) => line !== '' && !line.startsWith('#'))).toEqual([])
  expect(text).toContain('nowhere')
})
