import { gapsOf, parseFlow, canonicalFlow, PROFILES, validateFlow } from '@shopbell/engine'
import { describe, expect, test } from 'vitest'
import { flowTemplate } from './flow-template.ts'
import { FLOW_TEMPLATES } from './flow-templates.ts'

test('every sample flow is a template', () => {
  expect(FLOW_TEMPLATES.map(({ id }) => id).toSorted()).toEqual([
    'craft-studio',
    'export-factory',
    'flagship-store',
  ])
})

const CASES = FLOW_TEMPLATES.flatMap((template) => template.locales.map((locale) => ({ template, locale })))

describe.for(CASES)('$template.id in $locale', ({ template, locale }) => {
  const flow = template.flowIn(locale)
  const problems = validateFlow(flow, PROFILES.marketplace)

  test('has no problem but the gaps that only the seller can fill', () => {
    expect([...new Set(problems.map(({ code }) => code))]).toEqual(['GAP_LEFT'])
  })

  test('is the sample in one language, and nothing of the sample’s own trade is claimed as a fact', () => {
    expect(Object.keys(flow.texts)).toEqual([locale])
    expect(flow.defaultLocale).toBe(locale)
    // Prices, addresses and numbers of the sample would be somebody else's promise.
    expect(JSON.stringify(flow.texts)).not.toMatch(/US\$|https?:|美元|\d+ €/)
  })

  test('says what belongs into each gap, and stands only where a buyer may meet it', () => {
    const texts = Object.entries(flow.texts[locale] ?? {})
    const gaps = texts.flatMap(([key, text]) => gapsOf(text).map(({ what }) => [key, what] as const))
    expect(gaps.length).toBeGreaterThan(0)
    expect(gaps.filter(([, what]) => what === '')).toEqual([])
    const off = Object.entries(flow.blocks).flatMap(([id, block]) =>
      'questions' in block
        ? block.questions.filter(({ enabled }) => !enabled).map((one) => `${id}.${one.id}.`)
        : [],
    )
    expect(gaps.filter(([key]) => off.some((start) => key.startsWith(start)))).toEqual([])
  })

  test('can be exported and read again', () => {
    expect(parseFlow(canonicalFlow(flow)).ok).toBe(true)
  })
})

test('the exporter’s has four gaps, one in each of four questions that are on', () => {
  const [exporter] = FLOW_TEMPLATES
  expect(exporter?.id).toBe('export-factory')
  expect(validateFlow(exporter!.flowIn('en'), PROFILES.marketplace)).toHaveLength(4)
})

test('files that do not fit are told when the console is tested, not when it is used', () => {
  expect(() => flowTemplate('x', {}, {})).toThrow('flows/x/flow.json')
})
