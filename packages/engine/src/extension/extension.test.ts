import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Block } from '../blocks/registry.ts'
import { compileFlow } from '../conversation/program.ts'
import { replay } from '../conversation/replay.ts'
import { canonicalFlow } from '../document/canonical-flow.ts'
import type { FlowDocument } from '../document/flow-document.ts'
import { parseFlow } from '../document/parse-flow.ts'
import { validateFlow } from '../document/validate-flow.ts'
import { exportFlow, EXPORT_FORMS } from '../exporting/export-flow.ts'
import { pointer } from '../flow/problem.ts'
import { PROFILES } from '../flow/profiles.ts'
import { openShop } from '../testing/open-shop.ts'
import { POINTS, POINTS_FLOW, pointsWith, setOf } from '../testing/points-extension.ts'
import { describedSet } from './extension-set.ts'

const extensions = setOf(POINTS)
const problems = (flow: FlowDocument, set = extensions) =>
  validateFlow(flow, PROFILES.marketplace, set).map(({ code, at }) => `${code} ${at}`)

describe('a vendor’s block with its extension', () => {
  test('has no problem, also where only its description is here', () => {
    expect(problems(POINTS_FLOW)).toEqual([])
    expect(problems(POINTS_FLOW, describedSet(extensions.descriptions))).toEqual([])
  })

  test.for([
    [{ 'acme.points': 100 }, 'With 100 points a bottle is free.', { points: 100 }, true],
    [{ 'acme.points': 99 }, 'You have 99 points.', undefined, false],
    [undefined, 'You have no points.', undefined, false],
  ] as const)('%j says “%s”', ([known, text, data, thanks]) => {
    const shop = openShop(POINTS_FLOW, { extensions, known })
    shop.enter()
    const said = shop.messages().map(({ content, source }) => ({ content, source }))
    expect(said[1]).toEqual({
      source: 'points',
      content: { kind: 'text', text, ...(data && { extra: { kind: 'acme/card', data } }) },
    })
    expect(said.some(({ source }) => source === 'thanks')).toBe(thanks)
  })

  test('needs the texts it asks for, and its ways linked', () => {
    const { 'points.enough.text': _, ...texts } = POINTS_FLOW.texts['en'] ?? {}
    expect(problems({ ...POINTS_FLOW, texts: { en: texts } })).toEqual([
      'TEXT_MISSING /texts/en/points.enough.text',
    ])
    const unlinked = withPoints({ kind: 'acme/points', ways: [{ id: 'enough' }], next: 'bye' })
    expect(problems(unlinked)).toContain('LINK_MISSING /blocks/points/ways/0/next')
    expect(problems(withPoints({ kind: 'acme/points', next: 'bye' }))).toContain(
      'LINK_MISSING /blocks/points/ways',
    )
  })

  test('leads round in no circle', () => {
    expect(
      problems(withPoints({ kind: 'acme/points', ways: [{ id: 'enough', next: 'hello' }], next: 'bye' })),
    ).toContain('CYCLE_ENDLESS /blocks/hello')
  })

  test('that is switched off is passed', () => {
    const shop = openShop(withPoints({ kind: 'acme/points', enabled: false, next: 'bye' }), { extensions })
    shop.enter()
    expect(shop.messages()).toHaveLength(1)
  })

  test('is replayed from the journal, rule and all, without asking the extension again', () => {
    let asked = 0
    const rules = (POINTS.rules ?? []).map((rule) => ({
      ...rule,
      silence: (view: Parameters<typeof rule.silence>[0]) => {
        asked += 1
        return rule.silence(view)
      },
    }))
    const set = setOf({ ...POINTS, rules })
    const quiet = openShop(POINTS_FLOW, { extensions: set, known: { 'acme.vip': true } })
    const heard = openShop(POINTS_FLOW, { extensions: set, known: { 'acme.points': 500 } })
    for (const shop of [quiet, heard]) {
      shop.enter()
      shop.say('Hello?')
      const before = asked
      expect(replay(shop.programOf, shop.journal())).toEqual(shop.steps())
      expect(asked).toBe(before)
    }
    expect(quiet.steps()[0]?.refusals).toEqual([
      { code: 'EXTENSION_RULE', because: { rule: 'acme/quiet-for-vip', vip: true } },
    ])
  })

  test('is exported in every form, with its transitions as data', () => {
    const texts = EXPORT_FORMS.map((form) => exportFlow(POINTS_FLOW, form, extensions).text)
    const [document, machine] = texts.map((text) => (text.startsWith('{') ? JSON.parse(text) : null))
    expect(document.blocks.points).toEqual(POINTS_FLOW.blocks['points'])
    expect(machine.config.states.path.states.points.always).toEqual([
      {
        guard: { type: 'when', params: { source: 'fact', name: 'acme.points', op: 'atLeast', value: 100 } },
        actions: [
          {
            type: 'sendExtra',
            params: { block: 'points', text: 'points.enough.text', extra: 'acme/card', facts: ['points'] },
          },
        ],
        target: '#reception.path.thanks',
      },
      {
        actions: [{ type: 'send', params: { block: 'points', kind: 'flow_message', text: 'points' } }],
        target: '#reception.path.bye',
      },
    ])
    expect(texts.every((text) => text.includes('points'))).toBe(true)
  })
})

