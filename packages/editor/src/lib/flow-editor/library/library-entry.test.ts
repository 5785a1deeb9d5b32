import { expect, test } from 'vitest'
import { faqEntries, findEntries, smartEntries } from './library-entry.ts'

const found = (typed: string) => findEntries(faqEntries('en'), typed).map(({ id }) => id)

test('questions are found by any word, in either language', () => {
  expect(found('moq')).toEqual(['moq'])
  expect(found('起订')).toContain('moq')
  expect(found('RETURNS days')).toContain('returns')
  expect(found('')).toHaveLength(faqEntries('en').length)
  expect(found('no such words')).toEqual([])
})

test('smart questions stand under their category, and are found by it', () => {
  const entries = smartEntries('zh-CN', (category) => `<${category}>`)
  expect(findEntries(entries, '<food>').map(({ id }) => id)).toEqual(['storage'])
  expect(findEntries(entries, 'plug').map(({ title }) => title)).toEqual(['插头'])
})

test('a gap is told as what it asks for', () => {
  expect(faqEntries('en').every(({ line }) => !line.includes('{{'))).toBe(true)
  expect(faqEntries('en').find(({ id }) => id === 'moq')?.line).toContain('[how many]')
})
