import type { Problem } from '@shopbell/engine'
import { expect, test } from 'vitest'
import { atRest, settleRows } from './settled-list.ts'

const found = (at: string, severity: Problem['severity'] = 'error'): Problem => ({
  code: severity === 'error' ? 'TEXT_MISSING' : 'TEXT_UNUSED',
  severity,
  at,
  message: at,
})
const never = () => false
const places = (rows: ReturnType<typeof atRest>) =>
  rows.map(({ problem, fixed }) => `${problem.at}${fixed ? ' fixed' : ''}`)

test('at rest errors come first, each once', () => {
  expect(places(atRest([found('/w', 'warning'), found('/a'), found('/a'), found('/b')]))).toEqual([
    '/a',
    '/b',
    '/w',
  ])
})

test('shown rows keep their places, whatever order a check gives', () => {
  const shown = atRest([found('/a'), found('/b')])
  expect(places(settleRows(shown, [found('/c'), found('/b'), found('/a')], never))).toEqual([
    '/a',
    '/b',
    '/c',
  ])
})

test('a fixed one is struck where it stood, and comes back there', () => {
  const shown = settleRows(atRest([found('/a'), found('/b')]), [found('/b')], never)
  expect(places(shown)).toEqual(['/a fixed', '/b'])
  expect(places(settleRows(shown, [found('/a'), found('/b')], never))).toEqual(['/a', '/b'])
})

test('a new one that waits is not shown, the others are', () => {
  const rows = settleRows(
    atRest([found('/a')]),
    [found('/a'), found('/half'), found('/c')],
    ({ at }) => at === '/half',
  )
  expect(places(rows)).toEqual(['/a', '/c'])
})