describe('a vendor’s block without its extension', () => {
  test('passes the buyer to a person, and says why', () => {
    const shop = openShop(POINTS_FLOW)
    expect(shop.enter()).toContain('(EXTENSION_MISSING)')
    expect(shop.session()?.handling).toBe('waiting')
    expect(shop.steps()[0]?.refusals).toEqual([
      { code: 'EXTENSION_MISSING', because: { block: 'points', kind: 'acme/points' } },
    ])
  })

  test('does the same where the extension fails on it', () => {
    const broken = setOf(pointsWith({ transitions: () => [] }))
    expect(openShop(POINTS_FLOW, { extensions: broken }).enter()).toContain('(EXTENSION_MISSING)')
  })

  test('is the same document after it was read and written, whatever it holds', () => {
    const name = fc.stringMatching(/^[a-z][a-z0-9-]{0,9}$/)
    const id = fc
      .stringMatching(/^[a-z0-9-]{1,9}$/)
      .filter((one) => !['hello', 'bye', 'points'].includes(one))
    const value = fc.oneof(fc.string({ maxLength: 20, unit: 'grapheme' }), fc.integer(), fc.boolean())
    const block: fc.Arbitrary<Block> = fc.record(
      {
        kind: fc.tuple(name, name).map(([vendor, own]) => `${vendor}/${own}` as const),
        enabled: fc.boolean(),
        fields: fc.dictionary(
          name,
          value.filter((one) => one !== '\u0000'),
          { maxKeys: 5 },
        ),
        ways: fc.uniqueArray(fc.record({ id, next: fc.constantFrom('bye', 'thanks') }), {
          maxLength: 4,
          selector: (way) => way.id,
        }),
        next: fc.constant('bye'),
      },
      { requiredKeys: ['kind', 'next'] },
    )
    fc.assert(
      fc.property(block, (points) => {
        const flow = withPoints(points)
        const parsed = parseFlow(canonicalFlow(flow))
        if (!parsed.ok) return parsed.problems.every(({ code }) => code === 'TEXT_MALFORMED')
        expect(canonicalFlow(parsed.document)).toBe(canonicalFlow(flow))
        expect(problems(parsed.document, setOf())).toContain(
          `EXTENSION_MISSING ${pointer('blocks', 'points', 'kind')}`,
        )
        // It compiles, and whoever comes to it is passed on.
        const told = openShop(parsed.document).enter()
        expect(told.includes('(EXTENSION_MISSING)')).toBe(!('enabled' in points) || points.enabled !== false)
        return compileFlow(parsed.document).config.states?.['path'] !== undefined
      }),
    )
  })
})

function withPoints(points: Block): FlowDocument {
  return { ...POINTS_FLOW, blocks: { ...POINTS_FLOW.blocks, points } }
}
