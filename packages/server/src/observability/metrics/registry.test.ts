import { expect, test } from 'vitest'
import { createRegistry } from './registry.ts'

test('counters, gauges and histograms are written as Prometheus reads them', () => {
  const registry = createRegistry()
  const plain = registry.counter('steps_total', 'Steps.')
  const coded = registry.counter('refused_total', 'Refusals.', 'code')
  registry.gauge('sockets', 'Sockets.', () => ({ buyer: 2, console: 1 }), 'kind')
  registry.gauge('up', 'Up.', () => 1)
  const batch = registry.histogram('batch', 'Batch.', [1, 8])
  plain.add()
  plain.add('', 4)
  coded.add('BUSY')
  coded.add('a"b\\c\nd')
  for (const size of [1, 3, 20]) batch.observe(size)
  expect(registry.text()).toBe(
    [
      '# HELP steps_total Steps.',
      '# TYPE steps_total counter',
      'steps_total 5',
      '# HELP refused_total Refusals.',
      '# TYPE refused_total counter',
      'refused_total{code="BUSY"} 1',
      'refused_total{code="a\\"b\\\\c\\nd"} 1',
      '# HELP sockets Sockets.',
      '# TYPE sockets gauge',
      'sockets{kind="buyer"} 2',
      'sockets{kind="console"} 1',
      '# HELP up Up.',
      '# TYPE up gauge',
      'up 1',
      '# HELP batch Batch.',
      '# TYPE batch histogram',
      'batch_bucket{le="1"} 1',
      'batch_bucket{le="8"} 2',
      'batch_bucket{le="+Inf"} 3',
      'batch_sum 24',
      'batch_count 3',
      '',
    ].join('\n'),
  )
})

test('a label that takes any value is cut off before it fills the memory', () => {
  const registry = createRegistry()
  const counter = registry.counter('x_total', 'X.', 'code')
  for (let n = 0; n < 1_000; n += 1) counter.add(`code ${String(n)}`)
  const lines = registry.text().trimEnd().split('\n')
  expect(lines.length).toBeLessThan(250)
  expect(lines.at(-1)).toBe('x_total{code="other"} 800')
})
